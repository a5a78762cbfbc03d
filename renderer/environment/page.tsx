import { lazy, type ReactNode } from 'react'
import { goTo, useScreen } from '../app/screen'
import { environmentTabs } from '../text/environment'
import { BriefsTab } from './briefs-tab'
import { DutiesTab } from './duties-tab'
import './environment.css'
import { PoliciesTab } from './policies-tab'
import { isEnvironmentTab, tabKeys, type TabsOfPage } from './tabs'

const MatrixTab = lazy(async () => ({ default: (await import('./matrix-tab')).MatrixTab }))
const DemandsTab = lazy(async () => ({ default: (await import('./demands-tab')).DemandsTab }))

/** 抓营商环境. */
export function EnvironmentPage(): ReactNode {
  const chosen = useScreen((state) => state.tabs.environment)
  const active = isEnvironmentTab(chosen) ? chosen : 'duties'
  const tabs: TabsOfPage = {
    items: tabKeys.map((key) => ({ key, label: environmentTabs[key] })),
    active,
    onChange: (key) => goTo('environment', key),
  }
  switch (active) {
    case 'duties':
      return <DutiesTab tabs={tabs} />
    case 'briefs':
      return <BriefsTab tabs={tabs} />
    case 'policies':
      return <PoliciesTab tabs={tabs} />
    case 'matrix':
      return <MatrixTab tabs={tabs} />
    case 'demands':
      return <DemandsTab tabs={tabs} />
  }
}
