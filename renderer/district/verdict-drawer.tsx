import { Segmented } from 'antd'
import { useState } from 'react'
import { verdicts, type VerdictKind } from '../../shared/exchange/lines'
import { leadClasses } from '../../shared/investment/record'
import { chapterLabels } from '../../shared/terms/exchange-lines'
import { leadClassLabel } from '../../shared/terms/investment'
import { verdictLabels } from '../../shared/terms/district-review'
import { ActionButton } from '../components/action-button'
import { ChoiceField } from '../components/choice-field'
import { Field } from '../components/field'
import { RecordDrawer } from '../components/record-drawer'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { districtText } from '../text/district'
import { unitReviewText, verdictText as text } from '../text/district-review'
import { reportedOf, type ReviewLine } from './review-line'

interface VerdictDrawerProps {
  readonly reviewed: ReviewLine | undefined
  readonly unitId: string
  readonly period: string
  readonly isLocked: boolean
  readonly onClose: () => void
}

function Facts({ reviewed }: { readonly reviewed: ReviewLine }) {
  const { line, before } = reviewed
  const facts: readonly (readonly [label: string, value: string])[] = [
    [unitReviewText.columns.chapter, chapterLabels[line.stream]],
    [unitReviewText.columns.reported, reportedOf(reviewed)],
    [unitReviewText.columns.target, line.target ?? ''],
    [unitReviewText.columns.current, line.current ?? ''],
    [unitReviewText.columns.before, before ?? ''],
    [unitReviewText.columns.status, line.status],
    [text.happenedOn, line.happenedOn ?? ''],
    [text.enterprise, line.enterprise ? `${line.enterprise.name} ${line.enterprise.creditCode}` : ''],
    [text.formula, line.parts.length > 0 ? `${line.formula} ${text.parts(line.parts.length)}` : line.formula],
    [unitReviewText.columns.evidence, line.kind === 'figure' ? '' : unitReviewText.evidence(line.evidence)],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value.trim() !== '')
        .map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function VerdictForm({
  reviewed,
  unitId,
  period,
  onClose,
}: Omit<VerdictDrawerProps, 'reviewed' | 'isLocked'> & { readonly reviewed: ReviewLine }) {
  const { line, verdict } = reviewed
  const done = useDone()
  const isLead = line.kind === 'lead'
  const isAdjustable = isLead || line.kind === 'figure'
  const [kind, setKind] = useState<VerdictKind>(verdict?.verdict ?? 'accepted')
  const [approved, setApproved] = useState(
    verdict?.approved ?? (isLead ? (line.detail['leadClass'] ?? '') : (line.cumulative ?? '')),
  )
  const [reason, setReason] = useState(verdict?.reason ?? '')
  const isWhole = kind === 'accepted' || (reason.trim() !== '' && (kind === 'returned' || approved !== ''))
  const save = async (): Promise<void> => {
    const given = { key: line.key, verdict: kind, approved: kind === 'adjusted' ? approved : null, reason }
    await call('district.saveVerdicts', { unitId, period, verdicts: [given] })
    done(text.saved)
    onClose()
  }
  const drop = async (): Promise<void> => {
    await call('district.dropVerdicts', { unitId, period, keys: [line.key] })
    done(text.dropped)
    onClose()
  }
  return (
    <section className="section" aria-label={text.title}>
      <h2>{text.title}</h2>
      <Segmented
        aria-label={text.verdict}
        value={kind}
        options={verdicts
          .filter((each) => each !== 'adjusted' || isAdjustable)
          .map((value) => ({ value, label: verdictLabels[value] }))}
        onChange={setKind}
      />
      {kind === 'adjusted' && (
        <Field label={isLead ? text.approvedClass : text.approved(line.unit)} isRequired>
          {isLead ? (
            <ChoiceField
              value={leadClasses.find((each) => each === approved) ?? null}
              options={leadClasses.map((value) => ({ value, label: leadClassLabel(value) }))}
              onChange={(next) => setApproved(next ?? '')}
            />
          ) : (
            <TextField value={approved} onChange={setApproved} width={180} />
          )}
        </Field>
      )}
      {kind !== 'accepted' && (
        <Field label={text.reason} hint={text.reasonHint} isRequired>
          <TextField isMultiline value={reason} onChange={setReason} />
        </Field>
      )}
      <div className="district-line">
        <ActionButton type="primary" disabled={!isWhole} run={save}>
          {text.save}
        </ActionButton>
        {verdict && (
          <ActionButton type="text" run={drop}>
            {text.drop}
          </ActionButton>
        )}
      </div>
    </section>
  )
}

/** One line of a return: what was reported, what the checks say, the verdict. */
export function VerdictDrawer({ reviewed, unitId, period, isLocked, onClose }: VerdictDrawerProps) {
  return (
    <RecordDrawer title={reviewed?.line.label ?? ''} isOpen={reviewed !== undefined} onClose={onClose} width={560}>
      {reviewed && (
        <>
          <Facts reviewed={reviewed} />
          {reviewed.checks.length > 0 && (
            <section className="section" aria-label={text.checks}>
              <h2>{text.checks}</h2>
              {reviewed.checks.map((check) => (
                <p key={check} className="district-tight">
                  {check}
                </p>
              ))}
            </section>
          )}
          {reviewed.verdict && (
            <p className="soft">
              {verdictLabels[reviewed.verdict.verdict]} {reviewed.verdict.approved ?? districtText.none} ·{' '}
              {text.decidedBy(reviewed.verdict.decidedBy, reviewed.verdict.decidedOn)} · {reviewed.verdict.reason}
            </p>
          )}
          {!isLocked && (
            <VerdictForm
              key={reviewed.line.key}
              reviewed={reviewed}
              unitId={unitId}
              period={period}
              onClose={onClose}
            />
          )}
        </>
      )}
    </RecordDrawer>
  )
}
