import { Button } from 'antd'
import { useState } from 'react'
import type { TabsOfPage } from '../app/room-tabs'
import { goTo } from '../app/screen'
import { useShell } from '../app/shell'
import { DropPlace } from '../components/drop-place'
import { ExportButton } from '../components/export-button'
import { FailureNotice } from '../components/failure-notice'
import { FileButton } from '../components/file-button'
import { PageHeader } from '../components/page-header'
import { call, type OutputOf } from '../desk'
import { roomLabels } from '../text/app'
import { districtTabs, inboxText } from '../text/district'
import { issueText as text } from '../text/district-publish'
import './district.css'
import { SplitPreview } from './split-preview'

/** One table over all units becomes a package for each. */
function SplitPart() {
  const [split, setSplit] = useState<OutputOf<'district.openSplit'> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setError(null)
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      setSplit(await call('district.openSplit', { fileName: file.name, bytes }))
    } catch (cause) {
      setError(cause)
    }
  }
  return (
    <section className="section" aria-label={text.splitTitle}>
      <h2>{text.splitTitle}</h2>
      <p className="soft district-tight">{text.splitHint}</p>
      <FailureNotice error={error} />
      {split ? (
        <SplitPreview split={split} onClose={() => setSplit(null)} />
      ) : (
        <DropPlace word={inboxText.drop} onDrop={(transfer) => void open(transfer.files[0])}>
          <div>
            <FileButton
              type="primary"
              label={text.chooseTable}
              accept=".xlsx,.xls,.csv,.et"
              testId="district-table"
              onFiles={([file]) => void open(file)}
            >
              {text.chooseTable}
            </FileButton>
          </div>
        </DropPlace>
      )}
    </section>
  )
}

/** 下发: assignment tables, rules and calendars for the units. */
export function IssueTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const { bureau } = useShell()
  const { year } = bureau
  return (
    <section className="page" aria-label={districtTabs.issue}>
      <PageHeader title={roomLabels.district} tabs={tabs} />
      <div className="district-scroll">
        <SplitPart />
        <section className="section" aria-label={text.rulesTitle}>
          <h2>{text.rulesTitle}</h2>
          <p className="soft district-tight">{text.rulesHint}</p>
          <div className="district-line">
            <ExportButton
              write={(folder) => call('district.saveRules', { year, folder })}
              sentenceOf={() => text.rulesSaved}
            >
              {text.saveRules(year)}
            </ExportButton>
            <Button onClick={() => goTo('settings', 'rules')}>{text.editRules}</Button>
          </div>
        </section>
        <section className="section" aria-label={text.calendarTitle}>
          <h2>{text.calendarTitle}</h2>
          <p className="soft district-tight">{text.calendarHint}</p>
          <ExportButton
            write={(folder) => call('district.saveCalendar', { years: [year], folder })}
            sentenceOf={() => text.calendarSaved}
          >
            {text.saveCalendar(year)}
          </ExportButton>
        </section>
      </div>
    </section>
  )
}
