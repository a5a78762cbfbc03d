import type { FindingRow } from '../../shared/rectification/finding-rows'
import { findingKindLabels, rectSourceLabels } from '../../shared/terms/rectification'
import { Figure } from '../components/amount'
import type { DataColumn } from '../components/data-table'
import { SampleFlag } from '../components/sample-flag'
import { amountShown } from '../components/typed-amount'
import { listText as text, pageText, treeText } from '../text/rectification'
import { MeasureCount } from './measure-count'
import { DueLight, StatusMark, dueShown } from './status-mark'

/** The title with its marks behind it, which stay in sight when the title is cut. */
function TitleCell({ row }: { readonly row: FindingRow }) {
  const { title, isSample, isRecurrence, returnCount, reopenCount } = row
  return (
    <span className="rect-list-title" title={title}>
      <SampleFlag
        isSample={isSample}
        name={title}
        word={pageText.sample}
        hint={pageText.sampleHint}
        className="rect-flag"
      />
      <span className="rect-cut">{title}</span>
      {isRecurrence && <span className="rect-mark">{text.recurrenceShort}</span>}
      {returnCount > 0 && <span className="rect-mark light-overdue">{treeText.returned(returnCount)}</span>}
      {reopenCount > 0 && <span className="rect-mark light-overdue">{treeText.reopened(reopenCount)}</span>}
    </span>
  )
}

/** The columns of 清单. */
export const ledgerColumns: readonly DataColumn<FindingRow>[] = [
  { key: 'no', title: text.columns.no, width: 56, isFixed: true, render: ({ no }) => no || text.none },
  {
    key: 'title',
    title: text.columns.title,
    width: 206,
    isFixed: true,
    render: (row) => <TitleCell row={row} />,
  },
  {
    key: 'kind',
    title: text.columns.kind,
    width: 72,
    render: ({ kind }) => <span title={findingKindLabels[kind]}>{findingKindLabels[kind]}</span>,
  },
  {
    key: 'state',
    title: text.columns.state,
    width: 104,
    isSortable: true,
    render: ({ state, statusText }) => <StatusMark state={state} statusText={statusText} />,
  },
  {
    key: 'light',
    title: text.columns.light,
    width: 140,
    render: (row) => <DueLight row={row} />,
  },
  { key: 'dueOn', title: text.columns.dueOn, width: 168, isSortable: true, render: (row) => dueShown(row) },
  {
    key: 'leadUnit',
    title: text.columns.leadUnit,
    width: 96,
    isSortable: true,
    render: ({ leadUnit }) => leadUnit || text.none,
  },
  {
    key: 'program',
    title: text.columns.program,
    width: 76,
    render: ({ source, programTitle }) => <span title={programTitle}>{rectSourceLabels[source]}</span>,
  },
  {
    key: 'amount',
    title: text.columns.amount,
    width: 118,
    align: 'right',
    isSortable: true,
    render: ({ amount }) => <Figure text={amountShown(amount)} />,
  },
  {
    key: 'measures',
    title: text.columns.measures,
    width: 46,
    align: 'right',
    render: ({ state, measuresDone, measureCount }) => (
      <MeasureCount state={state} measuresDone={measuresDone} measureCount={measureCount} />
    ),
  },
  {
    key: 'evidence',
    title: text.columns.evidence,
    width: 44,
    align: 'right',
    render: ({ evidenceCount }) => treeText.files(evidenceCount),
  },
]
