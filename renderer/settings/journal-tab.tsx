import { Button } from 'antd'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { JournalEntry } from '../../shared/core/contract'
import { journalText } from '../../shared/terms/journal'
import { DataTable, type DataColumn } from '../components/data-table'
import { FailureNotice } from '../components/failure-notice'
import { useUndo } from '../components/undo-notice'
import { call } from '../desk'
import { settingsText } from '../text/settings'

/** Entries fetched at a time. */
const pageLength = 100

/** The local time of an entry to the second; it is stored with its offset. */
function shownTime(at: string): string {
  return at.slice(0, 19).replace('T', ' ')
}

function columnsOf(byId: ReadonlyMap<number, JournalEntry>): readonly DataColumn<JournalEntry>[] {
  const { journalColumns } = settingsText
  const sentence = ({ intent, params, undoes }: JournalEntry): string =>
    journalText(intent, params, (undoes === null ? undefined : byId.get(undoes)) ?? null)
  return [
    { key: 'at', title: journalColumns.at, width: 160, render: (entry) => shownTime(entry.at) },
    { key: 'actor', title: journalColumns.actor, width: 110, render: (entry) => entry.actor },
    {
      key: 'what',
      title: journalColumns.what,
      width: 420,
      render: (entry) => (
        <>
          {sentence(entry)}
          {entry.isUndone && <span className="soft"> · {settingsText.isUndone}</span>}
        </>
      ),
    },
    {
      key: 'rows',
      title: journalColumns.rows,
      width: 110,
      align: 'right',
      render: (entry) => settingsText.rows(entry.rowCount),
    },
  ]
}

/** 修改记录: who did what, newest first. */
export function JournalTab() {
  const { undo } = useUndo()
  const journal = useInfiniteQuery({
    queryKey: ['core', 'core.journal', 'all'],
    queryFn: ({ pageParam }) => call('core.journal', { limit: pageLength, before: pageParam, recordId: null }),
    // The first page starts at the newest entry.
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < pageLength ? undefined : (last.at(-1)?.id ?? undefined)),
  })
  const entries = useMemo(() => journal.data?.pages.flat() ?? [], [journal.data])
  const columns = useMemo(() => columnsOf(new Map(entries.map((entry) => [entry.id, entry]))), [entries])
  return (
    <>
      <FailureNotice error={journal.error} onRetry={() => void journal.refetch()} />
      <div style={{ display: 'flex', gap: 8, marginBottom: 8 }}>
        <Button size="small" disabled={entries.length === 0} onClick={() => void undo()}>
          {settingsText.undoLast}
        </Button>
        {journal.hasNextPage && (
          <Button size="small" disabled={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
            {settingsText.more}
          </Button>
        )}
      </div>
      <DataTable
        name="journal"
        label={settingsText.tabs.journal}
        columns={columns}
        rows={entries}
        rowKey={(entry) => String(entry.id)}
        empty={settingsText.noJournal}
      />
    </>
  )
}
