import type { ReactNode } from 'react'
import { useRoomTabs } from '../app/room-tabs'
import { goTo } from '../app/screen'
import { useShell } from '../app/shell'
import { PageHeader } from '../components/page-header'
import { pageText, revenueTabs } from '../text/revenue'
import { CluesTab } from './clues-tab'
import { EntriesTab } from './entries-tab'
import { useListState } from './list-state'
import { ProgressLine, useProgress } from './progress-line'
import './revenue.css'
import { TipsTab } from './tips-tab'

/** 收入: what is booked of the target, then 入库台账, 线索 and 传递与反馈. */
export function RevenuePage() {
  const tabs = useRoomTabs('revenue', revenueTabs, 'entries')
  const { bureau, today } = useShell()
  const day = { today, year: bureau.year }
  const list = useListState(bureau.year)
  const progress = useProgress(bureau.year)
  const header = (buttons: ReactNode): ReactNode => (
    <PageHeader
      title={pageText.room}
      tabs={tabs}
      extra={buttons}
      sentence={
        <ProgressLine
          progress={progress}
          onShowCounted={() => {
            list.show({ statuses: ['booked'] })
            goTo('revenue', 'entries')
          }}
          onShowClues={() => goTo('revenue', 'clues')}
          onShowConfirmed={() => {
            list.show({ statuses: ['confirmed'], year: 'all' })
            goTo('revenue', 'entries')
          }}
          onShowTips={() => goTo('revenue', 'tips')}
        />
      }
    />
  )
  if (tabs.active === 'clues') return <CluesTab key="clues" day={day} header={header} />
  if (tabs.active === 'tips') return <TipsTab key="tips" day={day} header={header} />
  return <EntriesTab key="entries" day={day} header={header} list={list} />
}
