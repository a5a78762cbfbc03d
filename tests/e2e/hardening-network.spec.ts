import { expect, test } from '@playwright/test'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { isRoot, launch, makeDataFolder, removeDataFolder, runCommand } from './launch'
import { electron } from './raw-start'
import { toNetwork, traceConnections } from './tracer'
import { walkRooms, watchViolations } from './walk'

test.skip(process.platform !== 'linux', 'connections are traced with strace')

const asOf = '2022-10-20'

// Source: reliability 2 lines +1 and 7, and 0 item 6: a bare Electron looks names up and asks for dictionaries.
test('line +1 and line 7: a walk through every room makes no connection and meets no forbidden thing', async () => {
  test.setTimeout(300_000)
  const data = makeDataFolder()
  const { program, connections } = traceConnections(data)
  const { app, page } = await launch({ data, asOf, args: ['--sample'], through: program })
  const violations = await watchViolations(page)
  const seen = await walkRooms(page, () => page.waitForTimeout(60))
  expect(seen.length).toBeGreaterThan(30)
  expect(await violations()).toEqual([])
  await app.close()
  const made = connections()
  // The screen's socket is one, so the trace is not empty.
  expect(made.filter((line) => line.includes('AF_UNIX')).length).toBeGreaterThan(0)
  expect(toNetwork(made)).toEqual([])
  removeDataFolder(data)
})

test('line +1: the trace sees a connection when there is one', () => {
  const data = makeDataFolder()
  const { program, connections } = traceConnections(data, process.execPath)
  spawnSync(program, ['-e', `require('node:net').connect(9, '127.0.0.1').on('error', () => {})`])
  expect(toNetwork(connections())).not.toEqual([])
  removeDataFolder(data)
})

test('line +1: it starts where there is no network at all, not even the computer itself', async () => {
  const data = makeDataFolder()
  const picture = path.join(data, 'picture.png')
  runCommand(data, asOf, 'init', '--bureau', '东丽区审计局', '--category', '3', '--year', '2022')
  runCommand(data, asOf, 'sample', 'load')
  const own = isRoot ? ['--net'] : ['--net', '--user', '--map-current-user']
  const flags = isRoot ? ['--no-sandbox'] : []
  const started = spawn('unshare', [...own, '--', electron, ...flags, process.cwd(), '--data', data, '--as-of', asOf], {
    env: { ...process.env, SIZHUA_SCREENSHOT: picture },
    stdio: 'ignore',
  })
  try {
    await expect.poll(() => existsSync(picture), { timeout: 60_000 }).toBe(true)
    // A white window compresses to next to nothing.
    expect(statSync(picture).size).toBeGreaterThan(30_000)
  } finally {
    const ended = new Promise((resolve) => started.once('exit', resolve))
    started.kill('SIGTERM')
    await ended
    removeDataFolder(data)
  }
})
