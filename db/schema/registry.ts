import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { HandedItem } from '../../shared/registry/record'
import { sampleIndex } from './sample-index'

/** 科室. */
export const section = sqliteTable('section', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
})

/** A colleague, named by role or by name as the bureau likes; records name people by this name. */
export const person = sqliteTable('person', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  sectionId: text('section_id').references(() => section.id),
  /** 职务级别, e.g. 处级, 实职科级; '' when not known. */
  rank: text('rank').notNull().default(''),
  phone: text('phone').notNull().default(''),
  remark: text('remark').notNull().default(''),
  /** The day the person left the post; open items are handed over. */
  leftOn: text('left_on'),
})

/** 组长 and 组员 of the four groups; one person may stand in several. */
export const groupRole = sqliteTable(
  'group_role',
  {
    id: text('id').primaryKey(),
    stream: text('stream').notNull(),
    role: text('role').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [uniqueIndex('group_role_once').on(table.stream, table.role, table.personId)],
)

/** 工作交接: what went from one person to another on a day; the printed list is made from it. */
export const handover = sqliteTable('handover', {
  id: text('id').primaryKey(),
  fromPersonId: text('from_person_id')
    .notNull()
    .references(() => person.id),
  toPersonId: text('to_person_id')
    .notNull()
    .references(() => person.id),
  handedOn: text('handed_on').notNull(),
  /** JSON array of the items as they were, in the words of the list. */
  items: text('items', { mode: 'json' }).$type<readonly HandedItem[]>().notNull(),
  remark: text('remark').notNull(),
  isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
})

/** 企业: one page over all streams. */
export const enterprise = sqliteTable(
  'enterprise',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Normalised name, to find the same enterprise written differently. */
    nameKey: text('name_key').notNull(),
    creditCode: text('credit_code').notNull(),
    /** 所属街道. */
    street: text('street').notNull(),
    scale: text('scale').notNull(),
    industry: text('industry').notNull(),
    contact: text('contact').notNull(),
    phone: text('phone').notNull(),
    remark: text('remark').notNull(),
    batchId: text('batch_id'),
    sourceRow: integer('source_row'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    sampleIndex('enterprise', table.id),
    index('enterprise_name_key').on(table.nameKey),
    index('enterprise_credit_code').on(table.creditCode),
    index('enterprise_name').on(table.name, table.id),
  ],
)

/** 包联: which 包联干部 looks after which enterprise, from when to when. */
export const enterpriseLink = sqliteTable(
  'enterprise_link',
  {
    id: text('id').primaryKey(),
    enterpriseId: text('enterprise_id')
      .notNull()
      .references(() => enterprise.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    startedOn: text('started_on'),
    endedOn: text('ended_on'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    sampleIndex('enterprise_link', table.id),
    index('enterprise_link_enterprise').on(table.enterpriseId),
    index('enterprise_link_person').on(table.personId),
  ],
)
