import { useMemo } from 'react'
import { hundredMillionLabel, projectBandLabels } from '../../shared/terms/projects'
import { Chart } from '../components/chart'
import { bandsText as text, projectsText } from '../text/projects'
import {
  bandsChartLabel,
  bandsChartOption,
  bandsInOrder,
  investChartLabel,
  investChartOption,
  parts,
  type Bands,
} from './bands-chart'
import type { ListState } from './list-state'
import { amountShown } from '../components/typed-amount'

/** The one sentence: bands, targets and what is late. */
export function bandsSentence(bands: Bands): string {
  const above = bands.bands.find(({ band }) => band === 'from5000')?.count ?? 0
  const total = bands.unknown + bands.bands.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return projectsText.noneAbove(0)
  const late = [
    ...(bands.late > 0 ? [projectsText.late(bands.late)] : []),
    ...(bands.lateWhistles > 0 ? [projectsText.lateWhistles(bands.lateWhistles)] : []),
    ...(bands.late === 0 && bands.near > 0 ? [projectsText.near(bands.near)] : []),
  ]
  const targets = bands.targets.map(({ text: words, actual, target }) => projectsText.target(words, actual, target))
  const counted = above === 0 ? projectsText.noneAbove(total) : projectsText.sum(above, bands.aboveHundredMillion)
  return [counted, ...targets, ...(late.length > 0 ? late : [projectsText.allOnTime])].join(projectsText.semicolon)
}

function BandsTable({ bands, list }: { readonly bands: Bands; readonly list: ListState }) {
  return (
    <table className="project-bands-table figures" aria-label={text.title}>
      <thead>
        <tr>
          <th>{text.band}</th>
          <th className="number">{text.count}</th>
          {parts.map(({ key, color }) => (
            <th key={key} className="number">
              <span className="project-swatch" style={{ background: color }} aria-hidden="true" />
              {text[key]}
            </th>
          ))}
          <th className="number">{text.total}</th>
        </tr>
      </thead>
      <tbody>
        {bandsInOrder(bands).map((row) => (
          <tr key={row.band}>
            <td>
              <button
                type="button"
                className="link"
                title={text.show(projectBandLabels[row.band])}
                onClick={() => list.change({ bands: [row.band], isAboveHundredMillion: false, pool: 'all' })}
              >
                {projectBandLabels[row.band]}
              </button>
              {row.band === 'from5000' && (
                <>
                  {' '}
                  <button
                    type="button"
                    className="link soft"
                    title={text.show(hundredMillionLabel)}
                    onClick={() => list.change({ bands: [], isAboveHundredMillion: true, pool: 'all' })}
                  >
                    {text.hundredMillion} {bands.aboveHundredMillion}
                  </button>
                </>
              )}
            </td>
            <td className="number">{row.count}</td>
            {parts.map(({ key }) => (
              <td key={key} className="number">
                {row[key]}
              </td>
            ))}
            <td className="number">{amountShown(row.totalInvestment)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Unit: pixels. */
const chartHeight = 72

/** Bands as bars with their table, and the year's investment against its plan. */
export function BandsPanel({ bands, list }: { readonly bands: Bands; readonly list: ListState }) {
  const bandsOption = useMemo(() => bandsChartOption(bands), [bands])
  const investOption = useMemo(() => investChartOption(bands), [bands])
  const { annualPlan, investedYtd, planRate } = bands
  const show = (index: number): void => {
    const row = bandsInOrder(bands)[index]
    if (row) list.change({ bands: [row.band], isAboveHundredMillion: false, pool: 'all' })
  }
  return (
    <section className="project-bands" aria-label={text.title}>
      <Chart option={bandsOption} label={bandsChartLabel(bands)} height={chartHeight} canCopy={false} onPick={show} />
      <BandsTable bands={bands} list={list} />
      <div className="project-invest">
        {annualPlan > 0 ? (
          <>
            <Chart option={investOption} label={investChartLabel(bands)} height={44} canCopy={false} />
            <div className="figures project-invest-line">
              {text.investLine(amountShown(investedYtd) ?? '', amountShown(annualPlan) ?? '')}
              <strong>{planRate}</strong>
            </div>
          </>
        ) : (
          <p className="soft">{text.noPlan}</p>
        )}
        {bands.unknown > 0 && <div className="soft">{projectsText.unknown(bands.unknown)}</div>}
      </div>
    </section>
  )
}
