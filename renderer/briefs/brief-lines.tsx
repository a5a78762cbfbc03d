import { Button } from 'antd'
import { useState } from 'react'
import type { BriefRecord } from '../../shared/briefs/record'
import { isShared, usesOf } from '../../shared/briefs/uses'
import { monthOf } from '../../shared/core/dates'
import { briefKindLabels, briefUseLabels } from '../../shared/terms/briefs'
import { ActionButton } from '../components/action-button'
import { Attachments } from '../components/attachments'
import { SampleFlag } from '../components/sample-flag'
import { useDone } from '../components/undo-notice'
import { HistorySection } from '../components/record-history'
import { call } from '../desk'
import { briefText as text } from '../text/briefs'
import { BriefForm } from './brief-form'
import type { BriefPreset } from './brief-words'

/** 「同一篇」, where one text serves several duties. */
export function SharedMark({ brief }: { readonly brief: BriefRecord }) {
  if (!isShared(brief)) return null
  const uses = [...usesOf(brief)].map((use) => briefUseLabels[use])
  return (
    <span className="brief-mark" title={text.sharedHint(uses)}>
      {text.shared}
    </span>
  )
}

function detailsOf(brief: BriefRecord): string {
  const isElsewhere = brief.submittedOn !== null && monthOf(brief.submittedOn) !== brief.month
  return [
    brief.submittedOn ?? text.notSubmitted,
    brief.channel,
    brief.characterCount === null ? '' : text.characters(brief.characterCount),
    usesOf(brief).has('investmentBrief') ? (brief.isAccepted ? text.accepted : text.notAccepted) : '',
    isElsewhere ? text.meantFor(text.monthNumber(brief.month)) : '',
    brief.kind === 'brief' ? '' : briefKindLabels[brief.kind],
    brief.handler,
  ]
    .filter((part) => part !== '')
    .join(text.separator)
}

function BriefLine({ brief, onEdit }: { readonly brief: BriefRecord; readonly onEdit: () => void }) {
  const done = useDone()
  return (
    <li>
      <span className="brief-title">
        <SampleFlag isSample={brief.isSample} name={brief.title} word={text.sample} className="brief-mark" />
        <SharedMark brief={brief} />
        {brief.title}
        <div className="soft figures">{detailsOf(brief)}</div>
      </span>
      <Button size="small" onClick={onEdit}>
        {text.edit}
      </Button>
      <ActionButton
        size="small"
        run={async () => {
          await call('briefs.remove', { id: brief.id })
          done(text.removed)
        }}
      >
        {text.remove}
      </ActionButton>
    </li>
  )
}

interface BriefLinesProps {
  readonly briefs: readonly BriefRecord[]
  readonly preset: BriefPreset
  /** The text that is open for editing at first. */
  readonly openId?: string | null
  readonly onSaved?: (id: string) => void
}

/** Texts of one place with a form below: for another, or for the one that is being changed. */
export function BriefLines({ briefs, preset, openId = null, onSaved }: BriefLinesProps) {
  const [editedId, setEditedId] = useState(openId)
  // A new form after each save, so that the next text starts empty.
  const [round, setRound] = useState(0)
  const edited = briefs.find(({ id }) => id === editedId) ?? null
  return (
    <>
      {briefs.length > 0 && (
        <ul className="brief-list">
          {briefs.map((brief) => (
            <BriefLine key={brief.id} brief={brief} onEdit={() => setEditedId(brief.id)} />
          ))}
        </ul>
      )}
      <section className="section">
        <h2>{edited ? text.editing : text.add}</h2>
        <BriefForm
          key={`${edited?.id ?? 'new'} ${round}`}
          brief={edited}
          preset={preset}
          onSaved={(id) => {
            setEditedId(null)
            setRound(round + 1)
            onSaved?.(id)
          }}
          {...(edited ? { onCancel: () => setEditedId(null) } : {})}
        />
      </section>
      {/* Files of a text lie in the room of its stream. */}
      {edited && <Attachments room={edited.stream} recordId={edited.id} />}
      {edited && <HistorySection key={edited.id} recordId={edited.id} />}
    </>
  )
}
