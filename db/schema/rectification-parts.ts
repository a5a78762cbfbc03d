import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { findingId, finding, isSample, rectProgram } from './rectification'
import { person } from './registry'
import { sampleIndex } from './sample-index'

/** 整改金额 by treatment: money in 分, or another unit as exact decimal text. */
export const findingAmount = sqliteTable(
  'finding_amount',
  {
    id: text('id').primaryKey(),
    findingId: findingId(),
    treatment: text('treatment').notNull(),
    /** '' = money. */
    unit: text('unit').notNull(),
    /** Unit: 分. */
    requiredFen: integer('required_fen'),
    doneFen: integer('done_fen'),
    required: text('required'),
    done: text('done'),
    voucherNo: text('voucher_no').notNull(),
    reason: text('reason').notNull(),
    isSample,
  },
  (table) => [index('finding_amount_finding').on(table.findingId)],
)

/** 建章立制. */
export const ruleMade = sqliteTable(
  'rule_made',
  {
    id: text('id').primaryKey(),
    findingId: findingId(),
    name: text('name').notNull(),
    docNo: text('doc_no').notNull(),
    issuedOn: text('issued_on'),
    isSample,
  },
  (table) => [index('rule_made_finding').on(table.findingId)],
)

/** 追责问责. */
export const accountability = sqliteTable(
  'accountability',
  {
    id: text('id').primaryKey(),
    findingId: findingId(),
    form: text('form').notNull(),
    persons: integer('persons').notNull(),
    decidedOn: text('decided_on'),
    note: text('note').notNull(),
    isSample,
  },
  (table) => [index('accountability_finding').on(table.findingId)],
)

/** 移送处理. */
export const referral = sqliteTable(
  'referral',
  {
    id: text('id').primaryKey(),
    findingId: findingId(),
    to: text('to').notNull(),
    cases: integer('cases').notNull(),
    persons: integer('persons').notNull(),
    /** Unit: 分. */
    amount: integer('amount'),
    docNo: text('doc_no').notNull(),
    referredOn: text('referred_on').notNull(),
    isSample,
  },
  (table) => [index('referral_finding').on(table.findingId)],
)

/** 延期: asked for and decided; the old deadline is kept. */
export const extension = sqliteTable(
  'extension',
  {
    id: text('id').primaryKey(),
    findingId: findingId(),
    cycle: integer('cycle').notNull(),
    appliedOn: text('applied_on').notNull(),
    appliedBy: text('applied_by').notNull(),
    reason: text('reason').notNull(),
    oldDueOn: text('old_due_on').notNull(),
    newDueOn: text('new_due_on').notNull(),
    decision: text('decision').notNull(),
    decidedBy: text('decided_by').notNull(),
    decidedOn: text('decided_on'),
    docNo: text('doc_no').notNull(),
    isSample,
  },
  (table) => [index('extension_finding').on(table.findingId)],
)

/** From 整改中 to 销号. What a closed cycle says, the store itself keeps unchanged. */
export const rectCycle = sqliteTable(
  'rect_cycle',
  {
    id: text('id').primaryKey(),
    findingId: findingId(),
    seq: integer('seq').notNull(),
    startedOn: text('started_on'),
    dueOn: text('due_on'),
    closedOn: text('closed_on'),
    closureFormNo: text('closure_form_no').notNull(),
    reopenReason: text('reopen_reason').notNull(),
    reopenBasis: text('reopen_basis').notNull(),
    /** JSON: the 销号单 as it was signed; null while open, or closed in a ledger that was imported. */
    closureForm: text('closure_form', { mode: 'json' }).$type<unknown>(),
    isSample,
  },
  (table) => [uniqueIndex('rect_cycle_once').on(table.findingId, table.seq)],
)

