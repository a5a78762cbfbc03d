import type { TabsOfPage } from '../app/room-tabs'
import { PageHeader } from '../components/page-header'
import { roomLabels } from '../text/app'

export function ReceiptsPage({ tabs }: { readonly tabs: TabsOfPage }) {
  return (
    <div className="page">
      <PageHeader title={roomLabels.reports} tabs={tabs} />
    </div>
  )
}
