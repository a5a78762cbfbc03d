import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { ExportButton } from '../components/export-button'
import { FailureNotice } from '../components/failure-notice'
import { call, useCall, type OutputOf } from '../desk'
import { commonText, packagesText as text } from '../text/exchange'
import { SendButton } from './exchange-buttons'
import { PackageName } from './package-name'
import { showStanding } from './show-standing'
import { WhenAndWho } from './when-and-who'

type SentRow = OutputOf<'exchange.sent'>[number]

/** What the district answered, with the way to it. */
function ReceiptState({ row: { kind, period, receipt } }: { readonly row: SentRow }) {
  if (kind !== 'summary' || period === null) return commonText.none
  if (!receipt) return <span className="soft">{text.waiting}</span>
  const { returned, adjusted } = receipt
  return (
    <button
      type="button"
      className={returned > 0 ? 'link exchange-returned' : 'link'}
      onClick={() => showStanding(period)}
    >
      {text.answered(returned, adjusted)}
    </button>
  )
}

const { columns: titles } = text
const columns: readonly DataColumn<SentRow>[] = [
  { key: 'file', title: titles.file, isCut: false, render: (row) => <PackageName row={row} /> },
  {
    key: 'to',
    title: titles.to,
    width: 120,
    isCut: false,
    render: ({ kind, toUnit }) => toUnit || (kind === 'summary' ? text.district : text.anybody),
  },
  {
    key: 'checkCode',
    title: titles.checkCode,
    width: 96,
    render: ({ checkCode }) => <span className="figures">{checkCode || commonText.none}</span>,
  },
  {
    key: 'sentAt',
    title: titles.sentAt,
    width: 130,
    isCut: false,
    render: ({ sentAt, sentBy }) => <WhenAndWho at={sentAt} by={sentBy} />,
  },
  { key: 'receipt', title: titles.receipt, width: 100, isCut: false, render: (row) => <ReceiptState row={row} /> },
  {
    key: 'action',
    title: titles.action,
    width: 94,
    render: ({ id, fileName }) => (
      <ExportButton
        size="small"
        aria-label={text.againOf(fileName)}
        write={(folder) => call('exchange.sendAgain', { id, folder })}
        sentenceOf={() => text.savedAgain}
      >
        {text.again}
      </ExportButton>
    ),
  },
]

interface SentTableProps {
  readonly empty: string
  readonly period: string
}

/** The register of what was sent; each file can be written once more, byte for byte. */
export function SentTable({ empty, period }: SentTableProps) {
  const { data, error, isPending, refetch } = useCall('exchange.sent', {})
  return (
    <>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="exchange.sent"
        label={text.sentList}
        columns={columns}
        rows={data ?? []}
        rowKey={({ id }) => id}
        isLoading={isPending}
        empty={<EmptyState text={empty} action={<SendButton period={period} />} />}
      />
    </>
  )
}
