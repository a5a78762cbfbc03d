import { z } from 'zod'
import type { Failure } from '../../shared/core/result'
import { packageVersion } from '../../shared/exchange/manifest'

/** What every version of a format keeps, whatever else it changes. */
const versionedSchema = z.looseObject({
  format: z.string(),
  version: z.looseObject({ major: z.number().int(), minor: z.number().int().optional() }),
})

/** The refusal of a newer major of a format, told before anything else of it is understood. */
export function newerVersion(fileName: string, json: unknown, format: string): Failure | null {
  const parsed = versionedSchema.safeParse(json)
  if (!parsed.success || parsed.data.format !== format) return null
  const { major, minor = 0 } = parsed.data.version
  if (major <= packageVersion.major) return null
  return {
    code: 'packageNewer',
    params: { file: fileName, found: `${major}.${minor}`, known: `${packageVersion.major}.${packageVersion.minor}` },
  }
}
