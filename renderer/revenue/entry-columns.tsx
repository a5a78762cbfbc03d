import type { RevenueRow } from '../../shared/revenue/contract'
import type { RevenueRecord } from '../../shared/revenue/record'
import { revenueSourceLabel } from '../../shared/terms/revenue'
import type { DataColumn } from '../components/data-table'
import { SampleFlag } from '../components/sample-flag'
import { entriesText as text } from '../text/revenue'
import { amountOf } from './amounts'
import { StatusMark } from './status-mark'

/** What an entry is called, with where it came from. */
export function EntryName({ entry, isImported }: { readonly entry: RevenueRecord; readonly isImported: boolean }) {
  return (
    <span title={entry.item}>
      <SampleFlag isSample={entry.isSample} name={entry.item} word={text.sample} className="rev-flag" />
      {isImported && (
        <span className="rev-flag" title={text.importedHint}>
          {text.imported}
        </span>
      )}
      {entry.item}
    </span>
  )
}

const words = text.columns

/** The columns of 入库台账. */
export const entryColumns: readonly DataColumn<RevenueRow>[] = [
  {
    key: 'item',
    title: words.item,
    width: 170,
    isSortable: true,
    isFixed: true,
    render: ({ entry, isImported }) => <EntryName entry={entry} isImported={isImported} />,
  },
  { key: 'source', title: words.source, width: 168, render: ({ entry }) => revenueSourceLabel(entry.source) },
  { key: 'payer', title: words.payer, width: 104, render: ({ entry }) => entry.payer },
  { key: 'bookedOn', title: words.bookedOn, width: 102, isSortable: true, render: ({ entry }) => entry.bookedOn },
  { key: 'gross', title: words.gross, width: 132, align: 'right', render: ({ entry }) => amountOf(entry.gross) },
  {
    key: 'districtRetained',
    title: words.retained,
    width: 132,
    align: 'right',
    isSortable: true,
    render: ({ entry }) => amountOf(entry.districtRetained),
  },
  { key: 'voucherNo', title: words.voucherNo, width: 92, render: ({ entry }) => entry.voucherNo },
  { key: 'status', title: words.status, width: 84, render: ({ entry }) => <StatusMark status={entry.status} /> },
  {
    key: 'counts',
    title: words.counts,
    width: 186,
    render: ({ counts, whyNot }) => (
      <span className={counts ? '' : 'soft'} title={whyNot}>
        {counts ? text.counted : text.notCounted(whyNot)}
      </span>
    ),
  },
]
