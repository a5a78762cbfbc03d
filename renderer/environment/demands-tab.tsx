import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { demandStates, DemandRates, DemandRow, Rate } from '../../shared/environment/visit-contract'
import { demandTerms, rateDefinitions, satisfactionLabels, visitTerms } from '../../shared/terms/visits'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { ChoiceField } from '../components/choice-field'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { pageLength } from '../components/kept-list'
import { Light } from '../components/light'
import { PageHeader } from '../components/page-header'
import { SampleFlag } from '../components/sample-flag'
import { SearchField } from '../components/text-field'
import { useCall } from '../desk'
import { demandText as text, visitText } from '../text/visits'
import { clockText } from './demand-clock'
import { DemandDrawer, NewDemandDrawer } from './demand-drawer'
import './visits.css'

interface KeptDemands {
  readonly state: (typeof demandStates)[number]
  /** `own`: the year the bureau works on; `all`: every year. */
  readonly year: number | 'own' | 'all'
  readonly text: string
  readonly offset: number
}
const initial: KeptDemands = { state: 'all', year: 'own', text: '', offset: 0 }

function rateText({ rate, num, den }: Rate): string {
  return text.rate(rate, num, den)
}

function solvedText(isSolved: boolean | null): string {
  return isSolved === null ? text.unknownSolved : isSolved ? text.solved : text.notSolved
}

const columns: readonly DataColumn<DemandRow>[] = [
  {
    key: 'enterprise',
    title: visitTerms.enterprise,
    width: 184,
    isFixed: true,
    render: ({ demand, enterpriseName }) => (
      <>
        <SampleFlag isSample={demand.isSample} name={enterpriseName} word={visitText.sample} className="visit-flag" />
        {enterpriseName}
      </>
    ),
  },
  { key: 'text', title: demandTerms.text, render: ({ demand }) => demand.text },
  { key: 'raisedOn', title: demandTerms.raisedOn, width: 104, render: ({ demand }) => demand.raisedOn },
  { key: 'transfer', title: text.columns.transfer, width: 120, render: (row) => clockText(row, 'transfer') },
  { key: 'reply', title: text.columns.reply, width: 120, render: (row) => clockText(row, 'reply') },
  {
    key: 'light',
    title: text.columns.light,
    width: 80,
    render: ({ light }) => (light === 'none' ? visitText.noneSign : <Light state={light} />),
  },
  { key: 'solved', title: text.columns.solved, width: 84, render: ({ demand }) => solvedText(demand.isSolved) },
  {
    key: 'satisfaction',
    title: demandTerms.satisfaction,
    width: 84,
    render: ({ demand }) =>
      demand.satisfaction === null ? visitText.noneSign : satisfactionLabels[demand.satisfaction],
  },
  { key: 'handling', title: demandTerms.handling, width: 180, render: ({ demand }) => demand.handling },
]

function Rates({ rates }: { readonly rates: DemandRates }) {
  return (
    <dl className="demand-rates">
      {(['transferOnTime', 'replyOnTime', 'satisfaction'] as const).map((key) => (
        <div key={key} title={rateDefinitions[key]}>
          <dt>{text[key]}</dt>
          <dd className="figures">{rateText(rates[key])}</dd>
        </div>
      ))}
    </dl>
  )
}

interface FilterProps {
  readonly kept: KeptDemands
  readonly ownYear: number
  readonly change: (part: Partial<KeptDemands>) => void
}

function DemandsFilter({ kept, ownYear, change }: FilterProps) {
  const years = [
    { value: 'own' as const, label: visitText.yearOf(ownYear) },
    ...[ownYear - 1, ownYear - 2].map((value) => ({ value, label: visitText.yearOf(value) })),
    { value: 'all' as const, label: text.allYears },
  ]
  return (
    <div className="visits-filter">
      <Segmented
        aria-label={text.stateLabel}
        value={kept.state}
        options={(['all', 'open', 'overdue', 'solved'] as const).map((value) => ({
          value,
          label: text.states[value],
        }))}
        onChange={(state) => change({ state })}
      />
      <ChoiceField<number | 'own' | 'all'>
        label={text.year}
        value={kept.year}
        options={years}
        width={112}
        onChange={(year) => change({ year: year ?? 'own' })}
      />
      <SearchField value={kept.text} onSearch={(next) => change({ text: next })} label={text.filterText} width={240} />
    </div>
  )
}

/** 企业诉求: the rates, the clocks and every demand. */
export function DemandsTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const { bureau } = useShell()
  const [kept, setKept] = useKept<KeptDemands>('demands', initial)
  const recordId = useScreen((screen) => screen.recordId)
  const [isEntering, setIsEntering] = useState(false)
  const change = (part: Partial<KeptDemands>): void => setKept({ offset: 0, ...part })
  const year = kept.year === 'own' ? bureau.year : kept.year === 'all' ? null : kept.year
  const page = { offset: kept.offset, limit: pageLength }
  const { data, error, isFetching, refetch } = useCall(
    'environment.demands',
    { year, state: kept.state, text: kept.text, ...page },
    { keepsPrevious: true },
  )
  const openNew = (): void => {
    showRecord(null)
    setIsEntering(true)
  }
  const newButton = (
    <Button type="primary" onClick={openNew}>
      {text.newDemand}
    </Button>
  )
  const empty =
    data?.all === 0 ? (
      <EmptyState text={text.empty} />
    ) : (
      <EmptyState
        text={text.emptyFiltered}
        action={<Button onClick={() => setKept(initial)}>{text.clearFilters}</Button>}
      />
    )
  return (
    <section className="page" aria-label={tabs.items.find(({ key }) => key === 'demands')?.label}>
      <PageHeader
        title={text.room}
        tabs={tabs}
        sentence={
          data && <span title={rateDefinitions.resolution}>{text.sentence(rateText(data.rates.resolution))}</span>
        }
        extra={newButton}
      />
      {data && <Rates rates={data.rates} />}
      <div className="visits-bar">
        <DemandsFilter kept={kept} ownYear={bureau.year} change={change} />
        {data && <span className="soft figures">{text.count(data.total, data.all)}</span>}
        {data?.rows.some(({ isEstimated }) => isEstimated) && <span className="soft">{text.estimateNote}</span>}
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="demands"
        label={text.listName}
        columns={columns}
        rows={data?.rows ?? []}
        rowKey={({ demand }) => demand.id}
        isLoading={isFetching && !data}
        onOpen={({ demand }) => showRecord(demand.id)}
        openKey={recordId}
        page={{ ...page, total: data?.total ?? 0, onChange: (offset) => setKept({ offset }) }}
        empty={data ? empty : <span />}
      />
      {isEntering && recordId === null && <NewDemandDrawer onClose={() => setIsEntering(false)} />}
      {recordId !== null && <DemandDrawer key={recordId} id={recordId} onClose={() => showRecord(null)} />}
    </section>
  )
}
