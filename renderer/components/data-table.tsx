import { Table, type TableColumnType } from 'antd'
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { useKept } from '../app/kept'
import { tableText } from '../text/app'
import { inOrder, movedKey, steppedKey, type Side } from './column-order'
import { ColumnWidths, ResizableHeaderCell } from './column-widths'

export interface DataColumn<T> {
  readonly key: string
  readonly title: string
  /** Unit: pixels; the person may change it. A column without a width takes what is left. */
  readonly width?: number
  readonly align?: 'left' | 'right' | 'center'
  readonly render: (row: T, index: number) => ReactNode
  /** Sorted by the service under this key; needs `onSort`. */
  readonly isSortable?: boolean
  readonly isFixed?: boolean
  /** Cuts long text with an ellipsis; true unless said otherwise. */
  readonly isCut?: boolean
}

export interface SortState {
  readonly by: string
  readonly descending: boolean
}

export interface PageState {
  readonly offset: number
  readonly limit: number
  readonly total: number
  readonly onChange: (offset: number) => void
}

interface DataTableProps<T> {
  /** The list's name, under which the widths and the order of its columns are kept. */
  readonly name: string
  readonly columns: readonly DataColumn<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  readonly isLoading?: boolean
  /** Opens the row's record: click or Enter. */
  readonly onOpen?: (row: T) => void
  readonly openKey?: string | null
  readonly sort?: SortState
  readonly onSort?: (sort: SortState) => void
  /** Pages fetched from the service; leave out for a list shown whole. */
  readonly page?: PageState
  readonly selection?: { readonly keys: readonly string[]; readonly onChange: (keys: readonly string[]) => void }
  readonly empty?: ReactNode
  readonly rowClassName?: (row: T) => string
  readonly label?: string
}

const noWidths: Readonly<Record<string, number>> = {}
const noOrder: { readonly keys: readonly string[] } = { keys: [] }
const smallestBody = 80

/** Height that is left for the rows inside the filled space. Unit: pixels. */
function useBodyHeight(): readonly [(element: HTMLDivElement | null) => void, number] {
  const [height, setHeight] = useState(300)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])
  const attach = useCallback((element: HTMLDivElement | null) => {
    stop.current?.()
    stop.current = null
    if (!element) return
    const measure = (): void => {
      const head = element.querySelector('.ant-table-header')?.getBoundingClientRect().height ?? 34
      const foot = element.querySelector('.ant-pagination')?.getBoundingClientRect().height ?? 0
      const margin = foot > 0 ? 12 : 2
      // The hidden row that measures the columns repeats the header's box for all rows; nobody may get into it.
      element.querySelectorAll<HTMLElement>('.ant-table-measure-row').forEach((row) => (row.inert = true))
      // Rows that nobody opens take no focus; then the list itself does, so that the keys scroll it.
      const body = element.querySelector<HTMLElement>('.ant-table-body')
      if (body && !body.querySelector('tr[tabindex], button, a')) body.tabIndex = 0
      setHeight(Math.max(smallestBody, Math.floor(element.clientHeight - head - foot - margin)))
    }
    const resized = new ResizeObserver(measure)
    resized.observe(element)
    // The pages below the rows come and go with the answers.
    const changed = new MutationObserver(measure)
    changed.observe(element, { childList: true, subtree: true })
    stop.current = () => {
      resized.disconnect()
      changed.disconnect()
    }
    measure()
  }, [])
  return [attach, height]
}

/** Arrow keys move between rows, Enter and Space open. */
function onRowKey(event: KeyboardEvent<HTMLElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault()
    return open()
  }
  const down = event.key === 'ArrowDown'
  if (!down && event.key !== 'ArrowUp') return
  const next = down ? event.currentTarget.nextElementSibling : event.currentTarget.previousElementSibling
  if (next instanceof HTMLElement && next.tabIndex >= 0) {
    event.preventDefault()
    next.focus()
  }
}

