import type { FindingFilter } from '../../shared/rectification/finding-rows'
import {
  findingKinds,
  findingStatuses,
  rectSources,
  rectTypes,
  type FindingStatus,
} from '../../shared/rectification/record'
import type { Statistics, StatisticsBy, StatisticsGroup } from '../../shared/rectification/statistics-contract'
import { rectSourceLabels, statisticsByLabels } from '../../shared/terms/rectification'
import { statisticsText as text } from '../text/rectification-statistics'
import { showListOf } from './list-state'

type Count = 'total' | FindingStatus | 'referred' | 'overdue' | 'open'

const counts: readonly Count[] = ['total', ...findingStatuses, 'referred', 'overdue', 'open']

/** Statuses that no row has are not shown; the totals and what is open always are. */
export function shownCounts({ total }: Statistics): readonly Count[] {
  const always: readonly Count[] = ['total', 'done', 'overdue', 'open']
  return counts.filter((count) => always.includes(count) || total[count] > 0)
}

/** The filter that finds what a count of a group counted. */
export function filterOfCount(base: FindingFilter, by: StatisticsBy, key: string | null, count: Count): FindingFilter {
  return { ...base, ...groupFilter(by, key), ...countFilter(count) }
}

function groupFilter(by: StatisticsBy, key: string | null): Partial<FindingFilter> {
  if (key === null || key === '') return {}
  switch (by) {
    case 'kind':
      return { kinds: findingKinds.filter((kind) => kind === key) }
    case 'status':
      return { statuses: findingStatuses.filter((status) => status === key) }
    case 'type':
      return { rectTypes: rectTypes.filter((type) => type === key) }
    case 'source':
      return { sources: rectSources.filter((source) => rectSourceLabels[source] === key) }
    case 'department':
      return { leadUnits: [key] }
    case 'year': {
      const source = rectSources.find((known) => key.startsWith(`${rectSourceLabels[known]} `))
      if (!source) return {}
      return { sources: [source], originYears: [key.slice(rectSourceLabels[source].length + 1)] }
    }
    case 'program':
      return {}
  }
}

function countFilter(count: Count): Partial<FindingFilter> {
  if (count === 'total') return {}
  if (count === 'overdue' || count === 'open') return { queue: count }
  if (count === 'referred') return { states: ['referred'] }
  return { statuses: [count] }
}

/** The table as WPS takes it. */
export function statisticsCells(statistics: Statistics): string {
  const shown = shownCounts(statistics)
  const head = [statisticsByLabels[statistics.by], ...shown.map((count) => text.columns[count]), text.columns.rate]
  const line = (label: string, group: StatisticsGroup): readonly string[] => [
    label,
    ...shown.map((count) => String(group[count])),
    text.rateOf(group),
  ]
  const rows = statistics.groups.map((group) => line(group.label || text.notSet, group))
  return [head, ...rows, line(text.total, statistics.total)].map((row) => row.join('\t')).join('\n')
}

interface StatisticsTableProps {
  readonly statistics: Statistics
  readonly filter: FindingFilter
  /** Of a programme's group: its id. */
  readonly programIdOf: (title: string) => string | null
}

/** Groups and their counts; each number opens the findings that it counts, each rate says its formula. */
export function StatisticsTable({ statistics, filter, programIdOf }: StatisticsTableProps) {
  const { by, groups, total } = statistics
  const shown = shownCounts(statistics)
  const cell = (group: StatisticsGroup, key: string | null, count: Count) => {
    const open = (): void => {
      const programId = by === 'program' && key !== null ? programIdOf(key) : null
      const found = filterOfCount(filter, by, key, count)
      showListOf(programId === null ? found : { ...found, programIds: [programId] })
    }
    const label = key === null ? text.total : group.label || text.notSet
    return (
      <td key={count} className="number">
        {group[count] === 0 ? (
          <span className="soft">{text.none}</span>
        ) : (
          <button
            type="button"
            className="rect-figure"
            aria-label={text.openList(label, text.columns[count], group[count])}
            onClick={open}
          >
            {group[count]}
          </button>
        )}
      </td>
    )
  }
  const rate = (group: StatisticsGroup) => (
    <td className="number" title={group.formula}>
      {group.isMixed && <span className="light-near rect-mixed">{text.mixed}</span>}
      {text.rateOf(group)}
    </td>
  )
  return (
    <div className="rect-statistics-place">
      <table className="ledger rect-statistics" aria-label={text.listName}>
        <thead>
          <tr>
            <th scope="col">{statisticsByLabels[by]}</th>
            {shown.map((count) => (
              <th key={count} scope="col" className="number">
                {text.columns[count]}
              </th>
            ))}
            <th scope="col" className="number">
              {text.columns.rate}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key}>
              <th scope="row">{group.label || text.notSet}</th>
              {shown.map((count) => cell(group, group.key, count))}
              {rate(group)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.total}</th>
            {shown.map((count) => cell(total, null, count))}
            {rate(total)}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
