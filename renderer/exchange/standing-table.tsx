import type { ReactNode } from 'react'
import { chapterLabels } from '../../shared/terms/exchange-lines'
import { openTarget } from '../app/open-target'
import { DataTable, type DataColumn } from '../components/data-table'
import { commonText, receiptsText as text } from '../text/exchange'
import { ObjectionCell } from './objection-cell'
import type { StandingLine } from './standing-order'
import { VerdictMark } from './verdict-mark'

/** The number that stands after the district's decision. */
function approvedText({ verdict, reported, approved }: StandingLine): string {
  if (verdict === null) return commonText.none
  if (verdict === 'returned') return text.notCounted
  return approved ?? reported ?? commonText.none
}

const { columns: titles } = text
function columnsOf(onWrite: ((line: StandingLine) => void) | null): readonly DataColumn<StandingLine>[] {
  return [
    {
      key: 'verdict',
      title: titles.verdict,
      width: 96,
      isFixed: true,
      render: ({ verdict }) => <VerdictMark verdict={verdict} />,
    },
    {
      key: 'label',
      title: titles.label,
      width: 210,
      isFixed: true,
      isCut: false,
      render: ({ label, unit }) => text.labelOf(label, unit),
    },
    { key: 'stream', title: titles.stream, width: 92, render: ({ stream }) => chapterLabels[stream] },
    {
      key: 'reported',
      title: titles.reported,
      width: 92,
      align: 'right',
      render: ({ reported }) => reported ?? commonText.none,
    },
    { key: 'approved', title: titles.approved, width: 92, align: 'right', render: (line) => approvedText(line) },
    {
      key: 'now',
      title: titles.now,
      width: 92,
      align: 'right',
      render: ({ now }) => now,
    },
    { key: 'reason', title: titles.reason, isCut: false, render: ({ reason }) => reason },
    {
      key: 'objection',
      title: titles.objection,
      width: 120,
      isCut: false,
      render: (line) => <ObjectionCell line={line} onWrite={onWrite && (() => onWrite(line))} />,
    },
    {
      key: 'action',
      title: titles.action,
      width: 88,
      render: ({ record, label }) =>
        record && (
          <button
            type="button"
            className="link"
            aria-label={commonText.openOf(record.title || label)}
            onClick={() => openTarget({ ...record, stream: record.room })}
          >
            {commonText.open}
          </button>
        ),
    },
  ]
}

interface StandingTableProps {
  readonly lines: readonly StandingLine[]
  readonly isLoading: boolean
  readonly empty: ReactNode
  /** Null while there is nothing to object to. */
  readonly onWrite: ((line: StandingLine) => void) | null
}

/** 自报 and 核定 side by side, line by line. */
export function StandingTable({ lines, isLoading, empty, onWrite }: StandingTableProps) {
  return (
    <DataTable
      name="exchange.standing"
      label={text.list}
      columns={columnsOf(onWrite)}
      rows={lines}
      rowKey={({ key }) => key}
      rowClassName={({ verdict }) => (verdict === 'returned' ? 'exchange-row-returned' : '')}
      isLoading={isLoading}
      empty={empty}
    />
  )
}
