import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { DateField } from '../components/date-field'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call, type OutputOf } from '../desk'
import { districtText } from '../text/district'
import { figuresText as text } from '../text/district-review'

type Review = OutputOf<'district.review'>
type Figure = Review['figures'][number]

interface FigureFormProps {
  readonly unitId: string
  readonly figure: Figure
  readonly onClose: () => void
}

function FigureForm({ unitId, figure, onClose }: FigureFormProps) {
  const { bureau, today } = useShell()
  const done = useDone()
  const [value, setValue] = useState(figure.value ?? '')
  const [docRef, setDocRef] = useState(figure.docRef)
  const [givenOn, setGivenOn] = useState(today)
  const save = async (): Promise<void> => {
    const { componentId } = figure
    await call('district.saveFigure', { unitId, year: bureau.year, componentId, value, docRef, givenOn })
    done(text.saved)
    onClose()
  }
  return (
    <Modal open title={figure.name} onCancel={onClose} footer={null} width={420}>
      <Field label={text.value} isRequired hint={figure.max === null ? null : text.max(figure.max)}>
        <TextField value={value} onChange={setValue} width={140} hasFocus />
      </Field>
      <Field label={text.docRef} isRequired>
        <TextField value={docRef} onChange={setDocRef} />
      </Field>
      <Field label={text.givenOn} isRequired>
        <DateField value={givenOn} today={today} onChange={(day) => day && setGivenOn(day)} />
      </Field>
      <div className="district-line">
        <ActionButton
          type="primary"
          disabled={value.trim() === '' || docRef.trim() === ''}
          does="district.saveFigure"
          run={save}
        >
          {text.save}
        </ActionButton>
        <Button type="text" onClick={onClose}>
          {districtText.cancel}
        </Button>
      </div>
    </Modal>
  )
}

interface GivenFiguresProps {
  readonly review: Review
  readonly isLocked: boolean
}

/** Points that the district itself gives, e.g. 配合. */
export function GivenFigures({ review: { unit, figures }, isLocked }: GivenFiguresProps) {
  const [open, setOpen] = useState<Figure | null>(null)
  if (figures.length === 0) return null
  return (
    <span className="district-line" role="group" aria-label={text.title}>
      {figures.map((figure) => (
        <span key={figure.componentId}>
          {figure.name}{' '}
          <span className="soft">
            {figure.value === null ? text.notGiven : text.given(figure.value, figure.docRef)}
          </span>{' '}
          {!isLocked && (
            <button type="button" className="link" onClick={() => setOpen(figure)}>
              {text.give}
            </button>
          )}
        </span>
      ))}
      {open && <FigureForm unitId={unit.id} figure={open} onClose={() => setOpen(null)} />}
    </span>
  )
}
