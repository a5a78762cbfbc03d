import { Button } from 'antd'
import { useEffect } from 'react'
import type { ImportBatch, RowOutcome } from '../../shared/tables/contract'
import type { ImportKind } from '../../shared/tables/reading'
import { importKindLabels } from '../../shared/terms/tables'
import { goTo, type ScreenRoom } from '../app/screen'
import { ActionButton } from '../components/action-button'
import { useDropNotice } from '../components/undo-notice'
import { outcomeText, previewText, resultText } from '../text/tables'
import { totalCounts } from './counts'
import { closeImport } from './import-state'
import { Overlay } from './overlay'
import { useUndoImport } from './undo-import'

/** Where the rows of each kind are looked at. */
const placeOfKind: Readonly<Record<ImportKind, readonly [room: ScreenRoom, tab?: string]>> = {
  assignments: ['assignments'],
  leads: ['investment', 'leads'],
  briefs: ['investment', 'routine'],
  trainings: ['investment', 'routine'],
  projects: ['projects', 'ledger'],
  enterprises: ['registry', 'enterprises'],
  visits: ['environment', 'matrix'],
  revenue: ['revenue', 'entries'],
  findings: ['rectification'],
  measures: ['rectification'],
  units: ['district', 'units'],
}

function showKind(kind: ImportKind): void {
  goTo(...placeOfKind[kind])
}

const shownOutcomes: readonly RowOutcome[] = ['added', 'updated', 'unchanged', 'rejected', 'skipped']

function BatchLine({ batch }: { readonly batch: ImportBatch }) {
  return (
    <div className="import-batch-line">
      <span>
        {batch.sheet} <span className="soft">{importKindLabels[batch.kind]}</span>
      </span>
      {shownOutcomes.map((outcome) => (
        <span key={outcome} className="figures">
          {outcomeText[outcome].word} {batch.counts[outcome]}
        </span>
      ))}
    </div>
  )
}

interface ResultViewProps {
  readonly fileName: string
  readonly batches: readonly ImportBatch[]
  readonly left: number
}

/** What was written, with the way to look at it and the way back. */
export function ResultView({ fileName, batches, left }: ResultViewProps) {
  const undo = useUndoImport()
  const dropNotice = useDropNotice()
  useEffect(dropNotice, [dropNotice])
  const counts = totalCounts(batches)
  const [first] = batches
  const takeBack = async (): Promise<void> => {
    // All tables of a file are written as one step, so the first batch stands for them all.
    if (first && (await undo(first))) closeImport()
  }
  return (
    <Overlay label={resultText.region} onEscape={closeImport}>
      <div className="import-center">
        <h1>{first ? resultText.imported(counts.added + counts.updated) : resultText.importedNothing}</h1>
        <p className="soft">{fileName}</p>
        {batches.map((batch) => (
          <BatchLine key={batch.id} batch={batch} />
        ))}
        {left > 0 && <p>{resultText.left(left)}</p>}
        <div className="import-buttons">
          {first && <ActionButton run={takeBack}>{resultText.undo}</ActionButton>}
          <Button onClick={closeImport}>{previewText.close}</Button>
          {first && (
            <Button
              type="primary"
              onClick={() => {
                closeImport()
                showKind(first.kind)
              }}
            >
              {resultText.look}
            </Button>
          )}
        </div>
      </div>
    </Overlay>
  )
}
