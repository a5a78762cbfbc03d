import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, moneySchema, paragraphSchema, yearSchema } from '../core/schemas'
import { linkedFindingSchema } from '../registry/record'
import { projectRules } from './rules'
import { lights } from './lights'
import { problemStates } from './problems'
import {
  dispatchRowSchema,
  permitSchema,
  projectBands,
  projectExits,
  projectFieldsSchema,
  projectProblemSchema,
  projectRecordSchema,
  projectStages,
  projectVisitSchema,
} from './record'
import { datedStages } from './stages'
import { targetMilestones, targetScopes } from './targets'

/** A point of a project's life with its planned and actual day, and the light between them. */
export const milestoneSchema = z.object({
  stage: z.enum(datedStages),
  plannedOn: isoDateSchema.nullable(),
  actualOn: isoDateSchema.nullable(),
  /** Passed although its day was never written down. */
  isGap: z.boolean(),
  light: z.enum(lights),
  /** Unit: working days; positive = late, up to today while it is open. Null when not planned or without a day. */
  slippedWorkdays: z.number().int().nullable(),
  /** A year without 放假安排 was taken as Monday to Friday. */
  isEstimated: z.boolean(),
})

export const projectRowSchema = z.object({
  project: projectRecordSchema,
  band: z.enum(projectBands).nullable(),
  /** 亿元以上 for 「其中」 columns. */
  isAboveHundredMillion: z.boolean(),
  /** Invested this year against the year's plan, `90%`; null without a plan. */
  planRate: z.string().nullable(),
  isInPool: z.boolean(),
  /** The next milestone that is open, and its light. */
  next: milestoneSchema.nullable(),
  light: z.enum(lights),
  openProblems: z.number().int(),
  isImported: z.boolean(),
})
export type ProjectRow = z.infer<typeof projectRowSchema>

export const projectFilterSchema = z.object({
  text: z.string().max(100),
  stages: z.array(z.enum(projectStages)),
  bands: z.array(z.enum(projectBands)),
  /** Only 亿元以上. */
  isAboveHundredMillion: z.boolean(),
  /** inPool = still in the pool; left = archived; all. */
  pool: z.enum(['inPool', 'left', 'all']),
  lights: z.array(z.enum(['normal', 'near', 'overdue'])),
})
export type ProjectFilter = z.infer<typeof projectFilterSchema>

export const projectSortSchema = z.object({
  by: z.enum(['name', 'totalInvestment', 'startedOn', 'plannedFinish', 'updatedAt']),
  descending: z.boolean(),
})
export type ProjectSort = z.infer<typeof projectSortSchema>

export const bandTotalsSchema = z.object({
  band: z.enum(projectBands),
  count: z.number().int(),
  /** Of them before 开工, from 开工 to 竣工, and 竣工 or later. */
  before: z.number().int(),
  building: z.number().int(),
  finished: z.number().int(),
  totalInvestment: moneySchema,
  annualPlan: moneySchema,
  investedYtd: moneySchema,
})

export const projectDetailSchema = projectRowSchema.extend({
  milestones: z.array(milestoneSchema),
  permits: z.array(permitSchema),
  problems: z.array(
    projectProblemSchema.extend({
      state: z.enum(problemStates),
      /** The day an answer to the whistle is due; null without one. */
      replyDueOn: isoDateSchema.nullable(),
      light: z.enum(lights),
      isEstimated: z.boolean(),
    }),
  ),
  visits: z.array(projectVisitSchema),
  /** Doubts in words, e.g. more invested than planned in all. */
  checks: z.array(z.object({ rule: z.enum(projectRules), text: z.string() })),
  nextStages: z.array(z.enum(projectStages)),
  /** 竣工项目及时移出项目库: asked once it is completed and still in the pool. */
  asksToLeavePool: z.boolean(),
  lead: z.object({ id: idSchema, title: z.string() }).nullable(),
  /** Audit and inspection findings about it. */
  findings: z.array(linkedFindingSchema),
  source: z.object({ batchId: z.string(), file: z.string(), row: z.number().int() }).nullable(),
})
export type ProjectDetail = z.infer<typeof projectDetailSchema>

export const exportedFileSchema = z.object({ fileName: z.string(), fileToken: idSchema })

export const dispatchChangeSchema = dispatchRowSchema.extend({
  /** What is different from the sheet before, in words; empty when nothing is. */
  changes: z.array(z.string()),
  isNew: z.boolean(),
})

