import { formatMoney } from '../../shared/core/money'
import type { RevenueProgress } from '../../shared/revenue/contract'
import { chartColors, type ChartOption } from '../components/chart'
import { progressText as text } from '../text/revenue'
import { amountOf } from './amounts'

/** Exact texts become numbers only for drawing. Unit: 万元. */
function drawn(amount: Parameters<typeof formatMoney>[0] | null): number | null {
  return amount === null ? null : Number(formatMoney(amount, 'tenThousand'))
}

/** What the chart shows, as a sentence. */
export function progressLabel({ months }: RevenueProgress): string {
  const parts = months.flatMap(({ districtRetainedFen, cumulativeFen }, index) =>
    cumulativeFen === null ? [] : [text.monthPart(index + 1, amountOf(districtRetainedFen), amountOf(cumulativeFen))],
  )
  return text.chartLabel(parts.join(text.separator))
}

/** Monthly bars, the line of what has come together, and the target as a dashed line; readable without colour. */
export function progressOption({ months, targetFen }: RevenueProgress): ChartOption {
  const target = drawn(targetFen)
  return {
    grid: { left: 44, right: 64, top: 36, bottom: 26 },
    legend: { top: 0, right: 64, itemWidth: 18, textStyle: { color: chartColors.ink } },
    xAxis: {
      type: 'category',
      data: months.map((_, index) => text.monthLabel(index + 1)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: chartColors.inkSoft } },
      axisLabel: { color: chartColors.ink, interval: 0 },
    },
    yAxis: {
      type: 'value',
      name: text.unit,
      nameTextStyle: { color: chartColors.inkSoft },
      ...(target === null
        ? {}
        : { max: ({ max }: { readonly max: number }) => Math.ceil(Math.max(max, target) * 1.1) }),
      splitLine: { lineStyle: { color: chartColors.line } },
      axisLabel: { color: chartColors.inkSoft },
    },
    series: [
      {
        name: text.bars,
        type: 'bar',
        barWidth: '48%',
        itemStyle: { color: chartColors.soft, borderColor: chartColors.inkSoft, borderWidth: 1 },
        // A month without anything has no bar, not even a hair of one.
        data: months.map(({ districtRetainedFen, entryIds }) =>
          entryIds.length === 0 ? null : drawn(districtRetainedFen),
        ),
      },
      {
        name: text.line,
        type: 'line',
        symbol: 'circle',
        symbolSize: 6,
        lineStyle: { color: chartColors.main, width: 2 },
        itemStyle: { color: chartColors.main },
        data: months.map(({ cumulativeFen }) => drawn(cumulativeFen)),
        ...(target === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: chartColors.ink, type: 'dashed', width: 1 },
                label: { formatter: text.target(String(target)), color: chartColors.ink },
                data: [{ yAxis: target }],
              },
            }),
      },
    ],
  }
}
