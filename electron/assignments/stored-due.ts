import type { AssignmentRow } from '../../db/repositories/assignments'
import type { DueReading } from '../../shared/tables/reading'

/** The stored deadline in the form the table engine gives. */
export function storedDue(row: Pick<AssignmentRow, 'dueText' | 'dueOn' | 'duePrecision' | 'dueRule'>): DueReading {
  // Both columns are only written from a DueReading.
  return {
    text: row.dueText,
    dueOn: row.dueOn as DueReading['dueOn'],
    precision: row.duePrecision as DueReading['precision'],
    rule: JSON.parse(row.dueRule) as DueReading['rule'],
  }
}
