import type { SearchKind } from '../shared/search/contract'

export interface SearchedTable {
  readonly table: string
  /** SQL of the title over the row `r`. */
  readonly title: string
  /** Columns whose texts are searched beside the title. */
  readonly columns: readonly string[]
}

/** Which texts of which table can be found. */
export const searchedTables: Readonly<Record<SearchKind, SearchedTable>> = {
  lead: {
    table: 'lead',
    title: "coalesce(nullif(r.title, ''), r.investor_name)",
    columns: [
      'investor_name',
      'investor_region',
      'investor_profile',
      'intention',
      'expected_benefit',
      'construction_plan',
      'platform_no',
      'oa_reference',
      'company_name',
      'credit_code',
      'source_person',
      'contact',
      'accepted_by',
      'handler',
      'remark',
    ],
  },
  followUp: { table: 'follow_up', title: "''", columns: ['way', 'text'] },
  project: {
    table: 'project',
    title: 'r.name',
    columns: [
      'owner',
      'content',
      'industry',
      'site',
      'permit_text',
      'physical_progress',
      'problem_text',
      'coordination_text',
      'leader_sponsor',
      'steward',
      'task_team',
      'contact',
      'handler',
      'remark',
    ],
  },
  projectProblem: { table: 'project_problem', title: "''", columns: ['text', 'ask_unit', 'result', 'handler'] },
  projectVisit: { table: 'project_visit', title: "''", columns: ['visitors', 'topics', 'result'] },
  policy: { table: 'policy', title: 'r.title', columns: ['doc_no', 'issuer', 'explainer', 'handler', 'remark'] },
  visit: { table: 'visit', title: "''", columns: ['visitors', 'topics'] },
  demand: { table: 'demand', title: "''", columns: ['text', 'transferred_to', 'handling', 'handler'] },
  brief: { table: 'brief', title: 'r.title', columns: ['body', 'channel', 'handler'] },
  training: { table: 'training', title: 'r.title', columns: ['place', 'handler'] },
  revenueEntry: {
    table: 'revenue_entry',
    title: 'r.item',
    columns: ['payer', 'voucher_no', 'finding_text', 'reason', 'handler', 'remark'],
  },
  revenueTip: { table: 'revenue_tip', title: 'r.counterpart', columns: ['content', 'result', 'receipt_no', 'handler'] },
  finding: {
    table: 'finding',
    title: 'r.title',
    columns: [
      'no',
      'detail',
      'aspect',
      'key_issue',
      'category',
      'auditee',
      'leader',
      'lead_unit',
      'units',
      'handler',
      'standard',
      'progress',
      'result',
      'mechanism',
      'closure_form_no',
      'remark',
    ],
  },
  measure: {
    table: 'measure',
    title: "''",
    columns: ['text', 'leader', 'unit', 'handler', 'result'],
  },
  rectProgram: {
    table: 'rect_program',
    title: 'r.title',
    columns: ['doc_no', 'auditee', 'level', 'origin_years', 'report_to_unit', 'remark'],
  },
  assignment: {
    table: 'assignment',
    title: 'r.task_name',
    columns: [
      'item_code',
      'indicator',
      'target_text',
      'lead_unit',
      'responsible_unit',
      'support_units',
      'responsible_leader',
      'due_text',
      'handler',
      'progress_text',
      'remark',
    ],
  },
  person: { table: 'person', title: 'r.name', columns: ['rank', 'phone', 'remark'] },
  enterprise: {
    table: 'enterprise',
    title: 'r.name',
    columns: ['credit_code', 'street', 'scale', 'industry', 'contact', 'phone', 'remark'],
  },
  attachment: { table: 'attachment', title: 'r.file_name', columns: [] },
}
