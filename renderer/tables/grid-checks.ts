import { useCallback, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { GridCheck, GridEdit, GridIssue } from '../../shared/tables/grid-contract'
import { gridEditLimit } from '../../shared/tables/grid-contract'
import type { ImportKind } from '../../shared/tables/reading'
import { isEdited, type GridLine } from '../components/grid/grid-lines'
import type { GridStore } from '../components/grid/grid-store'
import { noMarks, type RowMarks } from '../components/grid/grid-view'
import { call } from '../desk'

/** Unit: milliseconds without a change before the rows are checked. */
const restMs = 120

/** New and changed rows, as the service takes them. */
export function editsOf(lines: readonly GridLine[]): GridEdit[] {
  return lines
    .flatMap((line, index): GridEdit[] => {
      if (!isEdited(line)) return []
      return [{ row: index + 1, id: line.id, texts: { ...line.texts }, loaded: { ...line.loaded } }]
    })
    .slice(0, gridEditLimit)
}

interface CheckedLine {
  readonly line: GridLine
  readonly check: GridCheck
  readonly marks: RowMarks
}

interface Checked {
  /** The rows that were checked. */
  readonly lines: readonly GridLine[]
  /** The state of the store that they were checked against. */
  readonly stamp: number
  readonly byKey: ReadonlyMap<string, CheckedLine>
}

export interface IssueOfLine {
  readonly key: string
  readonly lineKey: string
  readonly issue: GridIssue
  readonly check: GridCheck
}

export interface GridChecks {
  readonly isChecking: boolean
  readonly error: unknown
  readonly marksOf: (line: GridLine) => RowMarks
  readonly issues: readonly IssueOfLine[]
  readonly counts: Readonly<Record<'added' | 'updated' | 'rejected' | 'warnings', number>>
}

const nothing: Checked = { lines: [], stamp: 0, byKey: new Map() }

function marksOfCheck({ outcome, issues, normalised }: GridCheck): RowMarks {
  const cells = new Map<string, { readonly severity: 'error' | 'warning'; readonly text: string }>()
  for (const { field, severity, text } of issues) {
    if (field !== null && cells.get(field)?.severity !== 'error') cells.set(field, { severity, text })
  }
  const isShown = outcome === 'added' || outcome === 'updated' || outcome === 'rejected'
  return { state: isShown ? outcome : 'none', cells, shown: normalised }
}

/** Marks of cells that have not been typed anew since the row was checked. */
function marksStill({ line: before, marks }: CheckedLine, line: GridLine): RowMarks {
  if (before.texts === line.texts) return marks
  const isSame = (field: string): boolean => before.texts[field] === line.texts[field]
  return {
    state: marks.state,
    cells: new Map([...marks.cells].filter(([field]) => isSame(field))),
    shown: Object.fromEntries(Object.entries(marks.shown).filter(([field]) => isSame(field))),
  }
}

function checkedOf(lines: readonly GridLine[], stamp: number, checks: readonly GridCheck[]): Checked {
  const byKey = new Map<string, CheckedLine>()
  for (const check of checks) {
    const line = lines[check.row - 1]
    if (line) byKey.set(line.key, { line, check, marks: marksOfCheck(check) })
  }
  return { lines, stamp, byKey }
}

function issuesOf(lines: readonly GridLine[], { byKey }: Checked): readonly IssueOfLine[] {
  return lines.flatMap((line) => {
    const checked = byKey.get(line.key)
    if (!checked) return []
    return checked.check.issues.flatMap((issue): IssueOfLine[] => {
      const { field, code } = issue
      const isStill =
        field === null
          ? checked.line === line
          : checked.line.texts[field] === line.texts[field] || line === checked.line
      const key = `${line.key}.${field ?? ''}.${code}`
      return isStill ? [{ key, lineKey: line.key, issue, check: checked.check }] : []
    })
  })
}

function countsOf({ byKey }: Checked, issues: readonly IssueOfLine[]) {
  const counts = { added: 0, updated: 0, rejected: 0, warnings: 0 }
  for (const { check } of byKey.values()) {
    if (check.outcome === 'added' || check.outcome === 'updated' || check.outcome === 'rejected') {
      counts[check.outcome] += 1
    }
  }
  return { ...counts, warnings: issues.filter(({ issue }) => issue.severity === 'warning').length }
}

/** Judges what is typed, once typing rests; an older answer never replaces a newer one. `stamp` asks anew. */
export function useGridChecks(store: GridStore, kind: ImportKind, year: number, stamp: number): GridChecks {
  const lines = useStore(store, (state) => state.lines)
  const [checked, setChecked] = useState<Checked>(nothing)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    const controller = new AbortController()
    const ask = async (): Promise<void> => {
      const rows = editsOf(lines)
      try {
        const checks =
          rows.length === 0 ? [] : await call('tables.checkRows', { kind, year, rows }, { signal: controller.signal })
        if (controller.signal.aborted) return
        setChecked(checkedOf(lines, stamp, checks))
        setError(null)
      } catch (cause) {
        if (!controller.signal.aborted) setError(cause)
      }
    }
    const timer = window.setTimeout(() => void ask(), restMs)
    return () => {
      window.clearTimeout(timer)
      controller.abort()
    }
  }, [lines, kind, year, stamp])
  const marksOf = useCallback(
    (line: GridLine): RowMarks => {
      const known = checked.byKey.get(line.key)
      return known ? marksStill(known, line) : noMarks
    },
    [checked],
  )
  return useMemo(() => {
    const issues = issuesOf(lines, checked)
    return {
      isChecking: checked.lines !== lines || checked.stamp !== stamp,
      error,
      marksOf,
      issues,
      counts: countsOf(checked, issues),
    }
  }, [lines, stamp, checked, error, marksOf])
}
