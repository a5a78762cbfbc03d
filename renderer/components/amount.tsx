import { fen, formatMoneyRounded, type MoneyUnit } from '../../shared/core/money'
import { amountText } from '../text/app'

function grouped(text: string): string {
  const [whole = '', part] = text.split('.')
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? spaced : `${spaced}.${part}`
}

interface AmountProps {
  /** Unit: 分; null shows a dash. */
  readonly fen: number | null
  readonly unit?: MoneyUnit
  readonly places?: number
  /** False where the column's header carries the unit. */
  readonly showsUnit?: boolean
}

/** An amount of money in tabular figures, right-aligned. */
export function Amount({ fen: value, unit = 'tenThousand', places = 2, showsUnit = false }: AmountProps) {
  const amount = value === null ? null : fen(value)
  return (
    <span className="amount">
      {amount === null ? amountText.none : grouped(formatMoneyRounded(amount, unit, places))}
      {showsUnit && amount !== null && <span className="amount-unit">{amountText.units[unit]}</span>}
    </span>
  )
}

/** Exact decimal text with its unit; null shows a dash. */
export function Figure({ text, unit }: { readonly text: string | null; readonly unit?: string }) {
  return (
    <span className="amount">
      {text ?? amountText.none}
      {unit && text !== null && <span className="amount-unit">{unit}</span>}
    </span>
  )
}
