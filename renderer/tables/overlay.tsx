import { useEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** Keys of the window that would act on the page behind. */
function isKeyOfPage(event: KeyboardEvent): boolean {
  if (event.altKey) return event.code.startsWith('Digit')
  return event.ctrlKey && ['i', 'n', 'y', 'z'].includes(event.key.toLowerCase())
}

interface OverlayProps {
  readonly label: string
  /** Esc outside of fields and lists. */
  readonly onEscape: () => void
  /** What lies in it uses those keys itself. */
  readonly ownsKeys?: boolean
  readonly children: ReactNode
}

/** Covers the whole window; the page behind takes neither keys nor focus until it is gone. */
export function Overlay({ label, onEscape, ownsKeys = false, children }: OverlayProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const root = document.getElementById('root')
    const before = document.activeElement
    if (root) root.inert = true
    place.current?.focus()
    const guard = (event: KeyboardEvent): void => {
      if (!ownsKeys && isKeyOfPage(event)) event.stopPropagation()
    }
    window.addEventListener('keydown', guard, { capture: true })
    return () => {
      window.removeEventListener('keydown', guard, { capture: true })
      if (root) root.inert = false
      if (before instanceof HTMLElement) before.focus()
    }
  }, [ownsKeys])
  const content = (
    <div
      ref={place}
      className="import-overlay"
      role="dialog"
      aria-modal="true"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => {
        const isHere = event.target === event.currentTarget || event.target instanceof HTMLButtonElement
        if (event.key === 'Escape' && isHere && !event.defaultPrevented) onEscape()
      }}
    >
      {children}
    </div>
  )
  return createPortal(content, document.body)
}
