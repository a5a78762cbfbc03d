import type { Assignment } from '../../shared/assignments/contract'
import { formatChineseDate } from '../../shared/terms/dates'
import { streamShortLabels } from '../../shared/terms/settings'
import { Figure } from '../components/amount'
import type { DataColumn } from '../components/data-table'
import { Light } from '../components/light'
import { assignmentStatusSigns, assignmentStatusText, assignmentText } from '../text/assignments'

/** The words of the table, with the day they mean where that says more. */
export function dueWords({ due, dueOn }: Assignment): string {
  if (!dueOn) return due.text
  const day = formatChineseDate(dueOn)
  return due.text === '' ? day : assignmentText.dueOn(due.text, day)
}

/** 目标 with its unit, or the district's sentence where there is no number. */
export function targetWords({ target, unit, targetText }: Assignment): string {
  return target === null ? targetText : `${target}${unit}`
}

/** The state as sign and word. */
function Status({ row: { status } }: { readonly row: Assignment }) {
  const word = assignmentStatusText[status]
  if (status === 'overdue') return <Light state="overdue" text={word} />
  return (
    <span className="light">
      <span aria-hidden="true">{assignmentStatusSigns[status]}</span> {word}
    </span>
  )
}

export function assignmentColumns(onSource: (row: Assignment) => void): readonly DataColumn<Assignment>[] {
  const { columns } = assignmentText
  return [
    {
      key: 'stream',
      title: columns.stream,
      width: 84,
      render: (row) => (row.stream ? streamShortLabels[row.stream] : assignmentText.otherStream),
    },
    {
      key: 'task',
      title: columns.task,
      render: (row) =>
        row.indicator === '' || row.indicator === row.task ? row.task : `${row.task} · ${row.indicator}`,
    },
    {
      key: 'target',
      title: columns.target,
      width: 110,
      align: 'right',
      render: (row) => (row.target === null ? row.targetText : <Figure text={row.target} unit={row.unit} />),
    },
    {
      key: 'actual',
      title: columns.actual,
      width: 96,
      align: 'right',
      render: (row) => <Figure text={row.actual} unit={row.unit} />,
    },
    { key: 'rate', title: columns.rate, width: 76, align: 'right', render: (row) => <Figure text={row.rate} /> },
    {
      key: 'due',
      title: columns.due,
      width: 130,
      render: (row) => (row.dueOn ? formatChineseDate(row.dueOn) : row.due.text),
    },
    {
      key: 'status',
      title: columns.status,
      width: 90,
      render: (row) => <Status row={row} />,
    },
    {
      key: 'source',
      title: columns.source,
      width: 72,
      // Sample rows come from no file.
      render: (row) =>
        row.isSample ? (
          assignmentText.sample
        ) : (
          <button
            type="button"
            className="link"
            title={assignmentText.openSource(row.source.file, row.source.row)}
            onClick={(event) => {
              event.stopPropagation()
              onSource(row)
            }}
          >
            {assignmentText.sourceRow(row.source.row)}
          </button>
        ),
    },
  ]
}
