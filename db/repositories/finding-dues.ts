import { and, asc, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import type { FindingRecord } from '../../shared/rectification/record'
import { openStates } from '../../shared/rectification/timeliness'
import type { ReadDb } from '../access'
import { finding, findingMeasure, measure, rectProgram } from '../schema/rectification'
import { extension, findingStep, lookBack } from '../schema/rectification-parts'
import { namesPerson } from './person-names'

/** Whose findings are asked for; null = everybody's. */
export interface Holders {
  readonly names: readonly string[]
  /** Whether those that nobody has in hand are among them. */
  readonly withUnheld: boolean
}

const due = {
  id: finding.id,
  programId: finding.programId,
  no: finding.no,
  title: finding.title,
  state: sql<FindingRecord['state']>`${finding.state}`,
  handler: finding.handler,
  leader: finding.leader,
  dueOn: sql<IsoDate | null>`${finding.dueOn}`,
  originalDueOn: sql<IsoDate | null>`${finding.originalDueOn}`,
  extensionCount: finding.extensionCount,
  submittedOn: sql<IsoDate | null>`${finding.submittedOn}`,
  submittedBy: finding.submittedBy,
  proposedState: sql<FindingRecord['state'] | null>`${finding.proposedState}`,
} as const

export interface FindingDue {
  readonly id: string
  readonly programId: string
  readonly no: string
  readonly title: string
  readonly state: FindingRecord['state']
  readonly handler: string
  readonly leader: string
  readonly dueOn: IsoDate | null
  readonly originalDueOn: IsoDate | null
  readonly extensionCount: number
  readonly submittedOn: IsoDate | null
  readonly submittedBy: string
  readonly proposedState: FindingRecord['state'] | null
}

function heldBy(holders: Holders | null): SQL | undefined {
  if (holders === null) return undefined
  const named = holders.names.flatMap((name) => [namesPerson(finding.handler, name), namesPerson(finding.leader, name)])
  const unheld = holders.withUnheld ? [and(eq(finding.handler, ''), eq(finding.leader, ''))] : []
  return or(...named, ...unheld) ?? sql`0`
}

/** In work: the deadline runs and nobody has to judge it. */
const inWork = openStates.filter((state) => state !== 'awaitingDetermination')

/** Findings in work that are due up to a day, the earliest first. */
export function readDueFindings(
  db: ReadDb,
  { until, holders, limit }: { readonly until: IsoDate; readonly holders: Holders | null; readonly limit: number },
): FindingDue[] {
  return db
    .select(due)
    .from(finding)
    .where(and(inArray(finding.state, inWork), lte(finding.dueOn, until), heldBy(holders)))
    .orderBy(asc(finding.dueOn), asc(finding.id))
    .limit(limit)
    .all()
}

/** The first finding in work that is due after a day. */
export function readNextDueFinding(db: ReadDb, after: IsoDate, holders: Holders | null): FindingDue | null {
  const row = db
    .select(due)
    .from(finding)
    .where(and(inArray(finding.state, inWork), gt(finding.dueOn, after), heldBy(holders)))
    .orderBy(asc(finding.dueOn), asc(finding.id))
    .limit(1)
    .get()
  return row ?? null
}

/** Findings due in a span of days, whatever became of them. */
export function readFindingsDueIn(db: ReadDb, from: IsoDate, to: IsoDate): FindingDue[] {
  return db
    .select(due)
    .from(finding)
    .where(and(sql`${finding.dueOn} >= ${from}`, lte(finding.dueOn, to)))
    .orderBy(asc(finding.dueOn), asc(finding.programId), asc(finding.position))
    .all()
}

/** Findings that were sent back and not submitted again, with why and when. */
export function readReturnedFindings(db: ReadDb, holders: Holders | null, limit: number) {
  const last = sql`(select max(s.id) from ${findingStep} s where s.finding_id = ${finding.id}
    and s.kind in ('submit', 'return', 'propose', 'confirm'))`
  return db
    .select({ ...due, reason: findingStep.text, returnedOn: sql<IsoDate>`${findingStep.on}` })
    .from(finding)
    .innerJoin(findingStep, sql`${findingStep.id} = ${last}`)
    .where(
      and(eq(finding.state, 'rectifying'), gt(finding.returnCount, 0), eq(findingStep.kind, 'return'), heldBy(holders)),
    )
    .orderBy(asc(findingStep.on), asc(finding.id))
    .limit(limit)
    .all()
}

/** Findings that wait for 认定 or its confirmation, the earliest deadline first. */
export function readAwaitingFindings(db: ReadDb, holders: Holders | null, limit: number): FindingDue[] {
  return db
    .select(due)
    .from(finding)
    .where(and(eq(finding.state, 'awaitingDetermination'), heldBy(holders)))
    .orderBy(asc(finding.dueOn), asc(finding.id))
    .limit(limit)
    .all()
}

/** Findings that wait for 销号, counted by programme; a ledger that was imported may bring hundreds. */
export function readToClose(db: ReadDb, holders: Holders | null) {
  return db
    .select({
      programId: finding.programId,
      programTitle: rectProgram.title,
      count: sql<number>`count(*)`,
      /** Of the first one, which is named when it is alone. */
      id: sql<string>`min(${finding.id})`,
      title: sql<string>`min(${finding.title})`,
      handler: sql<string>`min(${finding.handler})`,
      determinedOn: sql<IsoDate | null>`min(${finding.determinedOn})`,
    })
    .from(finding)
    .innerJoin(rectProgram, eq(rectProgram.id, finding.programId))
    .where(and(eq(finding.state, 'completed'), heldBy(holders)))
    .groupBy(finding.programId)
    .orderBy(asc(finding.programId))
    .all()
}

/** Measures with a deadline of their own up to a day that are not done, each with the first open finding that it serves. */
export function readDueMeasures(
  db: ReadDb,
  { until, holders, limit }: { readonly until: IsoDate; readonly holders: Holders | null; readonly limit: number },
) {
  const first = sql`(select l.finding_id from ${findingMeasure} l join ${finding} f on f.id = l.finding_id
    where l.measure_id = ${measure.id} and f.state in ${inWork} order by l.id limit 1)`
  // A measure without people of its own is in the hands of those who have the finding.
  const ownPeople = holders?.names.flatMap((name) => [
    namesPerson(measure.handler, name),
    namesPerson(measure.leader, name),
  ])
  const held =
    holders === null
      ? undefined
      : or(...(ownPeople ?? []), and(eq(measure.handler, ''), eq(measure.leader, ''), heldBy(holders)))
  return db
    .select({
      id: measure.id,
      text: measure.text,
      dueOn: sql<IsoDate>`${measure.dueOn}`,
      handler: sql<string>`coalesce(nullif(${measure.handler}, ''), nullif(${measure.leader}, ''), nullif(${finding.handler}, ''), ${finding.leader})`,
      findingId: finding.id,
      findingTitle: finding.title,
      findingDueOn: sql<IsoDate | null>`${finding.dueOn}`,
    })
    .from(measure)
    .innerJoin(finding, sql`${finding.id} = ${first}`)
    .where(
      and(
        inArray(measure.status, ['notStarted', 'inProgress']),
        eq(measure.justification, ''),
        lte(measure.dueOn, until),
        held,
      ),
    )
    .orderBy(asc(measure.dueOn), asc(measure.id))
    .limit(limit)
    .all()
}

/** Look-backs that were planned up to a day and not made. */
export function readDueLookBacks(db: ReadDb, until: IsoDate, limit: number) {
  return db
    .select({
      id: lookBack.id,
      plannedOn: sql<IsoDate>`${lookBack.plannedOn}`,
      findingId: finding.id,
      title: finding.title,
    })
    .from(lookBack)
    .innerJoin(finding, eq(finding.id, lookBack.findingId))
    .where(and(isNull(lookBack.doneOn), lte(lookBack.plannedOn, until)))
    .orderBy(asc(lookBack.plannedOn), asc(lookBack.id))
    .limit(limit)
    .all()
}

/** Extensions that were asked for and not decided. */
export function readPendingExtensions(db: ReadDb, holders: Holders | null, limit: number) {
  return db
    .select({
      ...due,
      extensionId: extension.id,
      newDueOn: sql<IsoDate>`${extension.newDueOn}`,
      appliedBy: extension.appliedBy,
    })
    .from(extension)
    .innerJoin(finding, eq(finding.id, extension.findingId))
    .where(and(eq(extension.decision, 'pending'), heldBy(holders)))
    .orderBy(asc(finding.dueOn), asc(extension.id))
    .limit(limit)
    .all()
}

/** How many findings of each programme are in work or being judged, and of them without an approved plan. */
export function countOpenByProgram(
  db: ReadDb,
): ReadonlyMap<string, { readonly open: number; readonly planning: number }> {
  const planning = sql<number>`sum(${finding.state} in ('unclaimed', 'planning'))`
  const rows = db
    .select({ id: finding.programId, open: sql<number>`count(*)`, planning })
    .from(finding)
    .where(inArray(finding.state, [...openStates]))
    .groupBy(finding.programId)
    .all()
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
