import { create } from 'zustand'
import { call, type OutputOf } from '../desk'
import { inboxText as text } from '../text/district'

type Received = OutputOf<'district.receive'>

interface ReceiveState {
  /** What is going on, in words; null while nothing is. */
  readonly progress: string | null
  readonly result: Received | null
  readonly error: unknown
  /** Gives the same files once more, with their signers trusted. */
  readonly again: (() => Promise<Received>) | null
}

const idle: ReceiveState = { progress: null, result: null, error: null, again: null }

/** Receiving goes on while the person looks at other pages. */
export const useReceive = create<ReceiveState>(() => idle)

interface Progress {
  readonly stage: 'reading' | 'writing'
  readonly done: number
  readonly total: number
}

function onEvent({ stage, done, total }: Progress): void {
  useReceive.setState({ progress: stage === 'writing' ? text.writing : text.reading(done, total) })
}

/** How a batch of files is handed over; `trustNew` is the person's answer for signers seen for the first time. */
type Hand = (trustNew: boolean) => Promise<Received>

async function run(hand: Hand, trustNew: boolean): Promise<Received | null> {
  useReceive.setState({ progress: text.reading(0, 0), result: null, error: null, again: null })
  try {
    const result = await hand(trustNew)
    const again = result.unknownSigners.length > 0 ? () => hand(true) : null
    useReceive.setState({ progress: null, result, again })
    return result
  } catch (error) {
    useReceive.setState({ progress: null, error })
    return null
  }
}

async function stageAll(files: readonly File[]): Promise<string | null> {
  let session: string | null = null
  for (const [index, file] of files.entries()) {
    useReceive.setState({ progress: text.reading(index, files.length) })
    const bytes = new Uint8Array(await file.arrayBuffer())
    session = (await call('district.stage', { session, fileName: file.name, bytes })).session
  }
  return session
}

/** Takes dropped or chosen files over; null when it was refused, which is then shown. */
export function receiveFiles(files: readonly File[], period: string): Promise<Received | null> {
  return run(async (trustNew) => {
    const session = await stageAll(files)
    if (session === null) return { files: [], taken: 0, unknownSigners: [] }
    return call('district.receive', { session, period, trustNew }, { onEvent })
  }, false)
}

/** Takes the files of a folder over that the shell granted. */
export function receiveFolder(folder: string, period: string): Promise<Received | null> {
  return run((trustNew) => call('district.receiveFolder', { folder, period, trustNew }, { onEvent }), false)
}

/** The same files again, now that the fingerprints were compared. */
export function receiveTrusted(): Promise<Received | null> {
  const { again } = useReceive.getState()
  return again ? run(again, true) : Promise.resolve(null)
}

export function closeResult(): void {
  useReceive.setState(idle)
}
