import { Button } from 'antd'
import { useState } from 'react'
import { yearOf } from '../../shared/core/dates'
import type { PolicyRow } from '../../shared/environment/contract'
import { policyDueText } from '../../shared/terms/environment'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { ChoiceField } from '../components/choice-field'
import { DataTable } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useCall } from '../desk'
import { dutyText, policyText as text } from '../text/environment'
import { policyColumns } from './policies-columns'
import { PolicyDrawer } from './policies-drawer'

const start: { readonly year: 'own' | 'all' } = { year: 'own' }
/** Titles named in the sentence. */
const namesShown = 2

function sentenceOf(rows: readonly PolicyRow[]): string {
  if (rows.length === 0) return ' '
  const overdue = rows.filter(({ state }) => state === 'overdue')
  const [next] = rows
    .filter(({ state }) => state === 'open' || state === 'near')
    .toSorted((left, right) => (left.dueOn ?? '').localeCompare(right.dueOn ?? ''))
  const untold = rows.filter((row) => row.untold.length > 0).length
  const isAllSent = rows.every(({ state }) => state === 'sent' || state === 'sentLate')
  const parts = [
    overdue.length > 0
      ? text.overdue(
          overdue.length,
          overdue.slice(0, namesShown).map(({ policy }) => policy.title),
        )
      : '',
    next ? text.next(next.policy.title, policyDueText(next, yearOf(next.policy.publishedOn))) : '',
    isAllSent ? text.allSent(rows.length) : '',
    untold > 0 ? text.untold(untold) : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? ' ' : parts.join(text.separator) + text.stop
}

/** 惠企政策: each with its five working days, its explainer, and who was told. */
export function PoliciesTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const { bureau } = useShell()
  const [{ year }, change] = useKept('policies', start)
  const recordId = useScreen((state) => state.recordId)
  const [isNew, setIsNew] = useState(false)
  const { data, error, isFetching, refetch } = useCall(
    'environment.policies',
    { year: year === 'own' ? bureau.year : null },
    { keepsPrevious: true },
  )
  const add = (
    <Button
      type="primary"
      onClick={() => {
        showRecord(null)
        setIsNew(true)
      }}
    >
      {text.new}
    </Button>
  )
  return (
    <section className="page" aria-label={text.title}>
      <PageHeader
        title={dutyText.room}
        tabs={tabs}
        sentence={data ? sentenceOf(data) : ' '}
        extra={
          <>
            <ChoiceField
              label={text.year}
              width={120}
              value={year}
              options={[
                { value: 'own', label: text.yearLabel(bureau.year) },
                { value: 'all', label: text.allYears },
              ]}
              onChange={(chosen) => change({ year: chosen ?? 'own' })}
            />
            {add}
          </>
        }
      />
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="policies"
        label={text.list}
        columns={policyColumns}
        rows={data ?? []}
        rowKey={({ policy }) => policy.id}
        isLoading={isFetching && !data}
        onOpen={({ policy }) => {
          setIsNew(false)
          showRecord(policy.id)
        }}
        openKey={recordId}
        empty={data ? <EmptyState text={year === 'own' ? text.empty : text.emptyYear} action={add} /> : <span />}
      />
      <PolicyDrawer
        id={recordId}
        isNew={isNew}
        onSavedNew={(id) => {
          setIsNew(false)
          showRecord(id)
        }}
        onClose={() => {
          setIsNew(false)
          showRecord(null)
        }}
      />
    </section>
  )
}
