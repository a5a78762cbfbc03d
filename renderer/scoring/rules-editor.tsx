import { Button } from 'antd'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { CallError } from '../../shared/ipc/client'
import type { RuleRow } from '../../shared/scoring/contract'
import { ruleKindLabels } from '../../shared/terms/rules'
import { dropDraft, useDraft, useHasDraft } from '../app/kept'
import { useShell } from '../app/shell'
import { ActionButton } from '../components/action-button'
import { FailureNotice, sentenceOf } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { rulesText as text } from '../text/rules'
import {
  draftKeyOf,
  finished,
  nothingTyped,
  problemsOf,
  RuleFormContext,
  type RuleTarget,
  type TypedRule,
} from './rules-edit'
import { textAt, withValue, isFields, type Fields, type Path } from './rules-form'
import { RuleSections } from './rules-sections'
import { TrialTable, type Trial } from './rules-trial'

const versionRefusals: ReadonlySet<string> = new Set(['ruleVersionTaken', 'ruleVersionOlder'])

interface EditorProps {
  readonly target: RuleTarget
  /** The document before anything was typed. */
  readonly start: Fields
  /** Buttons beside the title. */
  readonly extra: ReactNode
  readonly onClose: () => void
}

interface Refused {
  readonly document: Fields
  readonly error: unknown
}

interface Tried {
  readonly document: Fields
  readonly trial: Trial
  /** Each trial is shown anew. */
  readonly no: number
}

/** What the check and the store say against the document as it stands. */
function useProblems(kind: RuleRow['kind'], document: Fields, hasTried: boolean, refused: Refused | null) {
  return useMemo(() => {
    const problems = new Map(hasTried ? problemsOf(kind, document) : [])
    if (refused?.document === document && refused.error instanceof CallError) {
      if (versionRefusals.has(refused.error.failure.code)) problems.set('version', sentenceOf(refused.error))
    }
    return problems
  }, [kind, document, hasTried, refused])
}

function headingOf({ kind, mode, base }: RuleTarget, document: Fields): string {
  const name = textAt(document, ['name'])
  if (base === null) return text.heading.new(ruleKindLabels[kind])
  return mode === 'copy'
    ? text.heading.copy(name, base.version)
    : text.heading.edit(name, textAt(document, ['version']))
}

/** The form of a rule with trial, draft and issue; what is typed stays until it is saved or thrown away. */
export function RuleEditor({ target, start, extra, onClose }: EditorProps) {
  const { kind } = target
  const { today } = useShell()
  const done = useDone()
  const key = draftKeyOf(target)
  const [typed, change] = useDraft<TypedRule>(key, nothingTyped)
  const hasDraft = useHasDraft(key)
  const [hasTried, setHasTried] = useState(false)
  const [tried, setTried] = useState<Tried | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [lacksReason, setLacksReason] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const document = typed.document ?? start
  const problems = useProblems(kind, document, hasTried, refused)
  const name = textAt(document, ['name'])
  const version = textAt(document, ['version'])

  const set = (path: Path, value: unknown): void =>
    change((now) => {
      const next = withValue(now.document ?? start, path, value)
      return isFields(next) ? { document: next } : {}
    })
  const showFirst = (): void => {
    // Once what is wrong is drawn.
    window.setTimeout(() => form.current?.querySelector('.field-error')?.scrollIntoView({ block: 'center' }))
  }
  /** The document to be sent; null while something in it is wrong. */
  const checked = (): Fields | null => {
    const wanted = finished(kind, document)
    if (problemsOf(kind, wanted).size === 0) return wanted
    setHasTried(true)
    showFirst()
    return null
  }
  const tryOut = async (): Promise<void> => {
    const rule = checked()
    if (!rule) return
    const trial = await call('scoring.trial', { kind, rule })
    setTried((last) => ({ document, trial, no: (last?.no ?? 0) + 1 }))
  }
  const save = async (status: 'draft' | 'issued'): Promise<void> => {
    const rule = checked()
    setLacksReason(typed.reason.trim() === '')
    if (!rule || typed.reason.trim() === '') return
    try {
      await call('scoring.saveRule', { kind, rule, status, reason: typed.reason.trim() })
    } catch (error) {
      setRefused({ document, error })
      return showFirst()
    }
    dropDraft(key)
    done(text.saved(status, name, version))
    onClose()
  }
  const discard = (): void => {
    dropDraft(key)
    onClose()
  }
  const isTried = tried?.document === document
  return (
    <RuleFormContext value={{ document, problems, isReadOnly: false, today, set }}>
      <div className="rules-head">
        <Button size="small" onClick={onClose}>
          {text.back}
        </Button>
        <b>{headingOf(target, document)}</b>
        {hasDraft && <span className="soft">{text.unsaved}</span>}
        <span className="rules-head-actions">{extra}</span>
      </div>
      <div className="rules-scroll" ref={form}>
        <RuleSections kind={kind} />
        {tried && <TrialTable key={tried.no} trial={tried.trial} isStale={!isTried} />}
      </div>
      <div className="rules-foot">
        {refused?.document === document && <FailureNotice error={refused.error} />}
        {problems.size > 0 && (
          <div role="status">
            <span className="field-error">{text.problems(problems.size)}</span>{' '}
            <button type="button" className="link" onClick={showFirst}>
              {text.toFirst}
            </button>
          </div>
        )}
        <div className="rules-foot-line">
          <div className="rules-reason">
            <Field
              label={text.reason}
              isRequired
              error={lacksReason && typed.reason.trim() === '' ? text.reasonMissing : null}
            >
              <TextField
                value={typed.reason}
                placeholder={text.reasonHint}
                maxLength={2000}
                onChange={(reason) => change({ reason })}
              />
            </Field>
          </div>
          <ActionButton run={tryOut}>{text.tryOut}</ActionButton>
          <ActionButton run={() => save('draft')}>{text.saveDraft}</ActionButton>
          <ActionButton
            type="primary"
            disabled={!isTried}
            title={isTried ? '' : text.issueHint}
            run={() => save('issued')}
          >
            {text.issue}
          </ActionButton>
          <Button type="text" onClick={discard}>
            {text.discard}
          </Button>
        </div>
        {!isTried && <span className="soft">{text.issueHint}</span>}
      </div>
    </RuleFormContext>
  )
}
