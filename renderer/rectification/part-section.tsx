import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { CallError } from '../../shared/ipc/client'
import { dropDraft, useDraft } from '../app/kept'
import { ActionButton } from '../components/action-button'
import { FailureNotice } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { moneyText as text } from '../text/rectification-steps'

type Texts = Readonly<Record<string, string>>
const noTexts: Partial<Texts> = {}

interface PartFormProps<Entry extends Texts> {
  readonly draftKey: string
  readonly stored: Entry
  readonly render: (entry: Entry, change: (part: Partial<Entry>) => void) => ReactNode
  /** Null while something typed is none; then nothing is saved. */
  readonly save: (entry: Entry) => Promise<unknown> | null
  readonly onClose: () => void
}

/** The fields of one part with 保存. What is typed is kept. */
function PartForm<Entry extends Texts>({ draftKey, stored, render, save, onClose }: PartFormProps<Entry>) {
  const [typed, setTyped] = useDraft<Partial<Texts>>(draftKey, noTexts)
  const [error, setError] = useState<unknown>(null)
  const done = useDone()

  const entry = { ...stored, ...typed }
  const submit = async (): Promise<void> => {
    const saving = save(entry)
    if (saving === null) return
    try {
      await saving
      dropDraft(draftKey)
      onClose()
      done(text.saved)
    } catch (refusal) {
      if (!(refusal instanceof CallError)) throw refusal
      setError(refusal)
    }
  }
  return (
    <div className="rect-form">
      <div className="rect-grid">{render(entry, (part) => setTyped(part))}</div>
      <FailureNotice error={error} />
      <div className="rect-actions">
        <Button type="primary" onClick={() => void submit()}>
          {text.save}
        </Button>
        <Button type="text" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </div>
  )
}

interface PartSectionProps<Part extends { readonly id: string }, Entry extends Texts> {
  readonly title: string
  readonly none: string
  readonly hint?: string
  readonly kind: 'amount' | 'rule' | 'accountability'
  readonly findingId: string
  readonly isLocked: boolean
  readonly parts: readonly Part[]
  /** What stands in the fields; null = a new one. */
  readonly entryOf: (part: Part | null) => Entry
  readonly renderLine: (part: Part) => ReactNode
  readonly renderFields: (entry: Entry, change: (part: Partial<Entry>) => void) => ReactNode
  readonly save: (entry: Entry, id: string | null) => Promise<unknown> | null
}

/** Rows of one kind that belong to a finding: listed, added, changed, removed. */
export function PartSection<Part extends { readonly id: string }, Entry extends Texts>(
  props: PartSectionProps<Part, Entry>,
) {
  const { title, none, hint, kind, findingId, isLocked, parts, entryOf, renderLine, renderFields, save } = props
  const [open, setOpen] = useState<string | null>(null)
  const done = useDone()
  const form = (part: Part | null): ReactNode => (
    <PartForm
      draftKey={`finding-${kind}.${part?.id ?? findingId}`}
      stored={entryOf(part)}
      render={renderFields}
      save={(entry) => save(entry, part?.id ?? null)}
      onClose={() => setOpen(null)}
    />
  )
  return (
    <section className="section">
      <h2>{title}</h2>
      {hint && <p className="soft rect-tight">{hint}</p>}
      {parts.length === 0 && open === null && <p className="soft">{none}</p>}
      <ul className="rect-rows">
        {parts.map((part) =>
          open === part.id ? (
            <li key={part.id}>{form(part)}</li>
          ) : (
            <li key={part.id}>
              <span className="rect-grow rect-text">{renderLine(part)}</span>
              {!isLocked && (
                <>
                  <Button size="small" onClick={() => setOpen(part.id)}>
                    {text.edit}
                  </Button>
                  <ActionButton
                    size="small"
                    run={async () => {
                      await call('rectification.removePart', { kind, id: part.id })
                      done(text.removed)
                    }}
                  >
                    {text.remove}
                  </ActionButton>
                </>
              )}
            </li>
          ),
        )}
      </ul>
      {open === '' && form(null)}
      {open !== '' && !isLocked && (
        <Button size="small" onClick={() => setOpen('')}>
          {text.addOf[kind]}
        </Button>
      )}
    </section>
  )
}
