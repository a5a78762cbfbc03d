import type { IsoDate } from '../core/dates'

/** Every remark the engine can make; its Chinese sentence is in `shared/terms/scoring`. */
export const remarkCodes = [
  // what a parameter of the scheme was read as (口径说明); params: no, id, value, text
  'parameter',
  // why a counted record has its units
  'countedFiled',
  'countedLanded',
  'pendingRequirements',
  'pendingClass',
  'invalidClass',
  'unknownClass',
  'severalClasses',
  'reclassed',
  'duplicate',
  'revoked',
  'draft',
  'filedOtherYear',
  'lateLanding',
  'landedOutside',
  'afterCutOff',
  'backfilled',
  'dormantKept',
  'sharedRecord',
  // notes of a component
  'pendingList',
  'partialCredit',
  'overCompletion',
  'overflowToBonus',
  'periodsMissing',
  'surplusItems',
  'itemInPeriod',
  'itemNotAccepted',
  'itemOutsideAssessed',
  'ratioEntry',
  'noneRequired',
  'noTarget',
  'partCapped',
  'manualGiven',
  'manualNotGiven',
  'manualCapped',
  'bonusPending',
  'bonusGiven',
  'figureNotGiven',
  'figureCounted',
  'itemTier',
  'itemGuardFailed',
  'eventCounted',
  'eventCapped',
  'shortage',
  'occurrence',
  'stepReached',
  'stepNotReached',
  'rankPlace',
  'rankTied',
  'peersAllEqual',
  'clamped',
  'promotionGranted',
  'promotionNotGranted',
  'excludedUnit',
  'vetoed',
  // notes of the whole
  'partsDoNotAdd',
  'streamWithoutPoints',
] as const

export type RemarkCode = (typeof remarkCodes)[number]
export type RemarkParams = Readonly<Record<string, string | number>>

/** A sentence as a code and the values it needs. */
export interface Remark {
  readonly code: RemarkCode
  readonly params: RemarkParams
}

/**
 * scored: points stand · pending: waits for a decision and is not in the total · notGiven: a figure
 * others must give is missing · unscored: the scheme gives no points, only completion is shown ·
 * excluded: the unit does not take part · vetoed: a veto took the points away
 */
export type ComponentState = 'scored' | 'pending' | 'notGiven' | 'unscored' | 'excluded' | 'vetoed'

export interface ScoreRecord {
  readonly id: string
  readonly label: string
  /** What it adds, in the component's own unit (units, months, entries, points); decimal text. */
  readonly units: string
  readonly why: Remark
}

export interface CompletionRate {
  /** `94.9%` */
  readonly percent: string
  readonly num: string
  readonly den: string
}

export interface ComponentScore {
  readonly id: string
  readonly name: string
  readonly rule: string
  readonly clause: string
  /** Decimal text; null where the scheme sets no upper limit or no points. */
  readonly max: string | null
  /** Rounded for display only; null when there is nothing to show (notGiven, unscored, excluded). */
  readonly points: string | null
  /** Exact value, shortest decimal or four decimals with `…`; null like `points`. */
  readonly exact: string | null
  readonly state: ComponentState
  readonly insideTotal: boolean
  readonly inputs: Readonly<Record<string, string>>
  readonly arithmetic: string
  readonly records: readonly ScoreRecord[]
  /** Uncapped figure in the component's own unit (for ranking and bulletins); null when there is none. */
  readonly raw: string | null
  /** Points if everything still pending is confirmed; null when equal to `points` or unknown. */
  readonly forecast: string | null
  readonly rate: CompletionRate | null
  readonly notes: readonly Remark[]
}

export interface ScoreResult {
  readonly schemeId: string
  readonly schemeVersion: string
  readonly schemeName: string
  readonly docRef: string
  readonly year: number
  readonly asOf: IsoDate
  /** Rounded once, here. Null when the scheme gives no points at all. */
  readonly total: string | null
  readonly exactTotal: string | null
  /** Full marks of the scheme, `100`; null when it names none. */
  readonly max: string | null
  /** Points standing now; same figure as `total`, named for 「已得」. */
  readonly earned: string | null
  /** Full marks of components whose figure others have not given yet (「待评」). */
  readonly pending: string
  /** Total if everything pending confirmation is confirmed; null when equal to `total`. */
  readonly forecast: string | null
  /** Points outside the total (lecture bonus, overflow as bonus); `0` when none. */
  readonly bonus: string
  readonly components: readonly ComponentScore[]
  readonly notes: readonly Remark[]
  readonly vetoes: readonly {
    readonly id: string
    readonly clause: string
    readonly on: IsoDate
    readonly effect: string
  }[]
  readonly promotion: 'granted' | 'notGranted' | null
  /** Streams the scheme names without points: completion is shown for them, never a zero. */
  readonly streamsWithoutPoints: readonly string[]
  readonly timeProgress: TimeProgress
  readonly rounding: { readonly mode: 'halfUp' | 'truncate'; readonly decimals: number }
}

/** 序时进度: days gone and days of the year; `181/365 = 49.6%`. */
export interface TimeProgress {
  readonly days: number
  readonly of: number
  readonly percent: string
}
