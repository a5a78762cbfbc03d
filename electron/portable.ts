import { existsSync } from 'node:fs'
import path from 'node:path'

/** A file of this name beside the program makes it portable: its data then lie in the program's own folder. */
export const portableMark = 'portable.txt'
/** Where they lie there. */
export const portableData = 'sizhua-data'

/** The folder of a portable program, or null. On plain Node, as in the tests, nothing is portable. */
export function portableFolder(
  program = process.execPath,
  isElectron = Boolean(process.versions.electron),
): string | null {
  if (!isElectron) return null
  const folder = path.dirname(program)
  return existsSync(path.join(folder, portableMark)) ? folder : null
}

/** Whether this program is portable. */
export function isPortable(): boolean {
  return portableFolder() !== null
}
