import { Button } from 'antd'
import { useState } from 'react'
import { versionLine } from '../../shared/terms/help'
import { electronSourceLabels } from '../../shared/terms/settings'
import { useShell } from '../app/shell'
import { DiagnosticsButton } from '../help/diagnostics-button'
import { GuideDrawer } from '../help/guide-drawer'
import { helpFoot } from '../text/help-settings'
import { settingsText } from '../text/settings'

/** 关于: what this is and what it runs on. */
export function AboutTab() {
  const { versions, dataFolder, actor } = useShell()
  const [isGuideOpen, setIsGuideOpen] = useState(false)
  const labels = settingsText.versions
  const facts: readonly (readonly [string, string])[] = [
    [labels.app, versions.app],
    [labels.electron, versions.electron],
    [labels.electronSource, electronSourceLabels[versions.electronSource] ?? versions.electronSource],
    [labels.chromium, versions.chromium],
    [labels.node, versions.node],
    [labels.sqlite, versions.sqlite],
    [labels.schema, String(versions.schema)],
    [settingsText.dataFolder, dataFolder],
    [settingsText.actor, actor],
    [settingsText.licence, settingsText.licenceName],
  ]
  return (
    <div className="settings-form">
      <p style={{ fontSize: 18, margin: '0 0 4px' }}>{settingsText.aboutName}</p>
      <p className="soft">{settingsText.aboutLine}</p>
      <p className="figures">{versionLine(versions)}</p>
      <dl className="facts">
        {facts.map(([label, text]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Button size="small" onClick={() => setIsGuideOpen(true)}>
          {helpFoot.guide}
        </Button>{' '}
        <DiagnosticsButton />
      </p>
      <p className="soft">{helpFoot.diagnosticsHint}</p>
      {isGuideOpen && <GuideDrawer onClose={() => setIsGuideOpen(false)} />}
    </div>
  )
}
