import type { WriteDb } from '../../db/access'
import { readMeasuresOf, updateMeasure, type MeasureRow } from '../../db/repositories/measures'
import type { MeasureDuty } from '../../shared/rectification/measure-rows'
import { splitItems } from '../../shared/rectification/measure-text'
import type { FieldValue, TableRow } from '../../shared/tables/reading'
import { cleanText } from '../../shared/tables/text-forms'
import type { ImportWriting } from './importer'

export interface ToldMeasure extends MeasureDuty {
  /** The stored measure of the same words. */
  readonly id: string | null
  readonly text: string
  readonly isLongTerm: boolean
  /** Excel row number, from 1. */
  readonly sourceRow: number
}

function textOf(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

/**
 * The measures of a finding that has a row for each, with who does them and by when; what no row says is as stored.
 * Null for a finding of one row.
 */
export function toldMeasures({ parts }: TableRow, stored: readonly MeasureRow[]): readonly ToldMeasure[] | null {
  if (!parts) return null
  const left = [...stored]
  return parts.flatMap(({ row, values }) =>
    splitItems(textOf(values['measures'])).map((text) => {
      const index = left.findIndex((measure) => cleanText(measure.text) === text)
      const known = index < 0 ? undefined : left.splice(index, 1)[0]
      const of = (field: 'leader' | 'unit' | 'handler'): string => textOf(values[field]) || (known?.[field] ?? '')
      const isLongTerm = values['isLongTerm'] === true
      return {
        id: known?.id ?? null,
        text,
        leader: of('leader'),
        unit: of('unit'),
        handler: of('handler'),
        // 长期坚持 is a deadline in words.
        dueOn: isLongTerm ? null : textOf(values['dueOn']) || (known?.dueOn ?? null),
        isLongTerm,
        sourceRow: row,
      }
    }),
  )
}

/** Writes who does each measure and by when, where the table has a row for each. */
export function writeDuties(db: WriteDb, findingId: string, row: TableRow, writing: ImportWriting): void {
  const stored = readMeasuresOf(db, findingId).map(({ measure }) => measure)
  const byId = new Map(stored.map((measure) => [measure.id, measure]))
  for (const { id, leader, unit, handler, dueOn, isLongTerm, sourceRow } of toldMeasures(row, stored) ?? []) {
    const measure = byId.get(id ?? '')
    if (!measure) continue
    const isOpen = measure.status === 'notStarted' || measure.status === 'inProgress'
    const fields = {
      leader,
      unit,
      handler,
      dueOn,
      ...(isLongTerm && isOpen ? { status: 'longTerm' } : {}),
      // A measure that this table made stands in its own row.
      ...(measure.batchId === writing.batchId && writing.batchId !== null ? { sourceRow } : {}),
    }
    // The keys of what is written are columns.
    const isChanged = (Object.keys(fields) as (keyof typeof fields)[]).some((key) => measure[key] !== fields[key])
    if (isChanged) updateMeasure(db, measure.id, { ...fields, updatedAt: writing.now })
  }
}
