import { Button } from 'antd'
import { useState } from 'react'
import type { TrainingRecord } from '../../shared/briefs/record'
import { hoursByPerson } from '../../shared/briefs/training-hours'
import { useShell } from '../app/shell'
import { SignSheet } from '../briefs/sign-sheet'
import { TrainingForm, type TrainingPreset } from '../briefs/training-form'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { useFirstFocus } from '../components/first-focus'
import { RecordDrawer } from '../components/record-drawer'
import { SampleFlag } from '../components/sample-flag'
import { useDone } from '../components/undo-notice'
import { call, useCall } from '../desk'
import { trainingText } from '../text/briefs'
import { environmentTrainingText as text } from '../text/environment'

type Edited = TrainingRecord | TrainingPreset['status'] | null

interface TrainingRowProps {
  readonly training: TrainingRecord
  readonly onEdit: () => void
  readonly onPrint: () => void
}

function TrainingRow({ training, onEdit, onPrint }: TrainingRowProps) {
  const { today } = useShell()
  const done = useDone()
  const isPast = training.status === 'planned' && training.heldOn < today
  return (
    <tr>
      <td>
        <SampleFlag
          isSample={training.isSample}
          name={training.title}
          word={trainingText.sample}
          className="brief-mark"
        />
        <button type="button" className="link" onClick={onEdit}>
          {training.title}
        </button>
      </td>
      <td className="figures">{training.heldOn}</td>
      <td>{isPast ? text.overduePlan : trainingText.statuses[training.status]}</td>
      <td>{training.place}</td>
      <td className="amount">{training.hours}</td>
      <td className="amount">{training.attendees.length || (training.attendeeCount ?? '')}</td>
      <td className="training-actions">
        <Button size="small" onClick={onPrint}>
          {trainingText.printSheet}
        </Button>
        <ActionButton
          size="small"
          run={async () => {
            await call('briefs.removeTraining', { id: training.id })
            done(trainingText.removed)
          }}
        >
          {trainingText.remove}
        </ActionButton>
      </td>
    </tr>
  )
}

function HoursTable({ trainings }: { readonly trainings: readonly TrainingRecord[] }) {
  const rows = hoursByPerson(trainings)
  return (
    <section aria-label={trainingText.byPerson}>
      <h3 className="training-people">{trainingText.byPerson}</h3>
      {rows.length === 0 ? (
        <p className="soft">{trainingText.noHours}</p>
      ) : (
        <table className="ledger">
          <thead>
            <tr>
              <th>{trainingText.person}</th>
              <th className="amount">{trainingText.times}</th>
              <th className="amount">{trainingText.totalHours}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ personName, times, hours }) => (
              <tr key={personName}>
                <td>{personName}</td>
                <td className="amount">{times}</td>
                <td className="amount">{hours}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface TrainingTableProps {
  readonly trainings: readonly TrainingRecord[]
  readonly onEdit: (training: TrainingRecord) => void
  readonly onPrint: (training: TrainingRecord) => void
}

function TrainingTable({ trainings, onEdit, onPrint }: TrainingTableProps) {
  const { columns } = text
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th>{columns.title}</th>
          <th>{columns.day}</th>
          <th>{columns.status}</th>
          <th>{columns.place}</th>
          <th className="amount">{columns.hours}</th>
          <th className="amount">{columns.people}</th>
          <th aria-label={trainingText.edit} />
        </tr>
      </thead>
      <tbody>
        {trainings.map((training) => (
          <TrainingRow
            key={training.id}
            training={training}
            onEdit={() => onEdit(training)}
            onPrint={() => onPrint(training)}
          />
        ))}
      </tbody>
    </table>
  )
}

/** 培训计划与参训 of 抓营商环境: what is planned, what was held, and 学时 of each person. */
export function Trainings() {
  const { bureau } = useShell()
  const { data, error, refetch } = useCall('briefs.listTrainings', { year: bureau.year, stream: 'environment' })
  const [edited, setEdited] = useState<Edited>(null)
  const [printed, setPrinted] = useState<TrainingRecord | null>(null)
  const record = edited !== null && typeof edited === 'object' ? edited : null
  const preset = { stream: 'environment', status: typeof edited === 'string' ? edited : 'planned' } as const
  useFirstFocus('.training-form input', edited === null ? null : (record?.id ?? preset.status))
  const held = data?.filter(({ status }) => status === 'held') ?? []
  return (
    <section className="section" aria-label={text.title}>
      <div className="section-head">
        <h2>{text.title}</h2>
        {data && <span className="soft figures">{text.line(data.length, held.length)}</span>}
        <Button className="for-work" size="small" onClick={() => setEdited('planned')}>
          {trainingText.plan}
        </Button>
        <Button className="for-work" size="small" onClick={() => setEdited('held')}>
          {trainingText.add}
        </Button>
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <p className="soft">{trainingText.none}</p>}
      {data && data.length > 0 && (
        <div className="training-columns">
          <TrainingTable trainings={data} onEdit={setEdited} onPrint={setPrinted} />
          <HoursTable trainings={data} />
        </div>
      )}
      <RecordDrawer
        title={record ? trainingText.edit : edited === 'held' ? trainingText.add : trainingText.plan}
        isOpen={edited !== null}
        onClose={() => setEdited(null)}
      >
        {edited !== null && (
          <TrainingForm
            key={record?.id ?? preset.status}
            training={record}
            preset={preset}
            isScored={false}
            onSaved={() => setEdited(null)}
          />
        )}
      </RecordDrawer>
      {printed && <SignSheet training={printed} onDone={() => setPrinted(null)} />}
    </section>
  )
}
