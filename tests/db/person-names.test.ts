import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'
import { countNamed, nameColumns, renameEverywhere, withName } from '../../db/repositories/person-names'
import * as access from '../../db/schema/access'
import * as assignments from '../../db/schema/assignments'
import * as attachments from '../../db/schema/attachments'
import * as briefs from '../../db/schema/briefs'
import * as district from '../../db/schema/district'
import * as environment from '../../db/schema/environment'
import * as exchange from '../../db/schema/exchange'
import * as investment from '../../db/schema/investment'
import * as projects from '../../db/schema/projects'
import * as rectification from '../../db/schema/rectification'
import * as rectificationParts from '../../db/schema/rectification-parts'
import * as registry from '../../db/schema/registry'
import * as reports from '../../db/schema/reports'
import * as revenue from '../../db/schema/revenue'
import * as scoring from '../../db/schema/scoring'
import * as settings from '../../db/schema/settings'
import * as tables from '../../db/schema/tables'
import { aBureau, writing } from '../builders'
import { put } from '../electron/registry/records'

const schemas = [
  access,
  assignments,
  attachments,
  briefs,
  district,
  environment,
  exchange,
  investment,
  projects,
  rectification,
  rectificationParts,
  registry,
  reports,
  revenue,
  scoring,
  settings,
  tables,
]

/** Words by which a column says that it names people. */
const namesPeople = /handler|person|steward|sponsor|visitors|By$|Leader$/i

/** Columns with such a name that stay as they are, each with its reason. */
const notRenamed: Readonly<Record<string, string>> = {
  'assignment.responsibleLeader': 'the district’s own column, changed only by a new table',
  'lead.acceptedBy': 'the 街道园区 that accepted it',
  'closed_year.closedBy': 'who did it then, as in the journal',
  'import_batch.importedBy': 'who did it then, as in the journal',
  'report_edit.editedBy': 'who did it then, as in the journal',
  'accountability.persons': 'a number of persons',
  'referral.persons': 'a number of persons',
  'look_back_sample.drawnBy': 'who did it then, as in the journal',
  'recurrence.decidedBy': 'who did it then, as in the journal',
  'rect_report.issuedBy': 'stands on the paper that went out',
  'rect_letter.issuedBy': 'stands on the paper that went out',
  'rule_document.savedBy': 'who did it then, as in the journal',
  'trusted_key.changedBy': 'who did it then, as in the journal',
  'sent_package.sentBy': 'stands on the file that went out',
  'received_package.receivedBy': 'who did it then, as in the journal',
  'own_objection.raisedBy': 'who did it then, as in the journal',
  'conflict_decision.decidedBy': 'who did it then, as in the journal',
  'report_period.lockedBy': 'who did it then, as in the journal',
  'submission.receivedBy': 'who did it then, as in the journal',
  'submission.reviewedBy': 'who did it then, as in the journal',
  'line_verdict.decidedBy': 'who did it then, as in the journal',
  'check_decision.decidedBy': 'who did it then, as in the journal',
  'unit_figure.givenBy': 'who did it then, as in the journal',
  'unit_veto.recordedBy': 'who did it then, as in the journal',
  'publication.publishedBy': 'stands on the paper that went out',
  'objection.answeredBy': 'who did it then, as in the journal',
  'rect_role.personId': 'names by id',
  'group_role.personId': 'names by id',
  'enterprise_link.personId': 'names by id',
  'handover.fromPersonId': 'names by id',
  'handover.toPersonId': 'names by id',
  'visit.personId': 'names by id',
}

it('the one list of columns that name people is the schema’s', () => {
  const found = schemas
    .flatMap((schema) => Object.values(schema) as unknown[])
    .filter((value): value is SQLiteTable => is(value, SQLiteTable))
    .flatMap((table) =>
      Object.keys(getTableColumns(table))
        .filter((key) => namesPeople.test(key))
        .map((key) => `${getTableName(table)}.${key}`),
    )
  const listed = nameColumns.map(({ table, key }) => `${getTableName(table)}.${key}`)
  expect([...listed, ...Object.keys(notRenamed)].toSorted()).toEqual(found.toSorted())
})

it('files follow a new name as evidence only; others keep who added them, as the journal does', async () => {
  const service = await aBureau()
  for (const room of ['rectification', 'investment', 'tables'])
    put(service, attachments.attachment, { room, addedBy: '承办人01' })
  const { store } = service
  expect(countNamed(store().read, '承办人01')).toEqual(new Map([['attachment', 1]]))
  writing(store(), (db) => renameEverywhere(db, '承办人01', '承办人02'))
  const rows = store().connection.prepare('SELECT room, added_by FROM attachment ORDER BY room').raw().all()
  expect(rows).toEqual([
    ['investment', '承办人01'],
    ['rectification', '承办人02'],
    ['tables', '承办人01'],
  ])
})

it.each([
  ['招商组组员', '招商组组长'],
  ['招商组组员、项目组组员', '招商组组长、项目组组员'],
  ['项目组组员，招商组组员', '项目组组员，招商组组长'],
  ['招商组组员甲', '招商组组员甲'],
  ['招商组组员 01', '招商组组员 01'],
  ['', ''],
])('a name is replaced only where it stands as a whole: %s', (text, renamed) => {
  expect(withName(text, '招商组组员', '招商组组长')).toBe(renamed)
})
