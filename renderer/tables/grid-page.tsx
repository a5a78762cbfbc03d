import { App } from 'antd'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { gridEditLimit } from '../../shared/tables/grid-contract'
import type { ImportKind } from '../../shared/tables/reading'
import { gridPlace } from '../../shared/terms/grid'
import { importKindLabels } from '../../shared/terms/tables'
import { useShell } from '../app/shell'
import { FailureNotice } from '../components/failure-notice'
import { DataGrid } from '../components/grid/data-grid'
import type { PasteReport } from '../components/grid/grid-clipboard'
import { isEdited } from '../components/grid/grid-lines'
import { changeCells, createGridStore, type GridStore } from '../components/grid/grid-store'
import { isComposing } from '../components/ime'
import { useUndo } from '../components/undo-notice'
import { gridFooterText, gridPageText } from '../text/grid'
import { useGridChecks, type GridChecks, type IssueOfLine } from './grid-checks'
import { useGridColumns, type GridColumns } from './grid-columns'
import { useGridDraft } from './grid-draft'
import { GridFooter } from './grid-footer'
import { GridIssues } from './grid-issues'
import { useGridLoading, type GridLoading } from './grid-loading'
import { GridLongText } from './grid-long-text'
import { answerRow, discardEdits } from './grid-rows'
import { useGridSaving } from './grid-saving'
import { GridTools } from './grid-tools'
import { closeGrid, type IdsOfList } from './grid-window'
import { Overlay } from './overlay'
import './grid-page.css'

interface GridPageProps {
  readonly kind: ImportKind
  readonly idsOfList: IdsOfList | null
}

/** The place of an issue in the grid, selected. */
function select(store: GridStore, { columns }: GridColumns, { lineKey, issue }: IssueOfLine): void {
  const row = store.getState().lines.findIndex(({ key }) => key === lineKey)
  const column = columns.findIndex(({ field }) => field === issue.field)
  const place = { row: Math.max(0, row), column: Math.max(0, column) }
  store.setState({ selection: { anchor: place, focus: place } })
}

function usePasteReport(): (report: PasteReport) => void {
  const { message } = App.useApp()
  return useCallback(
    ({ rows, leftOut, isRefused }) => {
      const key = 'grid-paste'
      if (isRefused) void message.warning({ key, content: gridPageText.pasteTooLong(rows, gridEditLimit) })
      else if (leftOut > 0) void message.warning({ key, content: gridPageText.pastedLeftOut(rows, leftOut) })
      else if (rows > 1) void message.info({ key, content: gridPageText.pasted(rows) })
    },
    [message],
  )
}

interface OpenGridProps {
  readonly kind: ImportKind
  readonly year: number
  readonly store: GridStore
  readonly loading: GridLoading
  readonly grid: GridColumns
  readonly checks: GridChecks
}

/** The active cell, by line and column, while its text is open beside the grid. */
interface LongText {
  readonly row: number
  readonly field: string
  readonly title: string
  readonly text: string
}

function activeText(store: GridStore, { columns }: GridColumns): LongText | null {
  const { lines, selection } = store.getState()
  const { row, column } = selection.anchor
  const shown = columns[column]
  if (!shown) return null
  const { field, label } = shown
  return { row, field, title: gridPlace(row + 1, label), text: lines[row]?.texts[field] ?? '' }
}

