import { spawn } from 'node:child_process'
import { err, ok, type Result } from '../../shared/core/result'

/** Starts an installer that outlives this program; comes back once the system has really started it. */
export function startInstaller(file: string): Promise<Result<null>> {
  return new Promise((resolve) => {
    const child = spawn(file, [], { detached: true, stdio: 'ignore', windowsHide: false })
    child.once('error', (cause) => {
      const detail = 'code' in cause ? String(cause.code) : 'error'
      resolve(err('updateNotStarted', { detail }))
    })
    child.once('spawn', () => {
      child.unref()
      resolve(ok(null))
    })
  })
}