function toAntColumn<T>(
  column: DataColumn<T>,
  widths: Readonly<Record<string, number>>,
  sort: SortState | undefined,
  isFirst: boolean,
): TableColumnType<T> {
  const width = widths[column.key] ?? column.width
  return {
    key: column.key,
    title: column.title,
    ...(width === undefined ? {} : { width }),
    align: column.align ?? 'left',
    ellipsis: column.isCut ?? true,
    ...(column.isFixed ? { fixed: 'left' as const } : {}),
    render: (_value: unknown, row: T, index: number) => column.render(row, index),
    ...(column.isSortable
      ? { sorter: true, sortOrder: sort?.by === column.key ? (sort.descending ? 'descend' : 'ascend') : null }
      : {}),
    // The grip needs to know its column; antd passes what it is given on to the header cell. The first header is
    // reached with Tab, the others from there with the arrows.
    onHeaderCell: () =>
      ({
        columnKey: column.key,
        columnTitle: column.title,
        ...(isFirst ? { tabIndex: 0 } : {}),
      }) as HTMLAttributes<HTMLTableCellElement>,
  }
}

function pagination(page: PageState | undefined) {
  if (!page) return false as const
  return {
    size: 'small' as const,
    current: Math.floor(page.offset / page.limit) + 1,
    pageSize: page.limit,
    total: page.total,
    showSizeChanger: false,
    showQuickJumper: page.total > page.limit * 5,
    showTotal: tableText.total,
    style: { margin: '8px 0 0' },
  }
}

/** A list that fills the page: sticky header, own scroll, pages and sorting by the service. */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const { name, columns, rows, rowKey, onOpen, sort, onSort, page, selection } = props
  const [widths, setWidths] = useKept(`widths.${name}`, noWidths)
  const [attach, height] = useBodyHeight()
  const [order, setOrder] = useKept(`order.${name}`, noOrder)
  const shown = useMemo(() => inOrder(columns, order.keys), [columns, order])
  const antColumns = useMemo(
    () => shown.map((column, index) => toAntColumn(column, widths, sort, index === 0)),
    [shown, widths, sort],
  )
  const minWidth = columns.reduce((sum, column) => sum + (widths[column.key] ?? column.width ?? 160), 0)
  const layout = useMemo(() => {
    const keys = shown.map(({ key }) => key)
    return {
      setWidth: (column: string, width: number) => setWidths({ [column]: width }),
      move: (column: string, target: string, side: Side) => setOrder({ keys: movedKey(keys, column, target, side) }),
      step: (column: string, step: -1 | 1) => setOrder({ keys: steppedKey(keys, column, step) }),
    }
  }, [shown, setWidths, setOrder])
  return (
    <ColumnWidths value={layout}>
      <div className="table-fill" ref={attach}>
        <Table<T>
          size="small"
          aria-label={props.label ?? tableText.list}
          columns={antColumns}
          dataSource={rows}
          rowKey={rowKey}
          loading={props.isLoading ?? false}
          components={{ header: { cell: ResizableHeaderCell } }}
          // An empty table scrolls nothing; with a height its header would be laid out for a scroll bar.
          scroll={rows.length === 0 ? { x: minWidth } : { x: minWidth, y: height }}
          showSorterTooltip={false}
          sortDirections={['ascend', 'descend', 'ascend']}
          pagination={pagination(page)}
          locale={{ emptyText: <div className="soft">{props.empty}</div> }}
          rowClassName={(row) =>
            `${props.rowClassName?.(row) ?? ''} ${props.openKey === rowKey(row) ? 'ant-table-row-selected' : ''}`
          }
          {...(selection
            ? {
                rowSelection: {
                  selectedRowKeys: [...selection.keys],
                  onChange: (keys) => selection.onChange(keys.map(String)),
                  columnWidth: 36,
                },
              }
            : {})}
          onRow={(row) =>
            onOpen
              ? { tabIndex: 0, onClick: () => onOpen(row), onKeyDown: (event) => onRowKey(event, () => onOpen(row)) }
              : {}
          }
          onChange={(paged, _filters, sorter, { action }) => {
            if (action === 'paginate' && page && paged.current) page.onChange((paged.current - 1) * page.limit)
            if (action !== 'sort' || Array.isArray(sorter)) return
            onSort?.({ by: String(sorter.columnKey), descending: sorter.order === 'descend' })
          }}
        />
      </div>
    </ColumnWidths>
  )
}
