// A screen where there is none.
import { spawn } from 'node:child_process'
import { SetUpError } from './setup/run.mjs'

/** Whether windows would have nowhere to go. */
export function isScreenless(env) {
  return process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

/** Starts Xvfb on a number that it picks itself, so that several can run at once. */
export async function startVirtualScreen() {
  const options = ['-displayfd', '1', '-screen', '0', '1366x768x24', '-nolisten', 'tcp', '-noreset']
  // A group of its own: Ctrl+C in the terminal must end the windows first and the screen after them.
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  const number = await new Promise((resolve, reject) => {
    const fail = (reason) => reject(new SetUpError(`Xvfb did not start: ${reason}`))
    server.once('error', (error) => fail(error.message)).once('exit', (code) => fail(`exit status ${code}`))
    server.stdout.once('data', (data) => resolve(String(data).trim()))
  })
  const stop = () => server.kill()
  process.once('exit', stop)
  return { display: `:${number}`, stop }
}
