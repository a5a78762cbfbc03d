import { parseIsoDate } from '../../shared/core/dates'
import type { VisitMode } from '../../shared/environment/record'
import type { EnterpriseChoice } from '../components/enterprise-field'
import type { InputOf, OutputOf } from '../desk'
import { visitFormText as text } from '../text/visits'
import { demandInput, isUntouched, wordsOfDemand, type DemandWords } from './demand-words'

export type VisitDetail = OutputOf<'environment.visit'>

/** A visit as it is typed. */
export interface VisitWords {
  readonly enterprise: EnterpriseChoice | null
  readonly person: string
  readonly visitedOn: string
  readonly mode: VisitMode | null
  readonly visitors: string
  readonly topics: string
  readonly demands: readonly DemandWords[]
}

/** What a new visit starts with: where it was asked for from. */
export interface VisitStart {
  readonly enterprise: EnterpriseChoice | null
  readonly person: string
}

export function newVisitWords(start: VisitStart, today: string): VisitWords {
  return { ...start, visitedOn: today, mode: 'onsite', visitors: '', topics: '', demands: [] }
}

export function wordsOfVisit({ visit, enterpriseName, personName, demands }: VisitDetail): VisitWords {
  const { enterpriseId, visitedOn, mode, visitors, topics } = visit
  return {
    enterprise: { id: enterpriseId, name: enterpriseName },
    person: personName,
    visitedOn,
    mode,
    visitors,
    topics,
    demands: demands.map(wordsOfDemand),
  }
}

type SaveInput = InputOf<'environment.saveVisit'>

/** What is wrong with the typed words, or the values that they stand for. */
export function readVisit(words: VisitWords): { readonly problem: string } | Pick<SaveInput, 'fields' | 'demands'> {
  const visitedOn = parseIsoDate(words.visitedOn)
  if (!words.enterprise) return { problem: text.needEnterprise }
  if (!visitedOn) return { problem: text.needDay }
  const { person, mode, visitors, topics, demands } = words
  return {
    fields: { enterpriseId: words.enterprise.id, personName: person, visitedOn, mode, visitors, topics },
    demands: demands.filter((each) => !isUntouched(each)).map((each) => demandInput(each, visitedOn)),
  }
}
