import { Button } from 'antd'
import { useMemo } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import { formatChineseDate } from '../../shared/terms/dates'
import type { ScoreResult } from '../../shared/scoring/result'
import { waterfall } from '../../shared/scoring/waterfall'
import { remarkText, scoreLabels } from '../../shared/terms/scoring'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { goTo } from '../app/screen'
import { useShell } from '../app/shell'
import { Chart } from '../components/chart'
import { DateField } from '../components/date-field'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useCall, type OutputOf } from '../desk'
import { scoreText } from '../text/scoring'
import { ComponentRows } from './component-rows'
import { scoreChartLabel, scoreChartOption } from './score-chart'
import './scoring.css'

interface ScoreState {
  /** Null is today. */
  readonly asOf: IsoDate | null
  readonly open: readonly string[]
}

const start: ScoreState = { asOf: null, open: [] }
/** Unit: pixels. */
const chartHeight = 260

type Evaluation = OutputOf<'scoring.evaluate'>

function TotalLine({ result, gap }: { readonly result: ScoreResult; readonly gap: readonly string[] }) {
  const facts = [
    result.max === null ? null : scoreText.ofMax(result.max),
    result.earned === null ? null : scoreText.earned(result.earned),
    scoreText.pending(result.pending),
    result.forecast === null ? null : scoreText.forecast(result.forecast),
    Number(result.bonus) === 0 ? null : scoreText.bonus(result.bonus),
    result.exactTotal === null || result.exactTotal === result.total ? null : scoreText.exact(result.exactTotal),
    scoreText.timeProgress(result.timeProgress.days, result.timeProgress.of, result.timeProgress.percent),
  ]
  return (
    <div className="score-total">
      <span className="score-figure" data-testid="score-total">
        {scoreText.points(result.total ?? scoreText.none)}
      </span>
      <div>
        <div className="score-gap">{gap.join('')}</div>
        <div className="soft figures">{facts.filter((fact) => fact !== null).join(scoreText.separator)}</div>
      </div>
    </div>
  )
}

interface PartsProps {
  readonly result: ScoreResult
  readonly open: readonly string[]
  readonly onOpen: (open: readonly string[]) => void
}

function Parts({ result, open, onOpen }: PartsProps) {
  const lost = useMemo(() => {
    const steps = waterfall(result).filter((step) => step.kind === 'component')
    return new Map(steps.map((step) => [step.id, step.lost]))
  }, [result])
  const ids = result.components.map(({ id }) => id)
  const isAllOpen = ids.every((id) => open.includes(id))
  const arithmetic = waterfall(result).find((step) => step.kind === 'total')?.arithmetic ?? ''
  return (
    <div className="score-parts">
      <table className="score-table" aria-label={scoreText.table}>
        <thead>
          <tr>
            <th>
              {scoreText.component}
              <button type="button" className="link no-print" onClick={() => onOpen(isAllOpen ? [] : ids)}>
                {isAllOpen ? scoreText.closeAll : scoreText.openAll}
              </button>
            </th>
            <th className="score-number">{scoreText.pointsColumn}</th>
            <th className="score-number">{scoreText.maxColumn}</th>
            <th className="score-number">{scoreText.lostColumn}</th>
            <th>{scoreText.state}</th>
          </tr>
        </thead>
        <tbody>
          {result.components.map((component) => (
            <ComponentRows
              key={component.id}
              component={component}
              lost={lost.get(component.id) ?? null}
              isOpen={open.includes(component.id)}
              onToggle={() =>
                onOpen(open.includes(component.id) ? open.filter((id) => id !== component.id) : [...open, component.id])
              }
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th>{scoreText.total}</th>
            <th className="score-number">{result.total ?? scoreText.none}</th>
            <th className="score-number">{result.max ?? scoreText.none}</th>
            <td colSpan={2} className="soft figures">
              {arithmetic}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <section className="section">
      <h2>{title}</h2>
      <ol className="score-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  )
}

interface SheetProps {
  readonly evaluation: Evaluation & { readonly result: ScoreResult }
  readonly kept: ScoreState
  readonly change: (part: Partial<ScoreState>) => void
}

function Sheet({ evaluation, kept, change }: SheetProps) {
  const { bureau } = useShell()
  const { result, readings, gap, advice } = evaluation
  const option = useMemo(() => scoreChartOption(result), [result])
  const saidBelow = new Set(result.components.flatMap(({ notes }) => notes.map(remarkText)))
  const remarks = result.notes
    .filter(({ code }) => code !== 'parameter')
    .map(remarkText)
    .filter((remark) => !saidBelow.has(remark))
  return (
    <div className="score-sheet">
      <div className="score-print-head">
        <h1>{scoreText.printTitle(result.year)}</h1>
        <div>
          <span>{scoreText.printUnit(bureau.name)}</span>
          <span>{scoreText.printAsOf(formatChineseDate(result.asOf))}</span>
        </div>
      </div>
      <TotalLine result={result} gap={gap} />
      <div className="score-body">
        <div className="score-chart">
          <Chart option={option} label={scoreChartLabel(result)} height={chartHeight} />
        </div>
        <Parts result={result} open={kept.open} onOpen={(open) => change({ open })} />
      </div>
      <div className="score-lists">
        <Sentences title={scoreLabels.advice} sentences={advice.map(({ text }) => text)} />
        <Sentences title={scoreLabels.readings} sentences={readings} />
        <Sentences title={scoreText.remarks} sentences={remarks} />
      </div>
      <p className="soft score-source">{scoreText.printScheme(result.schemeName, result.docRef)}</p>
      <p className="score-signed">{scoreText.printSigned}</p>
    </div>
  )
}

/** 得分说明: the total down to part, clause, arithmetic and record; as of any day; on one page of paper. */
export function ScorePage({ tabs }: { readonly tabs: TabsOfPage }) {
  const { bureau, today } = useShell()
  const [kept, change] = useKept('score', start)
  const score = useCall(
    'scoring.evaluate',
    { year: bureau.year, stream: 'investment', asOf: kept.asOf },
    { keepsPrevious: true },
  )
  const { data } = score
  const controls = (
    <>
      <span className="score-as-of">
        {scoreText.asOf}
        <DateField
          value={kept.asOf ?? today}
          today={today}
          label={scoreText.asOf}
          width={190}
          onChange={(asOf) => change({ asOf: asOf === today ? null : asOf })}
        />
        {kept.asOf !== null && (
          <Button type="text" onClick={() => change({ asOf: null })}>
            {scoreText.today}
          </Button>
        )}
      </span>
      <Button disabled={!data?.result} onClick={() => window.print()}>
        {scoreText.print}
      </Button>
    </>
  )
  return (
    <div className="page page-scroll score-page">
      <PageHeader title={scoreLabels.explanation} tabs={tabs} extra={controls} />
      <FailureNotice error={score.error} onRetry={() => void score.refetch()} />
      {data?.result && <Sheet evaluation={{ ...data, result: data.result }} kept={kept} change={change} />}
      {data && !data.result && (
        <EmptyState
          text={scoreText.noScheme}
          action={<Button onClick={() => goTo('investment', 'leads')}>{scoreText.toLeads}</Button>}
        />
      )}
    </div>
  )
}
