import { eq, getTableColumns, sql, type SQL } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import type { IsoDate } from '../../shared/core/dates'
import type { DemandGroup } from '../../shared/environment/demands'
import type { DemandRecord } from '../../shared/environment/record'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, selectNumber, selectRows } from '../prepared'
import { demand } from '../schema/environment'

export type DemandTableRow = typeof demand.$inferSelect

/** The record as the rules know it. */
export function toDemandRecord(row: DemandTableRow): DemandRecord {
  // Enumerated and date columns are only written from DemandRecord itself.
  return row as DemandRecord
}

export function readDemand(db: ReadDb, id: string): DemandTableRow | null {
  return db.select().from(demand).where(eq(demand.id, id)).get() ?? null
}

/** Demands of the visits asked for, oldest first. Visit and enterprise are asked, as only the latter has an index. */
export function readDemandsOfVisits(
  db: ReadDb,
  visits: readonly { readonly id: string; readonly enterpriseId: string }[],
): DemandTableRow[] {
  if (visits.length === 0) return []
  const read = selectRows(
    db,
    getTableColumns(demand),
    'FROM demand WHERE enterprise_id IN (SELECT value FROM json_each(?)) AND visit_id IN (SELECT value FROM json_each(?)) ORDER BY id',
  )
  const enterpriseIds = [...new Set(visits.map(({ enterpriseId }) => enterpriseId))]
  return read(JSON.stringify(enterpriseIds), JSON.stringify(visits.map(({ id }) => id)))
}

/** Every demand that was raised on a visit, in the order of entry. */
export function readVisitDemands(db: ReadDb): DemandTableRow[] {
  return selectRows(db, getTableColumns(demand), 'FROM demand WHERE visit_id IS NOT NULL ORDER BY id')()
}

export interface DemandQuery {
  readonly year: number | null
  readonly text: string
  readonly state: 'open' | 'solved' | 'overdue' | 'all'
  /** Demands raised on or before these days are overdue when nothing has happened; null when none is. */
  readonly transferOverdueUntil: IsoDate | null
  readonly replyOverdueUntil: IsoDate | null
}

function spanOf(year: number | null): SQL[] {
  return year === null ? [] : [sql`d.raised_on BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`]
}

function conditionOf(query: DemandQuery): SQL | undefined {
  const parts = spanOf(query.year)
  if (query.state === 'solved') parts.push(sql`d.is_solved = 1`)
  if (query.state === 'open') parts.push(sql`d.is_solved IS NOT 1`)
  if (query.state === 'overdue') {
    parts.push(
      sql`d.is_solved IS NOT 1 AND d.replied_on IS NULL AND ((d.transferred_on IS NULL AND d.raised_on <= ${query.transferOverdueUntil ?? ''}) OR d.raised_on <= ${query.replyOverdueUntil ?? ''})`,
    )
  }
  for (const word of query.text.split(/\s+/u).filter((part) => part !== '')) {
    const text = `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    const columns = ['e.name', 'd.text', 'd.handling', 'd.transferred_to', 'd.handler']
    parts.push(
      sql`(${sql.join(
        columns.map((column) => sql`${sql.raw(column)} LIKE ${text} ESCAPE '\\'`),
        sql` OR `,
      )})`,
    )
  }
  return parts.length > 0 ? sql.join(parts, sql` AND `) : undefined
}

const dialect = new SQLiteSyncDialect()
const joins = 'FROM demand d JOIN enterprise e ON e.id = d.enterprise_id'
/** A page of demands, newest first, with how many there are. */
export function readDemandPage(
  db: ReadDb,
  query: DemandQuery,
  page: { readonly offset: number; readonly limit: number },
): { readonly rows: DemandTableRow[]; readonly total: number; readonly all: number } {
  const condition = conditionOf(query)
  const { sql: where, params } = condition ? dialect.sqlToQuery(sql` WHERE ${condition}`) : { sql: '', params: [] }
  const rest = `FROM (SELECT d.* ${joins}${where} ORDER BY d.raised_on DESC, d.id DESC LIMIT ? OFFSET ?)`
  const rows = selectRows(db, getTableColumns(demand), rest)(...params, page.limit, page.offset)
  const all = selectNumber(db, 'SELECT count(*) FROM demand', [])
  return { rows, total: condition ? selectNumber(db, `SELECT count(*) ${joins}${where}`, params) : all, all }
}

/** Demands raised in a span, counted by what their clocks and rates depend on. */
export function readDemandGroups(db: ReadDb, from: IsoDate, to: IsoDate): DemandGroup[] {
  const columns = {
    raisedOn: demand.raisedOn,
    transferredOn: demand.transferredOn,
    repliedOn: demand.repliedOn,
    isSolved: demand.isSolved,
    satisfaction: demand.satisfaction,
  }
  const names = 'raised_on, transferred_on, replied_on, is_solved, satisfaction'
  const rows = db
    .select({ ...columns, count: sql<number>`count(*)` })
    .from(demand)
    .where(sql`${demand.raisedOn} BETWEEN ${from} AND ${to}`)
    .groupBy(sql.raw(names))
    .all()
  // Enumerated and date columns are only written from DemandRecord itself.
  return rows as DemandGroup[]
}

export function insertDemand(db: WriteDb, row: DemandTableRow): void {
  insertRow(db, demand, row)
}

export function updateDemand(db: WriteDb, id: string, fields: Partial<DemandTableRow>): void {
  db.update(demand).set(fields).where(eq(demand.id, id)).run()
}

export function deleteDemand(db: WriteDb, id: string): void {
  db.delete(demand).where(eq(demand.id, id)).run()
}
