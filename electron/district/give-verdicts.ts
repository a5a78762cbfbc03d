import type { WriteDb } from '../../db/access'
import { saveVerdict } from '../../db/repositories/verdicts'

import { err, ok, type Result } from '../../shared/core/result'
import { decimalSchema } from '../../shared/core/schemas'
import { lineState } from '../../shared/district/line-state'
import type { ReportedLine, VerdictKind } from '../../shared/exchange/lines'
import { leadClasses } from '../../shared/investment/record'
import type { Context } from '../context'
import type { ApprovedReturn } from './approved-lines'

/** A verdict as a person gives it on the line of that key. */
export interface GivenVerdict {
  readonly key: string
  readonly verdict: VerdictKind
  readonly approved: string | null
  readonly reason: string
}

const decided: ReadonlySet<string> = new Set(leadClasses.filter((each) => each !== 'pending'))

/** What 核定 sets: a number for a figure, a class for a lead; null where the value cannot stand. */
function approvedValue(line: ReportedLine, text: string | null): string | null {
  const value = text?.trim().normalize('NFKC') ?? ''
  if (line.kind === 'figure') return decimalSchema.safeParse(value).success ? value : null
  return line.kind === 'lead' && decided.has(value) ? value : null
}

/** A verdict as it can be kept, or why it cannot. 核定数与自报数不同或退回的，要写明理由. */
function checkedVerdict(line: ReportedLine, verdict: GivenVerdict): Result<Omit<GivenVerdict, 'key'>> {
  const reason = verdict.reason.trim()
  if (verdict.verdict !== 'accepted' && reason === '') return err('verdictNeedsReason')
  if (verdict.verdict !== 'adjusted') return ok({ verdict: verdict.verdict, approved: null, reason })
  const approved = approvedValue(line, verdict.approved)
  if (approved === null) return err('verdictValueWrong', { value: verdict.approved ?? '' })
  return ok({ verdict: 'adjusted', approved, reason })
}

/**
 * Keeps verdicts on lines of the edition that counts, with what the lines said; all or none. Refused for a line that is
 * not in that edition. What the bureau reported is not touched.
 */
export function giveVerdicts(
  context: Context,
  db: WriteDb,
  { unit, submission }: Pick<ApprovedReturn, 'unit' | 'submission'>,
  verdicts: readonly GivenVerdict[],
): Result<{}> {
  const lines = new Map(submission.payload.lines.map((line) => [line.key, line]))
  const { period, isSample } = submission.head
  for (const given of verdicts) {
    const line = lines.get(given.key)
    if (!line) return err('verdictLineGone')
    const checked = checkedVerdict(line, given)
    if (!checked.ok) return checked
    saveVerdict(db, {
      id: context.newId(),
      unitId: unit.id,
      period,
      lineKey: line.key,
      ...checked.value,
      reported: lineState(line),
      decidedBy: context.actor(),
      decidedOn: context.today(),
      isSample,
    })
  }
  return ok({})
}
