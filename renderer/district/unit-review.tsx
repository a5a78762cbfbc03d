import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { chapterLabels } from '../../shared/terms/exchange-lines'
import { verdictLabels } from '../../shared/terms/district-review'
import { ActionButton } from '../components/action-button'
import { ChoiceField } from '../components/choice-field'
import { DataTable, type DataColumn } from '../components/data-table'
import { EmptyState } from '../components/empty-state'
import { FailureNotice } from '../components/failure-notice'
import { useDone } from '../components/undo-notice'
import { call, useCall, type OutputOf } from '../desk'
import { districtText, shortCategoryLabels } from '../text/district'
import { unitReviewText as text } from '../text/district-review'
import { GivenFigures } from './given-figures'
import type { InboxRow } from './inbox-columns'
import { ReasonForm } from '../components/reason-form'
import { ReturnMark } from './return-mark'
import { approvedOf, reportedOf, type ReviewLine } from './review-line'
import { UnitVetoes } from './unit-vetoes'
import { VerdictDrawer } from './verdict-drawer'

type Review = OutputOf<'district.review'>

function Judged({ verdict, checks }: ReviewLine) {
  if (!verdict)
    return (
      <span className={checks.length > 0 ? 'district-mark-missing' : 'soft'}>
        {checks.length > 0 ? '■' : districtText.none}
      </span>
    )
  const sign = { accepted: '✓', adjusted: '▲', returned: '↩' }[verdict.verdict]
  return (
    <span className={verdict.verdict === 'accepted' ? '' : 'district-mark-late'}>
      {sign} {verdictLabels[verdict.verdict]} {verdict.isOutdated && text.outdated}
    </span>
  )
}

const columns: readonly DataColumn<ReviewLine>[] = [
  { key: 'chapter', title: text.columns.chapter, width: 92, render: ({ line }) => chapterLabels[line.stream] },
  {
    key: 'label',
    title: text.columns.label,
    width: 300,
    render: ({ line }) => <span title={line.label}>{line.label}</span>,
  },
  {
    key: 'target',
    title: text.columns.target,
    width: 84,
    align: 'right',
    render: ({ line }) => line.target ?? districtText.none,
  },
  {
    key: 'current',
    title: text.columns.current,
    width: 84,
    align: 'right',
    render: ({ line }) => line.current ?? districtText.none,
  },
  { key: 'reported', title: text.columns.reported, width: 112, align: 'right', render: reportedOf },
  { key: 'approved', title: text.columns.approved, width: 112, align: 'right', render: approvedOf },
  { key: 'verdict', title: text.columns.verdict, width: 130, render: (line) => <Judged {...line} /> },
  {
    key: 'before',
    title: text.columns.before,
    width: 96,
    align: 'right',
    render: ({ before }) => before ?? districtText.none,
  },
  {
    key: 'evidence',
    title: text.columns.evidence,
    width: 64,
    align: 'right',
    render: ({ line }) => (line.kind === 'figure' ? districtText.none : text.evidence(line.evidence)),
  },
  { key: 'status', title: text.columns.status, render: ({ line }) => line.status || districtText.none },
]

interface UnitReviewProps {
  readonly period: string
  readonly unitId: string | null
  readonly units: readonly InboxRow[]
  readonly isLocked: boolean
  readonly onChoose: (unitId: string) => void
}

/** 逐家核定: the newest edition of one unit, 自报 beside 核定. */
export function UnitReview({ period, unitId, units, isLocked, onChoose }: UnitReviewProps) {
  const wish = { unitId: unitId ?? '', period }
  const { data, error, isFetching, refetch } = useCall('district.review', wish, { enabled: unitId !== null })
  const [onlyFigures, setOnlyFigures] = useState(false)
  const [openKey, setOpenKey] = useState<string | null>(null)
  const lines = data?.lines.filter(({ line }) => !onlyFigures || line.kind === 'figure') ?? []
  const open = data?.lines.find(({ line }) => line.key === openKey)
  return (
    <>
      <div className="district-bar">
        <div className="district-line">
          <ChoiceField
            label={text.chooseUnit}
            placeholder={text.chooseUnit}
            value={unitId}
            options={units.map((row) => ({
              value: row.unitId,
              label: `${row.unit} ${shortCategoryLabels[row.category]}`,
            }))}
            onChange={(chosen) => chosen !== null && onChoose(chosen)}
            width={260}
          />
          {data && <ReviewHead review={data} />}
          <Checkbox checked={onlyFigures} onChange={(event) => setOnlyFigures(event.target.checked)}>
            {text.onlyFigures}
          </Checkbox>
          {data && <span className="soft">{text.linesOf(lines.length, data.lines.length)}</span>}
        </div>
        {data && data.edition !== null && !isLocked && <ReviewActions review={data} period={period} />}
      </div>
      <FailureNotice error={error} onRetry={() => void refetch()} />
      {data && (
        <div className="district-line">
          <GivenFigures review={data} isLocked={isLocked} />
          <UnitVetoes review={data} isLocked={isLocked} />
        </div>
      )}
      <DataTable
        name="district-review"
        label={text.list}
        columns={columns}
        rows={lines}
        rowKey={({ line }) => line.key}
        isLoading={isFetching && !data}
        onOpen={({ line }) => setOpenKey(line.key)}
        openKey={openKey}
        empty={<EmptyState text={unitId === null ? text.noUnit : text.noReturn} />}
      />
      <VerdictDrawer
        reviewed={open}
        unitId={unitId ?? ''}
        period={period}
        isLocked={isLocked}
        onClose={() => setOpenKey(null)}
      />
    </>
  )
}

function ReviewHead({ review: { edition, editions, cell, ownTotal, total } }: { readonly review: Review }) {
  const current = editions.find((each) => each.edition === edition)
  return (
    <>
      <ReturnMark state={cell.state} />
      {current && <span className="soft">{text.head(current.edition, current.receivedOn)}</span>}
      {total !== null && <span className="figures">{text.total(ownTotal ?? districtText.none, total)}</span>}
    </>
  )
}

function ReviewActions({ review, period }: { readonly review: Review; readonly period: string }) {
  const { unit, cell } = review
  const done = useDone()
  const [isReturning, setIsReturning] = useState(false)
  const isReviewed = cell.state === 'reviewed'
  const setReviewed = async (): Promise<void> => {
    await call('district.setReviewed', { period, unitIds: [unit.id], isReviewed: !isReviewed })
    done(isReviewed ? text.unsetReviewed : text.reviewed(unit.name))
  }
  return (
    <div className="district-line">
      <Button size="small" onClick={() => setIsReturning(true)}>
        {text.setReturned}
      </Button>
      <ActionButton size="small" run={setReviewed}>
        {isReviewed ? text.unsetReviewed : text.setReviewed}
      </ActionButton>
      {isReturning && (
        <ReasonForm
          title={text.setReturned}
          label={text.returnReason}
          word={text.setReturned}
          cancel={districtText.cancel}
          onClose={() => setIsReturning(false)}
          run={async (reason) => {
            await call('district.setReturned', { unitId: unit.id, period, reason })
            done(text.returned(unit.name))
          }}
        />
      )}
    </div>
  )
}
