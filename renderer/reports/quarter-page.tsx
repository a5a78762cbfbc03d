import { type ComponentProps } from 'react'
import { quarterOf, yearOf } from '../../shared/core/dates'
import { useKept } from '../app/kept'
import { useShell } from '../app/shell'
import { ChoiceField } from '../components/choice-field'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useCall } from '../desk'
import { quarterText } from '../text/reports'
import { Draft } from './draft'
import { ExportPanel } from './export-panel'
import './reports.css'

interface QuarterState {
  /** `2022Q3`; null follows the calendar. */
  readonly period: string | null
}

const start: QuarterState = { period: null }
const quarters = [1, 2, 3, 4] as const

function Checks({ warnings }: { readonly warnings: readonly string[] }) {
  return (
    <section className="section">
      <h2>{quarterText.checks}</h2>
      {warnings.length === 0 ? (
        <p className="report-fine">{quarterText.noChecks}</p>
      ) : (
        <ul className="report-warnings">
          {warnings.map((warning) => (
            <li key={warning}>
              <span aria-hidden="true">▲</span> {warning}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** 季度小结: the draft from the records, what to look at first, and the files for the district. */
export function QuarterPage({ tabs }: Pick<ComponentProps<typeof PageHeader>, 'tabs'>) {
  const { bureau, today } = useShell()
  const [kept, change] = useKept('quarter', start)
  const { year } = bureau
  const current = yearOf(today) === year ? quarterOf(today) : 4
  const isOfYear = kept.period?.startsWith(`${year}Q`) ?? false
  const period = isOfYear && kept.period ? kept.period : `${year}Q${current}`
  const draft = useCall('reports.previewQuarter', { period })
  const options = quarters.map((quarter) => ({
    value: `${year}Q${quarter}`,
    label: quarterText.periodLabel(year, quarter),
  }))
  return (
    <div className="page">
      <PageHeader
        title={quarterText.title}
        {...(tabs ? { tabs } : {})}
        sentence={
          draft.data && draft.data.warnings.length > 0 ? quarterText.checkCount(draft.data.warnings.length) : undefined
        }
        extra={
          <ChoiceField
            label={quarterText.period}
            value={period}
            options={options}
            width={160}
            onChange={(next) => change({ period: next })}
          />
        }
      />
      <FailureNotice error={draft.error} onRetry={() => void draft.refetch()} />
      {draft.data && (
        <div className="report-columns">
          <div className="report-paper">
            <Draft text={draft.data.text} />
          </div>
          <aside className="report-side">
            <Checks warnings={draft.data.warnings} />
            <ExportPanel key={period} period={period} text={draft.data.text} />
            <section className="section">
              <h2>{quarterText.checkCode}</h2>
              <div className="report-code figures" data-testid="check-code">
                {draft.data.checkCode}
              </div>
              <p className="soft">{quarterText.checkCodeHint}</p>
              <p className="soft">{quarterText.draftHint}</p>
            </section>
          </aside>
        </div>
      )}
    </div>
  )
}
