import { useRoomTabs } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { rectificationTabs } from '../text/rectification'
import { FindingDrawer } from './finding-drawer'
import { LedgerTab } from './ledger-tab'
import { ProgramsTab } from './programs-tab'
import './rectification.css'
import { RolesTab } from './roles-tab'
import { TreeTab } from './tree-tab'

/** 整改台账: 总表（树）, 清单, 整改来源, 分工; a finding opens beside the tree and the list. */
export function RectificationPage() {
  const tabs = useRoomTabs('rectification', rectificationTabs, 'tree')
  const recordId = useScreen((state) => state.recordId)
  const { today } = useShell()
  const drawer = <FindingDrawer id={recordId} today={today} onClose={() => showRecord(null)} />
  switch (tabs.active) {
    case 'tree':
      return (
        <>
          <TreeTab tabs={tabs} />
          {drawer}
        </>
      )
    case 'list':
      return (
        <>
          <LedgerTab tabs={tabs} />
          {drawer}
        </>
      )
    case 'programs':
      return <ProgramsTab tabs={tabs} />
    case 'roles':
      return <RolesTab tabs={tabs} />
  }
}
