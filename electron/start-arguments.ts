/** Of Chromium, what a desktop or a weak graphics card may need; nothing of it opens anything. */
const HARMLESS: ReadonlySet<string> = new Set([
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-dev-shm-usage',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'high-dpi-support',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'gtk-version',
  'enable-wayland-ime',
])

/** The window's own words, as `readOptions` reads them. */
const OWN: ReadonlySet<string> = new Set(['data', 'as-of', 'actor', 'sample', 'safe-mode'])
const WITH_VALUE: ReadonlySet<string> = new Set(['--data', '--as-of', '--actor'])

/** Beginnings of the switches that reach into a running program, take down one of its walls or run another program. */
const REACHING_IN = [
  'remote-',
  'inspect',
  'debug',
  'js-flags',
  'no-sandbox',
  'no-zygote',
  'disable-',
  'enable-',
  'allow-',
  'ignore-',
  'unsafely-',
  'user-data-dir',
  'proxy-',
  'host-',
  'load-',
  'log-',
  'net-log',
  'trace-',
  'ssl-',
  'single-process',
  'in-process-',
  'browser-subprocess-path',
  'renderer-',
  'utility-',
  'gpu-launcher',
  'ppapi-',
  'auto-open-devtools',
] as const

/** Chromium's name of a switch: one dash or two, on Windows a slash too, letters of any case. Null = no switch. */
function switchName(argument: string, platform: string): string | null {
  const dashes = platform === 'win32' ? /^(?:--|-|\/)/ : /^(?:--|-)/
  const trimmed = argument.trim()
  if (!dashes.test(trimmed)) return null
  return trimmed.replace(dashes, '').split('=')[0]?.toLowerCase() ?? ''
}

/**
 * The first argument that a packaged program does not start with; null when there is none. No fuse of Electron closes
 * the debugging port, so the program looks itself. A window takes what it knows and nothing else; the command line
 * refuses unknown words of its own by itself, so there only what reaches in is looked for.
 */
export function refusedArgument(args: readonly string[], platform: string): string | null {
  const isWindow = !args.includes('--cli')
  for (const argument of args) {
    const name = switchName(argument, platform)
    if (name === null || name === '' || HARMLESS.has(name)) continue
    const isRefused = isWindow ? !OWN.has(name) : REACHING_IN.some((beginning) => name.startsWith(beginning))
    if (isRefused) return argument
  }
  return null
}

export interface Restart {
  readonly isSafeMode: boolean
  /** Of a program that is not packaged: Electron needs it first. */
  readonly projectFolder: string | null
  /** Chromium gives root on Linux no sandbox. */
  readonly isRoot: boolean
}

/** The words to start the program with once more: its own and the harmless ones, safe mode as wished. */
export function argumentsForRestart(args: readonly string[], restart: Restart): readonly string[] {
  const kept: string[] = []
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? ''
    const value = args[index + 1]
    if (WITH_VALUE.has(argument) && value !== undefined) {
      kept.push(argument, value)
      index += 1
    } else if (argument === '--sample' || HARMLESS.has(switchName(argument, 'linux') ?? '')) kept.push(argument)
  }
  return [
    ...(restart.isRoot ? ['--no-sandbox'] : []),
    ...(restart.projectFolder === null ? [] : [restart.projectFolder]),
    ...kept,
    ...(restart.isSafeMode ? ['--safe-mode'] : []),
  ]
}
