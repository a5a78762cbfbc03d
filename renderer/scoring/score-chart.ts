import type { ScoreResult } from '../../shared/scoring/result'
import { waterfall, type WaterfallStep } from '../../shared/scoring/waterfall'
import { chartColors, type ChartOption } from '../components/chart'
import { scoreText } from '../text/scoring'

type ComponentStep = Extract<WaterfallStep, { kind: 'component' }>

interface Bar {
  readonly name: string
  /** Empty space under the bar. */
  readonly foot: number
  readonly earned: number
  /** What is missing to full marks. */
  readonly open: number
  readonly label: string
}

function isInside(step: WaterfallStep): step is ComponentStep {
  return step.kind === 'component' && step.insideTotal
}

/** The bars of the waterfall, the total last. Exact texts become numbers only for drawing. */
function barsOf(result: ScoreResult): readonly Bar[] {
  let reached = 0
  const parts = waterfall(result)
    .filter(isInside)
    .map((step): Bar => {
      const foot = step.from === null ? reached : Number(step.from)
      const earned = Number(step.points ?? 0)
      reached = foot + earned
      const open = step.points === null ? Number(step.max ?? 0) : Number(step.lost ?? 0)
      return { name: step.name, foot, earned, open, label: step.points ?? scoreText.chartUnknown }
    })
  const total = Number(result.total ?? 0)
  const open = Math.max(0, Number(result.max ?? 0) - total)
  return [...parts, { name: scoreText.total, foot: 0, earned: total, open, label: result.total ?? '' }]
}

/** What the chart shows, as a sentence. */
export function scoreChartLabel(result: ScoreResult): string {
  return scoreText.chart(
    barsOf(result)
      .map(({ name, label }) => scoreText.chartPart(name, label))
      .join(scoreText.separator),
  )
}

/** The waterfall: dark is earned, pale with a dashed edge is still open; readable without colour. */
export function scoreChartOption(result: ScoreResult): ChartOption {
  const bars = barsOf(result)
  return {
    grid: { left: 34, right: 8, top: 22, bottom: 44 },
    xAxis: {
      type: 'category',
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: chartColors.inkSoft } },
      axisLabel: { color: chartColors.ink, interval: 0, width: 70, overflow: 'break', lineHeight: 16 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(result.max === null ? {} : { max: Number(result.max) }),
      splitLine: { lineStyle: { color: chartColors.line } },
      axisLabel: { color: chartColors.inkSoft },
    },
    series: [
      {
        type: 'bar',
        stack: 'score',
        silent: true,
        barWidth: '56%',
        itemStyle: { color: 'transparent' },
        data: bars.map(({ foot }) => foot),
      },
      {
        type: 'bar',
        stack: 'score',
        silent: true,
        itemStyle: { color: chartColors.main },
        data: bars.map(({ earned }) => earned),
      },
      {
        type: 'bar',
        stack: 'score',
        silent: true,
        itemStyle: { color: '#eef2f7', borderColor: chartColors.inkSoft, borderType: 'dashed', borderWidth: 1 },
        label: {
          show: true,
          position: 'top',
          color: chartColors.ink,
          formatter: ({ dataIndex }) => bars[dataIndex]?.label ?? '',
        },
        // A height of nothing would lose the label, and a hair of a bar cannot be seen.
        data: bars.map(({ open }) =>
          open > 0 ? open : { value: 0.001, itemStyle: { color: 'transparent', borderWidth: 0 } },
        ),
      },
    ],
  }
}
