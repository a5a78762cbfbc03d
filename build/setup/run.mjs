// Runs other programs.
import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'

/** A failure the user can read as it is; scripts print its message without a stack. */
export class SetUpError extends Error {}

/** Runs to the end and returns what was printed; the error carries the program's own words. */
export function runQuietly(command, args, options = {}) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
  if (result.error) throw result.error
  if (result.status !== 0) {
    const words = `${result.stdout}${result.stderr}`.trim().split('\n').slice(-30).join('\n')
    throw new SetUpError(`${command} ${args.join(' ')} failed (${result.status ?? result.signal})\n${words}`)
  }
  return result.stdout
}

/** Runs to the end, its words to our stderr, so that stdout stays free for the program that was asked for. */
export function runLoudly(command, args, options = {}) {
  const result = spawnSync(command, args, { stdio: ['ignore', 2, 2], ...options })
  if (result.error) throw result.error
  if (result.status !== 0)
    throw new SetUpError(`${command} ${args.join(' ')} failed (${result.status ?? result.signal})`)
}

/** Runs npm as the user runs it: through the npm that started us, or the one on PATH. */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath
  if (npm?.endsWith('.js')) runLoudly(process.execPath, [npm, ...args], options)
  else runLoudly('npm', args, { shell: process.platform === 'win32', ...options })
}

/** Starts a program with our own stdin, stdout and stderr, passes signals on, and resolves with its exit status. */
export function runInPlace(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  const pass = (signal) => child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  // npm ends the shell between us and itself and leaves us behind: losing the parent means being told to stop.
  const parent = process.ppid
  const watch = setInterval(() => process.ppid !== parent && pass('SIGTERM'), 500)
  return new Promise((resolve, reject) => {
    const finish = (settle, value) => {
      clearInterval(watch)
      process.off('SIGINT', pass).off('SIGTERM', pass)
      settle(value)
    }
    child.once('error', (error) => finish(reject, error))
    child.once('exit', (code, signal) => finish(resolve, code ?? 128 + constants.signals[signal]))
  })
}

/** Prints one line of set-up, on stderr. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Runs a script's main function: its number is the exit status, a SetUpError is printed plainly. */
export async function runMain(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    say(error instanceof SetUpError ? error.message : String(error?.stack ?? error))
    process.exitCode = 1
  }
}
