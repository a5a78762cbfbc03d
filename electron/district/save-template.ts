import { readAssignments } from '../../db/repositories/assignments'
import { readUnit } from '../../db/repositories/units'
import type { ReadDb } from '../../db/access'
import { streamSchema } from '../../shared/core/schemas'
import { err, ok, type Result } from '../../shared/core/result'
import type { districtContract } from '../../shared/district/contract'
import type { UnitRecord } from '../../shared/district/record'
import { templateWorkbook, type AskedFigure } from '../../shared/district/template-workbook'
import type { Input, Output } from '../../shared/ipc/procedure'
import { matchesUnit } from '../../shared/registry/unit-names'
import { parseReportPeriod } from '../../shared/reports/period'
import { returnTemplateText } from '../../shared/terms/district'
import type { Context } from '../context'
import { grantedFolder } from '../core/grants'
import { savePackageFile, type PackageFile } from '../exchange/save-package-file'
import { documentBytes } from '../jobs/document-bytes'
import { reportFileName } from '../reports/export-report'
import { districtStore } from './district-store'
import { openPeriodOf } from './periods'

/** What the district assigned to the unit in its own store, by number; the usual figures where it assigned nothing. */
function askedFigures(db: ReadDb, year: number, unit: UnitRecord | null): readonly AskedFigure[] {
  const names = unit ? [unit.name, ...unit.aliases] : []
  const assigned = readAssignments(db, year).flatMap((row): AskedFigure[] => {
    const stream = streamSchema.safeParse(row.stream)
    const isOwn = matchesUnit(row.responsibleUnit, names) && row.withdrawnOn === null
    if (!isOwn || !stream.success || row.itemCode === '') return []
    const label = [row.taskName, row.indicator].filter((text) => text !== '').join(' ')
    return [{ code: row.itemCode, stream: stream.data, label, unit: row.unit, target: row.target }]
  })
  const usual = returnTemplateText.usualFigures.map((figure) => ({ ...figure, target: null }))
  return assigned.length > 0 ? assigned : usual
}

type Save = (typeof districtContract)['district.saveTemplate']

/** Writes the 填报表 of a unit, or of nobody in particular, for a period that is open. */
export async function saveTemplate(
  context: Context,
  { unitId, period, folder }: Input<Save>,
): Promise<Result<Output<Save>>> {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const target = grantedFolder(context, folder)
  if (!target.ok) return target
  const { store, office } = opened.value
  const open = openPeriodOf(context, store.read, period)
  if (!open.ok) return open
  const parsed = parseReportPeriod(period)
  const unit = unitId === null ? null : readUnit(store.read, unitId)
  if (!parsed || (unitId !== null && !unit)) return err('notFound')
  const report = templateWorkbook({
    unit: unit?.name ?? '',
    office: office.name,
    period: parsed,
    today: context.today(),
    figures: askedFigures(store.read, parsed.year, unit),
  })
  const bytes = await documentBytes(context, 'writeReport', { format: 'xlsx', report })
  const saved = await savePackageFile(context, target.value, reportFileName(report, 'xlsx'), bytes)
  return saved.ok ? ok({ files: [toFile(saved.value)] }) : saved
}

/** Without its path, which the window must not know. */
export function toFile({ fileName, bytes, sha256, fileToken }: PackageFile): PackageFile {
  return { fileName, bytes, sha256, fileToken }
}
