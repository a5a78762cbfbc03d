import { useCallback, useMemo, useRef, useState, type RefObject } from 'react'
import { rangeOf, sameText, type GridSelection } from './grid-lines'
import { changeCells, type GridStore } from './grid-store'
import type { ShownColumn } from './grid-view'

/** `type`: begun by typing, so that the arrows go on; `edit`: begun by F2, so that they move the caret. */
export interface Editing {
  readonly mode: 'type' | 'edit'
  readonly text: string
  /** The word of the closed list that the arrows stand on; -1 for none. */
  readonly option: number
}

export interface GridEditing {
  readonly editing: Editing | null
  /** As `editing`, at once after a change. */
  readonly isOpen: () => boolean
  /** Opens the active cell; null keeps what the field holds already, as when typing has begun. */
  readonly open: (mode: Editing['mode'], text: string | null) => void
  readonly typed: (text: string) => void
  readonly choose: (option: number) => void
  /** Writes what was typed and goes on to `next`; into the whole selection when asked. */
  readonly commit: (how?: {
    readonly text?: string
    readonly next?: GridSelection
    readonly isForAll?: boolean
  }) => void
  readonly cancel: () => void
}

function write(field: HTMLTextAreaElement | null, text: string): void {
  if (!field) return
  field.value = text
  field.setSelectionRange(text.length, text.length)
}

/** Typing into the active cell through one field that always has the focus, so that an input method never loses its first letter. */
export function useGridEditing(
  store: GridStore,
  columns: readonly ShownColumn[],
  field: RefObject<HTMLTextAreaElement | null>,
): GridEditing {
  const [editing, setEditing] = useState<Editing | null>(null)
  const now = useRef<Editing | null>(null)
  const set = useCallback((next: Editing | null): void => {
    now.current = next
    setEditing(next)
  }, [])
  const close = useCallback((): void => {
    set(null)
    write(field.current, '')
  }, [set, field])
  return useMemo(
    (): GridEditing => ({
      editing,
      isOpen: () => now.current !== null,
      open: (mode, text) => {
        if (text !== null) write(field.current, text)
        set({ mode, text: field.current?.value ?? '', option: -1 })
      },
      typed: (text) => set({ mode: now.current?.mode ?? 'type', text, option: -1 }),
      choose: (option) => {
        if (now.current) set({ ...now.current, option })
      },
      commit: ({ text, next, isForAll = false } = {}) => {
        if (!now.current) return
        const typed = text ?? field.current?.value ?? ''
        close()
        const { selection } = store.getState()
        const { anchor } = selection
        const fields = columns.map((column) => column.field)
        const one = { top: anchor.row, bottom: anchor.row, left: anchor.column, right: anchor.column }
        changeCells(store, sameText(fields, isForAll ? rangeOf(selection) : one, typed), next)
      },
      cancel: close,
    }),
    [editing, set, close, store, columns, field],
  )
}

/** Words of the closed list that go with what was typed; all of them when it is one of them, or nothing. */
export function optionsFor(column: ShownColumn | undefined, text: string): readonly string[] {
  const options = column?.options ?? []
  const typed = text.trim()
  if (typed === '' || options.includes(typed)) return options
  return options.filter((option) => option.includes(typed))
}
