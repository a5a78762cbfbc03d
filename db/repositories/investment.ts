import { and, desc, eq, getTableColumns, inArray, or, sql, type SQL } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import type { IsoDate } from '../../shared/core/dates'
import type { LeadFilter, LeadSort } from '../../shared/investment/contract'
import type { FollowUp, LeadRecord } from '../../shared/investment/record'
import type { CountedLead } from '../../shared/investment/scoring-facts'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, prepared, selectNumber, selectRows, updateRow } from '../prepared'
import { followUp, lead } from '../schema/investment'
import { leadStateSql } from './lead-state'

export type LeadRow = typeof lead.$inferSelect
export type FollowUpRow = typeof followUp.$inferSelect

/** The record as the rules know it; where it was imported from stays in the row. */
export function toLeadRecord(row: LeadRow): LeadRecord {
  const { investorKey: _key, batchId: _batch, sourceRow: _row, shareholdings, ...rest } = row
  // Enumerated columns are only written from LeadRecord itself.
  return { ...rest, shareholdings: [...shareholdings] } as LeadRecord
}

/** Every lead, oldest filing first. */
export function readLeads(db: ReadDb): LeadRecord[] {
  return selectRows(db, getTableColumns(lead), 'FROM lead ORDER BY filed_on, id')().map(toLeadRecord)
}

const countedColumns = {
  id: lead.id,
  title: lead.title,
  investorName: lead.investorName,
  districtClass: lead.districtClass,
  proposedClass: lead.proposedClass,
  filedOn: lead.filedOn,
  backfilledOn: lead.backfilledOn,
  certifiedOn: lead.certifiedOn,
  contactedOn: lead.contactedOn,
  acceptedOn: lead.acceptedOn,
  acceptedBy: lead.acceptedBy,
  landedOn: lead.landedOn,
  companyName: lead.companyName,
  creditCode: lead.creditCode,
  isRegisteredInDistrict: lead.isRegisteredInDistrict,
  duplicateOf: lead.duplicateOf,
  ending: lead.ending,
  endedOn: lead.endedOn,
} satisfies Record<keyof CountedLead, unknown>

/** The leads that the score of a year can speak of: filed in it or landed in it, oldest filing first. */
export function readCountedLeads(db: ReadDb, year: number): CountedLead[] {
  const rows = selectRows(
    db,
    countedColumns,
    'FROM lead WHERE filed_on BETWEEN @first AND @last OR landed_on BETWEEN @first AND @last ORDER BY filed_on, id',
  )
  // Enumerated and date columns are only written from LeadRecord itself.
  return rows({ first: `${year}-01-01`, last: `${year}-12-31` }) as CountedLead[]
}

/** Leads that were filed and have no day of 补录, oldest filing first. */
export function readUnbackfilledLeads(db: ReadDb): LeadRecord[] {
  const rest = 'FROM lead WHERE filed_on IS NOT NULL AND backfilled_on IS NULL ORDER BY filed_on, id'
  return selectRows(db, getTableColumns(lead), rest)().map(toLeadRecord)
}

/** One lead's row, or null. */
export function readLeadRow(db: ReadDb, id: string): LeadRow | null {
  return (
    prepared(db, 'lead.one', () =>
      db
        .select()
        .from(lead)
        .where(eq(lead.id, sql.placeholder('id')))
        .prepare(),
    ).get({ id }) ?? null
  )
}

