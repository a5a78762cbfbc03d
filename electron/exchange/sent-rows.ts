import type { z } from 'zod'
import type { ReadDb } from '../../db/access'
import { readReceivedOf, readSent, type ReceivedPackageRow, type SentPackageRow } from '../../db/repositories/packages'
import type { sentRowSchema } from '../../shared/exchange/contract'
import type { PackageKind } from '../../shared/exchange/manifest'
import {
  receiptPayloadSchema,
  summaryPayloadSchema,
  type ReceiptPayload,
  type SummaryPayload,
} from '../../shared/exchange/payloads'

type SentRow = z.infer<typeof sentRowSchema>

/** A receipt with what it says. */
export interface TakenReceipt {
  readonly row: ReceivedPackageRow
  readonly payload: ReceiptPayload
}

/** Receipts of a period, the newest edition first. */
export function receiptsOf(db: ReadDb, period: string): readonly TakenReceipt[] {
  return readReceivedOf(db, 'receipt', period).flatMap((row) => {
    const payload = receiptPayloadSchema.safeParse(JSON.parse(row.content ?? 'null'))
    return payload.success ? [{ row, payload: payload.data }] : []
  })
}

/** What the edition before said; null where its content cannot be read any more. */
export function summaryOf(row: Pick<SentPackageRow, 'content'>): SummaryPayload | null {
  if (row.content === null) return null
  const parsed = summaryPayloadSchema.safeParse(JSON.parse(row.content))
  return parsed.success ? parsed.data : null
}

function countOf({ payload }: TakenReceipt, verdict: 'returned' | 'adjusted'): number {
  return payload.lines.filter((line) => line.verdict === verdict).length
}

/** A sent package with the newest receipt that answers it. */
export function presentSent(row: SentPackageRow, receipts: readonly TakenReceipt[]): SentRow {
  const { id, period, edition, sequence, toUnit, fileName, checkCode, isEncrypted, sentAt, sentBy, counts } = row
  const answer = row.kind === 'summary' ? receipts.find(({ payload }) => payload.answers === edition) : undefined
  return {
    id,
    // The kind is only written from a manifest.
    kind: row.kind as PackageKind,
    period,
    edition,
    sequence,
    toUnit,
    fileName,
    checkCode,
    isEncrypted,
    sentAt,
    sentBy,
    counts: { ...counts },
    receipt: answer
      ? {
          receivedAt: answer.row.receivedAt,
          returned: countOf(answer, 'returned'),
          adjusted: countOf(answer, 'adjusted'),
        }
      : null,
  }
}

/** Everything that left the house, the newest first. */
export function sentRows(db: ReadDb): SentRow[] {
  const byPeriod = new Map<string, readonly TakenReceipt[]>()
  return readSent(db).map((row) => {
    const period = row.period ?? ''
    const receipts = byPeriod.get(period) ?? receiptsOf(db, period)
    byPeriod.set(period, receipts)
    return presentSent(row, receipts)
  })
}
