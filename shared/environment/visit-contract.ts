import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, monthSchema, quarterSchema, yearSchema } from '../core/schemas'
import { demandFieldsSchema, demandRecordSchema, visitFieldsSchema, visitModes, visitRecordSchema } from './record'

/** A rate as the office prints it: `94.19%` with 146/155; the rate is null when nothing can be divided. */
export const rateSchema = z.object({ num: z.number().int(), den: z.number().int(), rate: z.string().nullable() })
export type Rate = z.infer<typeof rateSchema>

/** Where a record came from: the file and the Excel row. */
const sourceSchema = z.object({ batchId: z.string(), file: z.string(), row: z.number().int() })

export const visitRowSchema = z.object({
  visit: visitRecordSchema,
  enterpriseName: z.string(),
  street: z.string(),
  personName: z.string(),
  rank: z.string(),
  demands: z.array(demandRecordSchema),
  isImported: z.boolean(),
})
export type VisitListRow = z.infer<typeof visitRowSchema>

export const visitFilterSchema = z.object({
  text: z.string().max(100),
  from: isoDateSchema.nullable(),
  to: isoDateSchema.nullable(),
  enterpriseId: idSchema.nullable(),
  personId: idSchema.nullable(),
  modes: z.array(z.enum(visitModes)),
})
export type VisitFilter = z.infer<typeof visitFilterSchema>

export const visitSortSchema = z.object({
  by: z.enum(['visitedOn', 'enterpriseName', 'updatedAt']),
  descending: z.boolean(),
})
export type VisitSort = z.infer<typeof visitSortSchema>

/** In time, late, still open, overdue; none where it was finished without that step or its day. */
const clockState = z.enum(['open', 'inTime', 'late', 'overdue', 'none'])

export const demandRowSchema = z.object({
  demand: demandRecordSchema,
  enterpriseName: z.string(),
  transferDueOn: isoDateSchema,
  replyDueOn: isoDateSchema,
  transferState: clockState,
  replyState: clockState,
  /** The clocks lean on a year whose 放假安排 is missing. */
  isEstimated: z.boolean(),
  light: z.enum(['normal', 'near', 'overdue', 'none']),
})
export type DemandRow = z.infer<typeof demandRowSchema>

export const demandRatesSchema = z.object({
  /** 解决率, 按时转办率, 按时答复率, 满意率. */
  resolution: rateSchema,
  transferOnTime: rateSchema,
  replyOnTime: rateSchema,
  satisfaction: rateSchema,
})
export type DemandRates = z.infer<typeof demandRatesSchema>

export const demandStates = ['open', 'solved', 'overdue', 'all'] as const

/** Enterprises visited in a span, with the missing ones by name. */
export const coverageSchema = z.object({
  enterprises: z.number().int(),
  visited: z.number().int(),
  missing: z.array(z.object({ enterpriseId: idSchema, name: z.string(), officials: z.array(z.string()) })),
})
export type Coverage = z.infer<typeof coverageSchema>

/** A month `2022-06` or a quarter `2022Q2`. */
const periodSchema = z.union([monthSchema, quarterSchema])

export const matrixSchema = z.object({
  /** First and last day of the period. */
  from: isoDateSchema,
  to: isoDateSchema,
  officials: z.array(z.object({ personId: idSchema, name: z.string(), rank: z.string() })),
  enterprises: z.array(z.object({ enterpriseId: idSchema, name: z.string(), street: z.string() })),
  /** Only cells that hold a link or a visit. */
  cells: z.array(
    z.object({ personId: idSchema, enterpriseId: idSchema, isLinked: z.boolean(), visitIds: z.array(idSchema) }),
  ),
  coverage: coverageSchema,
  /** Enterprises without an official, officials without an enterprise. */
  unlinkedEnterprises: z.array(z.string()),
  unlinkedOfficials: z.array(z.string()),
  /** 「催一下」 as text for OA: who has still to visit whom. */
  reminder: z.string(),
  /** The sentence of the period for OA: 14 officials, 18 enterprises, counts by mode. */
  summary: z.string(),
})
export type Matrix = z.infer<typeof matrixSchema>

const demandInputSchema = demandFieldsSchema
  .omit({ enterpriseId: true, visitId: true })
  .extend({ id: idSchema.nullable() })
export type DemandInput = z.infer<typeof demandInputSchema>

const exportedSchema = z.object({
  file: z.object({ fileName: z.string(), fileToken: z.string() }),
  exported: z.number().int(),
  all: z.number().int(),
})

/** 双万双服: matrix, visits and 企业诉求. */
export const visitContract = {
  /** The 14×18 matrix of a month or a quarter: officials, enterprises, links, and visits in each cell. */
  'environment.matrix': { needs: 'view', in: z.object({ period: periodSchema }), out: matrixSchema },
  'environment.coverage': { needs: 'view', in: z.object({ quarter: quarterSchema }), out: coverageSchema },
  'environment.visits': {
    needs: 'view',
    in: z.object({
      filter: visitFilterSchema,
      sort: visitSortSchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    out: z.object({ rows: z.array(visitRowSchema), total: z.number().int(), all: z.number().int() }),
  },
  'environment.visit': {
    needs: 'view',
    in: z.object({ id: idSchema }),
    out: visitRowSchema.extend({ source: sourceSchema.nullable() }),
  },
  /** A visit with the demands raised on it; a visit in the future is refused. A new name becomes a person. */
  'environment.saveVisit': {
    needs: 'work',
    in: z.object({
      id: idSchema.nullable(),
      fields: visitFieldsSchema.omit({ personId: true }).extend({ personName: lineSchema }),
      demands: z.array(demandInputSchema).max(50),
      expectedUpdatedAt: z.string().nullable(),
    }),
    out: z.object({ id: idSchema }),
  },
  'environment.removeVisits': {
    needs: 'work',
    in: z.object({ ids: z.array(idSchema).min(1).max(500) }),
    out: z.object({ removed: z.number().int() }),
  },
  /** The visits of a filter and the linked enterprises as a workbook that imports back unchanged. */
  'environment.exportVisits': {
    needs: 'view',
    in: z.object({ filter: visitFilterSchema, sort: visitSortSchema, folder: idSchema }),
    out: exportedSchema,
  },
  'environment.demands': {
    needs: 'view',
    in: z.object({
      year: yearSchema.nullable(),
      state: z.enum(demandStates),
      text: z.string().max(100),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    /** The rates are of the whole year, whatever is searched for. */
    out: z.object({
      rows: z.array(demandRowSchema),
      total: z.number().int(),
      all: z.number().int(),
      rates: demandRatesSchema,
    }),
  },
  'environment.demand': { needs: 'view', in: z.object({ id: idSchema }), out: demandRowSchema },
  'environment.saveDemand': {
    needs: 'work',
    in: demandFieldsSchema.extend({ id: idSchema.nullable() }),
    out: z.object({ id: idSchema }),
  },
  'environment.removeDemand': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },
} as const
