import { lazy, Suspense, useEffect, useRef, type ChangeEvent } from 'react'
import { CallError } from '../../shared/ipc/client'
import { useScreen } from '../app/screen'
import { closeImport, useImport, type ImportView } from '../tables/import-state'
import { receiveText as text } from '../text/exchange'
import { useOpenedFile } from './opened-file'
import { closeReceive, openIncoming, openIncomingFile, useReceive, type IncomingFile } from './receive-state'
import { closeSend, useSend } from './send-state'

const SendDrawer = lazy(async () => ({ default: (await import('./send-drawer')).SendDrawer }))
const ReceiveDrawer = lazy(async () => ({ default: (await import('./receive-drawer')).ReceiveDrawer }))

/** The file of a refused import when it is a package, which comes in by its own door. */
function packageOf(view: ImportView): IncomingFile | null {
  if (view.kind !== 'refused' || view.source.kind !== 'file' || !(view.error instanceof CallError)) return null
  const { fileName, bytes } = view.source
  return view.error.failure.code === 'fileIsPackage' ? { fileName, bytes } : null
}

/** Takes over packages that were dropped on the window or chosen in the import. */
function useHandedOver(): void {
  useEffect(
    () =>
      useImport.subscribe(({ view }) => {
        const file = packageOf(view)
        if (!file) return
        closeImport()
        void openIncoming(file)
      }),
    [],
  )
}

/** What is looked at belongs to the page it was asked for on. */
function useCloseWithRoom(): void {
  useEffect(
    () =>
      useScreen.subscribe((state, before) => {
        if (state.room === before.room) return
        closeSend()
        closeReceive()
      }),
    [],
  )
}

function FilePicker() {
  const picker = useRef<HTMLInputElement>(null)
  const wish = useReceive((state) => state.pickWish)
  const answered = useRef(wish)
  useEffect(() => {
    if (answered.current === wish) return
    answered.current = wish
    picker.current?.click()
  }, [wish])
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0]
    if (file) void openIncomingFile(file)
    // The same file may be chosen again.
    event.target.value = ''
  }
  return <input ref={picker} type="file" hidden aria-label={text.choose} data-testid="incoming-file" onChange={take} />
}

/** 上报包 and 接收文件 beside whatever page asked for them. Mounted once. */
export function ExchangeHost() {
  useHandedOver()
  useOpenedFile()
  useCloseWithRoom()
  const isSending = useSend((state) => state.period !== null)
  const isReceiving = useReceive((state) => state.view.kind !== 'closed')
  return (
    <>
      <FilePicker />
      <Suspense fallback={null}>
        {isSending && <SendDrawer />}
        {isReceiving && <ReceiveDrawer />}
      </Suspense>
    </>
  )
}
