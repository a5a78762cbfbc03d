import { z } from 'zod'
import { idSchema, streamSchema } from '../core/schemas'

/** Rooms in the order of the results. */
export const searchRooms = [
  'investment',
  'projects',
  'environment',
  'revenue',
  'rectification',
  'briefs',
  'assignments',
  'registry',
  'attachments',
] as const
export type SearchRoom = (typeof searchRooms)[number]

/** What can be found, by table. */
export const searchKinds = [
  'lead',
  'followUp',
  'project',
  'projectProblem',
  'projectVisit',
  'policy',
  'visit',
  'demand',
  'brief',
  'training',
  'revenueEntry',
  'revenueTip',
  'finding',
  'measure',
  'rectProgram',
  'assignment',
  'person',
  'enterprise',
  'attachment',
] as const
export type SearchKind = (typeof searchKinds)[number]

/** A record to open: a follow-up opens its lead, an attachment the record that it belongs to. */
export const searchTargetSchema = z.object({
  kind: z.enum(searchKinds),
  /** Of a task it is the assignment's id and the occurrence, which may name an event by its own id. */
  recordId: z.string().min(1).max(160),
  /** Of texts and trainings, which several streams have. */
  stream: streamSchema.nullable(),
})

export const searchHitSchema = z.object({
  kind: z.enum(searchKinds),
  recordId: idSchema,
  target: searchTargetSchema,
  title: z.string(),
  /** A piece of the text around the first hit; '' when the title says it all. */
  excerpt: z.string(),
})
export type SearchHit = z.infer<typeof searchHitSchema>

/** 搜索 over all records and the names of attachments. */
export const searchContract = {
  /** Substrings from one character; several words must all be there; letters also as pinyin initials of titles and names. */
  'search.find': {
    needs: 'view',
    in: z.object({ text: z.string().max(100), limit: z.number().int().min(1).max(50) }),
    out: z.object({
      groups: z.array(
        z.object({
          room: z.enum(searchRooms),
          total: z.number().int(),
          /** There are more than were counted. */
          isMore: z.boolean(),
          hits: z.array(searchHitSchema),
        }),
      ),
      total: z.number().int(),
    }),
  },
} as const
