import { Button } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { characterCount } from '../../shared/briefs/character-count'
import type { BriefRecord } from '../../shared/briefs/record'
import { usesOf } from '../../shared/briefs/uses'
import { monthOf, yearOf, type IsoDate, type Month } from '../../shared/core/dates'
import { caseState, summaryQuarters, textMonths } from '../../shared/environment/texts'
import { caseLengthText } from '../../shared/terms/briefs'
import type { TabsOfPage } from '../app/room-tabs'
import { useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { beginWith } from '../briefs/brief-draft'
import { BriefLines } from '../briefs/brief-lines'
import type { BriefPreset } from '../briefs/brief-words'
import '../briefs/briefs.css'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { useFirstFocus } from '../components/first-focus'
import { PageHeader } from '../components/page-header'
import { RecordDrawer } from '../components/record-drawer'
import { call, useCall } from '../desk'
import { GridButton } from '../tables/grid-button'
import type { ListedIds } from '../tables/grid-window'
import { briefText } from '../text/briefs'
import { dutyText, environmentBriefText as text } from '../text/environment'
import { CaseSection, Months, SummarySection } from './briefs-sections'
import { BriefTable } from './briefs-table'

/** What the drawer shows: a new text, one text, or those of a month. */
interface Opened {
  readonly title: string
  readonly preset: BriefPreset
  readonly ids: readonly string[]
  readonly openId: string | null
}

/** Nothing is written for a month that the year on the screen does not have. */
function monthOfYear(today: IsoDate, year: number): Month {
  if (yearOf(today) === year) return monthOf(today)
  return `${year}-${yearOf(today) > year ? '12' : '01'}` as Month // made from a year and a month
}

/** A case is what is pasted when it is nearly as long as one, while none is there yet. Unit: 字. */
const longEnoughForCase = 700

function sentenceOf(briefs: readonly BriefRecord[], year: number, today: IsoDate, caseDue: IsoDate | null): string {
  const missing = textMonths(briefs, year, today).filter(({ state }) => state === 'missing')
  const { brief, length, isDone } = caseState(briefs, year, today)
  const parts = [
    missing.length > 0 ? text.gap(missing.map(({ month }) => briefText.monthNumber(month))) : text.noGap,
    brief === null && caseDue !== null ? text.needCase(text.dueDay(caseDue)) : '',
    brief !== null && !isDone && length !== null && length.short > 0 ? text.shortCase(caseLengthText(length)) : '',
  ].filter((part) => part !== '')
  return parts.join(text.separator) + text.stop
}

/** A text pasted onto the page, not into a field, begins a new one. */
function usePastedText(isOn: boolean, onText: (pasted: string) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const { target } = event
    const isField = target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null
    const pasted = event.clipboardData?.getData('text/plain') ?? ''
    if (isField || pasted.trim() === '') return
    event.preventDefault()
    onText(pasted)
  })
  useEffect(() => {
    if (!isOn) return undefined
    const listen = (event: ClipboardEvent): void => take(event)
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [isOn])
}

function useBriefsTab() {
  const { bureau, today } = useShell()
  const { year } = bureau
  const list = useCall('briefs.list', { year, stream: null }, { keepsPrevious: true })
  const duties = useCall('environment.duties', { year })
  const briefs = list.data ?? []
  const handlerOf = (kind: 'brief' | 'case' | 'summary'): string =>
    duties.data?.duties.find((duty) => duty.kind === kind)?.handler ?? ''
  const caseDue = duties.data?.duties.find(({ kind }) => kind === 'case')?.tasks[0]?.dueOn ?? null
  const presetOf = (kind: BriefPreset['kind'], month: Month): BriefPreset => ({
    stream: 'environment',
    kind,
    month,
    handler: handlerOf(kind),
  })
  return { year, today, list, briefs, caseDue, presetOf, thisMonth: monthOfYear(today, year) }
}

function isForEnvironment(brief: BriefRecord): boolean {
  return [...usesOf(brief)].some((use) => use.startsWith('environment'))
}

async function environmentIds(year: number): Promise<ListedIds> {
  const briefs = await call('briefs.list', { year, stream: null })
  const ids = briefs.filter(isForEnvironment).map(({ id }) => id)
  return { ids, total: ids.length }
}

