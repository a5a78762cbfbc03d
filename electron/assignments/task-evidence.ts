import type { Store } from '../../db/access'
import {
  readFirstProjectVisit,
  readPolicyEvents,
  readSubmittedBriefs,
  readVisitCoverage,
  type PolicyEvent,
  type SubmittedBrief,
} from '../../db/repositories/task-evidence'
import type { DutyEvidence } from '../../shared/assignments/duty-evidence'
import type { DutyEvent, Occurrence } from '../../shared/assignments/occurrence'
import { isLongEnough, usesOf } from '../../shared/briefs/uses'
import type { BriefUse } from '../../shared/briefs/record'
import type { IsoDate } from '../../shared/core/dates'
import { evidenceTexts } from '../../shared/terms/tasks'

/** What fulfilled an occurrence, and on which day. */
export interface Fulfilment {
  readonly on: IsoDate
  readonly room: string
  /** The record; for 走访 the period whose matrix shows it. */
  readonly recordId: string
  readonly title: string
}

/** The records of the streams, asked for as occurrences need them; each question is put to the store once. */
export interface EvidenceReader {
  /** Policies published in a year: what starts the count of 5 working days. */
  readonly events: (year: number) => readonly DutyEvent[]
  readonly of: (evidence: DutyEvidence, year: number, occurrence: Occurrence) => Fulfilment | null
}

/** Reads other rooms' records as they stand on a day. */
export function evidenceReader(store: Store, today: IsoDate): EvidenceReader {
  const briefs = remembered((year: number) => readSubmittedBriefs(store.read, year, today))
  const policies = remembered((year: number) => readPolicyEvents(store.read, `${year}-01-01`, `${year}-12-31`))
  const coverage = remembered((span: string) => coverageFulfilment(store, span, today))
  const projectVisits = remembered((span: string) => projectVisitFulfilment(store, span, today))
  return {
    events: (year) => policies(year).map(({ id, title, publishedOn }) => ({ id, title, on: publishedOn })),
    of: (evidence, year, occurrence) => {
      const { periodStart, periodEnd } = occurrence
      const span = periodStart !== null && periodEnd !== null && periodStart <= today ? [periodStart, periodEnd] : null
      switch (evidence.by) {
        case 'brief':
          return briefFulfilment(briefs(year), evidence.use, year, occurrence)
        case 'policy':
          return policyFulfilment(policies(year), occurrence, today)
        case 'visits': {
          const covered = span && coverage(span.join('/'))
          return covered && { ...covered, room: 'environment', recordId: occurrence.key }
        }
        case 'projectVisit':
          return span && projectVisits(span.join('/'))
      }
    },
  }
}

function remembered<K, V>(ask: (key: K) => V): (key: K) => V {
  const answers = new Map<K, V>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = ask(key)
    answers.set(key, answer)
    return answer
  }
}

/** A month is fulfilled by what was sent in it; a quarter or a year by what was written for it. */
function briefFulfilment(
  briefs: readonly SubmittedBrief[],
  use: BriefUse,
  year: number,
  { kind, periodStart, periodEnd }: Occurrence,
): Fulfilment | null {
  const found = briefs.find((brief) => {
    if (!usesOf(brief).has(use)) return false
    if (use === 'environmentCase' && !isLongEnough(brief)) return false
    if (periodStart === null || periodEnd === null) return brief.month.startsWith(`${year}-`)
    if (kind === 'monthly') return periodStart <= brief.submittedOn && brief.submittedOn <= periodEnd
    return periodStart.slice(0, 7) <= brief.month && brief.month <= periodEnd.slice(0, 7)
  })
  return found ? { on: found.submittedOn, room: 'briefs', recordId: found.id, title: found.title } : null
}

function policyFulfilment(policies: readonly PolicyEvent[], { event }: Occurrence, today: IsoDate): Fulfilment | null {
  const sent = policies.find(({ id, sentOn }) => id === event?.id && sentOn !== null && sentOn <= today)
  return sent?.sentOn ? { on: sent.sentOn, room: 'environment', recordId: sent.id, title: sent.title } : null
}

function coverageFulfilment(store: Store, span: string, today: IsoDate): Pick<Fulfilment, 'on' | 'title'> | null {
  const [from, to] = daysOf(span, today)
  const { enterprises, completedOn } = readVisitCoverage(store.read, from, to)
  return completedOn && { on: completedOn, title: evidenceTexts.visitedAll(enterprises) }
}

function projectVisitFulfilment(store: Store, span: string, today: IsoDate): Fulfilment | null {
  const [from, to] = daysOf(span, today)
  const found = readFirstProjectVisit(store.read, from, to)
  return found
    ? { on: found.visitedOn, room: 'projects', recordId: found.id, title: evidenceTexts.projectVisit(found.title) }
    : null
}

/** Both days of a key made from a period; what lies after today is not known yet. */
function daysOf(span: string, today: IsoDate): readonly [IsoDate, IsoDate] {
  // The key is made above from two days.
  const [from, to] = span.split('/') as [IsoDate, IsoDate]
  return [from, to < today ? to : today]
}
