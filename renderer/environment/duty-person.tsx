import { Button, Popover } from 'antd'
import { useState } from 'react'
import type { Duty } from '../../shared/environment/contract'
import { PersonField } from '../components/person-field'
import { useFailure } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { dutyText as text } from '../text/environment'

/** Who has a duty in hand; a click names another. */
export function DutyPerson({ duty }: { readonly duty: Duty }) {
  const [isOpen, setIsOpen] = useState(false)
  const [name, setName] = useState(duty.handler)
  const done = useDone()
  const fail = useFailure()
  const save = async (): Promise<void> => {
    const { assignmentId: id, internalDueOn, progressText, actual } = duty
    try {
      await call('assignments.saveProgress', { id, handler: name.trim(), internalDueOn, progressText, actual })
      setIsOpen(false)
      done()
    } catch (error) {
      fail(error)
    }
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={(next) => {
        setName(duty.handler)
        setIsOpen(next)
      }}
      trigger="click"
      destroyOnHidden
      content={
        <div className="duty-person">
          <PersonField value={name} onChange={setName} label={text.assignTo(duty.task)} width={200} />
          <Button type="primary" onClick={() => void save()}>
            {text.saveHandler}
          </Button>
        </div>
      }
    >
      <button type="button" className="link" aria-label={`${text.assignTo(duty.task)} ${duty.handler}`}>
        {duty.handler || text.assign}
      </button>
    </Popover>
  )
}
