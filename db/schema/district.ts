import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sampleIndex } from './sample-index'

const isSample = integer('is_sample', { mode: 'boolean' }).notNull()

/** 责任单位: a bureau that reports to this district office. */
export const unit = sqliteTable(
  'unit',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** JSON array of other names that mean this unit. */
    aliases: text('aliases', { mode: 'json' }).$type<readonly string[]>().notNull(),
    /** 考核对象类别 1 to 4. */
    category: integer('category').notNull(),
    contact: text('contact').notNull(),
    phone: text('phone').notNull(),
    /** 自愿参加: it may take part and is not missed when it does not report. */
    isOptional: integer('is_optional', { mode: 'boolean' }).notNull(),
    position: integer('position').notNull(),
    remark: text('remark').notNull(),
    /** The day from which it no longer reports. */
    leftOn: text('left_on'),
    isSample,
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [uniqueIndex('unit_name').on(table.name), index('unit_category').on(table.category, table.position)],
)

/** A reporting period: until when, and how far the office is with it. */
export const reportPeriod = sqliteTable('report_period', {
  /** `2022Q3` or `2022-09`. */
  id: text('id').primaryKey(),
  dueOn: text('due_on').notNull(),
  /** Objections are taken for so many working days after 试公布. */
  objectionWorkdays: integer('objection_workdays').notNull(),
  /** Verdicts and returns are closed; null while open. */
  lockedOn: text('locked_on'),
  lockedBy: text('locked_by').notNull(),
  /** Why it was opened again, the last time. */
  reopenReason: text('reopen_reason').notNull(),
  /** Schemes by category as they were when it was locked: closed periods keep their rule. JSON object category → rule document id. */
  schemes: text('schemes', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
  isSample,
})

/** One edition of what a unit reported for a period. The newest one that is not returned counts. */
export const submission = sqliteTable(
  'submission',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => unit.id),
    period: text('period').notNull(),
    edition: integer('edition').notNull(),
    /** package or table (来源=表格). */
    source: text('source').notNull(),
    /** The day it came in: what 按时 and 迟报 are told from. */
    receivedOn: text('received_on').notNull(),
    receivedAt: text('received_at').notNull(),
    receivedBy: text('received_by').notNull(),
    fileName: text('file_name').notNull(),
    /** The file as it came, kept as an attachment. */
    sha256: text('sha256').notNull(),
    checkCode: text('check_code').notNull(),
    /** trusted, unsigned, or table. */
    signature: text('signature').notNull(),
    receivedId: text('received_id'),
    isNil: integer('is_nil', { mode: 'boolean' }).notNull(),
    asOf: text('as_of').notNull(),
    lineCount: integer('line_count').notNull(),
    /** JSON of the summary payload, with every field that this version does not know. */
    content: text('content').notNull(),
    /** 退回重报: the day and why. */
    returnedOn: text('returned_on'),
    returnReason: text('return_reason').notNull(),
    /** 核验完毕. */
    reviewedOn: text('reviewed_on'),
    reviewedBy: text('reviewed_by').notNull(),
    isSample,
  },
  (table) => [
    sampleIndex('submission', table.id),
    uniqueIndex('submission_once').on(table.unitId, table.period, table.edition),
    index('submission_period').on(table.period),
  ],
)

/** 核定 of one line, kept beside what was reported; holds for later editions too while they report the same. */
export const lineVerdict = sqliteTable(
  'line_verdict',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => unit.id),
    period: text('period').notNull(),
    lineKey: text('line_key').notNull(),
    verdict: text('verdict').notNull(),
    approved: text('approved'),
    reason: text('reason').notNull(),
    /** What stood in the line when it was decided, so that a later edition shows whether it still fits. */
    reported: text('reported'),
    decidedBy: text('decided_by').notNull(),
    decidedOn: text('decided_on').notNull(),
    isSample,
  },
  (table) => [
    sampleIndex('line_verdict', table.id),
    uniqueIndex('line_verdict_once').on(table.unitId, table.period, table.lineKey),
  ],
)

/** What a person decided about something the checks found. */
export const checkDecision = sqliteTable(
  'check_decision',
  {
    id: text('id').primaryKey(),
    period: text('period').notNull(),
    /** The finding's own key: code, units and lines. */
    checkKey: text('check_key').notNull(),
    /** adopted, dismissed or, of one enterprise in two units, first, second, shared or split. */
    decision: text('decision').notNull(),
    reason: text('reason').notNull(),
    decidedBy: text('decided_by').notNull(),
    decidedOn: text('decided_on').notNull(),
    isSample,
  },
  (table) => [uniqueIndex('check_decision_once').on(table.period, table.checkKey)],
)

/** A figure that the district gives a unit, e.g. 配合 18 分; the newest up to the day counts. */
export const unitFigure = sqliteTable(
  'unit_figure',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => unit.id),
    year: integer('year').notNull(),
    componentId: text('component_id').notNull(),
    value: text('value').notNull(),
    docRef: text('doc_ref').notNull(),
    givenOn: text('given_on').notNull(),
    givenBy: text('given_by').notNull(),
    isSample,
  },
  (table) => [uniqueIndex('unit_figure_once').on(table.unitId, table.year, table.componentId, table.givenOn)],
)

/** 一票否决 and 不得评先: a recorded act of a unit. */
export const unitVeto = sqliteTable(
  'unit_veto',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => unit.id),
    year: integer('year').notNull(),
    /** Id of the veto in the scheme or the award plan. */
    vetoId: text('veto_id').notNull(),
    happenedOn: text('happened_on').notNull(),
    reason: text('reason').notNull(),
    docRef: text('doc_ref').notNull(),
    recordedBy: text('recorded_by').notNull(),
    isSample,
  },
  (table) => [index('unit_veto_unit').on(table.unitId, table.year)],
)

/** A published ranking, frozen; a correction is the next version. */
export const publication = sqliteTable(
  'publication',
  {
    id: text('id').primaryKey(),
    period: text('period').notNull(),
    version: integer('version').notNull(),
    /** trial (试公布) or final (发布). */
    kind: text('kind').notNull(),
    publishedOn: text('published_on').notNull(),
    publishedBy: text('published_by').notNull(),
    objectionsUntil: text('objections_until'),
    /** What changed against the version before, and why. */
    changeNote: text('change_note').notNull(),
    checkCode: text('check_code').notNull(),
    /** JSON of `PublishedResult`. */
    content: text('content').notNull(),
    isSample,
  },
  (table) => [uniqueIndex('publication_once').on(table.period, table.version)],
)

/** 异议 of a unit, and the answer. */
export const objection = sqliteTable(
  'objection',
  {
    /** The id that the bureau gave it, so that the same objection in a later edition is the same row. */
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => unit.id),
    period: text('period').notNull(),
    lineKey: text('line_key'),
    text: text('text').notNull(),
    receivedOn: text('received_on').notNull(),
    isAccepted: integer('is_accepted', { mode: 'boolean' }),
    answer: text('answer').notNull(),
    answeredOn: text('answered_on'),
    answeredBy: text('answered_by').notNull(),
    isSample,
  },
  (table) => [index('objection_period').on(table.period)],
)
