import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { invariant } from '../../shared/core/assert'
import type { TabsOfPage } from '../app/room-tabs'
import { ActionButton } from '../components/action-button'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { useExport } from '../components/export-button'
import { FailureNotice } from '../components/failure-notice'
import { PageHeader } from '../components/page-header'
import { RecordDrawer } from '../components/record-drawer'
import { call, useCall, type OutputOf } from '../desk'
import { roomLabels } from '../text/app'
import { districtTabs, districtText } from '../text/district'
import { publishText as text } from '../text/district-publish'
import { ChangeLines } from './change-lines'
import './district.css'
import { PeriodField } from './period-field'
import { useDistrictPeriod } from './period-state'
import { PublishForm } from './publish-form'
import { SaveSheets } from './save-sheets'

type Publication = OutputOf<'district.publications'>[number]

const columns: readonly DataColumn<Publication>[] = [
  { key: 'version', title: text.columns.version, width: 84, render: ({ version }) => text.version(version) },
  { key: 'kind', title: text.columns.kind, width: 96, render: ({ kind }) => text.kinds[kind] },
  { key: 'publishedOn', title: text.columns.publishedOn, width: 112, render: ({ publishedOn }) => publishedOn },
  { key: 'publishedBy', title: text.columns.publishedBy, width: 120, render: ({ publishedBy }) => publishedBy },
  { key: 'checkCode', title: text.columns.checkCode, width: 112, render: ({ checkCode }) => checkCode },
  {
    key: 'until',
    title: text.columns.until,
    width: 112,
    render: ({ objectionsUntil }) => objectionsUntil ?? districtText.none,
  },
  { key: 'note', title: text.columns.note, render: ({ changeNote }) => changeNote || districtText.none },
]

/** A version: what it changed, and its files. */
function PublicationDrawer({ row, onClose }: { readonly row: Publication | null; readonly onClose: () => void }) {
  const { data, error } = useCall('district.publication', { id: row?.id ?? '' }, { enabled: row !== null })
  const exportInto = useExport()
  const [isAnonymous, setIsAnonymous] = useState(false)
  const saveBulletin = (id: string): Promise<void> =>
    exportInto(async (folder) => {
      const wish = { id, parts: ['bulletin' as const, 'table' as const], folder, isAnonymous }
      const { files, checkCode } = await call('district.savePublication', wish)
      const [file] = files
      invariant(file, 'at least one file was written')
      return { file, sentence: text.bulletinSaved(files.length, checkCode) }
    })
  return (
    <RecordDrawer title={row ? text.version(row.version) : ''} isOpen={row !== null} onClose={onClose}>
      <FailureNotice error={error} />
      {row && (
        <>
          <div className="district-line">
            <Checkbox checked={isAnonymous} onChange={(event) => setIsAnonymous(event.target.checked)}>
              {text.anonymous}
            </Checkbox>
          </div>
          <div className="district-line">
            <ActionButton size="small" type="primary" does="reading" run={() => saveBulletin(row.id)}>
              {text.bulletin}
            </ActionButton>
            <SaveSheets publication={row} isAnonymous={isAnonymous} />
          </div>
          <section className="section" aria-label={text.changes}>
            <h2>{text.changes}</h2>
            {row.changeNote !== '' && <p className="district-tight">{row.changeNote}</p>}
            {row.version === 1 ? (
              <p className="soft">{text.firstVersion}</p>
            ) : data?.changes.length === 0 ? (
              <p className="soft">{text.noChanges}</p>
            ) : (
              <ChangeLines changes={data?.changes ?? []} />
            )}
          </section>
        </>
      )}
    </RecordDrawer>
  )
}

/** 回执 for everybody, into a folder. */
function ReceiptsButton({ period }: { readonly period: string }) {
  const exportInto = useExport()
  const save = (): Promise<void> =>
    exportInto(async (folder, label) => {
      const { files, folderToken } = await call('district.saveReceipts', { period, folder, unitIds: null })
      return { file: { fileName: label, fileToken: folderToken }, sentence: text.receiptsSaved(files) }
    })
  return <ActionButton run={save}>{text.receipts}</ActionButton>
}

/** 发布: versions of the ranking, receipts, the files that go out. */
export function PublishTab({ tabs }: { readonly tabs: TabsOfPage }) {
  const choice = useDistrictPeriod()
  const { period } = choice
  const publications = useCall('district.publications', { period })
  const ranking = useCall('district.ranking', { period })
  const [publishing, setPublishing] = useState<'trial' | 'final' | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const rows = publications.data ?? []
  const newest = rows.find(({ version }) => version === rows.length)
  const canPublish = ranking.data?.isLocked === true
  const units = ranking.data?.categories.reduce((sum, category) => sum + category.units.length, 0) ?? 0
  const sentence = newest
    ? text.sentence(newest.version, text.kinds[newest.kind], newest.publishedOn, newest.objectionsUntil ?? '')
    : text.none
  return (
    <section className="page" aria-label={districtTabs.publish}>
      <PageHeader
        title={roomLabels.district}
        tabs={tabs}
        sentence={publications.data ? sentence : null}
        extra={
          <>
            <PeriodField choice={choice} />
            <ReceiptsButton period={period} />
            <Button className="for-lead" disabled={!canPublish} onClick={() => setPublishing('trial')}>
              {text.publish.trial}
            </Button>
            <Button className="for-lead" type="primary" disabled={!canPublish} onClick={() => setPublishing('final')}>
              {text.publish.final}
            </Button>
          </>
        }
      />
      <FailureNotice error={publications.error ?? ranking.error} onRetry={() => void publications.refetch()} />
      <DataTable
        name="district-publications"
        label={text.list}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpenId(id)}
        openKey={openId}
        empty={publications.data ? <EmptyState text={text.none} /> : <span />}
      />
      {publishing && (
        <PublishForm period={period} kind={publishing} units={units} onClose={() => setPublishing(null)} />
      )}
      <PublicationDrawer row={rows.find(({ id }) => id === openId) ?? null} onClose={() => setOpenId(null)} />
    </section>
  )
}
