import { projectBandLabels } from '../../shared/terms/projects'
import { chartColors, type ChartOption } from '../components/chart'
import type { OutputOf } from '../desk'
import { bandsText as text } from '../text/projects'
import { amountShown } from '../components/typed-amount'

export type Bands = OutputOf<'projects.bands'>

/** The upper band first, as the sentence says it. */
export function bandsInOrder({ bands }: Bands): Bands['bands'] {
  return bands.toReversed()
}

/** Parts of a bar: told apart by brightness, by their order and by the table's marks. */
export const parts = [
  { key: 'before', color: '#e6ecf3' },
  { key: 'building', color: chartColors.soft },
  { key: 'finished', color: chartColors.main },
] as const

/** Bars of the three bands, stacked by how far the projects are. */
export function bandsChartOption(bands: Bands): ChartOption {
  const rows = bandsInOrder(bands)
  return {
    grid: { left: 100, right: 30, top: 2, bottom: 2 },
    xAxis: { type: 'value', show: false, max: Math.max(1, ...rows.map(({ count }) => count)) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ band }) => projectBandLabels[band]),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: chartColors.inkSoft } },
      axisLabel: { color: chartColors.ink, fontSize: 12 },
    },
    series: parts.map(({ key, color }) => ({
      type: 'bar' as const,
      stack: 'bands',
      barWidth: 15,
      itemStyle: { color, borderColor: chartColors.inkSoft, borderWidth: 1 },
      label: {
        show: true,
        color: key === 'finished' ? '#ffffff' : chartColors.ink,
        formatter: ({ dataIndex }) => String(rows[dataIndex]?.[key] ?? ''),
      },
      // A hair of a bar would carry a label for nothing.
      data: rows.map((row) =>
        row[key] > 0 ? row[key] : { value: 0, label: { show: false }, itemStyle: { borderWidth: 0 } },
      ),
    })),
  }
}

/** What the chart shows, as a sentence. */
export function bandsChartLabel(bands: Bands): string {
  const said = bandsInOrder(bands).map(({ band, count }) => text.chartPart(projectBandLabels[band], count))
  return text.chart(said.join(text.separator))
}

/** This year's investment as a bar, the plan as a line. Exact amounts become numbers only for drawing. */
export function investChartOption({ annualPlan, investedYtd }: Bands): ChartOption {
  return {
    grid: { left: 6, right: 6, top: 18, bottom: 2 },
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(annualPlan, investedYtd, 1) * 1.12 },
    yAxis: { type: 'category', data: [text.done], show: false },
    series: [
      {
        type: 'bar',
        silent: true,
        barWidth: 15,
        itemStyle: { color: chartColors.main },
        label: { show: false },
        data: [investedYtd],
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: chartColors.ink, type: 'dashed', width: 2 },
          label: { formatter: text.planned, color: chartColors.ink, position: 'end', distance: 2 },
          data: [{ xAxis: annualPlan }],
        },
      },
    ],
  }
}

export function investChartLabel({ annualPlan, investedYtd, planRate }: Bands): string {
  return text.investChart(amountShown(investedYtd) ?? '', amountShown(annualPlan) ?? '', planRate ?? '')
}
