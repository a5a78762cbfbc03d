import path from 'node:path'
import type { Store } from '../../db/access'
import { readPeople } from '../../db/repositories/people'
import { readProgram } from '../../db/repositories/rect-programs'
import {
  deleteReport,
  insertReport,
  nextReportVersion,
  readReport,
  readReports,
  type ListedReport,
} from '../../db/repositories/rect-papers'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers, Input, Output } from '../../shared/ipc/procedure'
import type { IssuedReport, paperContract, RectReportKind } from '../../shared/rectification/paper-contract'
import type { SelfCheckIssue } from '../../shared/rectification/statistics-contract'
import { withCheckCode } from '../../shared/reports/check-code'
import { plainText } from '../../shared/reports/plain-text'
import type { KeptReport } from '../../shared/reports/rectification-papers'
import { rectReport, type RectReport } from '../../shared/reports/rectification-report'
import { rectReportKindLabels } from '../../shared/terms/rectification'
import { reportTerms } from '../../shared/terms/reports'
import { openedStore, writeIntent, type Context } from '../context'
import { writeBesideIfBusy } from '../core/atomic-file'
import { clockStamp } from '../core/clock'
import { grantedFolder } from '../core/grants'
import { documentBytes } from '../jobs/document-bytes'
import { sha256Hex } from '../reports/digest'
import { reportFileName } from '../reports/export-report'
import { programsById } from './present'
import { reportFactsOf } from './report-facts'
import { selfCheckOf } from './self-check'
import { grantedPaper, issuePaper } from './write-paper'

type ReportCalls = Pick<
  typeof paperContract,
  | 'rectification.draftReport'
  | 'rectification.issueReport'
  | 'rectification.reports'
  | 'rectification.exportIssued'
  | 'rectification.recordSent'
  | 'rectification.removeSent'
>

interface Made extends RectReport {
  readonly programIds: readonly string[]
  readonly issues: readonly SelfCheckIssue[]
}

/** The report as the ledger gives it today, with its 核对码 and what does not agree. */
function madeReport(
  context: Context,
  store: Store,
  choice: Input<ReportCalls['rectification.draftReport']> & { readonly docNo: string; readonly version: number | null },
): Result<Made> {
  const { kind, shown, docNo, version } = choice
  const programIds = [...new Set(choice.programIds)]
  const facts = reportFactsOf(context, store, { kind, programIds })
  if (!facts.ok) return facts
  const people = readPeople(store.read, true).map(({ name }) => name)
  const made = rectReport(facts.value, { kind, people, shown: new Set(shown), docNo, version })
  const issues = selfCheckOf(context, store, { programIds, text: made.checkedText })
  return ok({ ...made, report: withCheckCode(made.report, sha256Hex), programIds, issues })
}

function previewOf(kind: RectReportKind, made: Made): Output<ReportCalls['rectification.draftReport']> {
  const { report, blocks, hidden, issues } = made
  return {
    kind,
    title: report.document?.title ?? '',
    blocks: blocks.map((block) => ({
      kind: block.kind,
      level: block.kind === 'heading' ? block.level : 0,
      text: block.text,
    })),
    hidden: [...hidden],
    issues: [...issues],
    checkCode: report.checkCode,
    plainText: plainText(report),
  }
}

function presentReports(store: Store, rows: readonly ListedReport[]): IssuedReport[] {
  const programs = programsById(store)
  return rows.map(({ programIds, ...row }) => ({
    ...row,
    programTitle: programIds.flatMap((id) => programs.get(id)?.title ?? []).join(reportTerms.enumeration),
    // Closed lists and days are only written from the contract's own.
    kind: row.kind as RectReportKind,
    dueOn: row.dueOn as IsoDate | null,
    asOf: row.asOf as IsoDate,
    issuedOn: row.issuedOn as IsoDate,
  }))
}

