import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sampleIndex } from './sample-index'

/** One row of the district's 任务分解表. Columns above the line are the district's, below it the bureau's. */
export const assignment = sqliteTable(
  'assignment',
  {
    id: text('id').primaryKey(),
    batchId: text('batch_id').notNull(),
    sourceSheet: text('source_sheet').notNull(),
    /** Excel row number. */
    sourceRow: integer('source_row').notNull(),
    year: integer('year').notNull(),
    /** The unit in district mode; '' in a bureau's own store, where every row is its own. */
    unitKey: text('unit_key').notNull(),
    /** Task number, or normalised task and indicator where the district sends none. */
    itemKey: text('item_key').notNull(),
    itemCode: text('item_code').notNull(),
    stream: text('stream'),
    taskName: text('task_name').notNull(),
    indicator: text('indicator').notNull(),
    /** Exact decimals in `unit`; null where the table gives no number. */
    target: text('target'),
    targetFirstQuarter: text('target_first_quarter'),
    targetFirstHalf: text('target_first_half'),
    targetThreeQuarters: text('target_three_quarters'),
    targetText: text('target_text').notNull(),
    participation: text('participation').notNull(),
    unit: text('unit').notNull(),
    leadUnit: text('lead_unit').notNull(),
    responsibleUnit: text('responsible_unit').notNull(),
    supportUnits: text('support_units').notNull(),
    responsibleLeader: text('responsible_leader').notNull(),
    dueText: text('due_text').notNull(),
    dueOn: text('due_on'),
    duePrecision: text('due_precision').notNull(),
    /** JSON of the rule read from the words. */
    dueRule: text('due_rule').notNull(),
    cycle: text('cycle').notNull(),
    reportingTime: text('reporting_time').notNull(),
    channel: text('channel').notNull(),
    remark: text('remark').notNull(),
    /** The day a re-issued table left the item out and the bureau confirmed it. */
    withdrawnOn: text('withdrawn_on'),
    // ---- owned by the bureau: a re-issued table never touches these
    handler: text('handler').notNull(),
    internalDueOn: text('internal_due_on'),
    progressText: text('progress_text').notNull(),
    actual: text('actual'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    sampleIndex('assignment', table.id),
    uniqueIndex('assignment_key').on(table.year, table.unitKey, table.itemKey),
    index('assignment_batch').on(table.batchId),
  ],
)

/** What the bureau did about one occurrence of an assignment; the occurrence itself is derived. */
export const task = sqliteTable(
  'task',
  {
    id: text('id').primaryKey(),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignment.id),
    /** Which occurrence: `2022`, `2022-03`, `2022Q1` or the day it is due. */
    occurrence: text('occurrence').notNull(),
    /** Data cut-off where it differs from the usual one. */
    dataCutoff: text('data_cutoff'),
    startedOn: text('started_on'),
    /** 送审, 审核, 签发. */
    sentForReviewOn: text('sent_for_review_on'),
    preparedBy: text('prepared_by').notNull(),
    checkedOn: text('checked_on'),
    checkedBy: text('checked_by').notNull(),
    approvedOn: text('approved_on'),
    approvedBy: text('approved_by').notNull(),
    submittedOn: text('submitted_on'),
    submittedVia: text('submitted_via').notNull(),
    /** The text that was submitted. */
    briefId: text('brief_id'),
    receivedOn: text('received_on'),
    receiptNo: text('receipt_no').notNull(),
    /** 退回; taken back to null when it is worked on again. */
    returnedOn: text('returned_on'),
    returnReason: text('return_reason').notNull(),
    cancelledOn: text('cancelled_on'),
    cancelReason: text('cancel_reason').notNull(),
    handler: text('handler').notNull(),
    remark: text('remark').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [sampleIndex('task', table.id), uniqueIndex('task_once').on(table.assignmentId, table.occurrence)],
)
