import { Button, Tabs } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import type { ProjectDetail } from '../../shared/projects/contract'
import { projectStageLabels, projectStateLabel } from '../../shared/terms/projects'
import { openTarget } from '../app/open-target'
import { SourceRow } from '../assignments/source-row'
import { dropDraft } from '../app/kept'
import { ActionButton } from '../components/action-button'
import { Attachments } from '../components/attachments'
import { FailureNotice } from '../components/failure-notice'
import { Light } from '../components/light'
import { RecordDrawer } from '../components/record-drawer'
import { SampleFlag } from '../components/sample-flag'
import { RecordHistory } from '../components/record-history'
import { useDone } from '../components/undo-notice'
import { call, useCall } from '../desk'
import { drawerText as text, listText } from '../text/projects'
import { Ends, LeaveAsk } from './ends'
import { MilestonesTable } from './milestones-table'
import { NextStage } from './next-stage'
import { Permits } from './permits'
import { ProblemList } from './problem-list'
import { draftKeyOf, useProjectEditing, type ProjectEditing } from './project-editing'
import { ProjectFieldsForm } from './project-fields'
import { StageLine } from './stage-line'
import { amountShown } from '../components/typed-amount'
import { Visits } from './visits'

/** The one sentence: what comes next, or how it ended. */
function sentenceOf({ project, next }: ProjectDetail): string {
  const words = text.sentence
  if (project.leavePoolOn !== null) return words.left(project.leavePoolOn, project.leaveReason || listText.none)
  if (project.exit !== null)
    return words[project.exit](project.exitedOn ?? listText.none, project.exitReason || listText.none)
  if (!next) return words.done
  const stage = projectStageLabels[next.stage]
  if (next.light === 'overdue') return words.late(stage, next.slippedWorkdays ?? 0)
  return next.plannedOn === null ? words.nextNoPlan(stage) : words.next(stage, next.plannedOn)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function Status({ editing, onGone }: { readonly editing: ProjectEditing; readonly onGone: () => void }) {
  const { detail } = editing
  const { project } = detail
  const done = useDone()
  const remove = async (): Promise<void> => {
    await call('projects.remove', { ids: [project.id] })
    dropDraft(draftKeyOf(project.id))
    onGone()
    done(text.deleted)
  }
  const at = editing.savedAt
  const saved = at ? text.savedAt([at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')) : ''
  const [total, invested, rate] = [
    amountShown(project.totalInvestment),
    amountShown(project.investedYtd),
    detail.planRate,
  ]
  const money = [
    total === null ? null : text.money.total(total),
    invested === null ? null : text.money.done(invested),
    rate === null || invested === null ? null : text.money.rate(rate),
  ]
  return (
    <div className="project-line">
      <span className="soft project-grow figures">{money.filter(Boolean).join(text.money.comma)}</span>
      <span className="soft figures" role="status">
        {editing.hasDraft ? text.notSaved : saved}
      </span>
      {editing.hasDraft && (
        <Button size="small" onClick={editing.forget}>
          {text.dropDraft}
        </Button>
      )}
      <ActionButton size="small" run={remove}>
        {text.delete}
      </ActionButton>
    </div>
  )
}

function Source({ detail }: { readonly detail: ProjectDetail }) {
  const { source, lead } = detail
  if (!source && !lead) return null
  return (
    <SourceRow source={source}>
      {lead && (
        <button type="button" className="link" onClick={() => openTarget({ kind: 'lead', recordId: lead.id })}>
          {text.lead(lead.title)}
        </button>
      )}
    </SourceRow>
  )
}

/** Audit and inspection findings about the project; a closed one shows its day. */
function Findings({ detail }: { readonly detail: ProjectDetail }) {
  const { findings } = detail
  if (findings.length === 0) return null
  return (
    <section className="section" aria-label={text.findings}>
      {findings.map(({ id, no, title, statusText, dueOn, closedOn }) => (
        <div key={id}>
          <button type="button" className="link" onClick={() => openTarget({ kind: 'finding', recordId: id })}>
            {text.finding(no, title)}
          </button>{' '}
          <span className="soft">{text.findingState(statusText, dueOn, closedOn)}</span>
        </div>
      ))}
    </section>
  )
}

function Checks({ detail }: { readonly detail: ProjectDetail }) {
  if (detail.checks.length === 0) return null
  return (
    <section className="section" aria-label={text.checks}>
      {detail.checks.map((check) => (
        <div key={check.rule}>▲ {check.text}</div>
      ))}
    </section>
  )
}

interface ContentProps {
  readonly detail: ProjectDetail
  readonly today: IsoDate
  readonly onGone: () => void
}

function tabItems(editing: ProjectEditing, today: IsoDate) {
  const { detail } = editing
  const { permits, problems, visits } = detail
  const open = problems.filter(({ solvedOn }) => solvedOn === null).length
  return [
    {
      key: 'progress',
      label: text.tabs.progress,
      children: (
        <>
          <LeaveAsk detail={detail} today={today} />
          <NextStage detail={detail} today={today} />
          <Checks detail={detail} />
          <Findings detail={detail} />
          <MilestonesTable editing={editing} today={today} />
          <Ends detail={detail} today={today} />
        </>
      ),
    },
    { key: 'fields', label: text.tabs.fields, children: <ProjectFieldsForm editing={editing} today={today} /> },
    {
      key: 'permits',
      label: text.withCount(text.tabs.permits, permits.length),
      children: <Permits detail={detail} today={today} />,
    },
    {
      key: 'problems',
      label: text.withCount(text.tabs.problems, open),
      children: <ProblemList detail={detail} today={today} />,
    },
    {
      key: 'visits',
      label: text.withCount(text.tabs.visits, visits.length),
      children: (
        <>
          <Visits detail={detail} today={today} />
          <Attachments room="projects" recordId={detail.project.id} />
        </>
      ),
    },
    { key: 'history', label: text.tabs.history, children: <RecordHistory recordId={detail.project.id} /> },
  ]
}

function ProjectContent({ detail, today, onGone }: ContentProps) {
  const editing = useProjectEditing(detail)
  return (
    <>
      <p className="project-sentence">{sentenceOf(detail)}</p>
      <Status editing={editing} onGone={onGone} />
      <StageLine detail={detail} />
      <FailureNotice error={editing.error} />
      <Tabs size="small" items={tabItems(editing, today)} />
      <Source detail={detail} />
    </>
  )
}

interface ProjectDrawerProps {
  readonly id: string | null
  readonly today: IsoDate
  readonly onClose: () => void
}

/** A project beside its list. Closing keeps what was typed. */
export function ProjectDrawer({ id, today, onClose }: ProjectDrawerProps) {
  // The drawer keeps showing its last record while it slides out of sight.
  const [shownId, setShownId] = useState(id)
  if (id !== null && id !== shownId) setShownId(id)
  const { data, error, refetch } = useCall('projects.get', { id: shownId ?? '' }, { enabled: shownId !== null })
  const detail = data?.project.id === shownId ? data : undefined
  return (
    <RecordDrawer
      isOpen={id !== null}
      onClose={onClose}
      width={760}
      title={
        detail ? (
          <span className="project-title">
            <SampleFlag {...detail.project} word={listText.sample} className="project-flag" />
            {detail.project.name} <span className="project-state">{projectStateLabel(detail.project)}</span>
            {detail.light !== 'none' && <Light state={detail.light} />}
          </span>
        ) : (
          text.name
        )
      }
    >
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {detail && <ProjectContent key={detail.project.id} detail={detail} today={today} onGone={onClose} />}
    </RecordDrawer>
  )
}
