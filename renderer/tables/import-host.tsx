import { App } from 'antd'
import { lazy, Suspense, useCallback, useEffect, useRef, type ChangeEvent } from 'react'
import { dropText, previewText } from '../text/tables'
import { useFileDrop } from './file-drop'
import { closeImport, openFile, useImport } from './import-state'
import { OpeningView } from './opening-view'
import { Overlay } from './overlay'
import './tables.css'

const RefusedView = lazy(async () => ({ default: (await import('./refused-view')).RefusedView }))
const PreviewView = lazy(async () => ({ default: (await import('./preview-view')).PreviewView }))
const ResultView = lazy(async () => ({ default: (await import('./result-view')).ResultView }))

const accepted = '.xlsx,.xls,.csv,.et,.zip,.szpkg'

/** Takes a file that comes in by another door; false when it is none of those. */
type TakeOther = (file: File) => boolean

function useTakeFiles(takeOther: TakeOther): (files: readonly File[]) => void {
  const { message } = App.useApp()
  return useCallback(
    (files: readonly File[]) => {
      const { view } = useImport.getState()
      const [first, ...others] = files
      if (view.kind === 'preview') {
        void message.warning(dropText.previewOpen(view.preview.fileName))
      } else if (!first) {
        void message.info(dropText.noFile)
      } else {
        if (others.length > 0) void message.info(dropText.oneAtATime)
        if (!takeOther(first)) void openFile(first)
      }
    },
    [message, takeOther],
  )
}

function FilePicker({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const picker = useRef<HTMLInputElement>(null)
  const wish = useImport((state) => state.pickWish)
  const answered = useRef(wish)
  useEffect(() => {
    if (answered.current === wish) return
    answered.current = wish
    picker.current?.click()
  }, [wish])
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])]
    // The same file may be chosen again after it was mended.
    event.target.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <input
      ref={picker}
      type="file"
      hidden
      accept={accepted}
      aria-label={dropText.chooseFile}
      data-testid="import-file"
      onChange={take}
    />
  )
}

function OpenView() {
  const view = useImport((state) => state.view)
  switch (view.kind) {
    case 'closed':
      return null
    case 'opening':
      return (
        <Overlay label={previewText.region} onEscape={closeImport}>
          <OpeningView fileName={view.fileName} />
        </Overlay>
      )
    case 'refused':
      return (
        <Overlay label={previewText.region} onEscape={closeImport}>
          <RefusedView {...view} />
        </Overlay>
      )
    case 'preview':
      return <PreviewView key={`${view.preview.session}.${view.preview.tables.length}`} preview={view.preview} />
    case 'done':
      return <ResultView {...view} />
  }
}

/** 导入: files dropped anywhere on the window, the file chooser, and the preview over the page. Mounted once. */
export function ImportHost({ takeOther }: { readonly takeOther: TakeOther }) {
  const takeFiles = useTakeFiles(takeOther)
  const isOver = useFileDrop(takeFiles)
  return (
    <>
      <FilePicker onFiles={takeFiles} />
      <Suspense fallback={null}>
        <OpenView />
      </Suspense>
      {isOver && (
        <div className="import-drop">
          <div>
            <p>{dropText.here}</p>
            <span>{dropText.kinds}</span>
          </div>
        </div>
      )}
    </>
  )
}
