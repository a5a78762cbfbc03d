import { useRoomTabs } from '../app/room-tabs'
import { registryTabs } from '../text/registry'
import { EnterprisesTab } from './enterprises-tab'
import { HandoverTab } from './handover-tab'
import { PeopleTab } from './people-tab'
import './registry.css'

const tabPages = { people: PeopleTab, enterprises: EnterprisesTab, handover: HandoverTab } as const

/** 人员与企业: 人员分工, 企业一页通, 交接. */
export function RegistryPage() {
  const tabs = useRoomTabs('registry', registryTabs, 'people')
  const Tab = tabPages[tabs.active]
  return <Tab tabs={tabs} />
}
