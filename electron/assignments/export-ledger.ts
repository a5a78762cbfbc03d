import { readAssignments } from '../../db/repositories/assignments'
import { readBureau } from '../../db/repositories/settings'
import type { assignmentsContract } from '../../shared/assignments/contract'
import { assignmentLedger } from '../../shared/assignments/ledger'
import { err, ok, type Result } from '../../shared/core/result'
import type { Stream } from '../../shared/core/schemas'
import type { Input, Output } from '../../shared/ipc/procedure'
import { openedStore, type Context } from '../context'
import { grantedFolder } from '../core/grants'
import { exportLedger } from '../reports/export-ledger'

type Call = (typeof assignmentsContract)['assignments.export']

/** Writes what the district has assigned in a year, as received, into a folder that the shell granted. */
export async function exportAssignments(
  context: Context,
  { year, folder }: Input<Call>,
): Promise<Result<Output<Call>>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const target = grantedFolder(context, folder)
  if (!target.ok) return target
  const bureau = readBureau(store.value.read)
  if (!bureau) return err('notInitialised')
  const rows = readAssignments(store.value.read, year)
  const standing = rows.filter(({ withdrawnOn }) => withdrawnOn === null)
  if (standing.length === 0) return err('ledgerEmpty')
  const ledger = assignmentLedger({
    bureau: bureau.name,
    year,
    asOf: context.today(),
    exportedAt: context.now().slice(0, 16).replace('T', ' '),
    // The column is only written from a Stream.
    assignments: standing.map((row) => ({ ...row, stream: row.stream as Stream | null })),
    totalCount: rows.length,
    filters: [],
  })
  const file = await exportLedger(context, ledger, target.value)
  return file.ok ? ok({ file: file.value, exported: standing.length, all: rows.length }) : file
}
