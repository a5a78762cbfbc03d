import { err, ok, type Result } from '../../shared/core/result'
import type { PackageChange } from '../../shared/exchange/contract'
import { assignmentsPayloadSchema, type AssignmentsPayload } from '../../shared/exchange/payloads'
import { receiveTerms } from '../../shared/terms/exchange-receive'
import { planImport, writeImport, type ConfirmChoice } from '../tables/confirm'
import { presentRows } from '../tables/present'
import { openChoice, openPreview } from '../tables/preview'
import type { PreviewedTable, PreviewSession } from '../tables/sessions'
import { parsedPayload, type KindHandler } from './kind-handler'
import type { ReadPackage } from './package-model'

interface WorkbookInside {
  readonly payload: AssignmentsPayload
  readonly bytes: Uint8Array
}

function workbookOf(read: ReadPackage): Result<WorkbookInside> {
  const payload = parsedPayload(read, assignmentsPayloadSchema)
  if (!payload.ok) return payload
  const bytes = read.fileOf(payload.value.workbook)
  return bytes.ok ? ok({ payload: payload.value, bytes: bytes.value }) : bytes
}

function isAssignments({ reading }: PreviewedTable): boolean {
  return reading.kind === 'assignments'
}

/** The district's table is the whole of what it asks of the unit: what it no longer holds is withdrawn. */
function choiceOf({ tables }: PreviewSession): ConfirmChoice {
  const own = tables.flatMap((table, index) => (isAssignments(table) ? [index] : []))
  return { tables: own, rows: 'all', withdraw: true, isSample: false }
}

function changesOf({ tables }: PreviewSession): readonly PackageChange[] {
  const { none, added, withdrawn } = receiveTerms
  const rows = tables.filter(isAssignments).flatMap((table) => presentRows(table, ['added', 'updated', 'withdrawn']))
  return rows.flatMap(({ title, changes, outcome }) =>
    outcome === 'updated'
      ? changes.map(({ label, from, to }) => ({ title, field: label, from: from ?? none, to: to ?? none }))
      : [{ title, field: outcome === 'added' ? added : withdrawn, from: '', to: '' }],
  )
}

function countsOf({ tables }: PreviewSession): Record<string, number> {
  const plans = tables.filter(isAssignments).map(({ plan }) => plan.counts)
  const sum = (key: keyof (typeof plans)[number]): number => plans.reduce((total, counts) => total + counts[key], 0)
  return {
    added: sum('added'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    withdrawn: sum('withdrawn'),
    rejected: sum('rejected'),
  }
}

/** 任务分解表: the workbook in the package goes through the same import as any other. */
export const assignmentsHandler: KindHandler = {
  preview: async (context, store, read, signal) => {
    const inside = workbookOf(read)
    if (!inside.ok) return inside
    const { payload, bytes } = inside.value
    const file = { name: payload.workbook, bytes, choice: { ...openChoice, kind: 'assignments' as const } }
    const session = await openPreview(context, store, file, { signal, report: () => {} })
    if (!session.ok) return session
    const { id } = session.value
    return ok({ counts: countsOf(session.value), changes: changesOf(session.value), notes: [], importSession: id })
  },
  apply: (context, db, store, { importSession, read }) => {
    const session = importSession === null ? undefined : context.previews.get(importSession)
    if (!session) return err('packageSessionExpired')
    const choice = choiceOf(session)
    const planned = planImport(store, session, choice)
    if (!planned.ok) return planned
    const size = read.manifest.entries.find(({ sha256 }) => sha256 === session.sha256)?.size ?? 0
    const [batch] = writeImport(context, db, session, planned.value, choice, size)
    return ok({ counts: countsOf(session), batchId: batch?.id ?? null })
  },
  filesToKeep: (read) => {
    const inside = workbookOf(read)
    return inside.ok ? ok([inside.value.bytes]) : inside
  },
}
