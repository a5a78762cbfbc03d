import { lazy, useEffect, type ComponentType } from 'react'
import { AssignmentsPage } from '../assignments/page'
import { HomePage } from '../home/page'
import { Banners } from '../settings/banners'
import { FirstStart } from '../settings/first-start'
import { Refused } from '../settings/refused'
import { ImportHost } from '../tables/import-host'
import { openImport } from '../tables/import-state'
import { reportsTabs } from '../text/app'
import { goTo, useScreen, type ScreenRoom } from './screen'
import type { Settings } from './shell'

const InvestmentPage = lazy(async () => ({ default: (await import('../investment/page')).InvestmentPage }))
const BatchesPage = lazy(async () => ({ default: (await import('../tables/batches-page')).BatchesPage }))
const SettingsPage = lazy(async () => ({ default: (await import('../settings/page')).SettingsPage }))

/** What the keys and buttons of the frame do in other rooms. */
export const commands = { openImport }

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

const reportsItems = Object.entries(reportsTabs).map(([key, label]) => ({ key, label }))

function ReportsRoom() {
  const tabs = { items: reportsItems, active: 'batches', onChange: (key: string) => goTo('reports', key) }
  return <BatchesPage tabs={tabs} />
}

/** The page of each room. */
export const pages: Readonly<Record<ScreenRoom, ComponentType>> = {
  home: () => <HomePage onImport={openImport} />,
  assignments: () => <AssignmentsPage onImport={openImport} />,
  investment: InvestmentPage,
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
