import type { DeletedRecord } from '../../shared/core/contract'
import { ActionButton } from '../components/action-button'
import { DataTable, type DataColumn } from '../components/data-table'
import { FailureNotice, useFailure } from '../components/failure-notice'
import { localMoment } from '../components/record-history'
import { useDone } from '../components/undo-notice'
import { call, useCall } from '../desk'
import { recycleText as text } from '../text/recycle'

const listed = 200

/** 回收站: what was deleted within 90 days, newest first. */
export function RecycleTab() {
  const deleted = useCall('core.deleted', { limit: listed })
  const done = useDone()
  const fail = useFailure()
  const restore = async ({ entryId, table, rowId, title }: DeletedRecord): Promise<void> => {
    try {
      await call('core.restoreDeleted', { entryId, table, rowId })
      done(text.restored(title))
    } catch (error) {
      fail(error)
    }
  }
  const columns: readonly DataColumn<DeletedRecord>[] = [
    { key: 'at', title: text.columns.at, width: 150, render: ({ at }) => localMoment(at) },
    { key: 'actor', title: text.columns.actor, width: 120, render: ({ actor }) => actor },
    { key: 'what', title: text.columns.what, render: ({ title }) => title },
    { key: 'parts', title: text.columns.parts, width: 80, align: 'right', render: ({ parts }) => text.parts(parts) },
    {
      key: 'daysLeft',
      title: text.columns.daysLeft,
      width: 90,
      align: 'right',
      render: ({ daysLeft }) => text.days(daysLeft),
    },
    {
      key: 'restore',
      title: text.columns.action,
      width: 90,
      render: (record) => (
        <ActionButton size="small" does="core.restoreDeleted" run={() => restore(record)}>
          {text.restore}
        </ActionButton>
      ),
    },
  ]
  return (
    <>
      <p className="soft">{text.intro}</p>
      <FailureNotice error={deleted.error} onRetry={() => void deleted.refetch()} />
      <DataTable
        name="recycle"
        label={text.label}
        columns={columns}
        rows={deleted.data?.records ?? []}
        rowKey={({ entryId, table, rowId }) => `${entryId}/${table}/${rowId}`}
        isLoading={deleted.isPending}
        empty={text.empty}
      />
      {deleted.data && deleted.data.more > 0 && <p className="soft">{text.more(deleted.data.more)}</p>}
    </>
  )
}
