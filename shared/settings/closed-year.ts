import { yearOf, parseIsoDate } from '../core/dates'

/** A row as the journal keeps it. */
export type JournalRow = Readonly<Record<string, unknown>>

interface Rule {
  /** The column that says which year a row belongs to: a year, a month, a period or a day. */
  readonly anchor: string
  /** What may still be recorded in a later year, as long as its own day does not lie in a closed one. */
  readonly later?: readonly string[]
}

/**
 * Which records a closed year holds fast. Records without a year of their own (people, enterprises, projects, findings)
 * go on; of them the days in `heldDays` stay.
 */
const rules: Readonly<Record<string, Rule>> = {
  assignment: { anchor: 'year' },
  brief: { anchor: 'month' },
  training: { anchor: 'held_on' },
  visit: { anchor: 'visited_on' },
  policy: {
    anchor: 'published_on',
    later: ['explainer_ready_on', 'explainer', 'sent_on', 'sent_via', 'channels', 'handler', 'remark', 'updated_at'],
  },
  policy_told: { anchor: 'told_on' },
  demand: {
    anchor: 'raised_on',
    later: [
      'transferred_on',
      'transferred_to',
      'replied_on',
      'handling',
      'is_solved',
      'solved_on',
      'satisfaction',
      'handler',
      'updated_at',
    ],
  },
  lead: {
    anchor: 'filed_on',
    later: [
      'landed_on',
      'company_name',
      'credit_code',
      'registered_capital',
      'is_registered_in_district',
      'ending',
      'ended_on',
      'ending_reason',
      'contact',
      'handler',
      'remark',
      'updated_at',
    ],
  },
  follow_up: { anchor: 'happened_on' },
  project_visit: { anchor: 'visited_on' },
  project_dispatch: { anchor: 'dispatched_on' },
  project_problem: {
    anchor: 'raised_on',
    later: ['ask_unit', 'whistled_on', 'reported_on', 'coordinated_on', 'solved_on', 'result', 'handler'],
  },
  revenue_entry: { anchor: 'booked_on', later: ['status', 'reversed_on', 'reason', 'handler', 'remark', 'updated_at'] },
  revenue_tip: {
    anchor: 'sent_on',
    later: ['handled_on', 'result', 'receipt_no', 'entry_id', 'handler', 'updated_at'],
  },
  manual_score: { anchor: 'year' },
  report_edit: { anchor: 'period' },
  rule_document: { anchor: 'year' },
  unit_figure: { anchor: 'year' },
  unit_veto: { anchor: 'year' },
}

/** Days of records that run over several years: one that lies in a closed year is neither set, changed nor taken away. */
const heldDays: Readonly<Record<string, readonly string[]>> = {
  lead: ['certified_on', 'contacted_on', 'accepted_on', 'landed_on', 'ended_on'],
  project: [
    'enter_pool_on',
    'signed_on',
    'started_on',
    'completed_on',
    'production_on',
    'full_capacity_on',
    'exited_on',
    'leave_pool_on',
  ],
  policy: ['explainer_ready_on', 'sent_on'],
  demand: ['transferred_on', 'replied_on', 'solved_on'],
  project_problem: ['whistled_on', 'reported_on', 'coordinated_on', 'solved_on'],
  permit: ['accepted_on', 'issued_on'],
  revenue_entry: ['reversed_on'],
  revenue_tip: ['handled_on'],
}

/** Tables whose rows belong to the year of another row: the column that names it, and that row's table. */
export const yearParents: Readonly<Record<string, { readonly column: string; readonly table: string }>> = {
  task: { column: 'assignment_id', table: 'assignment' },
  training_attendance: { column: 'training_id', table: 'training' },
}

/** Every table that a closed year can touch. */
export const yearTables: readonly string[] = [
  ...new Set([...Object.keys(rules), ...Object.keys(heldDays), ...Object.keys(yearParents)]),
].toSorted()

/** Records of one table hang on another's year. */
export type YearOfParent = (table: string, id: string) => number | null

function yearIn(value: unknown): number | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  const day = parseIsoDate(value)
  if (day) return yearOf(day)
  const year = /^(\d{4})(?:$|[-Q])/.exec(value)?.[1]
  return year === undefined ? null : Number(year)
}

/** The year that a row belongs to; null for one that belongs to none. */
export function yearOfRow(table: string, row: JournalRow, yearOfParent: YearOfParent): number | null {
  const parent = yearParents[table]
  if (parent) {
    const id = row[parent.column]
    return typeof id === 'string' ? yearOfParent(parent.table, id) : null
  }
  const rule = rules[table]
  return rule ? yearIn(row[rule.anchor]) : null
}

/** The closed year that a change of a row would alter; null when it alters none. */
export function closedYearOfChange(
  change: { readonly table: string; readonly before: JournalRow | null; readonly after: JournalRow | null },
  closed: ReadonlySet<number>,
  yearOfParent: YearOfParent,
): number | null {
  const { table, before, after } = change
  const columns = Object.keys(after ?? before ?? {})
  const changed = columns.filter((column) => before === null || after === null || before[column] !== after[column])
  const later = new Set(rules[table]?.later ?? [])
  const isMore = before === null || after === null || changed.some((column) => !later.has(column))
  const sides = [before, after].filter((side) => side !== null)
  const anchors = isMore ? sides.map((side) => yearOfRow(table, side, yearOfParent)) : []
  const held = new Set(heldDays[table] ?? [])
  const days = changed
    .filter((column) => held.has(column))
    .flatMap((column) => sides.map((side) => yearIn(side[column])))
  return [...anchors, ...days].find((year) => year !== null && closed.has(year)) ?? null
}
