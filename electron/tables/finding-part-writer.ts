import type { WriteDb } from '../../db/access'
import { deletePart, insertPart, readPartRecords, readPartsOf, updatePart } from '../../db/repositories/finding-parts'
import { fen, parseMoney, type Fen } from '../../shared/core/money'
import { amountsAfter, type LedgerAmount } from '../../shared/rectification/ledger-amounts'
import { splitNames } from '../../shared/rectification/ledger-texts'
import { splitItems } from '../../shared/rectification/measure-text'
import { treatments, type Treatment } from '../../shared/rectification/record'
import { type Referral } from '../../shared/rectification/part-records'
import type { TableRow } from '../../shared/tables/reading'
import { lineText } from '../../shared/tables/text-forms'
import { findingLedgerTerms } from '../../shared/terms/rectification-tables'
import { textOf, type ImportWriting } from './importer'

/** A finding whose parts are written, and whether it has any yet. */
export interface PartsOwner {
  readonly id: string
  readonly isNew: boolean
}

function moneyOf(row: TableRow, field: string): Fen | null {
  const text = textOf(row, field)
  return text === '' ? null : parseMoney(text, 'tenThousand')
}

function countOf(row: TableRow, field: string): number | null {
  const value = row.values[field]
  return typeof value === 'number' ? value : null
}

/** 问题表现 anew: they have nothing of their own but their words. */
export function writePoints(db: WriteDb, { id, isNew }: PartsOwner, row: TableRow, writing: ImportWriting): void {
  if (!isNew) for (const point of readPartsOf(db, 'point', id)) deletePart(db, 'point', point.id)
  splitItems(textOf(row, 'points')).forEach((text, index) => {
    const place = { parentId: null, position: index + 1, no: '' }
    insertPart(db, 'point', { id: writing.newId(), findingId: id, ...place, text, isSample: writing.isSample })
  })
}

/** 整改金额 by treatment, so that the sums are those of the table; other units stay as they are. */
export function writeAmounts(db: WriteDb, { id, isNew }: PartsOwner, row: TableRow, writing: ImportWriting): void {
  const done = new Map<Treatment, Fen>()
  for (const treatment of treatments) {
    const amount = moneyOf(row, treatment)
    if (amount !== null) done.set(treatment, amount)
  }
  const required = moneyOf(row, 'requiredAmount')
  if (done.size === 0 && required === null) return
  const known = isNew ? [] : readPartRecords(db, 'amount', id).filter(({ unit }) => unit === '')
  const before = new Map<string, LedgerAmount>(known.map((amount) => [amount.id, amount]))
  for (const amount of amountsAfter([...before.values()], { required, done })) {
    const { treatment, requiredFen, doneFen } = amount
    if (amount.id === null) {
      const rest = { unit: '', required: null, done: null, voucherNo: '', reason: '', isSample: writing.isSample }
      insertPart(db, 'amount', { id: writing.newId(), findingId: id, treatment, requiredFen, doneFen, ...rest })
    } else {
      const old = before.get(amount.id)
      if (old?.requiredFen !== requiredFen || old.doneFen !== doneFen)
        updatePart(db, 'amount', amount.id, { requiredFen, doneFen })
    }
  }
}

/** 建章立制 by name, and as many without a name as the table counts beyond. */
export function writeRules(db: WriteDb, { id, isNew }: PartsOwner, row: TableRow, writing: ImportWriting): void {
  const known = isNew ? [] : readPartsOf(db, 'rule', id)
  const given = textOf(row, 'ruleNames')
  const names = given === '' ? known.map(({ name }) => name).filter((name) => name !== '') : splitNames(given)
  const count = countOf(row, 'rulesMade') ?? known.length
  const wanted = [...names, ...Array.from({ length: Math.max(0, count - names.length) }, () => '')]
  for (const rule of known) {
    const index = wanted.indexOf(lineText(rule.name))
    if (index < 0) deletePart(db, 'rule', rule.id)
    else wanted.splice(index, 1)
  }
  for (const name of wanted) {
    const rest = { docNo: '', issuedOn: null, isSample: writing.isSample }
    insertPart(db, 'rule', { id: writing.newId(), findingId: id, name, ...rest })
  }
}

/** 追责问责 counts persons only; what is known of their treatment stays, the difference has none. */
export function writeAccountability(
  db: WriteDb,
  { id, isNew }: PartsOwner,
  row: TableRow,
  writing: ImportWriting,
): void {
  const count = countOf(row, 'accountable')
  if (count === null) return
  const known = isNew ? [] : readPartsOf(db, 'accountability', id)
  let missing = count - known.reduce((sum, { persons }) => sum + persons, 0)
  for (const each of known.toReversed()) {
    if (missing >= 0) break
    const persons = Math.max(0, each.persons + missing)
    missing += each.persons - persons
    if (persons === 0) deletePart(db, 'accountability', each.id)
    else updatePart(db, 'accountability', each.id, { persons })
  }
  if (missing <= 0) return
  insertPart(db, 'accountability', {
    id: writing.newId(),
    findingId: id,
    form: 'criticism',
    persons: missing,
    decidedOn: null,
    note: findingLedgerTerms.formUnknown,
    isSample: writing.isSample,
  })
}

/** 移送处理 as one act; further ones keep their figures and the first takes the difference. */
export function writeReferrals(
  db: WriteDb,
  { id, isNew }: PartsOwner,
  row: TableRow,
  writing: ImportWriting,
  referredOn: string,
): void {
  const [cases, persons, amount] = [
    countOf(row, 'referralCases'),
    countOf(row, 'referralPersons'),
    moneyOf(row, 'referralAmount'),
  ]
  if ((cases ?? 0) === 0 && (persons ?? 0) === 0 && (amount ?? 0) === 0 && isNew) return
  if (cases === null && persons === null && amount === null) return
  const [first, ...others] = isNew ? [] : readPartRecords(db, 'referral', id)
  if (!first) {
    const about = { to: '', docNo: '', referredOn, isSample: writing.isSample }
    insertPart(db, 'referral', {
      id: writing.newId(),
      findingId: id,
      cases: cases ?? 0,
      persons: persons ?? 0,
      amount,
      ...about,
    })
    return
  }
  const rest = (of: (each: Referral) => number): number => others.reduce((sum, each) => sum + of(each), 0)
  updatePart(db, 'referral', first.id, {
    ...(cases === null ? {} : { cases: Math.max(0, cases - rest((each) => each.cases)) }),
    ...(persons === null ? {} : { persons: Math.max(0, persons - rest((each) => each.persons)) }),
    ...(amount === null ? {} : { amount: fen(Math.max(0, amount - rest((each) => each.amount ?? 0))) }),
  })
}