/** 抓项目: the ledger from 储备 to 出库. */
export const projectsContract = {
  'projects.list': {
    needs: 'view',
    in: z.object({
      filter: projectFilterSchema,
      sort: projectSortSchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    out: z.object({ rows: z.array(projectRowSchema), total: z.number().int(), all: z.number().int() }),
  },
  'projects.get': { needs: 'view', in: z.object({ id: idSchema }), out: projectDetailSchema },
  /** Bands with counts and amounts, in the pool or with all that left it. */
  'projects.bands': {
    needs: 'view',
    in: z.object({ year: yearSchema }),
    out: z.object({
      bands: z.array(bandTotalsSchema),
      aboveHundredMillion: z.number().int(),
      /** Without a total investment no band can be told. */
      unknown: z.number().int(),
      /** Open milestones by light, and whistles that nobody has answered in time. */
      late: z.number().int(),
      near: z.number().int(),
      lateWhistles: z.number().int(),
      /** Of all that have a plan for the year. */
      annualPlan: moneySchema,
      investedYtd: moneySchema,
      planRate: z.string().nullable(),
      planFraction: z.string().nullable(),
      /** Years without 放假安排 that the lights had to estimate. */
      estimatedYears: z.array(z.number().int()),
      /** What the district asked for, where an assignment counts projects of a band. */
      targets: z.array(
        z.object({
          assignmentId: idSchema,
          text: z.string(),
          target: z.string(),
          scope: z.enum(targetScopes),
          milestone: z.enum(targetMilestones),
          actual: z.number().int(),
        }),
      ),
    }),
  },
  /** The bureau's fields; a new project needs a name. More invested than planned in all needs a reason. */
  'projects.save': {
    needs: 'work',
    in: z.object({
      id: idSchema.nullable(),
      fields: projectFieldsSchema.partial(),
      expectedUpdatedAt: z.string().nullable(),
    }),
    out: z.object({ id: idSchema }),
  },
  /** From a landed lead, without retyping; the same lead twice gives the same project. */
  'projects.fromLead': {
    needs: 'work',
    in: z.object({ leadId: idSchema }),
    out: z.object({ id: idSchema, isNew: z.boolean() }),
  },
  /** Leads that have landed and are no project yet. */
  'projects.landedLeads': {
    needs: 'view',
    in: z.object({}),
    out: z.array(
      z.object({ id: idSchema, title: z.string(), companyName: z.string(), landedOn: isoDateSchema.nullable() }),
    ),
  },
  /** The projects of the current filter as a ledger that can be imported back unchanged. */
  'projects.export': {
    needs: 'view',
    in: z.object({ filter: projectFilterSchema, sort: projectSortSchema, folder: idSchema }),
    out: z.object({ file: exportedFileSchema, exported: z.number().int(), all: z.number().int() }),
  },
  /** Guards: days never go backwards; 开工 needs its day and 施工许可 or a reason; 竣工 needs its day. */
  'projects.moveStage': {
    needs: 'work',
    in: z.object({ id: idSchema, to: z.enum(projectStages), on: isoDateSchema, reason: paragraphSchema.default('') }),
    out: z.object({ stage: z.enum(projectStages), asksToLeavePool: z.boolean() }),
  },
  /** Fills in or corrects the day of a stage that has been reached; null forgets it. */
  'projects.setStageDay': {
    needs: 'work',
    in: z.object({ id: idSchema, stage: z.enum(datedStages), on: isoDateSchema.nullable() }),
    out: z.object({}),
  },
  /** 暂缓, 终止, or null to go on. */
  'projects.exit': {
    needs: 'work',
    in: z.object({ id: idSchema, exit: z.enum(projectExits).nullable(), on: isoDateSchema, reason: paragraphSchema }),
    out: z.object({}),
  },
  /** 出库 with a reason, or back into the pool with `on` null. */
  'projects.leavePool': {
    needs: 'work',
    in: z.object({ id: idSchema, on: isoDateSchema.nullable(), reason: paragraphSchema }),
    out: z.object({}),
  },
  'projects.remove': {
    needs: 'work',
    in: z.object({ ids: z.array(idSchema).min(1).max(500) }),
    out: z.object({ removed: z.number().int() }),
  },
  'projects.savePermit': {
    needs: 'work',
    in: permitSchema.extend({ id: idSchema.nullable() }),
    out: z.object({ id: idSchema }),
  },
  'projects.removePermit': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },
  'projects.saveProblem': {
    needs: 'work',
    in: projectProblemSchema.extend({ id: idSchema.nullable() }),
    out: z.object({ id: idSchema }),
  },
  'projects.removeProblem': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },
  /** Problems of all projects, open ones first. */
  'projects.problems': {
    needs: 'view',
    in: z.object({ state: z.enum(['open', 'solved', 'all']) }),
    out: z.array(
      z.object({
        projectName: z.string(),
        problem: projectDetailSchema.shape.problems.element,
      }),
    ),
  },
  /** Planned and actual days of every project in the pool. */
  'projects.milestones': {
    needs: 'view',
    in: z.object({}),
    out: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        stage: z.enum(projectStages),
        exit: z.enum(projectExits).nullable(),
        light: z.enum(lights),
        milestones: z.array(milestoneSchema),
      }),
    ),
  },
  'projects.saveVisit': {
    needs: 'work',
    in: projectVisitSchema.extend({ id: idSchema.nullable() }),
    out: z.object({ id: idSchema }),
  },
  'projects.removeVisit': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },
  /** 半月调度 as it would be today, or a kept sheet: each project and what changed since the sheet before. */
  'projects.dispatch': {
    needs: 'view',
    in: z.object({ sheetId: idSchema.nullable() }),
    out: z.object({
      on: isoDateSchema,
      lastOn: isoDateSchema.nullable(),
      remark: z.string(),
      rows: z.array(dispatchChangeSchema),
      sheets: z.array(z.object({ id: idSchema, on: isoDateSchema, projects: z.number().int() })),
    }),
  },
  /** Keeps today's sheet, so that the next one compares with it; a second one on the same day replaces the first. */
  'projects.keepDispatch': { needs: 'work', in: z.object({ remark: lineSchema }), out: z.object({ id: idSchema }) },
  'projects.exportDispatch': {
    needs: 'view',
    in: z.object({ sheetId: idSchema.nullable(), folder: idSchema }),
    out: z.object({ file: exportedFileSchema }),
  },
} as const
