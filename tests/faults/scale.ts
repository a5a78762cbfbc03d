import { appendFileSync } from 'node:fs'

/** Set by `npm run test:faults`; in `npm test` the same tests run with fewer trials. */
export const isFull = process.env['FAULTS'] === 'full'

export function scaled(full: number, quick: number): number {
  return isFull ? full : quick
}

/** Tells the fault suite how often a test tried something. */
export function tried(count: number): void {
  const file = process.env['FAULTS_TRIED']
  if (file !== undefined) appendFileSync(file, `${count}\n`)
}
