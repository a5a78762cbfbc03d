import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { noFindingFilter, type FindingFilter } from '../../shared/rectification/finding-rows'
import { statisticsBys, type RateChoice, type Statistics } from '../../shared/rectification/statistics-contract'
import { statisticsByLabels } from '../../shared/terms/rectification'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { ChoiceField } from '../components/choice-field'
import { copyText } from '../components/copy-text'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useCall } from '../desk'
import { pageText } from '../text/rectification'
import { statisticsText as text } from '../text/rectification-statistics'
import { FilterChoice, optionsOf } from './filter-choices'
import { SelfCheck } from './self-check'
import { StatisticsCharts } from './statistics-charts-part'
import { Amounts, FactTables } from './statistics-facts'
import './statistics.css'
import { statisticsCells, StatisticsTable } from './statistics-table'

interface KeptStatistics {
  readonly programIds: readonly string[]
  readonly by: Statistics['by']
  readonly mode: 'own' | RateChoice['mode']
  readonly decimals: RateChoice['decimals']
}
const initial: KeptStatistics = { programIds: [], by: 'kind', mode: 'own', decimals: 1 }
const byOptions = optionsOf(statisticsBys, statisticsByLabels)
const modeOptions = optionsOf(['own', 'halfUp', 'truncate'], text.roundings)
const decimalOptions = ([0, 1, 2] as const).map((value) => ({ value, label: text.decimalsOf(value) }))
function Controls({
  kept,
  change,
}: {
  readonly kept: KeptStatistics
  readonly change: (part: Partial<KeptStatistics>) => void
}) {
  const programs = useCall('rectification.programs', {}).data ?? []
  return (
    <div className="rect-filter">
      <FilterChoice
        label={text.programs}
        value={kept.programIds}
        options={programs.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(programIds) => change({ programIds })}
        width={230}
        hasSearch
      />
      <span className="soft">{text.by}</span>
      <ChoiceField
        label={text.by}
        value={kept.by}
        options={byOptions}
        width={120}
        onChange={(by) => by && change({ by })}
      />
      <span className="soft">{text.rounding}</span>
      <ChoiceField
        label={text.rounding}
        value={kept.mode}
        options={modeOptions}
        width={130}
        onChange={(mode) => mode && change({ mode })}
      />
      {kept.mode !== 'own' && (
        <Select<RateChoice['decimals']>
          aria-label={text.decimals}
          value={kept.decimals}
          options={decimalOptions}
          style={{ width: 100 }}
          onChange={(decimals) => change({ decimals })}
        />
      )}
    </div>
  )
}

/** 统计: groups with their counts and rates, amounts by unit, timeliness, charts; everything opens what it counts. */
export function StatisticsTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const [kept, change] = useKept('rectification.statistics', initial)
  const [isChecking, setIsChecking] = useState(false)
  const { message } = App.useApp()
  const copy = (statistics: Statistics): void => {
    if (copyText(statisticsCells(statistics))) void message.success(text.copied)
    else void message.warning(text.copyFailed)
  }
  const programs = useCall('rectification.programs', {}).data
  const filter: FindingFilter = { ...noFindingFilter, programIds: [...kept.programIds] }
  const rate = kept.mode === 'own' ? null : { mode: kept.mode, decimals: kept.decimals }
  const { data, error, refetch } = useCall(
    'rectification.statistics',
    { filter, by: kept.by, rate },
    { keepsPrevious: true },
  )
  const isEmpty = data?.total.total === 0
  const { structure } = data ?? {}
  return (
    <section className="page page-scroll rect-page" aria-label={text.listName}>
      <PageHeader
        title={pageText.room}
        tabs={tabs}
        sentence={data && !isEmpty ? <span title={data.total.formula}>{text.sentence(data.total)}</span> : null}
        note={
          data && structure && !isEmpty
            ? [
                text.findings(structure.findings),
                text.measures(structure.measures),
                ...(data.due.total > 0 ? [text.due(data.due.fraction, data.due.rate)] : []),
                text.asOf(data.asOf),
              ].join(text.separator)
            : null
        }
        extra={
          <>
            {data && !isEmpty && <Button onClick={() => copy(data)}>{text.copy}</Button>}
            <Button className="for-all" type="primary" onClick={() => setIsChecking(true)}>
              {text.check}
            </Button>
          </>
        }
      />
      <div className="rect-bar">
        <Controls kept={kept} change={change} />
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {isEmpty && <EmptyState text={text.empty} />}
      {data && !isEmpty && (
        <>
          {data.warnings.length > 0 && (
            <ul className="rect-warnings light-near" aria-label={text.warnings}>
              {data.warnings.map((warning) => (
                <li key={warning}>{text.warning(warning)}</li>
              ))}
            </ul>
          )}
          <StatisticsTable
            statistics={data}
            filter={filter}
            programIdOf={(title) => programs?.find((program) => program.title === title)?.id ?? null}
          />
          <p className="soft rect-formula">{data.total.formula}</p>
          <div className="rect-three">
            <Amounts statistics={data} />
            <FactTables statistics={data} />
          </div>
          <StatisticsCharts statistics={data} />
        </>
      )}
      <SelfCheck programIds={kept.programIds} isOpen={isChecking} onClose={() => setIsChecking(false)} />
    </section>
  )
}
