import { parseDecimal, shiftDecimal, type Decimal } from '../core/decimal'
import { moneyPlaces, parseMoney, type Fen, type MoneyUnit } from '../core/money'
import { readNumber } from '../tables/cells/number'
import { settleQuantity } from '../tables/cells/quantity'
import { readUnit } from '../tables/cells/unit'
import { moneyUnitLabels } from '../terms/table-words'

export interface TypedAmount {
  /** Exact. Unit: 元. */
  readonly yuan: Decimal
  readonly fen: Fen
}

/**
 * An amount as people write it: full-width digits, separators, 元 or 亿 behind it, a negative one in brackets.
 * 'none' where nothing is written, 'bad' where it is no exact number. A number alone is in `unit`.
 */
export function readAmount(text: string, unit: MoneyUnit): TypedAmount | 'none' | 'bad' {
  const number = readNumber({ kind: 'text', text })
  if (number.problems.length > 0 || number.isText || number.words !== null) return 'bad'
  if (number.value === null) return 'none'
  const declared = readUnit(moneyUnitLabels[unit])
  const quantity = settleQuantity(number, { row: declared, header: null, sheet: null, isMoney: true })
  const value = quantity.value === null ? null : parseDecimal(quantity.value)
  const amount = quantity.value === null ? null : parseMoney(quantity.value, unit)
  return value && amount !== null ? { yuan: shiftDecimal(value, moneyPlaces[unit]), fen: amount } : 'bad'
}
