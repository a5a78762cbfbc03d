/** An exact decimal number: `digits` × 10^−`scale`. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

const pattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i

/** Reads decimal text, also with an exponent as spreadsheets store it; anything else is null. */
export function parseDecimal(text: string): Decimal | null {
  const match = pattern.exec(text)
  if (!match) return null
  const whole = match[2] ?? ''
  const part = match[3] ?? ''
  if (whole === '' && part === '') return null
  const digits = BigInt((match[1] === '-' ? '-' : '') + whole + part)
  const scale = part.length - Number(match[4] ?? 0)
  if (Math.abs(scale) > 400) return null
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale }
}

/** Plain text without exponent, needless zeros or a negative zero. */
export function decimalText(value: Decimal): string {
  if (value.digits === 0n) return '0'
  const sign = value.digits < 0n ? '-' : ''
  const all = String(value.digits < 0n ? -value.digits : value.digits).padStart(value.scale + 1, '0')
  const whole = all.slice(0, all.length - value.scale)
  const part = all.slice(all.length - value.scale).replace(/0+$/, '')
  return part === '' ? sign + whole : `${sign}${whole}.${part}`
}

/** Moves the decimal point: `places` 4 makes 1 into 10000, −4 makes 1 into 0.0001. */
export function shiftDecimal(value: Decimal, places: number): Decimal {
  const scale = value.scale - places
  return scale >= 0 ? { digits: value.digits, scale } : { digits: value.digits * 10n ** BigInt(-scale), scale: 0 }
}

function alignedDigits(value: Decimal, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale)
}

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale)
  return { digits: alignedDigits(left, scale) + alignedDigits(right, scale), scale }
}

export function subtractDecimals(left: Decimal, right: Decimal): Decimal {
  return addDecimals(left, { digits: -right.digits, scale: right.scale })
}

export function absoluteDecimal(value: Decimal): Decimal {
  return value.digits < 0n ? { digits: -value.digits, scale: value.scale } : value
}

/** Negative, zero or positive as `left` is below, equal to or above `right`. */
export function compareDecimals(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const difference = subtractDecimals(left, right).digits
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Half-up (away from zero) to so many places. */
export function roundDecimal(value: Decimal, places: number): Decimal {
  if (value.scale <= places) return value
  const divisor = 10n ** BigInt(value.scale - places)
  const magnitude = value.digits < 0n ? -value.digits : value.digits
  const rounded = (magnitude + divisor / 2n) / divisor
  return { digits: value.digits < 0n ? -rounded : rounded, scale: places }
}

/** Digits that carry meaning, e.g. 3 for `0.0120` read as 0.012 is 2. */
export function significantDigits(value: Decimal): number {
  const text = String(value.digits < 0n ? -value.digits : value.digits).replace(/0+$/, '')
  return text.length
}
