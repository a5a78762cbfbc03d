import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Context } from '../context'

/** Where copies of files wait while their preview is open. */
export function stagingFolder(context: Context): string {
  return path.join(context.dataFolder, 'staging')
}

/** Removes a copy that nobody needs any more; one that another program holds goes at the next start. */
export function removed(staged: string): void {
  try {
    rmSync(staged, { recursive: true, force: true })
  } catch {
    // It hides nothing that was entered.
  }
}

/** Removes copies of files whose preview ended with the program. */
export function clearStaging(context: Context): void {
  removed(stagingFolder(context))
}
