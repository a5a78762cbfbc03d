import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import { dropDraft, useDraft } from '../app/kept'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { PrintSheet } from '../components/print-sheet'
import { TextField } from '../components/text-field'
import { useDone } from '../components/undo-notice'
import { call, useCall, type OutputOf } from '../desk'
import { lookBackText as text } from '../text/rectification-follow-up'
import { FilterChoice } from './filter-choices'

type Draw = OutputOf<'rectification.drawSample'>

interface Choice {
  readonly programIds: readonly string[]
  readonly percent: string
  /** Null = the day of the draw. */
  readonly seed: string | null
}
const noChoice: Choice = { programIds: [], percent: '10', seed: null }
const draftKey = 'rectification.sample'

interface SampleSheetProps {
  readonly draw: Draw
  readonly percent: string
  readonly seed: string
  readonly onDone: () => void
}

/** The drawn findings on paper, with what is needed to draw them again. */
function SampleSheet({ draw, percent, seed, onDone }: SampleSheetProps) {
  const words = text.columns
  return (
    <PrintSheet onDone={onDone}>
      <div className="rect-print">
        <h1>{text.printTitle}</h1>
        <p>{text.printNote(draw.pool, percent, seed)}</p>
        <table>
          <thead>
            <tr>
              <th className="rect-print-no">{words.no}</th>
              <th>{words.title}</th>
              <th>{words.program}</th>
              <th>{words.result}</th>
            </tr>
          </thead>
          <tbody>
            {draw.drawn.map(({ id, no, title, programTitle }) => (
              <tr key={id}>
                <td>{no}</td>
                <td>{title}</td>
                <td>{programTitle}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
        <p>{text.printSigned}</p>
      </div>
    </PrintSheet>
  )
}

interface LookBackSampleProps {
  readonly today: IsoDate
  readonly onClose: () => void
}

/** 抽查: a share of the closed findings by a seed, tried first and kept by a second click. */
export function LookBackSample({ today, onClose }: LookBackSampleProps) {
  const programs = useCall('rectification.programs', {}).data ?? []
  const [choice, setChoice] = useDraft<Choice>(draftKey, noChoice)
  const seed = choice.seed ?? today
  const [plannedOn, setPlannedOn] = useState<IsoDate | null>(today)
  const [draw, setDraw] = useState<Draw | null>(null)
  // What was drawn belongs to the choice that it was drawn by.
  const change = (part: Partial<Choice>): void => {
    setDraw(null)
    setChoice(part)
  }
  const [error, setError] = useState<unknown>(null)
  const [isPrinting, setIsPrinting] = useState(false)
  const done = useDone()
  const percent = /^\d{1,3}$/.test(choice.percent) ? Number(choice.percent) : 0
  const isPercentRight = percent >= 1 && percent <= 100
  const isReady = isPercentRight && plannedOn !== null && seed.trim() !== ''
  const run = async (isKept: boolean): Promise<void> => {
    if (!isReady) return
    setError(null)
    try {
      const asked = { programIds: [...choice.programIds], percent, seed, plannedOn, isKept }
      const made = await call('rectification.drawSample', asked)
      setDraw(made)
      if (!isKept) return
      dropDraft(draftKey)
      onClose()
      done(text.kept(made.drawn.length))
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <Modal open title={text.drawTitle} onCancel={onClose} footer={null} width={680}>
      <FilterChoice
        label={text.programs}
        value={choice.programIds}
        options={programs.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(programIds) => change({ programIds })}
        width="100%"
        hasSearch
      />
      <div className="rect-clocks rect-above">
        <Field label={text.percent} error={isPercentRight ? null : text.badPercent}>
          <TextField value={choice.percent} onChange={(next) => change({ percent: next.normalize('NFKC').trim() })} />
        </Field>
        <Field label={text.seed} hint={text.seedHint}>
          <TextField value={seed} onChange={(next) => change({ seed: next })} />
        </Field>
        <Field label={text.plannedOn}>
          <DateField value={plannedOn} today={today} onChange={setPlannedOn} />
        </Field>
      </div>
      <FailureNotice error={error} />
      {draw && (
        <section className="rect-above">
          <p>{text.drawn(draw.pool, draw.drawn.length)}</p>
          <ul className="rect-rows rect-drawn">
            {draw.drawn.map(({ id, no, title, programTitle }) => (
              <li key={id}>
                <span className="rect-nowrap">{no}</span>
                <span className="rect-grow">{title}</span>
                <span className="soft">{programTitle}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="rect-actions">
        <Button disabled={!isReady} onClick={() => void run(false)}>
          {text.preview}
        </Button>
        {draw && (
          <>
            <Button type="primary" disabled={!isReady || draw.drawn.length === 0} onClick={() => void run(true)}>
              {text.keep(draw.drawn.length)}
            </Button>
            <Button onClick={() => setIsPrinting(true)}>{text.print}</Button>
          </>
        )}
      </div>
      {isPrinting && draw && (
        <SampleSheet draw={draw} percent={choice.percent} seed={seed} onDone={() => setIsPrinting(false)} />
      )}
    </Modal>
  )
}
