import { and, eq, getTableColumns, isNotNull, ne, sql } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import {
  findingStatuses,
  type FindingStatus,
  type ProgramRecord,
  type StatusWord,
} from '../../shared/rectification/record'
import type { ReadDb, WriteDb } from '../access'
import { idOfNew } from '../natural-id'
import { insertRow, selectNumber, selectRows, updateRow } from '../prepared'
import { finding, measure, rectProgram } from '../schema/rectification'
import { rectReport, rectRole } from '../schema/rectification-parts'
import { person } from '../schema/registry'
import { readPreference, savePreference } from './preferences'

export type ProgramRow = typeof rectProgram.$inferSelect

/** The record as the rules know it; the pasted notice and the batch stay in the row. */
export function toProgramRecord(row: ProgramRow): ProgramRecord {
  const { noticeText: _text, batchId: _batch, ...rest } = row
  // Closed lists, days and JSON are only written from ProgramRecord itself.
  return rest as ProgramRecord
}

/** Every programme, the newest feedback first. */
export function readPrograms(db: ReadDb): ProgramRow[] {
  return selectRows(db, getTableColumns(rectProgram), `FROM rect_program ORDER BY coalesce(feedback_on, '') DESC, id`)()
}

export function readProgram(db: ReadDb, id: string): ProgramRow | null {
  return db.select().from(rectProgram).where(eq(rectProgram.id, id)).get() ?? null
}

export function insertProgram(db: WriteDb, row: ProgramRow): void {
  insertRow(db, rectProgram, row)
}

export function updateProgram(db: WriteDb, id: string, fields: Partial<ProgramRow>): void {
  updateRow(db, rectProgram, id, fields)
}

/** Deletes a programme without findings, with what was recorded of its reports. */
export function deleteProgram(db: WriteDb, id: string): void {
  db.delete(rectReport).where(eq(rectReport.programId, id)).run()
  db.delete(measure).where(eq(measure.programId, id)).run()
  db.delete(rectProgram).where(eq(rectProgram.id, id)).run()
}

export function countFindingsOf(db: ReadDb, programId: string): number {
  return selectNumber(db, 'SELECT count(*) FROM finding WHERE program_id = ?', [programId])
}

/** Issued reports of a programme, which stay whatever happens. */
export function countIssuedReports(db: ReadDb, programId: string): number {
  return selectNumber(db, 'SELECT count(*) FROM rect_report WHERE program_id = ? AND content IS NOT NULL', [programId])
}

/** Gives the findings that carry a word the status that it means now; a 销号 stays done. */
export function remapStatus(db: WriteDb, programId: string, { label, status }: StatusWord, updatedAt: string): void {
  const isDone = status === 'done' || status === 'promoted'
  db.update(finding)
    .set({ status, updatedAt })
    .where(
      and(
        eq(finding.programId, programId),
        eq(finding.statusLabel, label),
        ne(finding.status, status),
        isDone ? undefined : ne(finding.state, 'closed'),
      ),
    )
    .run()
}

/** When the periodic reports of each programme were sent, by the date that they answer. */
export function readSentReports(db: ReadDb): ReadonlyMap<string, ReadonlyMap<string, IsoDate>> {
  const rows = db
    .select({
      programId: sql<string>`${rectReport.programId}`,
      dueOn: sql<string>`${rectReport.dueOn}`,
      // Only written from an IsoDate.
      sentOn: sql<IsoDate>`min(${rectReport.issuedOn})`,
    })
    .from(rectReport)
    .where(and(eq(rectReport.kind, 'periodic'), isNotNull(rectReport.programId), isNotNull(rectReport.dueOn)))
    .groupBy(rectReport.programId, rectReport.dueOn)
    .all()
  const sent = new Map<string, Map<string, IsoDate>>()
  for (const { programId, dueOn, sentOn } of rows)
    sent.set(programId, (sent.get(programId) ?? new Map<string, IsoDate>()).set(dueOn, sentOn))
  return sent
}

