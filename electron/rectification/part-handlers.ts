import type { ReadDb, WriteDb } from '../../db/access'
import {
  deletePart,
  insertPart,
  readPart,
  readPartsOf,
  updatePart,
  type FindingPartKind,
  type FindingPartRow,
} from '../../db/repositories/finding-parts'
import { readFinding, toFindingRecord } from '../../db/repositories/findings'
import { formatMoney, type Fen } from '../../shared/core/money'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers, Input } from '../../shared/ipc/procedure'
import type { rectificationContract } from '../../shared/rectification/contract'
import { isSettled } from '../../shared/rectification/lifecycle'
import type { FindingRecord } from '../../shared/rectification/record'
import type { FindingAmount } from '../../shared/rectification/part-records'
import { accountabilityLabels, treatmentLabels } from '../../shared/terms/rectification'
import { moneyUnits, partFieldLabels } from '../../shared/terms/rectification-parts'
import { moneyUnitWord } from '../../shared/terms/rectification-statistics'
import { openedStore, writeIntent, type Context } from '../context'
import { measureHandlers } from './measure-handlers'
import { touchFindings } from './measure-status'

type PartCalls = Pick<
  typeof rectificationContract,
  | 'rectification.saveMeasure'
  | 'rectification.removeMeasure'
  | 'rectification.setMeasureStatus'
  | 'rectification.savePoint'
  | 'rectification.removePoint'
  | 'rectification.saveAmount'
  | 'rectification.saveRule'
  | 'rectification.saveAccountability'
  | 'rectification.removePart'
>

/** Unit: characters. */
const quoteLength = 40

/** A finding whose parts may still be changed. */
function editableFinding(db: ReadDb, id: string): Result<FindingRecord> {
  const row = readFinding(db, id)
  if (!row) return err('notFound')
  const finding = toFindingRecord(row)
  return isSettled(finding) ? err('findingNotEditable') : ok(finding)
}

/** Writes a part of a finding, which counts as edited by it. */
function writePart<T>(
  context: Context,
  name: string,
  finding: FindingRecord,
  value: string,
  work: (db: WriteDb) => T,
): Result<T> {
  return writeIntent(context, name, { title: finding.title, value: value.slice(0, quoteLength) }, (db) => {
    const done = work(db)
    touchFindings(context, db, [finding])
    return ok(done)
  })
}

/** Saves over the part of that id, which never changes its finding, or adds one. */
function savePart<K extends FindingPartKind>(
  context: Context,
  name: string,
  kind: K,
  input: { readonly id: string | null; readonly findingId: string },
  about: { readonly value: string; readonly row: (finding: FindingRecord, id: string) => FindingPartRow<K> },
): Result<{ readonly id: string }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { read } = store.value
  const finding = editableFinding(read, input.findingId)
  if (!finding.ok) return finding
  if (input.id !== null && readPart(read, kind, input.id)?.findingId !== input.findingId) return err('notFound')
  const id = input.id ?? context.newId()
  const row = about.row(finding.value, id)
  return writePart(context, name, finding.value, about.value, (db) => {
    if (input.id === null) insertPart(db, kind, row)
    else updatePart(db, kind, id, row)
    return { id }
  })
}

type AmountInput = Input<PartCalls['rectification.saveAmount']>

function moneyText(amount: Fen | null): string | null {
  return amount === null ? null : formatMoney(amount, 'tenThousand')
}

/** The figures of an amount: money in 分 without a unit, else decimals in the unit. */
function figuresOf(
  input: AmountInput,
): Result<Pick<FindingAmount, 'unit' | 'requiredFen' | 'doneFen' | 'required' | 'done'>> {
  const unit = input.unit.trim()
  if (moneyUnits.has(unit)) return err('amountUnitWrong', { unit })
  const isMoney = unit === ''
  const { requiredFen, doneFen, required, done } = input
  const isEmpty = isMoney ? requiredFen === null && doneFen === null : required === null && done === null
  const treatment = treatmentLabels[input.treatment]
  if (isEmpty) return err('amountNeedsFigure', { treatment })
  const figures = isMoney ? [requiredFen, doneFen].map(moneyText) : [required, done]
  const negative = figures.find((figure) => figure?.startsWith('-'))
  if (negative !== undefined && negative !== null)
    return err('amountNegative', { treatment, value: negative, unit: isMoney ? moneyUnitWord : unit })
  return ok(
    isMoney
      ? { unit, requiredFen, doneFen, required: null, done: null }
      : { unit, requiredFen: null, doneFen: null, required, done },
  )
}

