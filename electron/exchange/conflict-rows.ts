import type { z } from 'zod'
import type { Store } from '../../db/access'
import { readConflicts, readDevices, readOperationsOfRow, type Conflict } from '../../db/repositories/operations'
import type { conflictRowSchema, PackageChange } from '../../shared/exchange/contract'
import { resolveRow, type Side } from '../../shared/exchange/merge'
import { columnsWith, isQuiet, sharedTableOf, type RowValues } from '../../shared/exchange/shared-tables'
import { mergeText } from '../../shared/terms/merge'
import type { PlacedRow } from './place-rows'
import { RecordWords } from './record-titles'

export type ConflictRow = z.infer<typeof conflictRowSchema>

/** As many as a preview can show. */
const maxChanges = 2000

/** What a merge changes, row by row and column by column, in the office's words. */
export function changesOf(store: Store, placed: readonly PlacedRow[]): PackageChange[] {
  const words = new RecordWords(store)
  const changes: PackageChange[] = []
  for (const { table, before, after } of placed) {
    if (changes.length >= maxChanges) break
    const shown = after ?? before
    if (!shown) continue
    const title = words.titleOf(table, shown)
    if (!before || !after) {
      const word = after ? mergeText.added : mergeText.removed
      changes.push({ title, field: mergeText.wholeRecord, from: '', to: word })
      continue
    }
    for (const column of changedColumns(table, before, after))
      changes.push({
        title,
        field: words.labelOf(table, column),
        from: words.textOf(table, column, before[column] ?? null),
        to: words.textOf(table, column, after[column] ?? null),
      })
  }
  return changes.slice(0, maxChanges)
}

/** Of columns that go together the first that differs speaks for all; what nobody decides about is left out. */
function changedColumns(table: string, before: RowValues, after: RowValues): string[] {
  const rules = sharedTableOf(table)
  if (!rules) return []
  const told = new Set<string>()
  return Object.keys(after).filter((column) => {
    const [subject = column] = columnsWith(rules, column)
    if (before[column] === after[column] || isQuiet(rules, column) || told.has(subject)) return false
    told.add(subject)
    return true
  })
}

/** 冲突箱: both values, who wrote them on which PC and when. */
export function conflictRows(store: Store): ConflictRow[] {
  const words = new RecordWords(store)
  const labels = new Map(readDevices(store).map(({ device, label }) => [device, label]))
  return readConflicts(store).map((conflict) => {
    const { id, kind, table, rowId, field, sides } = conflict
    const title = words.titleOf(table, words.storedOf(table, rowId) ?? valuesByOperations(store, table, rowId))
    return {
      id,
      kind,
      table,
      rowId,
      title,
      fieldLabel: field === '' ? '' : words.labelOf(table, field),
      record: words.refOf(table, rowId, title),
      sides: sides.map((side, index) => ({
        value: side.value,
        text: sideText(words, store, conflict, side, index),
        deviceLabel: labels.get(side.device) ?? '',
        actor: side.actor,
        at: side.at,
        isShown: index === 0 && !(kind === 'deleted' && conflict.otherRowId !== null),
      })),
      canKeepBoth: canKeepBoth(conflict),
    }
  })
}

/** A row that is held back is only in its operations. */
function valuesByOperations(store: Store, table: string, rowId: string): RowValues {
  const rules = sharedTableOf(table)
  return rules ? resolveRow(rules, readOperationsOfRow(store, table, rowId)).values : {}
}

function sideText(words: RecordWords, store: Store, conflict: Conflict, side: Side, index: number): string {
  const { kind, table, rowId, field, otherRowId } = conflict
  if (field !== '') return words.textOf(table, field, side.value)
  if (kind === 'twin') {
    const values = index === 0 && otherRowId !== null ? words.storedOf(table, otherRowId) : null
    const title = words.titleOf(table, values ?? valuesByOperations(store, table, rowId))
    return `${index === 0 ? mergeText.stands : mergeText.heldBack}${mergeText.joined}${title}`
  }
  if (otherRowId !== null) return mergeText.waits
  return side.isPresent ? mergeText.kept : mergeText.deleted
}

/** Texts that people write are joined; a day, a number or a choice can only be one. */
export function canKeepBoth({ table, kind, field, sides }: Conflict): boolean {
  return kind === 'value' && isFreeText(table, field) && sides.every(({ value }) => typeof value === 'string')
}

const freeTexts: ReadonlySet<string> = new Set([
  'body',
  'content',
  'construction_plan',
  'coordination_text',
  'detail',
  'evidence_text',
  'expected_benefit',
  'handling',
  'intention',
  'investor_profile',
  'mechanism',
  'next_step',
  'note',
  'permit_text',
  'physical_progress',
  'problem_text',
  'progress',
  'progress_text',
  'reason_not_done',
  'remark',
  'result',
  'text',
  'topics',
  'visitors',
])

/** Columns that go with others are no free text: they say one thing together. */
function isFreeText(table: string, field: string): boolean {
  const rules = sharedTableOf(table)
  return rules !== null && freeTexts.has(field) && columnsWith(rules, field).length === 1
}