/** 信息与案例: twelve months, the case, four summaries, and every text with all it is used for. */
export function BriefsTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const { year, today, list, briefs, caseDue, presetOf, thisMonth } = useBriefsTab()
  const [opened, setOpened] = useState<Opened | null>(null)
  const own = briefs.filter(isForEnvironment)
  const state = caseState(briefs, year, today)
  const write = (kind: BriefPreset['kind'], month: Month): void =>
    setOpened({ title: text.drawer[kind], preset: presetOf(kind, month), ids: [], openId: null })
  const open = (brief: BriefRecord): void =>
    setOpened({
      title: text.drawer[brief.kind],
      preset: presetOf(brief.kind, brief.month),
      ids: [brief.id],
      openId: brief.id,
    })
  useOpenedRecord(own, open)
  usePastedText(opened === null, (pasted) => {
    const isCase = state.brief === null && characterCount(pasted) >= longEnoughForCase
    const kind = isCase ? 'case' : 'brief'
    beginWith(presetOf(kind, thisMonth), pasted)
    write(kind, thisMonth)
  })
  useFirstFocus('.brief-form input', opened && opened.openId === null ? opened.title : null)
  return (
    <section className="page page-scroll" aria-label={tabs.active}>
      <PageHeader
        title={dutyText.room}
        tabs={tabs}
        sentence={list.data ? sentenceOf(briefs, year, today, caseDue) : ' '}
        extra={
          <Button type="primary" onClick={() => write('brief', thisMonth)}>
            {text.newBrief}
          </Button>
        }
      />
      <FailureNotice error={list.error} onRetry={() => void list.refetch()} />
      <section className="section" aria-label={text.monthsTitle}>
        <div className="section-head">
          <h2>{text.monthsTitle}</h2>
          <span className="soft">{text.monthsRule}</span>
        </div>
        <Months
          months={textMonths(briefs, year, today)}
          openMonth={opened?.preset.month ?? null}
          onOpen={({ month, briefs: ofMonth }) =>
            setOpened({
              title: text.ofMonth(briefText.monthNumber(month)),
              preset: presetOf('brief', month),
              ids: ofMonth.map(({ id }) => id),
              openId: null,
            })
          }
        />
      </section>
      <div className="text-columns">
        <CaseSection state={state} onWrite={() => write('case', thisMonth)} onOpen={open} />
        <SummarySection
          quarters={summaryQuarters(briefs, year, today)}
          // A quarter is written for in its last month.
          onWrite={(quarter) => write('summary', `${year}-${String(quarter * 3).padStart(2, '0')}` as Month)}
          onOpen={open}
        />
      </div>
      <section className="section" aria-label={text.allTitle}>
        <div className="section-head">
          <h2>{text.allTitle}</h2>
          <span className="soft">{text.pasteHint}</span>
          <GridButton kind="briefs" of={text.allTitle} idsOfList={() => environmentIds(year)} />
        </div>
        {list.data && own.length === 0 ? <EmptyState text={text.none} /> : <BriefTable briefs={own} onOpen={open} />}
      </section>
      <RecordDrawer title={opened?.title} isOpen={opened !== null} onClose={() => setOpened(null)} width={720}>
        {opened && (
          <BriefLines
            key={`${opened.title} ${opened.preset.month} ${opened.openId ?? ''}`}
            briefs={own.filter(({ id }) => opened.ids.includes(id))}
            preset={opened.preset}
            openId={opened.openId}
            onSaved={(id) => setOpened({ ...opened, ids: [...new Set([...opened.ids, id])] })}
          />
        )}
      </RecordDrawer>
    </section>
  )
}

/** Another room asked for one of the texts. */
function useOpenedRecord(briefs: readonly BriefRecord[], open: (brief: BriefRecord) => void): void {
  const recordId = useScreen((state) => state.recordId)
  const wanted = briefs.find(({ id }) => id === recordId)
  const show = useEffectEvent(open)
  useEffect(() => {
    if (!wanted) return
    useScreen.setState({ recordId: null })
    show(wanted)
  }, [wanted])
}
