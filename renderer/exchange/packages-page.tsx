import { Segmented } from 'antd'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { useShell } from '../app/shell'
import { PageHeader } from '../components/page-header'
import { useCall } from '../desk'
import { dueText } from '../text/home'
import { commonText, packagesText as text, periodLabel } from '../text/exchange'
import { ReceiveButton, SendButton } from './exchange-buttons'
import './exchange.css'
import { useExchangePeriod } from './period-state'
import { ReceivedTable } from './received-table'
import { SentTable } from './sent-table'

type List = (typeof text.lists)[number]['value']
const start: { readonly list: List } = { list: 'sent' }

/** 「最近时限：6月24日（原6月25日，周六）。」 of the report of a period, or of the next one; '' while none is known. */
function useDueSentence(period: string): string {
  const { bureau } = useShell()
  const today = useCall('home.today', { view: 'all', personId: null })
  if (!today.data) return ''
  const { overdue, near, thisWeek, waiting, next } = today.data
  const reports = [...overdue, ...near, ...thisWeek, ...waiting, ...(next ? [next] : [])].filter(
    ({ reportPeriod }) => reportPeriod !== null,
  )
  const due = reports.find(({ reportPeriod }) => reportPeriod === period) ?? reports[0]
  return due ? text.due(dueText(due.submitBy, due.dueOn, due.isMoved, bureau.year)) : ''
}

/** 上报包: what was sent and what came in, with the way to make the next one. */
export function PackagesPage({ tabs }: { readonly tabs: TabsOfPage }) {
  const [{ list }, keep] = useKept('exchange.list', start)
  const { period } = useExchangePeriod()
  const sent = useCall('exchange.sent', {})
  const due = useDueSentence(period)
  const hasSent = sent.data?.some((row) => row.kind === 'summary' && row.period === period) ?? true
  const hasAny = (sent.data?.length ?? 0) > 0
  return (
    <div className="page">
      <PageHeader
        title={commonText.title}
        tabs={tabs}
        {...(!hasSent && hasAny ? { sentence: `${text.unsent(periodLabel(period))}${due}` } : {})}
        extra={
          <>
            <Segmented<List>
              aria-label={text.listLabel}
              value={list}
              options={text.lists.map((option) => ({ ...option }))}
              onChange={(next) => keep({ list: next })}
            />
            <ReceiveButton />
            {(hasAny || list === 'received') && <SendButton period={period} />}
          </>
        }
      />
      {list === 'sent' ? <SentTable empty={`${text.nothingSent}${due}`} period={period} /> : <ReceivedTable />}
    </div>
  )
}
