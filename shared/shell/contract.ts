import { z } from 'zod'
import { idSchema, lineSchema } from '../core/schemas'

/** Calls that the main process answers itself, because they need the desktop: dialogs and the file manager. */
export const shellContract = {
  /** Opens the folder dialog; gives a token for the chosen folder, never its path. */
  'shell.chooseFolder': {
    needs: 'view',
    in: z.object({}),
    out: z.object({ folder: idSchema, label: z.string() }).nullable(),
  },
  /** The folder used last, or the documents folder. */
  'shell.lastFolder': { needs: 'view', in: z.object({}), out: z.object({ folder: idSchema, label: z.string() }) },
  /** Shows a file that an export gave back in the file manager. */
  'shell.reveal': { needs: 'view', in: z.object({ fileToken: idSchema }), out: z.object({}) },
  /**
   * Writes what the window would print now (its print view) as a PDF into a granted folder. A page whose style names a
   * size (`@page`) has that size; `size` and `isLandscape` hold for the others.
   */
  'shell.savePdf': {
    needs: 'view',
    in: z.object({
      folder: idSchema,
      fileName: lineSchema.min(1),
      size: z.enum(['A4', 'A3']),
      isLandscape: z.boolean(),
    }),
    out: z.object({ fileName: z.string(), fileToken: idSchema }),
  },
  /** Puts what the window keeps of its own (drafts, filters) on the disk now, so that a killed program loses no typed text. */
  'shell.keepTyped': { needs: 'open', in: z.object({}), out: z.object({}) },
  /** Page zoom in percent, 90 to 175. */
  'shell.setZoom': { needs: 'open', in: z.object({ percent: z.number().int().min(80).max(200) }), out: z.object({}) },
} as const
