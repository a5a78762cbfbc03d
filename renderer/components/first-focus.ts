import { useEffect } from 'react'

/** The window's own focus lock takes the focus when it opens; ours comes after it. Unit: milliseconds. */
const afterOpening = 150

/** Whether the person already stands in a field of the same dialog; the keyboard is then never taken from there. */
function isTypingBeside(first: HTMLElement): boolean {
  const active = document.activeElement
  const isField = active instanceof HTMLElement && active.matches('input, textarea')
  return isField && (first.closest('[role="dialog"]')?.contains(active) ?? false)
}

/** Once `key` names something that is open, the keyboard stands in the first field that the selector finds. */
export function useFirstFocus(selector: string, key: string | null): void {
  useEffect(() => {
    if (key === null) return undefined
    const timer = window.setTimeout(() => {
      const first = document.querySelector<HTMLElement>(selector)
      if (first && !isTypingBeside(first)) first.focus()
    }, afterOpening)
    return () => window.clearTimeout(timer)
  }, [selector, key])
}
