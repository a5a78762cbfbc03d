import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DispatchRow } from '../../shared/projects/record'
import { sampleIndex } from './sample-index'

/** 项目. Bands, lights and rates are computed from these facts and never stored. Amounts. Unit: 分. */
export const project = sqliteTable(
  'project',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** 建设单位. */
    owner: text('owner').notNull(),
    /** Normalised owner, which joins the project to its enterprise. */
    ownerKey: text('owner_key').notNull(),
    content: text('content').notNull(),
    industry: text('industry').notNull(),
    /** 建设地点. */
    site: text('site').notNull(),
    /** Exact decimal text. Unit: 亩. */
    landArea: text('land_area').notNull(),
    totalInvestment: integer('total_investment'),
    annualPlan: integer('annual_plan'),
    investedYtd: integer('invested_ytd'),
    investedTotal: integer('invested_total'),
    /** Why more is invested than planned in all. */
    overrunReason: text('overrun_reason').notNull(),
    stage: text('stage').notNull(),
    enterPoolOn: text('enter_pool_on'),
    plannedSign: text('planned_sign'),
    signedOn: text('signed_on'),
    plannedStart: text('planned_start'),
    startedOn: text('started_on'),
    /** Why it started without 施工许可. */
    startReason: text('start_reason').notNull(),
    plannedFinish: text('planned_finish'),
    completedOn: text('completed_on'),
    plannedProduction: text('planned_production'),
    productionOn: text('production_on'),
    plannedFullCapacity: text('planned_full_capacity'),
    fullCapacityOn: text('full_capacity_on'),
    /** 暂缓 or 终止; null while it runs. */
    exit: text('exit'),
    exitedOn: text('exited_on'),
    exitReason: text('exit_reason').notNull(),
    /** 出库: it stays in the history and in the yearly totals. */
    leavePoolOn: text('leave_pool_on'),
    leaveReason: text('leave_reason').notNull(),
    /** 手续办理情况 in words, as ledgers write it; single permits are rows of their own. */
    permitText: text('permit_text').notNull(),
    physicalProgress: text('physical_progress').notNull(),
    /** 存在问题 and 需协调事项及单位 in words, as ledgers write them. */
    problemText: text('problem_text').notNull(),
    coordinationText: text('coordination_text').notNull(),
    leaderSponsor: text('leader_sponsor').notNull(),
    steward: text('steward').notNull(),
    taskTeam: text('task_team').notNull(),
    contact: text('contact').notNull(),
    handler: text('handler').notNull(),
    isInStatistics: integer('is_in_statistics', { mode: 'boolean' }).notNull(),
    isProvincialKey: integer('is_provincial_key', { mode: 'boolean' }).notNull(),
    /** The landed lead that it came from. */
    linkedLeadId: text('linked_lead_id'),
    remark: text('remark').notNull(),
    batchId: text('batch_id'),
    sourceRow: integer('source_row'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    sampleIndex('project', table.id),
    index('project_name').on(table.name, table.id),
    index('project_updated').on(table.updatedAt, table.id),
    index('project_owner_key').on(table.ownerKey),
    index('project_lead').on(table.linkedLeadId),
  ],
)

/** 手续. */
export const permit = sqliteTable(
  'permit',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => project.id),
    kind: text('kind').notNull(),
    applicant: text('applicant').notNull(),
    acceptedOn: text('accepted_on'),
    issuedOn: text('issued_on'),
    docNo: text('doc_no').notNull(),
    /** What holds it up; '' when nothing does. */
    blocked: text('blocked').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('permit_project').on(table.projectId)],
)

/** 问题与吹哨报到: raised, whistled to a unit, answered, coordinated, solved. */
export const projectProblem = sqliteTable(
  'project_problem',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => project.id),
    text: text('text').notNull(),
    raisedOn: text('raised_on').notNull(),
    /** 需协调单位. */
    askUnit: text('ask_unit').notNull(),
    whistledOn: text('whistled_on'),
    reportedOn: text('reported_on'),
    coordinatedOn: text('coordinated_on'),
    solvedOn: text('solved_on'),
    result: text('result').notNull(),
    handler: text('handler').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('project_problem_project').on(table.projectId)],
)

/** 项目走访调研. */
export const projectVisit = sqliteTable(
  'project_visit',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => project.id),
    visitedOn: text('visited_on').notNull(),
    visitors: text('visitors').notNull(),
    topics: text('topics').notNull(),
    result: text('result').notNull(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    sampleIndex('project_visit', table.id),
    index('project_visit_project').on(table.projectId),
    index('project_visit_on').on(table.visitedOn),
  ],
)

/** 半月调度: how the projects stood on a day, so that the next sheet can say what changed. */
export const projectDispatch = sqliteTable('project_dispatch', {
  id: text('id').primaryKey(),
  dispatchedOn: text('dispatched_on').notNull(),
  rows: text('rows', { mode: 'json' }).$type<readonly DispatchRow[]>().notNull(),
  remark: text('remark').notNull(),
  isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
})
