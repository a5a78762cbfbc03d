import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { ChoiceField } from '../components/choice-field'
import { DateField } from '../components/date-field'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call, type OutputOf } from '../desk'
import { districtText } from '../text/district'
import { vetoText as text } from '../text/district-review'

type Review = OutputOf<'district.review'>

function VetoForm({
  review: { unit, knownVetoes },
  onClose,
}: {
  readonly review: Review
  readonly onClose: () => void
}) {
  const { bureau, today } = useShell()
  const done = useDone()
  const [vetoId, setVetoId] = useState<string | null>(null)
  const [happenedOn, setHappenedOn] = useState(today)
  const [reason, setReason] = useState('')
  const [docRef, setDocRef] = useState('')
  const save = async (id: string): Promise<void> => {
    await call('district.saveVeto', { unitId: unit.id, year: bureau.year, vetoId: id, happenedOn, reason, docRef })
    done(text.saved)
    onClose()
  }
  return (
    <Modal open title={text.title} onCancel={onClose} footer={null} width={520}>
      <Field label={text.veto} isRequired>
        <ChoiceField
          value={vetoId}
          options={knownVetoes.map(({ id, clause }) => ({ value: id, label: clause }))}
          onChange={setVetoId}
        />
      </Field>
      <Field label={text.happenedOn} isRequired>
        <DateField value={happenedOn} today={today} onChange={(day) => day && setHappenedOn(day)} />
      </Field>
      <Field label={text.reason} isRequired>
        <TextField isMultiline value={reason} onChange={setReason} />
      </Field>
      <Field label={text.docRef}>
        <TextField value={docRef} onChange={setDocRef} />
      </Field>
      <div className="district-line">
        <ActionButton
          type="primary"
          disabled={vetoId === null || reason.trim() === ''}
          run={async () => vetoId !== null && save(vetoId)}
        >
          {districtText.save}
        </ActionButton>
        <Button type="text" onClick={onClose}>
          {districtText.cancel}
        </Button>
      </div>
    </Modal>
  )
}

interface UnitVetoesProps {
  readonly review: Review
  readonly isLocked: boolean
}

/** 一票否决 and 不得评先 of the unit, where the rules know any. */
export function UnitVetoes({ review, isLocked }: UnitVetoesProps) {
  const done = useDone()
  const [isAdding, setIsAdding] = useState(false)
  const { vetoes, knownVetoes } = review
  if (knownVetoes.length === 0 && vetoes.length === 0) return null
  const remove = async (id: string): Promise<void> => {
    await call('district.removeVeto', { id })
    done(text.removed)
  }
  return (
    <span className="district-line" role="group" aria-label={text.title}>
      {vetoes.map(({ id, happenedOn, clause, reason }) => (
        <span key={id} className="district-mark-missing">
          ■ {text.line(happenedOn, clause, reason)}{' '}
          {!isLocked && (
            <ActionButton size="small" type="text" does="district.removeVeto" run={() => remove(id)}>
              {text.remove}
            </ActionButton>
          )}
        </span>
      ))}
      {!isLocked && knownVetoes.length > 0 && (
        <button type="button" className="link" onClick={() => setIsAdding(true)}>
          {text.title} {text.add}
        </button>
      )}
      {isAdding && <VetoForm review={review} onClose={() => setIsAdding(false)} />}
    </span>
  )
}
