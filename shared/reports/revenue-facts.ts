import type { Task } from '../assignments/task'
import type { BriefRecord } from '../briefs/record'
import type { Fen } from '../core/money'
import type { RevenueProgress, TipRow } from '../revenue/contract'
import type { RevenueRecord } from '../revenue/record'
import type { ReportFrame, ReportSigners } from './frame'

/** Everything the section 抓收入 is built from, as of the cut-off. */
export interface RevenueFacts extends ReportFrame {
  readonly signers: ReportSigners
  /** Every entry, oldest booking first. */
  readonly entries: readonly RevenueRecord[]
  readonly progress: RevenueProgress
  /** 区留成 and gross that counted at the end of the period before; zero for the first of the year. Unit: 分. */
  readonly before: { readonly retained: Fen; readonly gross: Fen }
  readonly clues: readonly RevenueRecord[]
  readonly confirmed: readonly RevenueRecord[]
  /** Sent or received in the year, oldest first. */
  readonly tips: readonly TipRow[]
  readonly briefs: readonly BriefRecord[]
  readonly tasks: readonly Task[]
}
