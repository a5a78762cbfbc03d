import type { Store } from '../../db/access'
import { verifyChain } from '../../db/journal'
import { readAllAttachments } from '../../db/repositories/attachments'
import { countRows } from '../../db/repositories/sample'
import type { settingsContract } from '../../shared/settings/contract'
import type { Output } from '../../shared/ipc/procedure'
import { journalTailMissing } from '../backup/tail-check'
import { stateOfKept, type KeptState } from '../core/attachment-store'

type Check = Output<(typeof settingsContract)['settings.check']>

/** Reads every kept file through, each digest once, and compares it with what it was when it came. */
async function checkAttachments(store: Store, dataFolder: string): Promise<Check['attachments']> {
  const attachments = readAllAttachments(store.read)
  const states = new Map<string, KeptState>()
  for (const { sha256 } of attachments)
    if (!states.has(sha256)) states.set(sha256, await stateOfKept(dataFolder, sha256))
  const problems = attachments.flatMap(({ fileName, sha256 }): Check['attachments']['problems'] => {
    const state = states.get(sha256)
    return state === 'missing' || state === 'altered' ? [{ fileName, sha256, problem: state }] : []
  })
  const missing = problems.filter(({ problem }) => problem === 'missing').length
  return { present: attachments.length - missing, missing, altered: problems.length - missing, problems }
}

/** What a person or a test wants to know about the state of the data: integrity, journal, files, counts. */
export async function checkStore(store: Store, dataFolder: string): Promise<Check> {
  const integrity = String(store.connection.pragma('integrity_check(1)', { simple: true }))
  const chain = verifyChain(store.connection)
  const attachments = await checkAttachments(store, dataFolder)
  const missing = await journalTailMissing(store, dataFolder)
  return {
    ok: integrity === 'ok' && chain.isWhole && missing === null && attachments.problems.length === 0,
    schemaVersion: store.schemaVersion,
    integrity,
    journal: {
      entries: chain.entries,
      chainOk: chain.isWhole,
      missingTail: missing && { source: missing.source, name: missing.name },
    },
    attachments,
    counts: countRows(store, false),
  }
}
