import { useRef, useState } from 'react'
import { isMeasureDone } from '../../shared/rectification/lifecycle'
import type { IsoDate } from '../../shared/core/dates'
import type { FindingDetail } from '../../shared/rectification/finding-rows'
import type { EvidenceKind } from '../../shared/rectification/record'
import { dropDraft } from '../app/kept'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { workText as text } from '../text/rectification-steps'
import { keptStep, stepKeyOf } from './kept-step'
import { stepInputOf } from './step-draft'
import { uploadInParts, type UploadCalls } from './upload'

const calls: UploadCalls = {
  begin: (input) => call('attachments.begin', input),
  append: (input) => call('attachments.append', input),
  cancel: (input) => call('attachments.cancelUpload', input),
}

/** What the chosen files are evidence of. */
export interface EvidencePlan {
  readonly measureIds: readonly string[]
  readonly kind: EvidenceKind
  readonly note: string
  /** Reports the measures done as well. */
  readonly marksDone: boolean
  /** Submits the finding as well, as its form stands. */
  readonly submits: boolean
}

export interface RunningUpload {
  readonly fileName: string
  /** Unit: percent. */
  readonly percent: number
}

interface EvidenceUpload {
  readonly running: RunningUpload | null
  readonly error: unknown
  readonly wasStopped: boolean
  /** Sends the files one after the other; gives those that were not taken. */
  readonly send: (files: readonly File[], plan: EvidencePlan) => Promise<readonly File[]>
  readonly stop: () => void
}

async function reportDone({ measures }: FindingDetail, measureIds: readonly string[], on: IsoDate): Promise<void> {
  for (const { id, status } of measures)
    if (measureIds.includes(id) && !isMeasureDone(status))
      await call('rectification.setMeasureStatus', { id, status: 'done', on })
}

/** The upload has changed the finding, so no version of it is expected; false = the form has no day. */
async function submit(detail: FindingDetail, today: IsoDate): Promise<boolean> {
  const key = stepKeyOf(detail.id, 'submit')
  const input = stepInputOf(keptStep(key), 'submit', detail, today, true)
  if (!input) return false
  await call('rectification.step', { ...input, expectedUpdatedAt: null })
  dropDraft(key)
  return true
}

/** Uploads that may be stopped; what was taken before stays. */
export function useEvidenceUpload(detail: FindingDetail, today: IsoDate): EvidenceUpload {
  const [running, setRunning] = useState<RunningUpload | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [wasStopped, setWasStopped] = useState(false)
  const stopper = useRef<AbortController | null>(null)
  const done = useDone()
  const sendOne = async (file: File, plan: EvidencePlan, signal: AbortSignal): Promise<boolean> => {
    setRunning({ fileName: file.name, percent: 0 })
    const uploadId = await uploadInParts(calls, file, {
      signal,
      onProgress: (received) =>
        setRunning({ fileName: file.name, percent: file.size === 0 ? 100 : Math.floor((received / file.size) * 100) }),
    })
    if (uploadId === null) return false
    const { measureIds, kind, note } = plan
    await call('rectification.addEvidence', { findingId: detail.id, measureIds: [...measureIds], kind, note, uploadId })
    return true
  }
  const send = async (files: readonly File[], plan: EvidencePlan): Promise<readonly File[]> => {
    const stop = new AbortController()
    stopper.current = stop
    setError(null)
    setWasStopped(false)
    let taken = 0
    try {
      for (const file of files) {
        if (!(await sendOne(file, plan, stop.signal))) break
        taken += 1
      }
      if (taken > 0 && plan.marksDone) await reportDone(detail, plan.measureIds, today)
      const isSubmitted = taken === files.length && plan.submits && (await submit(detail, today))
      if (taken > 0) done(isSubmitted ? text.uploadedAndSubmitted(taken) : text.uploaded(taken))
      setWasStopped(stop.signal.aborted)
    } catch (refusal) {
      setError(refusal)
    } finally {
      setRunning(null)
      stopper.current = null
    }
    return files.slice(taken)
  }
  return { running, error, wasStopped, send, stop: () => stopper.current?.abort() }
}
