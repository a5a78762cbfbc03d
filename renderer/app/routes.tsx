import type { ComponentType } from 'react'
import { AssignmentsPage } from '../assignments/page'
import { HomePage } from '../home/page'
import { InvestmentPage } from '../investment/page'
import { Banners } from '../settings/banners'
import { FirstStart } from '../settings/first-start'
import { SettingsPage } from '../settings/page'
import { Refused } from '../settings/refused'
import type { ScreenRoom } from './screen'
import type { Settings } from './shell'

/** What the keys and buttons of the frame do in other rooms. */
export const commands = { openImport: () => undefined }

/** The screens without a store. */
export const entries = {
  FirstStart: ({ settings }: { readonly settings: Settings }) => (
    <FirstStart settings={settings} onImport={commands.openImport} />
  ),
  Refused,
}

/** The page of each room. */
export const pages: Readonly<Record<ScreenRoom, ComponentType>> = {
  home: () => <HomePage onImport={commands.openImport} />,
  assignments: () => <AssignmentsPage onImport={commands.openImport} />,
  investment: InvestmentPage,
  reports: () => null,
  settings: SettingsPage,
}

/** What stands beside every page. */
export function RoomExtras() {
  return <Banners />
}
