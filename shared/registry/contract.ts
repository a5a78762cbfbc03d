import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema } from '../core/schemas'
import {
  enterpriseFieldsSchema,
  enterpriseLinkSchema,
  enterpriseRecordSchema,
  handedItemSchema,
  openItemSchema,
  personFieldsSchema,
  personRoleSchema,
  personSchema,
  sectionSchema,
  timelineEntrySchema,
} from './record'

export const enterpriseFilterSchema = z.object({
  text: z.string().max(100),
  /** linked = has an official today. */
  links: z.enum(['linked', 'unlinked', 'all']),
  personId: idSchema.nullable(),
})
export type EnterpriseFilter = z.infer<typeof enterpriseFilterSchema>

export const enterpriseSortSchema = z.object({
  by: z.enum(['name', 'street', 'updatedAt']),
  descending: z.boolean(),
})
export type EnterpriseSort = z.infer<typeof enterpriseSortSchema>

export const enterpriseRowSchema = z.object({
  enterprise: enterpriseRecordSchema,
  officials: z.array(z.string()),
  lastVisitOn: isoDateSchema.nullable(),
  openDemands: z.number().int(),
  /** valid, wrong (check digit), or none when empty. */
  creditCodeState: z.enum(['valid', 'wrong', 'none']),
  isImported: z.boolean(),
})
export type EnterpriseRow = z.infer<typeof enterpriseRowSchema>

/** Another enterprise that looks like the same one, and why, in words. */
export const enterpriseDuplicateSchema = z.object({
  id: idSchema,
  name: z.string(),
  creditCode: z.string(),
  reason: z.enum(['creditCode', 'sameName', 'alikeName']),
  text: z.string(),
})
export type EnterpriseDuplicate = z.infer<typeof enterpriseDuplicateSchema>

export const enterpriseDetailSchema = enterpriseRowSchema.extend({
  links: z.array(enterpriseLinkSchema),
  timeline: z.array(timelineEntrySchema),
  /** Others that look like the same enterprise. */
  duplicates: z.array(enterpriseDuplicateSchema),
  source: z.object({ batchId: z.string(), file: z.string(), row: z.number().int() }).nullable(),
})
export type EnterpriseDetail = z.infer<typeof enterpriseDetailSchema>

/** What a handover moved: items, places in the groups, linked enterprises. */
export const handedOverSchema = z.object({
  id: idSchema,
  moved: z.number().int(),
  roles: z.number().int(),
  links: z.number().int(),
})

/** 人员与企业. */
export const registryContract = {
  'registry.people': { needs: 'view', in: z.object({ withLeft: z.boolean() }), out: z.array(personSchema) },
  /** Names for the fields 承办人, 提供人, 包联干部 …: those who are here. */
  'registry.names': {
    needs: 'view',
    in: z.object({}),
    out: z.array(z.object({ id: idSchema, name: z.string(), rank: z.string() })),
  },
  /** A name may stand once; renaming follows in every record that names the person. */
  'registry.savePerson': {
    needs: 'lead',
    in: z.object({
      id: idSchema.nullable(),
      fields: personFieldsSchema,
      /** The places in the groups as they are to be; null leaves them. */
      roles: z.array(personRoleSchema).max(8).nullable(),
    }),
    out: z.object({ id: idSchema }),
  },
  /** Refused while records name the person: hand over first. */
  'registry.removePerson': { needs: 'lead', in: z.object({ id: idSchema }), out: z.object({}) },
  'registry.sections': { needs: 'view', in: z.object({}), out: z.array(sectionSchema) },
  'registry.saveSection': {
    needs: 'lead',
    in: z.object({ id: idSchema.nullable(), name: lineSchema.min(1) }),
    out: z.object({ id: idSchema }),
  },
  'registry.removeSection': { needs: 'lead', in: z.object({ id: idSchema }), out: z.object({}) },
  /** What a person has in hand. */
  'registry.openItems': { needs: 'view', in: z.object({ personId: idSchema }), out: z.array(openItemSchema) },
  /** Gives open items to another person; what is finished keeps its name. One step, and a list to print and sign. */
  'registry.handOver': {
    needs: 'lead',
    in: z.object({
      fromPersonId: idSchema,
      toPersonId: idSchema,
      on: isoDateSchema,
      /** The items by `kind/recordId`. */
      items: z.array(z.string().max(100)).max(5000),
      remark: lineSchema,
      /** Also takes over the places in the groups and the linked enterprises. */
      withRoles: z.boolean(),
    }),
    out: handedOverSchema,
  },
  'registry.handovers': {
    needs: 'view',
    in: z.object({}),
    out: z.array(
      z.object({
        id: idSchema,
        fromName: z.string(),
        toName: z.string(),
        on: isoDateSchema,
        remark: z.string(),
        items: z.array(handedItemSchema),
      }),
    ),
  },
  'registry.enterprises': {
    needs: 'view',
    in: z.object({
      filter: enterpriseFilterSchema,
      sort: enterpriseSortSchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    out: z.object({ rows: z.array(enterpriseRowSchema), total: z.number().int(), all: z.number().int() }),
  },
  'registry.enterprise': { needs: 'view', in: z.object({ id: idSchema }), out: enterpriseDetailSchema },
  /** For choosing an enterprise in a form: name, credit code or pinyin initials. */
  'registry.findEnterprises': {
    needs: 'view',
    in: z.object({ text: lineSchema, limit: z.number().int().min(1).max(50) }),
    out: z.array(z.object({ id: idSchema, name: z.string(), creditCode: z.string(), street: z.string() })),
  },
  /** Others that look like it; for the question before saving. */
  'registry.duplicates': {
    needs: 'view',
    in: z.object({ name: lineSchema, creditCode: lineSchema, exceptId: idSchema.nullable() }),
    out: z.array(enterpriseDuplicateSchema),
  },
  /** Refuses a likely duplicate unless told otherwise; a credit code with a wrong check digit is kept and marked. */
  'registry.saveEnterprise': {
    needs: 'work',
    in: z.object({
      id: idSchema.nullable(),
      fields: enterpriseFieldsSchema.partial(),
      allowDuplicate: z.boolean(),
      expectedUpdatedAt: z.string().nullable(),
    }),
    out: z.object({ id: idSchema }),
  },
  /** Refused while other records speak of it. */
  'registry.removeEnterprises': {
    needs: 'lead',
    in: z.object({ ids: z.array(idSchema).min(1).max(500) }),
    out: z.object({ removed: z.number().int() }),
  },
  /** Puts links, visits, demands and told policies of the others on the first; undo takes it apart again. */
  'registry.mergeEnterprises': {
    needs: 'lead',
    in: z.object({ keepId: idSchema, mergeIds: z.array(idSchema).min(1).max(20) }),
    out: z.object({ moved: z.number().int() }),
  },
  /** The officials of an enterprise as they are to be from a day on; links that are left out end the day before. */
  'registry.saveLinks': {
    needs: 'work',
    in: z.object({ enterpriseId: idSchema, personIds: z.array(idSchema).max(50), on: isoDateSchema }),
    out: z.object({}),
  },
} as const
