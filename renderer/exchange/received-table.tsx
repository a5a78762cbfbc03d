import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { useCall, type OutputOf } from '../desk'
import { commonText, packagesText as text } from '../text/exchange'
import { ReceiveButton } from './exchange-buttons'
import { KnownCounts } from './known-counts'
import { PackageName } from './package-name'
import { WhenAndWho } from './when-and-who'

type ReceivedRow = OutputOf<'exchange.received'>[number]

const { columns: titles } = text
const columns: readonly DataColumn<ReceivedRow>[] = [
  { key: 'file', title: titles.file, isCut: false, render: (row) => <PackageName row={row} /> },
  { key: 'from', title: titles.from, width: 120, isCut: false, render: ({ fromUnit }) => fromUnit },
  { key: 'signature', title: titles.signature, width: 88, render: ({ signature }) => text.signatures[signature] },
  {
    key: 'checkCode',
    title: titles.checkCode,
    width: 96,
    render: ({ checkCode }) => <span className="figures">{checkCode || commonText.none}</span>,
  },
  {
    key: 'receivedAt',
    title: titles.receivedAt,
    width: 130,
    isCut: false,
    render: ({ receivedAt, receivedBy }) => <WhenAndWho at={receivedAt} by={receivedBy} />,
  },
  {
    key: 'counts',
    title: titles.counts,
    width: 110,
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
