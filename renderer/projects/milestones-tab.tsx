import { Checkbox } from 'antd'
import { useMemo } from 'react'
import { datedStages, type DatedStage } from '../../shared/projects/stages'
import { projectStageLabels, projectStateLabel } from '../../shared/terms/projects'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { Chart, chartColors, type ChartOption } from '../components/chart'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { Light } from '../components/light'
import { PageHeader } from '../components/page-header'
import { useCall, type OutputOf } from '../desk'
import { milestonesText as text, projectsText } from '../text/projects'

type Row = OutputOf<'projects.milestones'>[number]
type Milestone = Row['milestones'][number]

interface Kept {
  readonly isOnlyUrgent: boolean
}
const initial: Kept = { isOnlyUrgent: false }

/** One milestone in two short lines: planned and done, with its light and slippage. */
function MilestoneCell({ milestone }: { readonly milestone: Milestone | undefined }) {
  if (!milestone) return text.none
  const { plannedOn, actualOn, isGap, light, slippedWorkdays, isEstimated } = milestone
  const slipped = slippedWorkdays !== null && slippedWorkdays !== 0 ? text.slipped(slippedWorkdays) : ''
  const estimated = slipped !== '' && isEstimated ? projectsText.estimatedShort : ''
  if (plannedOn === null && actualOn === null && !isGap) return <span className="soft">{text.none}</span>
  return (
    <span className="milestone-cell figures">
      <span className="soft">{plannedOn === null ? text.unplanned : text.planned(plannedOn)}</span>
      <span>
        {actualOn !== null ? (
          text.actual(actualOn)
        ) : isGap ? (
          text.gap
        ) : light === 'none' ? (
          text.none
        ) : (
          <Light state={light} />
        )}{' '}
        {slipped}
        {estimated}
      </span>
    </span>
  )
}

function columnsOf(): readonly DataColumn<Row>[] {
  return [
    {
      key: 'name',
      title: text.project,
      width: 170,
      isFixed: true,
      render: ({ name }) => <span title={name}>{name}</span>,
    },
    { key: 'stage', title: text.stage, width: 64, render: projectStateLabel },
    { key: 'light', title: text.lightColumn, width: 80, render: ({ light }) => <Light state={light} /> },
    ...datedStages.map((stage) => ({
      key: stage,
      title: projectStageLabels[stage],
      width: 166,
      render: ({ milestones }: Row) => <MilestoneCell milestone={milestones.find((each) => each.stage === stage)} />,
    })),
  ]
}

const columns = columnsOf()

interface StageCount {
  readonly stage: DatedStage
  readonly done: number
  readonly open: number
  readonly late: number
}

/** How many projects are past, on the way to and late for each milestone: the numbers of the table below. */
function countsOf(rows: readonly Row[]): readonly StageCount[] {
  return datedStages.map((stage) => {
    const own = rows.flatMap(({ milestones }) => milestones.filter((each) => each.stage === stage))
    return {
      stage,
      done: own.filter(({ actualOn, isGap }) => actualOn !== null || isGap).length,
      open: own.filter(({ actualOn, light }) => actualOn === null && (light === 'normal' || light === 'near')).length,
      late: own.filter(({ light }) => light === 'overdue').length,
    }
  })
}

/** Dark, light, and hollow with a thick edge, so that they differ without colour too. */
const bars = [
  { key: 'done', color: chartColors.main, edge: chartColors.inkSoft, edgeWidth: 1, figure: '#ffffff' },
  { key: 'open', color: chartColors.open, edge: chartColors.inkSoft, edgeWidth: 1, figure: chartColors.ink },
  { key: 'late', color: '#ffffff', edge: chartColors.overdue, edgeWidth: 3, figure: chartColors.overdue },
] as const

function chartOption(counts: readonly StageCount[]): ChartOption {
  return {
    grid: { left: 24, right: 8, top: 4, bottom: 22 },
    xAxis: {
      type: 'category',
      data: counts.map(({ stage }) => projectStageLabels[stage]),
      axisTick: { show: false },
      axisLabel: { color: chartColors.ink },
    },
    yAxis: { type: 'value', minInterval: 1, splitLine: { show: false }, axisLabel: { color: chartColors.inkSoft } },
    series: bars.map(({ key, color, edge, edgeWidth, figure }) => ({
      type: 'bar' as const,
      stack: 'milestones',
      barWidth: 34,
      itemStyle: { color, borderColor: edge, borderWidth: edgeWidth },
      label: {
        show: true,
        color: figure,
        formatter: ({ dataIndex }) => String(counts[dataIndex]?.[key] ?? ''),
      },
      data: counts.map((count) =>
        count[key] > 0 ? count[key] : { value: 0, label: { show: false }, itemStyle: { borderWidth: 0 } },
      ),
    })),
  }
}

function Counts({ rows }: { readonly rows: readonly Row[] }) {
  const counts = useMemo(() => countsOf(rows), [rows])
  const option = useMemo(() => chartOption(counts), [counts])
  const said = counts.map(({ stage, done, open, late }) => text.chartPart(projectStageLabels[stage], done, open, late))
  return (
    <section className="project-counts" aria-label={text.chartTitle}>
      <Chart option={option} label={text.chart(said.join(text.separator))} height={116} canCopy={false} />
      <table className="project-bands-table figures">
        <thead>
          <tr>
            <th>{text.chartTitle}</th>
            {bars.map(({ key, color, edge, edgeWidth }) => (
              <th key={key} className="number">
                <span
                  className="project-swatch"
                  style={{ background: color, borderColor: edge, borderWidth: edgeWidth }}
                  aria-hidden="true"
                />
                {text[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count.stage}>
              <td>{projectStageLabels[count.stage]}</td>
              {bars.map(({ key }) => (
                <td key={key} className="number">
                  {count[key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** 节点: planned and actual days of every project in the pool, with lights. */
export function MilestonesTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const { data, error, isFetching, refetch } = useCall('projects.milestones', {})
  const recordId = useScreen((state) => state.recordId)
  const [{ isOnlyUrgent }, setKept] = useKept('projects.milestones', initial)
  const all = data ?? []
  const rows = isOnlyUrgent ? all.filter(({ light }) => light === 'overdue' || light === 'near') : all
  const lights = all.flatMap(({ milestones }) => milestones.map(({ light }) => light))
  const late = lights.filter((light) => light === 'overdue').length
  const near = lights.filter((light) => light === 'near').length
  return (
    <section className="page project-page" aria-label={tabs.items[1]?.label}>
      <PageHeader
        title={projectsText.room}
        tabs={tabs}
        sentence={data ? (all.length === 0 ? text.empty : text.sentence(late, near)) : projectsText.loading}
      />
      {all.length > 0 && <Counts rows={all} />}
      <div className="project-bar">
        <Checkbox checked={isOnlyUrgent} onChange={({ target }) => setKept({ isOnlyUrgent: target.checked })}>
          {text.filter}
        </Checkbox>
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="projects.milestones"
        label={text.listName}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        isLoading={isFetching && !data}
        onOpen={({ id }) => showRecord(id)}
        openKey={recordId}
        empty={data ? <EmptyState text={text.empty} /> : <span />}
      />
    </section>
  )
}
