import type { ReportedLine } from '../exchange/lines'
import type { ReportPeriod } from '../reports/period'
import { arithmeticFault } from './check-arithmetic'
import { evidenceFault } from './check-evidence'
import { fallFault, leapFault } from './check-jump'
import { lineCheck, type CheckedReturn, type FoundCheck } from './check-model'
import { dateFault, negativeFault, rateFault, statedAboveMax } from './check-range'
import { ruleDiffers, scoreDiffers } from './check-score'
import { sameEnterprise } from './same-enterprise'

function lineChecks(unit: CheckedReturn, period: ReportPeriod): readonly FoundCheck[] {
  const lines = new Map(unit.lines.map((line) => [line.key, line]))
  const faultsOf = (line: ReportedLine) =>
    line.kind === 'figure'
      ? // One wrong number shows in several ways; the first of these explains the others.
        (negativeFault(line) ??
        fallFault(line, unit, period) ??
        arithmeticFault(line, unit, lines, period) ??
        leapFault(line, unit, period) ??
        rateFault(line))
      : null
  return unit.lines.flatMap((line) => {
    const faults = [faultsOf(line), dateFault(line, period), evidenceFault(line, unit)]
    return faults.flatMap((fault) => (fault ? [lineCheck(unit, line, fault)] : []))
  })
}

/**
 * Everything in the returns of a period that does not fit, unit by unit, claims on one enterprise last. Each result says
 * the numbers and proposes what to do; nothing is decided here. Source: S2 「虚报、漏报」.
 */
export function findChecks(units: readonly CheckedReturn[], period: ReportPeriod): readonly FoundCheck[] {
  const ofUnits = units.flatMap((unit) => [
    ...lineChecks(unit, period),
    ...statedAboveMax(unit),
    ...ruleDiffers(unit),
    ...scoreDiffers(unit),
  ])
  return [...ofUnits, ...sameEnterprise(units)]
}
