import type { ReadDb } from '../../db/access'
import { readUnits } from '../../db/repositories/units'
import type { IsoDate } from '../../shared/core/dates'
import type { Failure, Result } from '../../shared/core/result'
import type { ReceivedFile, receiveResultSchema } from '../../shared/district/contract'
import type { UnitRecord } from '../../shared/district/record'
import { unitFinder } from '../../shared/district/unit-finder'
import type { SummaryPayload } from '../../shared/exchange/payloads'
import { parseReportPeriod } from '../../shared/reports/period'
import type { Bureau } from '../../shared/settings/contract'
import { districtText } from '../../shared/terms/district'
import { messageText } from '../../shared/terms/messages'
import type { z } from 'zod'
import type { ReadPackage } from '../exchange/package-model'

/** A file that may be a return. It is read when its turn comes, so that a folder of them never lies in memory at once. */
export interface ReturnFile {
  readonly fileName: string
  readonly load: () => Promise<Result<Uint8Array>>
}

export interface ReceiveOptions {
  /** The only period that is taken; null = each file's own. */
  readonly period: string | null
  /** The fingerprints were compared: signers seen for the first time are trusted, files that nobody signed are taken. */
  readonly trustNew: boolean
  readonly passphrase?: string | null
  readonly isSample?: boolean
}

/** What is known while the files of one batch are judged. */
export interface Batch {
  readonly office: Bureau
  readonly today: IsoDate
  readonly options: ReceiveOptions
  readonly findUnit: (name: string) => UnitRecord | null
}

export function batchOf(db: ReadDb, office: Bureau, today: IsoDate, options: ReceiveOptions): Batch {
  return { office, today, options, findUnit: unitFinder(readUnits(db)) }
}

export type UnknownSigner = z.infer<typeof receiveResultSchema>['unknownSigners'][number]

/** A file that could be taken over; of several editions of one unit in a batch only the newest is. */
export interface Candidate {
  readonly fileName: string
  /** Of the file as it came. */
  readonly sha256: string
  /** Unit: bytes. */
  readonly size: number
  /** As the list names it; as the file does for a unit that is not in the list yet. */
  readonly unitName: string
  readonly unit: UnitRecord | null
  readonly payload: SummaryPayload
  /** The day from which 按时 and 迟报 are told. */
  readonly receivedOn: IsoDate
  readonly notes: readonly string[]
  /** Set where the period is locked and the file brings 异议: then these alone are taken. */
  readonly takes?: 'objections'
  /** The package without its content; null for a 填报表. */
  readonly read: ReadPackage | null
}

export type Judged =
  | { readonly kind: 'fits'; readonly candidate: Candidate }
  | { readonly kind: 'refused'; readonly file: ReceivedFile; readonly signer?: UnknownSigner }

const outcomes: Readonly<Partial<Record<Failure['code'], ReceivedFile['outcome']>>> = {
  packageAlreadyTaken: 'same',
  packageStale: 'stale',
}

/** A file that is not taken over, with its reason. */
export function refused(
  fileName: string,
  failure: Failure,
  about: Partial<Pick<ReceivedFile, 'unit' | 'edition' | 'source' | 'outcome' | 'text'>> = {},
): Judged {
  const { code, params } = failure
  const outcome = outcomes[code] ?? 'rejected'
  const text = messageText(code, params)
  return { kind: 'refused', file: { fileName, outcome, unit: '', edition: null, source: null, code, text, ...about } }
}

/**
 * The day a return counts as received: the one that it says it was made on, as files lie in a folder for days before
 * somebody drops it here. A day that cannot be (after today, before the period) is not believed: then it is today.
 */
export function arrivalOf(
  preparedOn: IsoDate | null,
  period: string,
  today: IsoDate,
): { readonly receivedOn: IsoDate; readonly notes: readonly string[] } {
  const start = parseReportPeriod(period)?.start
  if (preparedOn === null) return { receivedOn: today, notes: [] }
  const isPossible = preparedOn <= today && (start === undefined || preparedOn >= start)
  if (isPossible) return { receivedOn: preparedOn, notes: [] }
  return { receivedOn: today, notes: [districtText.received.clock(preparedOn, today)] }
}
