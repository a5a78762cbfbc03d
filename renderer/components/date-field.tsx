import { Button, Calendar, Input, Popover } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { parseIsoDate, yearOf, type IsoDate } from '../../shared/core/dates'
import { formatChineseDate } from '../../shared/terms/dates'
import { dateFieldText } from '../text/app'
import { useField } from './field'
import { useFormLock } from './form-lock'
import { isComposing } from './ime'
import { parseTypedDate } from './typed-date'

interface DateFieldProps {
  readonly value: IsoDate | null
  /** Null when the field is emptied. Text that is no day is not passed on; it stays and is marked. */
  readonly onChange: (day: IsoDate | null) => void
  /** The local day, as `settings.get` gives it: default year and the calendar's start. */
  readonly today: IsoDate
  /** Needed where no `Field` gives a label. */
  readonly label?: string
  readonly isDisabled?: boolean
  readonly onEnter?: () => void
  readonly width?: number
}

/** A day typed with all its digits. */
const wholeDay = /\d{4}\D+\d+\D+\d{2}|\d{8}/

function shown(day: IsoDate | null): string {
  return day ? formatChineseDate(day) : ''
}

/** A day, typed in any usual way, with a small calendar beside it. */
export function DateField({ value, onChange, today, label, isDisabled = false, onEnter, width = 200 }: DateFieldProps) {
  const field = useField()
  const isLocked = useFormLock()
  // What was typed, as long as the value is still the one it was typed for.
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: IsoDate | null } | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const text = typed?.value === value ? (typed?.text ?? shown(value)) : shown(value)
  const parsed = parseTypedDate(text, yearOf(today))
  const isWrong = text.trim() !== '' && parsed === null
  const type = (next: string): void => {
    const day = parseTypedDate(next, yearOf(today))
    // A whole day is taken over at once, so that a shortcut right after typing finds it; a short form waits for leaving.
    const isWhole = day !== null && wholeDay.test(next.normalize('NFKC'))
    setTyped({ text: next, value: isWhole ? day : value })
    if (isWhole) onChange(day)
  }
  const settle = (): void => {
    if (isWrong || typed === null) return
    setTyped(null)
    if (parsed !== value) onChange(parsed)
  }
  const pick = (picked: dayjs.Dayjs, source: string): void => {
    if (source !== 'date') return
    const day = parseIsoDate(picked.format('YYYY-MM-DD'))
    if (day) onChange(day)
    setIsOpen(false)
  }
  return (
    <div style={{ width }}>
      <div style={{ display: 'flex', gap: 4 }}>
        <Input
          {...(field ? { id: field.id, 'aria-describedby': field.describedBy } : {})}
          aria-label={label}
          value={text}
          disabled={isDisabled}
          readOnly={isLocked}
          autoComplete="off"
          placeholder={dateFieldText.placeholder}
          aria-invalid={isWrong}
          data-wrong-date={isWrong ? true : undefined}
          {...(isWrong || field?.hasError ? { status: 'error' as const } : {})}
          onChange={(event) => type(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event)) return
            settle()
            if (!isWrong) onEnter?.()
          }}
        />
        <Popover
          open={isOpen}
          onOpenChange={setIsOpen}
          trigger="click"
          placement="bottomRight"
          destroyOnHidden
          content={
            <div style={{ width: 280 }}>
              <Calendar
                fullscreen={false}
                defaultValue={dayjs(value ?? today)}
                onSelect={(d, info) => pick(d, info.source)}
              />
            </div>
          }
        >
          <Button
            disabled={isLocked || isDisabled}
            aria-label={dateFieldText.openCalendar}
            style={{ padding: '0 8px' }}
          >
            {dateFieldText.calendarSign}
          </Button>
        </Popover>
      </div>
      {isWrong && <div className="field-error">{dateFieldText.wrong(text.trim())}</div>}
    </div>
  )
}
