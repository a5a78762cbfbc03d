import { lazy, useEffect, type ComponentType } from 'react'
import { AssignmentsPage } from '../assignments/page'
import { HomePage } from '../home/page'
import { Banners } from '../settings/banners'
import { FirstStart } from '../settings/first-start'
import { Refused } from '../settings/refused'
import { ImportHost } from '../tables/import-host'
import { openImport, useImport } from '../tables/import-state'
import { reportsTabs } from '../text/app'
import { investmentTabs } from '../text/investment'
import { goTo, useScreen, type ScreenRoom } from './screen'
import type { Settings } from './shell'

const InvestmentPage = lazy(async () => ({ default: (await import('../investment/page')).InvestmentPage }))
const ScorePage = lazy(async () => ({ default: (await import('../scoring/page')).ScorePage }))
const QuarterPage = lazy(async () => ({ default: (await import('../reports/quarter-page')).QuarterPage }))
const BatchesPage = lazy(async () => ({ default: (await import('../tables/batches-page')).BatchesPage }))
const SettingsPage = lazy(async () => ({ default: (await import('../settings/page')).SettingsPage }))

/** What the keys and buttons of the frame do in other rooms. */
export const commands = {
  openImport,
  /** Whether the import lies over the page; keys that act on the page rest meanwhile. */
  isPageCovered: () => useImport.getState().view.kind !== 'closed',
}

function wishImport(): void {
  useScreen.setState({ isImportWished: true })
}

/** The screens without a store. */
export const entries = {
  FirstStart: ({ settings }: { readonly settings: Settings }) => (
    <FirstStart settings={settings} onImport={wishImport} />
  ),
  Refused,
}

function itemsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([key, label]) => ({ key, label }))
}

const investmentItems = itemsOf(investmentTabs)
const reportsItems = itemsOf(reportsTabs)

function InvestmentRoom() {
  const tab = useScreen((state) => state.tabs.investment)
  if (tab !== 'score') return <InvestmentPage />
  return (
    <ScorePage tabs={{ items: investmentItems, active: tab, onChange: (key: string) => goTo('investment', key) }} />
  )
}

function ReportsRoom() {
  const tab = useScreen((state) => state.tabs.reports)
  const active = tab === 'batches' ? tab : 'quarter'
  const tabs = { items: reportsItems, active, onChange: (key: string) => goTo('reports', key) }
  return active === 'batches' ? <BatchesPage tabs={tabs} /> : <QuarterPage tabs={tabs} />
}

/** The page of each room. */
export const pages: Readonly<Record<ScreenRoom, ComponentType>> = {
  home: () => <HomePage onImport={openImport} />,
  assignments: () => <AssignmentsPage onImport={openImport} />,
  investment: InvestmentRoom,
  reports: ReportsRoom,
  settings: SettingsPage,
}

/** What stands beside every page: banners, and the import, which a first start may have asked for. */
export function RoomExtras() {
  const isImportWished = useScreen((state) => state.isImportWished)
  useEffect(() => {
    if (!isImportWished) return
    useScreen.setState({ isImportWished: false })
    openImport()
  }, [isImportWished])
  return (
    <>
      <Banners />
      <ImportHost />
    </>
  )
}
