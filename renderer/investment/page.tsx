import { useRoomTabs } from '../app/room-tabs'
import { useShell } from '../app/shell'
import { investmentTabs } from '../text/investment'
import { BackfillTab } from './backfill-tab'
import './investment.css'
import { LeadsTab } from './leads-tab'
import { RoutineTab } from './routine-tab'

/** 招商: 线索与项目 and 平时考核; 得分说明 is a page of its own beside them. */
export function InvestmentPage() {
  const { bureau, today } = useShell()
  const day = { today, year: bureau.year }
  const tabs = useRoomTabs('investment', investmentTabs, 'leads')
  if (tabs.active === 'routine') return <RoutineTab day={day} tabs={tabs} />
  if (tabs.active === 'backfill') return <BackfillTab day={day} tabs={tabs} />
  return <LeadsTab day={day} tabs={tabs} />
}
