import { Button } from 'antd'
import { useState } from 'react'
import type { TrainingRecord } from '../../shared/briefs/record'
import type { ComponentScore } from '../../shared/scoring/result'
import { trainingTerms } from '../../shared/terms/briefs'
import { TrainingForm } from '../briefs/training-form'
import { ActionButton } from '../components/action-button'
import { useFirstFocus } from '../components/first-focus'
import { RecordDrawer } from '../components/record-drawer'
import { SampleFlag } from '../components/sample-flag'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { GridButton } from '../tables/grid-button'
import type { ListedIds } from '../tables/grid-window'
import { listText, routineText as text } from '../text/investment'
import { RoutinePart } from './routine-part'

interface TrainingsTableProps {
  readonly trainings: readonly TrainingRecord[]
  readonly onEdit: (training: TrainingRecord) => void
}

function TrainingsTable({ trainings, onEdit }: TrainingsTableProps) {
  const done = useDone()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{trainingTerms.title.label}</th>
          <th>{trainingTerms.heldOn.label}</th>
          <th>{text.isRequired}</th>
          <th>{text.isAttended}</th>
          <th className="number">{trainingTerms.attendeeCount.label}</th>
          <th aria-label={text.edit} />
        </tr>
      </thead>
      <tbody>
        {trainings.map((training) => (
          <tr key={training.id}>
            <td>
              <SampleFlag
                isSample={training.isSample}
                name={training.title}
                word={listText.sample}
                className="lead-flag"
              />
              <button type="button" className="link" onClick={() => onEdit(training)}>
                {training.title}
              </button>
            </td>
            <td className="figures">{training.heldOn}</td>
            <td>{training.isRequired ? text.yes : text.no}</td>
            <td>{training.isAttended ? text.yes : text.no}</td>
            <td className="number">{training.attendeeCount ?? ''}</td>
            <td>
              <ActionButton
                size="small"
                run={async () => {
                  await call('briefs.removeTraining', { id: training.id })
                  done(text.trainingRemoved)
                }}
              >
                {text.remove}
              </ActionButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface TrainingsProps {
  readonly trainings: readonly TrainingRecord[]
  readonly year: number
  readonly component: ComponentScore | undefined
}

/** 招商培训: attended of required. */
export function Trainings({ trainings, year, component }: TrainingsProps) {
  const [edited, setEdited] = useState<TrainingRecord | 'new' | null>(null)
  useFirstFocus('.training-form input', edited === null ? null : edited === 'new' ? 'new' : edited.id)
  const { num, den } = component?.inputs ?? {}
  const idsOfList = async (): Promise<ListedIds> => {
    const listed = await call('briefs.listTrainings', { year, stream: 'investment' })
    return { ids: listed.map(({ id }) => id), total: listed.length }
  }
  return (
    <RoutinePart
      title={text.trainingsTitle}
      component={component}
      extra={
        <>
          {num !== undefined && den !== undefined && <span>{text.trainingsLine(num, den)}</span>}
          <Button className="for-work" size="small" onClick={() => setEdited('new')}>
            {text.addTraining}
          </Button>
          <GridButton kind="trainings" of={text.trainingsTitle} idsOfList={idsOfList} />
        </>
      }
    >
      {trainings.length === 0 ? (
        <p className="soft">{text.trainingsNone}</p>
      ) : (
        <TrainingsTable trainings={trainings} onEdit={setEdited} />
      )}
      <RecordDrawer
        title={edited === 'new' ? text.addTraining : text.trainingsTitle}
        isOpen={edited !== null}
        onClose={() => setEdited(null)}
      >
        {edited !== null && (
          <TrainingForm
            key={edited === 'new' ? 'new' : edited.id}
            training={edited === 'new' ? null : edited}
            preset={{ stream: 'investment', status: 'held' }}
            isScored
            onSaved={() => setEdited(null)}
          />
        )}
      </RecordDrawer>
    </RoutinePart>
  )
}
