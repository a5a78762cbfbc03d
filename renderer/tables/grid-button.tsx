import { Button } from 'antd'
import { useMayHere } from '../access/may'
import type { ImportKind } from '../../shared/tables/reading'
import { useHasDraft } from '../app/kept'
import { gridPageText } from '../text/grid'
import { gridDraftKey } from './grid-draft'
import { openGrid, type IdsOfList } from './grid-window'

interface GridButtonProps {
  readonly kind: ImportKind
  /** The records that the list shows; without it the whole ledger is opened. */
  readonly idsOfList?: IdsOfList
  /** What the grid holds, where a page has several. */
  readonly of?: string
}

/** 表格编辑 of a ledger. */
export function GridButton({ kind, idsOfList, of }: GridButtonProps) {
  const hasDraft = useHasDraft(gridDraftKey(kind))
  const mayWork = useMayHere()
  const label = hasDraft ? gridPageText.buttonWithDraft : gridPageText.button
  const open = (): void => openGrid(kind, idsOfList ?? null)
  if (!mayWork) return null
  if (of === undefined) return <Button onClick={open}>{label}</Button>
  return (
    <Button size="small" aria-label={gridPageText.buttonOf(label, of)} onClick={open}>
      {label}
    </Button>
  )
}
