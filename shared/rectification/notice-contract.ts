import { z } from 'zod'
import { idSchema } from '../core/schemas'
import { declaredSchema, findingKinds } from './record'
import { selfCheckIssueSchema } from './statistics-contract'

/** One item that a pasted notice gave, to be reviewed before it is kept. */
export const noticeItemSchema = z.object({
  /** Place in the text, which also names the item. */
  index: z.number().int(),
  aspect: z.string().max(500),
  keyIssue: z.string().max(500),
  no: z.string().max(100),
  kind: z.enum(findingKinds),
  title: z.string().max(500),
  /** The whole paragraph as it was pasted. */
  detail: z.string().max(20_000),
  /** 整改成效 or measures told beside it. */
  measures: z.array(z.string().max(5000)).max(200),
  /** 问题表现 below it. */
  points: z.array(z.string().max(5000)).max(200),
  /** The item had no number of its own in the text. */
  isUnnumbered: z.boolean(),
})
export type NoticeItem = z.infer<typeof noticeItemSchema>

export const noticeReadingSchema = z.object({
  items: z.array(noticeItemSchema).max(5000),
  levelNames: z.object({ aspect: z.string(), keyIssue: z.string() }),
  declared: declaredSchema,
  found: declaredSchema,
  /** Level names with declared and found, in the notice's words: `19个具体问题`. */
  totals: z.array(
    z.object({
      label: z.string(),
      declared: z.number().int().nullable(),
      found: z.number().int(),
      /** Null where the two cannot be compared: the text does not list what it declares. */
      isSame: z.boolean().nullable(),
    }),
  ),
  /** Headings above the items, in the text's order, with the text below them that belongs to no item. */
  sections: z.array(
    z.object({
      level: z.enum(['aspect', 'keyIssue']),
      no: z.string(),
      title: z.string(),
      items: z.number().int(),
      text: z.string(),
    }),
  ),
  /** Lines outside the sections and items: title, 总体情况, 存在的主要问题, 附. */
  rest: z.string(),
  issues: z.array(selfCheckIssueSchema),
})
export type NoticeReading = z.infer<typeof noticeReadingSchema>

export const noticeContract = {
  /** Reads a notice's numbered text into a tree; nothing is written. */
  'rectification.readNotice': {
    needs: 'view',
    in: z.object({ text: z.string().min(1).max(500_000) }),
    out: noticeReadingSchema,
  },
  /** Keeps the reviewed items as findings of a programme, in one intent. Items whose number and title are there already are left. */
  'rectification.keepNotice': {
    needs: 'work',
    in: z.object({
      programId: idSchema,
      text: z.string().max(500_000),
      items: z.array(noticeItemSchema).min(1).max(5000),
      declared: declaredSchema,
      levelNames: z.object({ aspect: z.string().max(100), keyIssue: z.string().max(100) }),
      withMeasures: z.boolean(),
    }),
    out: z.object({ added: z.number().int(), unchanged: z.number().int() }),
  },
} as const
