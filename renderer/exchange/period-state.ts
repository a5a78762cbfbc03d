import { useKept } from '../app/kept'
import { useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { useCall } from '../desk'
import { periodChoice } from '../reports/period-choice'

const key = 'exchange.period'
const start: { readonly period: string | null } = { period: null }

export interface ExchangePeriod {
  readonly period: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly change: (period: string) => void
}

/** The quarter or month that 上报包 and 回执 speak of: the chosen one, or the last that was sent, or the running quarter. */
export function useExchangePeriod(): ExchangePeriod {
  const { bureau, today } = useShell()
  const [kept, keep] = useKept(key, start)
  const sent = useCall('exchange.sent', {})
  const quarters = periodChoice('quarter', bureau.year, today)
  const options = [...quarters.options, ...periodChoice('month', bureau.year, today).options]
  const isOption = (period: string | null | undefined): period is string =>
    options.some(({ value }) => value === period)
  const lastSent = sent.data?.find(({ kind, period }) => kind === 'summary' && isOption(period))?.period
  const wished = isOption(kept.period) ? kept.period : lastSent
  return { period: wished ?? quarters.current, options, change: (period) => keep({ period }) }
}

/** Shows a period when the pages of the exchange are next looked at. */
export function keepExchangePeriod(period: string): void {
  useScreen.setState((state) => ({ kept: { ...state.kept, [key]: { period } } }))
}
