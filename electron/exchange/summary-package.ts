import type { Store } from '../../db/access'
import { readOwnObjections, type OwnObjectionRow } from '../../db/repositories/own-objections'
import { readSentOf, type SentPackageRow } from '../../db/repositories/packages'
import { readPersonByName } from '../../db/repositories/people'
import { readBureau } from '../../db/repositories/settings'
import { readTrustedKeys } from '../../db/repositories/trusted-keys'
import { err, ok, type Result } from '../../shared/core/result'
import type { PackageChange } from '../../shared/exchange/contract'
import type { ReportedLine } from '../../shared/exchange/lines'
import { summaryPayloadSchema, type StatedScore, type SummaryPayload } from '../../shared/exchange/payloads'
import { payloadChanges } from '../../shared/exchange/payload-changes'
import type { Report } from '../../shared/reports/model'
import { withoutPeople } from '../../shared/reports/without-people'
import type { Scheme } from '../../shared/scoring/scheme'
import type { Context } from '../context'
import { reportParts, type ReportParts } from '../reports/period'
import { scoreOf, type Score } from '../scoring/score'
import type { PackageDraft } from './package-model'
import { reportedLines } from './report-lines'
import { summaryOf } from './sent-rows'

/** What would leave the house for a period, before its readable files are written. */
export interface SummaryPackage {
  readonly draft: Omit<PackageDraft, 'files'>
  readonly payload: SummaryPayload
  /** As it goes out: without names of people unless they were asked for. */
  readonly report: Report
  readonly scheme: Scheme | null
  readonly previous: SentPackageRow | null
  /** Against the edition before; empty for the first. */
  readonly changes: readonly PackageChange[]
  /** It would say what the edition before said, and no objection waits. */
  readonly isUnchanged: boolean
  /** Those that go out with this edition. */
  readonly objections: readonly OwnObjectionRow[]
}

function statedScore({ scheme, result }: Score): StatedScore {
  return {
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    total: result.total,
    max: result.max,
    components: result.components.map(({ id, name, points, max, arithmetic }) => ({
      id,
      name,
      points,
      max,
      arithmetic,
    })),
  }
}

/** Whom the summary is for: the district whose key is trusted; null while none is known. */
function districtOf(store: Store): string | null {
  return readTrustedKeys(store.read).find(({ role, state }) => role === 'district' && state === 'trusted')?.unit ?? null
}

function countsOf(lines: readonly ReportedLine[], objections: number): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of lines) counts[kind] = (counts[kind] ?? 0) + 1
  return { ...counts, lines: lines.length, objections }
}

function payloadOf(
  context: Context,
  store: Store,
  parts: ReportParts,
  options: { readonly withContacts: boolean; readonly score: Score | null; readonly edits: readonly string[] },
  objections: readonly OwnObjectionRow[],
): Result<SummaryPayload> {
  const bureau = readBureau(store.read)
  if (!bureau) return err('notInitialised')
  const { frame, report } = parts
  const actor = context.actor()
  const phone = readPersonByName(store.read, actor)?.phone ?? ''
  // What a package says must be what its reader accepts, so it is checked as the reader will.
  return ok(
    summaryPayloadSchema.parse({
      unit: { name: bureau.name, aliases: bureau.aliases, category: bureau.category },
      period: frame.period.key,
      asOf: frame.asOf,
      preparedOn: frame.preparedOn,
      nil: (report.document?.sections ?? []).filter(({ isNil }) => isNil).map(({ stream }) => stream),
      score: options.score && statedScore(options.score),
      lines: reportedLines(context, store, parts, options),
      objections: objections.map(({ id, lineKey, text }) => ({ id, lineKey, text })),
      edits: options.edits,
      contact: options.withContacts ? { preparedBy: actor, phone } : null,
    }),
  )
}

/** The next edition of a period's summary: report, lines and what changed. Nothing is written. */
export function summaryPackage(
  context: Context,
  store: Store,
  period: string,
  { withContacts }: { readonly withContacts: boolean },
): Result<SummaryPackage> {
  const parts = reportParts(context, store, period)
  if (!parts.ok) return parts
  const { frame, people } = parts.value
  const report = withContacts ? parts.value.report : withoutPeople(parts.value.report, people)
  const scored = scoreOf(store, frame.period.year, frame.asOf)
  const score = scored.ok ? scored.value : null
  const objections = readOwnObjections(store.read, period).filter(({ sentId }) => sentId === null)
  const options = { withContacts, score, edits: report.document?.editNotes ?? [] }
  const payload = payloadOf(context, store, parts.value, options, objections)
  if (!payload.ok) return payload
  const previous = readSentOf(store.read, 'summary', period)[0] ?? null
  const before = previous && summaryOf(previous)
  const changes = before ? payloadChanges(before, payload.value) : []
  const scheme = score?.scheme ?? null
  return ok({
    draft: {
      kind: 'summary',
      to: districtOf(store),
      period,
      year: frame.period.year,
      edition: (previous?.edition ?? 0) + 1,
      checkCode: report.checkCode,
      counts: countsOf(payload.value.lines, objections.length),
      ruleSet: scheme && { id: scheme.id, version: scheme.version },
      payload: payload.value,
      attachments: [],
    },
    payload: payload.value,
    report,
    scheme,
    previous,
    changes,
    isUnchanged: before !== null && changes.length === 0 && objections.length === 0,
    objections,
  })
}
