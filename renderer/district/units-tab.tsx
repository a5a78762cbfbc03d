import type { TabsOfPage } from '../app/room-tabs'
import { PageHeader } from '../components/page-header'
import { roomLabels } from '../text/app'

/** 单位. */
export function UnitsTab({ tabs }: { readonly tabs: TabsOfPage }) {
  return (
    <div className="page">
      <PageHeader title={roomLabels.district} tabs={tabs} />
    </div>
  )
}