type PointInput = Input<PartCalls['rectification.savePoint']>

/** A 条 hangs on a 问题表现 of its own finding; nothing hangs on a 条, or on itself. */
function isPlacedWrong(db: ReadDb, { id, findingId, parentId }: PointInput): boolean {
  if (parentId === null) return false
  const points = readPartsOf(db, 'point', findingId)
  const parent = points.find((point) => point.id === parentId)
  if (!parent || parent.parentId !== null || parentId === id) return true
  return id !== null && points.some((point) => point.parentId === id)
}

function savePoint(context: Context, input: PointInput): Result<{ readonly id: string }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { read } = store.value
  if (isPlacedWrong(read, input)) return err('notFound')
  const text = input.text.trim()
  if (text === '') return err('findingNeedsFields', { fields: partFieldLabels.pointText })
  const { findingId, parentId } = input
  const points = readPartsOf(read, 'point', findingId)
  const last = Math.max(0, ...points.map((point) => point.position))
  const position = points.find((point) => point.id === input.id)?.position ?? last + 1
  return savePart(context, 'rectification.savePoint', 'point', input, {
    value: text,
    row: ({ isSample }, id) => ({ id, findingId, parentId, position, no: input.no.trim(), text, isSample }),
  })
}

/** Deletes a part of an open finding, and what hangs on it. */
function removePart(
  context: Context,
  name: string,
  kind: 'point' | 'amount' | 'rule' | 'accountability',
  id: string,
): Result<Record<string, never>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { read } = store.value
  const part = readPart(read, kind, id)
  if (!part) return err('notFound')
  const finding = editableFinding(read, part.findingId)
  if (!finding.ok) return finding
  const below =
    kind === 'point' ? readPartsOf(read, 'point', part.findingId).filter((point) => point.parentId === id) : []
  return writePart(context, name, finding.value, '', (db) => {
    for (const point of below) deletePart(db, 'point', point.id)
    deletePart(db, kind, id)
    return {}
  })
}

/** 问题表现、措施、整改金额、建章立制、追责问责. */
export const partHandlers: Handlers<PartCalls, Context> = {
  ...measureHandlers,

  'rectification.savePoint': (context, input) => savePoint(context, input),
  'rectification.removePoint': (context, { id }) => removePart(context, 'rectification.removePoint', 'point', id),

  'rectification.saveAmount': (context, input) => {
    const figures = figuresOf(input)
    if (!figures.ok) return figures
    const { findingId, treatment } = input
    const texts = { voucherNo: input.voucherNo.trim(), reason: input.reason.trim() }
    return savePart(context, 'rectification.saveAmount', 'amount', input, {
      value: treatmentLabels[treatment],
      row: ({ isSample }, id) => ({ id, findingId, treatment, ...figures.value, ...texts, isSample }),
    })
  },

  'rectification.saveRule': (context, input) => {
    const { findingId, issuedOn } = input
    const [name, docNo] = [input.name.trim(), input.docNo.trim()]
    if (name === '') return err('findingNeedsFields', { fields: partFieldLabels.ruleName })
    return savePart(context, 'rectification.saveRule', 'rule', input, {
      value: name,
      row: ({ isSample }, id) => ({ id, findingId, name, docNo, issuedOn, isSample }),
    })
  },

  'rectification.saveAccountability': (context, input) => {
    const { findingId, form, persons, decidedOn } = input
    return savePart(context, 'rectification.saveAccountability', 'accountability', input, {
      value: accountabilityLabels[form],
      row: ({ isSample }, id) => ({ id, findingId, form, persons, decidedOn, note: input.note.trim(), isSample }),
    })
  },

  'rectification.removePart': (context, { kind, id }) => removePart(context, 'rectification.removePart', kind, id),
}
