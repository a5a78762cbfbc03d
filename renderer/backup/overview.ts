import { useEffect } from 'react'
import { queries, queryKey, useCall } from '../desk'

/** A stick is put in and a day begins without anybody telling the window. Unit: milliseconds. */
const askAgainMs = 5 * 60_000

export function refreshOverview(): void {
  void queries.invalidateQueries({ queryKey: queryKey('backup.overview', {}) })
}

export function useOverview() {
  return useCall('backup.overview', {})
}

/** Asks for it anew now and then; for the one piece that is always on the screen. */
export function useOverviewKeptFresh() {
  useEffect(() => {
    const timer = window.setInterval(refreshOverview, askAgainMs)
    return () => window.clearInterval(timer)
  }, [])
  return useOverview()
}
