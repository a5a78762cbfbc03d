import { goTo } from '../app/screen'
import { keepExchangePeriod } from './period-state'

/** Shows 自报 and 核定 of a period. */
export function showStanding(period: string): void {
  keepExchangePeriod(period)
  goTo('reports', 'receipts')
}
