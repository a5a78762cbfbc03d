import { z } from 'zod'
import { isoDateSchema } from '../core/schemas'

/** 整改 in the calendar: a deadline of one finding or of several on one day, a 整改方案, or a report of a programme. */
export const rectificationDateKinds = ['finding', 'findings', 'plan', 'firstReport', 'periodicReport'] as const

export const rectificationDateSchema = z.object({
  /** The same in every answer, so that a later .ics file renews the entry. */
  key: z.string(),
  kind: z.enum(rectificationDateKinds),
  title: z.string(),
  /** The official day, and the last working day on or before it, which the calendar shows. */
  dueOn: isoDateSchema,
  day: isoDateSchema,
  isMoved: z.boolean(),
  /** Counted Monday to Friday because 放假安排 is missing. */
  isEstimated: z.boolean(),
  isDone: z.boolean(),
  light: z.enum(['normal', 'near', 'overdue', 'none']),
  target: z.object({ kind: z.enum(['finding', 'rectProgram']), recordId: z.string() }),
})
export type RectificationDate = z.infer<typeof rectificationDateSchema>
