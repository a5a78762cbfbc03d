import { readAccount, readAccountByName, updateAccount, type AccountRow } from '../../db/repositories/accounts'
import { refusalOfWrite } from '../../db/refusal'
import { freeTries, waitAfter } from '../../shared/access/waiting'
import { err, ok, type Result } from '../../shared/core/result'
import { openedStore, writeIntent, type Context } from '../context'
import { inTurn } from '../core/in-turn'
import { checkSecret, hashSecret } from './pin'

interface Proved {
  readonly account: AccountRow
  /** Kept with less than is usual now: to be kept anew. */
  readonly isOutdated: boolean
}

/** One try after the other: many at once would all be made before the first one counts. */
export function inAccessTurn<T>(context: Context, work: () => Promise<T>): Promise<T> {
  return inTurn(`access ${context.dataFolder}`, work)
}

function failuresOf({ session }: Context, { id, failures }: AccountRow): number {
  return Math.max(failures, session.failures.get(id) ?? 0)
}

/** What is left of the wait; after a restart it begins anew, and no clock that can be turned counts. Unit: seconds. */
export function secondsToWait(context: Context, account: AccountRow): number {
  const { session } = context
  const until = session.waitUntil.get(account.id) ?? session.startedAt + waitAfter(failuresOf(context, account)) * 1000
  return Math.max(0, Math.ceil((until - context.monotonic()) / 1000))
}

/** The count of wrong PINs begins anew. */
export function forgetFailures({ session }: Context, accountId: string): void {
  session.failures.delete(accountId)
  session.waitUntil.delete(accountId)
}

function countFailure(context: Context, account: AccountRow): Result<never> {
  const failures = failuresOf(context, account) + 1
  const seconds = waitAfter(failures)
  context.session.failures.set(account.id, failures)
  context.session.waitUntil.set(account.id, context.monotonic() + seconds * 1000)
  const store = openedStore(context)
  if (store.ok && store.value.readOnly === null) {
    const counted = writeIntent(context, 'access.fail', { title: account.personName }, (db) => {
      updateAccount(db, account.id, { failures })
      return ok(null)
    })
    if (!counted.ok) return counted
  }
  return seconds > 0 ? err('waitForPin', { seconds }) : err('wrongPin', { left: freeTries - failures })
}

/** Whether it is the account's PIN; a wrong one is counted and lengthens the wait. */
export function provePin(context: Context, accountId: string, pin: string): Promise<Result<Proved>> {
  return inAccessTurn(context, async () => {
    const store = openedStore(context)
    if (!store.ok) return store
    const account = readAccount(store.value.read, accountId)
    if (!account) return err('notSignedIn')
    const seconds = secondsToWait(context, account)
    if (seconds > 0) return err('waitForPin', { seconds })
    const { isRight, isOutdated } = await checkSecret(pin, account.pin)
    return isRight ? ok({ account, isOutdated }) : countFailure(context, account)
  })
}

/** The account of that name. */
export function accountNamed(context: Context, name: string): Result<AccountRow> {
  const store = openedStore(context)
  if (!store.ok) return store
  const account = readAccountByName(store.value.read, name.trim())
  return account ? ok(account) : err('accountNotFound', { name })
}

/** Notes a right PIN. Nobody is kept out of a ledger because it cannot be written, e.g. on a full disk. */
function noteSignIn(context: Context, { account, isOutdated }: Proved, renewed: string | null): void {
  const store = openedStore(context)
  if (!store.ok || store.value.readOnly !== null) return
  const own = { ...context, actor: () => account.personName }
  const pin = isOutdated && renewed !== null ? { pin: renewed } : {}
  try {
    writeIntent(own, 'access.signIn', {}, (db) => {
      updateAccount(db, account.id, { failures: 0, ...pin })
      return ok(null)
    })
  } catch (cause) {
    if (!refusalOfWrite(cause)) throw cause
  }
}

/** From now on this person sits here. */
export function seatAccount(context: Context, accountId: string): void {
  const { session } = context
  session.accountId = accountId
  session.isLocked = false
  session.lastActive = context.monotonic()
}

/** Proves who it is and lets him or her in. */
export async function signIn(context: Context, name: string, pin: string): Promise<Result<AccountRow>> {
  const known = accountNamed(context, name)
  if (!known.ok) return known
  const proved = await provePin(context, known.value.id, pin)
  if (!proved.ok) return proved
  const renewed = proved.value.isOutdated ? await hashSecret(pin) : null
  seatAccount(context, known.value.id)
  forgetFailures(context, known.value.id)
  noteSignIn(context, proved.value, renewed)
  return ok(proved.value.account)
}
