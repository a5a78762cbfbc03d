import { z } from 'zod'
import { idSchema } from '../core/schemas'

/** Calls that the main process answers itself, because they need the desktop: dialogs and the file manager. */
export const shellContract = {
  /** Opens the folder dialog; gives a token for the chosen folder, never its path. */
  'shell.chooseFolder': { in: z.object({}), out: z.object({ folder: idSchema, label: z.string() }).nullable() },
  /** The folder used last, or the documents folder. */
  'shell.lastFolder': { in: z.object({}), out: z.object({ folder: idSchema, label: z.string() }) },
  /** Shows a file that an export gave back in the file manager. */
  'shell.reveal': { in: z.object({ fileToken: idSchema }), out: z.object({}) },
  /** Puts what the window keeps of its own (drafts, filters) on the disk now, so that a killed program loses no typed text. */
  'shell.keepTyped': { in: z.object({}), out: z.object({}) },
  /** Page zoom in percent, 90 to 175. */
  'shell.setZoom': { in: z.object({ percent: z.number().int().min(80).max(200) }), out: z.object({}) },
} as const
