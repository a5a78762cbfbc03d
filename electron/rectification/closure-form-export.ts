import path from 'node:path'
import { ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { paperContract } from '../../shared/rectification/paper-contract'
import { closureFormPaper } from '../../shared/terms/closure-form-paper'
import { openedStore, type Context } from '../context'
import { writeBesideIfBusy } from '../core/atomic-file'
import { clockStamp } from '../core/clock'
import { grantedFolder } from '../core/grants'
import { documentBytes } from '../jobs/document-bytes'
import { fileNameOf } from '../reports/export-report'
import { closureFormOf } from './read-closure-form'
import { grantedPaper } from './write-paper'

/** 对账销号单 as a document. */
export const closureFormExportHandlers: Handlers<
  Pick<typeof paperContract, 'rectification.exportClosureForm'>,
  Context
> = {
  'rectification.exportClosureForm': async (context, { findingId, cycle, folder }) => {
    const target = grantedFolder(context, folder)
    if (!target.ok) return target
    const store = openedStore(context)
    if (!store.ok) return store
    const form = closureFormOf(context, store.value.read, findingId, cycle)
    if (!form.ok) return form
    const { bureau, no, findingNo, closedOn } = form.value
    // An open cycle has no number yet; the finding's own tells its form from the next one.
    const parts = [bureau, closureFormPaper.subject, no || findingNo, closedOn]
    const bytes = await documentBytes(context, 'writeClosureForm', { form: form.value })
    const file = path.join(target.value, fileNameOf(parts, 'docx'))
    const written = await writeBesideIfBusy(file, bytes, clockStamp(context.now()))
    return written.ok ? ok({ file: grantedPaper(context, written.value) }) : written
  },
}
