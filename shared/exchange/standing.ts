import type { z } from 'zod'
import type { ownObjectionSchema, standingLineSchema } from './contract'
import { lineState } from '../district/line-state'
import { receiveTerms } from '../terms/exchange-receive'
import { recordOfLine } from './line-records'
import type { ReportedLine } from './lines'
import type { ReceiptPayload } from './payloads'
import { reportedText, valueText } from './verdict-text'

export type StandingLine = z.infer<typeof standingLineSchema>
export type OwnObjection = z.infer<typeof ownObjectionSchema>

/** 自报 and 核定 of one edition. */
export interface StandingFacts {
  /** Of the newest edition that was sent. */
  readonly sent: readonly ReportedLine[]
  /** Of the edition that the receipt answers; the same lines while no newer one was sent. */
  readonly answered: readonly ReportedLine[]
  readonly receipt: ReceiptPayload | null
  /** What the records say today. */
  readonly now: readonly ReportedLine[]
  /** By line key. */
  readonly objections: ReadonlyMap<string, OwnObjection>
}

type Verdict = ReceiptPayload['lines'][number]

function byKey<T extends { readonly key: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((each) => [each.key, each]))
}

/** What the records say by now where that is something else; null while it is the same. */
function nowText(line: ReportedLine, now: ReportedLine | undefined): string | null {
  if (!now) return receiveTerms.deletedNow
  const text = reportedText(now)
  return text === reportedText(line) ? null : text
}

/**
 * Each line of the newest edition with the verdict that stands on it. A verdict stands while the line says what it said in
 * the edition that was answered: a line that was corrected since waits for the next receipt.
 */
export function standingLines({ sent, answered, receipt, now, objections }: StandingFacts): readonly StandingLine[] {
  const verdicts: ReadonlyMap<string, Verdict> = byKey(receipt?.lines ?? [])
  const before = byKey(answered)
  const today = byKey(now)
  return sent.map((line): StandingLine => {
    const earlier = before.get(line.key)
    const stands = earlier !== undefined && lineState(earlier) === lineState(line)
    const verdict = stands ? verdicts.get(line.key) : undefined
    return {
      key: line.key,
      stream: line.stream,
      kind: line.kind,
      label: line.label,
      unit: line.unit,
      reported: reportedText(line),
      approved: verdict ? valueText(line.key, verdict.approved) : null,
      verdict: verdict?.verdict ?? null,
      reason: verdict?.reason ?? '',
      now: nowText(line, today.get(line.key)),
      record: recordOfLine(line),
      objection: objections.get(line.key) ?? null,
    }
  })
}

/** How many lines there are, and how they were judged. */
export function standingCounts(lines: readonly StandingLine[]) {
  const of = (verdict: StandingLine['verdict']): number => lines.filter((line) => line.verdict === verdict).length
  return { lines: lines.length, accepted: of('accepted'), adjusted: of('adjusted'), returned: of('returned') }
}
