import { useEffect, useMemo, useRef, useState } from 'react'
import type { PreviewRow, PreviewTable, RowOutcome } from '../../shared/tables/contract'
import { DataTable, type DataColumn } from '../components/data-table'
import { FailureNotice } from '../components/failure-notice'
import { useCall } from '../desk'
import { rowText } from '../text/tables'
import { IssueLine } from './cell-fix'
import { useImport } from './import-state'
import { OutcomeMark } from './outcome-filter'

const pageSize = 100

type ListedRow = PreviewRow & { readonly id: string }

/** What the file says in one line, in the order of its columns. */
function contentOf(row: PreviewRow, table: PreviewTable): string {
  const labels = new Map(table.fields.map(({ field, label }) => [field, label]))
  return table.columns
    .flatMap(({ field }) => {
      const text = field === null ? '' : (row.originals[field] ?? '').replace(/\s+/g, ' ').trim()
      if (field === null || text === '' || text === row.title) return []
      return [`${labels.get(field) ?? field} ${text}`]
    })
    .join(rowText.separator)
}

function Changes({ row }: { readonly row: PreviewRow }) {
  return (
    <>
      {row.changes.map(({ field, label, from, to }) => (
        <div key={field} className="import-change">
          <span className="soft">{label}</span> <del>{from ?? rowText.blank}</del> {rowText.arrow}{' '}
          <ins>{to ?? rowText.blank}</ins>
        </div>
      ))}
    </>
  )
}

interface ContentProps {
  readonly row: PreviewRow
  readonly table: PreviewTable
  readonly tableIndex: number
  readonly onFixed: (row: number) => void
}

function Content({ row, table, tableIndex, onFixed }: ContentProps) {
  const plain = row.outcome === 'withdrawn' ? rowText.missing : row.reason || contentOf(row, table)
  return (
    <>
      {row.changes.length > 0 ? (
        <Changes row={row} />
      ) : (
        row.issues.every(({ severity }) => severity !== 'error') && (
          <div className="import-line soft" title={plain}>
            {plain}
          </div>
        )
      )}
      {row.issues.map((issue, index) => (
        <IssueLine
          key={[issue.code, issue.letters, index, issue.value, issue.suggestion].join('.')}
          issue={issue}
          table={tableIndex}
          onFixed={onFixed}
        />
      ))}
    </>
  )
}

interface RowListProps {
  readonly session: string
  readonly table: PreviewTable
  readonly tableIndex: number
  readonly outcomes: readonly RowOutcome[]
  /** The row that was mended last, until the next field has the focus. */
  readonly fixedRow: number | null
  readonly onFixed: (row: number | null) => void
}

/** After a cell was typed anew: the next field that waits for an answer. */
function focusNextFix(place: HTMLElement, after: number): void {
  const fields = [...place.querySelectorAll<HTMLElement>('.import-error [data-fix-row]')]
  const next = fields.find((field) => Number(field.dataset['fixRow']) >= after) ?? fields[0]
  const input = next?.querySelector('input') ?? document.querySelector<HTMLElement>('[data-confirm]')
  input?.focus()
}

/** The rows of one table, page by page, with what would change and what is wrong. */
export function RowList({ session, table, tableIndex, outcomes, fixedRow, onFixed }: RowListProps) {
  const place = useRef<HTMLDivElement>(null)
  const [offset, setOffset] = useState(0)
  const isWriting = useImport((state) => state.progress?.stage === 'writing')
  const rows = useCall(
    'tables.rows',
    { session, table: tableIndex, outcomes: [...outcomes], offset, limit: pageSize },
    { keepsPrevious: true },
  )
  const listed = useMemo(
    () => (rows.data?.rows ?? []).map((row, index): ListedRow => ({ ...row, id: `${offset + index}.${row.row}` })),
    [rows.data, offset],
  )
  const { isFetching } = rows
  useEffect(() => {
    if (fixedRow === null || isFetching || !place.current) return
    focusNextFix(place.current, fixedRow)
    onFixed(null)
  }, [fixedRow, isFetching, onFixed])
  const columns: readonly DataColumn<ListedRow>[] = [
    {
      key: 'row',
      title: rowText.row,
      width: 60,
      align: 'right',
      render: (row) => (row.row === 0 ? rowText.noRow : row.row),
    },
    { key: 'outcome', title: rowText.outcome, width: 92, render: (row) => <OutcomeMark outcome={row.outcome} /> },
    { key: 'title', title: rowText.title, width: 260, render: (row) => <span title={row.title}>{row.title}</span> },
    {
      key: 'content',
      title: rowText.content,
      isCut: false,
      render: (row) => <Content row={row} table={table} tableIndex={tableIndex} onFixed={onFixed} />,
    },
  ]
  return (
    <div className="import-rows" ref={place}>
      {!isWriting && <FailureNotice error={rows.error} onRetry={() => void rows.refetch()} />}
      <DataTable
        name="import-rows"
        label={rowText.list}
        columns={columns}
        rows={listed}
        rowKey={(row) => row.id}
        isLoading={rows.isPending}
        rowClassName={(row) => `import-row-${row.outcome}`}
        page={{ offset, limit: pageSize, total: rows.data?.total ?? 0, onChange: setOffset }}
        empty={<span className="soft">{rowText.none}</span>}
      />
    </div>
  )
}
