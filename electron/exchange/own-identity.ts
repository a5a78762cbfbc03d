import { readPreference, savePreference } from '../../db/repositories/preferences'
import type { Store } from '../../db/access'
import { err, ok, type Result } from '../../shared/core/result'
import { fingerprintOf } from '../../shared/exchange/fingerprint'
import type { SignatureSuite } from '../../shared/exchange/manifest'
import { identityProblems, usualDeviceLabel } from '../../shared/terms/exchange-keys'
import type { Session } from '../access/session'
import { writeIntent, type Context } from '../context'
import { readIdentity, writeIdentity, type Identity } from './identity-file'
import { keyIdOf, makeKeyPair } from './signing'

/** The store remembers which key it had, so that a lost key file is never taken for a first start. */
const keyPreference = 'exchange.keyId'

// By the session, which all calls of one program share.
const turns = new WeakMap<Session, Promise<unknown>>()

/** One change of the key file at a time: two packages written at once must not take the same sequence. */
export function inTurn<T>(context: Context, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(context.session) ?? Promise.resolve()).then(work)
  turns.set(
    context.session,
    turn.catch(() => {}),
  )
  return turn
}

/** A new key of this PC, not yet written. */
export async function newIdentity(context: Context, suite: SignatureSuite): Promise<Identity> {
  return {
    format: 'sizhua-identity',
    version: 1,
    ...(await makeKeyPair(suite)),
    device: context.newId(),
    deviceLabel: usualDeviceLabel(context.account),
    madeAt: context.now(),
    sequence: 0,
    lastDigest: null,
    recoverySavedOn: null,
    replaces: null,
    earlier: [],
  }
}

/** Writes the key file and lets the store know which key it is. */
export async function keepIdentity(context: Context, store: Store, identity: Identity): Promise<Result<Identity>> {
  const written = await writeIdentity(context.dataFolder, identity)
  if (!written.ok) return written
  const keyId = keyIdOf(identity)
  if (readPreference(store.read, keyPreference) === keyId) return ok(identity)
  const params = { title: fingerprintOf(keyId).digits }
  const noted = writeIntent(context, 'exchange.makeKey', params, (db) => {
    savePreference(db, keyPreference, keyId)
    return ok(null)
  })
  return noted.ok ? ok(identity) : noted
}

async function readOrMake(context: Context, store: Store): Promise<Result<Identity>> {
  const read = readIdentity(context.dataFolder)
  if (!read.ok) return read
  if (read.value) return ok(read.value)
  if (readPreference(store.read, keyPreference) !== null)
    return err('identityBroken', { detail: identityProblems.missing })
  return keepIdentity(context, store, await newIdentity(context, 'ed25519-sha256'))
}

/** The key of this PC; made at first use, never in place of one that is lost. */
export function ownIdentity(context: Context, store: Store): Promise<Result<Identity>> {
  return inTurn(context, () => readOrMake(context, store))
}

/** Changes the key file; what `work` gives is written before its value comes back. */
export function changeIdentity<T>(
  context: Context,
  store: Store,
  work: (identity: Identity) => Promise<Result<{ readonly identity: Identity; readonly value: T }>>,
): Promise<Result<T>> {
  return inTurn(context, async () => {
    const own = await readOrMake(context, store)
    if (!own.ok) return own
    const changed = await work(own.value)
    if (!changed.ok) return changed
    const kept = await keepIdentity(context, store, changed.value.identity)
    return kept.ok ? ok(changed.value.value) : kept
  })
}
