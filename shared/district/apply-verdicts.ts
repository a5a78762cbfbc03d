import {
  addPoints,
  comparePoints,
  divPoints,
  points,
  rateOf,
  roundPoints,
  subPoints,
  zeroPoints,
  type Points,
} from '../core/points'
import type { ReportedLine, VerdictKind } from '../exchange/lines'
import { districtReviewTerms } from '../terms/district-review'
import { lineState, reportedValue } from './line-state'
import { partQuantity, quantityOf } from './quantities'

/** A verdict as the store keeps it. */
export interface LineDecision {
  readonly lineKey: string
  readonly verdict: VerdictKind
  readonly approved: string | null
  readonly reason: string
  /** `lineState` of the line that it was given on. */
  readonly reported: string | null
  readonly decidedBy: string
  readonly decidedOn: string
}

/** One enterprise that several units claim and that counts for all of them, whole (`shared`) or in equal parts (`split`). */
export interface ClaimShare {
  readonly kind: 'shared' | 'split'
  /** How many units claim it. */
  readonly claimants: number
  readonly reason: string
  readonly decidedBy: string
  readonly decidedOn: string
}

/** A verdict that holds, with the number before and after, so that every number opens. */
export interface AppliedVerdict {
  readonly verdict: VerdictKind
  /** What the bureau reported: the cumulative number of a figure, the class of a lead. */
  readonly reported: string | null
  readonly approved: string | null
  readonly reason: string
  readonly decidedBy: string
  readonly decidedOn: string
  /** `person` decided about this very line; `claim`: about the enterprise in two units; `parts`: about lines that the figure adds up. */
  readonly origin: 'person' | 'claim' | 'parts'
}

export interface ApprovedReport {
  /** The lines that count, with approved values. Leads of a shared enterprise carry `detail.claim` and `detail.claimants`. */
  readonly lines: readonly ReportedLine[]
  /** By line key. */
  readonly verdicts: ReadonlyMap<string, AppliedVerdict>
  /** Verdicts on lines that say something else by now: shown, not applied. By line key. */
  readonly outdated: ReadonlyMap<string, LineDecision>
}

const printedDecimals = 6
/** Figures that add up figures: no document goes deeper, and a package cannot send the program round in circles. */
const deepest = 8

/** The figure with another cumulative number, and the rate that follows from it. */
function withCumulative(line: ReportedLine, cumulative: string): ReportedLine {
  const decimals = /\.(\d+)/.exec(line.rate)?.[1]?.length ?? (line.rate === '' ? 1 : 0)
  const target = quantityOf(line.target)
  const rate = target && rateOf(points(cumulative), target, { decimals, mode: 'halfUp', trailingZeros: true })
  return { ...line, cumulative, rate: rate?.percent ?? '' }
}

function withApproved(line: ReportedLine, approved: string): ReportedLine {
  if (line.kind === 'figure') return withCumulative(line, approved)
  return { ...line, detail: { ...line.detail, leadClass: approved } }
}

function withShare(line: ReportedLine, share: ClaimShare | undefined): ReportedLine {
  if (!share) return line
  return { ...line, detail: { ...line.detail, claim: share.kind, claimants: String(share.claimants) } }
}

/** How much less each figure is because of decisions on the lines that it adds up, worked out once per figure. */
function lossesOf(
  lines: ReadonlyMap<string, ReportedLine>,
  held: ReadonlyMap<string, LineDecision>,
  shares: ReadonlyMap<string, ClaimShare>,
): (figure: ReportedLine) => Points {
  const known = new Map<string, Points>()
  function lossOfPart(figure: ReportedLine, key: string, depth: number): Points {
    const part = lines.get(key)
    const counted = part && partQuantity(figure, part)
    if (!part || !counted) return zeroPoints
    const decision = held.get(key)
    if (decision?.verdict === 'returned') return counted
    if (part.kind === 'figure') {
      if (!decision) return lossOf(part, depth + 1)
      return decision.approved === null ? zeroPoints : subPoints(counted, points(decision.approved))
    }
    const share = shares.get(key)
    if (share?.kind !== 'split') return zeroPoints
    return subPoints(counted, divPoints(counted, points(share.claimants)) ?? zeroPoints)
  }
  function lossOf(figure: ReportedLine, depth = 0): Points {
    const found = known.get(figure.key)
    if (found || depth > deepest) return found ?? zeroPoints
    // For figures that name each other in a ring.
    known.set(figure.key, zeroPoints)
    const loss = addPoints(...[...new Set(figure.parts)].map((key) => lossOfPart(figure, key, depth)))
    known.set(figure.key, loss)
    return loss
  }
  return lossOf
}