async function issueReport(
  context: Context,
  input: Input<ReportCalls['rectification.issueReport']>,
): Promise<Result<Output<ReportCalls['rectification.issueReport']>>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { read } = store.value
  const target = grantedFolder(context, input.folder)
  if (!target.ok) return target
  const { kind, dueOn } = input
  const docNo = input.docNo.trim()
  const [only, ...others] = new Set(input.programIds)
  const programId = others.length === 0 ? (only ?? null) : null
  const version = nextReportVersion(read, programId, kind)
  const made = madeReport(context, store.value, { ...input, docNo, version })
  if (!made.ok) return made
  const { report, programIds, issues } = made.value
  const content: KeptReport = { format: 1, report, programIds }
  const id = context.newId()
  const title = `${rectReportKindLabels[kind]} ${version}`
  const issued = await issuePaper(context, report, target.value, () =>
    writeIntent(context, 'rectification.issueReport', { title, value: report.checkCode }, (db) => {
      // Another one may have gone out while this file was written.
      if (nextReportVersion(db, programId, kind) !== version) return err('changedMeanwhile')
      insertReport(db, {
        id,
        programId,
        kind,
        dueOn,
        version,
        docNo,
        content,
        asOf: report.asOf,
        issuedOn: report.preparedOn,
        issuedBy: context.actor(),
        checkCode: report.checkCode,
        remark: '',
        isSample: false,
      })
      return ok({})
    }),
  )
  if (!issued.ok) return issued
  const [row] = presentReports(
    store.value,
    readReports(read).filter((each) => each.id === id),
  )
  return row ? ok({ file: issued.value.file, report: row, issues: [...issues] }) : err('notFound')
}

/** The document of an issued report, out of what was kept of it alone. */
async function exportIssued(
  context: Context,
  { id, folder }: Input<ReportCalls['rectification.exportIssued']>,
): Promise<Result<Output<ReportCalls['rectification.exportIssued']>>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const target = grantedFolder(context, folder)
  if (!target.ok) return target
  const row = readReport(store.value.read, id)
  if (!row) return err('notFound')
  if (row.content === null) return err('notIssued')
  // Only written from a KeptReport.
  const { report } = row.content as KeptReport
  const bytes = await documentBytes(context, 'writeReport', { format: 'docx', report })
  const file = path.join(target.value, reportFileName(report, 'docx'))
  const written = await writeBesideIfBusy(file, bytes, clockStamp(context.now()))
  return written.ok ? ok({ file: grantedPaper(context, written.value) }) : written
}

function recordSent(
  context: Context,
  input: Input<ReportCalls['rectification.recordSent']>,
): Result<{ readonly id: string }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { programId, dueOn, sentOn } = input
  const program = readProgram(store.value.read, programId)
  if (!program) return err('notFound')
  const today = context.today()
  if (sentOn > today) return err('findingDayInFuture', { on: sentOn, today })
  const id = context.newId()
  return writeIntent(context, 'rectification.recordSent', { title: program.title, value: dueOn }, (db) => {
    insertReport(db, {
      id,
      programId,
      dueOn,
      kind: 'periodic',
      asOf: sentOn,
      version: nextReportVersion(db, programId, 'periodic'),
      issuedOn: sentOn,
      issuedBy: context.actor(),
      docNo: input.docNo.trim(),
      checkCode: '',
      remark: input.remark.trim(),
      content: null,
      isSample: false,
    })
    return ok({ id })
  })
}

/** 整改报告: drafted, issued for good, written again; and periodic ones that went out by another way. */
export const reportHandlers: Handlers<ReportCalls, Context> = {
  'rectification.draftReport': (context, choice) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const made = madeReport(context, store.value, { ...choice, docNo: '', version: null })
    return made.ok ? ok(previewOf(choice.kind, made.value)) : made
  },

  'rectification.issueReport': (context, input) => issueReport(context, input),

  'rectification.reports': (context, { programId }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const rows = readReports(store.value.read)
    const own = programId === null ? rows : rows.filter(({ programIds }) => programIds.includes(programId))
    return ok(presentReports(store.value, own))
  },

  'rectification.exportIssued': (context, input) => exportIssued(context, input),
  'rectification.recordSent': (context, input) => recordSent(context, input),

  'rectification.removeSent': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readReport(store.value.read, id)
    if (!row) return err('notFound')
    if (row.content !== null) return err('issuedReportStays')
    return writeIntent(context, 'rectification.removeSent', { title: row.dueOn ?? row.issuedOn }, (db) => {
      deleteReport(db, id)
      return ok({})
    })
  },
}
