import { readEntry } from '../../db/repositories/journal'
import type { coreContract } from '../../shared/core/contract'
import { ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import { openedStore, type Context } from '../context'
import { RecordWords } from '../exchange/record-titles'
import { lastCheck, verifyStore } from './verify-store'

type Own = 'core.integrity' | 'core.checkIntegrity'

/** Records that are named; the rest is counted. */
const named = 50

/** 数据是否被别的程序改过. */
export const integrityHandlers: Handlers<Pick<typeof coreContract, Own>, Context> = {
  'core.integrity': (context) => {
    const opened = openedStore(context)
    if (!opened.ok) return opened
    const store = opened.value
    const check = lastCheck(store)
    if (!check) return ok({ checkedAt: null, entries: 0, broken: null, foreign: [], foreignCount: 0 })
    const words = new RecordWords(store)
    const { chain, foreign } = check
    return ok({
      checkedAt: check.at,
      entries: chain.entries,
      broken: chain.brokenAt === null ? null : readEntry(store, chain.brokenAt),
      foreign: foreign.slice(0, named).map(({ table, rowId, kind, columns }) => ({
        table,
        rowId,
        title: words.titleOf(table, words.storedOf(table, rowId) ?? {}),
        kind,
        fields: columns.map((column) => words.labelOf(table, column)),
      })),
      foreignCount: foreign.length,
    })
  },

  'core.checkIntegrity': async (context) => {
    const opened = openedStore(context)
    if (!opened.ok) return opened
    const check = await verifyStore(context, opened.value)
    return ok({ isWhole: check !== null && check.chain.isWhole && check.foreign.length === 0 })
  },
}
