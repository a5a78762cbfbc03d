import { isEdited, rangeOf, type GridLine } from '../components/grid/grid-lines'
import { loadLines, newLineKey, replaceLines, type GridStore } from '../components/grid/grid-store'
import type { IssueOfLine } from './grid-checks'
import type { RowAnswer } from './grid-issues'

/** Takes the new rows among the selected ones away; stored records are never removed here. */
export function removeNewRows(store: GridStore): void {
  const { lines, selection } = store.getState()
  const { top, bottom } = rangeOf(selection)
  const kept = lines.filter((line, index) => line.id !== null || index < top || index > bottom)
  if (kept.length < lines.length) replaceLines(store, kept, { anchor: clamp(top, kept), focus: clamp(top, kept) })
}

function clamp(row: number, lines: readonly GridLine[]) {
  return { row: Math.min(row, lines.length), column: 0 }
}

/** Everything as it was loaded, as one step that can be taken back. */
export function discardEdits(store: GridStore): void {
  const { lines } = store.getState()
  const stored = lines.filter(({ id }) => id !== null)
  replaceLines(
    store,
    stored.map((line) => (isEdited(line) ? { ...line, texts: line.loaded } : line)),
    { anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } },
  )
}

/** The line after an answer to a remark on the whole row; null takes it away. */
function answered(line: GridLine, { check }: IssueOfLine, answer: RowAnswer): GridLine | null {
  const stored = check.stored ?? line.loaded
  switch (answer) {
    case 'remove':
      return null
    case 'asNew':
      return { key: newLineKey(), id: null, texts: line.texts, loaded: {} }
    case 'takeStored':
      return { ...line, texts: stored, loaded: stored }
    case 'keepMine': {
      const typed = Object.entries(line.texts).filter(([field, text]) => text !== (line.loaded[field] ?? ''))
      return { ...line, texts: { ...stored, ...Object.fromEntries(typed) }, loaded: stored }
    }
  }
}

/** Answers a remark on a whole row: it was changed meanwhile, or is gone. */
export function answerRow(store: GridStore, issue: IssueOfLine, answer: RowAnswer): void {
  const next = store.getState().lines.flatMap((line) => {
    if (line.key !== issue.lineKey) return [line]
    return answered(line, issue, answer) ?? []
  })
  replaceLines(store, next)
}

/** Everything as typed is stored now; the rows as the store writes them follow at once. */
export function markSaved(store: GridStore): void {
  const { lines } = store.getState()
  const stored = lines.filter((line) => line.id !== null || isEdited(line))
  loadLines(
    store,
    stored.map((line) => ({ ...line, id: line.id ?? line.key, loaded: line.texts })),
  )
}
