import { lazy, useEffect, type ComponentType } from 'react'
import { useShownCode } from '../access/shown-code'
import { DigestHost } from '../assignments/digest'
import { isWindowLocked, useCall } from '../desk'
import { ExchangeHost } from '../exchange/exchange-host'
import { takePackage, useReceive } from '../exchange/receive-state'
import { useSend } from '../exchange/send-state'
import { HomePage } from '../home/page'
import { SearchPalette } from '../search/palette'
import { openSearch, useSearch } from '../search/search-state'
import { Banners } from '../settings/banners'
import { GridHost } from '../tables/grid-host'
import { isGridOpen, useGridWindow } from '../tables/grid-window'
import { ImportHost } from '../tables/import-host'
import { openImport, useImport } from '../tables/import-state'
import { reportsTabs } from '../text/app'
import { conflictsText } from '../text/colleagues'
import { investmentTabs } from '../text/investment'
import { useRoomTabs } from './room-tabs'
import { useScreen, type ScreenRoom } from './screen'
import type { Settings } from './shell'

const FirstStart = lazy(async () => ({ default: (await import('../settings/first-start')).FirstStart }))
const Refused = lazy(async () => ({ default: (await import('../settings/refused')).Refused }))
const AssignmentsPage = lazy(async () => ({ default: (await import('../assignments/page')).AssignmentsPage }))
const InvestmentPage = lazy(async () => ({ default: (await import('../investment/page')).InvestmentPage }))
const ProjectsPage = lazy(async () => ({ default: (await import('../projects/page')).ProjectsPage }))
const EnvironmentPage = lazy(async () => ({ default: (await import('../environment/page')).EnvironmentPage }))
const RevenuePage = lazy(async () => ({ default: (await import('../revenue/page')).RevenuePage }))
const RectificationPage = lazy(async () => ({ default: (await import('../rectification/page')).RectificationPage }))
const RegistryPage = lazy(async () => ({ default: (await import('../registry/page')).RegistryPage }))
const CalendarPage = lazy(async () => ({ default: (await import('../calendar/page')).CalendarPage }))
const ScorePage = lazy(async () => ({ default: (await import('../scoring/page')).ScorePage }))
const PeriodPage = lazy(async () => ({ default: (await import('../reports/period-page')).PeriodPage }))
const LedgersPage = lazy(async () => ({ default: (await import('../reports/ledgers-page')).LedgersPage }))
const PackagesPage = lazy(async () => ({ default: (await import('../exchange/packages-page')).PackagesPage }))
const ReceiptsPage = lazy(async () => ({ default: (await import('../exchange/receipts-page')).ReceiptsPage }))
const ColleaguesPage = lazy(async () => ({ default: (await import('../exchange/colleagues-page')).ColleaguesPage }))
const ConflictsPage = lazy(async () => ({ default: (await import('../exchange/conflicts-page')).ConflictsPage }))
const DistrictPage = lazy(async () => ({ default: (await import('../district/page')).DistrictPage }))
const BatchesPage = lazy(async () => ({ default: (await import('../tables/batches-page')).BatchesPage }))
const SettingsPage = lazy(async () => ({ default: (await import('../settings/page')).SettingsPage }))

/** What the keys and buttons of the frame do in other rooms. */
export const commands = {
  openImport,
  openSearch,
  /** Whether the import, the grid or the search lies over the page; keys that act on the page rest meanwhile. */
  isPageCovered: () =>
    isWindowLocked() ||
    useShownCode.getState().shown !== null ||
    useImport.getState().view.kind !== 'closed' ||
    isGridOpen() ||
    useSearch.getState().isOpen,
  /** Another person sits down: nothing stays open over the page, and no search of the one before. */
  leavePage: () => {
    useImport.setState(useImport.getInitialState())
    useGridWindow.setState(useGridWindow.getInitialState())
    useSearch.setState(useSearch.getInitialState())
    useReceive.setState(useReceive.getInitialState())
    useSend.setState(useSend.getInitialState())
  },
}

function wishImport(): void {
  useScreen.setState({ isImportWished: true })
}

/** The screens without a store. */
export const entries = {
  FirstStart: ({ settings }: { readonly settings: Settings }) => (
    <FirstStart settings={settings} onImport={wishImport} />
  ),
  Refused: ({ settings, onRetry }: { readonly settings: Settings; readonly onRetry: () => void }) => (
    <Refused settings={settings} onRetry={onRetry} onImport={wishImport} />
  ),
}

function InvestmentRoom() {
  const tabs = useRoomTabs('investment', investmentTabs, 'leads')
  return tabs.active === 'score' ? <ScorePage tabs={tabs} /> : <InvestmentPage />
}

function ReportsRoom() {
  const conflicts = useCall('exchange.conflicts', {}).data?.length ?? 0
  const labels = { ...reportsTabs, conflicts: conflictsText.tab(reportsTabs.conflicts, conflicts) }
  const tabs = useRoomTabs('reports', labels, 'quarter')
  const { active } = tabs
  if (active === 'batches') return <BatchesPage tabs={tabs} />
  if (active === 'ledgers') return <LedgersPage tabs={tabs} />
  if (active === 'packages') return <PackagesPage tabs={tabs} />
  if (active === 'receipts') return <ReceiptsPage tabs={tabs} />
  if (active === 'colleagues') return <ColleaguesPage tabs={tabs} />
  if (active === 'conflicts') return <ConflictsPage tabs={tabs} />
  return <PeriodPage key={active} kind={active} tabs={tabs} />
}

/** The page of each room. */
export const pages: Readonly<Record<ScreenRoom, ComponentType>> = {
  home: () => <HomePage onImport={openImport} />,
  assignments: () => <AssignmentsPage onImport={openImport} />,
  investment: InvestmentRoom,
  projects: ProjectsPage,
  environment: EnvironmentPage,
  revenue: RevenuePage,
  rectification: RectificationPage,
  registry: RegistryPage,
  calendar: CalendarPage,
  reports: ReportsRoom,
  district: DistrictPage,
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
      <DigestHost />
      <ImportHost takeOther={takePackage} />
      <ExchangeHost />
      <GridHost />
      <SearchPalette />
    </>
  )
}
