import {
  insertRevenueEntry,
  readRevenueEntries,
  readRevenueEntry,
  toRevenueRecord,
  updateRevenueEntry,
} from '../../db/repositories/revenue'
import { formatMoney, parseMoney, type Fen } from '../../shared/core/money'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { emptyEntry } from '../../shared/revenue/empty-entry'
import type { RevenueRecord } from '../../shared/revenue/record'
import { revenueFields, type RevenueField } from '../../shared/tables/field-names'
import type { PlannedRow, StoredItem } from '../../shared/tables/plan'
import type { FieldValue, TableRow } from '../../shared/tables/reading'
import { keyText } from '../../shared/tables/text-forms'
import { textOf, type Importer, type ImportWriting } from './importer'

function keyOf(voucherNo: string, item: string, payer: string, source: string): string {
  return voucherNo === '' ? unnumberedKey(item, payer, source) : `no:${keyText(voucherNo)}`
}

/** An entry recorded before its voucher: the row that brings the number is the same entry. */
function unnumberedKey(item: string, payer: string, source: string): string {
  return `${keyText(item)}/${normaliseCompanyName(payer)}/${source}`
}

function tenThousand(amount: Fen | null): string | null {
  return amount === null ? null : formatMoney(amount, 'tenThousand')
}

/** An entry in the forms of the cell readers; amounts are decimal text. Unit: 万元. */
function cellsOf(entry: RevenueRecord): Record<RevenueField, FieldValue> {
  const { item, source, payer, bookedOn, voucherNo, findingText, status, reversedOn, reason, remark } = entry
  const amounts = { gross: tenThousand(entry.gross), districtRetained: tenThousand(entry.districtRetained) }
  return { item, source, payer, bookedOn, ...amounts, voucherNo, findingText, status, reversedOn, reason, remark }
}

function toStored(entry: RevenueRecord): StoredItem {
  const { id, item, voucherNo } = entry
  return { id, code: voucherNo || item, title: item, values: cellsOf(entry), isInScope: false }
}

/** The record's fields of a row's cells. */
function fieldsOf(row: TableRow, names: readonly string[]): Partial<RevenueRecord> {
  const fields: Record<string, unknown> = {}
  for (const name of names) {
    const text = textOf(row, name)
    const blank: unknown = emptyEntry[name as RevenueField]
    if (name === 'gross' || name === 'districtRetained') fields[name] = parseMoney(text, 'tenThousand')
    else fields[name] = text === '' ? blank : text
  }
  // Each field was read by the table engine in the form of its column.
  return fields
}

/** A table without 状态 tells by the day whether the money is in; an entry that is in is no clue any more. */
function settled(entry: RevenueRecord, row: TableRow): RevenueRecord {
  if (textOf(row, 'status') !== '') return entry
  const isOpen = entry.status === 'clue' || entry.status === 'confirmed'
  const isBookable = entry.bookedOn !== null && entry.gross !== null && entry.districtRetained !== null
  return isOpen && isBookable ? { ...entry, status: 'booked' } : entry
}

function withKey(entry: RevenueRecord) {
  return { ...entry, payerKey: normaliseCompanyName(entry.payer) }
}

function newEntry(planned: PlannedRow, writing: ImportWriting): RevenueRecord {
  const about = { id: writing.newId(), isSample: writing.isSample, createdAt: writing.now, updatedAt: writing.now }
  return settled({ ...emptyEntry, ...fieldsOf(planned.row, revenueFields), ...about }, planned.row)
}

/** A bureau's own 收入台账; an empty cell leaves what is recorded. */
export const revenueImporter: Importer = {
  kind: 'revenue',
  fields: revenueFields,
  mappable: revenueFields,
  doesBlankKeep: true,
  keyOf: (row) => keyOf(textOf(row, 'voucherNo'), textOf(row, 'item'), textOf(row, 'payer'), textOf(row, 'source')),
  alternativeKeyOf: (row) => unnumberedKey(textOf(row, 'item'), textOf(row, 'payer'), textOf(row, 'source')),
  titleOf: (row) => textOf(row, 'item'),
  codeOf: (row) => textOf(row, 'voucherNo') || textOf(row, 'item'),
  scopeTitle: (reading) => reading.title,
  existing: (db) => {
    const items = new Map<string, StoredItem>()
    for (const entry of readRevenueEntries(db)) {
      items.set(keyOf(entry.voucherNo, entry.item, entry.payer, entry.source), toStored(entry))
    }
    return items
  },
  items: (db) => readRevenueEntries(db).map(toStored),
  add: (db, planned, writing) => {
    const from = { batchId: writing.batchId, sourceRow: writing.batchId === null ? null : planned.row.row }
    insertRevenueEntry(db, { ...withKey(newEntry(planned, writing)), ...from })
  },
  update: (db, id, planned, writing) => {
    const stored = readRevenueEntry(db, id)
    if (!stored) return
    const changes = fieldsOf(
      planned.row,
      planned.changes.map(({ field }) => field),
    )
    const about = { isSample: writing.isSample, updatedAt: writing.now }
    const entry = settled({ ...toRevenueRecord(stored), ...changes, ...about }, planned.row)
    updateRevenueEntry(db, id, withKey(entry))
  },
}
