import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, paragraphSchema, streamSchema } from '../core/schemas'

export const sectionSchema = z.object({ id: idSchema, name: lineSchema.min(1) })
export type Section = z.infer<typeof sectionSchema>

export const personFieldsSchema = z.object({
  name: lineSchema,
  sectionId: idSchema.nullable(),
  /** 职务级别. */
  rank: lineSchema,
  phone: lineSchema,
  remark: paragraphSchema,
  leftOn: isoDateSchema.nullable(),
})
export type PersonFields = z.infer<typeof personFieldsSchema>

/** A place in a stream's group. */
export const personRoleSchema = z.object({ stream: streamSchema, role: z.enum(['leader', 'member']) })
export type PersonRole = z.infer<typeof personRoleSchema>

export const personSchema = personFieldsSchema.extend({
  id: idSchema,
  sectionName: z.string(),
  /** 组长 and 组员 in the groups of the streams. */
  roles: z.array(personRoleSchema),
  /** Enterprises linked today. */
  linkedEnterprises: z.number().int(),
  /** Items in the person's hands that are not finished. */
  openItems: z.number().int(),
  isSample: z.boolean(),
})
export type Person = z.infer<typeof personSchema>

export const enterpriseFieldsSchema = z.object({
  name: lineSchema,
  creditCode: lineSchema,
  street: lineSchema,
  scale: lineSchema,
  industry: lineSchema,
  contact: lineSchema,
  phone: lineSchema,
  remark: paragraphSchema,
})
export type EnterpriseFields = z.infer<typeof enterpriseFieldsSchema>

export const enterpriseRecordSchema = enterpriseFieldsSchema.extend({
  id: idSchema,
  isSample: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type EnterpriseRecord = z.infer<typeof enterpriseRecordSchema>

export const enterpriseLinkSchema = z.object({
  id: idSchema,
  enterpriseId: idSchema,
  personId: idSchema,
  personName: z.string(),
  rank: z.string(),
  startedOn: isoDateSchema.nullable(),
  endedOn: isoDateSchema.nullable(),
})
export type EnterpriseLink = z.infer<typeof enterpriseLinkSchema>

/** What an entry of an enterprise's page is; each kind has its room. */
export const timelineKinds = ['lead', 'project', 'visit', 'demand', 'policy', 'revenue', 'finding'] as const
export type TimelineKind = (typeof timelineKinds)[number]

export const timelineRooms = ['investment', 'projects', 'environment', 'revenue', 'rectification'] as const

/** One entry of an enterprise's page, from whatever stream. */
export const timelineEntrySchema = z.object({
  room: z.enum(timelineRooms),
  kind: z.enum(timelineKinds),
  recordId: idSchema,
  on: isoDateSchema.nullable(),
  title: z.string(),
  detail: z.string(),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>

/** What can be in somebody's hands; each kind is a table of its own. */
export const openItemKinds = [
  'assignment',
  'task',
  'lead',
  'project',
  'problem',
  'policy',
  'demand',
  'revenue',
  'tip',
  'finding',
  'measure',
] as const
export type OpenItemKind = (typeof openItemKinds)[number]

/** An item in somebody's hands. */
export const openItemSchema = z.object({
  room: z.enum(['assignments', 'investment', 'projects', 'environment', 'revenue', 'rectification']),
  kind: z.enum(openItemKinds),
  recordId: idSchema,
  /** What its room shows it by: the project of a problem, the first finding of a measure, `assignmentId/occurrence` of a report, else the record. */
  shownId: z.string(),
  title: z.string(),
  dueOn: isoDateSchema.nullable(),
})
export type OpenItem = z.infer<typeof openItemSchema>

/** A line of a handover as it was on the day, in the words of the list. */
export const handedItemSchema = openItemSchema.pick({
  room: true,
  kind: true,
  recordId: true,
  title: true,
  dueOn: true,
})
export type HandedItem = z.infer<typeof handedItemSchema>

/** How an item is named in a handover: `kind/recordId`. */
export function openItemKey(item: Pick<OpenItem, 'kind' | 'recordId'>): string {
  return `${item.kind}/${item.recordId}`
}

/** A finding of 整改台账 as the records of other rooms show it. */
export const linkedFindingSchema = z.object({
  id: idSchema,
  no: z.string(),
  title: z.string(),
  programTitle: z.string(),
  /** The status in the programme's own word. */
  statusText: z.string(),
  dueOn: isoDateSchema.nullable(),
  closedOn: isoDateSchema.nullable(),
})
export type LinkedFinding = z.infer<typeof linkedFindingSchema>
