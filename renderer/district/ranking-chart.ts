import type { RankedUnit } from '../../shared/district/record'
import { chartColors, type ChartOption } from '../components/chart'

/** Unit: pixels for a bar with its name. */
const barRoom = 22

export function rankingChartHeight(units: readonly RankedUnit[]): number {
  return units.length * barRoom + 30
}

/** Horizontal bars in the order of the places. Exact scores become numbers only for drawing. */
export function rankingChartOption(units: readonly RankedUnit[]): ChartOption {
  return {
    grid: { left: 200, right: 60, top: 4, bottom: 20 },
    xAxis: { type: 'value', min: 0, axisLabel: { color: chartColors.inkSoft } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: units.map(({ unit, rank }) => `${rank ?? ''} ${unit}`),
      axisTick: { show: false },
      axisLabel: { color: chartColors.ink, fontSize: 12, width: 190, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barWidth: 12,
        itemStyle: { color: chartColors.main },
        label: { show: true, position: 'right', formatter: ({ dataIndex }) => units[dataIndex]?.score ?? '' },
        data: units.map(({ score }) => Number(score ?? 0)),
      },
    ],
  }
}
