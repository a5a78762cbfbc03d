import type { TabsOfPage } from '../app/room-tabs'
import { PageHeader } from '../components/page-header'
import { roomLabels } from '../text/app'

/** 排名. */
export function RankingTab({ tabs }: { readonly tabs: TabsOfPage }) {
  return (
    <div className="page">
      <PageHeader title={roomLabels.district} tabs={tabs} />
    </div>
  )
}
