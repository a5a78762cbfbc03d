import type { ComponentType } from 'react'
import { useRoomTabs } from '../app/room-tabs'
import { PageHeader } from '../components/page-header'
import { ReadOnly } from '../components/read-only'
import { AccessTab } from '../access/access-tab'
import { useMayHere } from '../access/may'
import { BackupTab } from '../backup/backup-tab'
import { KeysTab } from '../exchange/keys-tab'
import { RulesTab } from '../scoring/rules-tab'
import { settingsText } from '../text/settings'
import { AboutTab } from './about-tab'
import { BureauTab } from './bureau-tab'
import { CalendarsTab } from './calendars-tab'
import { CheckTab } from './check-tab'
import { ClocksTab } from './clocks-tab'
import { JournalTab } from './journal-tab'
import { RecycleTab } from './recycle-tab'
import { SampleTab } from './sample-tab'
import './settings.css'
import { TextSize } from './text-size'
import { UpdatesTab } from '../updates/updates-tab'
import { YearTab } from './year-tab'

/** Tabs that fill the height and scroll inside. */
const filling: ReadonlySet<keyof typeof settingsText.tabs> = new Set(['rules', 'journal', 'recycle'])

function DisplayTab() {
  return (
    <div className="settings-form">
      <p className="soft" style={{ marginTop: 0 }}>
        {settingsText.zoomHint}
      </p>
      <TextSize label={settingsText.zoom} />
    </div>
  )
}

const tabPages: Readonly<Record<keyof typeof settingsText.tabs, ComponentType>> = {
  bureau: BureauTab,
  access: AccessTab,
  backup: BackupTab,
  year: YearTab,
  calendars: CalendarsTab,
  clocks: ClocksTab,
  rules: RulesTab,
  keys: KeysTab,
  display: DisplayTab,
  sample: SampleTab,
  check: CheckTab,
  journal: JournalTab,
  recycle: RecycleTab,
  updates: UpdatesTab,
  about: AboutTab,
}

/** 设置. */
export function SettingsPage() {
  const tabs = useRoomTabs('settings', settingsText.tabs, 'bureau')
  const mayChange = useMayHere()
  const Tab = tabPages[tabs.active]
  return (
    <div className="page">
      <PageHeader title={settingsText.title} tabs={tabs} />
      <div className={filling.has(tabs.active) ? 'page-fill' : 'settings-body'}>
        <ReadOnly isLocked={!mayChange && !filling.has(tabs.active)}>
          <Tab />
        </ReadOnly>
      </div>
    </div>
  )
}