function OpenGrid({ kind, year, store, loading, grid, checks }: OpenGridProps) {
  const lines = useStore(store, (state) => state.lines)
  const isDirty = lines.some(isEdited)
  const field = useRef<HTMLTextAreaElement>(null)
  const side = useRef<HTMLElement>(null)
  const [longText, setLongText] = useState<LongText | null>(null)
  const { message } = App.useApp()
  const { undo } = useUndo()
  const focusGrid = useCallback(() => field.current?.focus({ preventScroll: true }), [])
  useEffect(focusGrid, [focusGrid])
  const focusIssues = useCallback(
    () =>
      (
        side.current?.querySelector<HTMLElement>('[data-primary]') ??
        document.querySelector<HTMLElement>('[data-testid="grid-save"]')
      )?.focus(),
    [],
  )
  const saving = useGridSaving({ kind, year, store, checks, onRefused: focusIssues })
  const onPasted = usePasteReport()
  const closeLongText = (): void => {
    setLongText(null)
    focusGrid()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || !event.ctrlKey || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    void saving.save()
  }
  const close = (): void => {
    if (isDirty) void message.info(gridFooterText.keptOnClose)
    closeGrid()
  }
  return (
    <div className="grid-page" onKeyDown={onKeyDown}>
      <GridTools
        kind={kind}
        store={store}
        grid={grid}
        total={loading.total}
        onLongText={() => setLongText(activeText(store, grid))}
        onDone={focusGrid}
      />
      <FailureNotice error={checks.error ?? loading.error} />
      <div className="grid-middle">
        <DataGrid
          store={store}
          columns={grid.columns}
          label={gridPageText.title(importKindLabels[kind])}
          marksOf={checks.marksOf}
          field={field}
          onWidth={grid.setWidth}
          onMoveColumn={grid.move}
          onStepColumn={grid.step}
          onPasted={onPasted}
          onLongText={() => setLongText(activeText(store, grid))}
          onUndoPast={() => {
            if (saving.hasSaved && !isDirty) void undo()
          }}
          onLeave={focusIssues}
        />
        {longText ? (
          <GridLongText
            key={longText.title}
            title={longText.title}
            text={longText.text}
            onClose={closeLongText}
            onWrite={(text) => {
              changeCells(store, [{ row: longText.row, field: longText.field, text }])
              closeLongText()
            }}
          />
        ) : (
          checks.issues.length > 0 && (
            <GridIssues
              ref={side}
              issues={checks.issues}
              onLeave={focusGrid}
              onGo={(issue) => {
                select(store, grid, issue)
                focusGrid()
              }}
              onAccept={(issue) => {
                const row = store.getState().lines.findIndex(({ key }) => key === issue.lineKey)
                const { field: of, suggestion } = issue.issue
                if (row >= 0 && of !== null && suggestion !== null) {
                  changeCells(store, [{ row, field: of, text: suggestion }])
                }
              }}
              onAnswer={(issue, answer) => answerRow(store, issue, answer)}
            />
          )
        )}
      </div>
      <p className="grid-keys soft">{gridPageText.keys}</p>
      <GridFooter
        checks={checks}
        isDirty={isDirty}
        isSaving={saving.isSaving}
        onSave={() => void saving.save()}
        onClose={close}
        onDiscard={() => {
          discardEdits(store)
          void message.info(gridFooterText.discarded)
          focusGrid()
        }}
      />
    </div>
  )
}

const noColumns = [] as const

/** 表格编辑: a ledger as a spreadsheet over the whole window; nothing is written before 保存. */
export function GridPage({ kind, idsOfList }: GridPageProps) {
  const { bureau } = useShell()
  const [store] = useState(createGridStore)
  const loading = useGridLoading(store, { kind, year: bureau.year, idsOfList })
  const grid = useGridColumns(kind, loading.columns ?? noColumns)
  const checks = useGridChecks(store, kind, bureau.year, loading.stamp)
  useGridDraft(store, kind, loading.columns !== null)
  return (
    <Overlay label={gridPageText.region} onEscape={closeGrid} ownsKeys>
      {loading.columns === null ? (
        <div className="grid-page">
          <FailureNotice error={loading.error} onRetry={loading.retry} />
          {!loading.error && <p className="soft">{gridPageText.loading}</p>}
        </div>
      ) : (
        <OpenGrid kind={kind} year={bureau.year} store={store} loading={loading} grid={grid} checks={checks} />
      )}
    </Overlay>
  )
}
