import type { ComponentType } from 'react'
import { goTo, useScreen } from '../app/screen'
import { PageHeader } from '../components/page-header'
import { settingsText } from '../text/settings'
import { AboutTab } from './about-tab'
import { BureauTab } from './bureau-tab'
import { CalendarsTab } from './calendars-tab'
import { CheckTab } from './check-tab'
import { ClocksTab } from './clocks-tab'
import { JournalTab } from './journal-tab'
import { SampleTab } from './sample-tab'
import './settings.css'
import { TextSize } from './text-size'

const tabKeys = ['bureau', 'calendars', 'clocks', 'display', 'sample', 'check', 'journal', 'about'] as const
type TabKey = (typeof tabKeys)[number]

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

const tabPages: Readonly<Record<TabKey, ComponentType>> = {
  bureau: BureauTab,
  calendars: CalendarsTab,
  clocks: ClocksTab,
  display: DisplayTab,
  sample: SampleTab,
  check: CheckTab,
  journal: JournalTab,
  about: AboutTab,
}

/** 设置. */
export function SettingsPage() {
  const chosen = useScreen((state) => state.tabs.settings)
  const active = tabKeys.find((key) => key === chosen) ?? 'bureau'
  const Tab = tabPages[active]
  const items = tabKeys.map((key) => ({ key, label: settingsText.tabs[key] }))
  return (
    <div className="page">
      <PageHeader title={settingsText.title} tabs={{ items, active, onChange: (key) => goTo('settings', key) }} />
      <div className={active === 'journal' ? 'page-fill' : 'settings-body'}>
        <Tab />
      </div>
    </div>
  )
}
