import { and, eq, getTableColumns, inArray, ne, or, sql, type GetColumnData, type SQL } from 'drizzle-orm'
import { SQLiteSyncDialect, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { IsoDate } from '../../shared/core/dates'
import type { FindingFilter, FindingQueue, FindingSort } from '../../shared/rectification/finding-rows'
import type { Actor } from '../../shared/rectification/lifecycle'
import { findingStates, type FindingRecord, type FindingState } from '../../shared/rectification/record'
import { openStates } from '../../shared/rectification/timeliness'
import type { ReadDb } from '../access'
import { selectNumber, selectRows } from '../prepared'
import { attachment } from '../schema/attachments'
import { evidence, finding, findingMeasure, measure, rectProgram } from '../schema/rectification'
import { extension, findingStep } from '../schema/rectification-parts'
import type { FindingRow } from './findings'
import { namesPerson } from './person-names'

/** The days that part the lights: a deadline before today is overdue, one before the other day is near. */
export interface ListDays {
  readonly today: IsoDate
  readonly nearBefore: IsoDate
}

/** What a list of findings is judged by: the day, and who sits here with what roles. */
export interface ListView extends ListDays {
  readonly actor: Actor
}

/** States in which the work is done; 已移送 is neither open nor done. */
const doneStates: readonly FindingState[] = ['completed', 'closed']

const nothing = sql`0`
// A plus keeps SQLite from the single indexes of these columns: half of all findings meet such a condition, and the
// wide index of the lists answers it without reading whole rows.
const isOpen = sql`+${finding.state} in ${openStates}`
const due = sql`+${finding.dueOn}`
const isOverdue = ({ today }: ListDays): SQL => sql`(${isOpen} and ${due} < ${today})`

/** The finding itself or one of its measures is in the person's hands. */
function inHandsOf(name: string): SQL {
  return sql`(${namesPerson(finding.handler, name)} or ${namesPerson(finding.leader, name)} or ${finding.id} in (
    select ${findingMeasure.findingId} from ${measure}
    join ${findingMeasure} on ${findingMeasure.measureId} = ${measure.id}
    where ${namesPerson(measure.handler, name)} or ${namesPerson(measure.leader, name)}))`
}

const ofFinding = (table: SQLiteTable & { readonly findingId: SQLiteColumn }): SQL =>
  sql`${table.findingId} = ${finding.id}`

/**
 * Not the doer of the cycle, who may not check it. It says the same as `doers` of the facts that the guards look at; a
 * test compares the two.
 */
function isOther(name: string): SQL {
  const inCycle = (table: { readonly cycle: SQLiteColumn }): SQL => sql`${table.cycle} = ${finding.cycle}`
  return sql`not (${namesPerson(finding.handler, name)}
    or exists (select 1 from ${findingMeasure} join ${measure} on ${measure.id} = ${findingMeasure.measureId}
      where ${ofFinding(findingMeasure)} and (${namesPerson(measure.handler, name)} or ${measure.doneBy} = ${name}))
    or exists (select 1 from ${evidence} join ${attachment} on ${attachment.id} = ${evidence.attachmentId}
      where ${ofFinding(evidence)} and ${inCycle(evidence)} and ${attachment.addedBy} = ${name})
    or exists (select 1 from ${findingStep} where ${ofFinding(findingStep)} and ${inCycle(findingStep)}
      and ${findingStep.kind} = 'submit' and ${findingStep.by} = ${name})
    or exists (select 1 from ${extension} where ${ofFinding(extension)} and ${inCycle(extension)}
      and ${extension.appliedBy} = ${name}))`
}

/** Findings that wait for a step that only others than the doer may take. */
function waitsFor(view: ListView, mayDo: boolean, ...conditions: readonly SQL[]): SQL {
  return mayDo ? sql`(${sql.join([...conditions, isOther(view.actor.name)], sql` and `)})` : nothing
}

function queueSql(queue: FindingQueue, view: ListView): SQL | undefined {
  const { name, roles } = view.actor
  switch (queue) {
    case 'all':
      return undefined
    case 'open':
      return isOpen
    case 'done':
      return inArray(finding.state, doneStates)
    case 'overdue':
      return isOverdue(view)
    case 'mine':
      return sql`(${isOpen} and ${inHandsOf(name)})`
    case 'toVerify': {
      const awaits = eq(finding.state, 'awaitingDetermination')
      return waitsFor(view, roles.has('verifier'), awaits, sql`${finding.proposedState} is null`)
    }
    case 'toConfirm': {
      const awaits = eq(finding.state, 'awaitingDetermination')
      return waitsFor(view, roles.has('deputy'), awaits, sql`${finding.proposedState} is not null`)
    }
    case 'toClose':
      return waitsFor(view, roles.has('deputy') || roles.has('chief'), eq(finding.state, 'completed'))
  }
}

function lightSql(light: FindingFilter['lights'][number], days: ListDays): SQL {
  switch (light) {
    case 'overdue':
      return isOverdue(days)
    case 'near':
      return sql`(${isOpen} and ${due} >= ${days.today} and ${due} < ${days.nearBefore})`
    case 'normal':
      return sql`(${isOpen} and ${due} >= ${days.nearBefore})`
  }
}

function markSql(mark: FindingFilter['marks'][number]): SQL {
  switch (mark) {
    case 'recurrence':
      return eq(finding.isRecurrence, true)
    case 'reopened':
      return sql`${finding.reopenCount} > 0`
    case 'extended':
      return sql`${finding.extensionCount} > 0`
    case 'withoutMeasure':
      return sql`not exists (select 1 from ${findingMeasure} where ${findingMeasure.findingId} = ${finding.id})`
  }
}

function wordSql(word: string): SQL | undefined {
  const like = `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const columns = [
    finding.no,
    finding.title,
    finding.detail,
    finding.aspect,
    finding.keyIssue,
    finding.category,
    finding.auditee,
    finding.leader,
    finding.leadUnit,
    finding.units,
    finding.handler,
    finding.closureFormNo,
    finding.remark,
  ]
  return or(...columns.map((column) => sql`${column} like ${like} escape '\\'`))
}

/** Findings of programmes of these sources or years. */
function ofPrograms(condition: SQL): SQL {
  return sql`${finding.programId} in (select ${rectProgram.id} from ${rectProgram} where ${condition})`
}

function oneOf(column: SQLiteColumn, values: readonly string[]): SQL | undefined {
  return values.length === 0 ? undefined : inArray(column, values)
}

/** Choices within one filter widen it, different filters narrow one another. */
function filterSql(filter: FindingFilter, view: ListView): SQL | undefined {
  return and(
    queueSql(filter.queue, view),
    oneOf(finding.programId, filter.programIds),
    filter.sources.length === 0 ? undefined : ofPrograms(inArray(rectProgram.source, filter.sources)),
    filter.originYears.length === 0 ? undefined : ofPrograms(inArray(rectProgram.originYears, filter.originYears)),
    oneOf(finding.kind, filter.kinds),
    oneOf(finding.state, filter.states),
    oneOf(finding.status, filter.statuses),
    oneOf(finding.rectType, filter.rectTypes),
    oneOf(finding.leadUnit, filter.leadUnits),
    filter.lights.length === 0 ? undefined : or(...filter.lights.map((light) => lightSql(light, view))),
    filter.marks.length === 0 ? undefined : or(...filter.marks.map(markSql)),
    ...filter.text
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map(wordSql),
  )
}

const dialect = new SQLiteSyncDialect()

function whereOf(condition: SQL | undefined): { readonly where: string; readonly params: readonly unknown[] } {
  if (!condition) return { where: '', params: [] }
  const { sql: text, params } = dialect.sqlToQuery(sql` WHERE ${condition}`)
  return { where: text, params }
}

/** The order of the lifecycle, as a column to sort by. */
const stateRank = `CASE state ${findingStates.map((state, index) => `WHEN '${state}' THEN ${index}`).join(' ')} END`

/** What a page is sorted by; a finding without a deadline or an amount comes last either way. */
function orderOf({ by, descending }: FindingSort): string {
  const direction = descending ? 'DESC' : 'ASC'
  switch (by) {
    case 'position':
      return `program_id ${direction}, position ${direction}, id ${direction}`
    case 'dueOn':
      return `due_on ${direction} NULLS LAST, id ${direction}`
    case 'amount':
      return `amount ${direction} NULLS LAST, id ${direction}`
    case 'updatedAt':
      return `updated_at ${direction}, id ${direction}`
    case 'leadUnit':
      return `lead_unit = '', lead_unit ${direction}, id ${direction}`
    case 'state':
      return `${stateRank} ${direction}, id ${direction}`
  }
}

/** A page of findings, filtered and sorted by SQLite. */
export function readFindingPage(
  db: ReadDb,
  filter: FindingFilter,
  sort: FindingSort,
  view: ListView,
  page: { readonly offset: number; readonly limit: number },
): { readonly rows: FindingRow[]; readonly total: number; readonly all: number } {
  const { where, params } = whereOf(filterSql(filter, view))
  // Sorting the ids alone spares reading whole rows that no page shows.
  const ids = `SELECT id FROM finding${where} ORDER BY ${orderOf(sort)} LIMIT ? OFFSET ?`
  const rows = selectRows(db, getTableColumns(finding), `FROM finding WHERE id IN (${ids}) ORDER BY ${orderOf(sort)}`)(
    ...params,
    page.limit,
    page.offset,
  )
  const all = selectNumber(db, 'SELECT count(*) FROM finding', [])
  const total = where === '' ? all : selectNumber(db, `SELECT count(*) FROM finding${where}`, params)
  return { rows, total, all }
}

/** Some columns of all findings of a filter, in their programmes' own order; reading all takes three times as long. */
export function readFilteredColumns<C extends Readonly<Record<string, SQLiteColumn>>>(
  db: ReadDb,
  filter: FindingFilter,
  view: ListView,
  columns: C,
): { [Key in keyof C]: GetColumnData<C[Key]> }[] {
  const { where, params } = whereOf(filterSql(filter, view))
  return selectRows(db, columns, `FROM finding${where} ORDER BY program_id, position, id`)(...params)
}

/** What a line of the tree is made of. */
const treeColumns = {
  id: finding.id,
  no: finding.no,
  kind: finding.kind,
  title: finding.title,
  aspect: finding.aspect,
  keyIssue: finding.keyIssue,
  leadUnit: finding.leadUnit,
  dueOn: finding.dueOn,
  originalDueOn: finding.originalDueOn,
  extensionCount: finding.extensionCount,
  state: finding.state,
  status: finding.status,
  statusLabel: finding.statusLabel,
  submittedOn: finding.submittedOn,
  determinedOn: finding.determinedOn,
  closedOn: finding.closedOn,
  returnCount: finding.returnCount,
  reopenCount: finding.reopenCount,
}
export type TreeRecord = Pick<FindingRecord, keyof typeof treeColumns>

/** The findings of a programme in its own order, as far as a tree shows them. */
export function readTreeRecords(db: ReadDb, programId: string, filter: FindingFilter, view: ListView): TreeRecord[] {
  // Closed lists and days are only written from FindingRecord itself.
  return readFilteredColumns(db, { ...filter, programIds: [programId] }, view, treeColumns) as TreeRecord[]
}

/** How many findings are in a queue. */
export function countQueue(db: ReadDb, queue: FindingQueue, view: ListView): number {
  const { where, params } = whereOf(queueSql(queue, view))
  return selectNumber(db, `SELECT count(*) FROM finding${where}`, params)
}

export interface UnitCounts {
  readonly name: string
  readonly open: number
  readonly overdue: number
}

/** 牵头部门 with their open and overdue findings, the most overdue first. */
export function countLeadUnits(db: ReadDb, days: ListDays): UnitCounts[] {
  return db.all(
    sql`SELECT ${finding.leadUnit} AS name, coalesce(sum(${isOpen}), 0) AS open,
      coalesce(sum(${isOverdue(days)}), 0) AS overdue
      FROM ${finding} WHERE ${finding.leadUnit} <> '' GROUP BY 1 ORDER BY 3 DESC, 2 DESC, 1`,
  )
}

/** 所属年度 of the programmes, the latest first. */
export function readOriginYears(db: ReadDb): string[] {
  return db
    .selectDistinct({ years: rectProgram.originYears })
    .from(rectProgram)
    .where(ne(rectProgram.originYears, ''))
    .all()
    .map(({ years }) => years)
    .toSorted()
    .toReversed()
}

/** 回头看 planned up to a day and not done. */
export function countLookBacksDue(db: ReadDb, today: IsoDate): number {
  return selectNumber(db, 'SELECT count(*) FROM look_back WHERE done_on IS NULL AND planned_on <= ?', [today])
}

/** The finding of a programme that bears a number already. */
export function readFindingByNo(
  db: ReadDb,
  programId: string,
  no: string,
): { readonly id: string; readonly title: string } | null {
  const [found] = db
    .select({ id: finding.id, title: finding.title })
    .from(finding)
    .where(and(eq(finding.programId, programId), eq(finding.no, no)))
    .limit(1)
    .all()
  return found ?? null
}
