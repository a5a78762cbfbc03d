import path from 'node:path'
import { ok } from '../../shared/core/result'
import type { helpContract } from '../../shared/help/contract'
import type { Handlers } from '../../shared/ipc/procedure'
import { diagnosticsText } from '../../shared/terms/help'
import type { Context } from '../context'
import { writeBesideIfBusy } from '../core/atomic-file'
import { clockStamp } from '../core/clock'
import { grantedFolder, grantFile } from '../core/grants'
import { diagnostics } from '../help/diagnostics'

export const helpHandlers: Handlers<typeof helpContract, Context> = {
  'help.saveDiagnostics': async (context, { folder: token }) => {
    const folder = grantedFolder(context, token)
    if (!folder.ok) return folder
    const file = path.join(folder.value, diagnosticsText.fileName(context.now().slice(0, 10)))
    const written = await writeBesideIfBusy(file, await diagnostics(context), clockStamp(context.now()))
    if (!written.ok) return written
    return ok({ fileName: path.basename(written.value), fileToken: grantFile(context, written.value) })
  },
}
