import { useEffect } from 'react'
import { call } from '../desk'
import { lockWindow } from './access-state'

/** The service hears of keys and clicks at most this often. Unit: milliseconds. */
const reportMs = 10_000
const minuteMs = 60_000
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Locks after `minutes` without a key or a pointer, and tells the service meanwhile that somebody is there; null rests. */
export function useAutoLock(minutes: number | null): void {
  useEffect(() => {
    if (minutes === null) return undefined
    let lockTimer = 0
    let reportTimer = 0
    let isToldLater = false
    const lock = (): void => {
      // The service's own clock locks as well when this does not get through.
      lockWindow().catch(console.error)
    }
    const tell = (): void => {
      call('access.active', {}).catch(console.error)
      isToldLater = false
      reportTimer = window.setTimeout(() => {
        reportTimer = 0
        if (isToldLater) tell()
      }, reportMs)
    }
    const seen = (): void => {
      window.clearTimeout(lockTimer)
      lockTimer = window.setTimeout(lock, minutes * minuteMs)
      // What happens within the interval is told at its end, so that the service never counts from an older sign.
      if (reportTimer === 0) tell()
      else isToldLater = true
    }
    seen()
    for (const sign of signs) window.addEventListener(sign, seen, { capture: true, passive: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, seen, { capture: true })
      window.clearTimeout(lockTimer)
      window.clearTimeout(reportTimer)
    }
  }, [minutes])
}
