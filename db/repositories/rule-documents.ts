import { and, asc, eq } from 'drizzle-orm'
import type { IsoDate } from '../../shared/core/dates'
import type { RuleRow } from '../../shared/scoring/contract'
import type { ReadDb, WriteDb } from '../access'
import { insertRow, prepared, selectRows, updateRow } from '../prepared'
import { publication, reportPeriod } from '../schema/district'
import { ruleDocument } from '../schema/scoring'

export type RuleDocumentRow = Omit<typeof ruleDocument.$inferSelect, 'kind' | 'status' | 'source' | 'effectiveFrom'> & {
  readonly kind: RuleRow['kind']
  readonly status: RuleRow['status']
  readonly source: Exclude<RuleRow['source'], 'shipped'>
  readonly effectiveFrom: IsoDate
}

/** Every version of every rule that this store holds, oldest saved first. */
export function readRuleDocuments(db: ReadDb): RuleDocumentRow[] {
  const query = prepared(db, 'rule_document.all', () =>
    db.select().from(ruleDocument).orderBy(asc(ruleDocument.savedAt), asc(ruleDocument.id)).prepare(),
  )
  // Only the closed lists and real days are ever written.
  return query.all() as RuleDocumentRow[]
}

/** One version of a document, or null. */
export function findRuleDocument(db: ReadDb, documentId: string, version: string): RuleDocumentRow | null {
  const same = and(eq(ruleDocument.documentId, documentId), eq(ruleDocument.version, version))
  // Only the closed lists and real days are ever written.
  return (db.select().from(ruleDocument).where(same).get() as RuleDocumentRow | undefined) ?? null
}

export function readRuleDocument(db: ReadDb, id: string): RuleDocumentRow | null {
  // Only the closed lists and real days are ever written.
  return (db.select().from(ruleDocument).where(eq(ruleDocument.id, id)).get() as RuleDocumentRow | undefined) ?? null
}

export function insertRuleDocument(db: WriteDb, row: RuleDocumentRow): void {
  insertRow(db, ruleDocument, row)
}

export function updateRuleDocument(db: WriteDb, id: string, fields: Partial<RuleDocumentRow>): void {
  updateRow(db, ruleDocument, id, fields)
}

/** A published or locked period that was computed by a version of a scheme; null while none was. */
export function findPeriodUsing(db: ReadDb, documentId: string, version: string): string | null {
  const published = selectRows(
    db,
    { period: publication.period },
    `FROM publication, json_each(content, '$.categories') AS category
     WHERE json_extract(category.value, '$.scheme.id') = ? AND json_extract(category.value, '$.scheme.version') = ?
     ORDER BY period LIMIT 1`,
  )(documentId, version)
  const locked = selectRows(
    db,
    { period: reportPeriod.id },
    `FROM report_period WHERE locked_on IS NOT NULL
     AND EXISTS (SELECT 1 FROM json_each(schemes) AS kept WHERE kept.value = ?) ORDER BY id LIMIT 1`,
  )(`${documentId}@${version}`)
  return published[0]?.period ?? locked[0]?.period ?? null
}
