import { App } from 'antd'
import { useCallback, useState } from 'react'
import type { ImportKind } from '../../shared/tables/reading'
import { useFailure } from '../components/failure-notice'
import type { GridStore } from '../components/grid/grid-store'
import { useDone } from '../components/undo-notice'
import { call } from '../desk'
import { gridFooterText } from '../text/grid'
import { editsOf, type GridChecks } from './grid-checks'
import { markSaved } from './grid-rows'

interface SavingOptions {
  readonly kind: ImportKind
  readonly year: number
  readonly store: GridStore
  readonly checks: GridChecks
  /** Some rows are not right yet. */
  readonly onRefused: () => void
}

interface GridSaving {
  readonly isSaving: boolean
  /** Something was saved since the grid was opened. */
  readonly hasSaved: boolean
  readonly save: () => Promise<void>
}

/** Writes all new and changed rows in one step. */
export function useGridSaving({ kind, year, store, checks, onRefused }: SavingOptions): GridSaving {
  const [isSaving, setIsSaving] = useState(false)
  const [hasSaved, setHasSaved] = useState(false)
  const { message } = App.useApp()
  const fail = useFailure()
  const done = useDone()
  const { rejected } = checks.counts
  const isJudged = !checks.isChecking
  const save = useCallback(async () => {
    const rows = editsOf(store.getState().lines)
    if (rows.length === 0) return void message.info(gridFooterText.nothingToSave)
    if (isJudged && rejected > 0) {
      void message.warning(gridFooterText.fixFirst(rejected))
      return onRefused()
    }
    setIsSaving(true)
    try {
      const { added, updated } = await call('tables.saveRows', { kind, year, rows })
      markSaved(store)
      setHasSaved(true)
      done(gridFooterText.saved(added, updated))
    } catch (error) {
      fail(error)
    } finally {
      setIsSaving(false)
    }
  }, [store, kind, year, isJudged, rejected, onRefused, message, fail, done])
  return { isSaving, hasSaved, save }
}
