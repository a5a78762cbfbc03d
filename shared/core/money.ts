import { decimalText, parseDecimal, roundDecimal, shiftDecimal } from './decimal'

/** An amount in whole 分; never a float of 元. */
export type Fen = number & { readonly __fen: true }

/** yuan = 元, tenThousand = 万元, hundredMillion = 亿元. */
export type MoneyUnit = 'yuan' | 'tenThousand' | 'hundredMillion'

/** Powers of ten from each unit to 元. */
export const moneyPlaces: Readonly<Record<MoneyUnit, number>> = { yuan: 0, tenThousand: 4, hundredMillion: 8 }

const fenPlaces = 2

/** Whole 分 as money, or null when it is no safe integer. */
export function fen(value: number): Fen | null {
  return Number.isSafeInteger(value) ? ((value === 0 ? 0 : value) as Fen) : null
}

/** Decimal text in a unit as 分, rounded half-up to 分; null when it is no number or too large. Unit: `unit`. */
export function parseMoney(text: string, unit: MoneyUnit): Fen | null {
  const value = parseDecimal(text)
  if (!value) return null
  return fen(Number(roundDecimal(shiftDecimal(value, moneyPlaces[unit] + fenPlaces), 0).digits))
}

/** Exact decimal text in a unit, without needless zeros. Unit: `unit`. */
export function formatMoney(amount: Fen, unit: MoneyUnit): string {
  return decimalText(shiftDecimal({ digits: BigInt(amount), scale: 0 }, -(moneyPlaces[unit] + fenPlaces)))
}

/** Decimal text with a fixed number of places, rounded half-up, for print. Unit: `unit`. */
export function formatMoneyRounded(amount: Fen, unit: MoneyUnit, places: number): string {
  const exact = shiftDecimal({ digits: BigInt(amount), scale: 0 }, -(moneyPlaces[unit] + fenPlaces))
  const [whole = '0', part = ''] = decimalText(roundDecimal(exact, places)).split('.')
  return places === 0 ? whole : `${whole}.${part.padEnd(places, '0')}`
}

/** Exact sum; null when it leaves the safe integers. Unit: 分. */
export function addMoney(...amounts: readonly Fen[]): Fen | null {
  return fen(Number(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)))
}
