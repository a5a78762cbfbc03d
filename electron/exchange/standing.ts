import type { Store } from '../../db/access'
import { readOwnObjections, type OwnObjectionRow } from '../../db/repositories/own-objections'
import { readPeriodsReturned, readSentOf, type SentPackageRow } from '../../db/repositories/packages'
import { ok, type Result } from '../../shared/core/result'
import type { exchangeContract } from '../../shared/exchange/contract'
import type { ReportedLine } from '../../shared/exchange/lines'
import { standingCounts, standingLines, type OwnObjection, type StandingLine } from '../../shared/exchange/standing'
import type { Output } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { reportParts } from '../reports/period'
import { reportedLines } from './report-lines'
import { presentSent, receiptsOf, type TakenReceipt } from './sent-rows'
import { summaryOf } from './summary-package'

type Standing = Output<(typeof exchangeContract)['exchange.standing']>

function presentObjection({ id, text, sentId, isAccepted, answer }: OwnObjectionRow): OwnObjection {
  return { id, text, isSent: sentId !== null, isAccepted, answer }
}

/** What was sent and what came back of one period; the newest first. */
interface Traffic {
  readonly sent: readonly SentPackageRow[]
  readonly receipts: readonly TakenReceipt[]
  readonly objections: readonly OwnObjectionRow[]
}

function trafficOf({ read }: Store, period: string): Traffic {
  return {
    sent: readSentOf(read, 'summary', period),
    receipts: receiptsOf(read, period),
    objections: readOwnObjections(read, period),
  }
}

function presentReceipt({ row, payload }: TakenReceipt, { sent }: Traffic): NonNullable<Standing['receipt']> {
  const { answers, isFinal, docRef, score, rank, objectionsUntil, claims } = payload
  const answered = sent.find(({ edition }) => edition === answers)
  const own = answered ? (summaryOf(answered)?.score ?? null) : null
  return {
    id: row.id,
    answers,
    isFinal,
    receivedAt: row.receivedAt,
    fromUnit: row.fromUnit,
    docRef,
    total: score?.total ?? null,
    ownTotal: own?.total ?? null,
    max: score?.max ?? own?.max ?? null,
    rank: rank && { place: rank.place, of: rank.of, tied: rank.tied, tieBreak: rank.tieBreak },
    objectionsUntil,
    claims: claims.map(({ enterprise, decision }) => ({ enterprise, decision })),
  }
}

function linesOf(row: SentPackageRow | undefined): readonly ReportedLine[] {
  return (row && summaryOf(row)?.lines) ?? []
}

/** The newest edition with the verdicts that stand on it; `now` is what the records say today. */
function linesWithVerdicts({ sent, receipts, objections }: Traffic, now: readonly ReportedLine[]) {
  const receipt = receipts[0]?.payload ?? null
  return standingLines({
    sent: linesOf(sent[0]),
    answered: linesOf(sent.find(({ edition }) => edition === receipt?.answers)),
    receipt,
    now,
    // The latest objection to a line is the one that is shown.
    objections: new Map(
      objections.flatMap((row) => (row.lineKey === null ? [] : [[row.lineKey, presentObjection(row)] as const])),
    ),
  })
}

/** 自报 / 核定 of a period: the newest edition, the receipt, and line by line what the district made of it. */
export function standingOf(context: Context, store: Store, period: string): Result<Standing> {
  const traffic = trafficOf(store, period)
  const [newest] = traffic.sent
  const [receipt] = traffic.receipts
  const parts = newest ? reportParts(context, store, period) : null
  if (parts && !parts.ok) return parts
  const withContacts = newest !== undefined && summaryOf(newest)?.contact != null
  const now = parts ? reportedLines(context, store, parts.value, { withContacts }) : []
  const lines = linesWithVerdicts(traffic, now)
  return ok({
    sent: newest ? presentSent(newest, traffic.receipts) : null,
    receipt: receipt ? presentReceipt(receipt, traffic) : null,
    lines: [...lines],
    objections: traffic.objections.filter(({ lineKey }) => lineKey === null).map(presentObjection),
    counts: standingCounts(lines),
  })
}

/** The line of a period as it stands, for an objection to it; null where there is none. */
export function standingLine(store: Store, period: string, lineKey: string): StandingLine | null {
  return linesWithVerdicts(trafficOf(store, period), []).find(({ key }) => key === lineKey) ?? null
}

/** Lines of a year that the district returned and that were not sent otherwise since, and the newest period with such. */
export function returnedLines(store: Store, year: number): { readonly count: number; readonly period: string | null } {
  const periods = readPeriodsReturned(store.read, year).map((period) => ({
    period,
    count: standingCounts(linesWithVerdicts(trafficOf(store, period), [])).returned,
  }))
  const open = periods.filter(({ count }) => count > 0)
  return { count: open.reduce((sum, { count }) => sum + count, 0), period: open.at(-1)?.period ?? null }
}
