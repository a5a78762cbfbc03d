import type { OutputOf } from '../desk'
import type { DataColumn } from '../components/data-table'
import { districtText, inboxText as text, shortCategoryLabels } from '../text/district'
import { ReturnMark } from './return-mark'

export type InboxRow = OutputOf<'district.inbox'>['rows'][number]

/** How late it came, or how long it has been missing. */
function days({ cell: { state, lateDays } }: InboxRow): string {
  if (lateDays === 0) return ''
  return state === 'missing' ? text.overdue(lateDays) : text.late(lateDays)
}

/** Where it came from, with what is unusual of it. */
function sourceOf({ cell: { source }, signature, isNil }: InboxRow): string {
  if (source === null) return districtText.none
  const marks = [signature === 'unsigned' ? text.unsigned : '', isNil ? text.nil : '']
  return [text.sources[source], ...marks.filter((mark) => mark !== '')].join(' · ')
}

/** The inbox of one period, a unit to a line. */
export const inboxColumns: readonly DataColumn<InboxRow>[] = [
  {
    key: 'unit',
    title: text.columns.unit,
    width: 176,
    isFixed: true,
    render: ({ unit }) => <span title={unit}>{unit}</span>,
  },
  { key: 'category', title: text.columns.category, width: 76, render: ({ category }) => shortCategoryLabels[category] },
  {
    key: 'state',
    title: text.columns.state,
    width: 150,
    render: (row) => (
      <>
        <ReturnMark state={row.cell.state} /> <span className="soft">{days(row)}</span>
      </>
    ),
  },
  {
    key: 'receivedOn',
    title: text.columns.receivedOn,
    width: 104,
    render: ({ cell }) => cell.receivedOn ?? districtText.none,
  },
  {
    key: 'edition',
    title: text.columns.edition,
    width: 72,
    render: ({ cell: { edition } }) => (edition === null ? districtText.none : text.edition(edition)),
  },
  { key: 'source', title: text.columns.source, width: 110, render: sourceOf },
  { key: 'lines', title: text.columns.lines, width: 64, align: 'right', render: ({ lines }) => lines },
  {
    key: 'verdicts',
    title: text.columns.verdicts,
    width: 92,
    align: 'right',
    render: ({ returned, adjusted }) => text.verdicts(returned, adjusted),
  },
  {
    key: 'checks',
    title: text.columns.checks,
    width: 64,
    align: 'right',
    render: ({ cell: { openChecks } }) => (openChecks === 0 ? districtText.none : openChecks),
  },
  {
    key: 'checkCode',
    title: text.columns.checkCode,
    width: 100,
    render: ({ checkCode }) => checkCode || districtText.none,
  },
  {
    key: 'fileName',
    title: text.columns.fileName,
    render: ({ fileName }) => <span title={fileName}>{fileName || districtText.none}</span>,
  },
]
