import type { IsoDate } from '../core/dates'
import type { ReportedLine } from '../exchange/lines'
import type { ReceiptPayload, StatedScore } from '../exchange/payloads'
import type { AppliedVerdict } from './apply-verdicts'
import { reportedValue } from './line-state'
import type { CategoryRanking, RankedUnit } from './record'

/** Everything that the district decided about one return. */
export interface ReceiptFacts {
  readonly unitId: string
  readonly unit: string
  readonly period: string
  /** Of the return that is answered. */
  readonly edition: number
  readonly checkCode: string
  readonly receivedOn: IsoDate
  readonly isLate: boolean
  /** As reported. */
  readonly lines: readonly ReportedLine[]
  /** By line key; a line without one counts as reported. */
  readonly verdicts: ReadonlyMap<string, Pick<AppliedVerdict, 'verdict' | 'approved' | 'reason'>>
  /** 退回重报 of the whole return: why; null when it was not. */
  readonly returnReason: string | null
  /** The category's ranking as it is computed now, or as it was published. */
  readonly category: CategoryRanking | null
  /** Whether that ranking has been published: before, a receipt says no place. */
  readonly isPublished: boolean
  readonly isFinal: boolean
  readonly objectionsUntil: IsoDate | null
  readonly figures: ReceiptPayload['figures']
  readonly claims: ReceiptPayload['claims']
  readonly answers: ReceiptPayload['answersToObjections']
  readonly docRef: string
}

function lineOf(line: ReportedLine, { verdicts, returnReason }: ReceiptFacts): ReceiptPayload['lines'][number] {
  const { key, label, unit } = line
  const about = { key, label, unit, reported: reportedValue(line) }
  if (returnReason !== null) return { ...about, verdict: 'returned', approved: null, reason: returnReason }
  const { verdict, approved, reason } = verdicts.get(key) ?? {
    verdict: 'accepted',
    approved: about.reported,
    reason: '',
  }
  return { ...about, verdict, approved, reason }
}

function scoreOf(unit: RankedUnit, { scheme }: CategoryRanking): StatedScore | null {
  if (!scheme || unit.score === null) return null
  return {
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    total: unit.score,
    max: unit.max,
    components: unit.components.map(({ id, name, points, max, arithmetic }) => ({ id, name, points, max, arithmetic })),
  }
}

function rankOf({ rank, tied, tieBreak }: RankedUnit, { category, units }: CategoryRanking): ReceiptPayload['rank'] {
  if (rank === null) return null
  const of = units.filter((unit) => unit.rank !== null).length
  return { category, place: rank, of, tied: Math.max(1, tied), tieBreak }
}

/** 回执 as data: line by line what was reported, what counts and why, then where the unit stands. */
export function receiptOf(facts: ReceiptFacts): ReceiptPayload {
  const { unit, period, checkCode, isFinal, receivedOn, isLate, category, figures, claims, answers, docRef } = facts
  // A return that has to be sent again has no score of its own.
  const ranked = facts.returnReason === null ? category?.units.find(({ unitId }) => unitId === facts.unitId) : undefined
  return {
    unit,
    period,
    answers: facts.edition,
    checkCode,
    isFinal,
    receivedOn,
    isLate,
    lines: facts.lines.map((line) => lineOf(line, facts)),
    score: category && ranked ? scoreOf(ranked, category) : null,
    rank: category && ranked && facts.isPublished ? rankOf(ranked, category) : null,
    figures: [...figures],
    claims: [...claims],
    answersToObjections: [...answers],
    objectionsUntil: facts.objectionsUntil,
    docRef,
  }
}

/** How many lines were taken over, changed and returned. */
export function receiptCounts({
  lines,
}: ReceiptPayload): Readonly<Record<'lines' | 'accepted' | 'adjusted' | 'returned', number>> {
  const count = (verdict: string): number => lines.filter((line) => line.verdict === verdict).length
  return { lines: lines.length, accepted: count('accepted'), adjusted: count('adjusted'), returned: count('returned') }
}
