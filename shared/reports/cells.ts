import { formatMoney, type Fen } from '../core/money'
import type { ColumnType, SheetColumn } from './model'

/** A column without a group above it. */
export function column(label: string, type: ColumnType, width: number, decimals: number | null = null): SheetColumn {
  return { group: null, label, type, width, decimals }
}

/** A text as a cell: nothing where nothing was written. */
export function filled(text: string): string | null {
  return text === '' ? null : text
}

/** Unit: 万元, exact decimal text; null stays empty. */
export function tenThousand(amount: Fen | null): string | null {
  return amount === null ? null : formatMoney(amount, 'tenThousand')
}
