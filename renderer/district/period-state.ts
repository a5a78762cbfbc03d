import { useKept } from '../app/kept'
import { useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { periodChoice } from '../reports/period-choice'

const key = 'district.period'
const start: { readonly period: string | null } = { period: null }

export interface DistrictPeriod {
  readonly period: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly change: (period: string) => void
}

/** The period that every page of the room speaks of: the chosen one, else the running quarter. */
export function useDistrictPeriod(): DistrictPeriod {
  const { bureau, today } = useShell()
  const [kept, keep] = useKept(key, start)
  const quarters = periodChoice('quarter', bureau.year, today)
  const options = [...quarters.options, ...periodChoice('month', bureau.year, today).options]
  const wished = options.some(({ value }) => value === kept.period) ? kept.period : null
  return { period: wished ?? quarters.current, options, change: (period) => keep({ period }) }
}

/** Shows another period the next time a page of the room is looked at. */
export function keepDistrictPeriod(period: string): void {
  useScreen.setState((state) => ({ kept: { ...state.kept, [key]: { period } } }))
}
