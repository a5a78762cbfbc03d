import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { writeFileAtomically } from './core/atomic-file'

/** Whether the program draws without the graphics card, and the way back. */
export interface SafeMode {
  readonly isOn: boolean
  /** Starts the program anew in its usual mode. */
  readonly leave: () => Promise<void>
}

/** Present = the program draws without the graphics card until the person leaves safe mode. */
function noteFile(dataFolder: string): string {
  return path.join(dataFolder, 'safe-mode.json')
}

export function isSafeModeKept(dataFolder: string): boolean {
  return existsSync(noteFile(dataFolder))
}

/** Keeps safe mode over restarts; on a folder that takes no file it lasts for this start only. */
export async function keepSafeMode(dataFolder: string, since: string, reason: string): Promise<void> {
  await writeFileAtomically(noteFile(dataFolder), Buffer.from(`${JSON.stringify({ since, reason })}\n`))
}

export function forgetSafeMode(dataFolder: string): void {
  rmSync(noteFile(dataFolder), { force: true })
}
