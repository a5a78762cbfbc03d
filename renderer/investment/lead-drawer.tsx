import { App, Button, Tabs } from 'antd'
import { useState } from 'react'
import type { LeadDetail } from '../../shared/investment/contract'
import { dropDraft } from '../app/kept'
import { openTarget } from '../app/open-target'
import { showRecord } from '../app/screen'
import { SourceRow } from '../assignments/source-row'
import { ActionButton } from '../components/action-button'
import { Attachments } from '../components/attachments'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { SampleFlag } from '../components/sample-flag'
import { RecordHistory } from '../components/record-history'
import { useDone } from '../components/undo-notice'
import { call, useCall } from '../desk'
import { drawerText as text, listText, nextStepText } from '../text/investment'
import { ClassPanel } from './class-panel'
import type { Day } from './day'
import { DuplicateChoice } from './duplicate-choice'
import { Endings } from './endings'
import { useFirstFocus } from '../components/first-focus'
import { FollowUps } from './follow-ups'
import { draftKeyOf, useLeadEditing } from './lead-editing'
import { CheckLine } from './lead-field'
import { LeadFields } from './lead-fields'
import { LifeLine } from './life-line'
import { clockTime } from './moment'
import { NextStep } from './next-step'
import { StateMark } from './state-mark'

/** The one sentence: what is missing, or what it counts for. */
function sentenceOf({ state, units, missingForEffective }: LeadDetail): string {
  switch (state) {
    case 'landed':
      return units === null ? text.landedNoUnits : text.landedDone(units)
    case 'effective':
      return units === null ? text.effectiveNoUnits : text.effectiveDone(units)
    case 'dormant':
      return text.dormant(units)
    case 'invalid':
    case 'revoked':
    case 'withdrawn':
      return text.ended[state]
    default:
      return text.effectiveMissing(missingForEffective)
  }
}

/** Fields that have a place of their own, where their remarks stand. */
const placedFields: ReadonlySet<string> = new Set([
  'title',
  'investorName',
  'investorRegion',
  'sourcePerson',
  'contact',
  'investorProfile',
  'intention',
  'expectedBenefit',
  'constructionPlan',
  'investmentIntensity',
  'expectedRevenue',
  'headcount',
  'filedOn',
  'oaReference',
  'backfilledOn',
  'remark',
  'districtClass',
])

/** Remarks of the rules that are not said elsewhere: what is missing stands in the big sentence. */
function Remarks({ detail }: { readonly detail: LeadDetail }) {
  const checks = detail.checks.filter(
    ({ rule, field }) =>
      rule !== 'factMissing' && rule !== 'classPending' && rule !== 'duplicate' && !placedFields.has(field ?? ''),
  )
  if (checks.length === 0) return null
  return (
    <section className="section" aria-label={text.checks}>
      {checks.map((check) => (
        <CheckLine key={`${check.rule} ${check.field ?? ''}`} check={check} />
      ))}
    </section>
  )
}

type DrawerTab = 'facts' | 'fields' | 'follow' | 'history'

function LeadContent({
  detail,
  day,
  onGone,
}: {
  readonly detail: LeadDetail
  readonly day: Day
  readonly onGone: () => void
}) {
  const editing = useLeadEditing(detail)
  const [tab, setTab] = useState<DrawerTab>('facts')
  const done = useDone()
  const { message } = App.useApp()
  const { lead } = detail
  const remove = async (): Promise<void> => {
    await call('investment.remove', { ids: [lead.id] })
    dropDraft(draftKeyOf(lead.id))
    onGone()
    done(text.deleted)
  }
  const makeProject = async (): Promise<void> => {
    const { id, isNew } = await call('projects.fromLead', { leadId: lead.id })
    openTarget({ kind: 'project', recordId: id })
    if (isNew) done(text.madeProject)
    else void message.info(text.knownProject)
  }
  return (
    <div className="lead-record">
      <p className="lead-sentence">{sentenceOf(detail)}</p>
      <div className="lead-status">
        <span className="soft lead-grow">{detail.unitsReason}</span>
        <span className="soft figures" role="status">
          {editing.hasDraft ? text.notSaved : editing.savedAt ? text.savedAt(clockTime(editing.savedAt)) : ''}
        </span>
        {editing.hasDraft && (
          <Button size="small" onClick={editing.forget}>
            {text.dropDraft}
          </Button>
        )}
        {detail.state === 'landed' && (
          <ActionButton size="small" run={makeProject}>
            {text.toProject}
          </ActionButton>
        )}
        <ActionButton size="small" run={remove}>
          {text.delete}
        </ActionButton>
      </div>
      <LifeLine detail={detail} />
      <FailureNotice error={editing.error} />
      {detail.duplicates.length > 0 && <DuplicateChoice duplicates={detail.duplicates} onOpen={showRecord} />}
      <Tabs
        size="small"
        activeKey={tab}
        onChange={(key) => setTab(key as DrawerTab)}
        items={[
          {
            key: 'facts',
            label: text.tabs.facts,
            children: (
              <>
                <section className="section lead-next">
                  <h2>{nextStepText.title}</h2>
                  <NextStep editing={editing} today={day.today} />
                </section>
                <Remarks detail={detail} />
                <ClassPanel editing={editing} />
                <Endings editing={editing} today={day.today} />
              </>
            ),
          },
          { key: 'fields', label: text.tabs.fields, children: <LeadFields editing={editing} day={day} /> },
          {
            key: 'follow',
            label: text.tabs.follow,
            children: (
              <>
                <FollowUps detail={detail} today={day.today} />
                <Attachments room="investment" recordId={lead.id} />
              </>
            ),
          },
          { key: 'history', label: text.tabs.history, children: <RecordHistory recordId={lead.id} /> },
        ]}
      />
      {detail.source && <SourceRow source={detail.source} />}
    </div>
  )
}

interface LeadDrawerProps {
  readonly id: string | null
  readonly day: Day
  readonly onClose: () => void
}

/** A lead beside its list. Closing keeps what was typed. */
export function LeadDrawer({ id, day, onClose }: LeadDrawerProps) {
  // The drawer keeps showing its last record while it slides out of sight.
  const [shownId, setShownId] = useState(id)
  if (id !== null && id !== shownId) setShownId(id)
  const { data, error, refetch } = useCall('investment.get', { id: shownId ?? '' }, { enabled: shownId !== null })
  const detail = data?.lead.id === shownId ? data : undefined
  useFirstFocus('.lead-next .lead-grid input', id !== null && detail ? id : null)
  return (
    <RecordDrawer
      isOpen={id !== null}
      onClose={onClose}
      width={720}
      title={
        detail ? (
          <span className="lead-title">
            <SampleFlag
              isSample={detail.lead.isSample}
              name={detail.lead.title || detail.lead.investorName}
              word={listText.sample}
              className="lead-flag"
            />
            {detail.lead.title || detail.lead.investorName || listText.untitled} <StateMark state={detail.state} />
          </span>
        ) : (
          text.name
        )
      }
    >
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {detail && <LeadContent key={detail.lead.id} detail={detail} day={day} onGone={onClose} />}
    </RecordDrawer>
  )
}
