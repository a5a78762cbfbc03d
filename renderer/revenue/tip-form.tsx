import { App, Button, Modal } from 'antd'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import { CallError } from '../../shared/ipc/client'
import type { RevenueRecord, RevenueTip } from '../../shared/revenue/record'
import { formatChineseDate } from '../../shared/terms/dates'
import { tipLetter, tipTerms } from '../../shared/terms/revenue'
import { dropDraft, useDraft, useKept } from '../app/kept'
import { useShell } from '../app/shell'
import { copyText } from '../components/copy-text'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { useFirstFocus } from '../components/first-focus'
import { PersonField } from '../components/person-field'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction, useCall } from '../desk'
import { tipText as text } from '../text/revenue'

/** What the form is opened for: a new tip, about an entry or not, or one that is mended. */
export interface AskedTip {
  readonly direction: RevenueTip['direction']
  readonly entry: Pick<RevenueRecord, 'id' | 'item' | 'payer' | 'remark'> | null
  readonly tip?: RevenueTip
}

interface TipFormProps {
  readonly isOpen: boolean
  readonly asked: AskedTip
  readonly today: IsoDate
  readonly onClose: () => void
}

interface TipDraft {
  readonly counterpart: string | null
  readonly content: string | null
  readonly sentOn: string | null
  readonly answerDueOn: string | null
  readonly handler: string | null
}

const noDraft: TipDraft = { counterpart: null, content: null, sentOn: null, answerDueOn: null, handler: null }
const lastUsed = { counterpart: text.usualCounterpart as string, handler: '' }

function TipFields({ asked, today, onClose }: Omit<TipFormProps, 'isOpen'>) {
  const { direction, entry, tip } = asked
  const key = `revenue.tip.${tip?.id ?? entry?.id ?? direction}`
  const [draft, setDraft] = useDraft<TipDraft>(key, noDraft)
  const [last, setLast] = useKept('revenue.tip', lastUsed)
  const { bureau } = useShell()
  const { message } = App.useApp()
  const { data: clocks } = useCall('settings.clocks', {})
  const save = useAction('revenue.saveTip')
  const done = useDone()
  const isOut = direction === 'out'
  const values = {
    counterpart: draft.counterpart ?? tip?.counterpart ?? (isOut ? last.counterpart : ''),
    content: draft.content ?? tip?.content ?? (entry ? text.clueContent(entry.item, entry.remark) : ''),
    sentOn: parseIsoDate(draft.sentOn ?? tip?.sentOn ?? today) ?? today,
    answerDueOn: parseIsoDate(draft.answerDueOn ?? tip?.answerDueOn ?? ''),
    handler: draft.handler ?? tip?.handler ?? last.handler,
  }
  const submit = async (copies: boolean): Promise<void> => {
    const { handledOn, result, receiptNo } = tip ?? { handledOn: null, result: '', receiptNo: '' }
    const kept = { id: tip?.id ?? null, direction, handledOn, result, receiptNo }
    try {
      const saved = await save.mutateAsync({ ...kept, ...values, entryId: entry?.id ?? tip?.entryId ?? null })
      dropDraft(key)
      if (isOut) setLast({ counterpart: values.counterpart, handler: values.handler })
      const { answerDueOn } = saved
      const isCopied = copies && copyText(tipLetter({ ...values, answerDueOn }, bureau.name, entry))
      if (copies && !isCopied) void message.warning(text.copyFailed)
      const due = answerDueOn === null ? null : formatChineseDate(answerDueOn)
      done(due === null ? text.savedPlain : isCopied ? text.savedCopied(due) : text.saved(due))
      onClose()
    } catch (error) {
      // Shown below by the mutation's own error.
      if (!(error instanceof CallError)) throw error
    }
  }
  const clock = clocks?.find(({ key: name }) => name === 'tipAnswerWorkdays')
  const dueHint = clock ? text.dueHint(clock.workdays) : null
  return (
    <div className="tip-form">
      {entry && <p className="soft">{text.about(entry.item)}</p>}
      <div className="rev-grid">
        <Field label={tipTerms.counterpart.label} isRequired>
          <TextField value={values.counterpart} onChange={(counterpart) => setDraft({ counterpart })} />
        </Field>
        <Field label={tipTerms.handler.label}>
          <PersonField value={values.handler} onChange={(handler) => setDraft({ handler })} />
        </Field>
        <Field label={tipTerms.sentOn.label} isRequired>
          <DateField value={values.sentOn} today={today} onChange={(day) => setDraft({ sentOn: day ?? '' })} />
        </Field>
        <Field label={tipTerms.answerDueOn.label} hint={dueHint}>
          <DateField
            value={values.answerDueOn}
            today={today}
            onChange={(day) => setDraft({ answerDueOn: day ?? '' })}
          />
        </Field>
        <div className="rev-wide">
          <Field label={tipTerms.content.label} isRequired>
            <TextField isMultiline rows={4} value={values.content} onChange={(content) => setDraft({ content })} />
          </Field>
        </div>
      </div>
      <FailureNotice error={save.error} />
      <div className="rev-actions">
        {isOut && (
          <Button type="primary" disabled={save.isPending} onClick={() => void submit(true)}>
            {text.saveAndCopy}
          </Button>
        )}
        <Button type={isOut ? 'default' : 'primary'} disabled={save.isPending} onClick={() => void submit(false)}>
          {text.save}
        </Button>
      </div>
    </div>
  )
}

/** A tip out or in. Closing keeps what was typed. */
export function TipForm({ isOpen, asked, today, onClose }: TipFormProps) {
  useFirstFocus('.tip-form input', isOpen ? 'open' : null)
  return (
    <Modal
      title={asked.direction === 'out' ? text.formOut : text.formIn}
      open={isOpen}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      width={620}
    >
      <TipFields asked={asked} today={today} onClose={onClose} />
    </Modal>
  )
}
