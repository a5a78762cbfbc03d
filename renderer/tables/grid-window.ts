import { create } from 'zustand'
import type { ImportKind } from '../../shared/tables/reading'

/** Records that a list shows, in its order. */
export interface ListedIds {
  readonly ids: readonly string[]
  /** As many as the list has; more than `ids` where it is too long for a grid. */
  readonly total: number
}

/** Gives the records that a list shows at the moment. */
export type IdsOfList = () => Promise<ListedIds>

interface GridWindowState {
  /** The ledger that is open over the page. */
  readonly kind: ImportKind | null
  readonly idsOfList: IdsOfList | null
}

export const useGridWindow = create<GridWindowState>()((): GridWindowState => ({ kind: null, idsOfList: null }))

/** Opens 表格编辑 over the page. */
export function openGrid(kind: ImportKind, idsOfList: IdsOfList | null = null): void {
  useGridWindow.setState({ kind, idsOfList })
}

export function closeGrid(): void {
  useGridWindow.setState({ kind: null, idsOfList: null })
}

export function isGridOpen(): boolean {
  return useGridWindow.getState().kind !== null
}
