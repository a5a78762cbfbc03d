import type { IsoDate } from '../core/dates'
import type { Counted } from './counted'
import type { EvidenceKind, FindingRecord, ProgramRecord } from './record'
import type { Accountability, Extension, FindingAmount, MeasureRecord, Referral, RuleMade } from './part-records'
import type { RateChoice, Statistics } from './statistics-contract'

/** A finding with all that a report tells of it. */
export interface ReportItem extends Counted {
  readonly finding: FindingRecord
  /** The status in the office's word. */
  readonly statusText: string
  readonly measures: readonly MeasureRecord[]
  readonly amounts: readonly FindingAmount[]
  readonly rules: readonly RuleMade[]
  readonly accountability: readonly Accountability[]
  readonly referrals: readonly Referral[]
  /** Approved ones, oldest first. */
  readonly extensions: readonly Extension[]
  /** Each file once. */
  readonly evidence: readonly {
    readonly fileName: string
    readonly kind: EvidenceKind
    /** Unit: bytes. */
    readonly size: number
    readonly sha256: string
  }[]
}

/** Everything that a 整改报告 is written from. */
export interface RectReportFacts {
  readonly bureau: string
  readonly asOf: IsoDate
  readonly programs: readonly ProgramRecord[]
  /** Programme by programme in the order of its document. */
  readonly items: readonly ReportItem[]
  /** Of these items. */
  readonly statistics: Statistics
  readonly rate: RateChoice
  /** Programmes of earlier years that still have something open. */
  readonly earlier: readonly { readonly program: ProgramRecord; readonly items: readonly ReportItem[] }[]
  /** By programme: the day of the last periodic report; absent before the first one. */
  readonly reportedOn: ReadonlyMap<string, IsoDate>
}
