import type { Store } from '../../db/access'
import { readOwnObjections, type OwnObjectionRow } from '../../db/repositories/own-objections'
import { readPeriodsReturned, readSentOf, type SentPackageRow } from '../../db/repositories/packages'
import type { ReportedLine } from '../../shared/exchange/lines'
import { standingCounts, standingLines, type OwnObjection, type StandingLine } from '../../shared/exchange/standing'
import { receiptsOf, summaryOf, type TakenReceipt } from './sent-rows'

export function presentObjection({ id, text, sentId, isAccepted, answer }: OwnObjectionRow): OwnObjection {
  return { id, text, isSent: sentId !== null, isAccepted, answer }
}

/** What was sent and what came back of one period; the newest first. */
export interface Traffic {
  readonly sent: readonly SentPackageRow[]
  readonly receipts: readonly TakenReceipt[]
  readonly objections: readonly OwnObjectionRow[]
}

export function trafficOf({ read }: Store, period: string): Traffic {
  return {
    sent: readSentOf(read, 'summary', period),
    receipts: receiptsOf(read, period),
    objections: readOwnObjections(read, period),
  }
}

function linesOf(row: SentPackageRow | undefined): readonly ReportedLine[] {
  return (row && summaryOf(row)?.lines) ?? []
}

/** The newest edition with the verdicts that stand on it; `now` is what the records say today. */
export function linesWithVerdicts({ sent, receipts, objections }: Traffic, now: readonly ReportedLine[]) {
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
