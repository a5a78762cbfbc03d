import { z } from 'zod'
import { idSchema, streamSchema, yearSchema } from '../core/schemas'
import { writtenFileSchema } from '../reports/contract'
import { briefRecordSchema, trainingRecordSchema } from './record'

const listInput = z.object({
  year: yearSchema,
  /** Null: of all streams. */
  stream: streamSchema.nullable(),
})

/** 工作信息、典型案例 and 培训 of all streams; what they count for is the streams' own matter. */
export const briefsContract = {
  'briefs.list': { needs: 'view', in: listInput, out: z.array(briefRecordSchema) },
  /** A title is needed and a 报送 in the future is refused; 字数 is counted from the text where there is one. */
  'briefs.save': {
    needs: 'work',
    in: briefRecordSchema.omit({ id: true, isSample: true }).extend({ id: idSchema.nullable() }),
    out: z.object({ id: idSchema }),
  },
  'briefs.remove': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },
  'briefs.listTrainings': { needs: 'view', in: listInput, out: z.array(trainingRecordSchema) },
  /** The attendees given replace those recorded. A title is needed; held in the future is refused: that is planned. */
  'briefs.saveTraining': {
    needs: 'work',
    in: trainingRecordSchema.omit({ id: true, isSample: true }).extend({ id: idSchema.nullable() }),
    out: z.object({ id: idSchema }),
  },
  /** Its attendees go with it. */
  'briefs.removeTraining': { needs: 'work', in: z.object({ id: idSchema }), out: z.object({}) },
  /** 工作信息 and 培训 of a year as a workbook that can be imported back unchanged. */
  'briefs.export': {
    needs: 'view',
    in: listInput.extend({ folder: idSchema }),
    out: z.object({ file: writtenFileSchema, exported: z.number().int(), all: z.number().int() }),
  },
} as const
