import { compareDecimals, decimalText, parseDecimal, subtractDecimals, type Decimal } from '../core/decimal'
import { formatMoney, type Fen } from '../core/money'
import { points, rateOf } from '../core/points'
import { treatmentLabels } from '../terms/rectification'
import { amountAboveText } from '../terms/rectification-refusals'
import { moneyUnitWord } from '../terms/rectification-statistics'
import type { OpenQuantity } from './lifecycle'
import type { RateRule } from './record'
import type { FindingAmount } from './part-records'

const zero: Decimal = { digits: 0n, scale: 0 }

function figureOf(money: Fen | null, text: string | null): Decimal | null {
  if (money !== null) return parseDecimal(formatMoney(money, 'tenThousand'))
  return text === null ? null : parseDecimal(text)
}

/** 应整改 and 已整改 of a row in its own unit, money in 万元. */
export function figuresOf({ unit, requiredFen, doneFen, required, done }: FindingAmount): {
  readonly unit: string
  readonly required: Decimal | null
  readonly done: Decimal | null
} {
  return unit === ''
    ? { unit: moneyUnitWord, required: figureOf(requiredFen, null), done: figureOf(doneFen, null) }
    : { unit, required: figureOf(null, required), done: figureOf(null, done) }
}

/** Rows that are not done to the full, with the rate rounded as the programme does. Source: product J8 (241户, 210户, 87.1%). */
export function openQuantitiesOf(amounts: readonly FindingAmount[], rule: RateRule): readonly OpenQuantity[] {
  return amounts.flatMap((amount) => {
    const { unit, required, done } = figuresOf(amount)
    if (required === null || compareDecimals(done ?? zero, required) >= 0) return []
    const [requiredText, doneText] = [decimalText(required), decimalText(done ?? zero)]
    const rate = rateOf(points(doneText), points(requiredText), { ...rule, trailingZeros: false })
    const rest = decimalText(subtractDecimals(required, done ?? zero))
    return [{ unit, required: requiredText, done: doneText, rest, rate: rate?.percent ?? '' }]
  })
}

/** Rows whose 已整改 is above 应整改 without a reason, in words. Source: domain §3 (「done ≤ required or reason」). */
export function amountsAboveRequired(amounts: readonly FindingAmount[]): readonly string[] {
  return amounts.flatMap((amount) => {
    const { unit, required, done } = figuresOf(amount)
    if (required === null || done === null || amount.reason.trim() !== '') return []
    if (compareDecimals(done, required) <= 0) return []
    return [amountAboveText(treatmentLabels[amount.treatment], decimalText(done), decimalText(required), unit)]
  })
}
