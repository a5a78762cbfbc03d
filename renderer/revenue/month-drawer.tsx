import { App, Button } from 'antd'
import { useState } from 'react'
import { monthNumberOf, yearOf } from '../../shared/core/dates'
import type { PartRecord } from '../../shared/revenue/contract'
import { openTarget } from '../app/open-target'
import { ChoiceField } from '../components/choice-field'
import { copyText } from '../components/copy-text'
import { FailureNotice } from '../components/failure-notice'
import { RecordDrawer } from '../components/record-drawer'
import { useCall } from '../desk'
import { monthDrawerText as text, tipText } from '../text/revenue'
import type { Day } from './day'
import { monthOfYear } from './list-state'

interface Behind {
  readonly figure: string
  readonly records: readonly PartRecord[]
}

function BehindList({ figure, records, onGone }: Behind & { readonly onGone: () => void }) {
  return (
    <section className="section">
      <h2>{text.behind(figure)}</h2>
      {records.length === 0 && <p className="soft">{text.nothingBehind}</p>}
      <ul className="rev-lines">
        {records.map(({ kind, id, title }) => (
          <li key={id}>
            <button
              type="button"
              className="link"
              onClick={() => {
                onGone()
                openTarget({ kind, recordId: id })
              }}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function MonthText({ day, onGone }: { readonly day: Day; readonly onGone: () => void }) {
  const { message } = App.useApp()
  const { year } = day
  const current = yearOf(day.today) === year ? monthNumberOf(day.today) : 12
  const [month, setMonth] = useState(current)
  const [behind, setBehind] = useState<Behind | null>(null)
  const { data, error } = useCall('revenue.monthText', { month: monthOfYear(year, month) }, { keepsPrevious: true })
  const options = Array.from({ length: current }, (_, index) => ({
    value: index + 1,
    label: text.monthLabel(year, index + 1),
  }))
  const copy = (): void => {
    const isDone = copyText(data?.text ?? '')
    void message.open({ type: isDone ? 'success' : 'warning', content: isDone ? tipText.copied : tipText.copyFailed })
  }
  return (
    <>
      <div className="rev-actions">
        <ChoiceField
          label={text.month}
          value={month}
          options={options}
          width={140}
          onChange={(next) => {
            setMonth(next ?? current)
            setBehind(null)
          }}
        />
        <Button className="for-all" type="primary" disabled={!data} onClick={copy}>
          {text.copy}
        </Button>
        <span className="soft">{text.hint}</span>
      </div>
      <FailureNotice error={error} />
      <p className="rev-month">
        {data?.parts.map(({ text: part, records }, index) =>
          records === null ? (
            <span key={index}>{part}</span>
          ) : (
            <button
              key={index}
              type="button"
              className="link figures"
              onClick={() => setBehind({ figure: part, records })}
            >
              {part}
            </button>
          ),
        )}
      </p>
      {behind && <BehindList {...behind} onGone={onGone} />}
    </>
  )
}

/** 月度进展 as text for OA; each figure shows the records behind it. */
export function MonthDrawer({
  day,
  isOpen,
  onClose,
}: {
  readonly day: Day
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  return (
    <RecordDrawer title={text.title} isOpen={isOpen} onClose={onClose} width={640}>
      {isOpen && <MonthText day={day} onGone={onClose} />}
    </RecordDrawer>
  )
}
