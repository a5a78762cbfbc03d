import { lazy, type ReactNode } from 'react'
import { useRoomTabs } from '../app/room-tabs'
import { environmentTabs } from '../text/environment'
import { BriefsTab } from './briefs-tab'
import { DutiesTab } from './duties-tab'
import './environment.css'
import { PoliciesTab } from './policies-tab'

const MatrixTab = lazy(async () => ({ default: (await import('./matrix-tab')).MatrixTab }))
const DemandsTab = lazy(async () => ({ default: (await import('./demands-tab')).DemandsTab }))

/** 抓营商环境. */
export function EnvironmentPage(): ReactNode {
  const tabs = useRoomTabs('environment', environmentTabs, 'duties')
  switch (tabs.active) {
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
