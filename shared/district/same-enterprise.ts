import { parseIsoDate, type IsoDate } from '../core/dates'
import type { ReportedLine } from '../exchange/lines'
import { normaliseCompanyName } from '../registry/company-name'
import { normaliseCreditCode } from '../registry/credit-code'
import { claimTexts as texts } from '../terms/district-review'
import type { ClaimShare } from './apply-verdicts'
import { checkKey, type CheckedReturn, type FoundCheck } from './check-model'
import { countedKindOf } from './counted-lines'
import type { CheckDecision } from './record'

type ClaimingUnit = Pick<CheckedReturn, 'unitId' | 'unit' | 'lines'>

interface Claim {
  readonly unit: ClaimingUnit
  readonly line: ReportedLine
  readonly filedOn: IsoDate | null
  readonly code: string
  readonly name: string
}

/** One enterprise that two units claim; `first` filed it earlier, or on the same day. */
export interface ClaimPair {
  readonly key: string
  readonly enterprise: string
  readonly first: Claim
  readonly second: Claim
  /** Both days are known and differ: the earlier filing stands. */
  readonly isPlain: boolean
}

function claimsOf(unit: ClaimingUnit): readonly Claim[] {
  return unit.lines.flatMap((line) => {
    const sameBy = countedKindOf(line)?.sameBy
    if (!sameBy || !line.enterprise) return []
    const about = JSON.stringify([line.kind, ...sameBy.map((field) => line.detail[field] ?? '')])
    const code = normaliseCreditCode(line.enterprise.creditCode)
    const name = normaliseCompanyName(line.enterprise.name)
    if (code === '' && name === '') return []
    const filedOn = parseIsoDate(line.detail['filedOn'] ?? line.happenedOn ?? '')
    return [{ unit, line, filedOn, code: code && about + code, name: name && about + name }]
  })
}

function order(left: Claim, right: Claim): number {
  const textOf = ({ filedOn, unit, line }: Claim): string => `${filedOn ?? '9'} ${unit.unitId} ${line.key}`
  return textOf(left) < textOf(right) ? -1 : 1
}

/** Whether two claims are of one enterprise: by 统一社会信用代码, and by name where one of them has no code. */
function isSame(left: Claim, right: Claim): boolean {
  if (left.code !== '' && right.code !== '') return left.code === right.code
  return left.name !== '' && left.name === right.name
}

/**
 * 先报有效: each later claim on an enterprise against the earliest one of another unit. Leads of one enterprise, and money
 * of the same day and amount. Two claims of one unit are that unit's own matter.
 */
export function claimPairs(units: readonly ClaimingUnit[]): readonly ClaimPair[] {
  const byCode = new Map<string, Claim>()
  const byName = new Map<string, Claim[]>()
  const pairs: ClaimPair[] = []
  for (const claim of units.flatMap(claimsOf).toSorted(order)) {
    const sameName = byName.get(claim.name) ?? []
    const standing = byCode.get(claim.code) ?? sameName.find((other) => isSame(other, claim))
    if (standing && standing.unit.unitId !== claim.unit.unitId) pairs.push(pairOf(standing, claim))
    if (!standing) {
      if (claim.code !== '') byCode.set(claim.code, claim)
      if (claim.name !== '') byName.set(claim.name, [...sameName, claim])
    }
  }
  return pairs
}

function pairOf(first: Claim, second: Claim): ClaimPair {
  const facts = [first, second].flatMap(({ unit, line, filedOn }) => [unit.unitId, line.key, filedOn])
  return {
    key: checkKey('sameEnterprise', facts),
    enterprise: first.line.enterprise?.name ?? '',
    first,
    second,
    isPlain: first.filedOn !== null && second.filedOn !== null && first.filedOn !== second.filedOn,
  }
}

/** The claims as results: the earlier filing stands; on equal days, or without one, a person decides. */
export function sameEnterprise(units: readonly ClaimingUnit[]): readonly FoundCheck[] {
  return claimPairs(units).map(({ key, enterprise, first, second, isPlain }): FoundCheck => {
    const sides = {
      enterprise,
      first: { unit: first.unit.unit, day: first.filedOn },
      second: { unit: second.unit.unit, day: second.filedOn },
    }
    const loser = { unitId: second.unit.unitId, lineKey: second.line.key }
    return {
      key,
      code: 'sameEnterprise',
      unitId: first.unit.unitId,
      unit: first.unit.unit,
      lineKey: first.line.key,
      label: first.line.label,
      other: { ...loser, unit: second.unit.unit, label: second.line.label },
      text: texts.same(sides),
      proposal: isPlain ? texts.firstStands(sides) : '',
      proposed: isPlain ? { ...loser, verdict: 'returned', approved: null } : null,
    }
  })
}

/** What a person decided about a claim. */
export interface ClaimDecision {
  readonly decision: CheckDecision
  readonly reason: string
  readonly decidedBy: string
  readonly decidedOn: string
}

/** Shared and split claims by unit and line, from the decisions by check key. */
export function claimShares(
  units: readonly ClaimingUnit[],
  decisions: ReadonlyMap<string, ClaimDecision>,
): ReadonlyMap<string, ReadonlyMap<string, ClaimShare>> {
  const decided = claimPairs(units).flatMap((pair) => {
    const made = decisions.get(pair.key)
    return made?.decision === 'shared' || made?.decision === 'split' ? [{ pair, made, kind: made.decision }] : []
  })
  const shares = new Map<string, Map<string, ClaimShare>>()
  for (const { pair, made, kind } of decided) {
    const together = decided.filter((each) => each.pair.first.line === pair.first.line && each.kind === kind)
    const { reason, decidedBy, decidedOn } = made
    const share: ClaimShare = { kind, claimants: together.length + 1, reason, decidedBy, decidedOn }
    for (const { unit, line } of [pair.first, pair.second]) {
      const ofUnit = shares.get(unit.unitId)
      if (ofUnit) ofUnit.set(line.key, share)
      else shares.set(unit.unitId, new Map([[line.key, share]]))
    }
  }
  return shares
}
