import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './print-sheet.css'

interface PrintSheetProps {
  readonly children: ReactNode
  /** The print dialog was closed: take the sheet away. */
  readonly onDone: () => void
}

/** A sheet of A4 that is only there for the printer: opens the print dialog once it is drawn, and prints nothing else. */
export function PrintSheet({ children, onDone }: PrintSheetProps) {
  const done = useEffectEvent(onDone)
  useEffect(() => {
    const finish = (): void => done()
    window.addEventListener('afterprint', finish, { once: true })
    const timer = window.setTimeout(() => window.print(), 0)
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('afterprint', finish)
    }
  }, [])
  return createPortal(<div className="print-sheet">{children}</div>, document.body)
}
