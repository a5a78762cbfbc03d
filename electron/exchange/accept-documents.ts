import { readCalendars, saveCalendar } from '../../db/repositories/settings'
import type { ReadDb } from '../../db/access'
import { parseCalendarFile, type YearCalendar } from '../../shared/core/calendar'
import { err, ok, type Result } from '../../shared/core/result'
import type { PackageChange } from '../../shared/exchange/contract'
import { fingerprintOf } from '../../shared/exchange/fingerprint'
import { rulesPayloadSchema } from '../../shared/exchange/payloads'
import { packageProblems } from '../../shared/terms/exchange-keys'
import { receiveTerms } from '../../shared/terms/exchange-receive'
import { acceptRules, previewRules } from '../scoring/accept-rules'
import { parsedPayload, type KindHandler } from './kind-handler'
import type { ReadPackage } from './package-model'
import { signerOf } from './signer'

/** 规则包. */
export const rulesHandler: KindHandler = {
  preview: (_context, store, read) => {
    const payload = parsedPayload(read, rulesPayloadSchema)
    if (!payload.ok) return payload
    const outcome = previewRules(store.read, payload.value)
    return outcome.ok ? ok({ ...outcome.value, notes: [], importSession: null }) : outcome
  },
  apply: (context, db, _store, { read }) => {
    const payload = parsedPayload(read, rulesPayloadSchema)
    if (!payload.ok) return payload
    const outcome = acceptRules(context, db, payload.value, read.manifest.id)
    return outcome.ok ? ok({ counts: outcome.value.counts, batchId: null }) : outcome
  },
}

interface CalendarChange {
  readonly next: YearCalendar
  readonly before: YearCalendar | null
}

function isSame({ next, before }: CalendarChange): boolean {
  const text = ({ source, off, makeUp }: YearCalendar): string => JSON.stringify([source, off, makeUp])
  return before !== null && text(next) === text(before)
}

/** The years of the package beside what is known, through the same check as an imported file. */
function calendarsOf(db: ReadDb, { payload }: ReadPackage): Result<readonly CalendarChange[]> {
  const years = parseCalendarFile(JSON.stringify(payload))
  if (!years.ok) return years
  const known = readCalendars(db)
  return ok(years.value.map((next) => ({ next, before: known.find(({ year }) => year === next.year) ?? null })))
}

function calendarCounts(changes: readonly CalendarChange[]): Record<string, number> {
  const changed = changes.filter((change) => !isSame(change))
  const added = changed.filter(({ before }) => before === null).length
  return { added, updated: changed.length - added, unchanged: changes.length - changed.length }
}

function calendarChange({ next, before }: CalendarChange): PackageChange {
  const days = ({ source, off, makeUp }: YearCalendar): string =>
    `${source} ${receiveTerms.days(off.length, makeUp.length)}`
  return {
    title: receiveTerms.calendar(next.year),
    field: receiveTerms.holidays,
    from: before ? days(before) : receiveTerms.none,
    to: days(next),
  }
}

/** 放假安排. */
export const calendarHandler: KindHandler = {
  preview: (_context, store, read) => {
    const changes = calendarsOf(store.read, read)
    if (!changes.ok) return changes
    const changed = changes.value.filter((change) => !isSame(change))
    return ok({
      counts: calendarCounts(changes.value),
      changes: changed.map(calendarChange),
      notes: [],
      importSession: null,
    })
  },
  apply: (_context, db, _store, { read }) => {
    const changes = calendarsOf(db, read)
    if (!changes.ok) return changes
    for (const change of changes.value) if (!isSame(change)) saveCalendar(db, change.next)
    return ok({ counts: calendarCounts(changes.value), batchId: null })
  },
}

/** 密钥文件: the key itself is trusted with the package, as every signer's. What nobody signed proves no key. */
export const identityHandler: KindHandler = {
  preview: (_context, store, read) => {
    if (!read.isSigned) return err('packageBroken', { file: read.fileName, detail: packageProblems.signature })
    const { verification, earlierKeyId } = signerOf(store.read, read)
    const { unit, keyId } = read.manifest.from
    const from = earlierKeyId === null ? receiveTerms.none : fingerprintOf(earlierKeyId).digits
    const isNew = verification !== 'trusted'
    return ok({
      counts: { added: isNew ? 1 : 0, unchanged: isNew ? 0 : 1 },
      changes: isNew ? [{ title: unit, field: receiveTerms.key, from, to: fingerprintOf(keyId).digits }] : [],
      notes: [],
      importSession: null,
    })
  },
  apply: (_context, _db, _store, { read }) =>
    read.isSigned
      ? ok({ counts: { added: 1 }, batchId: null })
      : err('packageBroken', { file: read.fileName, detail: packageProblems.signature }),
}
