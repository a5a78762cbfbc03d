import { useRoomTabs, type TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { rectificationTabs } from '../text/rectification'
import { FindingDrawer } from './finding-drawer'
import { LedgerTab } from './ledger-tab'
import { LookBackTab } from './look-back-tab'
import { ProgramsTab } from './programs-tab'
import { RecurrenceTab } from './recurrence-tab'
import './rectification.css'
import { ReportsTab } from './reports-tab'
import { RolesTab } from './roles-tab'
import { StatisticsTab } from './statistics-tab'
import { TreeTab } from './tree-tab'

type TabKey = keyof typeof rectificationTabs

function Tab({ active, tabs }: { readonly active: TabKey; readonly tabs: TabsOfPage }) {
  switch (active) {
    case 'tree':
      return <TreeTab tabs={tabs} />
    case 'list':
      return <LedgerTab tabs={tabs} />
    case 'programs':
      return <ProgramsTab tabs={tabs} />
    case 'statistics':
      return <StatisticsTab tabs={tabs} />
    case 'lookBack':
      return <LookBackTab tabs={tabs} />
    case 'recurrence':
      return <RecurrenceTab tabs={tabs} />
    case 'reports':
      return <ReportsTab tabs={tabs} />
    case 'roles':
      return <RolesTab tabs={tabs} />
  }
}

/** Tabs whose drawer is not a finding's. */
const withoutFinding: ReadonlySet<TabKey> = new Set<TabKey>(['programs', 'roles'])

/** 整改台账: a finding opens beside whatever tab names it. */
export function RectificationPage() {
  const tabs = useRoomTabs('rectification', rectificationTabs, 'tree')
  const recordId = useScreen((state) => state.recordId)
  const { today } = useShell()
  return (
    <>
      <Tab active={tabs.active} tabs={tabs} />
      {!withoutFinding.has(tabs.active) && (
        <FindingDrawer id={recordId} today={today} onClose={() => showRecord(null)} />
      )}
    </>
  )
}
