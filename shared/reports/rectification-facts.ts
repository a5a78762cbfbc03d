import type { IsoDate } from '../core/dates'
import type { Counted } from '../rectification/counted'
import type { FindingRecord, ProgramRecord } from '../rectification/record'
import type { Extension } from '../rectification/part-records'
import type { RateChoice, SelfCheckIssue, Statistics } from '../rectification/statistics-contract'
import type { RevenueRecord } from '../revenue/record'
import type { ReportFrame, ReportSigners } from './frame'
import type { RecoveredAmount } from './recovered-once'

/** A finding as it stood at the cut-off. */
export interface RectificationItem extends Counted {
  readonly finding: FindingRecord
  readonly statusText: string
  readonly measureCount: number
  /** Approved by the cut-off. */
  readonly extensions: readonly Extension[]
  /** The day of its last 销号 by the cut-off, also of one that was reopened since. */
  readonly closedOn: IsoDate | null
}

/** Everything the chapter 整改 is built from, as of the cut-off. */
export interface RectificationFacts extends ReportFrame {
  readonly signers: ReportSigners
  /** Those that had been fed back by the cut-off. */
  readonly programs: readonly ProgramRecord[]
  readonly items: readonly RectificationItem[]
  readonly statistics: Statistics
  readonly rate: RateChoice
  /** 收入 linked to these findings that counts at the cut-off. */
  readonly booked: readonly RevenueRecord[]
  /** 上缴财政 and 收回 of these findings. */
  readonly recovered: readonly RecoveredAmount[]
  /** What does not agree in the ledger today. */
  readonly issues: readonly SelfCheckIssue[]
}
