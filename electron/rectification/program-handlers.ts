import type { Store } from '../../db/access'
import { countAlike, countMeasures } from '../../db/repositories/finding-counts'
import {
  countFindingsOf,
  countIssuedReports,
  deleteProgram,
  insertProgram,
  readProgram,
  readPrograms,
  readSentReports,
  remapStatus,
  toProgramRecord,
  updateProgram,
  type ProgramRow as StoredProgram,
} from '../../db/repositories/rect-programs'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import { lastWorkdayOnOrBefore } from '../../shared/core/workdays'
import type { Handlers, Input } from '../../shared/ipc/procedure'
import { dueOf, reportDaysAround } from '../../shared/rectification/clocks'
import type { ProgramRow, rectificationContract } from '../../shared/rectification/contract'
import { countingOf, rateTextOf, tallyOf } from '../../shared/rectification/counting'
import { emptyProgram } from '../../shared/rectification/empty-records'
import type { ProgramFields, ProgramRecord, RectClock, StatusWord } from '../../shared/rectification/record'
import { wordOf } from '../../shared/rectification/status'
import { keyText } from '../../shared/tables/text-forms'
import { reportTerms } from '../../shared/terms/reports'
import { openedStore, writeIntent, type Context } from '../context'
import { dayLightsOf } from './present'
import { trimmed } from './trimmed'

type ProgramCalls = Pick<
  typeof rectificationContract,
  'rectification.programs' | 'rectification.saveProgram' | 'rectification.removeProgram'
>

/** Dates to come that are shown of a periodic report. Source: product F7. */
const NEXT_REPORTS = 4

function reportsDueOf(context: Context, store: Store) {
  const [today, calendars] = [context.today(), context.calendars()]
  const sent = readSentReports(store.read)
  const lightOf = dayLightsOf(context, store)
  return ({ id, feedbackOn, reportCycleMonths }: ProgramRecord): ProgramRow['reportsDue'] => {
    if (feedbackOn === null || reportCycleMonths === null) return []
    const { passed, next } = reportDaysAround(feedbackOn, reportCycleMonths, today, NEXT_REPORTS)
    const sentOf = sent.get(id)
    return [...passed.filter((day) => !sentOf?.has(day)), ...next].map((dueOn) => {
      const sentOn = sentOf?.get(dueOn) ?? null
      const remindOn = lastWorkdayOnOrBefore(dueOn, calendars).day
      return { dueOn, remindOn, sentOn, light: sentOn === null ? lightOf(dueOn).light : 'none' }
    })
  }
}

/** Every programme with its counts, its rate by its own rule, and the dates that it runs on. */
function presentPrograms(context: Context, store: Store): ProgramRow[] {
  const { read } = store
  const alike = countAlike(read, context.today())
  const measures = countMeasures(read)
  const reportsOf = reportsDueOf(context, store)
  const calendars = context.calendars()
  const dueAfter = (clock: RectClock | null, from: IsoDate | null): IsoDate | null =>
    clock === null || from === null ? null : dueOf(clock, from, calendars).dueOn
  return readPrograms(read).map((row) => {
    const program = toProgramRecord(row)
    const groups = alike.filter(({ programId }) => programId === row.id)
    const tally = tallyOf(
      groups.flatMap((group) => Array.from({ length: group.count }, () => countingOf(group, program))),
    )
    return {
      ...program,
      findings: tally.total,
      done: tally.done,
      overdue: groups.reduce((sum, { overdue }) => sum + overdue, 0),
      measures: measures.get(row.id) ?? 0,
      ...rateTextOf(tally, program.rateRule),
      planDueOn: dueAfter(program.clocks.plan, program.feedbackOn),
      firstReportDueOn: dueAfter(program.clocks.firstReport, program.feedbackOn),
      reportsDue: reportsOf(program),
      hasNotice: row.noticeText !== '',
    }
  })
}

/** Another programme for the same document: the same number, or without numbers the same title of the same years. */
function sameProgram(rows: readonly StoredProgram[], program: ProgramRecord): StoredProgram | undefined {
  const [docNo, title, years] = [keyText(program.docNo), keyText(program.title), keyText(program.originYears)]
  return rows.find((row) => {
    if (row.id === program.id || row.source !== program.source) return false
    const other = keyText(row.docNo)
    if (docNo !== '' && other !== '') return docNo === other
    return keyText(row.title) === title && keyText(row.originYears) === years
  })
}

/** Each word once, the first one counting. */
function withoutRepeats(vocabulary: readonly StatusWord[]): StatusWord[] {
  const words = vocabulary.map((word) => ({ ...word, label: word.label.trim() })).filter(({ label }) => label !== '')
  return [...new Map(words.toReversed().map((word) => [word.label, word])).values()].toReversed()
}

/** Words that mean another status than before. */
function changedWords(before: readonly StatusWord[], after: readonly StatusWord[]): readonly StatusWord[] {
  return after.filter((word) => wordOf(before, word.label)?.status !== word.status)
}

function savedProgram(
  context: Context,
  stored: StoredProgram | null,
  input: Input<ProgramCalls['rectification.saveProgram']>,
): ProgramRecord {
  // The contract's optional fields are those of the record, some of them not given.
  const given = trimmed(input.fields as Partial<ProgramFields>)
  const now = context.now()
  const before = stored
    ? toProgramRecord(stored)
    : {
        ...emptyProgram(given.source ?? 'special'),
        id: context.newId(),
        isSample: false,
        createdAt: now,
        updatedAt: now,
      }
  const program = { ...before, ...given, updatedAt: now }
  return { ...program, vocabulary: withoutRepeats(program.vocabulary) }
}

function saveProgram(
  context: Context,
  input: Input<ProgramCalls['rectification.saveProgram']>,
): Result<{ id: string }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { read } = store.value
  const stored = input.id === null ? null : readProgram(read, input.id)
  if (input.id !== null && !stored) return err('notFound')
  if (stored && input.expectedUpdatedAt !== null && stored.updatedAt !== input.expectedUpdatedAt)
    return err('changedMeanwhile')
  const program = savedProgram(context, stored, input)
  if (program.title === '') return err('programNeedsTitle')
  const same = sameProgram(readPrograms(read), program)
  if (same) return err('programExists', { title: same.title, docNo: same.docNo || reportTerms.none })
  const changed = stored ? changedWords(stored.vocabulary, program.vocabulary) : []
  return writeIntent(context, 'rectification.saveProgram', { title: program.title }, (db) => {
    if (stored) updateProgram(db, program.id, program)
    else insertProgram(db, { ...program, noticeText: '', batchId: null })
    for (const word of changed) remapStatus(db, program.id, word, program.updatedAt)
    return ok({ id: program.id })
  })
}

/** 整改来源. */
export const programHandlers: Handlers<ProgramCalls, Context> = {
  'rectification.programs': (context) => {
    const store = openedStore(context)
    return store.ok ? ok(presentPrograms(context, store.value)) : store
  },

  'rectification.saveProgram': (context, input) => saveProgram(context, input),

  'rectification.removeProgram': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const { read } = store.value
    const program = readProgram(read, id)
    if (!program) return err('notFound')
    const count = countFindingsOf(read, id)
    if (count > 0) return err('programInUse', { count })
    if (countIssuedReports(read, id) > 0) return err('issuedReportStays')
    return writeIntent(context, 'rectification.removeProgram', { title: program.title }, (db) => {
      deleteProgram(db, id)
      return ok({})
    })
  },
}
