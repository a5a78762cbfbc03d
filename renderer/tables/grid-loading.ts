import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { GridColumn, GridRow } from '../../shared/tables/grid-contract'
import type { ImportKind } from '../../shared/tables/reading'
import { isEdited } from '../components/grid/grid-lines'
import { loadLines, type GridStore } from '../components/grid/grid-store'
import { call, useCall } from '../desk'
import { linesOf, linesWithDraft } from './grid-draft'
import type { IdsOfList } from './grid-window'

export interface GridLoading {
  /** Null until columns and rows are there. */
  readonly columns: readonly GridColumn[] | null
  readonly total: number
  readonly error: unknown
  /** Rises with every change of the store. */
  readonly stamp: number
  readonly retry: () => void
}

interface Source {
  readonly kind: ImportKind
  readonly year: number
  readonly idsOfList: IdsOfList | null
}

interface LoadedRows {
  readonly rows: readonly GridRow[]
  readonly total: number
}

async function loadRows({ kind, year, idsOfList }: Source): Promise<LoadedRows> {
  const listed = idsOfList ? await idsOfList() : null
  const { rows, total } = await call('tables.gridRows', { kind, year, ids: listed && [...listed.ids] })
  return { rows, total: listed?.total ?? total }
}

/** Loads the rows of a ledger, with an unsaved draft at first; afterwards follows the store while nothing is typed. */
export function useGridLoading(store: GridStore, source: Source): GridLoading {
  const { kind, year } = source
  const columns = useCall('tables.gridColumns', { kind })
  // Any write of the program shows in its journal, this grid's own and its undo included.
  const newest = useCall('core.journal', { limit: 1, before: null, recordId: null })
  const stamp = newest.data?.[0]?.id ?? 0
  const found = useQuery({
    queryKey: ['grid', kind, year, stamp],
    queryFn: () => loadRows(source),
    enabled: newest.data !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const { data, isPlaceholderData } = found
  const hasLoaded = useRef(false)
  useEffect(() => {
    if (!data || isPlaceholderData) return
    if (!hasLoaded.current) loadLines(store, linesWithDraft(kind, data.rows))
    else if (!store.getState().lines.some(isEdited)) loadLines(store, linesOf(data.rows))
    hasLoaded.current = true
  }, [data, isPlaceholderData, store, kind])
  return {
    columns: data && columns.data ? columns.data : null,
    total: data?.total ?? 0,
    error: columns.error ?? newest.error ?? found.error,
    stamp,
    retry: () => {
      void columns.refetch()
      void newest.refetch()
      void found.refetch()
    },
  }
}