/** Records that a periodic report was sent, without its text. */
export function insertSentReport(
  db: WriteDb,
  report: Pick<typeof rectReport.$inferSelect, 'id' | 'programId' | 'issuedOn' | 'issuedBy' | 'isSample'> & {
    readonly dueOn: IsoDate
  },
): void {
  const blank = { kind: 'periodic', version: 1, docNo: '', checkCode: '', remark: '', content: null }
  insertRow(db, rectReport, { ...report, ...blank, asOf: report.dueOn })
}

/** The day of the first report of any kind by programme. */
export function readFirstReports(db: ReadDb): ReadonlyMap<string, IsoDate> {
  const rows = db
    .select({
      programId: sql<string>`${rectReport.programId}`,
      // Only written from an IsoDate.
      issuedOn: sql<IsoDate>`min(${rectReport.issuedOn})`,
    })
    .from(rectReport)
    .where(isNotNull(rectReport.programId))
    .groupBy(rectReport.programId)
    .all()
  return new Map(rows.map(({ programId, issuedOn }) => [programId, issuedOn]))
}

const wordsKey = 'rectification.words'

function isStatus(value: unknown): value is FindingStatus {
  return findingStatuses.some((status) => status === value)
}

/** Words of tables that a person has given a meaning; for `meaningOf`. */
export function readLearnedWords(db: ReadDb): ReadonlyMap<string, FindingStatus> {
  const kept: unknown = JSON.parse(readPreference(db, wordsKey) ?? '{}')
  const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : []
  return new Map(entries.flatMap(([word, status]) => (isStatus(status) ? [[word, status] as const] : [])))
}

/** From now on the word means this status. */
export function learnWord(db: WriteDb, word: string, status: FindingStatus): void {
  const words = new Map(readLearnedWords(db)).set(word, status)
  savePreference(db, wordsKey, JSON.stringify(Object.fromEntries(words)))
}

/** Every word of 整改状态 that some programme or finding uses or a person has explained. */
export function readStatusWords(db: ReadDb): string[] {
  const used = readPrograms(db).flatMap(({ vocabulary }) => vocabulary.map(({ label }) => label))
  const borne = selectRows(db, { label: finding.statusLabel }, "FROM finding WHERE status_label <> '' GROUP BY 1")()
  return [...new Set([...used, ...readLearnedWords(db).keys(), ...borne.map(({ label }) => label)])]
}

export interface RoleHolder {
  readonly role: string
  readonly personId: string
  readonly personName: string
}

/** 整改分工, role by role in the order of appointment. */
export function readRectRoles(db: ReadDb): RoleHolder[] {
  return db
    .select({ role: rectRole.role, personId: rectRole.personId, personName: person.name })
    .from(rectRole)
    .innerJoin(person, eq(person.id, rectRole.personId))
    .orderBy(sql`${rectRole}.rowid`)
    .all()
}

/** How many roles of 整改分工 the person holds. */
export function countRolesOf(db: ReadDb, personId: string): number {
  return selectNumber(db, 'SELECT count(*) FROM rect_role WHERE person_id = ?', [personId])
}

/** Puts the appointments in place of what was there; unchanged ones are left alone. */
export function saveRectRoles(
  db: WriteDb,
  roles: readonly { readonly role: string; readonly personId: string }[],
  newId: () => string,
  isSample: boolean,
): void {
  const keyOf = (each: { readonly role: string; readonly personId: string }): string => `${each.role}/${each.personId}`
  const wanted = new Map(roles.map((each) => [keyOf(each), each]))
  const known = db.select().from(rectRole).all()
  for (const row of known) if (!wanted.delete(keyOf(row))) db.delete(rectRole).where(eq(rectRole.id, row.id)).run()
  for (const { role, personId } of wanted.values())
    db.insert(rectRole)
      .values({ id: idOfNew(db, rectRole, [role, personId], newId), role, personId, isSample })
      .run()
}
