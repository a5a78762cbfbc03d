import type { Store } from '../../db/access'
import { verifyChain } from '../../db/journal'
import { readAllAttachments } from '../../db/repositories/attachments'
import { countRows } from '../../db/repositories/sample'
import type { settingsContract } from '../../shared/settings/contract'
import type { Output } from '../../shared/ipc/procedure'
import { isKept } from '../core/attachment-store'

/** What a person or a test wants to know about the state of the data: integrity, journal, files, counts. */
export function checkStore(store: Store, dataFolder: string): Output<(typeof settingsContract)['settings.check']> {
  const integrity = String(store.connection.pragma('integrity_check(1)', { simple: true }))
  const chain = verifyChain(store.connection)
  const attachments = readAllAttachments(store.read)
  const present = attachments.filter((attachment) => isKept(dataFolder, attachment.sha256)).length
  const missing = attachments.length - present
  return {
    ok: integrity === 'ok' && chain.isWhole && missing === 0,
    schemaVersion: store.schemaVersion,
    integrity,
    journal: { entries: chain.entries, chainOk: chain.isWhole },
    attachments: { present, missing },
    counts: countRows(store, false),
  }
}
