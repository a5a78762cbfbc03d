import { goTo, useScreen } from '../app/screen'
import { registryTabs } from '../text/registry'
import { EnterprisesTab } from './enterprises-tab'
import { HandoverTab } from './handover-tab'
import { PeopleTab } from './people-tab'
import './registry.css'

const tabKeys = ['people', 'enterprises', 'handover'] as const

const tabPages = { people: PeopleTab, enterprises: EnterprisesTab, handover: HandoverTab } as const

/** 人员与企业: 人员分工, 企业一页通, 交接. */
export function RegistryPage() {
  const chosen = useScreen((state) => state.tabs.registry)
  const active = tabKeys.find((key) => key === chosen) ?? 'people'
  const Tab = tabPages[active]
  const items = tabKeys.map((key) => ({ key, label: registryTabs[key] }))
  return <Tab tabs={{ items, active, onChange: (key: string) => goTo('registry', key) }} />
}
