import type { Store } from '../../db/access'
import type { AssignmentRow } from '../../db/repositories/assignments'
import type { Assignment, AssignmentStatus } from '../../shared/assignments/contract'
import { statusOf } from '../../shared/assignments/status'
import type { IsoDate } from '../../shared/core/dates'
import { formatMoney } from '../../shared/core/money'
import { parsePoints, rateOf } from '../../shared/core/points'
import type { Result } from '../../shared/core/result'
import type { Stream } from '../../shared/core/schemas'
import { trainingTally } from '../../shared/investment/months'
import { readTrainings } from '../../db/repositories/briefs'
import { readUnit } from '../../shared/tables/cells/unit'
import { measureOf } from '../../shared/terms/assignment-measures'
import type { Context } from '../context'
import { bookedRetained } from '../revenue/progress'
import type { Score } from '../scoring/score'
import { storedDue } from './stored-due'

/** Assignments of one year with what has been reached: computed where the stream's records allow it, else as the bureau wrote it. */
export function presentAssignments(
  context: Context,
  store: Store,
  rows: readonly (AssignmentRow & { readonly fileName: string })[],
  score: Result<Score>,
): Assignment[] {
  return rows.map((row) => presentAssignment(context, store, row, score.ok ? score.value : null))
}

function presentAssignment(
  context: Context,
  store: Store,
  row: AssignmentRow & { readonly fileName: string },
  score: Score | null,
): Assignment {
  const computed = computedActual(context, store, row, score)
  const actual = computed ?? row.actual
  const status: AssignmentStatus = statusOf({ ...row, actual }, context.today())
  return {
    id: row.id,
    code: row.itemCode,
    year: row.year,
    stream: row.stream as Stream | null, // written from the closed list only
    task: row.taskName,
    indicator: row.indicator,
    target: row.target,
    targetFirstQuarter: row.targetFirstQuarter,
    targetFirstHalf: row.targetFirstHalf,
    targetThreeQuarters: row.targetThreeQuarters,
    targetText: row.targetText,
    unit: row.unit,
    leadUnit: row.leadUnit,
    responsibleUnit: row.responsibleUnit,
    supportUnits: row.supportUnits,
    responsibleLeader: row.responsibleLeader,
    due: storedDue(row),
    dueOn: row.dueOn as IsoDate | null,
    cycle: row.cycle,
    reportingTime: row.reportingTime,
    channel: row.channel,
    remark: row.remark,
    status,
    actual,
    isActualComputed: computed !== null,
    rate: rate(actual, row.target),
    handler: row.handler,
    internalDueOn: row.internalDueOn as IsoDate | null,
    progressText: row.progressText,
    isSample: row.isSample,
    source: { batchId: row.batchId, file: row.fileName, sheet: row.sourceSheet, row: row.sourceRow },
  }
}

function rate(actual: string | null, target: string | null): string | null {
  const [done, full] = [actual && parsePoints(actual), target && parsePoints(target)]
  if (!done || !full) return null
  return rateOf(done, full, { decimals: 1, mode: 'halfUp', trailingZeros: false })?.percent ?? null
}

function computedActual(context: Context, store: Store, row: AssignmentRow, score: Score | null): string | null {
  if (row.stream === 'revenue') return revenueActual(context, store, row)
  if (row.stream !== 'investment') return null
  switch (measureOf(`${row.taskName}${row.indicator}`)) {
    case 'units':
      return score?.result.components.find((component) => component.rule === 'unitCount')?.inputs['units'] ?? null
    case 'briefs':
      return String(
        score?.result.components.find((component) => component.rule === 'periodPresence')?.records.length ?? 0,
      )
    case 'trainings': {
      const { attended, required } = trainingTally(readTrainings(store.read, row.year), row.year, context.today())
      return required === 0 ? null : rateText(attended, required)
    }
    case 'cooperate':
      return score?.result.components.find((component) => component.id === 'cooperate')?.points ?? null
    default:
      return null
  }
}

/** Booked 区留成 in the unit of the row, where the row asks for an amount of it. */
function revenueActual(context: Context, store: Store, row: AssignmentRow): string | null {
  const unit = readUnit(row.unit)
  if (unit?.kind !== 'money' || measureOf(`${row.taskName}${row.indicator}`) !== 'districtRetained') return null
  return formatMoney(bookedRetained(store, row.year, context.today()), unit.money)
}

function rateText(attended: number, required: number): string | null {
  const [num, den] = [parsePoints(String(attended)), parsePoints(String(required))]
  return num && den
    ? (rateOf(num, den, { decimals: 1, mode: 'halfUp', trailingZeros: false })?.percent.replace('%', '') ?? null)
    : null
}
