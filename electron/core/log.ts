import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { impersonal } from './impersonal'

/** Unit: bytes of one log file; five are kept. */
const LIMIT = 1024 * 1024
const KEPT = 5

/** A local log: causes and times, never what records hold. */
export function createLog(dataFolder: string, now: () => string): (event: string, detail?: unknown) => void {
  const file = path.join(dataFolder, 'logs', 'sizhua.log')
  return (event, detail) => {
    try {
      mkdirSync(path.dirname(file), { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT) rotate(file)
      appendFileSync(file, `${now()} ${event}${detail === undefined ? '' : ` ${impersonal(detail)}`}\n`)
    } catch {
      // A log that cannot be written must never stop the work it tells about.
    }
  }
}

function rotate(file: string): void {
  for (let index = KEPT - 1; index >= 1; index -= 1) {
    const from = index === 1 ? file : `${file}.${index - 1}`
    if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${file}.${index}`)
  }
}
