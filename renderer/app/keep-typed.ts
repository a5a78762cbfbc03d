import { useEffect } from 'react'
import { call } from '../desk'
import { useScreen } from './screen'

/** Typed text is on the disk this long after a key at the latest. Unit: milliseconds. */
const keepMs = 300

/** Has every change of drafts and lists written to the disk soon, so that they survive a killed program. */
export function useKeepTyped(): void {
  useEffect(() => {
    let timer: number | undefined
    const keep = (): void => {
      timer = undefined
      // Chromium still writes it by itself a few seconds later when this fails.
      call('shell.keepTyped', {}).catch(console.error)
    }
    // Not put off by further keys, so that steady typing is written as well.
    const stop = useScreen.subscribe((now, before) => {
      if (now.drafts !== before.drafts || now.kept !== before.kept) timer ??= window.setTimeout(keep, keepMs)
    })
    return () => {
      stop()
      window.clearTimeout(timer)
    }
  }, [])
}
