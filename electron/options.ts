import { homedir } from 'node:os'
import path from 'node:path'
import { parseIsoDate, type IsoDate } from '../shared/core/dates'
import { portableData, portableFolder } from './portable'

/** What the program was started with. */
export interface Options {
  /** Null = the usual folder of this program. */
  readonly data: string | null
  readonly asOf: IsoDate | null
  readonly actor: string | null
  readonly withSample: boolean
  /** Draw without the graphics card, this time. */
  readonly isSafeMode: boolean
}

/** Reads the window program's arguments; unknown ones belong to Electron and are left alone. */
export function readOptions(args: readonly string[]): Options {
  const valueOf = (name: string): string | null => {
    const at = args.indexOf(name)
    return at < 0 ? null : (args[at + 1] ?? null)
  }
  const asOf = valueOf('--as-of')
  return {
    data: valueOf('--data'),
    asOf: asOf === null ? null : parseIsoDate(asOf),
    actor: valueOf('--actor'),
    withSample: args.includes('--sample'),
    isSafeMode: args.includes('--safe-mode'),
  }
}

/** The program's own data folder when none is named; sample data has one of its own. */
export function defaultDataFolder(withSample: boolean): string {
  const portable = portableFolder()
  if (portable !== null) return path.join(portable, withSample ? `${portableData}-sample` : portableData)
  const name = withSample ? 'sizhua-sample' : 'sizhua'
  if (process.platform === 'win32') return path.join(process.env['LOCALAPPDATA'] ?? homedir(), name)
  return path.join(process.env['XDG_DATA_HOME'] ?? path.join(homedir(), '.local', 'share'), name)
}
