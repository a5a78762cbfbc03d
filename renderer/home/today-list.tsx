import { Button, Segmented } from 'antd'
import type { TodayItem, TodayView } from '../../shared/home/contract'
import { streamShortLabels } from '../../shared/terms/settings'
import { useKept } from '../app/kept'
import { openTarget } from '../app/open-target'
import { useShell } from '../app/shell'
import { TaskActions } from '../assignments/task-actions'
import { FailureNotice } from '../components/failure-notice'
import { Light } from '../components/light'
import { useCall, type OutputOf } from '../desk'
import { kindOfPeriod, openPeriod } from '../reports/open-period'
import { roomLabels } from '../text/app'
import { daysLeftText, dueText, homeText } from '../text/home'

type Today = OutputOf<'home.today'>

const keptStart: { readonly view: TodayView | null } = { view: null }

/** The report that the task asks for, written from the records. */
function DraftButton({ period, title }: { readonly period: string; readonly title: string }) {
  const label = homeText.draft[kindOfPeriod(period)]
  return (
    <>
      <Button size="small" aria-label={homeText.draftOf(label, title)} onClick={() => openPeriod(period)}>
        {label}
      </Button>{' '}
    </>
  )
}

/** Items of 整改台账 have no stream. */
function roomOf({ target }: TodayItem): string {
  return target.kind === 'finding' || target.kind === 'rectProgram' ? roomLabels.rectification : ''
}

function Item({ item }: { readonly item: TodayItem }) {
  const { today, bureau } = useShell()
  return (
    <tr>
      <td className="today-light">
        <Light state={item.light} />
      </td>
      <td>
        <button type="button" className="link" onClick={() => openTarget(item.target)}>
          {item.title}
        </button>
        <div className="ledger-small">
          {[
            item.stream === null ? roomOf(item) : streamShortLabels[item.stream],
            item.person === '' ? homeText.nobody : item.person,
            item.waitsFor,
          ]
            .filter((part) => part !== '')
            .join(homeText.separator)}
        </div>
      </td>
      <td className="figures today-day">
        {dueText(item.submitBy, item.dueOn, item.isMoved, bureau.year)}
        {item.isEstimated && <span className="ledger-small"> {homeText.estimated}</span>}
        <div className="ledger-small">{daysLeftText(item.workdaysLeft, item.submitBy, today)}</div>
      </td>
      <td className="today-action no-print">
        {item.reportPeriod !== null && <DraftButton period={item.reportPeriod} title={item.title} />}
        {item.task ? (
          <TaskActions task={item.task} />
        ) : (
          <Button size="small" onClick={() => openTarget(item.target)}>
            {homeText.handle}
          </Button>
        )}
      </td>
    </tr>
  )
}

function Section({ title, items }: { readonly title: string; readonly items: readonly TodayItem[] }) {
  if (items.length === 0) return null
  return (
    <>
      <h3 className="today-section">{homeText.sectionTitle(title, items.length)}</h3>
      <table className="ledger today" aria-label={title}>
        <tbody>
          {items.map((item) => (
            <Item key={item.key} item={item} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Sections({ data }: { readonly data: Today }) {
  const { bureau } = useShell()
  const isQuiet = data.overdue.length + data.near.length + data.thisWeek.length === 0
  return (
    <>
      {isQuiet && (
        <p className="soft">
          {homeText.nothingDue}
          {data.next && homeText.next(dueText(data.next.submitBy, data.next.dueOn, data.next.isMoved, bureau.year))}
          {data.next && (
            <button type="button" className="link" onClick={() => data.next && openTarget(data.next.target)}>
              {data.next.title}
            </button>
          )}
        </p>
      )}
      <Section title={homeText.sections.overdue} items={data.overdue} />
      <Section title={homeText.sections.near} items={data.near} />
      <Section title={homeText.sections.thisWeek} items={data.thisWeek} />
      <Section title={homeText.sections.waiting} items={data.waiting} />
    </>
  )
}

/** Overdue, near, this week and waiting for others; a leader sees the group's, a member the own. */
export function TodayList() {
  const { person } = useShell()
  const [kept, keep] = useKept('home.today', keptStart)
  const usual: TodayView = person === null ? 'all' : person.leads.length > 0 ? 'group' : 'own'
  const view = person === null ? 'all' : (kept.view ?? usual)
  const today = useCall('home.today', { view, personId: person?.id ?? null }, { keepsPrevious: true })
  const options = homeText.views.filter(({ value }) => value !== 'group' || (person?.leads.length ?? 0) > 0)
  return (
    <section aria-label={homeText.due}>
      <div className="today-head">
        <h2>{homeText.due}</h2>
        {person && (
          <Segmented<TodayView>
            size="small"
            aria-label={homeText.view}
            value={view}
            options={options.map((option) => ({ ...option }))}
            onChange={(next) => keep({ view: next })}
          />
        )}
      </div>
      <FailureNotice error={today.error} onRetry={() => void today.refetch()} />
      {today.data && <Sections data={today.data} />}
    </section>
  )
}
