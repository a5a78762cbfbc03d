import { invariant } from '../core/assert'
import { grouped } from '../core/grouped'
import { addMoney, fen, type Fen } from '../core/money'

/** Money that a finding says was brought back: 上缴财政 and 收回. Unit: 分. */
export interface RecoveredAmount {
  readonly findingId: string
  readonly doneFen: Fen
}

/** A booked entry of 收入; below zero for an amount taken back. Unit: 分. */
export interface RecoveredEntry {
  readonly id: string
  readonly findingId: string | null
  readonly grossFen: Fen
}

export interface RecoveredOfFinding {
  readonly findingId: string
  /** As the finding's own amounts say. */
  readonly fromFindingFen: Fen
  /** As the entries booked for it say. */
  readonly fromRevenueFen: Fen
  /** The larger of the two: both speak of the same money. */
  readonly countedFen: Fen
  readonly entryIds: readonly string[]
}

export interface RecoveredOnce {
  readonly findings: readonly RecoveredOfFinding[]
  /** Recovered through findings, each amount once. */
  readonly totalFen: Fen
  /** What simply adding both streams would count twice. */
  readonly doubledFen: Fen
  /** Booked without a finding. */
  readonly otherRevenueFen: Fen
}

function sum(amounts: readonly Fen[]): Fen {
  const total = addMoney(...amounts)
  invariant(total !== null, 'amounts within the safe integers')
  return total
}

function difference(left: Fen, right: Fen): Fen {
  const rest = fen(left - right)
  invariant(rest !== null, 'amounts within the safe integers')
  return rest
}

/**
 * Money that stands both in 整改台账 and in 收入 counts once for each finding: the ledger's 上缴财政 and 收回 together and
 * the entries booked for the finding are two records of it, so that the larger holds. Source: product E4.
 */
export function recoveredOnce(amounts: readonly RecoveredAmount[], entries: readonly RecoveredEntry[]): RecoveredOnce {
  const amountsOf = grouped(amounts, ({ findingId }) => findingId)
  const entriesOf = grouped(entries, ({ findingId }) => findingId)
  const ids = new Set([...amountsOf.keys(), ...entriesOf.keys()].filter((id) => id !== null))
  const findings = [...ids].map((findingId): RecoveredOfFinding => {
    const own = entriesOf.get(findingId) ?? []
    const fromFindingFen = sum((amountsOf.get(findingId) ?? []).map(({ doneFen }) => doneFen))
    const fromRevenueFen = sum(own.map(({ grossFen }) => grossFen))
    const countedFen = fromFindingFen > fromRevenueFen ? fromFindingFen : fromRevenueFen
    return { findingId, fromFindingFen, fromRevenueFen, countedFen, entryIds: own.map(({ id }) => id) }
  })
  const totalFen = sum(findings.map(({ countedFen }) => countedFen))
  const added = sum(findings.flatMap(({ fromFindingFen, fromRevenueFen }) => [fromFindingFen, fromRevenueFen]))
  return {
    findings,
    totalFen,
    doubledFen: difference(added, totalFen),
    otherRevenueFen: sum(entries.flatMap(({ findingId, grossFen }) => (findingId === null ? [grossFen] : []))),
  }
}
