import { App, Button } from 'antd'
import { useState } from 'react'
import type { ReportChapter } from '../../shared/reports/model'
import { formatChineseDate } from '../../shared/terms/dates'
import { useKept } from '../app/kept'
import type { TabsOfPage } from '../app/room-tabs'
import { useShell } from '../app/shell'
import { ChoiceField } from '../components/choice-field'
import { copyText } from '../components/copy-text'
import { FailureNotice, useFailure } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useDone } from '../components/undo-notice'
import { call, useCall } from '../desk'
import { openSend } from '../exchange/send-state'
import { sendText } from '../text/exchange'
import { exportText, periodText as text } from '../text/reports'
import { Checks } from './checks'
import { Draft, type ChosenPlace } from './draft'
import { ExportPanel } from './export-panel'
import { periodKey, type PeriodKind } from './open-period'
import { periodChoice } from './period-choice'
import { PlaceDrawer } from './place-drawer'
import './reports.css'

interface PeriodState {
  /** `2022Q3` or `2022-09`; null follows the calendar. */
  readonly period: string | null
}
const start: PeriodState = { period: null }

interface PeriodPageProps {
  readonly tabs: TabsOfPage
  readonly kind: PeriodKind
}

/** 季度小结 and 月报: the draft over all streams, what to look at first, and the files for the district. */
export function PeriodPage({ kind, tabs }: PeriodPageProps) {
  const { bureau, today } = useShell()
  const { message } = App.useApp()
  const [kept, change] = useKept(periodKey(kind), start)
  const [chosen, setChosen] = useState<ChosenPlace | null>(null)
  const fail = useFailure()
  const done = useDone()
  const { label, current, options } = periodChoice(kind, bureau.year, today)
  const period = options.find(({ value }) => value === kept.period)?.value ?? current
  const draft = useCall('reports.preview', { period })
  const preview = draft.data
  const gaps = preview?.warnings.filter((warning) => warning.kind === 'gap').length ?? 0
  const others = (preview?.warnings.length ?? 0) - gaps
  const copy = (copied: string): void => {
    if (copyText(copied)) void message.success(exportText.copied)
    else void message.warning(exportText.copyFailed)
  }
  const setNil = async (stream: ReportChapter, isNil: boolean): Promise<void> => {
    try {
      await call('reports.setNil', { period, stream, isNil })
      done()
    } catch (error) {
      fail(error)
    }
  }
  const extra = (
    <>
      <ChoiceField
        label={label}
        value={period}
        options={options}
        width={160}
        onChange={(next) => {
          setChosen(null)
          change({ period: next })
        }}
      />
      <Button onClick={() => window.print()}>{text.print}</Button>
      <Button onClick={() => openSend(period)}>{sendText.title}</Button>
    </>
  )
  return (
    <div className="page">
      <PageHeader
        title={text.title}
        tabs={tabs}
        {...(preview && preview.warnings.length > 0 ? { sentence: text.checkCount(gaps, others) } : {})}
        {...(preview
          ? { note: text.cutOff(formatChineseDate(preview.asOf), formatChineseDate(preview.periodEnd)) }
          : {})}
        extra={extra}
      />
      <FailureNotice error={draft.error} onRetry={() => void draft.refetch()} />
      {draft.isPending && <p className="soft">{text.loading}</p>}
      {preview && (
        <div className="report-columns">
          {/* The text scrolls by itself, so the keyboard has to reach it. */}
          <div className="report-paper" tabIndex={0} role="region" aria-label={text.draft}>
            <Draft
              preview={preview}
              chosen={chosen}
              onChoose={setChosen}
              onCopy={copy}
              onNil={({ stream }, isNil) => void setNil(stream, isNil)}
            />
          </div>
          <aside className="report-side no-print">
            <Checks preview={preview} onChoose={setChosen} />
            <ExportPanel key={period} period={period} onCopy={() => copy(preview.text)} />
            <section className="section">
              <h2>{text.checkCode}</h2>
              <div className="report-code figures" data-testid="check-code">
                {preview.checkCode}
              </div>
              <p className="soft">{text.checkCodeHint}</p>
              <p className="soft">{text.draftHint}</p>
            </section>
          </aside>
          <PlaceDrawer period={period} preview={preview} chosen={chosen} onClose={() => setChosen(null)} />
        </div>
      )}
    </div>
  )
}
