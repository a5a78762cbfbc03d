import { answerObjection, readObjection, readObjections, type ObjectionRow } from '../../db/repositories/objections'
import { readPublication, readPublications, type PublicationRow } from '../../db/repositories/publications'
import { readCurrentSubmissions } from '../../db/repositories/submissions'
import { readUnits } from '../../db/repositories/units'
import type { ReadDb } from '../../db/access'
import { err, ok, type Result } from '../../shared/core/result'
import type { issueContract } from '../../shared/district/issue-contract'
import type { Handlers, Input, Output } from '../../shared/ipc/procedure'
import { fillText } from '../../shared/reports/sentences'
import { receiptTerms } from '../../shared/terms/district-papers'
import { writeIntent, type Context } from '../context'
import { approvedLines } from './approved-lines'
import { districtStore } from './district-store'
import { giveVerdicts } from './give-verdicts'
import { periodOf } from './periods'
import { changesOf, resultOf, sheetsOf } from './publication-papers'
import { pendingChanges, publish } from './publish'
import { saveReceipts } from './receipts'
import { savePublication } from './save-publication'

type PublishCalls = Pick<
  typeof issueContract,
  | 'district.publish'
  | 'district.publications'
  | 'district.publication'
  | 'district.pendingChanges'
  | 'district.publicationSheets'
  | 'district.savePublication'
  | 'district.saveReceipts'
  | 'district.objections'
  | 'district.answerObjection'
>
type ShownPublication = Output<PublishCalls['district.publications']>[number]
type ShownObjection = Output<PublishCalls['district.objections']>[number]

function presentPublication({ content: _content, isSample: _sample, ...row }: PublicationRow): ShownPublication {
  // Closed lists and days are only written from the contract's own.
  return row as ShownPublication
}

/** The objections of a period with the unit's name and what the line is called in the edition that counts. */
function presentObjections(db: ReadDb, period: string): ShownObjection[] {
  const units = new Map(readUnits(db).map(({ id, name }) => [id, name]))
  const labels = new Map(
    readCurrentSubmissions(db, period).flatMap(({ head, payload }) =>
      payload.lines.map(({ key, label }) => [`${head.unitId}|${key}`, label] as const),
    ),
  )
  return readObjections(db, period).map(({ isSample: _sample, answeredBy: _by, ...row }) => {
    const label = labels.get(`${row.unitId}|${row.lineKey ?? ''}`) ?? ''
    // Days are only written from IsoDate.
    return { ...row, unit: units.get(row.unitId) ?? '', label } as ShownObjection
  })
}

type Answer = Input<PublishCalls['district.answerObjection']>

/** What the acceptance of an objection to a line changes: the report stands, or the number that was agreed on. */
function verdictOf({ lineKey }: ObjectionRow, { isAccepted, answer, approved }: Answer) {
  if (!isAccepted || lineKey === null) return []
  const reason = fillText(receiptTerms.objectionAccepted, { answer })
  return [
    { key: lineKey, verdict: approved === null ? ('accepted' as const) : ('adjusted' as const), approved, reason },
  ]
}

/** Answer and verdict in one: a locked period is open to objections, and the next version tells what they changed. */
function answered(context: Context, input: Answer): Result<{}> {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const { read } = opened.value.store
  const row = readObjection(read, input.id)
  if (!row) return err('notFound')
  if (row.isAccepted !== null) return err('objectionAnswered')
  const text = input.answer.trim()
  if (text === '') return err('invalidInput', { detail: 'answer' })
  const verdicts = verdictOf(row, { ...input, answer: text })
  const approved = approvedLines(read, row.period).get(row.unitId)
  if (verdicts.length > 0 && !approved) return err('verdictLineGone')
  return writeIntent(context, 'district.answerObjection', { title: row.text.slice(0, 40) }, (db) => {
    answerObjection(db, row.id, {
      isAccepted: input.isAccepted,
      answer: text,
      answeredOn: context.today(),
      answeredBy: context.actor(),
    })
    return approved && verdicts.length > 0 ? giveVerdicts(context, db, approved, verdicts) : ok({})
  })
}

/** 公布、回执与异议. */
export const publishHandlers: Handlers<PublishCalls, Context> = {
  'district.publish': (context, input) => publish(context, input),

  'district.publications': (context, { period }) => {
    const opened = districtStore(context)
    return opened.ok ? ok(readPublications(opened.value.store.read, period).map(presentPublication)) : opened
  },

  'district.publication': (context, { id }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const { read } = opened.value.store
    const row = readPublication(read, id)
    if (!row) return err('notFound')
    return ok({ row: presentPublication(row), result: resultOf(row), changes: [...changesOf(read, row)] })
  },

  'district.pendingChanges': (context, { period: key }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const { store } = opened.value
    const period = periodOf(context, store.read, key)
    if (!period.ok) return period
    const pending = pendingChanges(context, store, period.value)
    if (!pending.ok || pending.value === null) return pending.ok ? ok(null) : pending
    return ok({ version: pending.value.row.version, changes: [...pending.value.changes] })
  },

  'district.publicationSheets': (context, { id, isAnonymous }) => {
    const opened = districtStore(context)
    if (!opened.ok) return opened
    const { read } = opened.value.store
    const row = readPublication(read, id)
    if (!row) return err('notFound')
    const { poster, pages } = sheetsOf(read, row, isAnonymous)
    return ok({ poster, pages: [...pages] })
  },

  'district.savePublication': (context, input) => savePublication(context, input),
  'district.saveReceipts': (context, input) => saveReceipts(context, input),

  'district.objections': (context, { period }) => {
    const opened = districtStore(context)
    return opened.ok ? ok(presentObjections(opened.value.store.read, period)) : opened
  },

  'district.answerObjection': (context, input) => answered(context, input),
}