/** What happened to a finding, in its order. */
export const findingStep = sqliteTable(
  'finding_step',
  {
    id: text('id').primaryKey(),
    findingId: findingId(),
    cycle: integer('cycle').notNull(),
    kind: text('kind').notNull(),
    from: text('from').notNull(),
    to: text('to').notNull(),
    on: text('on').notNull(),
    by: text('by').notNull(),
    agreedBy: text('agreed_by').notNull(),
    text: text('text').notNull(),
    docNo: text('doc_no').notNull(),
    recordedAt: text('recorded_at').notNull(),
    isSample,
  },
  (table) => [sampleIndex('finding_step', table.id), index('finding_step_finding').on(table.findingId)],
)

/** 回头看: planned, and what was found. */
export const lookBack = sqliteTable(
  'look_back',
  {
    id: text('id').primaryKey(),
    findingId: findingId(),
    plannedOn: text('planned_on').notNull(),
    sampleId: text('sample_id').references(() => lookBackSample.id),
    doneOn: text('done_on'),
    doneBy: text('done_by').notNull(),
    result: text('result'),
    note: text('note').notNull(),
    isSample,
  },
  (table) => [index('look_back_finding').on(table.findingId)],
)

/** 抽查: a draw that anyone can repeat from its seed. */
export const lookBackSample = sqliteTable('look_back_sample', {
  id: text('id').primaryKey(),
  drawnOn: text('drawn_on').notNull(),
  drawnBy: text('drawn_by').notNull(),
  seed: text('seed').notNull(),
  /** Unit: percent of the closed findings, rounded up. */
  percent: integer('percent').notNull(),
  /** JSON: ids that could be drawn, in their order, so that the draw can be repeated. */
  pool: text('pool', { mode: 'json' }).$type<readonly string[]>().notNull(),
  isSample,
})

/** 屡审屡犯: what a person decided about two findings that look alike. */
export const recurrence = sqliteTable(
  'recurrence',
  {
    id: text('id').primaryKey(),
    findingId: findingId(),
    earlierId: text('earlier_id')
      .notNull()
      .references(() => finding.id),
    isSame: integer('is_same', { mode: 'boolean' }).notNull(),
    note: text('note').notNull(),
    decidedBy: text('decided_by').notNull(),
    decidedOn: text('decided_on').notNull(),
    isSample,
  },
  (table) => [
    uniqueIndex('recurrence_once').on(table.findingId, table.earlierId),
    index('recurrence_earlier').on(table.earlierId),
  ],
)

/** A report as it was issued, or that one was sent; the store itself keeps it unchanged. */
export const rectReport = sqliteTable('rect_report', {
  id: text('id').primaryKey(),
  /** Null for a report over several programmes. */
  programId: text('program_id').references(() => rectProgram.id),
  kind: text('kind').notNull(),
  /** The periodic date that it answers; null for others. */
  dueOn: text('due_on'),
  asOf: text('as_of').notNull(),
  version: integer('version').notNull(),
  issuedOn: text('issued_on').notNull(),
  issuedBy: text('issued_by').notNull(),
  docNo: text('doc_no').notNull(),
  checkCode: text('check_code').notNull(),
  remark: text('remark').notNull(),
  /** JSON: the report as it was; null when only its sending was recorded. */
  content: text('content', { mode: 'json' }).$type<unknown>(),
  isSample,
})

/** 督办、提醒、告诫 letters that went out. */
export const rectLetter = sqliteTable(
  'rect_letter',
  {
    id: text('id').primaryKey(),
    findingId: findingId(),
    kind: text('kind').notNull(),
    docNo: text('doc_no').notNull(),
    to: text('to').notNull(),
    issuedOn: text('issued_on').notNull(),
    issuedBy: text('issued_by').notNull(),
    /** The text as it went out. */
    body: text('body').notNull(),
    isSample,
  },
  (table) => [index('rect_letter_finding').on(table.findingId)],
)

/** 整改分工: who checks, confirms and signs. */
export const rectRole = sqliteTable(
  'rect_role',
  {
    id: text('id').primaryKey(),
    role: text('role').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    isSample,
  },
  (table) => [uniqueIndex('rect_role_once').on(table.role, table.personId)],
)
