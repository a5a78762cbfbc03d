import { describe, expect, it } from 'vitest'
import { argumentsForRestart, refusedArgument } from '../../../electron/start-arguments'

// Source: reliability 2 line +2: remote debugging is not a fuse, so the program looks at its arguments itself.
const dangerous = [
  '--remote-debugging-port=9222',
  '--remote-debugging-port',
  '--remote-debugging-pipe',
  '--remote-debugging-address=0.0.0.0',
  '--remote-allow-origins=*',
  '--inspect',
  '--inspect=0.0.0.0:9229',
  '--inspect-brk',
  '--inspect-port=1',
  '--inspect-publish-uid=http',
  '--js-flags=--allow-natives-syntax',
  '--no-sandbox',
  '--no-zygote',
  '--disable-setuid-sandbox',
  '--disable-namespace-sandbox',
  '--disable-seccomp-filter-sandbox',
  '--disable-gpu-sandbox',
  '--disable-web-security',
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins',
  '--enable-blink-features=Anything',
  '--enable-logging',
  '--allow-running-insecure-content',
  '--ignore-certificate-errors',
  '--unsafely-treat-insecure-origin-as-secure=http://a',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--host-rules=MAP * 127.0.0.1',
  '--proxy-server=127.0.0.1:8080',
  '--proxy-pac-url=data:,',
  '--load-extension=/tmp/x',
  '--user-data-dir=/tmp/x',
  '--single-process',
  '--in-process-gpu',
  '--browser-subprocess-path=/tmp/x',
  '--renderer-cmd-prefix=/tmp/x',
  '--utility-cmd-prefix=/tmp/x',
  '--gpu-launcher=/tmp/x',
  '--log-net-log=/tmp/x',
  '--ssl-key-log-file=/tmp/x',
  '--auto-open-devtools-for-tabs',
]

describe('arguments that a packaged program does not start with', () => {
  it.each(dangerous)('%s, before the words, after them, and on the command line', (argument) => {
    expect(refusedArgument([argument], 'linux')).toBe(argument)
    expect(refusedArgument(['--data', '/tmp/a', argument], 'linux')).toBe(argument)
    expect(refusedArgument(['--cli', 'score', argument], 'linux')).toBe(argument)
    expect(refusedArgument([argument, '--cli', 'score'], 'linux')).toBe(argument)
  })

  it('as Chromium reads them: one dash, other case, a blank, a slash on Windows', () => {
    for (const argument of ['-remote-debugging-port=1', '--Remote-Debugging-Port=1', ' --inspect'])
      expect(refusedArgument([argument], 'linux')).toBe(argument)
    expect(refusedArgument(['/remote-debugging-port=1'], 'win32')).toBe('/remote-debugging-port=1')
    expect(refusedArgument(['/home/office/inspect.zip'], 'linux')).toBeNull()
  })

  it('a window refuses every switch that it does not know', () => {
    expect(refusedArgument(['--a-switch-of-tomorrow'], 'linux')).toBe('--a-switch-of-tomorrow')
  })
})

it.each([
  [[]],
  [['--data', 'D:\\台账 数据', '--as-of', '2022-06-30', '--actor', '招商组组长', '--sample', '--safe-mode']],
  [['--disable-gpu', '--lang=zh-CN', '--force-device-scale-factor=1.5', '--ozone-platform-hint=auto']],
  [['/home/office/东丽区审计局.zip']],
  [['--cli', 'score', '--stream', 'investment', '--json']],
  [['--cli', 'import', 'a.xlsx', '--kind', 'leads', '--dry-run']],
])('starts with %j', (args) => {
  expect(refusedArgument(args, 'linux')).toBeNull()
})

// Source: reliability 3 row 55.
it('starts anew on the same data, in safe mode as wished, without what a debugger or a file manager added', () => {
  const args = [
    '--inspect=0',
    '/work',
    '--data',
    '/a b',
    '--as-of',
    '2022-06-30',
    '--lang=zh-CN',
    '/tmp/x.zip',
    '--safe-mode',
  ]
  expect(argumentsForRestart(args, { isSafeMode: true, projectFolder: null, isRoot: false })).toEqual([
    '--data',
    '/a b',
    '--as-of',
    '2022-06-30',
    '--lang=zh-CN',
    '--safe-mode',
  ])
  expect(argumentsForRestart(args, { isSafeMode: false, projectFolder: '/project', isRoot: true })).toEqual([
    '--no-sandbox',
    '/project',
    '--data',
    '/a b',
    '--as-of',
    '2022-06-30',
    '--lang=zh-CN',
  ])
})