/** The decisions about lines that still say the same, and the others. */
function sortedDecisions(lines: ReadonlyMap<string, ReportedLine>, decisions: readonly LineDecision[]) {
  const held = new Map<string, LineDecision>()
  const outdated = new Map<string, LineDecision>()
  for (const decision of decisions) {
    const line = lines.get(decision.lineKey)
    if (!line) continue
    const isSame = decision.reported === null || decision.reported === lineState(line)
    ;(isSame ? held : outdated).set(decision.lineKey, decision)
  }
  return { held, outdated }
}

/** The verdict that a decision about the line itself, or about its enterprise, comes to. */
function ownVerdict(
  line: ReportedLine,
  decision: LineDecision | undefined,
  share: ClaimShare | undefined,
): AppliedVerdict | null {
  const reported = reportedValue(line)
  if (decision) {
    const { verdict, reason, decidedBy, decidedOn } = decision
    const approved = { accepted: reported, adjusted: decision.approved, returned: null }[verdict]
    return { verdict, reported, approved, reason, decidedBy, decidedOn, origin: 'person' }
  }
  if (!share) return null
  const { reason, decidedBy, decidedOn } = share
  return { verdict: 'accepted', reported, approved: reported, reason, decidedBy, decidedOn, origin: 'claim' }
}

/**
 * The return as the district approves it: returned lines do not count, adjusted ones have their approved value, a figure
 * without a verdict of its own follows the lines that it adds up. What the bureau reported is not changed.
 */
export function applyVerdicts(
  lines: readonly ReportedLine[],
  decisions: readonly LineDecision[],
  shares: ReadonlyMap<string, ClaimShare> = new Map(),
): ApprovedReport {
  const byKey = new Map(lines.map((line) => [line.key, line]))
  const { held, outdated } = sortedDecisions(byKey, decisions)
  if (held.size === 0 && shares.size === 0) return { lines, verdicts: new Map(), outdated }
  const lossOf = lossesOf(byKey, held, shares)
  const verdicts = new Map<string, AppliedVerdict>()

  /** The verdict on a figure that nobody decided about, when lines of it were. */
  function followedVerdict(line: ReportedLine): AppliedVerdict | null {
    const reported = quantityOf(line.cumulative)
    if (line.kind !== 'figure' || line.parts.length === 0 || !reported) return null
    const loss = lossOf(line)
    if (comparePoints(loss, zeroPoints) === 0) return null
    const approved = roundPoints(subPoints(reported, loss), printedDecimals, 'halfUp', false)
    const last = line.parts.flatMap((key) => held.get(key) ?? shares.get(key) ?? []).at(-1)
    const by = { decidedBy: last?.decidedBy ?? '', decidedOn: last?.decidedOn ?? '', origin: 'parts' as const }
    return { verdict: 'adjusted', reported: line.cumulative, approved, reason: districtReviewTerms.followsParts, ...by }
  }

  const approved = lines.flatMap((line): readonly ReportedLine[] => {
    const share = shares.get(line.key)
    const verdict = ownVerdict(line, held.get(line.key), share) ?? followedVerdict(line)
    if (!verdict) return [line]
    verdicts.set(line.key, verdict)
    if (verdict.verdict === 'returned') return []
    const isAdjusted = verdict.verdict === 'adjusted' && verdict.approved !== null
    return [withShare(isAdjusted ? withApproved(line, verdict.approved) : line, share)]
  })
  return { lines: approved, verdicts, outdated }
}
