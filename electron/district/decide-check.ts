import type { WriteDb } from '../../db/access'
import { readCheckDecisions, saveCheckDecision } from '../../db/repositories/check-decisions'
import { deleteVerdicts, readVerdict } from '../../db/repositories/verdicts'
import { err, ok, type Result } from '../../shared/core/result'
import type { CheckDecision, CheckResult } from '../../shared/district/record'
import { claimTexts, districtReviewTerms } from '../../shared/terms/district-review'
import type { Context } from '../context'
import { approvedLines } from './approved-lines'
import { checksOfPeriod } from './checks-of-period'
import { giveVerdicts } from './give-verdicts'

type Proposed = NonNullable<CheckResult['proposed']>

/** The decision as it is kept: adopting the proposal about one enterprise means that the earlier filing stands. */
function keptDecision(check: CheckResult, decision: CheckDecision): Result<CheckDecision> {
  const isClaim = check.code === 'sameEnterprise'
  if (decision === 'dismissed') return ok(decision)
  if (decision !== 'adopted')
    return isClaim ? ok(decision) : err('invalidInput', { detail: districtReviewTerms.onlyClaims })
  if (check.proposal === '') return err('invalidInput', { detail: districtReviewTerms.noProposal })
  return ok(isClaim ? 'first' : 'adopted')
}

/** The verdict that a decision brings with it; null where it changes no line. */
function verdictOf(check: CheckResult, decision: CheckDecision): Proposed | null {
  const returned = { verdict: 'returned', approved: null } as const
  if (decision === 'adopted') return check.proposed
  if (decision === 'first' && check.other)
    return { ...returned, unitId: check.other.unitId, lineKey: check.other.lineKey }
  if (decision === 'second' && check.lineKey !== null)
    return { ...returned, unitId: check.unitId, lineKey: check.lineKey }
  return null
}

/**
 * The reason that is kept: what was typed, else the check's own sentence. Of one enterprise in two units it always says
 * who claims it and whose it is, as both are told.
 */
function reasonOf(check: CheckResult, decision: CheckDecision, typed: string): string {
  const reason = typed.trim()
  if (decision === 'dismissed') return reason
  if (decision === 'adopted' || !check.other) return reason || check.text
  return check.text + claimTexts.decided[decision](check.unit, check.other.unit) + reason
}

/**
 * Takes back what earlier decisions brought about the lines of a check: the decision that is replaced, and those about
 * facts that no longer stand, e.g. the days of an earlier edition.
 */
function takeBack(db: WriteDb, period: string, check: CheckResult, checks: readonly CheckResult[]): void {
  const standing = new Set(checks.map(({ key }) => key))
  standing.delete(check.key)
  const replaced = [...readCheckDecisions(db, period).values()].filter(({ checkKey }) => !standing.has(checkKey))
  const sides = check.other ? [check, check.other] : [check]
  for (const { unitId, lineKey } of sides) {
    const verdict = lineKey === null ? null : readVerdict(db, unitId, period, lineKey)
    const isBrought = replaced.some(
      ({ reason, decidedBy, decidedOn }) =>
        reason === verdict?.reason && decidedBy === verdict.decidedBy && decidedOn === verdict.decidedOn,
    )
    if (verdict && isBrought) deleteVerdicts(db, unitId, period, [verdict.lineKey])
  }
}

/**
 * Decides about a check, in the place of an earlier decision about the same fact: adopting writes the verdict with it.
 * Refused for a check that no longer stands, without a reason where one is needed, and where the decision does not fit.
 */
export function decideCheck(
  context: Context,
  db: WriteDb,
  period: string,
  wanted: { readonly key: string; readonly decision: CheckDecision; readonly reason: string },
): Result<{}> {
  const checks = checksOfPeriod(db, period)
  const check = checks.find(({ key }) => key === wanted.key)
  if (!check) return err('notFound')
  const decision = keptDecision(check, wanted.decision)
  if (!decision.ok) return decision
  const reason = reasonOf(check, decision.value, wanted.reason)
  if (reason === '') return err('verdictNeedsReason')
  takeBack(db, period, check, checks)
  const returns = approvedLines(db, period)
  const brought = verdictOf(check, decision.value)
  if (brought) {
    const approved = returns.get(brought.unitId)
    if (!approved) return err('verdictLineGone')
    const { lineKey: key, verdict, approved: value } = brought
    const given = giveVerdicts(context, db, approved, [{ key, verdict, approved: value, reason }])
    if (!given.ok) return given
  }
  saveCheckDecision(db, {
    id: context.newId(),
    period,
    checkKey: check.key,
    decision: decision.value,
    reason,
    decidedBy: context.actor(),
    decidedOn: context.today(),
    isSample: returns.get(check.unitId)?.submission.head.isSample ?? false,
  })
  return ok({})
}
