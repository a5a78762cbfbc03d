/** error: cannot stand · warning: may stand, a person should look · unknown: cannot be told yet (待确认). */
export type CheckSeverity = 'error' | 'warning' | 'unknown'

/** One result of checking a record. A rule is never a sentence: the room's terms have those. */
export interface CheckResult<Rule extends string, Field extends string> {
  readonly rule: Rule
  readonly severity: CheckSeverity
  /** The field it stands beside; null when the whole record is meant. */
  readonly field: Field | null
  readonly params: Readonly<Record<string, string | number>>
}
