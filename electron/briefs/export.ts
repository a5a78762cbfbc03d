import { readBriefs, readTrainings } from '../../db/repositories/briefs'
import { readBureau } from '../../db/repositories/settings'
import type { briefsContract } from '../../shared/briefs/contract'
import { briefLedger } from '../../shared/briefs/ledger'
import { err, ok, type Result } from '../../shared/core/result'
import type { Input, Output } from '../../shared/ipc/procedure'
import { briefLedgerText } from '../../shared/terms/brief-tables'
import { streamLabels } from '../../shared/terms/settings'
import { openedStore, type Context } from '../context'
import { grantedFolder } from '../core/grants'
import { exportLedger } from '../reports/export-ledger'

type Call = (typeof briefsContract)['briefs.export']

/** Writes 工作信息 and 培训 of a year into a folder that the shell granted. */
export async function exportBriefs(
  context: Context,
  { year, stream, folder }: Input<Call>,
): Promise<Result<Output<Call>>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const target = grantedFolder(context, folder)
  if (!target.ok) return target
  const bureau = readBureau(store.value.read)
  if (!bureau) return err('notInitialised')
  const isWanted = (record: { readonly stream: string }): boolean => stream === null || record.stream === stream
  const [allBriefs, allTrainings] = [readBriefs(store.value.read, year), readTrainings(store.value.read, year)]
  const [briefs, trainings] = [allBriefs.filter(isWanted), allTrainings.filter(isWanted)]
  const exported = briefs.length + trainings.length
  if (exported === 0) return err('ledgerEmpty')
  const all = allBriefs.length + allTrainings.length
  const ledger = briefLedger({
    bureau: bureau.name,
    year,
    asOf: context.today(),
    exportedAt: context.now().slice(0, 16).replace('T', ' '),
    briefs,
    trainings,
    totalCount: all,
    filters: stream === null ? [] : [briefLedgerText.ofStream(streamLabels[stream])],
  })
  const file = await exportLedger(context, ledger, target.value)
  return file.ok ? ok({ file: file.value, exported, all }) : file
}
