import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Declared, RateRule, RectClocks, StatusWord } from '../../shared/rectification/record'
import { attachment } from './attachments'
import { knownBoolean } from './known-boolean'
import { sampleIndex } from './sample-index'

export const isSample = integer('is_sample', { mode: 'boolean' }).notNull()

/** 整改来源: one audit report or one inspection, with its own clocks, words and way of counting. */
export const rectProgram = sqliteTable('rect_program', {
  id: text('id').primaryKey(),
  source: text('source').notNull(),
  level: text('level').notNull(),
  title: text('title').notNull(),
  docNo: text('doc_no').notNull(),
  auditee: text('auditee').notNull(),
  originYears: text('origin_years').notNull(),
  feedbackOn: text('feedback_on'),
  reportToUnit: text('report_to_unit').notNull(),
  reportCycleMonths: integer('report_cycle_months'),
  clocks: text('clocks', { mode: 'json' }).$type<RectClocks>().notNull(),
  vocabulary: text('vocabulary', { mode: 'json' }).$type<readonly StatusWord[]>().notNull(),
  rateRule: text('rate_rule', { mode: 'json' }).$type<RateRule>().notNull(),
  levelNames: text('level_names', { mode: 'json' })
    .$type<{ readonly aspect: string; readonly keyIssue: string }>()
    .notNull(),
  declared: text('declared', { mode: 'json' }).$type<Declared>().notNull(),
  /** The notice as it was pasted, for the self-check; '' when there is none. */
  noticeText: text('notice_text').notNull(),
  remark: text('remark').notNull(),
  batchId: text('batch_id'),
  isSample,
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

/** 问题. Where it stands is written by steps (or an import) alone. */
export const finding = sqliteTable(
  'finding',
  {
    id: text('id').primaryKey(),
    programId: text('program_id')
      .notNull()
      .references(() => rectProgram.id),
    position: integer('position').notNull(),
    no: text('no').notNull(),
    kind: text('kind').notNull(),
    aspect: text('aspect').notNull(),
    keyIssue: text('key_issue').notNull(),
    category: text('category').notNull(),
    title: text('title').notNull(),
    detail: text('detail').notNull(),
    auditee: text('auditee').notNull(),
    /** Unit: 分. */
    amount: integer('amount'),
    amountClass: text('amount_class'),
    legalBasis: text('legal_basis').notNull(),
    auditSuggestion: text('audit_suggestion').notNull(),
    isRecurrence: knownBoolean('is_recurrence'),
    rectType: text('rect_type'),
    leader: text('leader').notNull(),
    leadUnit: text('lead_unit').notNull(),
    units: text('units').notNull(),
    handler: text('handler').notNull(),
    dueOn: text('due_on'),
    originalDueOn: text('original_due_on'),
    standard: text('standard').notNull(),
    progress: text('progress').notNull(),
    result: text('result').notNull(),
    reasonNotDone: text('reason_not_done').notNull(),
    nextStep: text('next_step').notNull(),
    mechanism: text('mechanism').notNull(),
    evidenceText: text('evidence_text').notNull(),
    isPublic: knownBoolean('is_public'),
    projectId: text('project_id'),
    enterpriseId: text('enterprise_id'),
    remark: text('remark').notNull(),
    state: text('state').notNull(),
    status: text('status').notNull(),
    statusLabel: text('status_label').notNull(),
    extensionCount: integer('extension_count').notNull(),
    cycle: integer('cycle').notNull(),
    reopenCount: integer('reopen_count').notNull(),
    returnCount: integer('return_count').notNull(),
    submittedOn: text('submitted_on'),
    submittedBy: text('submitted_by').notNull(),
    proposedState: text('proposed_state'),
    proposedBy: text('proposed_by').notNull(),
    determinedBy: text('determined_by').notNull(),
    determinedOn: text('determined_on'),
    closedOn: text('closed_on'),
    closedBy: text('closed_by').notNull(),
    closureFormNo: text('closure_form_no').notNull(),
    batchId: text('batch_id'),
    sourceRow: integer('source_row'),
    isSample,
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    sampleIndex('finding', table.id),
    // Wide, so that filters, counts and orders of the lists are answered without reading whole rows.
    index('finding_program').on(
      table.programId,
      table.position,
      table.id,
      table.state,
      table.status,
      table.statusLabel,
      table.dueOn,
      table.leadUnit,
      table.handler,
      table.leader,
      table.amount,
    ),
    index('finding_due').on(table.dueOn, table.id),
    index('finding_updated').on(table.updatedAt, table.id),
    index('finding_state').on(table.state),
    index('finding_handler').on(table.handler),
    index('finding_project').on(table.projectId),
    index('finding_enterprise').on(table.enterpriseId),
  ],
)

export const findingId = () =>
  text('finding_id')
    .notNull()
    .references(() => finding.id)

/** 问题表现 and 条. */
export const findingPoint = sqliteTable(
  'finding_point',
  {
    id: text('id').primaryKey(),
    findingId: findingId(),
    parentId: text('parent_id'),
    position: integer('position').notNull(),
    no: text('no').notNull(),
    text: text('text').notNull(),
    isSample,
  },
  (table) => [index('finding_point_finding').on(table.findingId)],
)

/** 整改措施; which findings it serves stands in `finding_measure`. */
export const measure = sqliteTable(
  'measure',
  {
    id: text('id').primaryKey(),
    programId: text('program_id')
      .notNull()
      .references(() => rectProgram.id),
    text: text('text').notNull(),
    leader: text('leader').notNull(),
    unit: text('unit').notNull(),
    handler: text('handler').notNull(),
    dueOn: text('due_on'),
    justification: text('justification').notNull(),
    status: text('status').notNull(),
    doneOn: text('done_on'),
    doneBy: text('done_by').notNull(),
    result: text('result').notNull(),
    verifiedBy: text('verified_by').notNull(),
    verifiedOn: text('verified_on'),
    batchId: text('batch_id'),
    sourceRow: integer('source_row'),
    isSample,
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [sampleIndex('measure', table.id), index('measure_program').on(table.programId)],
)

export const findingMeasure = sqliteTable(
  'finding_measure',
  {
    id: text('id').primaryKey(),
    findingId: findingId(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measure.id),
    /** Number of the measure within the finding, from 1. */
    position: integer('position').notNull(),
    isSample,
  },
  (table) => [
    sampleIndex('finding_measure', table.id),
    uniqueIndex('finding_measure_once').on(table.findingId, table.measureId),
    index('finding_measure_measure').on(table.measureId),
  ],
)

/** What a file of `attachment` proves, and of which measure. */
export const evidence = sqliteTable(
  'evidence',
  {
    id: text('id').primaryKey(),
    findingId: findingId(),
    measureId: text('measure_id').references(() => measure.id),
    attachmentId: text('attachment_id')
      .notNull()
      .references(() => attachment.id),
    kind: text('kind').notNull(),
    note: text('note').notNull(),
    cycle: integer('cycle').notNull(),
    isSample,
  },
  (table) => [
    sampleIndex('evidence', table.id),
    index('evidence_finding').on(table.findingId),
    index('evidence_measure').on(table.measureId),
  ],
)
