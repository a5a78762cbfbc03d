import { Button } from 'antd'
import type { ImportKind } from '../../shared/tables/reading'
import { useHasDraft } from '../app/kept'
import { gridPageText } from '../text/grid'
import { gridDraftKey } from './grid-draft'
import { openGrid, type IdsOfList } from './grid-window'

interface GridButtonProps {
  readonly kind: ImportKind
  /** The records that the list shows; without it the whole ledger is opened. */
  readonly idsOfList?: IdsOfList
}

/** 表格编辑 of a ledger. */
export function GridButton({ kind, idsOfList }: GridButtonProps) {
  const hasDraft = useHasDraft(gridDraftKey(kind))
  return (
    <Button onClick={() => openGrid(kind, idsOfList ?? null)}>
      {hasDraft ? gridPageText.buttonWithDraft : gridPageText.button}
    </Button>
  )
}
