import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import type { FindingLight } from '../../shared/rectification/finding-rows'
import { rectReportKinds, type RectReportKind } from '../../shared/rectification/paper-contract'
import { rectReportKindLabels } from '../../shared/terms/rectification'
import { dropDraft, useDraft, useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { ChoiceField } from '../components/choice-field'
import { copyText } from '../components/copy-text'
import { EmptyState } from '../components/empty-state'
import { ExportButton } from '../components/export-button'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { TextField } from '../components/text-field'
import { call, useCall, type OutputOf } from '../desk'
import { pageText } from '../text/rectification'
import { reportText as text } from '../text/rectification-papers'
import { FilterChoice, optionsOf } from './filter-choices'
import { IssueList } from './issue-list'
import { IssuedReports } from './issued-reports'
import './papers.css'

type Draft = OutputOf<'rectification.draftReport'>
type Hidden = Draft['hidden'][number]

interface KeptReport {
  readonly kind: RectReportKind
  readonly programIds: readonly string[]
}
const initial: KeptReport = { kind: 'periodic', programIds: [] }
const noDocNo = { docNo: '' }
const kindOptions = optionsOf(rectReportKinds, rectReportKindLabels)

/** How a hidden part is named in the call. */
function keyOf({ kind, text: said }: Hidden): string {
  return `${kind}/${said}`
}

interface HiddenListProps {
  readonly hidden: readonly Hidden[]
  readonly shown: readonly string[]
  readonly onChange: (shown: readonly string[]) => void
}

/** Everything that a public notice will not show; a tick keeps it in. */
function HiddenList({ hidden, shown, onChange }: HiddenListProps) {
  if (hidden.length === 0) return <p className="soft">{text.nothingHidden}</p>
  return (
    <>
      <h2>{text.hidden(hidden.filter((part) => !shown.includes(keyOf(part))).length)}</h2>
      <ul className="rect-rows rect-hidden" tabIndex={0} aria-label={text.hiddenList}>
        {hidden.map((part) => {
          const key = keyOf(part)
          return (
            <li key={`${key} ${part.where}`}>
              <Checkbox
                aria-label={text.hiddenOf(text.hiddenKinds[part.kind], part.text)}
                checked={shown.includes(key)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...shown, key] : shown.filter((each) => each !== key))
                }
              />
              <span className="soft rect-nowrap">{text.hiddenKinds[part.kind]}</span>
              <span className="rect-grow">{part.text}</span>
              <span className="soft">{part.where}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The text as it would be today. */
function Preview({ draft }: { readonly draft: Draft }) {
  return (
    <article className="rect-report" aria-label={text.preview} tabIndex={0}>
      <h1>{draft.title}</h1>
      {draft.blocks.map((block, index) =>
        block.kind === 'heading' ? (
          <h2 key={`${index} ${block.text}`} className={`rect-report-level${block.level}`}>
            {block.text}
          </h2>
        ) : (
          <p key={`${index} ${block.text.slice(0, 20)}`}>{block.text}</p>
        ),
      )}
    </article>
  )
}

interface WorkProps {
  readonly kept: KeptReport
  readonly programIds: readonly string[]
}

/** The draft of one choice with its checks, what is hidden, and issuing it. */
function ReportWork({ kept: { kind }, programIds }: WorkProps) {
  const [shown, setShown] = useState<readonly string[]>([])
  const draftKey = `rectification.report.${kind} ${programIds.join()}`
  const [{ docNo }, setDocNo] = useDraft(draftKey, noDocNo)
  const [dueOn, setDueOn] = useState<string | null | undefined>(undefined)
  const choice = { kind, programIds: [...programIds], shown: [...shown] }
  const { data, error, refetch } = useCall('rectification.draftReport', choice, { keepsPrevious: true })
  const programs = useCall('rectification.programs', {}).data ?? []
  const { message } = App.useApp()
  const dues = programs
    .filter(({ id }) => programIds.includes(id))
    .flatMap(({ reportsDue }) => reportsDue.filter(({ sentOn }) => sentOn === null))
  // Until one is chosen, a periodic report is the one that is due first.
  const wantedDue = dueOn === undefined && kind === 'periodic' ? dues[0]?.dueOn : dueOn
  const chosenDue = dues.find((due) => due.dueOn === wantedDue)?.dueOn ?? null
  const copy = (): void => {
    if (data && copyText(data.plainText)) void message.success(text.copied)
    else void message.warning(text.copyFailed)
  }
  return (
    <>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data && (
        <div className="rect-report-work">
          <Preview draft={data} />
          <aside>
            <p className="figures">{text.checkCode(data.checkCode)}</p>
            {data.issues.length === 0 ? (
              <p className="soft">{text.noIssues}</p>
            ) : (
              <>
                <h2>{text.issues(data.issues.length)}</h2>
                <IssueList issues={data.issues} onOpen={() => undefined} />
              </>
            )}
            {kind === 'publicNotice' && <HiddenList hidden={data.hidden} shown={shown} onChange={setShown} />}
            {dues.length > 0 && kind === 'periodic' && (
              <div className="rect-above">
                <span className="field-label">{text.dueOn}</span>
                <ChoiceField<string>
                  label={text.dueOn}
                  value={chosenDue}
                  placeholder={text.noDueOn}
                  allowsNone
                  options={dues.map((due) => ({ value: due.dueOn, label: due.dueOn }))}
                  onChange={setDueOn}
                />
              </div>
            )}
            <div className="rect-above">
              <span className="field-label">{text.docNo}</span>
              <TextField label={text.docNo} value={docNo} onChange={(next) => setDocNo({ docNo: next })} />
            </div>
            <div className="rect-actions">
              <ExportButton
                type="primary"
                write={async (folder) => {
                  const asked = { ...choice, dueOn: chosenDue, docNo: docNo.trim(), folder }
                  const made = await call('rectification.issueReport', asked)
                  dropDraft(draftKey)
                  return made
                }}
                sentenceOf={({ report }) => text.issued(report.version)}
              >
                {text.issue}
              </ExportButton>
              <Button onClick={copy}>{text.copy}</Button>
            </div>
            <p className="soft">{text.issueHint}</p>
          </aside>
        </div>
      )}
    </>
  )
}

interface NextDueProps {
  readonly title: string
  readonly dueOn: IsoDate
  readonly light: FindingLight
}

/** The periodic report that is to go out next. */
function NextDue({ title, dueOn, light }: NextDueProps) {
  if (light === 'overdue') return <span className="light-overdue">{text.late(title, dueOn)}</span>
  return text.sentence(title, dueOn)
}

/** 报告: the four reports as they would be today, and those that were issued. */
export function ReportsTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const [kept, change] = useKept('rectification.reports', initial)
  const programs = useCall('rectification.programs', {}).data
  const known = kept.programIds.filter((id) => programs?.some((program) => program.id === id))
  const next = programs
    ?.flatMap(({ id, title, reportsDue }) =>
      reportsDue.filter(({ sentOn }) => sentOn === null).map(({ dueOn, light }) => ({ id, title, dueOn, light })),
    )
    .toSorted((left, right) => (left.dueOn < right.dueOn ? -1 : 1))[0]
  // Until one is chosen, the one whose report is due next.
  const usual = next?.id ?? programs?.[0]?.id
  const programIds = known.length > 0 ? known : usual === undefined ? [] : [usual]
  return (
    <section className="page page-scroll rect-page" aria-label={text.listName}>
      <PageHeader
        title={pageText.room}
        tabs={tabs}
        sentence={programs?.length === 0 ? null : next ? <NextDue {...next} /> : text.noneDue}
      />
      {programs?.length === 0 && <EmptyState text={text.noPrograms} />}
      {programs && programs.length > 0 && (
        <>
          <div className="rect-bar">
            <div className="rect-filter">
              <ChoiceField<RectReportKind>
                label={text.kind}
                value={kept.kind}
                options={kindOptions}
                width={220}
                onChange={(kind) => kind && change({ kind })}
              />
              <FilterChoice
                label={text.programs}
                value={programIds}
                options={programs.map(({ id, title }) => ({ value: id, label: title }))}
                onChange={(chosen) => change({ programIds: chosen })}
                width={320}
                hasSearch
              />
              <span className="soft">{text.kindHints[kept.kind]}</span>
            </div>
          </div>
          <ReportWork key={`${kept.kind} ${programIds.join()}`} kept={kept} programIds={programIds} />
          <IssuedReports />
        </>
      )}
    </section>
  )
}
