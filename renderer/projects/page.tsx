import { useRoomTabs } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { projectsTabs } from '../text/projects'
import { DispatchTab } from './dispatch-tab'
import { LedgerTab } from './ledger-tab'
import { MilestonesTab } from './milestones-tab'
import { ProblemsTab } from './problems-tab'
import { ProjectDrawer } from './project-drawer'
import './projects.css'

function TabContent() {
  const { bureau, today } = useShell()
  const tabs = useRoomTabs('projects', projectsTabs, 'ledger')
  switch (tabs.active) {
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
  const recordId = useScreen((state) => state.recordId)
  const { today } = useShell()
  return (
    <>
      <TabContent />
      <ProjectDrawer id={recordId} today={today} onClose={() => showRecord(null)} />
    </>
  )
}
