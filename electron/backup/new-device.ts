import type { Context } from '../context'
import { ok, type Result } from '../../shared/core/result'
import { readIdentity, writeIdentity } from '../exchange/identity-file'
import { inTurn } from '../exchange/own-identity'

/**
 * Gives this PC the name among its colleagues' PCs that the restore has chosen: its edits are counted under the old one
 * further than the restored ledger knows, and everybody would refuse them as those of a copy. The sequence of packages
 * stays. A key file that is missing or broken is said when it is used.
 */
export function takeNewDevice(context: Context, device: string): Promise<Result<null>> {
  return inTurn(context, async () => {
    const read = readIdentity(context.dataFolder)
    if (!read.ok || read.value === null || read.value.device === device) return ok(null)
    const written = await writeIdentity(context.dataFolder, { ...read.value, device })
    return written.ok ? ok(null) : written
  })
}
