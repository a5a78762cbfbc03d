import { useMemo } from 'react'
import type { GridColumn } from '../../shared/tables/grid-contract'
import type { ImportKind } from '../../shared/tables/reading'
import { useKept } from '../app/kept'
import { inOrder, movedKey, steppedKey, type Side } from '../components/column-order'
import type { ShownColumn } from '../components/grid/grid-view'

interface KeptColumns {
  readonly order: readonly string[]
  readonly widths: Readonly<Record<string, number>>
}

const initial: KeptColumns = { order: [], widths: {} }

/** Unit: pixels. */
const usualWidths: Readonly<Record<GridColumn['reading'], number>> = {
  text: 170,
  code: 150,
  date: 104,
  month: 104,
  number: 120,
  choice: 120,
  yesNo: 88,
}
const firstWidth = 240
const longWidth = 260
/** Room for a label in bold. Unit: pixels per character, and beside them. */
const labelCharacter = 14
const labelRoom = 26

function usualWidth({ reading, isLong, isRequired, label }: GridColumn, index: number): number {
  const width = index === 0 ? firstWidth : isLong ? longWidth : usualWidths[reading]
  return Math.max(width, (label.length + (isRequired ? 1 : 0)) * labelCharacter + labelRoom)
}

export interface GridColumns {
  readonly columns: readonly ShownColumn[]
  readonly isChanged: boolean
  readonly setWidth: (field: string, width: number) => void
  readonly move: (field: string, target: string, side: Side) => void
  readonly step: (field: string, step: -1 | 1) => void
  readonly reset: () => void
}

/** The columns of a ledger in the order and widths that the person gave them. */
export function useGridColumns(kind: ImportKind, columns: readonly GridColumn[]): GridColumns {
  const [kept, setKept] = useKept(`grid.${kind}`, initial)
  return useMemo((): GridColumns => {
    const keyed = columns.map((column, index) => ({
      ...column,
      key: column.field,
      width: kept.widths[column.field] ?? usualWidth(column, index),
    }))
    const shown = inOrder(keyed, kept.order)
    const keys = shown.map(({ key }) => key)
    return {
      columns: shown,
      isChanged: kept.order.length > 0 || Object.keys(kept.widths).length > 0,
      setWidth: (field, width) => setKept(({ widths }) => ({ widths: { ...widths, [field]: width } })),
      move: (field, target, side) => setKept({ order: movedKey(keys, field, target, side) }),
      step: (field, step) => setKept({ order: steppedKey(keys, field, step) }),
      reset: () => setKept(initial),
    }
  }, [columns, kept, setKept])
}
