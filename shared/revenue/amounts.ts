import { compareDecimals, parseDecimal, roundDecimal, shiftDecimal } from '../core/decimal'
import { fen, type Fen } from '../core/money'
import { err, ok, type Result } from '../core/result'
import { revenueTerms } from '../terms/revenue'
import type { RevenueFields } from './record'

/** The largest amount an entry may have, 1000亿元: more is a slip of the unit. Unit: 分. */
export const largestAmount = 100_000_000_000 * 100

type Amounts = Pick<RevenueFields, 'gross' | 'retainedRate' | 'districtRetained'>

/** 区留成 of a gross amount, exact and rounded half-up to 分; null when it cannot be told. Unit: 分, percent. */
export function retainedOf(gross: Fen, retainedRate: string): Fen | null {
  const rate = parseDecimal(retainedRate)
  if (!rate) return null
  const exact = shiftDecimal({ digits: BigInt(gross) * rate.digits, scale: rate.scale }, -2)
  return fen(Number(roundDecimal(exact, 0).digits))
}

/** The amounts with 区留成 filled in where gross and rate give it. */
export function withRetained<T extends Amounts>(amounts: T): T {
  const { gross, retainedRate, districtRetained } = amounts
  if (districtRetained !== null || gross === null || retainedRate === null) return amounts
  return { ...amounts, districtRetained: retainedOf(gross, retainedRate) }
}

/** What the rate gives where the 区留成 given is another amount; null when they fit or cannot be compared. Unit: 分. */
export function misfitOf({ gross, retainedRate, districtRetained }: Amounts): Fen | null {
  if (gross === null || retainedRate === null || districtRetained === null) return null
  const computed = retainedOf(gross, retainedRate)
  return computed === districtRetained ? null : computed
}

/** A rate is from 0 to 100; below zero only a correction goes, with both amounts; 区留成 is never more than the whole. */
export function checkAmounts({ gross, retainedRate, districtRetained }: Amounts): Result<null> {
  const rate = retainedRate === null ? null : parseDecimal(retainedRate)
  const hundred = { digits: 100n, scale: 0 }
  if (retainedRate !== null && (!rate || rate.digits < 0n || compareDecimals(rate, hundred) > 0))
    return err('revenueRateInvalid', { value: retainedRate })
  for (const name of ['gross', 'districtRetained'] as const) {
    const amount = { gross, districtRetained }[name]
    if (amount !== null && Math.abs(amount) > largestAmount)
      return err('revenueAmountTooLarge', { field: revenueTerms[name].label })
  }
  if (gross === null || districtRetained === null) return ok(null)
  if (gross < 0 !== districtRetained < 0) return err('revenueSigns')
  if (Math.abs(districtRetained) > Math.abs(gross)) return err('revenueRetainedAboveGross')
  return ok(null)
}
