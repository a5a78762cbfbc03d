import type { TabsOfPage } from '../app/room-tabs'
import { goTo, type ScreenRoom } from '../app/screen'
import { useShell } from '../app/shell'
import { ExportButton } from '../components/export-button'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { call, useCall, type OutputOf } from '../desk'
import { ledgersText as text, periodText } from '../text/reports'
import './reports.css'

type LedgerKey = keyof OutputOf<'reports.ledgers'>

interface Written {
  readonly file: { readonly fileName: string; readonly fileToken: string }
  readonly exported: number
}

interface Ledger {
  readonly key: LedgerKey
  readonly room: ScreenRoom
  readonly tab: string
  /** The whole ledger, whatever its list shows. */
  readonly write: (folder: string, year: number) => Promise<Written>
}

const ledgers: readonly Ledger[] = [
  {
    key: 'assignments',
    room: 'assignments',
    tab: 'list',
    write: (folder, year) => call('assignments.export', { year, folder }),
  },
  {
    key: 'leads',
    room: 'investment',
    tab: 'leads',
    write: (folder) =>
      call('reports.exportLeads', {
        filter: { text: '', states: [], classes: [], year: null },
        sort: { by: 'filedOn', descending: false },
        folder,
      }),
  },
  {
    key: 'projects',
    room: 'projects',
    tab: 'ledger',
    write: (folder) =>
      call('projects.export', {
        filter: { text: '', stages: [], bands: [], isAboveHundredMillion: false, pool: 'all', lights: [] },
        sort: { by: 'name', descending: false },
        folder,
      }),
  },
  {
    key: 'visits',
    room: 'environment',
    tab: 'matrix',
    write: (folder) =>
      call('environment.exportVisits', {
        filter: { text: '', from: null, to: null, enterpriseId: null, personId: null, modes: [] },
        sort: { by: 'visitedOn', descending: false },
        folder,
      }),
  },
  {
    key: 'entries',
    room: 'revenue',
    tab: 'entries',
    write: (folder) =>
      call('revenue.export', {
        filter: { text: '', statuses: [], sources: [], year: null, month: null },
        sort: { by: 'bookedOn', descending: false },
        folder,
      }),
  },
  {
    key: 'briefs',
    room: 'environment',
    tab: 'briefs',
    write: (folder, year) => call('briefs.export', { year, stream: null, folder }),
  },
]

/** 台账导出: every ledger with its count, each as a workbook that imports back. */
export function LedgersPage({ tabs }: { readonly tabs: TabsOfPage }) {
  const { bureau } = useShell()
  const counts = useCall('reports.ledgers', {})
  return (
    <div className="page">
      <PageHeader title={periodText.title} tabs={tabs} />
      <p className="soft">{text.hint}</p>
      <FailureNotice error={counts.error} onRetry={() => void counts.refetch()} />
      <table className="ledger-list">
        <thead>
          <tr>
            <th scope="col">{text.ledger}</th>
            <th scope="col">{text.content}</th>
            <th scope="col" className="ledger-count">
              {text.count}
            </th>
            <th scope="col">
              <span className="ledger-action">{text.export}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ledgers.map((ledger) => {
            const { name, content } = text.rows[ledger.key]
            const count = counts.data?.[ledger.key] ?? 0
            return (
              <tr key={ledger.key}>
                <td>
                  <button
                    type="button"
                    className="link"
                    aria-label={text.seeOf(name)}
                    onClick={() => goTo(ledger.room, ledger.tab)}
                  >
                    {name}
                  </button>
                </td>
                <td>{content}</td>
                <td className="ledger-count figures">{counts.data && count === 0 ? text.empty : count}</td>
                <td>
                  <ExportButton
                    size="small"
                    aria-label={text.exportOf(name)}
                    disabled={count === 0}
                    write={(folder) => ledger.write(folder, bureau.year)}
                    sentenceOf={({ exported }) => text.done(name, exported)}
                  >
                    {text.export}
                  </ExportButton>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
