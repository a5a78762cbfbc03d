import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import '../components/print-sheet.css'

interface PdfSheetProps {
  /** What an `@page` rule holds: size and margins. */
  readonly page: string
  readonly children: ReactNode
  /** The sheet is drawn: what would be printed now may be taken. */
  readonly onDrawn: () => void
}

/** A sheet that is only there for the PDF; the parent takes it away when the file is written. */
export function PdfSheet({ page, children, onDrawn }: PdfSheetProps) {
  const drawn = useEffectEvent(onDrawn)
  // Chromium breaks the pages of a document by its unnamed rule, whatever a named one says.
  useEffect(() => {
    const rule = new CSSStyleSheet()
    rule.replaceSync(`@page { ${page} }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== rule)
    }
  }, [page])
  useEffect(() => {
    // Two frames: the first lays the sheet out, the second has it painted.
    let second = 0
    const first = requestAnimationFrame(() => {
      second = requestAnimationFrame(() => drawn())
    })
    return () => {
      cancelAnimationFrame(first)
      cancelAnimationFrame(second)
    }
  }, [])
  return createPortal(<div className="print-sheet">{children}</div>, document.body)
}
