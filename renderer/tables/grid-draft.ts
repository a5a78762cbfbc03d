import { useEffect } from 'react'
import type { GridRow } from '../../shared/tables/grid-contract'
import type { ImportKind } from '../../shared/tables/reading'
import { dropDraft } from '../app/kept'
import { useScreen } from '../app/screen'
import { isEdited, type GridLine } from '../components/grid/grid-lines'
import { newLineKey, type GridStore } from '../components/grid/grid-store'

type DraftLine = Omit<GridLine, 'key'>

/** Unit: milliseconds of rest before typed rows are kept. */
const restMs = 300

export function gridDraftKey(kind: ImportKind): string {
  return `grid.${kind}`
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string')
}

function isDraftLine(value: unknown): value is DraftLine {
  if (typeof value !== 'object' || value === null) return false
  if (!('id' in value) || !('texts' in value) || !('loaded' in value)) return false
  return (value.id === null || typeof value.id === 'string') && isTexts(value.texts) && isTexts(value.loaded)
}

function draftLines(kind: ImportKind): readonly DraftLine[] {
  const draft = useScreen.getState().drafts[gridDraftKey(kind)]
  if (typeof draft !== 'object' || draft === null || !('lines' in draft) || !Array.isArray(draft.lines)) return []
  return draft.lines.filter(isDraftLine)
}

/** Rows of the store with what was typed and not saved; rows that are not in the store come after them. */
export function linesWithDraft(kind: ImportKind, rows: readonly GridRow[]): readonly GridLine[] {
  const drafts = draftLines(kind)
  const byId = new Map(drafts.flatMap((line) => (line.id === null ? [] : [[line.id, line] as const])))
  const stored = rows.map(({ id, texts }): GridLine => {
    const draft = byId.get(id)
    byId.delete(id)
    return draft ? { key: id, id, texts: draft.texts, loaded: draft.loaded } : { key: id, id, texts, loaded: texts }
  })
  const others = drafts.flatMap(({ id, texts, loaded }): GridLine[] => {
    if (id === null) return [{ key: newLineKey(), id, texts, loaded: {} }]
    return byId.has(id) ? [{ key: id, id, texts, loaded }] : []
  })
  return [...stored, ...others]
}

/** Rows as they come from the store. */
export function linesOf(rows: readonly GridRow[]): readonly GridLine[] {
  return rows.map(({ id, texts }) => ({ key: id, id, texts, loaded: texts }))
}

function keepDraft(kind: ImportKind, lines: readonly GridLine[]): void {
  const edited = lines.filter(isEdited).map(({ id, texts, loaded }): DraftLine => ({ id, texts, loaded }))
  const key = gridDraftKey(kind)
  if (edited.length > 0) {
    useScreen.setState((state) => ({ drafts: { ...state.drafts, [key]: { lines: edited } } }))
  } else if (useScreen.getState().drafts[key] !== undefined) dropDraft(key)
}

/** Keeps what is typed in an open grid until it is saved: past closing it, the window and the program. */
export function useGridDraft(store: GridStore, kind: ImportKind, isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return undefined
    let timer: number | undefined
    let kept = store.getState().lines
    const keep = (): void => {
      window.clearTimeout(timer)
      const { lines } = store.getState()
      if (lines === kept) return
      kept = lines
      keepDraft(kind, lines)
    }
    const unsubscribe = store.subscribe(({ lines }, before) => {
      if (lines === before.lines) return
      window.clearTimeout(timer)
      timer = window.setTimeout(keep, restMs)
    })
    window.addEventListener('pagehide', keep)
    return () => {
      unsubscribe()
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [store, kind, isReady])
}
