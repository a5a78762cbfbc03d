import { Button } from 'antd'
import { useState } from 'react'
import { versionLine } from '../../shared/terms/help'
import { RecordDrawer } from '../components/record-drawer'
import { DiagnosticsButton } from '../help/diagnostics-button'
import { GuideDrawer } from '../help/guide-drawer'
import { helpText, shortcutHelp } from '../text/help'
import { helpFoot, settingsHelp } from '../text/help-settings'
import { toggleHelp, useScreen } from './screen'
import { useShell } from './shell'

function isSettingsTab(tab: string): tab is keyof typeof settingsHelp {
  return Object.hasOwn(settingsHelp, tab)
}

function useHelpPage() {
  const room = useScreen((state) => state.room)
  const tab = useScreen((state) => state.tabs[room]) ?? ''
  const own = room === 'settings' && isSettingsTab(tab) ? settingsHelp[tab] : undefined
  return own ?? helpText[room]
}

/** F1: what the current screen is for, the keys, and where further help is. */
export function HelpPanel() {
  const isOpen = useScreen((state) => state.isHelpOpen)
  const [isGuideOpen, setIsGuideOpen] = useState(false)
  const { title, paragraphs } = useHelpPage()
  const { versions } = useShell()
  return (
    <>
      <RecordDrawer title={title} isOpen={isOpen} onClose={() => toggleHelp(false)} width={460}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph} style={{ margin: '8px 0' }}>
            {paragraph}
          </p>
        ))}
        <section className="section">
          <h2>{shortcutHelp.title}</h2>
          <dl className="facts">
            {shortcutHelp.keys.map(({ keys, does }) => (
              <div key={keys} style={{ display: 'contents' }}>
                <dt>{keys}</dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section className="section">
          <h2>{helpFoot.more}</h2>
          <p>
            <Button size="small" onClick={() => setIsGuideOpen(true)}>
              {helpFoot.guide}
            </Button>{' '}
            <DiagnosticsButton />
          </p>
          <p className="soft">{helpFoot.diagnosticsHint}</p>
          <p className="soft">{helpFoot.version}</p>
          <p className="figures">{versionLine(versions)}</p>
        </section>
      </RecordDrawer>
      {isGuideOpen && <GuideDrawer onClose={() => setIsGuideOpen(false)} />}
    </>
  )
}
