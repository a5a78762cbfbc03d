import type { Store } from '../../db/access'
import { ok, type Result } from '../../shared/core/result'
import type { exchangeContract } from '../../shared/exchange/contract'
import { standingCounts } from '../../shared/exchange/standing'
import type { Output } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { reportParts } from '../reports/period'
import { reportedLines } from './report-lines'
import { presentSent, summaryOf, type TakenReceipt } from './sent-rows'
import { linesWithVerdicts, presentObjection, trafficOf, type Traffic } from './standing-lines'

type Standing = Output<(typeof exchangeContract)['exchange.standing']>

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
