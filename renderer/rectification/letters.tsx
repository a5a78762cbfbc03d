import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import { isLetterFitting, proposedLetter } from '../../shared/rectification/letters'
import { letterKinds, type LetterDraft } from '../../shared/rectification/paper-contract'
import { letterKindLabels } from '../../shared/terms/rectification'
import { dropDraft, useDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { DateField } from '../components/date-field'
import { ExportButton } from '../components/export-button'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { call, useCall } from '../desk'
import { letterText as text } from '../text/rectification-papers'

interface TypedLetter extends Partial<Omit<LetterDraft, 'kind' | 'paragraphs'>> {
  readonly body?: string
}
const nothingTyped: TypedLetter = {}

function paragraphsOf(body: string): string[] {
  return body
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

interface LetterFormProps {
  readonly findingId: string
  readonly draft: LetterDraft
  readonly onClose: () => void
}

/** A letter drafted from the finding's facts; what is changed here is kept, goes out and is filed. */
function LetterForm({ findingId, draft, onClose }: LetterFormProps) {
  const key = `rectification.letter.${findingId}.${draft.kind}`
  const [typed, change] = useDraft<TypedLetter>(key, nothingTyped)
  const { today } = useShell()
  const { body = draft.paragraphs.join('\n\n'), ...changed } = typed
  const letter: LetterDraft = { ...draft, ...changed, paragraphs: paragraphsOf(body) }
  const isWhole =
    letter.paragraphs.length > 0 && [letter.title, letter.to, letter.signer].every((part) => part.trim() !== '')
  return (
    <Modal open title={letterKindLabels[draft.kind]} onCancel={onClose} footer={null} width={760}>
      <div className="rect-grid">
        <Field label={text.heading} isRequired>
          <TextField value={letter.title} onChange={(title) => change({ title })} />
        </Field>
        <Field label={text.docNo}>
          <TextField value={letter.docNo} onChange={(docNo) => change({ docNo })} />
        </Field>
        <Field label={text.to} isRequired>
          <TextField value={letter.to} onChange={(to) => change({ to })} />
        </Field>
        <Field label={text.signedOn} isRequired>
          <DateField value={letter.signedOn} today={today} onChange={(day) => day && change({ signedOn: day })} />
        </Field>
        <Field label={text.signer} isRequired>
          <TextField value={letter.signer} onChange={(signer) => change({ signer })} />
        </Field>
        <div className="rect-wide">
          <Field label={text.body} isRequired>
            <TextField isMultiline rows={8} value={body} onChange={(next) => change({ body: next })} />
          </Field>
        </div>
      </div>
      <div className="rect-actions">
        <ExportButton
          type="primary"
          disabled={!isWhole}
          write={async (folder) => {
            const made = await call('rectification.issueLetter', { ...letter, findingId, folder })
            dropDraft(key)
            onClose()
            return made
          }}
          sentenceOf={() => text.issued}
        >
          {text.issue}
        </ExportButton>
        <Button type="text" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </Modal>
  )
}

/** 督办、提醒、告诫: letters that fit the finding today, drafted from its facts, and those that went out. */
export function Letters({ detail }: { readonly detail: FindingDetail }) {
  const { id: findingId } = detail
  const sent = useCall('rectification.letters', { findingId }).data
  const [draft, setDraft] = useState<LetterDraft | null>(null)
  const { today } = useShell()
  const fitting = letterKinds.filter((kind) => isLetterFitting(detail, kind, today))
  const proposed = sent ? proposedLetter(detail, sent, today) : null
  if (!sent || (fitting.length === 0 && sent.length === 0)) return null
  return (
    <section className="section" aria-label={text.title}>
      <div className="rect-line">
        <h2 className="rect-grow">{text.title}</h2>
        {fitting.map((kind) => (
          <ActionButton
            key={kind}
            size="small"
            type={kind === proposed ? 'primary' : 'default'}
            does="rectification.issueLetter"
            run={async () => setDraft(await call('rectification.draftLetter', { findingId, kind }))}
          >
            {text.make[kind]}
          </ActionButton>
        ))}
      </div>
      {sent.length === 0 && <p className="soft rect-tight">{text.none}</p>}
      <ul className="rect-rows">
        {sent.map(({ id, kind, docNo, to, issuedOn, issuedBy }) => (
          <li key={id}>{text.line(letterKindLabels[kind], docNo, to, issuedOn, issuedBy)}</li>
        ))}
      </ul>
      {draft && <LetterForm findingId={findingId} draft={draft} onClose={() => setDraft(null)} />}
    </section>
  )
}
