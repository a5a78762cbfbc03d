import { Button } from 'antd'
import { CallError } from '../../shared/ipc/client'
import type { EnterpriseDuplicate } from '../../shared/registry/contract'
import { checkCreditCode, normaliseCreditCode } from '../../shared/registry/credit-code'
import type { EnterpriseFields, EnterpriseRecord } from '../../shared/registry/record'
import { enterpriseFieldLabels } from '../../shared/terms/registry'
import { dropDraft, useDraft, useHasDraft } from '../app/kept'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { codeText, enterpriseText as text, mergeText } from '../text/registry'

type Typed = Partial<EnterpriseFields>
const nothingTyped: Typed = {}

const lineFields = ['street', 'industry', 'scale', 'contact', 'phone'] as const

/** Under what a draft of an enterprise is kept. */
export function enterpriseDraftKey(id: string | null): string {
  return `enterprise.${id ?? 'new'}`
}

function wordsOf(enterprise: EnterpriseRecord | null): EnterpriseFields {
  const { name, creditCode, street, scale, industry, contact, phone, remark } = enterprise ?? {
    name: '',
    creditCode: '',
    street: '',
    scale: '',
    industry: '',
    contact: '',
    phone: '',
    remark: '',
  }
  return { name, creditCode, street, scale, industry, contact, phone, remark }
}

/** What the check says of a typed code; nothing while it is empty. */
function codeHint(typed: string): string | null {
  if (normaliseCreditCode(typed) === '') return null
  return checkCreditCode(typed) === 'valid' ? codeText.valid : codeText.wrong
}

interface QuestionProps {
  readonly duplicates: readonly EnterpriseDuplicate[]
  readonly onOpen: (id: string) => void
  readonly onMerge?: (duplicate: EnterpriseDuplicate) => void
  readonly onGoOn?: () => void
  readonly isBusy: boolean
}

/** 是同一家吗? The person decides: merge, or go on. */
export function DuplicateQuestion({ duplicates, onOpen, onMerge, onGoOn, isBusy }: QuestionProps) {
  if (duplicates.length === 0) return null
  return (
    <div className="registry-question" role="alert">
      {duplicates.slice(0, 3).map((duplicate) => (
        <div key={duplicate.id} className="registry-line">
          <span className="registry-grow">{duplicate.text}</span>
          <Button size="small" onClick={() => onOpen(duplicate.id)}>
            {mergeText.open}
          </Button>
          {onMerge && (
            <Button size="small" disabled={isBusy} onClick={() => onMerge(duplicate)}>
              {mergeText.merge}
            </Button>
          )}
        </div>
      ))}
      {onGoOn && (
        <Button size="small" disabled={isBusy} onClick={onGoOn}>
          {mergeText.notSame}
        </Button>
      )}
    </div>
  )
}

interface FieldsProps {
  readonly words: EnterpriseFields
  readonly change: (typed: Typed) => void
  readonly onEnter: () => void
}

function EnterpriseFieldRows({ words, change, onEnter }: FieldsProps) {
  return (
    <div className="registry-grid">
      <div className="registry-wide">
        <Field label={enterpriseFieldLabels.name} isRequired>
          <TextField value={words.name} onChange={(name) => change({ name })} onEnter={onEnter} />
        </Field>
      </div>
      <Field label={enterpriseFieldLabels.creditCode} hint={codeHint(words.creditCode)}>
        <TextField value={words.creditCode} onChange={(creditCode) => change({ creditCode })} onEnter={onEnter} />
      </Field>
      {lineFields.map((name) => (
        <Field key={name} label={enterpriseFieldLabels[name]}>
          <TextField value={words[name]} onChange={(value) => change({ [name]: value })} onEnter={onEnter} />
        </Field>
      ))}
      <div className="registry-wide">
        <Field label={enterpriseFieldLabels.remark}>
          <TextField isMultiline value={words.remark} onChange={(remark) => change({ remark })} />
        </Field>
      </div>
    </div>
  )
}

interface EnterpriseFormProps {
  readonly enterprise: EnterpriseRecord | null
  readonly onSaved: (id: string) => void
  readonly onOpen: (id: string) => void
}

/** What the bureau knows of an enterprise; asks before it becomes a second one of the same. */
export function EnterpriseForm({ enterprise, onSaved, onOpen }: EnterpriseFormProps) {
  const key = enterpriseDraftKey(enterprise?.id ?? null)
  const [typed, setTyped] = useDraft<Typed>(key, nothingTyped)
  const hasDraft = useHasDraft(key)
  const save = useAction('registry.saveEnterprise')
  const merge = useAction('registry.mergeEnterprises')
  const done = useDone()
  const words = { ...wordsOf(enterprise), ...typed }
  const isAsking = save.error instanceof CallError && save.error.failure.code === 'enterpriseIsDuplicate'
  const asked = { name: words.name, creditCode: words.creditCode, exceptId: enterprise?.id ?? null }
  const found = useCall('registry.duplicates', asked, { enabled: isAsking })
  const saved = (id: string, sentence: string): void => {
    dropDraft(key)
    done(sentence)
    onSaved(id)
  }
  const submit = (allowDuplicate: boolean): void =>
    save.mutate(
      {
        id: enterprise?.id ?? null,
        fields: enterprise ? typed : words,
        allowDuplicate,
        expectedUpdatedAt: enterprise?.updatedAt ?? null,
      },
      { onSuccess: ({ id }) => saved(id, text.saved) },
    )
  // A new one is no record yet: merging means to go on with the one that is there.
  const mergeWith = (other: EnterpriseDuplicate): void => {
    if (!enterprise) {
      dropDraft(key)
      return onOpen(other.id)
    }
    merge.mutate(
      { keepId: enterprise.id, mergeIds: [other.id] },
      { onSuccess: ({ moved }) => saved(enterprise.id, mergeText.merged(moved)) },
    )
  }
  return (
    <div className="enterprise-form">
      <EnterpriseFieldRows words={words} change={setTyped} onEnter={() => submit(false)} />
      {isAsking ? (
        <DuplicateQuestion
          duplicates={found.data ?? []}
          onOpen={onOpen}
          onMerge={mergeWith}
          onGoOn={() => submit(true)}
          isBusy={save.isPending || merge.isPending}
        />
      ) : (
        <FailureNotice error={save.error} />
      )}
      <FailureNotice error={merge.error} />
      <div className="registry-actions">
        <Button type="primary" disabled={!hasDraft || save.isPending} onClick={() => submit(false)}>
          {text.save}
        </Button>
        {hasDraft && <Button onClick={() => dropDraft(key)}>{text.discard}</Button>}
        {hasDraft && <span className="soft">{text.notSaved}</span>}
      </div>
    </div>
  )
}
