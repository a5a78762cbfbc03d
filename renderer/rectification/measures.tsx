import { Button, Select } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import { isMeasureDone, isSettled } from '../../shared/rectification/lifecycle'
import { measureStatuses, type MeasureStatus } from '../../shared/rectification/record'
import { measureStatusLabels } from '../../shared/terms/rectification'
import { ActionButton } from '../components/action-button'
import { useFailure } from '../components/failure-notice'
import { Light } from '../components/light'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { pageText } from '../text/rectification'
import { workText as text } from '../text/rectification-steps'
import { EvidenceList } from './evidence-list'
import { optionsOf } from './filter-choices'
import { MeasureForm, type Measure } from './measure-form'

const statusOptions = [...optionsOf(measureStatuses, measureStatusLabels)]

interface ItemProps {
  readonly detail: FindingDetail
  readonly measure: Measure
  readonly today: IsoDate
  readonly onEdit: () => void
}

function StatusChoice({ measure, today, isLocked }: Pick<ItemProps, 'measure' | 'today'> & { isLocked: boolean }) {
  const done = useDone()
  const fail = useFailure()
  const choose = async (status: MeasureStatus): Promise<void> => {
    try {
      await call('rectification.setMeasureStatus', { id: measure.id, status, on: today, result: measure.result })
      done(text.statusSaved(measure.number, measureStatusLabels[status]))
    } catch (refusal) {
      fail(refusal)
    }
  }
  return (
    <Select<MeasureStatus>
      size="small"
      aria-label={text.statusOf(measure.number)}
      value={measure.status}
      options={statusOptions}
      disabled={isLocked}
      onChange={(status) => void choose(status)}
      style={{ width: 100 }}
    />
  )
}

/** Who is answerable and until when, what was done by whom, in one line. */
function factsOf(measure: Measure, today: IsoDate): readonly string[] {
  const { leader, unit, handler, doneOn, doneBy, verifiedOn, verifiedBy, dueOn, status } = measure
  const isLate = dueOn !== null && dueOn < today && !isMeasureDone(status)
  return [
    [unit, leader, handler].filter((part) => part !== '').join(pageText.separator),
    dueOn === null || isLate ? '' : text.due(dueOn),
    doneOn === null ? '' : text.done(doneOn, doneBy),
    verifiedOn === null ? '' : text.verified(verifiedOn, verifiedBy),
  ].filter((part) => part !== '')
}

function MeasureItem({ detail, measure, today, onEdit }: ItemProps) {
  const done = useDone()
  const { id, number, dueOn, status, evidenceCount, justification, result, otherFindings } = measure
  const isLocked = isSettled(detail)
  const isLate = dueOn !== null && dueOn < today && !isMeasureDone(status)
  return (
    <li>
      <div className="rect-line rect-measure">
        <span className="figures">{text.number(number)}</span>
        <span className="rect-grow rect-text">{measure.text}</span>
        <StatusChoice measure={measure} today={today} isLocked={isLocked} />
        {!isLocked && (
          <>
            <Button size="small" onClick={onEdit}>
              {text.editMeasure}
            </Button>
            <ActionButton
              size="small"
              aria-label={text.removeOf(number)}
              run={async () => {
                await call('rectification.removeMeasure', { id, findingId: detail.id })
                done(text.measureRemoved)
              }}
            >
              {text.remove}
            </ActionButton>
          </>
        )}
      </div>
      <div className="rect-facts soft figures">
        {isLate && <Light state="overdue" text={text.due(dueOn)} />}
        {factsOf(measure, today).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <span className={evidenceCount === 0 ? 'light-near' : ''}>{text.evidenceCount(evidenceCount)}</span>
        {otherFindings.length > 0 && (
          <span>{text.others(otherFindings.map(({ no, title }) => no || title).join(text.comma))}</span>
        )}
      </div>
      {result !== '' && <div className="rect-text soft">{text.result(result)}</div>}
      {justification !== '' && <div className="rect-text soft">{text.justified(justification)}</div>}
      <EvidenceList
        evidence={detail.evidence.filter(({ measureId }) => measureId === id)}
        isLocked={isLocked}
        cycle={detail.cycle}
      />
    </li>
  )
}

/** 全部登记为已完成, where several are still open. */
function AllDone({ detail, today }: { readonly detail: FindingDetail; readonly today: IsoDate }) {
  const done = useDone()
  const open = detail.measures.filter(({ status }) => !isMeasureDone(status))
  if (open.length < 2 || isSettled(detail)) return null
  return (
    <ActionButton
      size="small"
      run={async () => {
        for (const { id, result } of open)
          await call('rectification.setMeasureStatus', { id, status: 'done', on: today, result })
        done(text.allDoneSaved(open.length))
      }}
    >
      {text.allDone}
    </ActionButton>
  )
}

/** The measures by number, each with its state, people, deadline and files. */
export function Measures({ detail, today }: { readonly detail: FindingDetail; readonly today: IsoDate }) {
  const [open, setOpen] = useState<string | null>(null)
  const { measures, evidence, cycle } = detail
  const isLocked = isSettled(detail)
  const ofFinding = evidence.filter(({ measureId }) => measureId === null)
  const close = (): void => setOpen(null)
  return (
    <>
      {measures.length === 0 && open === null && <p className="soft">{text.noMeasures}</p>}
      <ul className="rect-rows rect-measures">
        {measures.map((measure) =>
          open === measure.id ? (
            <li key={measure.id}>
              <MeasureForm detail={detail} measure={measure} today={today} onClose={close} />
            </li>
          ) : (
            <MeasureItem
              key={measure.id}
              detail={detail}
              measure={measure}
              today={today}
              onEdit={() => setOpen(measure.id)}
            />
          ),
        )}
      </ul>
      {open === '' && <MeasureForm detail={detail} measure={null} today={today} onClose={close} />}
      {open !== '' && !isLocked && (
        <div className="rect-actions">
          <Button size="small" onClick={() => setOpen('')}>
            {text.addMeasure}
          </Button>
          <AllDone detail={detail} today={today} />
        </div>
      )}
      {evidence.length === 0 && !isLocked && <p className="soft">{text.noEvidence}</p>}
      {ofFinding.length > 0 && (
        <>
          <h2 className="rect-above">{text.ofFinding}</h2>
          <EvidenceList evidence={ofFinding} isLocked={isLocked} cycle={cycle} />
        </>
      )}
    </>
  )
}
