import type { RefObject } from 'react'
import { gridText } from '../../text/grid'
import { copyCells, pasteCells, type PasteReport } from './grid-clipboard'
import { optionsFor } from './grid-editing'
import { enteredSelection } from './grid-moves'
import { onGridKey, type GridKeysOptions } from './grid-keys'
import type { GridSelection } from './grid-lines'
import { cellId } from './grid-row'
import { headHeight, rowHeight } from './grid-view'

interface GridEditorProps extends GridKeysOptions {
  readonly gridId: string
  readonly selection: GridSelection
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** Left edge of the active cell within what scrolls. Unit: pixels. */
  readonly left: number
  readonly onPasted: (report: PasteReport) => void
}

/** Unit: pixels. */
const longHeight = rowHeight * 4
const narrowest = 140

/** The one field of the grid: empty and unseen over the active cell, shown once something is typed. */
export function GridEditor(props: GridEditorProps) {
  const { store, columns, editing, field, selection, gridId, size } = props
  const { row, column } = selection.anchor
  const shown = columns[column]
  const state = editing.editing
  const top = headHeight + row * rowHeight
  const isTall = state !== null && (shown?.isLong === true || state.text.includes('\n'))
  const height = isTall ? longHeight : rowHeight
  const width = Math.max(shown?.width ?? 0, state ? narrowest : 0)
  return (
    <>
      <textarea
        ref={field}
        className={`grid-editor${state ? ' grid-editing' : ''}${column === 0 ? ' grid-editor-first' : ''}`}
        style={{ top, left: props.left, width, height }}
        rows={1}
        spellCheck={false}
        aria-label={gridText.cellLabel(row + 1, shown?.label ?? '')}
        aria-controls={gridId}
        aria-activedescendant={cellId(gridId, row, column)}
        data-testid="grid-editor"
        onKeyDown={(event) => onGridKey(event, props)}
        onInput={(event) => {
          if (editing.isOpen()) editing.typed(event.currentTarget.value)
          else editing.open('type', null)
        }}
        onCompositionStart={() => {
          if (!editing.isOpen()) editing.open('type', null)
        }}
        onBlur={() => editing.commit()}
        onCopy={(event) => {
          if (!editing.isOpen()) copyCells(event, store, columns, false)
        }}
        onCut={(event) => {
          if (!editing.isOpen()) copyCells(event, store, columns, true)
        }}
        onPaste={(event) => {
          if (editing.isOpen()) return
          const report = pasteCells(event, store, columns)
          if (report) props.onPasted(report)
        }}
      />
      {state && shown && shown.options.length > 0 && (
        <div
          role="listbox"
          aria-label={gridText.optionsOf(shown.label)}
          className="grid-options"
          style={{ top: top + height, left: props.left, minWidth: width }}
        >
          {optionsFor(shown, state.text).map((option, index) => (
            <div
              key={option}
              role="option"
              aria-selected={index === state.option}
              className="grid-option"
              onPointerDown={(event) => {
                event.preventDefault()
                event.stopPropagation()
                editing.commit({ text: option, next: enteredSelection(selection, 1, size()) })
              }}
            >
              {option}
            </div>
          ))}
        </div>
      )}
    </>
  )
}
