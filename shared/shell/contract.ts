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
  /** Opens the file dialog for an update package; gives a token for the chosen file, never its path. */
  'shell.chooseFile': {
    needs: 'admin',
    in: z.object({}),
    out: z.object({ file: idSchema, fileName: z.string() }).nullable(),
  },
  /** The package that was double-clicked in the file manager and waits for the window. */
  'shell.openedFile': {
    needs: 'view',
    in: z.object({}),
    out: z.object({ id: z.number().int(), fileName: z.string() }).nullable(),
  },
  /** Its bytes, once; null when another took its place. Main reads plain files of a package's ending and size only. */
  'shell.takeOpenedFile': {
    needs: 'view',
    in: z.object({ id: z.number().int() }),
    out: z.object({ fileName: z.string(), bytes: z.instanceof(Uint8Array) }).nullable(),
  },
  /**
   * Starts the installer that `updates.prepare` left in this folder, or shows it where a person must start it. Main proves
   * its signature and digest again.
   */
  'shell.startUpdate': {
    needs: 'admin',
    in: z.object({ folder: idSchema }),
    out: z.object({ isStarted: z.boolean() }),
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
  /** Whether the program draws without the graphics card, because it was asked to or had to. */
  'shell.safeMode': { needs: 'open', in: z.object({}), out: z.object({ isOn: z.boolean() }) },
  /** Starts the program anew in its usual mode. */
  'shell.leaveSafeMode': { needs: 'open', in: z.object({}), out: z.object({}) },
  /** Page zoom in percent, 90 to 175. */
  'shell.setZoom': { needs: 'open', in: z.object({ percent: z.number().int().min(80).max(200) }), out: z.object({}) },
} as const
