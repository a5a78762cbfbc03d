import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sampleIndex } from './sample-index'

/** 收入事项 from the first clue to the treasury. Amounts. Unit: 分. */
export const revenueEntry = sqliteTable(
  'revenue_entry',
  {
    id: text('id').primaryKey(),
    item: text('item').notNull(),
    /** One of the eight focus areas, or other. */
    source: text('source').notNull(),
    payer: text('payer').notNull(),
    /** Normalised payer, which joins the entry to its enterprise. */
    payerKey: text('payer_key').notNull(),
    status: text('status').notNull(),
    occurredOn: text('occurred_on'),
    confirmedOn: text('confirmed_on'),
    bookedOn: text('booked_on'),
    reversedOn: text('reversed_on'),
    /** Why it was reversed or dropped. */
    reason: text('reason').notNull(),
    gross: integer('gross'),
    /** Exact decimal text. Unit: percent. */
    retainedRate: text('retained_rate'),
    /** 区留成: the only amount that the target counts. */
    districtRetained: integer('district_retained'),
    voucherNo: text('voucher_no').notNull(),
    /** 关联审计问题 in words; joined to the finding of the ledger when there is one. */
    findingText: text('finding_text').notNull(),
    findingId: text('finding_id'),
    /** Budget and spending of the row a clue was proposed from. Unit: 分. */
    budget: integer('budget'),
    spent: integer('spent'),
    handler: text('handler').notNull(),
    remark: text('remark').notNull(),
    batchId: text('batch_id'),
    sourceRow: integer('source_row'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    sampleIndex('revenue_entry', table.id),
    index('revenue_entry_booked').on(table.bookedOn, table.id),
    index('revenue_entry_updated').on(table.updatedAt, table.id),
    index('revenue_entry_voucher').on(table.voucherNo),
    index('revenue_entry_payer_key').on(table.payerKey),
  ],
)

/** 涉收入事项信息传递, in and out. */
export const revenueTip = sqliteTable(
  'revenue_tip',
  {
    id: text('id').primaryKey(),
    direction: text('direction').notNull(),
    /** 对方单位. */
    counterpart: text('counterpart').notNull(),
    content: text('content').notNull(),
    sentOn: text('sent_on').notNull(),
    /** The day by which an answer is expected. */
    answerDueOn: text('answer_due_on'),
    handledOn: text('handled_on'),
    result: text('result').notNull(),
    receiptNo: text('receipt_no').notNull(),
    /** The entry that it speaks of or led to. */
    entryId: text('entry_id').references(() => revenueEntry.id),
    handler: text('handler').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('revenue_tip_sent').on(table.sentOn, table.id), index('revenue_tip_entry').on(table.entryId)],
)
