import { fen, type Fen } from '../core/money'
import type { Treatment } from './record'
import type { FindingAmount } from './part-records'

/** A row of 整改金额 in money; `id` null = not in the store yet. */
export type LedgerAmount = Pick<FindingAmount, 'treatment' | 'requiredFen' | 'doneFen'> & { readonly id: string | null }

/** What a table says: one figure for what should be rectified, and what was by treatment. Unit: 分. */
export interface AmountTarget {
  readonly required: Fen | null
  readonly done: ReadonlyMap<Treatment, Fen>
}

function money(value: number): Fen {
  const amount = fen(value)
  if (amount === null) throw new Error('an amount left the safe integers')
  return amount
}

function total(rows: readonly LedgerAmount[], field: 'requiredFen' | 'doneFen'): number {
  return rows.reduce((sum, row) => sum + (row[field] ?? 0), 0)
}

/** One treatment set to a sum: the first of its rows takes the difference. */
function withDone(rows: readonly LedgerAmount[], treatment: Treatment, sum: Fen): readonly LedgerAmount[] {
  const own = rows.filter((row) => row.treatment === treatment)
  const [first] = own
  if (!first) return sum === 0 ? rows : [...rows, { id: null, treatment, requiredFen: null, doneFen: sum }]
  const rest = total(own, 'doneFen') - (first.doneFen ?? 0)
  const isBelowRest = sum < rest
  return rows.map((row) => {
    if (row === first) return { ...row, doneFen: isBelowRest ? sum : money(sum - rest) }
    return row.treatment === treatment && isBelowRest ? { ...row, doneFen: money(0) } : row
  })
}

/** More to be rectified: for the only treatment there is, else for none in particular. */
function raised(rows: readonly LedgerAmount[], difference: number): readonly LedgerAmount[] {
  const target = rows.length === 1 ? rows[0] : rows.find(({ treatment }) => treatment === 'other')
  if (!target) return [...rows, { id: null, treatment: 'other', requiredFen: money(difference), doneFen: null }]
  return rows.map((row) => (row === target ? { ...row, requiredFen: money((row.requiredFen ?? 0) + difference) } : row))
}

/** Less to be rectified: taken from the last rows first. */
function lowered(rows: readonly LedgerAmount[], difference: number): readonly LedgerAmount[] {
  let rest = difference
  return rows
    .toReversed()
    .map((row) => {
      const taken = Math.min(row.requiredFen ?? 0, rest)
      rest -= taken
      return taken === 0 ? row : { ...row, requiredFen: money((row.requiredFen ?? 0) - taken) }
    })
    .toReversed()
}

function withRequired(rows: readonly LedgerAmount[], sum: Fen): readonly LedgerAmount[] {
  // Where nothing was said of what should be, what was done should have been.
  const isUnsaid = rows.every(({ requiredFen }) => requiredFen === null)
  const known = isUnsaid && sum > 0 ? rows.map((row) => ({ ...row, requiredFen: row.doneFen ?? money(0) })) : rows
  const difference = sum - total(known, 'requiredFen')
  if (difference === 0) return known
  return difference > 0 ? raised(known, difference) : lowered(known, -difference)
}

/**
 * The rows of 整改金额 after a table that has one 应整改金额 beside the treatments; sums agree with the table, rows that
 * were parted by hand keep their parts as far as they can. Source: domain §8 C.
 */
export function amountsAfter(rows: readonly LedgerAmount[], target: AmountTarget): readonly LedgerAmount[] {
  let after = rows
  for (const [treatment, sum] of target.done) after = withDone(after, treatment, sum)
  return target.required === null ? after : withRequired(after, target.required)
}
