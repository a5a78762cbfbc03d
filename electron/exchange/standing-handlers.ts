import {
  deleteOwnObjection,
  insertOwnObjection,
  readOwnObjection,
  readOwnObjections,
  updateOwnObjection,
} from '../../db/repositories/own-objections'
import type { Store } from '../../db/access'
import { formatChineseDate } from '../../shared/terms/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { exchangeContract } from '../../shared/exchange/contract'
import type { Handlers, Input, Output } from '../../shared/ipc/procedure'
import { receiveTerms } from '../../shared/terms/exchange-receive'
import { openedStore, writeIntent, type Context } from '../context'
import { receiptsOf } from './sent-rows'
import { standingOf } from './standing'
import { standingLine } from './standing-lines'

type Own = 'exchange.standing' | 'exchange.saveObjection' | 'exchange.dropObjection'
type Calls = typeof exchangeContract
type Save = Calls['exchange.saveObjection']

/** What the objection is to, in words; refused where the district gave no verdict, or objections are closed. */
function objectionTarget(context: Context, store: Store, { period, lineKey }: Input<Save>): Result<string> {
  const receipt = receiptsOf(store.read, period)[0]?.payload
  if (!receipt) return err('objectionNeedsReceipt')
  const { objectionsUntil } = receipt
  if (objectionsUntil === null) return err('objectionClosed', { until: receiveTerms.objectionsUntilFinal })
  if (context.today() > objectionsUntil) return err('objectionClosed', { until: formatChineseDate(objectionsUntil) })
  if (lineKey === null) return ok(period)
  const line = standingLine(store, period, lineKey)
  if (!line) return err('notFound')
  return line.verdict === null ? err('objectionNeedsReceipt') : ok(line.label)
}

/** Keeps an objection; one to the same line that waits to be sent is written anew, one that waits for its answer stands. */
function saveObjection(context: Context, input: Input<Save>): Result<Output<Save>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { period, lineKey } = input
  const target = objectionTarget(context, store.value, input)
  if (!target.ok) return target
  const text = input.text.trim()
  if (text === '') return err('invalidInput', { detail: 'text' })
  const known = readOwnObjections(store.value.read, period).filter((row) => row.lineKey === lineKey)
  if (known.some(({ sentId, answeredOn }) => sentId !== null && answeredOn === null)) return err('objectionAlreadySent')
  const waiting = known.find(({ sentId }) => sentId === null)
  const id = waiting?.id ?? context.newId()
  const raised = { text, raisedOn: context.today(), raisedBy: context.actor() }
  return writeIntent(context, 'exchange.saveObjection', { title: target.value }, (db) => {
    if (waiting) updateOwnObjection(db, id, raised)
    else {
      const answer = { answer: '', isAccepted: null, answeredOn: null }
      insertOwnObjection(db, { id, period, lineKey, sentId: null, ...raised, ...answer, isSample: false })
    }
    return ok({ id })
  })
}

/** 自报与核定. */
export const standingHandlers: Handlers<Pick<Calls, Own>, Context> = {
  'exchange.standing': (context, { period }) => {
    const store = openedStore(context)
    return store.ok ? standingOf(context, store.value, period) : store
  },

  'exchange.saveObjection': saveObjection,

  'exchange.dropObjection': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readOwnObjection(store.value.read, id)
    if (!row) return err('notFound')
    if (row.sentId !== null) return err('objectionAlreadySent')
    return writeIntent(context, 'exchange.dropObjection', { title: row.period }, (db) => {
      deleteOwnObjection(db, id)
      return ok({})
    })
  },
}
