import { z } from 'zod'
import { idSchema, isoDateSchema, lineSchema, paragraphSchema, yearSchema } from '../core/schemas'
import { packageFileSchema } from '../exchange/package-schemas'
import { packagePeriodSchema } from '../exchange/manifest'
import { posterSchema } from './poster'
import { resultChangeSchema } from './publication'
import { publishedResultSchema } from './record'
import { unitPageSchema } from './unit-page'

export const publicationRowSchema = z.object({
  id: idSchema,
  period: packagePeriodSchema,
  version: z.number().int(),
  kind: z.enum(['trial', 'final']),
  publishedOn: isoDateSchema,
  publishedBy: z.string(),
  objectionsUntil: isoDateSchema.nullable(),
  changeNote: z.string(),
  checkCode: z.string(),
})

export const objectionRowSchema = z.object({
  id: idSchema,
  unitId: idSchema,
  unit: z.string(),
  period: packagePeriodSchema,
  lineKey: z.string().nullable(),
  label: z.string(),
  text: z.string(),
  receivedOn: isoDateSchema,
  isAccepted: z.boolean().nullable(),
  answer: z.string(),
  answeredOn: isoDateSchema.nullable(),
})

export const publicationParts = ['bulletin', 'table'] as const

/** 公布、回执、异议、下发: what goes out from the district. */
export const issueContract = {
  /** Freezes the ranking as the next version; a change note is required from v2 on. */
  'district.publish': {
    needs: 'lead',
    in: z.object({ period: packagePeriodSchema, kind: z.enum(['trial', 'final']), changeNote: paragraphSchema }),
    out: z.object({ id: idSchema, version: z.number().int(), checkCode: z.string() }),
  },
  'district.publications': {
    needs: 'view',
    in: z.object({ period: packagePeriodSchema }),
    out: z.array(publicationRowSchema),
  },
  'district.publication': {
    needs: 'view',
    in: z.object({ id: idSchema }),
    out: z.object({
      row: publicationRowSchema,
      result: publishedResultSchema,
      /** Against the version before. */
      changes: z.array(resultChangeSchema),
    }),
  },
  /** What the ranking as it stands now would change against the last publication; null before the first. */
  'district.pendingChanges': {
    needs: 'view',
    in: z.object({ period: packagePeriodSchema }),
    out: z.object({ version: z.number().int(), changes: z.array(resultChangeSchema) }).nullable(),
  },
  /** What is drawn for print: the poster, and a page for each unit that names nobody else. */
  'district.publicationSheets': {
    needs: 'view',
    in: z.object({ id: idSchema, isAnonymous: z.boolean() }),
    out: z.object({ poster: posterSchema, pages: z.array(unitPageSchema) }),
  },
  /** 通报 .docx and 排名 .xlsx; `anonymous` shows no unit's name but its own on single sheets. */
  'district.savePublication': {
    needs: 'view',
    in: z.object({
      id: idSchema,
      parts: z.array(z.enum(publicationParts)).min(1),
      folder: idSchema,
      isAnonymous: z.boolean(),
    }),
    out: z.object({ files: z.array(packageFileSchema), checkCode: z.string() }),
  },
  /** 回执 for every unit that reported. */
  'district.saveReceipts': {
    needs: 'lead',
    in: z.object({ period: packagePeriodSchema, folder: idSchema, unitIds: z.array(idSchema).max(1000).nullable() }),
    out: z.object({ files: z.number().int(), folderToken: idSchema }),
  },
  'district.objections': {
    needs: 'view',
    in: z.object({ period: packagePeriodSchema }),
    out: z.array(objectionRowSchema),
  },
  /** Also in a locked period. Accepting one of a line lets the report stand or sets `approved`; a next version is then due. */
  'district.answerObjection': {
    needs: 'lead',
    in: z.object({
      id: idSchema,
      isAccepted: z.boolean(),
      answer: paragraphSchema.min(1),
      /** 核定数 or class that the accepted objection leads to; null lets the report stand. */
      approved: z.string().max(60).nullable().default(null),
    }),
    out: z.object({}),
  },

  /** Reads one table over all units and shows what each would get, with the totals of the table. */
  'district.openSplit': {
    needs: 'work',
    in: z.object({ fileName: lineSchema, bytes: z.instanceof(Uint8Array) }),
    out: z.object({
      session: idSchema,
      title: z.string(),
      year: yearSchema,
      units: z.array(
        z.object({ unitId: idSchema.nullable(), name: z.string(), rows: z.number().int(), isExcluded: z.boolean() }),
      ),
      /** Names of the table that are no unit of ours. */
      unknown: z.array(z.string()),
      totals: z.array(
        z.object({
          indicator: z.string(),
          unit: z.string(),
          stated: z.string().nullable(),
          found: z.string(),
          isEqual: z.boolean(),
        }),
      ),
    }),
  },
  /** Writes an `assignments` package for each unit and keeps the rows in the district's own store. */
  'district.saveSplit': {
    needs: 'lead',
    in: z.object({ session: idSchema, folder: idSchema }),
    out: z.object({ files: z.number().int(), folderToken: idSchema }),
  },
  /** Rule and calendar packs for everybody. */
  'district.saveRules': {
    needs: 'lead',
    in: z.object({ year: yearSchema, folder: idSchema }),
    out: z.object({ file: packageFileSchema }),
  },
  'district.saveCalendar': {
    needs: 'lead',
    in: z.object({ years: z.array(yearSchema).min(1).max(20), folder: idSchema }),
    out: z.object({ file: packageFileSchema }),
  },
} as const
