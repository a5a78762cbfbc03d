import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { TabsOfPage } from '../app/room-tabs'
import { useShell } from '../app/shell'
import { ChoiceField } from '../components/choice-field'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useCall, type OutputOf } from '../desk'
import { commonText, periodLabel, receiptsText as text } from '../text/exchange'
import { ReceiveButton, SendButton } from './exchange-buttons'
import './exchange.css'
import { ObjectionState } from './objection-cell'
import { ObjectionForm } from './objection-form'
import { useExchangePeriod } from './period-state'
import { ReceiptFacts } from './receipt-facts'
import { orderedLines, type StandingFilter, type StandingLine } from './standing-order'
import { StandingTable } from './standing-table'

type Standing = OutputOf<'exchange.standing'>
const filters = ['all', 'returned', 'adjusted', 'accepted'] as const

/** What has to be done about the answer. */
function sentenceOf({ receipt, sent, counts }: Standing, period: string): string {
  const label = periodLabel(period)
  if (!receipt) return sent ? text.noReceipt(label) : text.notSent(label)
  const { returned, adjusted, lines } = counts
  if (returned > 0) return text.returned(returned, (sent?.edition ?? receipt.answers) + 1)
  return adjusted > 0 ? text.adjusted(adjusted) : text.allAccepted(lines)
}

function Lines({ standing, period }: { readonly standing: Standing; readonly period: string }) {
  const [filter, setFilter] = useState<StandingFilter>('all')
  const [objected, setObjected] = useState<Pick<StandingLine, 'key' | 'label'> | 'whole' | null>(null)
  const { receipt, lines, counts, objections } = standing
  const { today } = useShell()
  const until = receipt?.objectionsUntil ?? null
  const canObject = until !== null && today <= until
  const countOf: Readonly<Record<StandingFilter, number>> = { ...counts, all: counts.lines }
  return (
    <>
      {receipt && <ReceiptFacts receipt={receipt} />}
      {objections.length > 0 && (
        <ul className="exchange-rows" aria-label={text.wholeObjections}>
          {objections.map((objection) => (
            <li key={objection.id}>
              <span className="soft">{text.wholeObjections}</span>
              <span className="exchange-grow">{objection.text}</span>
              <ObjectionState objection={objection} label={text.wholeObjections} />
            </li>
          ))}
        </ul>
      )}
      <div className="exchange-bar">
        <Segmented<StandingFilter>
          size="small"
          aria-label={text.filterLabel}
          value={filter}
          options={filters.map((value) => ({ value, label: text.filterOf(text.filters[value], countOf[value]) }))}
          onChange={setFilter}
        />
        {canObject && (
          <Button size="small" onClick={() => setObjected('whole')}>
            {text.writeWhole}
          </Button>
        )}
      </div>
      <StandingTable
        lines={orderedLines(lines, filter)}
        isLoading={false}
        empty={<EmptyState text={text.emptyFilter} />}
        onWrite={canObject ? setObjected : null}
      />
      {objected && (
        <ObjectionForm
          period={period}
          line={objected === 'whole' ? null : objected}
          onClose={() => setObjected(null)}
        />
      )}
    </>
  )
}

/** 回执: what the bureau reported beside what the district accepted. */
export function ReceiptsPage({ tabs }: { readonly tabs: TabsOfPage }) {
  const { period, options, change } = useExchangePeriod()
  const { data, error, isPending, refetch } = useCall('exchange.standing', { period }, { keepsPrevious: true })
  const edition = data?.sent?.edition ?? 0
  const answers = data?.receipt?.answers ?? edition
  return (
    <div className="page">
      <PageHeader
        title={commonText.title}
        tabs={tabs}
        {...(data ? { sentence: sentenceOf(data, period) } : {})}
        {...(answers < edition ? { note: text.answersOlder(answers, edition) } : {})}
        extra={
          <>
            <ChoiceField
              label={text.period}
              value={period}
              options={options}
              width={150}
              onChange={(next) => next && change(next)}
            />
            <ReceiveButton />
            {data && <SendButton period={period} label={text.next(edition + 1)} />}
          </>
        }
      />
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {isPending && <p className="soft">{text.loading}</p>}
      {data && data.lines.length > 0 && <Lines key={period} standing={data} period={period} />}
      {data?.lines.length === 0 && <EmptyState text={text.noReceiptHint} action={<ReceiveButton />} />}
    </div>
  )
}
