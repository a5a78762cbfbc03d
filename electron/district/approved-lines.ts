import type { ReadDb } from '../../db/access'
import { readCheckDecisions } from '../../db/repositories/check-decisions'
import { readCurrentSubmissions, type Submission } from '../../db/repositories/submissions'
import { readUnits } from '../../db/repositories/units'
import { readVerdicts, toDecision } from '../../db/repositories/verdicts'
import { applyVerdicts, type ApprovedReport } from '../../shared/district/apply-verdicts'
import type { UnitRecord } from '../../shared/district/record'
import { claimShares } from '../../shared/district/same-enterprise'

/** What of a unit counts for a period; `submission.payload.lines` stays as the bureau reported it. */
export interface ApprovedReturn extends ApprovedReport {
  readonly unit: UnitRecord
  readonly submission: Submission
}

/**
 * The returns of a period as the district approves them, by unit id, in the order of the units: of each unit the edition
 * that counts, with verdicts and decisions about shared enterprises applied. A unit without a return is not in it.
 */
export function approvedLines(db: ReadDb, period: string): ReadonlyMap<string, ApprovedReturn> {
  const submissions = new Map(readCurrentSubmissions(db, period).map((each) => [each.head.unitId, each]))
  const verdicts = readVerdicts(db, period)
  const decisions = readCheckDecisions(db, period)
  const returns = readUnits(db).flatMap((unit) => {
    const submission = submissions.get(unit.id)
    return submission ? [{ unit, submission }] : []
  })
  // Finding the claims on every enterprise is only worth it where one was shared.
  const isShared = [...decisions.values()].some(({ decision }) => decision === 'shared' || decision === 'split')
  const shares = isShared ? claimShares(returns.map(claimingUnit), decisions) : null
  return new Map(
    returns.map(({ unit, submission }) => {
      const given = (verdicts.get(unit.id) ?? []).map(toDecision)
      const report = applyVerdicts(submission.payload.lines, given, shares?.get(unit.id))
      return [unit.id, { unit, submission, ...report }]
    }),
  )
}

/** A return as the checks on enterprises look at it. */
function claimingUnit({ unit, submission }: Pick<ApprovedReturn, 'unit' | 'submission'>) {
  return { unitId: unit.id, unit: unit.name, lines: submission.payload.lines }
}