function filterSql(filter: LeadFilter, asOf: IsoDate): SQL | undefined {
  const parts: (SQL | undefined)[] = []
  if (filter.states.length > 0) parts.push(inArray(leadStateSql(asOf), filter.states))
  if (filter.classes.length > 0) parts.push(inArray(lead.districtClass, filter.classes))
  if (filter.year !== null) {
    parts.push(
      sql`(${lead.filedOn} is null or ${lead.filedOn} between ${`${filter.year}-01-01`} and ${`${filter.year}-12-31`})`,
    )
  }
  // Last, as SQLite asks in this order and looking into seven texts is the dearest question.
  for (const word of filter.text.split(/\s+/u).filter((part) => part !== '')) {
    const like = `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    const columns = [
      lead.title,
      lead.investorName,
      lead.investorRegion,
      lead.platformNo,
      lead.companyName,
      lead.sourcePerson,
      lead.remark,
    ]
    parts.push(or(...columns.map((column) => sql`${column} like ${like} escape '\\'`)))
  }
  return and(...parts)
}

const sortColumns = {
  filedOn: 'filed_on',
  title: 'title',
  investorName: 'investor_key',
  updatedAt: 'updated_at',
} as const satisfies Record<LeadSort['by'], string>

const dialect = new SQLiteSyncDialect()

/** A page of leads, filtered and sorted by SQLite. */
export function readLeadPage(
  db: ReadDb,
  filter: LeadFilter,
  sort: LeadSort,
  asOf: IsoDate,
  page: { readonly offset: number; readonly limit: number },
): { readonly rows: LeadRow[]; readonly total: number; readonly all: number } {
  const condition = filterSql(filter, asOf)
  const { sql: where, params } = condition ? dialect.sqlToQuery(sql` WHERE ${condition}`) : { sql: '', params: [] }
  const direction = sort.descending ? 'DESC' : 'ASC'
  const order = `${sortColumns[sort.by]} ${direction}, id ${direction}`
  const rowsOf = selectRows(db, getTableColumns(lead), `FROM lead${where} ORDER BY ${order} LIMIT ? OFFSET ?`)
  const rows = rowsOf(...params, page.limit, page.offset)
  const all = selectNumber(db, 'SELECT count(*) FROM lead', [])
  const total = condition ? selectNumber(db, `SELECT count(*) FROM lead${where}`, params) : all
  return { rows, total, all }
}

/** Adds a lead; the statement is prepared once for a whole import. */
export function insertLead(db: WriteDb, row: LeadRow): void {
  insertRow(db, lead, row)
}

/** Overwrites the given fields. */
export function updateLead(db: WriteDb, id: string, fields: Partial<LeadRow>): void {
  updateRow(db, lead, id, fields)
}

/** Deletes a lead with its follow-ups; the journal keeps all of it for undo. */
export function deleteLead(db: WriteDb, id: string): void {
  db.delete(followUp).where(eq(followUp.leadId, id)).run()
  db.delete(lead).where(eq(lead.id, id)).run()
}

/** Follow-ups of one lead, newest first. */
export function readFollowUps(db: ReadDb, leadId: string): FollowUp[] {
  const rows = db
    .select()
    .from(followUp)
    .where(eq(followUp.leadId, leadId))
    .orderBy(desc(followUp.happenedOn), desc(followUp.id))
    .all()
  // The day is only written from an IsoDate.
  return rows.map(({ isSample: _sample, happenedOn, ...row }) => ({ ...row, happenedOn: happenedOn as IsoDate }))
}

/** One follow-up, or null. */
export function readFollowUp(db: ReadDb, id: string): FollowUpRow | null {
  return db.select().from(followUp).where(eq(followUp.id, id)).get() ?? null
}

/** The day of the newest follow-up by lead, for the leads asked for. */
export function readLastFollowUps(db: ReadDb, leadIds: readonly string[]): ReadonlyMap<string, string> {
  if (leadIds.length === 0) return new Map()
  const rows = db
    .select({ leadId: followUp.leadId, on: sql<string>`max(${followUp.happenedOn})` })
    .from(followUp)
    .where(inArray(followUp.leadId, [...leadIds]))
    .groupBy(followUp.leadId)
    .all()
  return new Map(rows.map((row) => [row.leadId, row.on]))
}

export function insertFollowUp(db: WriteDb, row: FollowUpRow): void {
  db.insert(followUp).values(row).run()
}

export function deleteFollowUp(db: WriteDb, id: string): void {
  db.delete(followUp).where(eq(followUp.id, id)).run()
}
