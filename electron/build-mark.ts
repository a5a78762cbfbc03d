import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** What the packer wrote beside the bundles (`build/dist`); a product carries nothing of the kind. */
const markSchema = z.object({ isTestBuild: z.boolean(), isInspectable: z.boolean() })
export type BuildMark = z.infer<typeof markSchema>

const product: BuildMark = { isTestBuild: false, isInspectable: false }

/** Whether a packed program is one for tests, which must never be handed out, and whether tools may look into it. */
export function readBuildMark(built: string): BuildMark {
  try {
    const mark = markSchema.safeParse(JSON.parse(readFileSync(path.join(built, 'test-build.json'), 'utf8')))
    return mark.data ?? product
  } catch {
    return product
  }
}
