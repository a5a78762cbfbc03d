import { showRecord, useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { DispatchTab } from './dispatch-tab'
import { LedgerTab } from './ledger-tab'
import { MilestonesTab } from './milestones-tab'
import { ProblemsTab } from './problems-tab'
import { ProjectDrawer } from './project-drawer'
import './projects.css'
import { tabKeys, tabsOfPage, type TabKey } from './tabs'

function TabContent({ active }: { readonly active: TabKey }) {
  const { bureau, today } = useShell()
  const tabs = tabsOfPage(active)
  switch (active) {
    case 'ledger':
      return <LedgerTab year={bureau.year} tabs={tabs} />
    case 'milestones':
      return <MilestonesTab tabs={tabs} />
    case 'problems':
      return <ProblemsTab tabs={tabs} />
    case 'dispatch':
      return <DispatchTab bureau={bureau.name} today={today} tabs={tabs} />
  }
}

/** 抓项目: 项目台账, 节点, 问题（吹哨报到）, 半月调度; a project opens beside each of them. */
export function ProjectsPage() {
  const chosen = useScreen((state) => state.tabs.projects)
  const recordId = useScreen((state) => state.recordId)
  const { today } = useShell()
  return (
    <>
      <TabContent active={tabKeys.find((key) => key === chosen) ?? 'ledger'} />
      <ProjectDrawer id={recordId} today={today} onClose={() => showRecord(null)} />
    </>
  )
}
