import { Button } from 'antd'
import { gridFooterText, gridText } from '../text/grid'
import type { GridChecks } from './grid-checks'

interface GridFooterProps {
  readonly checks: GridChecks
  readonly isDirty: boolean
  readonly isSaving: boolean
  readonly onSave: () => void
  readonly onDiscard: () => void
  readonly onClose: () => void
}

function Counts({ counts, isDirty }: { readonly counts: GridChecks['counts']; readonly isDirty: boolean }) {
  if (!isDirty) return <span className="soft">{gridFooterText.nothing}</span>
  const { states } = gridText
  return (
    <>
      <span>
        {states.added.sign} {gridFooterText.added(counts.added)}
      </span>
      <span>
        {states.updated.sign} {gridFooterText.updated(counts.updated)}
      </span>
      <span className={counts.rejected > 0 ? 'grid-rejected' : 'soft'}>
        {states.rejected.sign} {gridFooterText.rejected(counts.rejected)}
      </span>
      {counts.warnings > 0 && <span className="soft">○ {gridFooterText.warnings(counts.warnings)}</span>}
    </>
  )
}

/** What saving would do, and the decision. */
export function GridFooter({ checks, isDirty, isSaving, onSave, onDiscard, onClose }: GridFooterProps) {
  return (
    <div className="grid-footer">
      <div className="grid-counts figures" role="status" aria-label={gridFooterText.status}>
        <Counts counts={checks.counts} isDirty={isDirty} />
        {checks.isChecking && isDirty && <span className="soft">{gridFooterText.checking}</span>}
      </div>
      <Button onClick={onClose}>{gridFooterText.close}</Button>
      <Button onClick={onDiscard} disabled={!isDirty || isSaving}>
        {gridFooterText.discard}
      </Button>
      <Button type="primary" onClick={onSave} loading={isSaving} data-testid="grid-save">
        {gridFooterText.save}
      </Button>
    </div>
  )
}
