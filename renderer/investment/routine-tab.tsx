import { useState } from 'react'
import type { Month } from '../../shared/core/dates'
import type { TabsOfPage } from '../app/room-tabs'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { call, useCall, type OutputOf } from '../desk'
import { GridButton } from '../tables/grid-button'
import type { ListedIds } from '../tables/grid-window'
import { listText, routineText as text } from '../text/investment'
import { BriefDrawer } from './brief-drawer'
import { Cooperation } from './cooperation'
import type { Day } from './day'
import { MonthGrid, stateOfCell } from './month-grid'
import { RoutinePart } from './routine-part'
import { componentOf, useScore, type Score } from './score-line'
import { Trainings } from './trainings'

type Months = OutputOf<'investment.months'>

/** The one sentence of the page: which months are missing and what they cost. */
function sentenceOf(months: Months, score: Score): string {
  const perMonth = months.pointsPerMonth
  const cells = months.months
  if (perMonth && cells.every((cell) => cell.briefs.length === 0)) {
    const max = componentOf(score, 'brief')?.max
    const assessed = cells.filter((cell) => cell.isAssessed).length
    return text.allEmpty(perMonth, max ? `${max}÷${assessed}` : null)
  }
  const missing = cells.filter((cell) => stateOfCell(cell) === 'missing')
  if (missing.length === 0) return text.noGap
  return text.gap(
    missing.map(({ month }) => text.month(Number(month.slice(5)))),
    perMonth,
  )
}

/** 平时考核: monthly items, trainings, and the figures that the district gives. */
export function RoutineTab({ day, tabs }: { readonly day: Day; readonly tabs: TabsOfPage }) {
  const { data, error, refetch } = useCall('investment.months', { year: day.year }, { keepsPrevious: true })
  const score = useScore(day.year)
  const [month, setMonth] = useState<Month | null>(null)
  const briefIds = async (): Promise<ListedIds> => {
    const { months } = await call('investment.months', { year: day.year })
    const ids = [...new Set(months.flatMap(({ briefs }) => briefs.map(({ id }) => id)))]
    return { ids, total: ids.length }
  }
  const open = data?.months.find((cell) => cell.month === month)
  return (
    <section className="page page-scroll" aria-label={text.title}>
      <PageHeader title={listText.room} tabs={tabs} sentence={data ? sentenceOf(data, score) : ' '} />
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data && (
        <>
          <RoutinePart
            title={text.monthsTitle}
            rule={text.monthsRule}
            component={componentOf(score, 'brief')}
            extra={<GridButton kind="briefs" of={text.monthsTitle} idsOfList={briefIds} />}
          >
            <MonthGrid cells={data.months} pointsPerMonth={data.pointsPerMonth} openMonth={month} onOpen={setMonth} />
          </RoutinePart>
          <div className="routine-row">
            <Trainings trainings={data.trainings} year={day.year} component={componentOf(score, 'training')} />
            <Cooperation score={score} day={day} />
          </div>
        </>
      )}
      <BriefDrawer cell={open} onClose={() => setMonth(null)} />
    </section>
  )
}
