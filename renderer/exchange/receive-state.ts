import { create } from 'zustand'
import { CallError } from '../../shared/ipc/client'
import type { PackagePreview } from '../../shared/exchange/contract'
import { call } from '../desk'

/** A file that somebody handed over; kept until it is read, since a passphrase may be asked for. */
export interface IncomingFile {
  readonly fileName: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type ReceiveView =
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening'; readonly fileName: string }
  | { readonly kind: 'refused'; readonly file: IncomingFile; readonly error: unknown }
  | { readonly kind: 'preview'; readonly preview: PackagePreview }

interface ReceiveState {
  readonly view: ReceiveView
  /** Rises with each wish to choose a file. */
  readonly pickWish: number
}

export const useReceive = create<ReceiveState>()((): ReceiveState => ({ view: { kind: 'closed' }, pickWish: 0 }))

/** Unit: bytes. Nothing larger is read into memory; the service checks again. */
const largestFile = 256 * 1024 * 1024

/** Asks for a file: the host opens the desktop's own dialog. */
export function wishFile(): void {
  useReceive.setState(({ pickWish }) => ({ pickWish: pickWish + 1 }))
}

function show(view: ReceiveView): void {
  useReceive.setState({ view })
}

/** A preview that could not be forgotten ends with the program. */
function forget(session: string): void {
  call('exchange.discard', { session }).catch(console.error)
}

/** Looks into a file; nothing is written. */
export async function openIncoming(file: IncomingFile, passphrase: string | null = null): Promise<void> {
  closeReceive()
  const opening: ReceiveView = { kind: 'opening', fileName: file.fileName }
  show(opening)
  const isStillWanted = (): boolean => useReceive.getState().view === opening
  try {
    const preview = await call('exchange.open', { ...file, passphrase })
    if (isStillWanted()) show({ kind: 'preview', preview })
    else forget(preview.session)
  } catch (error) {
    if (isStillWanted()) show({ kind: 'refused', file, error })
  }
}

/** Says why a file did not even come as far as being looked into. */
export function refuseIncoming(fileName: string, error: CallError): void {
  show({ kind: 'refused', file: { fileName, bytes: new Uint8Array() }, error })
}

/** A file that was dropped or chosen. Its content is handed on, never its path. */
export async function openIncomingFile(file: File): Promise<void> {
  const { name: fileName, size } = file
  const refuse = (error: CallError): void => refuseIncoming(fileName, error)
  if (size > largestFile) {
    return refuse(new CallError({ code: 'packageTooLarge', params: { file: fileName, limit: sizeText(largestFile) } }))
  }
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return refuse(new CallError({ code: 'fileNotReadable', params: { file: fileName } }))
  }
  await openIncoming({ fileName, bytes })
}

/** Takes a file named like a package; what it really is, is said once it has been opened. */
export function takePackage(file: File): boolean {
  if (!/\.(?:zip|szpkg)$/i.test(file.name)) return false
  void openIncomingFile(file)
  return true
}

function sizeText(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`
}

/** Closes what is open; a preview is forgotten and nothing is written. */
export function closeReceive(): void {
  const { view } = useReceive.getState()
  if (view.kind === 'preview') forget(view.preview.session)
  show({ kind: 'closed' })
}

/** Closes the preview whose content has been taken over. */
export function endReceive(): void {
  show({ kind: 'closed' })
}
