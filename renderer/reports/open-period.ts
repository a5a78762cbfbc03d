import { goTo, useScreen } from '../app/screen'

export type PeriodKind = 'quarter' | 'month'

/** Under which the page of a kind keeps the period that it shows. */
export function periodKey(kind: PeriodKind): string {
  return `report-${kind}`
}

/** `2022Q2` is a quarter, `2022-06` a month. */
export function kindOfPeriod(period: string): PeriodKind {
  return period.includes('Q') ? 'quarter' : 'month'
}

/** Shows the draft of a quarter or a month. */
export function openPeriod(period: string): void {
  const kind = kindOfPeriod(period)
  useScreen.setState((state) => ({ kept: { ...state.kept, [periodKey(kind)]: { period } } }))
  goTo('reports', kind)
}
