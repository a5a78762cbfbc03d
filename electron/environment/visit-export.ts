import type { Store } from '../../db/access'
import { readDemandsOfVisits } from '../../db/repositories/demands'
import { readEnterprise, readEnterprises, readLinks } from '../../db/repositories/enterprises'
import { readPerson } from '../../db/repositories/people'
import { readBureau } from '../../db/repositories/settings'
import { readVisitPage } from '../../db/repositories/visits'
import { endOfMonth, isoDate, type IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { VisitFilter, visitContract } from '../../shared/environment/visit-contract'
import type { Input, Output } from '../../shared/ipc/procedure'
import { visitLedger, type LinkedEnterprise } from '../../shared/reports/visit-ledger'
import { formatChineseDate } from '../../shared/terms/dates'
import { visitFilterWords, visitModeLabels } from '../../shared/terms/visits'
import { openedStore, type Context } from '../context'
import { grantedFolder } from '../core/grants'
import { exportLedger } from '../reports/export-ledger'
import { presentVisits } from './visit-present'

type Export = (typeof visitContract)['environment.exportVisits']

/** Enough for any bureau's ledger. */
const exportLimit = 100_000

function describeFilter({ read }: Store, { text, from, to, enterpriseId, personId, modes }: VisitFilter): string[] {
  const dayText = (day: IsoDate | null, open: string): string => (day === null ? open : formatChineseDate(day))
  const words: string[] = []
  if (text !== '') words.push(visitFilterWords.text(text))
  if (from !== null || to !== null) {
    words.push(visitFilterWords.span(dayText(from, visitFilterWords.start), dayText(to, visitFilterWords.end)))
  }
  if (enterpriseId !== null) words.push(visitFilterWords.enterprise(readEnterprise(read, enterpriseId)?.name ?? ''))
  if (personId !== null) words.push(visitFilterWords.person(readPerson(read, personId)?.name ?? ''))
  if (modes.length > 0) words.push(visitFilterWords.modes(modes.map((mode) => visitModeLabels[mode])))
  return words
}

/** Enterprises that have an official today, with all of their officials. */
function linkedEnterprises({ read }: Store, today: IsoDate): LinkedEnterprise[] {
  const officials = new Map<string, { readonly name: string; readonly rank: string }[]>()
  for (const { enterpriseId, personName, rank } of readLinks(read, today, today)) {
    officials.set(enterpriseId, [...(officials.get(enterpriseId) ?? []), { name: personName, rank }])
  }
  return readEnterprises(read).flatMap((enterprise) => {
    const own = officials.get(enterprise.id)
    return own ? [{ ...enterprise, officials: own }] : []
  })
}

/** Writes the visits of a filter and the linked enterprises into a folder that the shell granted. */
export async function exportVisits(
  context: Context,
  { filter, sort, folder }: Input<Export>,
): Promise<Result<Output<Export>>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const target = grantedFolder(context, folder)
  if (!target.ok) return target
  const bureau = readBureau(store.value.read)
  if (!bureau) return err('notInitialised')
  const today = context.today()
  const { rows, all } = readVisitPage(store.value.read, filter, sort, { offset: 0, limit: exportLimit })
  const start = isoDate(bureau.year, 1, 1) ?? today
  const ledger = visitLedger({
    bureau: bureau.name,
    year: bureau.year,
    asOf: today,
    period: { start: filter.from ?? start, end: filter.to ?? endOfMonth(bureau.year, 12) },
    exportedAt: context.now().slice(0, 16).replace('T', ' '),
    visits: presentVisits(rows, readDemandsOfVisits(store.value.read, rows)),
    totalCount: all,
    filters: describeFilter(store.value, filter),
    enterprises: linkedEnterprises(store.value, today),
  })
  if (ledger.sheets.every(({ isContent }) => !isContent)) return err('ledgerEmpty')
  const file = await exportLedger(context, ledger, target.value)
  return file.ok ? ok({ file: file.value, exported: rows.length, all }) : file
}
