import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { knownBoolean } from './known-boolean'
import { enterprise, person } from './registry'
import { sampleIndex } from './sample-index'

/** 惠企政策; the day it is due is counted from `publishedOn` and never stored. */
export const policy = sqliteTable(
  'policy',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    docNo: text('doc_no').notNull(),
    issuer: text('issuer').notNull(),
    publishedOn: text('published_on').notNull(),
    /** 政策解读 finished. */
    explainerReadyOn: text('explainer_ready_on'),
    explainer: text('explainer').notNull(),
    /** 报送 of policy and explainer. */
    sentOn: text('sent_on'),
    sentVia: text('sent_via').notNull(),
    /** Where it was published: 津策通, 政务大厅 … */
    channels: text('channels', { mode: 'json' }).$type<readonly string[]>().notNull(),
    handler: text('handler').notNull(),
    remark: text('remark').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('policy_published').on(table.publishedOn)],
)

/** Which enterprise was told of which policy, and when. */
export const policyTold = sqliteTable(
  'policy_told',
  {
    id: text('id').primaryKey(),
    policyId: text('policy_id')
      .notNull()
      .references(() => policy.id),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprise.id),
    toldOn: text('told_on').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    uniqueIndex('policy_told_once').on(table.policyId, table.enterpriseId),
    index('policy_told_enterprise').on(table.enterpriseId),
  ],
)

/** 走访包联企业. */
export const visit = sqliteTable(
  'visit',
  {
    id: text('id').primaryKey(),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprise.id),
    /** 包联干部 who visited; null when only other visitors are named. */
    personId: text('person_id').references(() => person.id),
    visitedOn: text('visited_on').notNull(),
    mode: text('mode').notNull(),
    /** Others who went along. */
    visitors: text('visitors').notNull(),
    topics: text('topics').notNull(),
    batchId: text('batch_id'),
    sourceRow: integer('source_row'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    sampleIndex('visit', table.id),
    index('visit_on').on(table.visitedOn, table.id),
    index('visit_enterprise').on(table.enterpriseId, table.visitedOn),
    index('visit_person').on(table.personId),
  ],
)

/** 企业诉求: 1天转办, 3天答复; rates are computed. */
export const demand = sqliteTable(
  'demand',
  {
    id: text('id').primaryKey(),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprise.id),
    /** The visit on which it was raised, if any. */
    visitId: text('visit_id').references(() => visit.id),
    text: text('text').notNull(),
    raisedOn: text('raised_on').notNull(),
    transferredOn: text('transferred_on'),
    transferredTo: text('transferred_to').notNull(),
    repliedOn: text('replied_on'),
    /** 办理情况. */
    handling: text('handling').notNull(),
    isSolved: knownBoolean('is_solved'),
    solvedOn: text('solved_on'),
    /** 满意度: satisfied, fair or dissatisfied; null when not asked. */
    satisfaction: text('satisfaction'),
    handler: text('handler').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    sampleIndex('demand', table.id),
    index('demand_enterprise').on(table.enterpriseId),
    index('demand_visit').on(table.visitId),
    index('demand_raised').on(table.raisedOn),
  ],
)
