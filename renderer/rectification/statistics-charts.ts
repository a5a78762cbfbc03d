import type { Statistics } from '../../shared/rectification/statistics-contract'
import { chartColors, type ChartOption } from '../components/chart'
import { statisticsText as text } from '../text/rectification-statistics'

const axisLabel = { color: chartColors.ink, fontSize: 12 }
const axisLine = { lineStyle: { color: chartColors.inkSoft } }

/** 燃尽: open findings at the end of each month, the number to be done as a dashed line. */
export function burnDownOption({ burnDown }: Statistics): ChartOption {
  return {
    grid: { left: 40, right: 16, top: 24, bottom: 24 },
    legend: { top: 0, right: 0, textStyle: { color: chartColors.ink } },
    tooltip: { trigger: 'axis' },
    xAxis: {
      type: 'category',
      data: burnDown.map(({ on }) => on.slice(0, 7)),
      boundaryGap: false,
      axisLabel,
      axisLine,
      axisTick: { show: false },
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel, splitLine: { lineStyle: { color: chartColors.line } } },
    series: [
      {
        type: 'line',
        name: text.openSeries,
        step: 'end',
        symbolSize: 5,
        lineStyle: { color: chartColors.main, width: 2 },
        itemStyle: { color: chartColors.main },
        data: burnDown.map(({ open }) => open),
      },
      {
        type: 'line',
        name: text.totalSeries,
        step: 'end',
        symbol: 'none',
        lineStyle: { color: chartColors.inkSoft, type: 'dashed', width: 1 },
        itemStyle: { color: chartColors.inkSoft },
        data: burnDown.map(({ total }) => total),
      },
    ],
  }
}

export function burnDownLabel({ burnDown }: Statistics): string {
  return text.burnDownChart(burnDown[0]?.open ?? 0, burnDown.at(-1)?.open ?? 0)
}

interface Bar {
  readonly label: string
  readonly count: number
}

/** Bars with their numbers, the first one on top. */
export function barsOption(bars: readonly Bar[], labelWidth: number): ChartOption {
  return {
    grid: { left: labelWidth, right: 36, top: 4, bottom: 4 },
    xAxis: { type: 'value', show: false, max: Math.max(1, ...bars.map(({ count }) => count)) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ label }) => label),
      axisLabel: { ...axisLabel, width: labelWidth - 12, overflow: 'truncate' },
      axisLine,
      axisTick: { show: false },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        itemStyle: { color: chartColors.soft, borderColor: chartColors.inkSoft, borderWidth: 1 },
        label: { show: true, position: 'right', color: chartColors.ink },
        data: bars.map(({ count }) => count),
      },
    ],
  }
}

/** What bars show, as a sentence. */
export function barsLabel(bars: readonly Bar[]): string {
  return bars.map(({ label, count }) => text.ageingPart(label, count)).join(text.comma)
}
