import { packageKindLabels } from '../../shared/terms/exchange-keys'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { ExportButton } from '../components/export-button'
import { FailureNotice } from '../components/failure-notice'
import { call, useCall, type OutputOf } from '../desk'
import { commonText, momentLabel, packagesText as text, periodLabel } from '../text/exchange'
import { SendButton } from './exchange-buttons'
import { showStanding } from './show-standing'

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
  { key: 'kind', title: titles.kind, width: 88, render: ({ kind }) => packageKindLabels[kind] },
  {
    key: 'period',
    title: titles.period,
    width: 120,
    render: ({ period }) => periodLabel(period) || commonText.none,
  },
  { key: 'edition', title: titles.edition, width: 68, render: ({ edition }) => commonText.edition(edition) },
  {
    key: 'to',
    title: titles.to,
    width: 150,
    render: ({ kind, toUnit }) => toUnit || (kind === 'summary' ? text.district : text.anybody),
  },
  {
    key: 'checkCode',
    title: titles.checkCode,
    width: 104,
    render: ({ checkCode }) => <span className="figures">{checkCode || commonText.none}</span>,
  },
  { key: 'sentAt', title: titles.sentAt, width: 136, render: ({ sentAt }) => momentLabel(sentAt) },
  {
    key: 'file',
    title: titles.file,
    isCut: false,
    render: ({ fileName, isEncrypted, sentBy }) => (
      <>
        <div className="exchange-file">{fileName}</div>
        <div className="soft">{isEncrypted ? `${sentBy} · ${text.encrypted}` : sentBy}</div>
      </>
    ),
  },
  { key: 'receipt', title: titles.receipt, width: 140, render: (row) => <ReceiptState row={row} /> },
  {
    key: 'action',
    title: titles.action,
    width: 100,
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
