import { readFile } from 'node:fs/promises'
import { readSentOf } from '../../db/repositories/packages'
import { readUnits } from '../../db/repositories/units'
import type { Store } from '../../db/access'
import { err, ok, type Result } from '../../shared/core/result'
import type { issueContract } from '../../shared/district/issue-contract'
import { assignmentReport } from '../../shared/district/issued-papers'
import { shareSize, splitTables, type Split, type UnitShare } from '../../shared/district/split'
import type { AssignmentsPayload } from '../../shared/exchange/payloads'
import type { Input, Output } from '../../shared/ipc/procedure'
import { issueTerms } from '../../shared/terms/district-papers'
import { reportTerms } from '../../shared/terms/reports'
import type { Context } from '../context'
import { keepBytes } from '../core/attachment-store'
import { grantedFolder, grantFile } from '../core/grants'
import type { PackageDraft } from '../exchange/package-model'
import { documentBytes } from '../jobs/document-bytes'
import { planImport, writeImport } from '../tables/confirm'
import { discardPreview, openChoice, openPreview, type PreviewScope } from '../tables/preview'
import type { PreviewSession } from '../tables/sessions'
import { districtStore } from './district-store'
import { issueFolder, sealPackages } from './issue-packages'

type OpenSplit = (typeof issueContract)['district.openSplit']
type SaveSplit = (typeof issueContract)['district.saveSplit']

interface Table {
  readonly title: string
  readonly year: number
  /** Places in the preview. */
  readonly indexes: readonly number[]
  readonly split: Split
}

/** The tables of a preview that give tasks, parted by unit. */
function tableOf({ read }: Store, { tables }: PreviewSession): Result<Table> {
  const found = tables
    .map((table, index) => ({ ...table, index }))
    .filter(({ reading }) => reading.kind === 'assignments')
  const [first] = found
  if (!first) return err('splitNoUnits')
  const readings = found.map(({ reading }) => reading)
  const title = first.reading.title || first.reading.sheet
  const split = splitTables(readings, readUnits(read))
  return ok({ title, year: first.scope.year, indexes: found.map(({ index }) => index), split })
}

/** Reads one table over all units and shows what each would get; nothing is written. */
export async function openSplit(
  context: Context,
  { fileName, bytes }: Input<OpenSplit>,
  scope: Pick<PreviewScope, 'signal'>,
): Promise<Result<Output<OpenSplit>>> {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const { store } = opened.value
  const choice = { ...openChoice, kind: 'assignments' as const }
  const silent = { signal: scope.signal, report: () => {} }
  const session = await openPreview(context, store, { name: fileName, bytes, choice }, silent)
  if (!session.ok) return session
  const table = tableOf(store, session.value)
  if (!table.ok) {
    discardPreview(context, session.value.id)
    return table
  }
  const { title, year, split } = table.value
  return ok({
    session: session.value.id,
    title,
    year,
    units: split.shares.map((share) => ({ unitId: share.unit.id, name: share.unit.name, ...shareSize(share) })),
    unknown: [...split.unknown],
    totals: [...split.totals],
  })
}

/** The packages of a split, each with the unit's own 任务分解表. */
async function splitDrafts(
  context: Context,
  store: Store,
  district: string,
  { title, year, split }: Table,
): Promise<readonly PackageDraft[]> {
  const issue = { district, issuedOn: context.today(), year }
  const orders = split.shares.map((share) => ({ format: 'xlsx' as const, report: assignmentReport(share, issue) }))
  const files = await documentBytes(context, 'writeReports', { orders })
  return split.shares.map((share, index) => draftOf(store, share, { title, year }, files[index] ?? new Uint8Array()))
}

function draftOf(
  { read }: Store,
  share: UnitShare,
  { title, year }: Pick<Table, 'title' | 'year'>,
  bytes: Uint8Array,
): PackageDraft {
  const { name } = share.unit
  const { rows } = shareSize(share)
  const workbook = `${issueTerms.tableSubject}.xlsx`
  const payload: AssignmentsPayload = { unit: name, year, title, workbook, rows }
  // Several tables of a year go to one unit; each is a later edition, so that none is taken for an older one.
  const [sent] = readSentOf(read, 'assignments', null, name).filter((row) => row.year === year)
  return {
    kind: 'assignments',
    to: name,
    period: null,
    year,
    edition: (sent?.edition ?? 0) + 1,
    checkCode: '',
    counts: { rows },
    ruleSet: null,
    payload,
    files: [{ path: workbook, bytes }],
    attachments: [],
  }
}

/** Why a table cannot be parted as it is: nobody of ours in it, or somebody we do not know. */
function refusedSplit({ shares, unknown }: Split): Result<never> | null {
  if (unknown.length > 0)
    return err('splitUnknownUnits', { count: unknown.length, names: unknown.join(reportTerms.enumeration) })
  return shares.length === 0 ? err('splitNoUnits') : null
}

/** Writes a package for each unit, all into one new folder or none, and imports the table into the district's own store. */
export async function saveSplit(
  context: Context,
  { session: id, folder }: Input<SaveSplit>,
): Promise<Result<Output<SaveSplit>>> {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const { store, office } = opened.value
  const parent = grantedFolder(context, folder)
  if (!parent.ok) return parent
  const session = context.previews.get(id)
  if (!session) return err('previewExpired')
  const table = tableOf(store, session)
  if (!table.ok) return table
  const refused = refusedSplit(table.value.split)
  if (refused) return refused
  const choice = { tables: table.value.indexes, rows: 'all', withdraw: true, isSample: false } as const
  const planned = planImport(store, session, choice)
  if (!planned.ok) return planned
  const original = await readFile(session.file).catch(() => null)
  if (original === null) return err('previewExpired')
  const kept = await keepBytes(context.dataFolder, original)
  if (!kept.ok) return kept
  const packages = await sealPackages(context, store, await splitDrafts(context, store, office.name, table.value))
  if (!packages.ok) return packages
  const name = [issueTerms.splitFolder, String(table.value.year), context.today().replaceAll('-', '')].join('_')
  const issued = await issueFolder(context, { parent: parent.value, name }, packages.value, (db) =>
    writeImport(context, db, session, planned.value, choice, original.length),
  )
  if (!issued.ok) return issued
  discardPreview(context, id)
  return ok({ files: packages.value.length, folderToken: grantFile(context, issued.value) })
}
