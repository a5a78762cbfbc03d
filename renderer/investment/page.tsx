import { useScreen } from '../app/screen'
import { useDay } from './day'
import './investment.css'
import { LeadsTab } from './leads-tab'
import { RoutineTab } from './routine-tab'
import { tabKeys, tabsOfPage } from './tabs'

/** 招商: 线索与项目, 平时考核, 得分说明. */
export function InvestmentPage() {
  const chosen = useScreen((state) => state.tabs.investment)
  const day = useDay()
  const active = tabKeys.find((key) => key === chosen) ?? 'leads'
  if (!day) return null
  const tabs = tabsOfPage(active)
  if (active === 'routine') return <RoutineTab day={day} tabs={tabs} />
  return <LeadsTab day={day} tabs={tabs} />
}
