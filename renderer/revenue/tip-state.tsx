import type { TipRow } from '../../shared/revenue/contract'
import { Light } from '../components/light'
import { tipText as text } from '../text/revenue'

/** How an answer stands: a light with its word, or the day it came. */
export function TipState({ row }: { readonly row: TipRow }) {
  const { tip, light, overdueWorkdays } = row
  if (tip.handledOn !== null) return <span>{text.answeredSign(tip.handledOn)}</span>
  if (overdueWorkdays !== null) return <Light state={light} text={text.overdue(overdueWorkdays)} />
  return <Light state={light} />
}
