import Fraction from 'fraction.js'
import { invariant } from './assert'

/** An exact rational number. Only this file looks inside; others use the functions below. */
export interface Points {
  readonly s: bigint
  readonly n: bigint
  readonly d: bigint
}

export type RoundingMode = 'halfUp' | 'truncate'

const decimalPattern = /^-?\d+(\.\d+)?$/

/** Reads decimal text such as `0.5` or `-12`; anything else is null. */
export function parsePoints(text: string): Points | null {
  return decimalPattern.test(text) ? new Fraction(text) : null
}

/** Decimal text or an integer that is known to be well formed; throws otherwise. */
export function points(value: string | number | bigint): Points {
  if (typeof value === 'bigint') return new Fraction(value, 1n)
  if (typeof value === 'number') {
    invariant(Number.isSafeInteger(value), `a whole number of points: ${value}`)
    return new Fraction(BigInt(value), 1n)
  }
  const parsed = parsePoints(value)
  invariant(parsed, `decimal text: ${value}`)
  return parsed
}

export const zeroPoints: Points = points(0)
export const onePoint: Points = points(1)

function fraction(value: Points): Fraction {
  return new Fraction(value.s * value.n, value.d)
}

export function addPoints(...values: readonly Points[]): Points {
  return values.reduce<Fraction>((sum, value) => sum.add(fraction(value)), new Fraction(0n, 1n))
}

export function subPoints(left: Points, right: Points): Points {
  return fraction(left).sub(fraction(right))
}

export function mulPoints(...values: readonly Points[]): Points {
  return values.reduce<Fraction>((product, value) => product.mul(fraction(value)), new Fraction(1n, 1n))
}

/** Null for a zero divisor: there is no rate without a base. */
export function divPoints(left: Points, right: Points): Points | null {
  return right.n === 0n ? null : fraction(left).div(fraction(right))
}

/** Negative, zero or positive as `left` is below, equal to or above `right`. */
export function comparePoints(left: Points, right: Points): -1 | 0 | 1 {
  const difference = left.s * left.n * right.d - right.s * right.n * left.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function minPoints(left: Points, right: Points): Points {
  return comparePoints(left, right) <= 0 ? left : right
}

export function maxPoints(left: Points, right: Points): Points {
  return comparePoints(left, right) >= 0 ? left : right
}

/** The largest whole number not above a value. */
export function floorPoints(value: Points): Points {
  return fraction(value).floor()
}

/** The smallest whole number not below a value. */
export function ceilPoints(value: Points): Points {
  return fraction(value).ceil()
}

function scaled(value: Points, decimals: number, mode: RoundingMode): bigint {
  const numerator = value.n * 10n ** BigInt(decimals)
  return mode === 'truncate' ? numerator / value.d : (2n * numerator + value.d) / (2n * value.d)
}

/**
 * Decimal text with the given number of decimals; `trailingZeros: false` drops `.00`.
 * Half up means away from zero, as 四舍五入 is done on the amount without its sign.
 */
export function roundPoints(value: Points, decimals: number, mode: RoundingMode, trailingZeros = true): string {
  invariant(Number.isInteger(decimals) && decimals >= 0, `decimals: ${decimals}`)
  const whole = scaled(value, decimals, mode)
  const digits = whole.toString().padStart(decimals + 1, '0')
  const integer = decimals === 0 ? digits : digits.slice(0, -decimals)
  const rest = decimals === 0 ? '' : digits.slice(-decimals)
  const kept = trailingZeros ? rest : rest.replace(/0+$/, '')
  const sign = value.s < 0n && whole !== 0n ? '-' : ''
  return `${sign}${integer}${kept ? `.${kept}` : ''}`
}

/** Digits after the point that write a value exactly; null when no finite decimal does. */
function finiteDecimals(value: Points): number | null {
  let rest = value.d
  let twos = 0
  let fives = 0
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  return rest === 1n ? Math.max(twos, fives) : null
}

/** The shortest decimal when it is finite, else four decimals and `…`. */
export function formatExact(value: Points): string {
  const decimals = finiteDecimals(value)
  return decimals === null ? `${roundPoints(value, 4, 'halfUp')}…` : roundPoints(value, decimals, 'halfUp')
}

export interface Rate {
  /** `94.9%` */
  readonly percent: string
  /** `56/59`, the figures as they were counted, not reduced. */
  readonly fraction: string
}

export interface RateFormat {
  readonly decimals: number
  readonly mode: RoundingMode
  /** False prints 100% and 75% as the documents do; true keeps 90.0%. */
  readonly trailingZeros: boolean
}

/** A rate beside its fraction; null for a zero denominator, which prints as a dash. */
export function rateOf(num: Points, den: Points, format: RateFormat): Rate | null {
  const share = divPoints(mulPoints(num, points(100)), den)
  if (!share) return null
  const percent = `${roundPoints(share, format.decimals, format.mode, format.trailingZeros)}%`
  return { percent, fraction: `${formatExact(num)}/${formatExact(den)}` }
}
