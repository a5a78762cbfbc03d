import { backupTableName } from '../../shared/terms/backup'
import type { OutputOf } from '../desk'
import { refusedText as text } from '../text/backup-refused'

interface Line {
  readonly name: string
  readonly read: number
  readonly lost: number
}

/** Rows that people entered, and the rest: the journal and what only the program itself knows. */
export interface RescueSums {
  readonly read: number
  readonly lost: number
  readonly otherLost: number
}

export function rescueSums(tables: OutputOf<'backup.rescue'>['tables']): RescueSums {
  const isRecord = (table: string): boolean => table !== 'journal_entry' && backupTableName(table) !== null
  const records = tables.filter(({ table }) => isRecord(table))
  const others = tables.filter(({ table }) => !isRecord(table))
  return {
    read: records.reduce((sum, { read }) => sum + read, 0),
    lost: records.reduce((sum, { lost }) => sum + lost, 0),
    otherLost: others.reduce((sum, { lost }) => sum + lost, 0),
  }
}

/** The tables in the office's words; those that only the program knows are one line at the end. */
export function linesOf(tables: OutputOf<'backup.rescue'>['tables']): readonly Line[] {
  const lines = new Map<string, Line>()
  const add = (name: string, read: number, lost: number): void => {
    const before = lines.get(name) ?? { name, read: 0, lost: 0 }
    lines.set(name, { name, read: before.read + read, lost: before.lost + lost })
  }
  for (const { table, read, lost } of tables) {
    const name = backupTableName(table)
    if (name !== null && (read > 0 || lost > 0)) add(name, read, lost)
  }
  const ofProgram = tables.filter(({ table, lost }) => backupTableName(table) === null && lost > 0)
  for (const { read, lost } of ofProgram) add(text.rescueOther, read, lost)
  return [...lines.values()]
}
