import { Button, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { CallError } from '../../shared/ipc/client'
import type { ClueProposal } from '../../shared/revenue/contract'
import { ChoiceField } from '../components/choice-field'
import { FailureNotice } from '../components/failure-notice'
import { useFirstFocus } from '../components/first-focus'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { useAction, useCall, type InputOf, type OutputOf } from '../desk'
import { clueTabText, pasteText as text } from '../text/revenue'
import { amountOf } from './amounts'

type Unit = InputOf<'revenue.proposeClues'>['unit']
type Proposals = OutputOf<'revenue.proposeClues'>

const unitOptions = [
  { value: 'auto', label: text.auto },
  { value: 'yuan', label: text.units.yuan },
  { value: 'tenThousand', label: text.units.tenThousand },
  { value: 'hundredMillion', label: text.units.hundredMillion },
] as const
const choices = [
  { value: 'take', label: text.take },
  { value: 'drop', label: text.drop },
] as const

/** Lines that are dropped, with the reason typed so far; all others are taken. */
type Dropped = Readonly<Record<number, string>>

interface ProposalTableProps {
  readonly proposals: readonly ClueProposal[]
  readonly dropped: Dropped
  readonly onChange: (dropped: Dropped) => void
}

function ProposalTable({ proposals, dropped, onChange }: ProposalTableProps) {
  const words = text.columns
  const choose = (line: number, choice: 'take' | 'drop'): void => {
    const { [line]: _was, ...others } = dropped
    onChange(choice === 'drop' ? { ...others, [line]: '' } : others)
  }
  return (
    <div className="rev-scroll">
      <table className="rev-table">
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col" className="number">
              {words.budget}
            </th>
            <th scope="col" className="number">
              {words.spent}
            </th>
            <th scope="col" className="number">
              {words.rate}
            </th>
            <th scope="col">{words.choice}</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map(({ line, item, unit, budget, spent, rate }) => (
            <tr key={line}>
              <td>{item}</td>
              <td>{unit}</td>
              <td className="number">{amountOf(budget)}</td>
              <td className="number">{amountOf(spent)}</td>
              <td className="number">{rate}</td>
              <td>
                <Segmented<'take' | 'drop'>
                  size="small"
                  aria-label={text.choiceOf(item)}
                  value={line in dropped ? 'drop' : 'take'}
                  options={[...choices]}
                  onChange={(choice) => choose(line, choice)}
                />
                {line in dropped && (
                  <TextField
                    label={text.reasonOf(item)}
                    placeholder={text.reasonHint}
                    hasFocus
                    value={dropped[line] ?? ''}
                    onChange={(reason) => onChange({ ...dropped, [line]: reason })}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: Proposals['problems'] }) {
  if (lines.length === 0) return null
  return (
    <section className="section">
      <h2>{title}</h2>
      <ul className="rev-lines">
        {lines.map(({ line, text: said }) => (
          <li key={line}>
            {text.line(line)} {said}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ResultProps {
  readonly data: Proposals
  readonly onAgain: () => void
  readonly onDone: () => void
}

function Result({ data, onAgain, onDone }: ResultProps) {
  const [dropped, setDropped] = useState<Dropped>({})
  const accept = useAction('revenue.acceptClues')
  const done = useDone()
  const { proposals } = data
  const refused = proposals.filter(({ line }) => line in dropped)
  const taken = proposals.filter(({ line }) => !(line in dropped))
  const isReasonMissing = refused.some(({ line }) => (dropped[line] ?? '').trim() === '')
  const submit = async (): Promise<void> => {
    try {
      const reasons = refused.map((proposal) => ({ proposal, reason: (dropped[proposal.line] ?? '').trim() }))
      const counts = await accept.mutateAsync({ accepted: taken, dropped: reasons })
      done(text.done(counts.accepted, counts.dropped))
      onDone()
    } catch (error) {
      // Shown below by the mutation's own error.
      if (!(error instanceof CallError)) throw error
    }
  }
  return (
    <>
      <p>{proposals.length === 0 ? text.none : text.found(data.read, proposals.length)}</p>
      <p className="soft">
        {text.unitFrom[data.unitFrom](text.units[data.unit])} {clueTabText.rateRule}
      </p>
      {proposals.length > 0 && <ProposalTable proposals={proposals} dropped={dropped} onChange={setDropped} />}
      <Lines title={text.known} lines={data.known} />
      <Lines title={text.problems} lines={data.problems} />
      <FailureNotice error={accept.error} />
      <div className="rev-actions">
        <Button
          type="primary"
          disabled={proposals.length === 0 || isReasonMissing || accept.isPending}
          onClick={() => void submit()}
        >
          {text.confirm(taken.length, refused.length)}
        </Button>
        <Button onClick={onAgain}>{text.again}</Button>
        {isReasonMissing && <span className="soft">{text.reasonMissing}</span>}
      </div>
    </>
  )
}

function PasteBody({ onClose }: { readonly onClose: () => void }) {
  const [pasted, setPasted] = useState('')
  const [unit, setUnit] = useState<Unit>(null)
  const { data, error } = useCall('revenue.proposeClues', { text: pasted, unit }, { enabled: pasted !== '' })
  return (
    <>
      <div className="rev-actions">
        <span className="soft">{text.unit}</span>
        <ChoiceField<'auto' | NonNullable<Unit>>
          label={text.unit}
          value={unit ?? 'auto'}
          options={unitOptions}
          width={110}
          onChange={(next) => setUnit(next === 'auto' ? null : next)}
        />
        {pasted === '' && <span className="soft rev-grow">{text.hint}</span>}
      </div>
      <FailureNotice error={error} />
      {(pasted === '' || Boolean(error)) && (
        <Input.TextArea
          className="paste-clues"
          rows={5}
          value=""
          style={{ marginTop: 8 }}
          aria-label={text.title}
          placeholder={text.here}
          onChange={() => undefined}
          onPaste={(event) => {
            event.preventDefault()
            setPasted(event.clipboardData.getData('text/plain'))
          }}
        />
      )}
      {data && pasted !== '' && (
        <Result key={`${unit ?? 'auto'} ${pasted}`} data={data} onAgain={() => setPasted('')} onDone={onClose} />
      )}
    </>
  )
}

/** 「粘贴预算表」: rows under 30% of their budget become clues, or are dropped with a reason. */
export function PasteCluesButton() {
  const [isOpen, setIsOpen] = useState(false)
  const close = (): void => setIsOpen(false)
  useFirstFocus('textarea.paste-clues', isOpen ? 'open' : null)
  return (
    <>
      <Button type="primary" onClick={() => setIsOpen(true)}>
        {text.title}
      </Button>
      <Modal title={text.title} open={isOpen} onCancel={close} footer={null} destroyOnHidden width={860}>
        <PasteBody onClose={close} />
      </Modal>
    </>
  )
}
