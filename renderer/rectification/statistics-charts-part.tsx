import { useMemo } from 'react'
import type { Statistics } from '../../shared/rectification/statistics-contract'
import { Chart } from '../components/chart'
import { statisticsText as text } from '../text/rectification-statistics'
import { barsLabel, barsOption, burnDownLabel, burnDownOption } from './statistics-charts'
import { PlainTable } from './statistics-facts'

/** Bars that a chart of departments shows; the table has them all. */
const mostBars = 12

/** The charts, each beside the table with the same numbers. */
export function StatisticsCharts({ statistics }: { readonly statistics: Statistics }) {
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
      {ageing.some(({ count }) => count > 0) && (
        <section>
          <h2>{text.ageing}</h2>
          <Chart option={ageingBars} label={text.ageingChart(barsLabel(ageing))} height={150} />
        </section>
      )}
      {burnDown.length > 1 && (
        <section className="rect-chart-wide">
          <h2>{text.burnDown}</h2>
          <Chart option={burnDownChart} label={burnDownLabel(statistics)} height={200} />
          <details>
            <summary>{text.monthly}</summary>
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
