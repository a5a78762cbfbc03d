import { useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { BackfillTab } from './backfill-tab'
import './investment.css'
import { LeadsTab } from './leads-tab'
import { RoutineTab } from './routine-tab'
import { tabKeys, tabsOfPage } from './tabs'

/** 招商: 线索与项目 and 平时考核; 得分说明 is a page of its own beside them. */
export function InvestmentPage() {
  const chosen = useScreen((state) => state.tabs.investment)
  const { bureau, today } = useShell()
  const active = tabKeys.find((key) => key === chosen) ?? 'leads'
  const day = { today, year: bureau.year }
  const tabs = tabsOfPage(active)
  if (active === 'routine') return <RoutineTab day={day} tabs={tabs} />
  if (active === 'backfill') return <BackfillTab day={day} tabs={tabs} />
  return <LeadsTab day={day} tabs={tabs} />
}
