import { App, Button } from 'antd'
import type { ModalFuncProps } from 'antd'
import { useCallback } from 'react'
import type { ImportBatch } from '../../shared/tables/contract'
import { useFailure } from '../components/failure-notice'
import { call, type OutputOf } from '../desk'
import { resultText, undoImportText } from '../text/tables'

type UndoPlan = OutputOf<'tables.planUndo'>
type EditedRow = UndoPlan['edited'][number]
/** 'cancel' leaves everything as it is. */
type UndoChoice = 'keep' | 'all' | 'cancel'

const rowsNamed = 8

/** Local time without seconds and offset: 2022-06-20 10:32. */
export function shortTime(at: string): string {
  return at.slice(0, 16).replace('T', ' ')
}

async function titleOf({ table, rowId }: EditedRow, year: number): Promise<string> {
  if (table === 'lead') return (await call('investment.get', { id: rowId })).lead.title
  if (table !== 'assignment') return ''
  const assignments = await call('assignments.list', { year, stream: null })
  return assignments.find(({ id }) => id === rowId)?.task ?? ''
}

/** What an edited row is called: its kind, and its title where it has one. */
async function nameOf(row: EditedRow, year: number): Promise<string> {
  const kind = undoImportText.tables[row.table] ?? row.table
  try {
    return `${kind} ${await titleOf(row, year)}`
  } catch {
    // Removed since; the kind and the editor still tell which row is meant.
    return kind
  }
}

function EditedRows({ plan, names }: { readonly plan: UndoPlan; readonly names: readonly string[] }) {
  const hidden = plan.edited.length - names.length
  return (
    <>
      <p>{undoImportText.text(plan.edited.length)}</p>
      <ul className="import-edited">
        {names.map((name, index) => {
          const row = plan.edited[index]
          return (
            <li key={row?.rowId ?? index}>
              {name} <span className="soft">{row && undoImportText.by(row.by, shortTime(row.at))}</span>
            </li>
          )
        })}
      </ul>
      {hidden > 0 && <p className="soft">{undoImportText.moreRows(hidden)}</p>}
    </>
  )
}

type ConfirmModal = (props: ModalFuncProps) => { readonly destroy: () => void }

function askWhatToKeep(confirm: ConfirmModal, plan: UndoPlan, names: readonly string[]): Promise<UndoChoice> {
  return new Promise((resolve) => {
    const answer = (choice: UndoChoice): void => {
      modal.destroy()
      resolve(choice)
    }
    const modal = confirm({
      title: undoImportText.title,
      width: 560,
      zIndex: 1200,
      content: <EditedRows plan={plan} names={names} />,
      footer: (
        <div className="import-buttons">
          <Button onClick={() => answer('cancel')}>{undoImportText.none}</Button>
          <Button onClick={() => answer('all')}>{undoImportText.all}</Button>
          <Button type="primary" onClick={() => answer('keep')}>
            {undoImportText.keep(plan.edited.length)}
          </Button>
        </div>
      ),
      onCancel: () => resolve('cancel'),
    })
  })
}

/** Takes an import back; asks only when rows were edited since. True when it was taken back. */
export function useUndoImport(): (batch: ImportBatch) => Promise<boolean> {
  const { message, modal } = App.useApp()
  const fail = useFailure()
  return useCallback(
    async ({ id: batchId, year }: ImportBatch) => {
      try {
        const plan = await call('tables.planUndo', { batchId })
        const names = await Promise.all(plan.edited.slice(0, rowsNamed).map((row) => nameOf(row, year)))
        const choice = plan.edited.length === 0 ? 'all' : await askWhatToKeep(modal.confirm, plan, names)
        if (choice === 'cancel') return false
        const { kept } = await call('tables.undo', { batchId, keepEdited: choice === 'keep' })
        const said = kept.length > 0 ? resultText.undoneKept(kept.length) : resultText.undone
        void message.success(said)
        return true
      } catch (error) {
        fail(error)
        return false
      }
    },
    [message, modal, fail],
  )
}
