import { z } from 'zod'
import { idSchema } from '../core/schemas'

/** 帮助: what support needs when somebody asks by phone. */
export const helpContract = {
  /** Writes 诊断包: versions, counts, states and the log; no record, no name, no path of a person. Works without a store too. */
  'help.saveDiagnostics': {
    needs: 'view',
    in: z.object({ folder: idSchema }),
    out: z.object({ fileName: z.string(), fileToken: idSchema }),
  },
} as const
