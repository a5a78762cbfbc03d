import { unlink } from 'node:fs/promises'
import { readSentOf } from '../../db/repositories/packages'
import type { Store } from '../../db/access'
import type { YearCalendar } from '../../shared/core/calendar'
import { err, ok, type Result } from '../../shared/core/result'
import type { issueContract } from '../../shared/district/issue-contract'
import { calendarReport, rulesReport } from '../../shared/district/issued-papers'
import type { PackageKind } from '../../shared/exchange/manifest'
import type { CalendarPayload, RulesPayload } from '../../shared/exchange/payloads'
import type { Handlers, Output } from '../../shared/ipc/procedure'
import type { Report } from '../../shared/reports/model'
import { packageKindLabels } from '../../shared/terms/exchange-keys'
import type { Context } from '../context'
import { grantedFolder } from '../core/grants'
import { savePackageFile } from '../exchange/save-package-file'
import { documentBytes } from '../jobs/document-bytes'
import { awardPlansOf, schemesOf } from '../scoring/stored-rules'
import { districtStore } from './district-store'
import { recordIssued, sealPackages } from './issue-packages'
import { openSplit, saveSplit } from './split'

type IssueCalls = Pick<
  typeof issueContract,
  'district.openSplit' | 'district.saveSplit' | 'district.saveRules' | 'district.saveCalendar'
>

interface ForEverybody {
  readonly kind: Extract<PackageKind, 'rules' | 'calendar'>
  /** Null for what belongs to several years. */
  readonly year: number | null
  readonly payload: RulesPayload | CalendarPayload
  readonly count: number
  readonly report: Report
}

/** Writes a pack that anybody may take, with a workbook in it for people. */
async function savePack(
  context: Context,
  store: Store,
  folder: string,
  { kind, year, payload, count, report }: ForEverybody,
): Promise<Result<Output<IssueCalls['district.saveRules']>>> {
  const bytes = await documentBytes(context, 'writeReport', { format: 'xlsx', report })
  const [sent] = readSentOf(store.read, kind, null).filter((row) => row.year === year)
  const draft = {
    kind,
    to: null,
    period: null,
    year,
    checkCode: '',
    ruleSet: null,
    payload,
    edition: (sent?.edition ?? 0) + 1,
    counts: { documents: count },
    files: [{ path: `${report.subject}.xlsx`, bytes }],
    attachments: [],
  }
  const packages = await sealPackages(context, store, [draft])
  const [only] = packages.ok ? packages.value : []
  if (!packages.ok || !only) return packages.ok ? err('notFound') : packages
  const written = await savePackageFile(context, folder, only.fileName, only.written.bytes)
  if (!written.ok) return written
  const { path, ...file } = written.value
  const recorded = recordIssued(context, packages.value, packageKindLabels[kind])
  if (recorded.ok) return ok({ file })
  await unlink(path).catch(() => {})
  return recorded
}

/** The office and the folder that something goes into. */
function issuing(context: Context, token: string) {
  const opened = districtStore(context)
  if (!opened.ok) return opened
  const folder = grantedFolder(context, token)
  return folder.ok ? ok({ ...opened.value, folder: folder.value }) : folder
}

/** 下发. */
export const issueHandlers: Handlers<IssueCalls, Context> = {
  'district.openSplit': (context, input, scope) => openSplit(context, input, scope),
  'district.saveSplit': (context, input) => saveSplit(context, input),

  'district.saveRules': (context, { year, folder }) => {
    const about = issuing(context, folder)
    if (!about.ok) return about
    const { store, office } = about.value
    const schemes = schemesOf(store.read).filter((scheme) => scheme.year === year)
    const awards = awardPlansOf(store.read).filter((plan) => plan.year === year)
    const count = schemes.length + awards.length
    if (count === 0) return err('rulesNothing', { year })
    const payload: RulesPayload = { schemes: [...schemes], awards: [...awards] }
    const report = rulesReport(payload, { district: office.name, issuedOn: context.today(), year })
    return savePack(context, store, about.value.folder, { kind: 'rules', year, payload, count, report })
  },

  'district.saveCalendar': (context, { years, folder }) => {
    const about = issuing(context, folder)
    if (!about.ok) return about
    const { store, office } = about.value
    const calendars = context.calendars()
    const chosen: YearCalendar[] = []
    for (const year of [...new Set(years)].toSorted((left, right) => left - right)) {
      const days = calendars.get(year)
      if (!days) return err('calendarYearMissing', { year })
      chosen.push({ year, source: days.source, off: [...days.off].toSorted(), makeUp: [...days.makeUp].toSorted() })
    }
    const payload: CalendarPayload = { years: chosen }
    const issue = { district: office.name, issuedOn: context.today(), year: chosen[0]?.year ?? office.year }
    const report = calendarReport(chosen, issue)
    return savePack(context, store, about.value.folder, {
      kind: 'calendar',
      year: null,
      payload,
      count: chosen.length,
      report,
    })
  },
}
