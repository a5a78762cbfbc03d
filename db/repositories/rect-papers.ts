import { desc, eq, sql } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, selectNumber } from '../prepared'
import { rectLetter, rectReport } from '../schema/rectification-parts'

export type RectReportRow = typeof rectReport.$inferSelect
export type RectLetterRow = typeof rectLetter.$inferSelect

/** What a list of reports needs; the text itself stays in the store. */
export type ListedReport = Omit<RectReportRow, 'content' | 'isSample'> & {
  readonly hasContent: boolean
  /** The programmes that it is about. */
  readonly programIds: readonly string[]
}

const listedColumns = {
  id: rectReport.id,
  programId: rectReport.programId,
  kind: rectReport.kind,
  dueOn: rectReport.dueOn,
  asOf: rectReport.asOf,
  version: rectReport.version,
  issuedOn: rectReport.issuedOn,
  issuedBy: rectReport.issuedBy,
  docNo: rectReport.docNo,
  checkCode: rectReport.checkCode,
  remark: rectReport.remark,
  hasContent: sql<number>`${rectReport.content} IS NOT NULL`,
  programIds: sql<string | null>`json_extract(${rectReport.content}, '$.programIds')`,
}

/** Issued and sent reports, the newest first. */
export function readReports(db: ReadDb): ListedReport[] {
  const rows = db.select(listedColumns).from(rectReport).orderBy(desc(rectReport.issuedOn), desc(rectReport.id)).all()
  return rows.map((row) => ({
    ...row,
    hasContent: row.hasContent === 1,
    programIds: row.programId !== null ? [row.programId] : programIdsOf(row.programIds),
  }))
}

/** Only written as a list of ids. */
function programIdsOf(json: string | null): readonly string[] {
  return json === null ? [] : (JSON.parse(json) as readonly string[])
}

export function readReport(db: ReadDb, id: string): RectReportRow | null {
  return db.select().from(rectReport).where(eq(rectReport.id, id)).get() ?? null
}

/** The number of the next report of a kind; reports over several programmes count together. */
export function nextReportVersion(db: ReadDb, programId: string | null, kind: string): number {
  return selectNumber(db, 'SELECT coalesce(max(version), 0) + 1 FROM rect_report WHERE program_id IS ? AND kind = ?', [
    programId,
    kind,
  ])
}

export function insertReport(db: WriteDb, row: RectReportRow): void {
  insertRow(db, rectReport, row)
}

/** Takes away that a report was sent; one with its text stays, as the store itself sees to. */
export function deleteReport(db: WriteDb, id: string): void {
  db.delete(rectReport).where(eq(rectReport.id, id)).run()
}

/** The letters of a finding, the newest first. */
export function readLetters(db: ReadDb, findingId: string): RectLetterRow[] {
  return db
    .select()
    .from(rectLetter)
    .where(eq(rectLetter.findingId, findingId))
    .orderBy(desc(rectLetter.issuedOn), desc(rectLetter.id))
    .all()
}

export function insertLetter(db: WriteDb, row: RectLetterRow): void {
  insertRow(db, rectLetter, row)
}
