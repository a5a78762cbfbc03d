import { and, eq, getTableColumns, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { bandFloors, hundredMillionFloor } from '../../shared/projects/bands'
import type { ProjectFilter, ProjectSort } from '../../shared/projects/contract'
import type { LightDays } from '../../shared/projects/lights'
import { projectStages, type ProjectBand, type ProjectRecord } from '../../shared/projects/record'
import { datedStages, plannedDays, stageDays, stageRank } from '../../shared/projects/stages'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, selectNumber, selectRows } from '../prepared'
import { permit, project, projectProblem, projectVisit } from '../schema/projects'

export type ProjectRow = typeof project.$inferSelect

/** The record as the rules know it; where it was imported from stays in the row. */
export function toProjectRecord(row: ProjectRow): ProjectRecord {
  const { ownerKey: _key, batchId: _batch, sourceRow: _row, ...rest } = row
  // Enumerated, date and amount columns are only written from ProjectRecord itself.
  return rest as ProjectRecord
}

/** Every project, in the order of entry. */
export function readProjects(db: ReadDb): ProjectRow[] {
  return selectRows(db, getTableColumns(project), 'FROM project ORDER BY id')()
}

/** One project's row, or null. */
export function readProjectRow(db: ReadDb, id: string): ProjectRow | null {
  return db.select().from(project).where(eq(project.id, id)).get() ?? null
}

/** The project that was made of a lead, or null. */
export function readProjectOfLead(db: ReadDb, leadId: string): ProjectRow | null {
  return db.select().from(project).where(eq(project.linkedLeadId, leadId)).get() ?? null
}

/** 0 for 储备 to 6 for 达产. */
const rankSql = sql`case ${project.stage} ${sql.join(
  projectStages.map((stage) => sql`when ${stage} then ${stageRank(stage)}`),
  sql` `,
)} else 0 end`

/** No day is later; stands for a milestone that is not planned or not open. */
const never = '9999-12-31'

/**
 * The first planned day that is still open; null when there is none. It says the same as `milestonesOf` in
 * `shared/projects/milestones`; a test compares the two.
 */
const firstOpenDaySql: SQL = sql`case when ${project.exit} is not null or ${project.leavePoolOn} is not null then null
  else nullif(min(${sql.join(
    datedStages.map((stage) => {
      const [planned, actual] = [project[plannedDays[stage]], project[stageDays[stage]]]
      return sql`case when ${actual} is null and ${rankSql} < ${stageRank(stage)} then coalesce(${planned}, ${never}) else ${never} end`
    }),
    sql`, `,
  )}), ${never}) end`

function lightSql(light: ProjectFilter['lights'][number], days: LightDays): SQL {
  switch (light) {
    case 'overdue':
      return sql`${firstOpenDaySql} < ${days.overdueBefore}`
    case 'near':
      return sql`(${firstOpenDaySql} >= ${days.overdueBefore} and ${firstOpenDaySql} < ${days.nearBefore})`
    case 'normal':
      return sql`${firstOpenDaySql} >= ${days.nearBefore}`
  }
}

function bandSql(band: ProjectBand): SQL {
  const { from500, from5000 } = bandFloors
  switch (band) {
    case 'below500':
      return sql`${project.totalInvestment} < ${from500}`
    case 'from500':
      return sql`(${project.totalInvestment} >= ${from500} and ${project.totalInvestment} < ${from5000})`
    case 'from5000':
      return sql`${project.totalInvestment} >= ${from5000}`
  }
}

function filterSql(filter: ProjectFilter, days: LightDays): SQL | undefined {
  const parts: (SQL | undefined)[] = []
  if (filter.pool === 'inPool') parts.push(isNull(project.leavePoolOn))
  if (filter.pool === 'left') parts.push(isNotNull(project.leavePoolOn))
  if (filter.stages.length > 0) parts.push(inArray(project.stage, filter.stages))
  if (filter.bands.length > 0) parts.push(or(...filter.bands.map(bandSql)))
  if (filter.isAboveHundredMillion) parts.push(sql`${project.totalInvestment} >= ${hundredMillionFloor}`)
  if (filter.lights.length > 0) parts.push(or(...filter.lights.map((light) => lightSql(light, days))))
  for (const word of filter.text.split(/\s+/u).filter((part) => part !== '')) {
    const like = `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    const columns = [
      project.name,
      project.owner,
      project.site,
      project.content,
      project.leaderSponsor,
      project.steward,
      project.remark,
    ]
    parts.push(or(...columns.map((column) => sql`${column} like ${like} escape '\\'`)))
  }
  return and(...parts)
}

const sortColumns = {
  name: 'name',
  totalInvestment: 'total_investment',
  startedOn: 'started_on',
  plannedFinish: 'planned_finish',
  updatedAt: 'updated_at',
} as const satisfies Record<ProjectSort['by'], string>

const dialect = new SQLiteSyncDialect()

/** A page of projects, filtered and sorted by SQLite. */
export function readProjectPage(
  db: ReadDb,
  filter: ProjectFilter,
  sort: ProjectSort,
  days: LightDays,
  page: { readonly offset: number; readonly limit: number },
): { readonly rows: ProjectRow[]; readonly total: number; readonly all: number } {
  const condition = filterSql(filter, days)
  const { sql: where, params } = condition ? dialect.sqlToQuery(sql` WHERE ${condition}`) : { sql: '', params: [] }
  const direction = sort.descending ? 'DESC' : 'ASC'
  const order = `${sortColumns[sort.by]} ${direction}, id ${direction}`
  const rowsOf = selectRows(db, getTableColumns(project), `FROM project${where} ORDER BY ${order} LIMIT ? OFFSET ?`)
  const rows = rowsOf(...params, page.limit, page.offset)
  const all = selectNumber(db, 'SELECT count(*) FROM project', [])
  const total = condition ? selectNumber(db, `SELECT count(*) FROM project${where}`, params) : all
  return { rows, total, all }
}

/** Projects that were in the pool at some time of the year, also those that have left it since. */
export function readProjectsOfYear(db: ReadDb, year: number): ProjectRow[] {
  return selectRows(
    db,
    getTableColumns(project),
    `FROM project WHERE coalesce(enter_pool_on, '0000') <= @last AND coalesce(leave_pool_on, '9999') >= @first ORDER BY id`,
  )({ first: `${year}-01-01`, last: `${year}-12-31` })
}

/** Adds a project; the statement is prepared once for a whole import. */
export function insertProject(db: WriteDb, row: ProjectRow): void {
  insertRow(db, project, row)
}

/** Overwrites the given fields. */
export function updateProject(db: WriteDb, id: string, fields: Partial<ProjectRow>): void {
  db.update(project).set(fields).where(eq(project.id, id)).run()
}

/** Deletes a project with its permits, problems and visits; the journal keeps all of it for undo. */
export function deleteProject(db: WriteDb, id: string): void {
  db.delete(permit).where(eq(permit.projectId, id)).run()
  db.delete(projectProblem).where(eq(projectProblem.projectId, id)).run()
  db.delete(projectVisit).where(eq(projectVisit.projectId, id)).run()
  db.delete(project).where(eq(project.id, id)).run()
}
