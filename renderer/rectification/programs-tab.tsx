import { Button } from 'antd'
import { useState } from 'react'
import type { ProgramRow } from '../../shared/rectification/contract'
import { rectSourceLabels } from '../../shared/terms/rectification'
import type { TabsOfPage } from '../app/room-tabs'
import { showRecord, useScreen } from '../app/screen'
import { useShell } from '../app/shell'
import { DataTable, type DataColumn } from '../components/data-table'
import { FailureNotice } from '../components/failure-notice'
import { Light } from '../components/light'
import { PageHeader } from '../components/page-header'
import { SampleFlag } from '../components/sample-flag'
import { useCall } from '../desk'
import { openImport } from '../tables/import-state'
import { pageText, programsText as text, rectificationTabs, treeText } from '../text/rectification'
import { AddProgram, type ProgramWish } from './add-program'
import { NoticePaste } from './notice-paste'
import { ProgramDrawer } from './program-drawer'
import { NoPrograms } from './tree-tab'

/** The first report that was not sent yet. */
function NextReport({ program }: { readonly program: ProgramRow }) {
  const next = program.reportsDue.find(({ sentOn }) => sentOn === null)
  if (!next) return <span className="soft">{treeText.none}</span>
  return (
    <span className="figures">
      {next.dueOn} <Light state={next.light} />
    </span>
  )
}

const columns: readonly DataColumn<ProgramRow>[] = [
  {
    key: 'title',
    title: text.columns.title,
    width: 300,
    isFixed: true,
    render: ({ title, isSample }) => (
      <span title={title}>
        <SampleFlag
          isSample={isSample}
          name={title}
          word={pageText.sample}
          hint={pageText.sampleHint}
          className="rect-flag"
        />
        {title}
      </span>
    ),
  },
  { key: 'source', title: text.columns.source, width: 96, render: ({ source }) => rectSourceLabels[source] },
  { key: 'docNo', title: text.columns.docNo, width: 170, render: ({ docNo }) => docNo || treeText.none },
  {
    key: 'feedbackOn',
    title: text.columns.feedbackOn,
    width: 108,
    render: ({ feedbackOn }) => feedbackOn ?? treeText.none,
  },
  { key: 'findings', title: text.columns.findings, width: 64, align: 'right', render: ({ findings }) => findings },
  {
    key: 'rate',
    title: text.columns.rate,
    width: 150,
    align: 'right',
    render: ({ rate, fraction }) => text.rate(rate, fraction),
  },
  {
    key: 'overdue',
    title: text.columns.overdue,
    width: 84,
    align: 'right',
    render: ({ overdue }) => (overdue === 0 ? treeText.none : <Light state="overdue" text={String(overdue)} />),
  },
  {
    key: 'nextReport',
    title: text.columns.nextReport,
    width: 176,
    render: (program) => <NextReport program={program} />,
  },
]

/** 整改来源: each with its rate and the date of its next report. */
export function ProgramsTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const { data, error, isFetching, refetch } = useCall('rectification.programs', {})
  const recordId = useScreen((state) => state.recordId)
  const [adding, setAdding] = useState<ProgramWish>(null)
  const [pastingId, setPastingId] = useState<string | null>(null)
  const pasting = data?.find(({ id }) => id === pastingId)
  const { today } = useShell()
  const findings = data?.reduce((sum, program) => sum + program.findings, 0) ?? 0
  return (
    <section className="page rect-page" aria-label={rectificationTabs.programs}>
      <PageHeader
        title={pageText.room}
        tabs={tabs}
        sentence={data && data.length > 0 ? text.sentence(data.length, findings) : null}
        extra={
          <>
            <Button className="for-work" onClick={openImport}>
              {pageText.import}
            </Button>
            <Button className="for-lead" type="primary" onClick={() => setAdding('program')}>
              {pageText.newProgram}
            </Button>
          </>
        }
      />
      <FailureNotice error={error} onRetry={() => void refetch()} />
      <DataTable
        name="rectification-programs"
        label={text.listName}
        columns={columns}
        rows={data ?? []}
        rowKey={({ id }) => id}
        isLoading={isFetching && !data}
        onOpen={({ id }) => showRecord(id)}
        openKey={recordId}
        empty={
          data ? (
            <NoPrograms onNew={() => setAdding('program')} onPaste={() => setAdding('programAndText')} />
          ) : (
            <span />
          )
        }
      />
      <AddProgram wish={adding} onClose={() => setAdding(null)} onMade={showRecord} />
      <ProgramDrawer
        program={data?.find(({ id }) => id === recordId)}
        today={today}
        onClose={() => showRecord(null)}
        onPaste={setPastingId}
      />
      {pasting && <NoticePaste key={pasting.id} program={pasting} isOpen onClose={() => setPastingId(null)} />}
    </section>
  )
}
