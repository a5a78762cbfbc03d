import { Button } from 'antd'
import type { TabsOfPage } from '../app/room-tabs'
import { rowOutcomes, type ImportBatch } from '../../shared/tables/contract'
import { importKindLabels } from '../../shared/terms/tables'
import { ActionButton } from '../components/action-button'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { useCall } from '../desk'
import { batchesText, outcomeText, resultText } from '../text/tables'
import { openImport } from './import-state'
import { shortTime, useUndoImport } from './undo-import'

/** What came of the rows, without the outcomes that none had. */
function Counts({ batch }: { readonly batch: ImportBatch }) {
  return (
    <span className="import-counts">
      {rowOutcomes
        .filter((outcome) => batch.counts[outcome] > 0)
        .map((outcome) => (
          <span key={outcome} className="figures">
            {outcomeText[outcome].word} {batch.counts[outcome]}
          </span>
        ))}
    </span>
  )
}

function columnsOf(undo: (batch: ImportBatch) => Promise<boolean>): readonly DataColumn<ImportBatch>[] {
  return [
    { key: 'at', title: batchesText.at, width: 136, render: (batch) => shortTime(batch.importedAt) },
    {
      key: 'file',
      title: batchesText.file,
      isCut: false,
      render: (batch) => (
        <>
          <div className="import-file-name">{batch.fileName}</div>
          <div className="soft">{batchesText.place(batch.sheet, importKindLabels[batch.kind])}</div>
        </>
      ),
    },
    { key: 'counts', title: batchesText.counts, width: 190, isCut: false, render: (batch) => <Counts batch={batch} /> },
    { key: 'by', title: batchesText.by, width: 84, render: (batch) => batch.importedBy },
    {
      key: 'actions',
      title: batchesText.actions,
      width: 124,
      render: (batch) => (
        <ActionButton size="small" run={() => undo(batch)}>
          {resultText.undo}
        </ActionButton>
      ),
    },
  ]
}

/** 导入批次: what came in from which file, and the way back. */
export function BatchesPage({ tabs }: { readonly tabs: TabsOfPage }) {
  const batches = useCall('tables.batches', {})
  const undo = useUndoImport()
  const importNow = (
    <Button type="primary" onClick={openImport}>
      {batchesText.importNow}
    </Button>
  )
  const rows = batches.data ?? []
  return (
    <div className="page">
      <PageHeader
        title={batchesText.title}
        tabs={tabs}
        extra={rows.length > 0 && importNow}
        note={rows.length > 0 ? batchesText.sentence(rows.length) : undefined}
      />
      <FailureNotice error={batches.error} onRetry={() => void batches.refetch()} />
      <DataTable
        name="batches"
        label={batchesText.list}
        columns={columnsOf(undo)}
        rows={rows}
        rowKey={(batch) => batch.id}
        isLoading={batches.isPending}
        empty={<EmptyState text={batchesText.empty} action={importNow} />}
      />
    </div>
  )
}
