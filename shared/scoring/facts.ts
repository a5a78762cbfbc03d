import type { IsoDate } from '../core/dates'

/**
 * What the engine is told: a neutral, closed shape that each room fills from its own records.
 * Numbers are decimal text; a fact dated after the as-of day, or (where a rule is yearly) outside
 * the scheme's year, is left out by the engine and need not be filtered by the caller.
 */
export interface ScoringFacts {
  /** The assessed unit's name and aliases, for exclusion lists; empty when unknown. */
  readonly unitNames: readonly string[]
  /** Counted records with a life cycle (investment: leads). Read by `unitCount`. */
  readonly units: readonly UnitFact[]
  /** Dated items by key (investment: `brief`). Read by `periodPresence`. */
  readonly dated: Readonly<Record<string, readonly DatedFact[]>>
  /** Numerator and denominator entries by key (investment: `training`), summed up. Read by every rule on a rate. */
  readonly ratios: Readonly<Record<string, readonly RatioFact[]>>
  /** Plain amounts and counts by key, summed up. */
  readonly figures: Readonly<Record<string, readonly FigureFact[]>>
  /** Records with an amount and traits by key. Read by the tier rules. */
  readonly items: Readonly<Record<string, readonly ItemFact[]>>
  /** Happenings that give or cost points, by key (investment: `lecture`). */
  readonly events: Readonly<Record<string, readonly EventFact[]>>
  /** Figures somebody gave, by component id (investment: `cooperate`); the latest one given by the as-of day holds. */
  readonly manual: Readonly<Record<string, readonly ManualFact[]>>
  /** The own figure among those of all units, by key. */
  readonly peers: Readonly<Record<string, PeerFact>>
  /** Published places, by key. */
  readonly ranks: Readonly<Record<string, RankFact>>
  /** Recorded one-vote vetoes. */
  readonly vetoes: readonly VetoFact[]
}

/** A requirement is met from a day on, met since filing (`true`), or not met (`null`). */
export type RequirementFact = IsoDate | true | null

export interface UnitFact {
  readonly recordId: string
  readonly label: string
  /** Class ids of the scheme as the district decided; empty while undecided. */
  readonly classes: readonly string[]
  /** The bureau's own proposal; used for the forecast only. */
  readonly proposedClasses?: readonly string[]
  /** Classes that held before a re-classification; the one with the earliest `until` after the as-of day applies. */
  readonly earlierClasses?: readonly { readonly classes: readonly string[]; readonly until: IsoDate }[]
  /** Null while a draft. */
  readonly filedOn: IsoDate | null
  /** When the same filing was entered again in the platform; never counts twice. */
  readonly backfilledOn?: IsoDate | null
  /** By requirement id of the scheme: `filedTruthfully`, `certifiedOn`, `contactedOn`, `acceptedOn`. */
  readonly requirements: Readonly<Record<string, RequirementFact>>
  readonly landedOn: IsoDate | null
  /** Null when not recorded; landing counts only when true. */
  readonly registeredInDistrict: boolean | null
  readonly duplicateOf: string | null
  /** Units that count the record in equal parts, by a decision of the district; default 1. */
  readonly claimants?: number
  /** Day from which a decision (invalid, revoked) or a withdrawal takes the units away. */
  readonly revokedOn: IsoDate | null
  /** Talks ended; filing units stay. */
  readonly dormantOn?: IsoDate | null
}

export interface DatedFact {
  readonly recordId: string
  readonly label: string
  readonly on: IsoDate
  readonly accepted: boolean
}

export interface RatioFact {
  readonly recordId: string
  readonly label: string
  /** Null: holds on every day. */
  readonly on: IsoDate | null
  readonly num: string
  /** Null: the unit has no target (may take part without one). */
  readonly den: string | null
}

export interface FigureFact {
  readonly recordId: string
  readonly label: string
  readonly on: IsoDate | null
  readonly value: string
}

export interface ItemFact {
  readonly recordId: string
  readonly label: string
  readonly on: IsoDate | null
  /** Decimal text in the unit the scheme's tiers are written in. */
  readonly amount: string
  readonly traits: readonly string[]
  /** Further amounts that a guard may look at, e.g. money spent in the year. */
  readonly amounts?: Readonly<Record<string, string>>
}

export interface EventFact {
  readonly recordId: string
  readonly label: string
  readonly on: IsoDate | null
  /** How many of them; default 1. */
  readonly count?: string
}

export interface ManualFact {
  readonly value: string
  /** What shows it, e.g. an attachment name; null when none. */
  readonly evidence: string | null
  readonly docRef: string | null
  /** Null: holds on every day. */
  readonly givenOn: IsoDate | null
}

export interface PeerFact {
  readonly self: string | null
  /** Of every unit that takes part, the own one among them; one list serves all of them, so that it is read once. */
  readonly all: readonly string[]
}

export interface RankFact {
  readonly place: number
  readonly on: IsoDate | null
}

export interface VetoFact {
  readonly vetoId: string
  readonly on: IsoDate
  readonly docRef: string | null
}

/** No fact at all; callers spread their own over it. */
export const noFacts: ScoringFacts = {
  unitNames: [],
  units: [],
  dated: {},
  ratios: {},
  figures: {},
  items: {},
  events: {},
  manual: {},
  peers: {},
  ranks: {},
  vetoes: [],
}
