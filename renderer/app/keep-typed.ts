import { useEffect } from 'react'
import { call } from '../desk'
import { useScreen } from './screen'

/** Typed text is asked to the disk this long after a key, and once more when the page's storage has surely passed it on. Unit: milliseconds. */
const keepMs = 300
const keepAgainMs = 1800

/** Has every change of drafts and lists written to the disk soon, so that they survive a killed program. */
export function useKeepTyped(): void {
  useEffect(() => {
    let timers: readonly number[] = []
    let hasChangedSince = false
    const keep = (): void => {
      // Chromium still writes it by itself a few seconds later when this fails.
      call('shell.keepTyped', {}).catch(console.error)
    }
    const keepAgain = (): void => {
      keep()
      timers = []
      if (hasChangedSince) start()
    }
    // Not put off by further keys, so that steady typing is written as well.
    const start = (): void => {
      hasChangedSince = false
      timers = [window.setTimeout(keep, keepMs), window.setTimeout(keepAgain, keepAgainMs)]
    }
    const stop = useScreen.subscribe((now, before) => {
      if (now.drafts === before.drafts && now.kept === before.kept) return
      if (timers.length === 0) start()
      else hasChangedSince = true
    })
    return () => {
      stop()
      timers.forEach((timer) => window.clearTimeout(timer))
    }
  }, [])
}
