import { Alert, App, Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { formatMoney, type Fen } from '../../shared/core/money'
import { noFindingFilter, type FindingFilter } from '../../shared/rectification/finding-rows'
import { statisticsBys, type RateChoice, type Statistics } from '../../shared/rectification/statistics-contract'
import { statisticsByLabels, treatmentLabels } from '../../shared/terms/rectification'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { Chart } from '../components/chart'
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
import { barsLabel, barsOption, burnDownLabel, burnDownOption } from './statistics-charts'
import { FactTable, PlainTable } from './statistics-facts'
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
/** Bars that a chart of departments shows; the table has them all. */
const mostBars = 12

function money(fen: Fen | null): string {
  return fen === null ? text.none : formatMoney(fen, 'tenThousand')
}

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

/** The charts, each beside the table with the same numbers. */
function Charts({ statistics }: { readonly statistics: Statistics }) {
  const { burnDown, ageing, groups, by } = statistics
  const burnDownChart = useMemo(() => burnDownOption(statistics), [statistics])
  const departments = useMemo(
    () =>
      by === 'department'
        ? groups
            .filter(({ open }) => open > 0)
            .toSorted((left, right) => right.open - left.open)
            .slice(0, mostBars)
            .map(({ label, open }) => ({ label: label || text.notSet, count: open }))
        : [],
    [by, groups],
  )
  const ageingBars = useMemo(() => barsOption(ageing, 110), [ageing])
  const departmentBars = useMemo(() => barsOption(departments, 130), [departments])
  return (
    <div className="rect-charts">
      {departments.length > 0 && (
        <section>
          <h2>{text.departments}</h2>
          <Chart
            option={departmentBars}
            label={text.departmentsChart(barsLabel(departments))}
            height={24 * departments.length + 12}
          />
        </section>
      )}
      <section>
        <h2>{text.ageing}</h2>
        <div className="rect-side">
          <Chart option={ageingBars} label={text.ageingChart(barsLabel(ageing))} height={150} />
        </div>
      </section>
      {burnDown.length > 1 && (
        <section>
          <h2>{text.burnDown}</h2>
          <Chart option={burnDownChart} label={burnDownLabel(statistics)} height={200} />
          <details>
            <summary>{text.month}</summary>
            <PlainTable
              head={[text.month, text.openSeries, text.totalSeries]}
              rows={burnDown.map(({ on, open, total }) => [on, String(open), String(total)])}
            />
          </details>
        </section>
      )}
    </div>
  )
}

function Amounts({ statistics }: { readonly statistics: Statistics }) {
  const { amounts, problemAmounts } = statistics
  const columns = text.amountColumns
  return (
    <section>
      <h2>{text.amounts}</h2>
      {amounts.length === 0 ? (
        <p className="soft">{text.noAmounts}</p>
      ) : (
        <PlainTable
          head={[columns.treatment, columns.unit, columns.required, columns.done, columns.rate, columns.findings]}
          rows={amounts.map((each) => [
            treatmentLabels[each.treatment],
            each.unit === '' ? text.money : each.unit,
            each.unit === '' ? money(each.requiredFen) : (each.required ?? text.none),
            each.unit === '' ? money(each.doneFen) : (each.done ?? text.none),
            each.rate,
            String(each.findings),
          ])}
          textColumns={2}
        />
      )}
      {problemAmounts.length > 0 && (
        <>
          <h2 className="rect-above">{text.problemAmounts}</h2>
          <PlainTable
            head={[text.problemColumns.amountClass, text.problemColumns.findings, text.problemColumns.amount]}
            rows={problemAmounts.map(({ label, findings, fen }) => [label, String(findings), money(fen)])}
          />
        </>
      )}
    </section>
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
        sentence={
          data && !isEmpty ? (
            <span title={data.total.formula}>{text.sentence(data.total.fraction, data.total.rate)}</span>
          ) : null
        }
        note={
          data && structure && !isEmpty
            ? [
                text.findings(structure.findings),
                text.measures(structure.measures),
                text.due(data.due.fraction, data.due.rate),
                text.asOf(data.asOf),
              ].join(text.separator)
            : null
        }
        extra={
          <>
            {data && !isEmpty && <Button onClick={() => copy(data)}>{text.copy}</Button>}
            <Button type="primary" onClick={() => setIsChecking(true)}>
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
            <Alert
              type="warning"
              showIcon
              title={text.warnings}
              description={data.warnings.join('\n')}
              className="rect-warnings"
            />
          )}
          <StatisticsTable
            statistics={data}
            filter={filter}
            programIdOf={(title) => programs?.find((program) => program.title === title)?.id ?? null}
          />
          <p className="soft rect-formula">{data.total.formula}</p>
          <div className="rect-two">
            <Amounts statistics={data} />
            <FactTable statistics={data} />
          </div>
          <Charts statistics={data} />
        </>
      )}
      <SelfCheck programIds={kept.programIds} isOpen={isChecking} onClose={() => setIsChecking(false)} />
    </section>
  )
}
