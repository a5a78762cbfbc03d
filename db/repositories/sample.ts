import type { Store, WriteDb } from '../access'

/** Tables whose rows can be sample data, children before parents. */
const tables = [
  'objection',
  'publication',
  'unit_veto',
  'unit_figure',
  'check_decision',
  'line_verdict',
  'submission',
  'report_period',
  'unit',
  'own_objection',
  'received_package',
  'sent_package',
  'rule_document',
  'report_edit',
  'rect_letter',
  'rect_report',
  'recurrence',
  'look_back',
  'look_back_sample',
  'finding_step',
  'extension',
  'referral',
  'accountability',
  'rule_made',
  'finding_amount',
  'rect_cycle',
  'evidence',
  'finding_measure',
  'finding_point',
  'measure',
  'finding',
  'rect_program',
  'rect_role',
  'policy_told',
  'demand',
  'visit',
  'policy',
  'follow_up',
  'permit',
  'project_problem',
  'project_visit',
  'project_dispatch',
  'project',
  'revenue_tip',
  'revenue_entry',
  'attachment',
  'lead',
  'brief',
  'training_attendance',
  'training',
  'manual_score',
  'task',
  'assignment',
  'import_batch',
  'enterprise_link',
  'enterprise',
  'handover',
  'group_role',
  'person',
  'section',
] as const

/** Rows by table; `onlySample` counts those marked 示例. */
export function countRows(store: Store, onlySample: boolean): Record<string, number> {
  const where = onlySample ? ' WHERE is_sample = 1' : ''
  return Object.fromEntries(
    tables.map((table) => [
      table,
      store.connection.prepare<[], number>(`SELECT count(*) FROM ${table}${where}`).pluck().get() ?? 0,
    ]),
  )
}

const ofSampleFinding = 'finding_id IN (SELECT id FROM finding WHERE is_sample = 1)'

/** What the bureau itself wrote about findings of the sample goes with them. */
const goesWithFinding: Readonly<Partial<Record<(typeof tables)[number], string>>> = {
  recurrence: `${ofSampleFinding} OR earlier_id IN (SELECT id FROM finding WHERE is_sample = 1)`,
  look_back: ofSampleFinding,
}

/** What records of the bureau's own still refer to stays. */
const referredBy: Readonly<Partial<Record<(typeof tables)[number], string>>> = {
  rect_program: 'SELECT program_id FROM rect_report WHERE program_id IS NOT NULL UNION SELECT program_id FROM finding',
  person: `SELECT person_id FROM group_role UNION SELECT person_id FROM enterprise_link
    UNION SELECT person_id FROM visit WHERE person_id IS NOT NULL
    UNION SELECT person_id FROM rect_role
    UNION SELECT from_person_id FROM handover UNION SELECT to_person_id FROM handover`,
  section: 'SELECT section_id FROM person WHERE section_id IS NOT NULL',
  enterprise: `SELECT enterprise_id FROM enterprise_link UNION SELECT enterprise_id FROM visit
    UNION SELECT enterprise_id FROM demand UNION SELECT enterprise_id FROM policy_told
    UNION SELECT enterprise_id FROM finding WHERE enterprise_id IS NOT NULL`,
}

/** Deletes every row marked 示例; returns how many by table. People and enterprises of other records stay. */
export function deleteSample(_db: WriteDb, store: Store): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const referring = referredBy[table]
    const condition = referring === undefined ? '' : ` AND id NOT IN (${referring})`
    const isGoing = table in goesWithFinding ? `(is_sample = 1 OR ${goesWithFinding[table]})` : 'is_sample = 1'
    const changes = store.connection.prepare(`DELETE FROM ${table} WHERE ${isGoing}${condition}`).run().changes
    if (changes > 0) counts[table] = changes
  }
  return counts
}

const anySample = tables.map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE is_sample = 1)`).join(' OR ')

/** Whether any row marked 示例 is left. Tables that grow have an index of such rows. */
export function hasSample(store: Store): boolean {
  return store.connection.prepare<[], number>(`SELECT ${anySample}`).pluck().get() === 1
}
