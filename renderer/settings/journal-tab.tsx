import { App, Button } from 'antd'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { JournalEntry } from '../../shared/core/contract'
import { useKept } from '../app/kept'
import { useShell } from '../app/shell'
import { useMay } from '../access/may'
import { ActionButton } from '../components/action-button'
import { ChoiceField } from '../components/choice-field'
import { DataTable, type DataColumn } from '../components/data-table'
import { DateField } from '../components/date-field'
import { FailureNotice } from '../components/failure-notice'
import { useUndo } from '../components/undo-notice'
import { call, useCall } from '../desk'
import { journalFilterText as text, settingsText } from '../text/settings'
import {
  isNarrowed,
  mostPrinted,
  printedEntries,
  sentenceOfEntry,
  shownTime,
  wholeJournal,
  type JournalFilter,
} from './journal-filter'
import { JournalPrint } from './journal-print'

/** Entries fetched at a time. */
const pageLength = 100

const { journalColumns } = settingsText
const columns: readonly DataColumn<JournalEntry>[] = [
  { key: 'at', title: journalColumns.at, width: 160, render: (entry) => shownTime(entry.at) },
  { key: 'actor', title: journalColumns.actor, width: 130, render: (entry) => entry.actor },
  {
    key: 'what',
    title: journalColumns.what,
    width: 300,
    render: (entry) => (
      <>
        {sentenceOfEntry(entry)}
        {entry.isUndone && <span className="soft"> · {settingsText.isUndone}</span>}
      </>
    ),
  },
  {
    key: 'rows',
    title: journalColumns.rows,
    width: 90,
    align: 'right',
    render: (entry) => settingsText.rows(entry.rowCount),
  },
]

interface FilterProps {
  readonly filter: JournalFilter
  readonly onChange: (part: Partial<JournalFilter>) => void
}

function Filter({ filter, onChange }: FilterProps) {
  const { today } = useShell()
  const actors = useCall('core.journalActors', {})
  return (
    <>
      <ChoiceField
        label={text.actor}
        placeholder={text.everybody}
        value={filter.actor}
        options={(actors.data ?? []).map((name) => ({ value: name, label: name }))}
        allowsNone
        width={160}
        onChange={(actor) => onChange({ actor })}
      />
      <DateField
        label={text.from}
        value={filter.from}
        today={today}
        width={190}
        onChange={(from) => onChange({ from })}
      />
      <span className="soft">{text.until}</span>
      <DateField label={text.to} value={filter.to} today={today} width={190} onChange={(to) => onChange({ to })} />
      {isNarrowed(filter) && (
        <Button size="small" type="text" onClick={() => onChange(wholeJournal)}>
          {text.clear}
        </Button>
      )}
    </>
  )
}

/** 操作记录: who did what, newest first. */
export function JournalTab() {
  const { message } = App.useApp()
  const { undo } = useUndo()
  const mayUndo = useMay('core.undoLast')
  const [filter, setFilter] = useKept('journal', wholeJournal)
  const [printed, setPrinted] = useState<readonly JournalEntry[] | null>(null)
  const journal = useInfiniteQuery({
    queryKey: ['core', 'core.journal', 'all', filter],
    queryFn: ({ pageParam }) =>
      call('core.journal', { ...filter, limit: pageLength, before: pageParam, recordId: null }),
    // The first page starts at the newest entry.
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < pageLength ? undefined : (last.at(-1)?.id ?? undefined)),
  })
  const entries = useMemo(() => journal.data?.pages.flat() ?? [], [journal.data])
  const print = async (): Promise<void> => {
    const all = await printedEntries(filter)
    if (all) setPrinted(all)
    else void message.warning(text.tooMany(mostPrinted))
  }
  return (
    <>
      <FailureNotice error={journal.error} onRetry={() => void journal.refetch()} />
      <div className="journal-bar">
        <Filter filter={filter} onChange={setFilter} />
        <span className="journal-space" />
        {journal.hasNextPage && (
          <Button size="small" disabled={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
            {settingsText.more}
          </Button>
        )}
        {mayUndo && (
          <Button size="small" disabled={entries.length === 0} onClick={() => void undo()}>
            {settingsText.undoLast}
          </Button>
        )}
        <ActionButton size="small" does="reading" disabled={entries.length === 0} run={print}>
          {text.print}
        </ActionButton>
      </div>
      <DataTable
        name="journal"
        label={settingsText.tabs.journal}
        columns={columns}
        rows={entries}
        rowKey={(entry) => String(entry.id)}
        empty={isNarrowed(filter) ? text.nothing : settingsText.noJournal}
      />
      {printed && <JournalPrint entries={printed} filter={filter} onDone={() => setPrinted(null)} />}
    </>
  )
}
