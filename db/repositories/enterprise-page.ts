import { and, asc, count, desc, eq, exists, inArray, isNull, max, not, or, sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import type { EnterpriseFilter, EnterpriseSort } from '../../shared/registry/contract'
import type { ReadDb } from '../access'
import { demand, visit } from '../schema/environment'
import { enterprise, enterpriseLink, person } from '../schema/registry'
import { searchEntry } from '../schema/search'
import type { EnterpriseRow } from './enterprises'

/** A link that holds on the day. */
function holdsOn(today: IsoDate): SQL | undefined {
  return and(
    or(isNull(enterpriseLink.startedOn), sql`${enterpriseLink.startedOn} <= ${today}`),
    or(isNull(enterpriseLink.endedOn), sql`${enterpriseLink.endedOn} >= ${today}`),
  )
}

function linkedTo(db: ReadDb, today: IsoDate, personId: string | null): SQL {
  const ofPerson = personId === null ? undefined : eq(enterpriseLink.personId, personId)
  return exists(
    db
      .select({ one: sql`1` })
      .from(enterpriseLink)
      .where(and(eq(enterpriseLink.enterpriseId, enterprise.id), holdsOn(today), ofPerson)),
  )
}

function contains(column: SQL | typeof enterprise.name, text: string): SQL {
  return sql`instr(lower(${column}), ${text}) > 0`
}

function textCondition(text: string): SQL | undefined {
  const wanted = text.normalize('NFKC').trim().toLowerCase()
  if (wanted === '') return undefined
  const key = normaliseCompanyName(wanted)
  const all = sql`${enterprise.name} || ' ' || ${enterprise.creditCode} || ' ' || ${enterprise.street} || ' ' || ${enterprise.contact} || ' ' || ${enterprise.industry}`
  return or(contains(all, wanted), key === '' ? undefined : sql`instr(${enterprise.nameKey}, ${key}) > 0`)
}

const sortColumns = { name: enterprise.name, street: enterprise.street, updatedAt: enterprise.updatedAt } as const

export interface EnterprisePage {
  readonly rows: EnterpriseRow[]
  readonly total: number
  readonly all: number
}

/** One page of the enterprises that match, with how many there are. */
export function readEnterprisePage(
  db: ReadDb,
  filter: EnterpriseFilter,
  sort: EnterpriseSort,
  today: IsoDate,
  span: { readonly offset: number; readonly limit: number },
): EnterprisePage {
  const linked = linkedTo(db, today, null)
  const where = and(
    textCondition(filter.text),
    filter.links === 'linked' ? linked : filter.links === 'unlinked' ? not(linked) : undefined,
    filter.personId === null ? undefined : linkedTo(db, today, filter.personId),
  )
  const column = sortColumns[sort.by]
  const rows = db
    .select()
    .from(enterprise)
    .where(where)
    .orderBy(sort.descending ? desc(column) : asc(column), asc(enterprise.id))
    .limit(span.limit)
    .offset(span.offset)
    .all()
  const total = db.select({ count: count() }).from(enterprise).where(where).get()?.count ?? 0
  const all = db.select({ count: count() }).from(enterprise).get()?.count ?? 0
  return { rows, total, all }
}

/** Enterprises whose names have these pinyin initials, as far as the search index knows them. */
export function readIdsByInitials(db: ReadDb, initials: string): ReadonlySet<string> {
  const rows = db
    .select({ id: searchEntry.recordId })
    .from(searchEntry)
    .where(and(eq(searchEntry.kind, 'enterprise'), sql`instr(${searchEntry.initials}, ${initials}) > 0`))
    .all()
  return new Set(rows.map(({ id }) => id))
}

/** Names of those who look after the enterprises on the day, by enterprise. */
export function readOfficialsOf(db: ReadDb, ids: readonly string[], today: IsoDate): ReadonlyMap<string, string[]> {
  const rows = db
    .select({ enterpriseId: enterpriseLink.enterpriseId, name: person.name })
    .from(enterpriseLink)
    .innerJoin(person, eq(person.id, enterpriseLink.personId))
    .where(and(inArray(enterpriseLink.enterpriseId, [...ids]), holdsOn(today)))
    .orderBy(sql`${enterpriseLink}.rowid`)
    .all()
  const officials = new Map<string, string[]>()
  for (const { enterpriseId, name } of rows) {
    const known = officials.get(enterpriseId)
    if (known) known.push(name)
    else officials.set(enterpriseId, [name])
  }
  return officials
}

/** The newest visit up to the day, by enterprise. */
export function readLastVisits(db: ReadDb, ids: readonly string[], today: IsoDate): ReadonlyMap<string, string> {
  const rows = db
    .select({ id: visit.enterpriseId, on: max(visit.visitedOn) })
    .from(visit)
    .where(and(inArray(visit.enterpriseId, [...ids]), sql`${visit.visitedOn} <= ${today}`))
    .groupBy(visit.enterpriseId)
    .all()
  return new Map(rows.flatMap(({ id, on }) => (on === null ? [] : [[id, on] as const])))
}

/** How many demands are not solved yet, by enterprise. */
export function countOpenDemands(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, number> {
  const rows = db
    .select({ id: demand.enterpriseId, count: count() })
    .from(demand)
    .where(and(inArray(demand.enterpriseId, [...ids]), sql`coalesce(${demand.isSolved}, 0) = 0`))
    .groupBy(demand.enterpriseId)
    .all()
  return new Map(rows.map((row) => [row.id, row.count]))
}

/** Enterprises linked on the day, by person. */
export function countLinkedEnterprises(db: ReadDb, today: IsoDate): ReadonlyMap<string, number> {
  const rows = db
    .select({ id: enterpriseLink.personId, count: sql<number>`count(distinct ${enterpriseLink.enterpriseId})` })
    .from(enterpriseLink)
    .where(holdsOn(today))
    .groupBy(enterpriseLink.personId)
    .all()
  return new Map(rows.map((row) => [row.id, row.count]))
}
