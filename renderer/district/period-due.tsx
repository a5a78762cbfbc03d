import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { PeriodRecord } from '../../shared/district/record'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { DateField } from '../components/date-field'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { districtText, inboxText as text } from '../text/district'

const daysPattern = /^\d{1,2}$/

function DueForm({ period, onClose }: { readonly period: PeriodRecord; readonly onClose: () => void }) {
  const { today } = useShell()
  const done = useDone()
  const [dueOn, setDueOn] = useState(period.dueOn)
  const [days, setDays] = useState(String(period.objectionWorkdays))
  const isRight = daysPattern.test(days)
  const save = async (): Promise<void> => {
    await call('district.savePeriod', { period: period.period, dueOn, objectionWorkdays: Number(days) })
    done()
    onClose()
  }
  return (
    <Modal open title={text.dueTitle} onCancel={onClose} footer={null} width={420}>
      <Field label={text.dueOn} isRequired>
        <DateField value={dueOn} today={today} onChange={(day) => day && setDueOn(day)} />
      </Field>
      <Field label={text.objectionWorkdays} isRequired>
        <TextField value={days} onChange={setDays} hasError={!isRight} width={120} />
      </Field>
      <div className="district-line">
        <ActionButton type="primary" disabled={!isRight} does="district.savePeriod" run={save}>
          {districtText.save}
        </ActionButton>
        <Button type="text" onClick={onClose}>
          {districtText.cancel}
        </Button>
      </div>
    </Modal>
  )
}

/** Until when the period is to be reported, and the way to another day. */
export function PeriodDue({ period }: { readonly period: PeriodRecord }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <span className="soft">
      {text.due(period.dueOn, period.submitBy)}{' '}
      {period.lockedOn === null ? (
        <button type="button" className="link" onClick={() => setIsOpen(true)}>
          {text.changeDue}
        </button>
      ) : (
        text.locked(period.lockedOn)
      )}
      {isOpen && <DueForm period={period} onClose={() => setIsOpen(false)} />}
    </span>
  )
}
