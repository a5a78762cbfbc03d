import { absoluteDecimal, addDecimals, compareDecimals, subtractDecimals, type Decimal } from './decimal'

const zero: Decimal = { digits: 0n, scale: 0 }
const hundredth: Decimal = { digits: 1n, scale: 2 }

/**
 * Whether a printed total agrees with the sum of so many printed parts: 0.01 of the shown unit is no mistake, nor is
 * anything below 0.005 for each part. Source: domain §9; §7 G27 (0.02 over four parts is told).
 */
export function isTotalOf(written: Decimal, computed: Decimal, parts: number): boolean {
  const difference = absoluteDecimal(subtractDecimals(written, computed))
  const roundings = { digits: BigInt(5 * parts), scale: 3 }
  return compareDecimals(difference, hundredth) <= 0 || compareDecimals(difference, roundings) < 0
}

export interface SumCheck {
  readonly isSame: boolean
  readonly computed: Decimal
  /** Written less computed. */
  readonly difference: Decimal
}

/** A written total against its parts, all in the unit in which they are printed. */
export function sumCheck(written: Decimal, parts: readonly Decimal[]): SumCheck {
  const computed = parts.reduce(addDecimals, zero)
  return {
    isSame: isTotalOf(written, computed, parts.length),
    computed,
    difference: subtractDecimals(written, computed),
  }
}
