import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { BriefUse } from '../../shared/briefs/record'
import { sampleIndex } from './sample-index'

/** 工作信息或典型案例. */
export const brief = sqliteTable(
  'brief',
  {
    id: text('id').primaryKey(),
    stream: text('stream').notNull(),
    title: text('title').notNull(),
    month: text('month').notNull(),
    submittedOn: text('submitted_on'),
    channel: text('channel').notNull(),
    characterCount: integer('character_count'),
    isAccepted: integer('is_accepted', { mode: 'boolean' }).notNull(),
    backfilledOn: text('backfilled_on'),
    batchId: text('batch_id'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
    kind: text('kind').notNull().default('brief'),
    /** The text itself. */
    body: text('body').notNull().default(''),
    /** JSON array of the further duties that the text serves. */
    uses: text('uses', { mode: 'json' }).$type<readonly BriefUse[]>().notNull().default([]),
    handler: text('handler').notNull().default(''),
    updatedAt: text('updated_at').notNull().default(''),
  },
  (table) => [sampleIndex('brief', table.id), index('brief_month').on(table.month)],
)

/** 培训. */
export const training = sqliteTable(
  'training',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    /** The planned day while `status` is `planned`. */
    heldOn: text('held_on').notNull(),
    isRequired: integer('is_required', { mode: 'boolean' }).notNull(),
    isAttended: integer('is_attended', { mode: 'boolean' }).notNull(),
    attendeeCount: integer('attendee_count'),
    batchId: text('batch_id'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
    stream: text('stream').notNull().default('investment'),
    status: text('status').notNull().default('held'),
    /** Exact decimal text. Unit: 学时. */
    hours: text('hours').notNull().default(''),
    place: text('place').notNull().default(''),
    handler: text('handler').notNull().default(''),
  },
  (table) => [index('training_held').on(table.heldOn)],
)

/** Who sat in a training, and for how long. */
export const trainingAttendance = sqliteTable(
  'training_attendance',
  {
    id: text('id').primaryKey(),
    trainingId: text('training_id')
      .notNull()
      .references(() => training.id),
    personName: text('person_name').notNull(),
    /** Exact decimal text. Unit: 学时. */
    hours: text('hours').notNull().default(''),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('training_attendance_training').on(table.trainingId)],
)
