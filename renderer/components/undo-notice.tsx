import { App } from 'antd'
import { useCallback } from 'react'
import { call } from '../desk'
import { undoText } from '../text/app'
import { useFailure } from './failure-notice'

/** One notice at a time, each under a name of its own: one that is just leaving would swallow the next of its name. */
let notices = 0
const noticeKey = (): string => `done-${notices}`
function nextNoticeKey(drop: (key: string) => void): string {
  drop(noticeKey())
  notices += 1
  return noticeKey()
}
/** Unit: seconds. */
const noticeDuration = 10

/** Undo or redo of the newest step, with a word on what happened. */
export function useUndo(): { readonly undo: () => Promise<void>; readonly redo: () => Promise<void> } {
  const { message } = App.useApp()
  const fail = useFailure()
  const run = useCallback(
    async (name: 'core.undoLast' | 'core.redoLast', said: string) => {
      try {
        await call(name, {})
        void message.open({ type: 'success', key: nextNoticeKey(message.destroy), duration: 4, content: said })
      } catch (error) {
        fail(error)
      }
    },
    [message, fail],
  )
  return {
    undo: useCallback(() => run('core.undoLast', undoText.undone), [run]),
    redo: useCallback(() => run('core.redoLast', undoText.redone), [run]),
  }
}

/** Takes the notice of an earlier step away, whose 撤销 would now take back something newer. */
export function useDropNotice(): () => void {
  const { message } = App.useApp()
  return useCallback(() => message.destroy(noticeKey()), [message])
}

/** After a write: `done(sentence)` shows it with 撤销 for ten seconds; one notice at a time. */
export function useDone(): (sentence?: string) => void {
  const { message } = App.useApp()
  const { undo } = useUndo()
  return useCallback(
    (sentence: string = undoText.saved) => {
      const content = (
        <>
          {sentence}
          {undoText.separator}
          <button type="button" className="link" onClick={() => void undo()}>
            {undoText.undo}
          </button>
        </>
      )
      void message.open({ type: 'success', key: nextNoticeKey(message.destroy), duration: noticeDuration, content })
    },
    [message, undo],
  )
}
