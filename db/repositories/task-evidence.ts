import { and, asc, eq, gte, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { BriefRecord } from '../../shared/briefs/record'
import type { IsoDate } from '../../shared/core/dates'
import type { ReadDb } from '../access'
import { brief } from '../schema/briefs'
import { policy, visit } from '../schema/environment'
import { project, projectVisit } from '../schema/projects'
import { enterpriseLink } from '../schema/registry'

export interface SubmittedBrief extends Pick<
  BriefRecord,
  'id' | 'title' | 'stream' | 'kind' | 'uses' | 'month' | 'characterCount'
> {
  readonly submittedOn: IsoDate
}

/** Accepted texts submitted by a day, whose month or day of submission lies in the year, oldest first. */
export function readSubmittedBriefs(db: ReadDb, year: number, asOf: IsoDate): SubmittedBrief[] {
  return db
    .select({
      id: brief.id,
      title: brief.title,
      stream: brief.stream,
      kind: brief.kind,
      uses: brief.uses,
      month: brief.month,
      characterCount: brief.characterCount,
      submittedOn: brief.submittedOn,
    })
    .from(brief)
    .where(
      and(
        // A text may be sent in the month beside the one that it is meant for.
        gte(brief.month, `${year - 1}-12`),
        lte(brief.month, `${year + 1}-01`),
        eq(brief.isAccepted, true),
        isNotNull(brief.submittedOn),
        lte(brief.submittedOn, asOf),
      ),
    )
    .orderBy(asc(brief.submittedOn), asc(brief.id))
    .all() as SubmittedBrief[] // enumerated and date columns are only written from BriefRecord; submittedOn is not null
}

export interface PolicyEvent {
  readonly id: string
  readonly title: string
  readonly publishedOn: IsoDate
  readonly sentOn: IsoDate | null
}

/** Policies published in a span, oldest first. */
export function readPolicyEvents(db: ReadDb, from: string, to: string): PolicyEvent[] {
  return db
    .select({ id: policy.id, title: policy.title, publishedOn: policy.publishedOn, sentOn: policy.sentOn })
    .from(policy)
    .where(and(gte(policy.publishedOn, from), lte(policy.publishedOn, to)))
    .orderBy(asc(policy.publishedOn), asc(policy.id))
    .all() as PolicyEvent[] // date columns are only written from PolicyRecord
}

export interface ProjectVisitFound {
  readonly id: string
  readonly visitedOn: IsoDate
  readonly title: string
}

/** The first project visit of a span, or null. */
export function readFirstProjectVisit(db: ReadDb, from: string, to: string): ProjectVisitFound | null {
  const found = db
    .select({ id: project.id, visitedOn: projectVisit.visitedOn, title: project.name })
    .from(projectVisit)
    .innerJoin(project, eq(project.id, projectVisit.projectId))
    .where(and(gte(projectVisit.visitedOn, from), lte(projectVisit.visitedOn, to)))
    .orderBy(asc(projectVisit.visitedOn), asc(projectVisit.id))
    .limit(1)
    .get()
  return (found as ProjectVisitFound | undefined) ?? null // the column is only written from a checked day
}

export interface VisitCoverage {
  /** 包联企业 linked at any time of the span. */
  readonly enterprises: number
  readonly visited: number
  /** The day on which the last of them was visited for the first time in the span; null when one was not. */
  readonly completedOn: IsoDate | null
}

/**
 * How many linked enterprises were visited in a span: one search in the index by enterprise and day for each of them,
 * never a pass over the visits.
 */
export function readVisitCoverage(db: ReadDb, from: IsoDate, to: IsoDate): VisitCoverage {
  const linked = db
    .selectDistinct({ id: enterpriseLink.enterpriseId })
    .from(enterpriseLink)
    .where(
      and(
        or(isNull(enterpriseLink.startedOn), lte(enterpriseLink.startedOn, to)),
        or(isNull(enterpriseLink.endedOn), gte(enterpriseLink.endedOn, from)),
      ),
    )
    .as('linked')
  const first = db
    .select({ day: sql`min(${visit.visitedOn})` })
    .from(visit)
    .where(and(eq(visit.enterpriseId, linked.id), gte(visit.visitedOn, from), lte(visit.visitedOn, to)))
  const visits = db
    .select({ day: sql<string | null>`(${first})`.as('day') })
    .from(linked)
    .as('visits')
  const counted = db
    .select({
      enterprises: sql<number>`count(*)`,
      visited: sql<number>`count(${visits.day})`,
      last: sql<IsoDate | null>`max(${visits.day})`,
    })
    .from(visits)
    .get()
  const { enterprises, visited, last } = counted ?? { enterprises: 0, visited: 0, last: null }
  return { enterprises, visited, completedOn: enterprises > 0 && visited === enterprises ? last : null }
}
