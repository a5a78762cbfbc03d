import { eq, getTableColumns, sql, type SQL } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import type { IsoDate } from '../../shared/core/dates'
import type { VisitFilter, VisitSort } from '../../shared/environment/visit-contract'
import type { VisitRecord } from '../../shared/environment/record'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, selectNumber, selectRows } from '../prepared'
import { visit } from '../schema/environment'
import { enterprise, person } from '../schema/registry'

export type VisitRow = typeof visit.$inferSelect

/** A visit with the names that a list shows. */
export interface NamedVisit extends VisitRow {
  readonly enterpriseName: string
  readonly street: string
  /** '' when only other visitors are named. */
  readonly personName: string
  readonly rank: string
}

const joinsByName =
  'FROM enterprise e CROSS JOIN visit v ON v.enterprise_id = e.id LEFT JOIN person p ON p.id = v.person_id'
const joinsByVisit = 'FROM visit v JOIN enterprise e ON e.id = v.enterprise_id LEFT JOIN person p ON p.id = v.person_id'

/** The record as the rules know it; where it was imported from stays in the row. */
export function toVisitRecord(row: VisitRow): VisitRecord {
  const { id, enterpriseId, personId, visitedOn, mode, visitors, topics, isSample, createdAt, updatedAt } = row
  const about = { id, enterpriseId, personId, visitedOn, visitors, topics, isSample, createdAt, updatedAt }
  // Enumerated and date columns are only written from VisitRecord itself.
  return { ...about, mode: mode === '' ? null : mode } as VisitRecord
}

