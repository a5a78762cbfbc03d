import type { Store } from '../../db/access'
import { prepared } from '../../db/prepared'
import { areaOfRoom, workAreas, type WorkArea } from '../../shared/access/roles'
import { briefUses, type BriefUse } from '../../shared/briefs/record'
import { ownUse } from '../../shared/briefs/uses'
import type { Need } from '../../shared/ipc/procedure'
import { importKinds, type ImportKind } from '../../shared/tables/reading'
import { streams } from '../../shared/core/schemas'
import { roomOfTable } from '../core/room-of-table'

/** What a changed row asks for: a need in one area, or in any. */
export interface RowRight {
  readonly need: Need
  readonly area: WorkArea | null
}

/** `keys` gives, of the changes of one table in one entry, the different things that rights depend on. */
interface RowRule {
  readonly keys: string
  readonly rightOf: (key: string | null) => RowRight
}

type TableRule = RowRight | RowRule

const anyMember: RowRight = { need: 'work', area: null }
const admin: RowRight = { need: 'admin', area: null }
/** What anybody who has signed in keeps for himself. */
const own: RowRight = { need: 'view', area: null }

/** Both sides of each changed row, as JSON in `r`. */
const sides = `WITH side (r) AS (
  SELECT "before" FROM journal_change WHERE entry_id = @entry AND table_name = @table AND "before" IS NOT NULL
  UNION ALL SELECT "after" FROM journal_change WHERE entry_id = @entry AND table_name = @table AND "after" IS NOT NULL)`

function isArea(text: string | null): text is WorkArea {
  return workAreas.some((area) => area === text)
}

/** An expression over `r` that names the area. */
function byArea(expression: string, need: Need = 'work'): RowRule {
  return {
    keys: `${sides} SELECT DISTINCT ${expression} FROM side`,
    rightOf: (key) => ({ need, area: isArea(key) ? key : null }),
  }
}

const column = (name: string): string => `json_extract(r, '$.${name}')`

/** An assignment of another unit belongs to the district's desk, every other to its stream. */
const areaOfAssignment = (id: string): string =>
  `(SELECT CASE WHEN a.unit_key <> '' THEN 'district' ELSE a.stream END FROM assignment a WHERE a.id = ${id})`

const areaOfTraining = `(SELECT t.stream FROM training t WHERE t.id = ${column('training_id')})`

/** Files of an occurrence lie under `assignmentId/occurrence`. */
const areaOfAttachment = `CASE WHEN ${column('room')} = 'assignments'
  THEN ${areaOfAssignment(`substr(${column('record_id')}, 1, instr(${column('record_id')} || '/', '/') - 1)`)}
  ELSE ${column('room')} END`

/** The stream whose duty a use is. */
function streamOfUse(use: BriefUse): WorkArea | null {
  const kinds = ['brief', 'case', 'summary'] as const
  return streams.find((stream) => kinds.some((kind) => ownUse({ stream, kind }) === use)) ?? null
}

const caseOfUse = briefUses.map((use) => `WHEN '${use}' THEN '${streamOfUse(use) ?? ''}'`).join(' ')

/** A text belongs to its stream; a further duty that comes or goes, to the stream of that duty. */
const briefRule: RowRule = {
  keys: `${sides}
    SELECT ${column('stream')} FROM side
    UNION SELECT CASE use.value ${caseOfUse} END
      FROM (SELECT coalesce("before", '{"uses":"[]"}') AS b, coalesce("after", '{"uses":"[]"}') AS a
            FROM journal_change WHERE entry_id = @entry AND table_name = @table) both,
           json_each((SELECT json_group_array(value) FROM (
             SELECT value FROM json_each(json_extract(both.a, '$.uses'))
               WHERE value NOT IN (SELECT value FROM json_each(json_extract(both.b, '$.uses')))
             UNION SELECT value FROM json_each(json_extract(both.b, '$.uses'))
               WHERE value NOT IN (SELECT value FROM json_each(json_extract(both.a, '$.uses')))))) use`,
  rightOf: (key) => ({ need: 'work', area: isArea(key) ? key : null }),
}

