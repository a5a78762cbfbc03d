import type { Database } from 'better-sqlite3'
import type { Stream } from '../../shared/core/schemas'
import { searchKinds, type SearchKind } from '../../shared/search/contract'

/** What a record without a title of its own is called and where it opens. */
export interface HitOwner {
  readonly title: string
  readonly on: string | null
  readonly kind: SearchKind
  readonly recordId: string
  readonly stream: Stream | null
}

const owners: Partial<Record<SearchKind, string>> = {
  followUp: `SELECT coalesce(nullif(o.title, ''), o.investor_name) AS title, r.happened_on AS "on", 'lead' AS kind, o.id AS recordId, NULL AS stream
    FROM follow_up r JOIN lead o ON o.id = r.lead_id WHERE r.id = ?`,
  projectProblem: `SELECT o.name AS title, r.raised_on AS "on", 'project' AS kind, o.id AS recordId, NULL AS stream
    FROM project_problem r JOIN project o ON o.id = r.project_id WHERE r.id = ?`,
  projectVisit: `SELECT o.name AS title, r.visited_on AS "on", 'project' AS kind, o.id AS recordId, NULL AS stream
    FROM project_visit r JOIN project o ON o.id = r.project_id WHERE r.id = ?`,
  visit: `SELECT o.name AS title, r.visited_on AS "on", 'visit' AS kind, r.id AS recordId, NULL AS stream
    FROM visit r JOIN enterprise o ON o.id = r.enterprise_id WHERE r.id = ?`,
  demand: `SELECT o.name AS title, r.raised_on AS "on", 'demand' AS kind, r.id AS recordId, NULL AS stream
    FROM demand r JOIN enterprise o ON o.id = r.enterprise_id WHERE r.id = ?`,
  // A measure may serve several findings; it opens the first.
  measure: `SELECT o.title AS title, r.due_on AS "on", 'finding' AS kind, o.id AS recordId, NULL AS stream
    FROM measure r JOIN finding_measure l ON l.measure_id = r.id JOIN finding o ON o.id = l.finding_id
    WHERE r.id = ? ORDER BY l.rowid LIMIT 1`,
  brief: `SELECT title, NULL AS "on", 'brief' AS kind, id AS recordId, stream FROM brief WHERE id = ?`,
  training: `SELECT title, NULL AS "on", 'training' AS kind, id AS recordId, stream FROM training WHERE id = ?`,
}

/** The record that a hit is part of or named by; null where the hit stands for itself. */
export function readHitOwner(connection: Database, kind: SearchKind, recordId: string): HitOwner | null {
  const sql = owners[kind]
  if (sql) return connection.prepare<[string], HitOwner>(sql).get(recordId) ?? null
  if (kind !== 'attachment') return null
  const places = searchKinds.map(() => '?').join(', ')
  return (
    connection
      .prepare<unknown[], HitOwner>(
        `SELECT e.title, NULL AS "on", e.kind, e.record_id AS recordId, NULL AS stream FROM attachment a
           JOIN search_entry e ON e.record_id = a.record_id AND e.kind IN (${places}) WHERE a.id = ?`,
      )
      .get(...searchKinds, recordId) ?? null
  )
}
