import { lazy, Suspense } from 'react'
import { useGridWindow } from './grid-window'

const GridPage = lazy(async () => ({ default: (await import('./grid-page')).GridPage }))

/** 表格编辑 over the page, when a ledger is open in it. Mounted once. */
export function GridHost() {
  const { kind, idsOfList } = useGridWindow()
  if (kind === null) return null
  return (
    <Suspense fallback={null}>
      <GridPage key={kind} kind={kind} idsOfList={idsOfList} />
    </Suspense>
  )
}
