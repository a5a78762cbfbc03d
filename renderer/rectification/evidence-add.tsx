import { Button, Checkbox, Progress } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { IsoDate } from '../../shared/core/dates'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import { isMeasureDone, isSettled } from '../../shared/rectification/lifecycle'
import { evidenceKinds, type EvidenceKind } from '../../shared/rectification/record'
import { evidenceKindLabels } from '../../shared/terms/rectification'
import { ChoiceField } from '../components/choice-field'
import { DropPlace } from '../components/drop-place'
import { FailureNotice } from '../components/failure-notice'
import { Field } from '../components/field'
import { TextField } from '../components/text-field'
import { workText as text } from '../text/rectification-steps'
import { sizeShown } from './evidence-list'
import { optionsOf } from './filter-choices'
import { useEvidenceUpload, type EvidencePlan, type RunningUpload } from './use-evidence-upload'

const kindOptions = optionsOf(evidenceKinds, evidenceKindLabels)

interface ChosenProps {
  readonly detail: FindingDetail
  readonly files: readonly File[]
  readonly onSend: (plan: EvidencePlan) => void
  readonly onClear: () => void
}

/** The chosen files before they are sent: which measures they prove, all of them unless some are unticked. */
function ChosenFiles({ detail, files, onSend, onClear }: ChosenProps) {
  const { measures } = detail
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const [kind, setKind] = useState<EvidenceKind>('statement')
  const [note, setNote] = useState('')
  const isWorking = detail.state !== 'unclaimed' && detail.state !== 'planning'
  const [marks, setMarks] = useState(isWorking)
  const ticked = measures.filter(({ id }) => !unticked.has(id))
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), [])
  const hasOpen = ticked.some(({ status }) => !isMeasureDone(status))
  const tick = (id: string, isOn: boolean): void => {
    const next = new Set(unticked)
    if (isOn) next.delete(id)
    else next.add(id)
    setUnticked(next)
  }
  // As after 退回: everything else is there already.
  const canSubmit = detail.next.some(({ event, blockedBy }) => event === 'submit' && blockedBy === '')
  const send = (submits: boolean): void =>
    onSend({ measureIds: ticked.map(({ id }) => id), kind, note, marksDone: marks && hasOpen, submits })
  return (
    <div className="rect-form" ref={form}>
      <p className="rect-tight">
        {text.chosen(files.length)}{' '}
        <span className="soft">
          {files.map(({ name, size }) => text.fileOf(name, sizeShown(size))).join(text.comma)}
        </span>
      </p>
      {measures.length > 0 && (
        <fieldset className="rect-ticks">
          <legend className="field-label">{text.forMeasures}</legend>
          <Checkbox
            checked={unticked.size === 0}
            indeterminate={unticked.size > 0 && ticked.length > 0}
            onChange={({ target }) => setUnticked(new Set(target.checked ? [] : measures.map(({ id }) => id)))}
          >
            {text.allMeasures}
          </Checkbox>
          {measures.map(({ id, number, text: words }) => (
            <Checkbox key={id} checked={!unticked.has(id)} onChange={({ target }) => tick(id, target.checked)}>
              {text.measureTick(number, words)}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <div className="rect-grid">
        <Field label={text.kind}>
          <ChoiceField value={kind} options={kindOptions} onChange={(next) => setKind(next ?? 'statement')} />
        </Field>
        <Field label={text.note}>
          <TextField value={note} onChange={setNote} onEnter={() => send(false)} />
        </Field>
      </div>
      {hasOpen && (
        <Checkbox checked={marks} onChange={({ target }) => setMarks(target.checked)}>
          {text.marksDone}
        </Checkbox>
      )}
      <div className="rect-actions">
        <Button type="primary" onClick={() => send(false)}>
          {text.upload}
        </Button>
        {canSubmit && <Button onClick={() => send(true)}>{text.uploadAndSubmit}</Button>}
        <Button type="text" onClick={onClear}>
          {text.clear}
        </Button>
      </div>
    </div>
  )
}

function Running({ running, onStop }: { readonly running: RunningUpload; readonly onStop: () => void }) {
  return (
    <div className="rect-form" role="status">
      <div className="rect-line">
        <span className="rect-grow rect-cut">{text.uploading(running.fileName)}</span>
        <Button size="small" onClick={onStop}>
          {text.cancelUpload}
        </Button>
      </div>
      <Progress percent={running.percent} size="small" aria-label={text.uploading(running.fileName)} />
    </div>
  )
}

interface EvidenceAddProps {
  readonly detail: FindingDetail
  readonly today: IsoDate
  readonly children: ReactNode
}

/** Measures and evidence with the place that takes further files: dropped, or chosen by the button. */
export function EvidenceAdd({ detail, today, children }: EvidenceAddProps) {
  const [files, setFiles] = useState<readonly File[]>([])
  const [empty, setEmpty] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const upload = useEvidenceUpload(detail, today)
  const isClosed = isSettled(detail)
  const take = (chosen: readonly File[]): void => {
    setEmpty(chosen.find(({ size }) => size === 0)?.name ?? null)
    setFiles(chosen.filter(({ size }) => size > 0))
  }
  const send = async (plan: EvidencePlan): Promise<void> => setFiles(await upload.send(files, plan))
  if (isClosed) return <>{children}</>
  return (
    <DropPlace word={text.dropHere} onDrop={(transfer) => take([...transfer.files])}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text.addEvidence}
        onChange={({ target }) => {
          take([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <div className="rect-line">
        <h2 className="rect-grow">{text.measures}</h2>
        <Button className="for-work" disabled={upload.running !== null} onClick={() => input.current?.click()}>
          {text.addEvidence}
        </Button>
      </div>
      {empty !== null && (
        <p className="field-error" role="alert">
          {text.empty(empty)}
        </p>
      )}
      {upload.wasStopped && <p className="soft">{text.cancelled}</p>}
      <FailureNotice error={upload.error} />
      {upload.running && <Running running={upload.running} onStop={upload.stop} />}
      {files.length > 0 && !upload.running && (
        <ChosenFiles detail={detail} files={files} onSend={(plan) => void send(plan)} onClear={() => setFiles([])} />
      )}
      {children}
    </DropPlace>
  )
}
