import { useState } from 'react'
import { useExport } from '../components/export-button'
import { ActionButton } from '../components/action-button'
import { useShell } from '../app/shell'
import { call, type OutputOf } from '../desk'
import { publishText as text } from '../text/district-publish'
import { PdfSheet } from './pdf-sheet'
import { PosterSheet } from './poster-sheet'
import './sheets.css'
import { UnitSheets } from './unit-sheets'

type Publication = OutputOf<'district.publications'>[number]
type Sheets = OutputOf<'district.publicationSheets'>

/** What is being drawn, where it goes, and who waits for it. */
interface Drawing {
  readonly kind: 'poster' | 'pages'
  readonly sheets: Sheets
  readonly drawn: () => void
}

const paper = {
  poster: 'size: A3 landscape; margin: 12mm',
  pages: 'size: A4 portrait; margin: 18mm 16mm',
} as const

interface SaveSheetsProps {
  readonly publication: Publication
  readonly isAnonymous: boolean
}

/** The poster and the single pages of a publication as PDF. */
export function SaveSheets({ publication: { id, period, version }, isAnonymous }: SaveSheetsProps) {
  const { bureau } = useShell()
  const exportInto = useExport()
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const save = (kind: Drawing['kind']): Promise<void> =>
    exportInto(async (folder) => {
      const sheets = await call('district.publicationSheets', { id, isAnonymous })
      await new Promise<void>((resolve) => setDrawing({ kind, sheets, drawn: resolve }))
      const isPoster = kind === 'poster'
      const fileName = (isPoster ? text.posterFile : text.pagesFile)(bureau.name, period, version)
      try {
        const wish = { folder, fileName, size: isPoster ? ('A3' as const) : ('A4' as const), isLandscape: isPoster }
        const file = await call('shell.savePdf', wish)
        return { file, sentence: text.pdfSaved[kind] }
      } finally {
        setDrawing(null)
      }
    })
  return (
    <>
      <ActionButton size="small" does="reading" run={() => save('poster')}>
        {text.poster}
      </ActionButton>
      <ActionButton size="small" does="reading" run={() => save('pages')}>
        {text.pages}
      </ActionButton>
      {drawing && (
        <PdfSheet page={paper[drawing.kind]} onDrawn={drawing.drawn}>
          {drawing.kind === 'poster' ? (
            <PosterSheet poster={drawing.sheets.poster} />
          ) : (
            <UnitSheets pages={drawing.sheets.pages} />
          )}
        </PdfSheet>
      )}
    </>
  )
}
