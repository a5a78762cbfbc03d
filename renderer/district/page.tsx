import { useRoomTabs, type TabsOfPage } from '../app/room-tabs'
import { districtTabs } from '../text/district'
import { InboxTab } from './inbox-tab'
import { IssueTab } from './issue-tab'
import { ObjectionsTab } from './objections-tab'
import { PublishTab } from './publish-tab'
import { RankingTab } from './ranking-tab'
import { ReviewTab } from './review-tab'
import { UnitsTab } from './units-tab'

function Tab({ active, tabs }: { readonly active: keyof typeof districtTabs; readonly tabs: TabsOfPage }) {
  switch (active) {
    case 'inbox':
      return <InboxTab tabs={tabs} />
    case 'review':
      return <ReviewTab tabs={tabs} />
    case 'ranking':
      return <RankingTab tabs={tabs} />
    case 'objections':
      return <ObjectionsTab tabs={tabs} />
    case 'publish':
      return <PublishTab tabs={tabs} />
    case 'issue':
      return <IssueTab tabs={tabs} />
    case 'units':
      return <UnitsTab tabs={tabs} />
  }
}

/** 区级汇总. */
export function DistrictPage() {
  const tabs = useRoomTabs('district', districtTabs, 'inbox')
  return <Tab active={tabs.active} tabs={tabs} />
}
