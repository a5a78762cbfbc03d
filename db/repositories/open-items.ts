import { and, asc, eq, getTableColumns, isNull, ne, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { statusOf } from '../../shared/assignments/status'
import type { IsoDate } from '../../shared/core/dates'
import { openStates } from '../../shared/rectification/timeliness'
import type { OpenItem, OpenItemKind } from '../../shared/registry/record'
import type { ReadDb, WriteDb } from '../access'
import { assignment, task } from '../schema/assignments'
import { demand, policy } from '../schema/environment'
import { lead } from '../schema/investment'
import { project, projectProblem } from '../schema/projects'
import { finding, findingMeasure, measure } from '../schema/rectification'
import { revenueEntry, revenueTip } from '../schema/revenue'
import { leadStateSql } from './lead-state'
import { namesIn, namesPerson, withName } from './person-names'

/** Where a name stands: the column that is written, and what is read in its place. */
interface Holder {
  readonly key: string
  readonly value: SQLWrapper
}

interface Source {
  readonly kind: OpenItemKind
  readonly room: OpenItem['room']
  readonly table: SQLiteTable & { readonly id: SQLiteColumn }
  readonly holders: readonly Holder[]
  /** What makes it open. */
  readonly open: SQL | undefined
  readonly shownId: SQLWrapper
  readonly title: SQLWrapper
  readonly dueOn: SQLWrapper
  /** The day from which its clock runs, where it has one. */
  readonly since?: SQLWrapper
}

/** An open item with the day from which its clock runs. */
export interface OpenItemRow extends OpenItem {
  readonly since: IsoDate | null
}

/** The first of the texts that is not empty. */
function firstText(first: SQLWrapper, second: SQLWrapper): SQL {
  return sql`case when ${first} <> '' then ${first} else ${second} end`
}

const none = sql`null`

function assignmentSources(): readonly Source[] {
  const ofTask = (column: SQLiteColumn): SQL =>
    sql`(select ${column} from ${assignment} where ${assignment.id} = ${task.assignmentId})`
  return [
    {
      kind: 'assignment',
      room: 'assignments',
      table: assignment,
      holders: [{ key: 'handler', value: assignment.handler }],
      open: and(isNull(assignment.withdrawnOn), ne(assignment.participation, 'excluded')),
      shownId: assignment.id,
      title: firstText(assignment.taskName, assignment.indicator),
      dueOn: assignment.dueOn,
    },
    {
      kind: 'task',
      room: 'assignments',
      table: task,
      holders: [{ key: 'handler', value: task.handler }],
      open: and(isNull(task.submittedOn), isNull(task.cancelledOn)),
      shownId: sql`${task.assignmentId} || '/' || ${task.occurrence}`,
      title: sql`${ofTask(assignment.taskName)} || ' ' || ${task.occurrence}`,
      dueOn: ofTask(assignment.dueOn),
    },
  ]
}

function projectSources(): readonly Source[] {
  return [
    {
      kind: 'project',
      room: 'projects',
      table: project,
      holders: [
        { key: 'steward', value: project.steward },
        { key: 'leaderSponsor', value: project.leaderSponsor },
        { key: 'handler', value: project.handler },
      ],
      open: and(isNull(project.leavePoolOn), isNull(project.exit)),
      shownId: project.id,
      title: project.name,
      dueOn: sql`case when ${project.startedOn} is null then ${project.plannedStart}
        when ${project.completedOn} is null then ${project.plannedFinish} end`,
    },
    {
      kind: 'problem',
      room: 'projects',
      table: projectProblem,
      holders: [{ key: 'handler', value: projectProblem.handler }],
      open: isNull(projectProblem.solvedOn),
      shownId: projectProblem.projectId,
      title: projectProblem.text,
      dueOn: none,
      since: projectProblem.whistledOn,
    },
  ]
}

function revenueSources(): readonly Source[] {
  return [
    {
      kind: 'revenue',
      room: 'revenue',
      table: revenueEntry,
      holders: [{ key: 'handler', value: revenueEntry.handler }],
      open: sql`${revenueEntry.status} in ('clue', 'confirmed')`,
      shownId: revenueEntry.id,
      title: firstText(revenueEntry.item, revenueEntry.payer),
      dueOn: none,
    },
    {
      kind: 'tip',
      room: 'revenue',
      table: revenueTip,
      holders: [{ key: 'handler', value: revenueTip.handler }],
      open: isNull(revenueTip.handledOn),
      shownId: revenueTip.id,
      title: revenueTip.content,
      dueOn: revenueTip.answerDueOn,
    },
  ]
}

function environmentSources(): readonly Source[] {
  return [
    {
      kind: 'policy',
      room: 'environment',
      table: policy,
      holders: [{ key: 'handler', value: policy.handler }],
      open: isNull(policy.sentOn),
      shownId: policy.id,
      title: policy.title,
      dueOn: none,
      since: policy.publishedOn,
    },
    {
      kind: 'demand',
      room: 'environment',
      table: demand,
      holders: [{ key: 'handler', value: demand.handler }],
      open: sql`coalesce(${demand.isSolved}, 0) = 0`,
      shownId: demand.id,
      title: demand.text,
      dueOn: none,
      since: demand.raisedOn,
    },
  ]
}

/** Findings that are in somebody's hands, with their measures that are not done. */
function rectificationSources(): readonly Source[] {
  const ofMeasure = (column: SQLWrapper): SQL =>
    sql`(select ${column} from ${findingMeasure} join ${finding} on ${finding.id} = ${findingMeasure.findingId}
      where ${findingMeasure.measureId} = ${measure.id} and ${finding.state} in ${openStates} order by ${findingMeasure}.rowid limit 1)`
  return [
    {
      kind: 'finding',
      room: 'rectification',
      table: finding,
      holders: [
        { key: 'handler', value: finding.handler },
        { key: 'leader', value: finding.leader },
      ],
      open: sql`${finding.state} in ${openStates}`,
      shownId: finding.id,
      title: finding.title,
      dueOn: finding.dueOn,
    },
    {
      kind: 'measure',
      room: 'rectification',
      table: measure,
      holders: [
        { key: 'handler', value: measure.handler },
        { key: 'leader', value: measure.leader },
      ],
      open: sql`${measure.status} in ('notStarted', 'inProgress') and ${ofMeasure(finding.id)} is not null`,
      shownId: ofMeasure(finding.id),
      title: measure.text,
      dueOn: measure.dueOn,
    },
  ]
}

/** Where open items stand. A lead without 承办人 is in the hands of its 提供人. */
function sourcesOn(today: IsoDate): readonly Source[] {
  const leads: Source = {
    kind: 'lead',
    room: 'investment',
    table: lead,
    holders: [{ key: 'handler', value: firstText(lead.handler, lead.sourcePerson) }],
    open: sql`${leadStateSql(today)} in ('draft', 'filed', 'certified', 'contacted', 'effective')`,
    shownId: lead.id,
    title: firstText(lead.title, lead.investorName),
    dueOn: none,
  }
  return [
    ...assignmentSources(),
    leads,
    ...projectSources(),
    ...environmentSources(),
    ...revenueSources(),
    ...rectificationSources(),
  ]
}

/** Assignments whose target is reached are done, which only exact figures can tell. */
export function readDoneAssignments(db: ReadDb, today: IsoDate): readonly string[] {
  const rows = db.select().from(assignment).where(isNull(assignment.withdrawnOn)).all()
  return rows.filter((row) => statusOf(row, today) === 'done').map(({ id }) => id)
}

/** What the person has in hand and has not finished, room by room; `closed` are shown ids that the rules know to be done. */
export function readOpenItems(db: ReadDb, name: string, today: IsoDate, closed: ReadonlySet<string>): OpenItemRow[] {
  return sourcesOn(today).flatMap((source) => {
    const rows = db
      .select({
        recordId: sql<string>`${source.table.id}`,
        shownId: sql<string>`${source.shownId}`,
        title: sql<string>`${source.title}`,
        dueOn: sql<IsoDate | null>`${source.dueOn}`,
        since: sql<IsoDate | null>`${source.since ?? none}`,
      })
      .from(source.table)
      .where(and(source.open, or(...source.holders.map(({ value }) => namesPerson(value, name)))))
      .orderBy(asc(source.table.id))
      .all()
    return rows
      .filter(({ shownId }) => !closed.has(shownId))
      .map((row) => ({ room: source.room, kind: source.kind, ...row }))
  })
}

/** How many open items stand under each name. */
export function countOpenItems(db: ReadDb, today: IsoDate, closed: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (names: readonly string[], count: number): void => {
    for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + count)
  }
  for (const { room, table, holders, open, shownId } of sourcesOn(today)) {
    const texts = sql<string>`${sql.join(
      holders.map(({ value }) => sql`${value}`),
      sql` || char(10) || `,
    )}`
    // Only the rules of 任务 close what its row leaves open; all else is counted by names alone.
    const judged = room === 'assignments' ? sql<string>`${shownId}` : sql<string>`''`
    const rows = db
      .select({ names: texts, judged, count: sql<number>`count(*)` })
      .from(table)
      .where(open)
      .groupBy(sql`1`, sql`2`)
      .all()
    for (const row of rows) if (!closed.has(row.judged)) add(namesIn(row.names), row.count)
  }
  return counts
}

/** Writes another name into the item wherever it was held by the first; gives whether anything changed. */
export function moveOpenItem(
  db: WriteDb,
  item: Pick<OpenItem, 'kind' | 'recordId'>,
  how: { readonly from: string; readonly to: string; readonly today: IsoDate; readonly now: string },
): boolean {
  const source = sourcesOn(how.today).find(({ kind }) => kind === item.kind)
  if (!source) return false
  const held = Object.fromEntries(source.holders.map(({ key, value }) => [key, sql<string>`${value}`]))
  const row = db.select(held).from(source.table).where(eq(source.table.id, item.recordId)).get()
  const changed = Object.entries(row ?? {}).flatMap(([key, text]) => {
    const moved = withName(text, how.from, how.to)
    return moved === text ? [] : [[key, moved] as const]
  })
  if (changed.length === 0) return false
  const stamp = 'updatedAt' in getTableColumns(source.table) ? { updatedAt: how.now } : {}
  const set = { ...Object.fromEntries(changed), ...stamp }
  db.update(source.table).set(set).where(eq(source.table.id, item.recordId)).run()
  return true
}
