import { packageKindLabels } from '../../shared/terms/exchange-keys'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { useCall, type OutputOf } from '../desk'
import { commonText, momentLabel, packagesText as text, periodLabel } from '../text/exchange'
import { ReceiveButton } from './exchange-buttons'
import { KnownCounts } from './known-counts'

type ReceivedRow = OutputOf<'exchange.received'>[number]

const { columns: titles } = text
const columns: readonly DataColumn<ReceivedRow>[] = [
  { key: 'kind', title: titles.kind, width: 100, render: ({ kind }) => packageKindLabels[kind] },
  {
    key: 'period',
    title: titles.period,
    width: 120,
    render: ({ period }) => periodLabel(period) || commonText.none,
  },
  { key: 'from', title: titles.from, width: 150, render: ({ fromUnit }) => fromUnit },
  { key: 'signature', title: titles.signature, width: 92, render: ({ signature }) => text.signatures[signature] },
  {
    key: 'checkCode',
    title: titles.checkCode,
    width: 104,
    render: ({ checkCode }) => <span className="figures">{checkCode || commonText.none}</span>,
  },
  { key: 'receivedAt', title: titles.receivedAt, width: 136, render: ({ receivedAt }) => momentLabel(receivedAt) },
  {
    key: 'file',
    title: titles.file,
    isCut: false,
    render: ({ fileName, receivedBy }) => (
      <>
        <div className="exchange-file">{fileName}</div>
        <div className="soft">{receivedBy}</div>
      </>
    ),
  },
  {
    key: 'counts',
    title: titles.counts,
    width: 200,
    isCut: false,
    render: ({ counts }) => <KnownCounts counts={counts} />,
  },
]

/** The register of what came in. */
export function ReceivedTable() {
  const { data, error, isPending, refetch } = useCall('exchange.received', {})
  return (
    <>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="exchange.received"
        label={text.receivedList}
        columns={columns}
        rows={data ?? []}
        rowKey={({ id }) => id}
        isLoading={isPending}
        empty={<EmptyState text={text.nothingReceived} action={<ReceiveButton />} />}
      />
    </>
  )
}
