import { ok, type Result } from '../../shared/core/result'
import type { districtContract } from '../../shared/district/contract'
import { daysOverdue, reminderReport, reminderText, type ReminderFacts } from '../../shared/district/reminder'
import type { UnitRecord } from '../../shared/district/record'
import type { Input, Output } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { grantedFolder } from '../core/grants'
import { savePackageFile } from '../exchange/save-package-file'
import { documentBytes } from '../jobs/document-bytes'
import { reportFileName } from '../reports/export-report'
import { districtStore } from './district-store'
import { standingsOf } from './inbox'
import { periodOf } from './periods'
import { toFile } from './save-template'

interface Missing {
  readonly unit: UnitRecord
  readonly facts: ReminderFacts
}

/** The units that have not reported, or not again after 退回; nobody is asked for a period that is closed. */
function missingUnits(context: Context, period: string): Result<readonly Missing[]> {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const { store, office } = opened.value
  const found = periodOf(context, store.read, period)
  if (!found.ok) return found
  if (found.value.lockedOn !== null) return ok([])
  const today = context.today()
  return ok(
    standingsOf(context, store, found.value)
      .filter(({ standing }) => standing.state === 'missing' || standing.state === 'returned')
      .map(({ unit }) => ({ unit, facts: { office: office.name, unit: unit.name, period: found.value, today } })),
  )
}

type Reminders = Output<(typeof districtContract)['district.reminders']>

/** 催报: whom to call, and what to say. */
export function remindersOf(context: Context, period: string): Result<Reminders> {
  const missing = missingUnits(context, period)
  if (!missing.ok) return missing
  return ok(
    missing.value.map(({ unit: { id, name, contact, phone }, facts }) => ({
      unitId: id,
      unit: name,
      contact,
      phone,
      days: daysOverdue(facts),
      text: reminderText(facts),
    })),
  )
}

type Save = (typeof districtContract)['district.saveReminders']

/** Writes one 催报单 (.docx) for each of them; all are made before the first is written. */
export async function saveReminders(context: Context, { period, folder }: Input<Save>): Promise<Result<Output<Save>>> {
  const target = grantedFolder(context, folder)
  if (!target.ok) return target
  const missing = missingUnits(context, period)
  if (!missing.ok) return missing
  const orders = missing.value.map(({ facts }) => ({ format: 'docx' as const, report: reminderReport(facts) }))
  const made = orders.length === 0 ? [] : await documentBytes(context, 'writeReports', { orders })
  const files: Output<Save>['files'] = []
  for (const [index, { report }] of orders.entries()) {
    const bytes = made[index] ?? new Uint8Array()
    const saved = await savePackageFile(context, target.value, reportFileName(report, 'docx'), bytes)
    if (!saved.ok) return saved
    files.push(toFile(saved.value))
  }
  return ok({ files })
}