function like(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

function filterSql(filter: VisitFilter): SQL | undefined {
  const parts: SQL[] = []
  if (filter.enterpriseId !== null) parts.push(sql`v.enterprise_id = ${filter.enterpriseId}`)
  if (filter.personId !== null) parts.push(sql`v.person_id = ${filter.personId}`)
  if (filter.from !== null) parts.push(sql`v.visited_on >= ${filter.from}`)
  if (filter.to !== null) parts.push(sql`v.visited_on <= ${filter.to}`)
  if (filter.modes.length > 0) {
    parts.push(
      sql`v.mode IN (${sql.join(
        filter.modes.map((mode) => sql`${mode}`),
        sql`, `,
      )})`,
    )
  }
  for (const word of filter.text.split(/\s+/u).filter((part) => part !== '')) {
    const text = like(word)
    const columns = ['e.name', 'p.name', 'e.street', 'v.visitors', 'v.topics']
    const own = sql.join(
      columns.map((column) => sql`${sql.raw(column)} LIKE ${text} ESCAPE '\\'`),
      sql` OR `,
    )
    // The demands are searched once for the whole list, not once for each visit.
    const raised = sql`v.id IN (SELECT visit_id FROM demand WHERE visit_id IS NOT NULL AND (text LIKE ${text} ESCAPE '\\' OR handling LIKE ${text} ESCAPE '\\'))`
    parts.push(sql`(${own} OR ${raised})`)
  }
  return parts.length > 0 ? sql.join(parts, sql` AND `) : undefined
}

const orders = {
  visitedOn: (way: string) => `v.visited_on ${way}, v.id ${way}`,
  enterpriseName: (way: string) => `e.name ${way}, e.id ${way}, v.visited_on ${way}, v.id ${way}`,
  updatedAt: (way: string) => `v.updated_at ${way}, v.id ${way}`,
} as const satisfies Record<VisitSort['by'], (way: string) => string>

const dialect = new SQLiteSyncDialect()

/** A page of visits with names, filtered and sorted by SQLite. */
export function readVisitPage(
  db: ReadDb,
  filter: VisitFilter,
  sort: VisitSort,
  page: { readonly offset: number; readonly limit: number },
): { readonly rows: NamedVisit[]; readonly total: number; readonly all: number } {
  const condition = filterSql(filter)
  const { sql: where, params } = condition ? dialect.sqlToQuery(sql` WHERE ${condition}`) : { sql: '', params: [] }
  const order = orders[sort.by](sort.descending ? 'DESC' : 'ASC')
  // Names are only joined in where they are searched or sorted by.
  const named = filter.text.trim() === '' ? 'FROM visit v' : joinsByVisit
  const from = sort.by === 'enterpriseName' ? joinsByName : named
  const rest = `FROM (SELECT v.* ${from}${where} ORDER BY ${order} LIMIT ? OFFSET ?)`
  const rows = selectRows(db, getTableColumns(visit), rest)(...params, page.limit, page.offset)
  const all = selectNumber(db, 'SELECT count(*) FROM visit', [])
  const total = condition ? selectNumber(db, `SELECT count(*) ${named}${where}`, params) : all
  return { rows: withNames(db, rows), total, all }
}

/** Puts the names beside the visits; one question for all of them. */
function withNames(db: ReadDb, rows: readonly VisitRow[]): NamedVisit[] {
  const enterpriseIds = [...new Set(rows.map(({ enterpriseId }) => enterpriseId))]
  const personIds = [...new Set(rows.flatMap(({ personId }) => personId ?? []))]
  const enterprises = new Map(
    selectRows(
      db,
      { id: enterprise.id, name: enterprise.name, street: enterprise.street },
      'FROM enterprise WHERE id IN (SELECT value FROM json_each(?))',
    )(JSON.stringify(enterpriseIds)).map((row) => [row.id, row]),
  )
  const people = new Map(
    selectRows(
      db,
      { id: person.id, name: person.name, rank: person.rank },
      'FROM person WHERE id IN (SELECT value FROM json_each(?))',
    )(JSON.stringify(personIds)).map((row) => [row.id, row]),
  )
  return rows.map((row) => {
    const of = enterprises.get(row.enterpriseId)
    const by = row.personId === null ? undefined : people.get(row.personId)
    return {
      ...row,
      enterpriseName: of?.name ?? '',
      street: of?.street ?? '',
      personName: by?.name ?? '',
      rank: by?.rank ?? '',
    }
  })
}

/** Every visit with names, oldest first. */
export function readVisits(db: ReadDb): NamedVisit[] {
  return withNames(db, selectRows(db, getTableColumns(visit), 'FROM visit ORDER BY visited_on, id')())
}

export function readNamedVisit(db: ReadDb, id: string): NamedVisit | null {
  const row = readVisit(db, id)
  return row ? (withNames(db, [row])[0] ?? null) : null
}

export function readVisit(db: ReadDb, id: string): VisitRow | null {
  return db.select().from(visit).where(eq(visit.id, id)).get() ?? null
}

/** The visit of that enterprise, day and official; null when there is none. */
export function findVisit(
  db: ReadDb,
  enterpriseId: string,
  visitedOn: string,
  personId: string | null,
): VisitRow | null {
  const rest = 'FROM visit WHERE enterprise_id = ? AND visited_on = ? AND person_id IS ? ORDER BY id LIMIT 1'
  return selectRows(db, getTableColumns(visit), rest)(enterpriseId, visitedOn, personId)[0] ?? null
}

const countedColumns = {
  id: visit.id,
  enterpriseId: visit.enterpriseId,
  personId: visit.personId,
  visitedOn: visit.visitedOn,
  mode: visit.mode,
}
export type CountedVisit = Pick<VisitRow, keyof typeof countedColumns>

/** What coverage and matrix need of the visits of a span, oldest first. */
export function readVisitsBetween(db: ReadDb, from: IsoDate, to: IsoDate): CountedVisit[] {
  return selectRows(db, countedColumns, 'FROM visit WHERE visited_on BETWEEN ? AND ? ORDER BY visited_on, id')(from, to)
}

export function insertVisit(db: WriteDb, row: VisitRow): void {
  insertRow(db, visit, row)
}

export function updateVisit(db: WriteDb, id: string, fields: Partial<VisitRow>): void {
  db.update(visit).set(fields).where(eq(visit.id, id)).run()
}

export function deleteVisit(db: WriteDb, id: string): void {
  db.delete(visit).where(eq(visit.id, id)).run()
}
