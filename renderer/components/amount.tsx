import { amountText } from '../text/app'

/** Exact decimal text with its unit; null shows a dash. */
export function Figure({ text, unit }: { readonly text: string | null; readonly unit?: string }) {
  return (
    <span className="amount">
      {text ?? amountText.none}
      {unit && text !== null && <span className="amount-unit">{unit}</span>}
    </span>
  )
}
