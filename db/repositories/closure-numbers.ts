import { sql } from 'drizzle-orm'
import type { ReadDb } from '../access'

/** Every number that a 对账销号单 bears or bore, those of imported ledgers among them. */
export function readClosureNumbers(db: ReadDb): string[] {
  return db
    .all<{ readonly no: string }>(
      sql`SELECT closure_form_no AS no FROM rect_cycle WHERE closure_form_no <> ''
        UNION SELECT closure_form_no FROM finding WHERE closure_form_no <> ''`,
    )
    .map(({ no }) => no)
}
