import path from 'node:path'
import { err, ok } from '../../shared/core/result'
import { importKinds, type CellIssue, type FieldValue, type ImportKind } from '../../shared/tables/reading'
import { issueText, importKindLabels, skipReasonText } from '../../shared/terms/tables'
import { cliText } from '../../shared/terms/cli'
import { messageText } from '../../shared/terms/messages'
import { backupBefore } from '../backup/backup-before'
import { openedStore } from '../context'
import { keepBytes } from '../core/attachment-store'
import { tablesHandlers } from '../handlers/tables'
import { checkConfirm, confirmImport } from '../tables/confirm'
import { importers } from '../tables/importers'
import { MAX_FILE_BYTES } from '../tables/limits'
import { discardPreview, openChoice, openPreview } from '../tables/preview'
import type { PreviewedTable } from '../tables/sessions'
import { valueOf } from './arguments'
import { quietScope, type Command } from './command'
import { readInput } from './read-input'

function changeValue(value: FieldValue): FieldValue {
  return typeof value === 'object' && value !== null ? (value.dueOn ?? value.text) : value
}

function issueOf(issue: CellIssue) {
  const { row, column, value, code, letters } = issue
  return { row, column, value, code, message: issueText(issue), cell: letters === '' ? '' : `${letters}${row}` }
}

function describe({ reading, plan }: PreviewedTable) {
  const importer = importers[reading.kind]
  const issues = [...reading.issues, ...plan.rows.flatMap(({ row }) => row.issues)]
  return {
    kind: reading.kind,
    sheet: reading.sheet,
    headerRows: reading.headerRows,
    counts: plan.counts,
    changes: plan.rows.flatMap(({ row, changes }) =>
      changes.map(({ field, from, to }) => ({
        row: row.row,
        key: importer.codeOf(row),
        field: field === 'due' ? 'dueOn' : field,
        from: changeValue(from),
        to: changeValue(to),
      })),
    ),
    withdrawn: plan.withdrawn.map(({ item }) => ({ key: item.code, title: item.title })),
    rejected: issues.filter((issue) => issue.severity === 'error').map(issueOf),
    warnings: issues.filter((issue) => issue.severity === 'warning').map(issueOf),
    skipped: reading.skipped.map(({ row, reason }) => ({ row, reason, message: skipReasonText(reason) })),
  }
}

function isKind(text: string): text is ImportKind {
  return importKinds.some((kind) => kind === text)
}

const importFile: Command = {
  needsStore: true,
  run: async (context, args) => {
    const file = args.words[1]
    const kind = valueOf(args, 'kind')
    const rows = valueOf(args, 'rows') ?? 'all'
    if (file === undefined || (rows !== 'all' && rows !== 'valid'))
      return { ok: false, error: { message: cliText.usage } }
    if (kind !== null && !isKind(kind)) return err('kindNotSupported', { kind, known: importKinds.join(', ') })
    const store = openedStore(context)
    if (!store.ok) return store
    const read = readInput(file, MAX_FILE_BYTES)
    if (!read.ok) return read
    const bytes = read.value
    const choice = { ...openChoice, kind, sheet: valueOf(args, 'sheet') }
    const session = await openPreview(context, store.value, { name: path.basename(file), bytes, choice }, quietScope)
    if (!session.ok) return session
    const { tables, id } = session.value
    const isDryRun = args.flags.has('dry-run')
    const chosen = tables.map((_, index) => index)
    const isWritten = !isDryRun && checkConfirm(session.value, { tables: chosen, rows }).ok
    const kept = isWritten ? await keepBytes(context.dataFolder, bytes) : ok('')
    if (!kept.ok) return kept
    const backup = isWritten ? await backupBefore(context, 'import') : ok(null)
    if (!backup.ok) return backup
    const written = isDryRun
      ? null
      : confirmImport(
          context,
          store.value,
          session.value,
          { tables: chosen, rows, withdraw: true, isSample: false },
          bytes.length,
        )
    discardPreview(context, id)
    const batches = written?.ok ? written.value : []
    const sheets = tables.map((table) => ({
      ...describe(table),
      applied: written?.ok ?? false,
      batchId: batches.find((batch) => batch.sheet === table.reading.sheet)?.id ?? null,
    }))
    const [only, ...others] = sheets
    const json = others.length > 0 || !only ? { sheets } : only
    const text = sheets
      .map((sheet) =>
        cliText.imported(importKindLabels[sheet.kind], sheet.sheet, sheet.counts, sheet.applied, sheet.batchId),
      )
      .join('\n')
    const remarks = sheets.flatMap((sheet) => [...sheet.rejected, ...sheet.warnings].map((issue) => issue.message))
    if (written && !written.ok) {
      const error = { ...written.error, message: messageText(written.error.code, written.error.params) }
      return ok({ json: { ...json, error }, text, remarks, refused: written.error })
    }
    return ok({ json, text, remarks })
  },
}

const undoImport: Command = {
  needsStore: true,
  run: async (context, args) => {
    const batchId = args.words[2]
    if (batchId === undefined) return { ok: false, error: { message: cliText.usage } }
    const undone = await tablesHandlers['tables.undo'](context, { batchId, keepEdited: true }, quietScope)
    if (!undone.ok) return undone
    const { reverted, kept } = undone.value
    return ok({ json: { batchId, reverted, keptBecauseEdited: kept }, text: cliText.undone(reverted, kept.length) })
  },
}

export const importCommand: Command = {
  needsStore: true,
  run: (context, args) => (args.words[1] === 'undo' ? undoImport : importFile).run(context, args),
}
