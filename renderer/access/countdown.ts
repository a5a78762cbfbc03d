import { useCallback, useEffect, useState } from 'react'

/** Unit: milliseconds. */
const tickMs = 250

/** Whole seconds that are left since `start(seconds)`; 0 when the wait is over. */
export function useCountdown(): readonly [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0)
  const [until, setUntil] = useState<number | null>(null)
  useEffect(() => {
    if (until === null) return undefined
    const timer = window.setInterval(() => {
      const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000))
      setLeft(seconds)
      if (seconds === 0) setUntil(null)
    }, tickMs)
    return () => window.clearInterval(timer)
  }, [until])
  const start = useCallback((seconds: number) => {
    setLeft(seconds)
    setUntil(performance.now() + seconds * 1000)
  }, [])
  return [left, start]
}
