import { useEffect } from 'react'

/** The window's own focus lock takes the focus when it opens; ours comes after it. Unit: milliseconds. */
const afterOpening = 150

/** Once `key` names something that is open, the keyboard stands in the first field that the selector finds. */
export function useFirstFocus(selector: string, key: string | null): void {
  useEffect(() => {
    if (key === null) return undefined
    const timer = window.setTimeout(() => document.querySelector<HTMLElement>(selector)?.focus(), afterOpening)
    return () => window.clearTimeout(timer)
  }, [selector, key])
}