const areaOfImport: Readonly<Record<ImportKind, WorkArea | null>> = {
  assignments: null,
  leads: 'investment',
  briefs: null,
  trainings: null,
  projects: 'projects',
  enterprises: null,
  visits: 'environment',
  revenue: 'revenue',
  findings: 'rectification',
  measures: 'rectification',
  units: 'district',
}

function isImportKind(text: string | null): text is ImportKind {
  return importKinds.some((kind) => kind === text)
}

const importRule: RowRule = {
  keys: `${sides} SELECT DISTINCT ${column('kind')} FROM side`,
  rightOf: (kind) => ({ need: 'work', area: isImportKind(kind) ? areaOfImport[kind] : null }),
}

/** `investment.total`, `revenue`: a place in a report begins with its stream. */
const areaOfPlace = `substr(${column('place')}, 1, instr(${column('place')} || '.', '.') - 1)`

/** Notes that the program keeps, and what somebody chose for himself. */
const ownPreference = /^(actor\.|digest\.|exchange\.keyId$)/

/** A setting that nobody has named here is the administrator's. */
function rightOfPreference(key: string | null): RowRight {
  if (key !== null && ownPreference.test(key)) return own
  if (key === 'investment.platformOpenOn') return { need: 'lead', area: 'investment' }
  if (key === 'rectification.words') return { need: 'work', area: 'rectification' }
  return admin
}

const preferenceRule: RowRule = {
  keys: 'SELECT DISTINCT row_id FROM journal_change WHERE entry_id = @entry AND table_name = @table',
  rightOf: rightOfPreference,
}

/** Tables whose rows do not simply belong to the area of their room. */
const tableRules: Readonly<Record<string, TableRule>> = {
  account: admin,
  bureau: admin,
  calendar_year: admin,
  closed_year: admin,
  rect_role: admin,
  rule_document: admin,
  trusted_key: admin,
  saved_view: own,
  preference: preferenceRule,
  section: { need: 'lead', area: null },
  handover: { need: 'lead', area: null },
  group_role: byArea(column('stream'), 'lead'),
  // Tables and forms of every stream name people and enterprises and add those who are new.
  person: anyMember,
  enterprise: anyMember,
  enterprise_link: anyMember,
  import_batch: importRule,
  table_mapping: anyMember,
  assignment: byArea(`CASE WHEN ${column('unit_key')} <> '' THEN 'district' ELSE ${column('stream')} END`),
  task: byArea(areaOfAssignment(column('assignment_id'))),
  attachment: byArea(areaOfAttachment),
  brief: briefRule,
  training: byArea(column('stream')),
  training_attendance: byArea(areaOfTraining),
  // Only 招商 has points so far.
  manual_score: { need: 'lead', area: 'investment' },
  report_edit: byArea(areaOfPlace),
  sent_package: anyMember,
  received_package: anyMember,
  own_objection: anyMember,
  conflict_decision: anyMember,
}

/** What changing rows of a table asks for; a table that nobody has named is the administrator's. */
export function ruleOfTable(table: string): TableRule {
  const known = Object.hasOwn(tableRules, table) ? tableRules[table] : undefined
  if (known) return known
  const area = areaOfRoom(roomOfTable[table] ?? '')
  return area === null ? admin : { need: 'work', area }
}

/** What the rows that an entry changed in a table ask for, each right once. Asked inside the write. */
export function rightsOfRows(store: Store, entry: number, table: string): readonly RowRight[] {
  const rule = ruleOfTable(table)
  if (!('keys' in rule)) return [rule]
  const keys = prepared(store.read, `access.rows.${table}`, () =>
    store.connection.prepare<[{ readonly entry: number; readonly table: string }], string | null>(rule.keys).pluck(),
  )
  return keys.all({ entry, table }).map(rule.rightOf)
}
