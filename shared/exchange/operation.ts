import { z } from 'zod'
import { idSchema, lineSchema } from '../core/schemas'

/** A value as SQLite holds it. */
export const storedValueSchema = z.union([z.string(), z.number(), z.null()])
export type StoredValue = z.infer<typeof storedValueSchema>

/**
 * One row as one intent of one PC left it. `seen` says what that PC knew when it wrote: of two operations on a field the
 * later one replaces the earlier one when it had seen it; when neither had seen the other, both stand and a person decides.
 */
export const operationSchema = z.strictObject({
  device: idSchema,
  /** 1, 2, 3 … of the device, without gaps. */
  sequence: z.number().int().min(1),
  /** One more than the highest of any operation that the device knew: orders what the clock cannot. */
  lamport: z.number().int().min(1),
  table: z.string().min(1).max(60),
  rowId: z.string().min(1).max(200),
  /** Whether the row is there afterwards. */
  isPresent: z.boolean(),
  /** The columns that it set; a deletion sets none. */
  fields: z.record(z.string().max(60), storedValueSchema),
  /** It signed the row for good (销号单, issued paper): nothing that had not been seen changes it any more. */
  doesSeal: z.boolean(),
  /** Highest sequence known of each other device. */
  seen: z.record(z.string().max(64), z.number().int().min(0)),
  at: z.string().max(40),
  actor: lineSchema,
  /** The intent's name, `room.verb`. */
  intent: z.string().max(100),
})
export type Operation = z.infer<typeof operationSchema>
