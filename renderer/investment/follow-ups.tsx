import { AutoComplete, Button, Timeline } from 'antd'
import { useState } from 'react'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { formatChineseDate } from '../../shared/terms/dates'
import type { LeadDetail } from '../../shared/investment/contract'
import { dropDraft, useDraft } from '../app/kept'
import { CompositionGuard } from '../components/composition-guard'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction } from '../desk'
import { followText as text } from '../text/investment'

interface Entry {
  readonly on: string | null
  readonly way: string
  readonly text: string
}
const noEntry: Entry = { on: null, way: '', text: '' }
const ways = text.ways.map((value) => ({ value }))

function AddFollowUp({ leadId, today }: { readonly leadId: string; readonly today: IsoDate }) {
  const key = `lead-follow.${leadId}`
  const [entry, setEntry] = useDraft<Entry>(key, noEntry)
  const [problem, setProblem] = useState<string | null>(null)
  const add = useAction('investment.addFollowUp')
  const done = useDone()
  const happenedOn = entry.on === null ? today : parseIsoDate(entry.on)
  const submit = (): void => {
    if (!happenedOn) return setProblem(text.needDate)
    if (entry.text.trim() === '') return setProblem(text.needText)
    setProblem(null)
    add.mutate(
      { leadId, happenedOn, way: entry.way.trim(), text: entry.text.trim() },
      {
        onSuccess: () => {
          dropDraft(key)
          done()
        },
      },
    )
  }
  return (
    <div className="lead-grid">
      <Field label={text.on}>
        <DateField value={happenedOn} today={today} onChange={(on) => setEntry({ on: on ?? '' })} />
      </Field>
      <Field label={text.way}>
        <CompositionGuard>
          <AutoComplete
            aria-label={text.way}
            value={entry.way}
            options={ways}
            onChange={(way: string | undefined) => setEntry({ way: way ?? '' })}
            style={{ width: '100%' }}
          />
        </CompositionGuard>
      </Field>
      <div className="lead-wide">
        <Field label={text.text} error={problem} hint={text.keys}>
          <TextField value={entry.text} onChange={(typed) => setEntry({ text: typed })} onEnter={submit} isMultiline />
        </Field>
        <FailureNotice error={add.error} />
        <div className="lead-actions">
          <Button className="for-work" disabled={add.isPending} onClick={submit}>
            {text.add}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** What was said and done with the investor, newest first. */
export function FollowUps({ detail, today }: { readonly detail: LeadDetail; readonly today: IsoDate }) {
  const remove = useAction('investment.removeFollowUp')
  const done = useDone()
  return (
    <section className="section">
      <h2>{text.title}</h2>
      <AddFollowUp leadId={detail.lead.id} today={today} />
      <FailureNotice error={remove.error} />
      {detail.followUps.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <Timeline
          className="follow-ups"
          items={detail.followUps.map((item) => ({
            key: item.id,
            content: (
              <>
                <div className="soft figures">
                  {formatChineseDate(item.happenedOn)} {item.way}
                  <Button
                    size="small"
                    type="text"
                    aria-label={text.remove}
                    onClick={() => remove.mutate({ id: item.id }, { onSuccess: () => done(text.removed) })}
                  >
                    {text.removeShort}
                  </Button>
                </div>
                <div className="follow-text">{item.text}</div>
              </>
            ),
          }))}
        />
      )}
    </section>
  )
}
