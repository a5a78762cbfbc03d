import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import type { DemandRecord, Satisfaction } from '../../shared/environment/record'
import type { DemandInput } from '../../shared/environment/visit-contract'

/** A demand as it is typed; days as text so that a draft can be kept. */
export interface DemandWords {
  /** Null for one that is not stored yet. */
  readonly id: string | null
  /** Tells the rows of a form apart. */
  readonly key: string
  readonly text: string
  readonly raisedOn: string
  readonly transferredOn: string
  readonly transferredTo: string
  readonly repliedOn: string
  readonly handling: string
  readonly isSolved: boolean | null
  readonly solvedOn: string
  readonly satisfaction: Satisfaction | null
  readonly handler: string
}

export function emptyDemand(key: string): DemandWords {
  return {
    id: null,
    key,
    text: '',
    raisedOn: '',
    transferredOn: '',
    transferredTo: '',
    repliedOn: '',
    handling: '',
    isSolved: null,
    solvedOn: '',
    satisfaction: null,
    handler: '',
  }
}

export function wordsOfDemand(demand: DemandRecord): DemandWords {
  const { id, text, raisedOn, transferredOn, transferredTo, repliedOn, handling, isSolved, solvedOn } = demand
  return {
    id,
    key: id,
    text,
    raisedOn,
    transferredTo,
    handling,
    isSolved,
    transferredOn: transferredOn ?? '',
    repliedOn: repliedOn ?? '',
    solvedOn: solvedOn ?? '',
    satisfaction: demand.satisfaction,
    handler: demand.handler,
  }
}

/** Whether nothing at all is typed in a new demand. */
export function isUntouched(words: DemandWords): boolean {
  const { id, key, ...typed } = words
  const empty = emptyDemand(key)
  // The names are those of the words themselves.
  return id === null && Object.entries(typed).every(([name, value]) => value === empty[name as keyof DemandWords])
}

/** The values that the words stand for; the day of the visit where no other is typed. */
export function demandInput(words: DemandWords, raisedOn: IsoDate): DemandInput {
  const { id, text, transferredTo, handling, isSolved, satisfaction, handler } = words
  return {
    id,
    text,
    transferredTo,
    handling,
    isSolved,
    satisfaction,
    handler,
    raisedOn: parseIsoDate(words.raisedOn) ?? raisedOn,
    transferredOn: parseIsoDate(words.transferredOn),
    repliedOn: parseIsoDate(words.repliedOn),
    solvedOn: parseIsoDate(words.solvedOn),
  }
}
