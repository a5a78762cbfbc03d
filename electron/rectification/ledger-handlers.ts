import type { Store } from '../../db/access'
import { readFindingPage } from '../../db/repositories/finding-list'
import { toFindingRecord } from '../../db/repositories/findings'
import { readBureau } from '../../db/repositories/settings'
import { yearOf } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers, Input, Output } from '../../shared/ipc/procedure'
import type { rectificationContract } from '../../shared/rectification/contract'
import { noFindingFilter, type FindingFilter } from '../../shared/rectification/finding-rows'
import type { RectLedgerForm } from '../../shared/rectification/paper-contract'
import { auditSources, rectSources, type ProgramRecord, type RectSource } from '../../shared/rectification/record'
import { findingLedger, type LedgerFinding } from '../../shared/reports/finding-ledgers'
import { situationReport } from '../../shared/reports/finding-situation'
import type { Report } from '../../shared/reports/model'
import { findingFilterTexts } from '../../shared/terms/rectification-filter'
import { openedStore, type Context } from '../context'
import { grantedFolder } from '../core/grants'
import { exportLedger } from '../reports/export-ledger'
import { readLedgerParts } from '../tables/finding-items'
import { listViewOf } from './finding-handlers'
import { programsById } from './present'
import { selfCheckOf } from './self-check'

type Calls = Pick<typeof rectificationContract, 'rectification.export'>

/** Enough for any district's ledger. */
const exportLimit = 100_000

/** Audits go into the audit ledger, inspections into the other; 专项检查 may be kept in either. */
function sourcesOf(form: RectLedgerForm, chosen: readonly RectSource[]): RectSource[] {
  return rectSources.filter((source) => {
    const belongs = source === 'special' || auditSources.has(source) !== (form === 'inspection')
    return belongs && (chosen.length === 0 || chosen.includes(source))
  })
}

interface Exported {
  readonly findings: readonly LedgerFinding[]
  readonly all: number
}

function exportedFindings(
  context: Context,
  store: Store,
  { form, filter, sort }: Input<Calls['rectification.export']>,
  programs: ReadonlyMap<string, ProgramRecord>,
): Exported {
  const view = listViewOf(context, store)
  const read = (wanted: FindingFilter, limit: number) =>
    readFindingPage(store.read, wanted, sort, view, { offset: 0, limit })
  const all = read({ ...noFindingFilter, sources: sourcesOf(form, []) }, 1).total
  const sources = sourcesOf(form, filter.sources)
  if (sources.length === 0) return { findings: [], all }
  const partsOf = readLedgerParts(store.read)
  const findings = read({ ...filter, sources }, exportLimit).rows.flatMap((row): LedgerFinding[] => {
    const program = programs.get(row.programId)
    return program ? [{ finding: toFindingRecord(row), program, parts: partsOf(row.id) }] : []
  })
  return { findings, all }
}

async function exportFindings(
  context: Context,
  input: Input<Calls['rectification.export']>,
): Promise<Result<Output<Calls['rectification.export']>>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const target = grantedFolder(context, input.folder)
  if (!target.ok) return target
  const bureau = readBureau(store.value.read)
  if (!bureau) return err('notInitialised')
  const programs = programsById(store.value)
  const { findings, all } = exportedFindings(context, store.value, input, programs)
  if (findings.length === 0) return err('rectificationEmpty')
  const programIds = [...new Set(findings.map(({ program }) => program.id))]
  const issues = selfCheckOf(context, store.value, { programIds, text: null })
  const today = context.today()
  const facts = {
    bureau: bureau.name,
    year: bureau.year || yearOf(today),
    asOf: today,
    exportedAt: context.now().slice(0, 16).replace('T', ' '),
    totalCount: all,
    filters: findingFilterTexts(input.filter, (id) => programs.get(id)?.title ?? ''),
    findings,
  }
  const report: Report =
    input.form === 'situation' ? situationReport(facts) : findingLedger({ ...facts, form: input.form })
  const file = await exportLedger(context, report, target.value)
  return file.ok ? ok({ file: file.value, exported: findings.length, all, issues }) : file
}

/** 整改台账 and 情况表 as workbooks. */
export const ledgerHandlers: Handlers<Calls, Context> = {
  'rectification.export': (context, input) => exportFindings(context, input),
}
