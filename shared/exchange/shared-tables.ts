import type { StoredValue } from './operation'

/** A row by column name. */
export type RowValues = Readonly<Record<string, StoredValue>>

/** How the rows of one table are merged between the PCs of a bureau. */
export interface SharedTable {
  /** Columns that say one thing together: they are always taken from the same edit. The first one names them. */
  readonly together?: readonly (readonly string[])[]
  /** Columns about which two PCs may differ without anybody having to decide: the later edit stands. */
  readonly quiet?: readonly string[]
  /** What is signed: the column whose value signs the row ('' = every row), and what the store then never changes. */
  readonly seal?: { readonly by: string; readonly columns: readonly string[] | 'all' }
  /** Whether a row belongs to this PC alone. */
  readonly staysHere?: (row: RowValues) => boolean
}

/** When and from which row of which file something came: two imports of one table differ in nothing else. */
const quietEverywhere: ReadonlySet<string> = new Set([
  'batch_id',
  'created_at',
  'source_row',
  'source_sheet',
  'updated_at',
])

const plain: SharedTable = {}

/** Packages between our own PCs, and keys: each PC has its own of them. */
const betweenPcs: NonNullable<SharedTable['staysHere']> = (row) =>
  row['kind'] === 'colleague' || row['kind'] === 'identity'

/** Tables that travel between the PCs of a bureau. Every table of the store is here or in `keptTables`. */
export const sharedTables: Readonly<Record<string, SharedTable>> = {
  accountability: plain,
  assignment: plain,
  attachment: plain,
  brief: { together: [['body', 'character_count']] },
  calendar_year: plain,
  closed_year: { together: [['results', 'closed_on', 'closed_by', 'closed_at']] },
  check_decision: { together: [['decision', 'reason', 'decided_by', 'decided_on']] },
  conflict_decision: plain,
  demand: plain,
  enterprise: { together: [['name', 'name_key']] },
  enterprise_link: plain,
  evidence: plain,
  extension: { together: [['decision', 'decided_by', 'decided_on']] },
  finding: {
    together: [
      [
        'status',
        'state',
        'status_label',
        'cycle',
        'reopen_count',
        'return_count',
        'extension_count',
        'submitted_on',
        'submitted_by',
        'proposed_state',
        'proposed_by',
        'determined_by',
        'determined_on',
        'closed_on',
        'closed_by',
        'closure_form_no',
      ],
    ],
  },
  finding_amount: plain,
  finding_measure: plain,
  finding_point: plain,
  finding_step: { quiet: ['recorded_at'] },
  follow_up: plain,
  group_role: plain,
  handover: plain,
  import_batch: plain,
  lead: {
    together: [
      ['investor_name', 'investor_key'],
      ['ending', 'ended_on', 'ending_reason'],
    ],
  },
  line_verdict: { together: [['verdict', 'approved', 'reason', 'reported', 'decided_by', 'decided_on']] },
  look_back: { together: [['result', 'done_on', 'done_by', 'note']] },
  look_back_sample: plain,
  manual_score: plain,
  measure: { together: [['status', 'done_on', 'done_by', 'verified_by', 'verified_on']] },
  objection: { together: [['is_accepted', 'answer', 'answered_on', 'answered_by']] },
  own_objection: { together: [['is_accepted', 'answer', 'answered_on']] },
  permit: plain,
  person: plain,
  policy: plain,
  policy_told: plain,
  preference: { staysHere: ({ id }) => !/^(clock\.|investment\.platformOpenOn$)/.test(String(id)) },
  project: {
    together: [
      ['owner', 'owner_key'],
      ['exit', 'exited_on', 'exit_reason'],
      ['leave_pool_on', 'leave_reason'],
    ],
  },
  project_dispatch: plain,
  project_problem: plain,
  project_visit: plain,
  publication: { seal: { by: '', columns: 'all' } },
  received_package: { staysHere: betweenPcs },
  rect_cycle: {
    together: [['closed_on', 'closure_form_no', 'closure_form']],
    seal: {
      by: 'closure_form',
      columns: ['id', 'finding_id', 'seq', 'started_on', 'due_on', 'closed_on', 'closure_form_no', 'closure_form'],
    },
  },
  rect_letter: {
    seal: { by: '', columns: ['id', 'finding_id', 'kind', 'doc_no', 'to', 'issued_on', 'issued_by', 'body'] },
  },
  rect_program: plain,
  rect_report: {
    seal: {
      by: 'content',
      columns: ['id', 'program_id', 'kind', 'due_on', 'as_of', 'version', 'issued_on', 'check_code', 'content'],
    },
  },
  rect_role: plain,
  recurrence: { together: [['is_same', 'note', 'decided_by', 'decided_on']] },
  referral: plain,
  report_edit: { together: [['value', 'reason', 'edited_by', 'edited_at']] },
  report_period: { together: [['locked_on', 'locked_by', 'reopen_reason', 'schemes']] },
  revenue_entry: {
    together: [
      ['status', 'confirmed_on', 'booked_on', 'reversed_on', 'reason'],
      ['payer', 'payer_key'],
    ],
  },
  revenue_tip: plain,
  rule_document: plain,
  rule_made: plain,
  section: plain,
  sent_package: { seal: { by: '', columns: 'all' }, staysHere: betweenPcs },
  submission: {
    together: [
      ['returned_on', 'return_reason'],
      ['reviewed_on', 'reviewed_by'],
    ],
  },
  task: {
    together: [
      ['returned_on', 'return_reason'],
      ['cancelled_on', 'cancel_reason'],
    ],
  },
  training: plain,
  training_attendance: plain,
  unit: plain,
  unit_figure: plain,
  unit_veto: plain,
  visit: plain,
}

/** Tables that stay on their PC, and why. */
export const keptTables: Readonly<Record<string, string>> = {
  account: 'who signs in on this computer, with PINs that never leave it',
  bureau: 'each PC names the bureau itself, and packages of another bureau are refused by it',
  saved_view: 'a view is how one person looks at a list',
  table_mapping: 'learnt from the files that this PC reads; asked once wherever it is needed',
  trusted_key: 'whom to trust is compared by the person who sits here',
  search_entry: 'made from the records',
  journal_entry: 'what this PC did, as a chain of its own',
  journal_change: 'what this PC did, as a chain of its own',
  journal_operation: 'travels as the package itself',
  journal_device: 'what this PC knows of the others',
  journal_conflict: 'found again from the operations',
}

/** The rules of a table; null for one that does not travel or is not known here. */
export function sharedTableOf(name: string): SharedTable | null {
  return Object.hasOwn(sharedTables, name) ? (sharedTables[name] ?? null) : null
}

/** The columns that are always taken from the same edit as this one, itself included. */
export function columnsWith(table: SharedTable, column: string): readonly string[] {
  return table.together?.find((columns) => columns.includes(column)) ?? [column]
}

/** Whether two values of the column need no decision. */
export function isQuiet(table: SharedTable, column: string): boolean {
  return quietEverywhere.has(column) || (table.quiet?.includes(column) ?? false)
}

/** Whether the row, as it stands, is signed for good. */
export function isSealed(table: SharedTable, row: RowValues): boolean {
  if (!table.seal || row['is_sample'] === 1) return false
  return table.seal.by === '' || (row[table.seal.by] ?? null) !== null
}
