import type { Task } from '../assignments/task'
import type { BriefRecord, TrainingRecord } from '../briefs/record'
import type { Duty, PolicyRow } from '../environment/contract'
import type { DemandRecord } from '../environment/record'
import type { DemandRates, Matrix, VisitListRow } from '../environment/visit-contract'
import type { ReportFrame, ReportSigners } from './frame'

/** Everything the section 抓营商环境 is built from, as of the cut-off. */
export interface EnvironmentFacts extends ReportFrame {
  readonly signers: ReportSigners
  readonly duties: readonly Duty[]
  readonly tasks: readonly Task[]
  /** Published in the year. */
  readonly policies: readonly PolicyRow[]
  /** Unit: working days in which a policy is to be sent. */
  readonly policyWorkdays: number
  readonly matrix: Pick<Matrix, 'officials' | 'enterprises' | 'cells' | 'coverage'>
  /** 覆盖率 of the period, `100%`; null without enterprises. */
  readonly coverageRate: string | null
  /** Of the year, oldest first. */
  readonly visits: readonly VisitListRow[]
  /** Raised in the year, oldest first. */
  readonly demands: readonly { readonly enterpriseName: string; readonly demand: DemandRecord }[]
  /** Of the year's demands. */
  readonly rates: DemandRates
  /** The clocks of a demand lean on a year whose 放假安排 is missing. */
  readonly isDemandEstimated: boolean
  readonly briefs: readonly BriefRecord[]
  readonly trainings: readonly TrainingRecord[]
  readonly missingCalendarYears: readonly number[]
}
