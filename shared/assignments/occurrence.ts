import type { IsoDate } from '../core/dates'
import type { DueReading } from '../tables/reading'
import type { OccurrenceKind } from './task'

/** An assignment as far as its dates go. */
export interface DutyDates {
  readonly year: number
  readonly due: DueReading
  /** once, monthly, quarterly or ondemand, as the table says it. */
  readonly cycle: string
  /** 报送时间 in the table's words. */
  readonly reportingTime: string
}

/** Something that starts a count of working days, e.g. a policy that was published. */
export interface DutyEvent {
  readonly id: string
  readonly title: string
  readonly on: IsoDate
}

/** One time that a duty falls due; what stands behind it is another matter. */
export interface Occurrence {
  /** `2022`, `2022-03`, `2022Q1`, a day, or `event:` with the id of the event. */
  readonly key: string
  readonly kind: OccurrenceKind
  readonly periodStart: IsoDate | null
  readonly periodEnd: IsoDate | null
  /** The official day; it never moves. Null where the words name none or the year's calendar is missing. */
  readonly dueOn: IsoDate | null
  /** Counted Monday to Friday where the calendar that the day hangs on is missing. */
  readonly dueOnEstimate: IsoDate | null
  readonly missingYears: readonly number[]
  readonly event: DutyEvent | null
}
