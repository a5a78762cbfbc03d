import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { LeadState } from '../../shared/investment/states'
import { leadClassLabel } from '../../shared/terms/investment'
import { Chart, chartColors, type ChartOption } from '../components/chart'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { useCall, type OutputOf } from '../desk'
import { funnelText as text } from '../text/backfill'

type Funnel = OutputOf<'investment.funnel'>
type Step = Funnel['steps'][number]

const shades = [chartColors.open, chartColors.soft, chartColors.main] as const

function optionOf(steps: readonly Step[]): ChartOption {
  return {
    series: [
      {
        type: 'funnel',
        sort: 'none',
        left: '12%',
        right: '12%',
        top: 8,
        bottom: 8,
        minSize: '8%',
        gap: 3,
        label: {
          position: 'inside',
          color: chartColors.ink,
          fontSize: 14,
          // On paper without colour the words stay readable: each stands on white.
          backgroundColor: '#ffffff',
          padding: [2, 6],
          formatter: ({ dataIndex }) => labelOf(steps[dataIndex]),
        },
        itemStyle: { borderColor: chartColors.inkSoft, borderWidth: 1 },
        data: steps.map(({ count }, index) => ({
          value: count,
          itemStyle: { color: shades[index] ?? chartColors.main },
        })),
      },
    ],
  }
}

function labelOf(step: Step | undefined): string {
  return step ? `${text.steps[step.step]} ${text.count(step.count)}` : ''
}

interface FunnelProps {
  readonly year: number
  /** Lists the leads of a step. */
  readonly onShow: (states: readonly LeadState[]) => void
}

function FunnelView({ year, onShow }: FunnelProps) {
  const { data, error, refetch } = useCall('investment.funnel', { year })
  const option = useMemo(() => optionOf(data?.steps ?? []), [data])
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (!data) return null
  if (data.steps.every(({ count }) => count === 0)) return <p className="soft">{text.empty}</p>
  return (
    <>
      <Chart
        option={option}
        label={text.label(data.steps.map(labelOf).join(text.separator))}
        height={220}
        onPick={(index) => onShow(data.steps[index]?.states ?? [])}
      />
      <table className="plain-table">
        <thead>
          <tr>
            <th>{text.step}</th>
            <th className="number">{text.number}</th>
            <th className="number">{text.rate}</th>
          </tr>
        </thead>
        <tbody>
          {data.steps.map((step) => (
            <tr key={step.step}>
              <td>
                <button
                  type="button"
                  className="link"
                  title={text.show(text.steps[step.step])}
                  onClick={() => onShow(step.states)}
                >
                  {text.steps[step.step]}
                </button>
              </td>
              <td className="number">{step.count}</td>
              <td className="number">{step.rate ?? text.dash}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{text.byClass}</h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{text.leadClass}</th>
            <th className="number">{text.steps.filed}</th>
            <th className="number">{text.steps.effective}</th>
            <th className="number">{text.steps.landed}</th>
          </tr>
        </thead>
        <tbody>
          {data.byClass.map((row) => (
            <tr key={row.leadClass}>
              <td>{leadClassLabel(row.leadClass)}</td>
              <td className="number">{row.filed}</td>
              <td className="number">{row.effective}</td>
              <td className="number">{row.landed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** 漏斗图: how far the year's leads have come, with the table of the same numbers. */
export function FunnelButton({ year, onShow }: FunnelProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{text.open}</Button>
      <RecordDrawer title={text.title(year)} isOpen={isOpen} onClose={() => setIsOpen(false)} width={520}>
        {isOpen && (
          <FunnelView
            year={year}
            onShow={(states) => {
              setIsOpen(false)
              onShow(states)
            }}
          />
        )}
      </RecordDrawer>
    </>
  )
}
