import { Button } from 'antd'
import { useState } from 'react'
import type { Attendee } from '../../shared/briefs/record'
import { isComposing } from '../components/ime'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { trainingText as text } from '../text/briefs'

interface AttendeesProps {
  readonly attendees: readonly Attendee[]
  readonly onChange: (attendees: readonly Attendee[]) => void
}

/** Names typed with commas or pauses between them, each once and not yet in the list. */
function newNames(typed: string, known: readonly Attendee[]): readonly string[] {
  const names = typed.split(/[\s,，、;；]+/u).map((name) => name.trim().slice(0, 500))
  return [...new Set(names)].filter((name) => name !== '' && !known.some(({ personName }) => personName === name))
}

/** Who attended: names chosen or typed, several at once, each with 学时 where they differ. */
export function Attendees({ attendees, onChange }: AttendeesProps) {
  const [name, setName] = useState('')
  const add = (): void => {
    const added = newNames(name, attendees).map((personName) => ({ personName, hours: '' }))
    if (added.length > 0) onChange([...attendees, ...added])
    setName('')
  }
  return (
    <fieldset className="brief-uses">
      <legend className="field-label">{text.attendees}</legend>
      {attendees.length > 0 && (
        <ul className="brief-list attendees">
          {attendees.map(({ personName, hours }) => (
            <li key={personName}>
              <span className="brief-title">{personName}</span>
              <TextField
                label={text.hoursOf(personName)}
                value={hours}
                width={90}
                placeholder={text.hours}
                onChange={(next) =>
                  onChange(attendees.map((each) => (each.personName === personName ? { ...each, hours: next } : each)))
                }
              />
              <Button
                size="small"
                aria-label={text.removeAttendee(personName)}
                onClick={() => onChange(attendees.filter((each) => each.personName !== personName))}
              >
                {text.removeShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div
        className="attendee-add"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event) && event.target instanceof HTMLInputElement) add()
        }}
      >
        <PersonField value={name} onChange={setName} label={text.attendeeName} placeholder={text.attendeesHint} />
        <Button onClick={add}>{text.addAttendee}</Button>
      </div>
      {attendees.length > 0 && <p className="field-hint">{text.hoursHint}</p>}
    </fieldset>
  )
}
