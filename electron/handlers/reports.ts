import { readAssignments } from '../../db/repositories/assignments'
import { readBriefs, readTrainings } from '../../db/repositories/briefs'
import { readLeadPage, toLeadRecord } from '../../db/repositories/investment'
import { countRows } from '../../db/repositories/sample'
import { readBureau } from '../../db/repositories/settings'
import { endOfMonth, isoDate, yearOf } from '../../shared/core/dates'
import { err, ok } from '../../shared/core/result'
import type { LeadFilter } from '../../shared/investment/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import type { reportsContract } from '../../shared/reports/contract'
import { leadLedger } from '../../shared/reports/lead-ledger'
import { leadClassLabel, leadStateLabel } from '../../shared/terms/investment'
import { filterWords } from '../../shared/terms/reports-filter'
import { openedStore, type Context } from '../context'
import { grantedFolder } from '../core/grants'
import { exportInFolder } from '../reports/export-in-folder'
import { exportLedger, grantedFile } from '../reports/export-ledger'
import { dropEdit, saveEdit, setNil } from '../reports/edit-report'
import { periodReportOf, reportParts } from '../reports/period'
import { presentPreview } from '../reports/preview'

/** Enough for any bureau's ledger; a district's goes out per unit. */
const EXPORT_LIMIT = 100_000

function describeFilter(filter: LeadFilter): string[] {
  const words: string[] = []
  if (filter.text !== '') words.push(filterWords.text(filter.text))
  if (filter.states.length > 0) words.push(filterWords.states(filter.states.map(leadStateLabel)))
  if (filter.classes.length > 0) words.push(filterWords.classes(filter.classes.map(leadClassLabel)))
  if (filter.year !== null) words.push(filterWords.year(filter.year))
  return words
}

export const reportsHandlers: Handlers<typeof reportsContract, Context> = {
  'reports.preview': (context, { period }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const parts = reportParts(context, store.value, period)
    return parts.ok ? ok(presentPreview(parts.value)) : parts
  },

  'reports.export': async (context, { period, formats, folder }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const target = grantedFolder(context, folder)
    if (!target.ok) return target
    const report = periodReportOf(context, store.value, period)
    if (!report.ok) return report
    const files = await exportInFolder(context, report.value, target.value, formats)
    if (!files.ok) return files
    const { checkCode, warnings } = report.value
    return ok({
      files: files.value.map((file) => grantedFile(context, file)),
      checkCode,
      warnings: warnings.map(({ text }) => text),
    })
  },

  'reports.saveEdit': saveEdit,
  'reports.dropEdit': (context, { id }) => dropEdit(context, id),
  'reports.setNil': setNil,

  'reports.ledgers': (context) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const rows = countRows(store.value, false)
    const of = (table: string): number => rows[table] ?? 0
    const year = readBureau(store.value.read)?.year ?? yearOf(context.today())
    return ok({
      leads: of('lead'),
      projects: of('project'),
      visits: of('visit'),
      entries: of('revenue_entry'),
      briefs: readBriefs(store.value.read, year).length + readTrainings(store.value.read, year).length,
      assignments: readAssignments(store.value.read, year).filter(({ withdrawnOn }) => withdrawnOn === null).length,
    })
  },

  'reports.exportLeads': async (context, { filter, sort, folder }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const target = grantedFolder(context, folder)
    if (!target.ok) return target
    const bureau = readBureau(store.value.read)
    const today = context.today()
    const page = readLeadPage(store.value.read, filter, sort, today, { offset: 0, limit: EXPORT_LIMIT })
    const year = filter.year ?? bureau?.year ?? yearOf(today)
    const start = isoDate(year, 1, 1)
    if (!bureau || !start) return err('notInitialised')
    const ledger = leadLedger({
      bureau: bureau.name,
      year,
      period: { start, end: endOfMonth(year, 12) },
      asOf: today,
      exportedAt: context.now().slice(0, 16).replace('T', ' '),
      preparedOn: today,
      leads: page.rows.map(toLeadRecord),
      totalCount: page.all,
      filters: describeFilter(filter),
    })
    const file = await exportLedger(context, ledger, target.value)
    return file.ok ? ok({ file: file.value, exported: page.rows.length, all: page.all }) : file
  },
}
