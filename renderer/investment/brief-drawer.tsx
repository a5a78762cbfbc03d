import { Button } from 'antd'
import { useState } from 'react'
import { monthOf, type Month } from '../../shared/core/dates'
import type { BriefRecord } from '../../shared/investment/record'
import { ActionButton } from '../components/action-button'
import { RecordDrawer } from '../components/record-drawer'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { listText, routineText as text } from '../text/investment'
import { BriefForm } from './brief-form'
import type { Day } from './day'
import { useFirstFocus } from './first-focus'
import type { MonthCellData } from './month-grid'

interface BriefDrawerProps {
  /** The month that is open; none closes the drawer. */
  readonly cell: MonthCellData | undefined
  readonly day: Day
  readonly onClose: () => void
}

/** The items of one month, and the form for another. */
export function BriefDrawer({ cell, day, onClose }: BriefDrawerProps) {
  useFirstFocus('.brief-form input', cell ? cell.month : null)
  const title = cell ? text.briefs(text.month(Number(cell.month.slice(5)))) : ''
  return (
    <RecordDrawer title={title} isOpen={cell !== undefined} onClose={onClose}>
      {cell && <BriefsOfMonth key={cell.month} month={cell.month} briefs={cell.briefs} day={day} />}
    </RecordDrawer>
  )
}

function BriefLine({ brief, onEdit }: { readonly brief: BriefRecord; readonly onEdit: () => void }) {
  const done = useDone()
  const isElsewhere = brief.submittedOn !== null && monthOf(brief.submittedOn) !== brief.month
  return (
    <li>
      <span className="brief-title">
        {brief.isSample && <span className="lead-flag">{listText.sample}</span>}
        {brief.title}
        <div className="soft figures">
          {[
            brief.submittedOn ?? text.notSubmitted,
            brief.channel,
            brief.characterCount === null ? '' : text.characters(brief.characterCount),
            brief.isAccepted ? text.accepted : text.notAccepted,
            isElsewhere ? text.meantFor(text.month(Number(brief.month.slice(5)))) : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </div>
      </span>
      <Button size="small" onClick={onEdit}>
        {text.edit}
      </Button>
      <ActionButton
        size="small"
        run={async () => {
          await call('investment.removeBrief', { id: brief.id })
          done(text.briefRemoved)
        }}
      >
        {text.remove}
      </ActionButton>
    </li>
  )
}

interface BriefsOfMonthProps {
  readonly month: Month
  readonly briefs: readonly BriefRecord[]
  readonly day: Day
}

function BriefsOfMonth({ month, briefs, day }: BriefsOfMonthProps) {
  const [edited, setEdited] = useState<BriefRecord | null>(null)
  // A new form after each save, so that the next item starts empty.
  const [round, setRound] = useState(0)
  return (
    <>
      <ul className="brief-list">
        {briefs.map((brief) => (
          <BriefLine key={brief.id} brief={brief} onEdit={() => setEdited(brief)} />
        ))}
      </ul>
      <section className="section">
        <h2>{edited ? text.editBrief : text.addBrief}</h2>
        <BriefForm
          key={`${edited?.id ?? 'new'} ${round}`}
          brief={edited}
          month={month}
          day={day}
          onSaved={() => {
            setEdited(null)
            setRound(round + 1)
          }}
          {...(edited ? { onCancel: () => setEdited(null) } : {})}
        />
      </section>
    </>
  )
}
