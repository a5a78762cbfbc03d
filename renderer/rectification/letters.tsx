import { Button, Modal } from 'antd'
import { useState } from 'react'
import { letterKinds, type LetterDraft } from '../../shared/rectification/paper-contract'
import { letterKindLabels } from '../../shared/terms/rectification'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { DateField } from '../components/date-field'
import { ExportButton } from '../components/export-button'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { call, useCall } from '../desk'
import { letterText as text } from '../text/rectification-papers'

interface LetterFormProps {
  readonly findingId: string
  readonly draft: LetterDraft
  readonly onClose: () => void
}

/** A letter drafted from the finding's facts; what is changed here goes out and is kept. */
function LetterForm({ findingId, draft, onClose }: LetterFormProps) {
  const [letter, setLetter] = useState(draft)
  const [body, setBody] = useState(draft.paragraphs.join('\n\n'))
  const { today } = useShell()
  const change = (part: Partial<LetterDraft>): void => setLetter((now) => ({ ...now, ...part }))
  const paragraphs = body
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
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
      </div>
      <Field label={text.body} isRequired>
        <TextField isMultiline rows={8} value={body} onChange={setBody} />
      </Field>
      <div className="rect-actions">
        <ExportButton
          type="primary"
          disabled={paragraphs.length === 0 || letter.title.trim() === '' || letter.to.trim() === ''}
          write={async (folder) => {
            const made = await call('rectification.issueLetter', { ...letter, paragraphs, findingId, folder })
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

/** 督办、提醒、告诫: letters of a finding, drafted from its facts, and those that went out. */
export function Letters({ findingId }: { readonly findingId: string }) {
  const sent = useCall('rectification.letters', { findingId }).data
  const [draft, setDraft] = useState<LetterDraft | null>(null)
  return (
    <section className="section" aria-label={text.title}>
      <div className="rect-line">
        <h2>{text.title}</h2>
        {letterKinds.map((kind) => (
          <ActionButton
            key={kind}
            size="small"
            run={async () => setDraft(await call('rectification.draftLetter', { findingId, kind }))}
          >
            {text.make[kind]}
          </ActionButton>
        ))}
      </div>
      {sent?.length === 0 && <p className="soft">{text.none}</p>}
      <ul className="rect-rows">
        {sent?.map(({ id, kind, docNo, to, issuedOn, issuedBy }) => (
          <li key={id}>{text.line(letterKindLabels[kind], docNo, to, issuedOn, issuedBy)}</li>
        ))}
      </ul>
      {draft && <LetterForm findingId={findingId} draft={draft} onClose={() => setDraft(null)} />}
    </section>
  )
}
