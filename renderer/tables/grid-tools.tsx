import { Button } from 'antd'
import { useStore } from 'zustand'
import type { ImportKind } from '../../shared/tables/reading'
import { importKindLabels } from '../../shared/terms/tables'
import { rangeOf } from '../components/grid/grid-lines'
import { fillDown } from '../components/grid/grid-keys'
import { redoStep, undoStep, type GridStore } from '../components/grid/grid-store'
import { gridPageText } from '../text/grid'
import type { GridColumns } from './grid-columns'
import { removeNewRows } from './grid-rows'

interface GridToolsProps {
  readonly kind: ImportKind
  readonly store: GridStore
  readonly grid: GridColumns
  /** Records of the list, of which the grid holds as many as it can. */
  readonly total: number
  readonly onLongText: () => void
  /** Back to the grid. */
  readonly onDone: () => void
}

/** Name and size of what is open, and the steps that also have keys. */
export function GridTools({ kind, store, grid, total, onLongText, onDone }: GridToolsProps) {
  const { lines, past, future, selection } = useStore(store)
  const { top, bottom } = rangeOf(selection)
  const hasNew = lines.slice(top, bottom + 1).some(({ id }) => id === null)
  const stored = lines.reduce((count, { id }) => count + (id === null ? 0 : 1), 0)
  const tool = (label: string, run: () => unknown, isDisabled = false) => (
    <Button
      size="small"
      disabled={isDisabled}
      onClick={() => {
        run()
        onDone()
      }}
    >
      {label}
    </Button>
  )
  return (
    <div className="grid-tools">
      <h1>{gridPageText.title(importKindLabels[kind])}</h1>
      <span className="soft figures">
        {total > stored ? gridPageText.countOf(stored, total) : gridPageText.count(lines.length)}
      </span>
      <span className="grid-tools-space" />
      {tool(gridPageText.undo, () => undoStep(store), past.length === 0)}
      {tool(gridPageText.redo, () => redoStep(store), future.length === 0)}
      {tool(gridPageText.fillDown, () => fillDown(store, grid.columns))}
      <Button size="small" onClick={onLongText}>
        {gridPageText.longText}
      </Button>
      {tool(gridPageText.removeNew, () => removeNewRows(store), !hasNew)}
      {grid.isChanged && tool(gridPageText.resetColumns, grid.reset)}
    </div>
  )
}
