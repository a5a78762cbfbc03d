import { readReceived } from '../../db/repositories/packages'
import { ok } from '../../shared/core/result'
import type { exchangeContract, PackagePreview } from '../../shared/exchange/contract'
import type { PackageKind } from '../../shared/exchange/manifest'
import type { Handlers } from '../../shared/ipc/procedure'
import { openedStore, type Context } from '../context'
import { acceptPackage, discardPackage, openPackage, type OpenedPackage } from './accept-package'
import { presentPackage, presentRemark } from './package-about'
import type { ReadDb } from '../../db/access'

type Own = 'exchange.open' | 'exchange.accept' | 'exchange.discard' | 'exchange.received'

/** Changes that a preview lists; the counts tell of all. */
const LISTED_CHANGES = 2000

function presentOpened(db: ReadDb, { session, remarks, preview }: OpenedPackage): PackagePreview {
  const { counts, changes, notes, importSession } = preview
  return {
    session: session.id,
    about: presentPackage(db, session.read),
    remarks: [
      ...remarks.map(presentRemark),
      ...notes.map((text) => ({ severity: 'note' as const, code: 'note', text })),
    ],
    canAccept: !remarks.some(({ severity }) => severity === 'refused'),
    counts: { ...counts },
    changes: changes.slice(0, LISTED_CHANGES),
    importSession,
  }
}

/** 接收. */
export const receiveHandlers: Handlers<Pick<typeof exchangeContract, Own>, Context> = {
  'exchange.open': async (context, file, { signal }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const opened = await openPackage(context, store.value, file, signal)
    return opened.ok ? ok(presentOpened(store.value.read, opened.value)) : opened
  },

  'exchange.accept': async (context, { session, ...answers }) => {
    const store = openedStore(context)
    return store.ok ? acceptPackage(context, store.value, session, answers) : store
  },

  'exchange.discard': (context, { session }) => {
    discardPackage(context, session)
    return ok({})
  },

  'exchange.received': (context) => {
    const store = openedStore(context)
    if (!store.ok) return store
    return ok(
      readReceived(store.value.read).map((row) => {
        const { id, fromUnit, period, edition, sequence, fileName, checkCode, receivedAt, receivedBy, counts } = row
        // Kind and signature are only written from the manifest and from what was proved of it.
        const kind = row.kind as PackageKind
        const signature = row.signature as 'trusted' | 'unsigned'
        const about = { id, kind, fromUnit, period, edition, sequence, fileName, checkCode, signature }
        return { ...about, receivedAt, receivedBy, counts: { ...counts } }
      }),
    )
  },
}
