import type { z } from 'zod'
import type { Store } from '../../db/access'
import { recordSent } from '../../db/repositories/packages'
import { readBureau } from '../../db/repositories/settings'
import { readTrustedKey, readTrustedKeys, saveTrustedKey, type TrustedKeyRow } from '../../db/repositories/trusted-keys'
import { err, ok, type Result } from '../../shared/core/result'
import type { exchangeContract, ownIdentitySchema, trustSchema } from '../../shared/exchange/contract'
import { fingerprintOf } from '../../shared/exchange/fingerprint'
import { packageFileName, recoveryFileName } from '../../shared/exchange/package-file-name'
import type { Handlers } from '../../shared/ipc/procedure'
import { openedStore, writeIntent, type Context } from '../context'
import { grantedFolder } from '../core/grants'
import { readIdentity, type Identity } from './identity-file'
import { changeIdentity, inTurn, newIdentity, ownIdentity } from './own-identity'
import { writePackage } from './package-file'
import { makeRecoveryCode, recoveryFileOf, replaceIdentity, restoreIdentity } from './recovery'
import { savePackageFile, type PackageFile } from './save-package-file'
import { keyIdOf, makeKeyPair, sign, successionMessage } from './signing'

type Own =
  | 'exchange.identity'
  | 'exchange.saveDevice'
  | 'exchange.changeSuite'
  | 'exchange.exportIdentity'
  | 'exchange.saveRecovery'
  | 'exchange.restoreIdentity'
  | 'exchange.renewIdentity'
  | 'exchange.trusts'
  | 'exchange.setTrust'

type OwnIdentity = z.infer<typeof ownIdentitySchema>

/** Our key without its secret. */
function present(store: Store, own: Result<Identity>): Result<OwnIdentity> {
  if (!own.ok) return own
  const { suite, madeAt, deviceLabel, recoverySavedOn } = own.value
  const keyId = keyIdOf(own.value)
  const unit = readBureau(store.read)?.name ?? ''
  return ok({ unit, keyId, suite, fingerprint: fingerprintOf(keyId), madeAt, deviceLabel, recoverySavedOn })
}

function presentTrust(row: TrustedKeyRow): z.infer<typeof trustSchema> {
  const { id, unit, firstSeenAt, changedAt, changedBy, replacesId } = row
  return {
    keyId: id,
    unit,
    // Only written from the same closed types.
    role: row.role as z.infer<typeof trustSchema>['role'],
    state: row.state as z.infer<typeof trustSchema>['state'],
    suite: row.suite as OwnIdentity['suite'],
    fingerprint: fingerprintOf(id),
    firstSeenAt,
    changedAt,
    changedBy,
    replacesId,
  }
}

/** The key that follows ours, named by it; what ours has signed stays valid. */
async function successorOf(context: Context, own: Identity, suite: Identity['suite']): Promise<Identity> {
  const next = await makeKeyPair(suite)
  const before = { keyId: keyIdOf(own), suite: own.suite, publicKey: own.publicKey }
  const now = context.now()
  return {
    ...own,
    ...next,
    madeAt: now,
    recoverySavedOn: null,
    replaces: { ...before, signature: await sign(own, successionMessage(next)) },
    earlier: [...own.earlier, { ...before, replacedAt: now }],
  }
}

/** Writes the small file by which others come to know our key, and enters it as sent. */
export async function exportIdentity(context: Context, store: Store, folder: string): Promise<Result<PackageFile>> {
  const own = await ownIdentity(context, store)
  if (!own.ok) return own
  const draft = {
    kind: 'identity',
    to: null,
    period: null,
    year: null,
    edition: 1,
    checkCode: '',
    counts: {},
    ruleSet: null,
    payload: { deviceLabel: own.value.deviceLabel },
    files: [],
    attachments: [],
  } as const
  const written = await writePackage(context, store, draft, { passphrase: null })
  if (!written.ok) return written
  const saved = await savePackageFile(
    context,
    folder,
    packageFileName(written.value.manifest, { isEncrypted: false }),
    written.value.bytes,
  )
  if (!saved.ok) return saved
  const { path: _path, ...file } = saved.value
  return writeIntent(context, 'exchange.send', { title: file.fileName }, (db) => {
    recordSent(db, written.value, {
      fileName: file.fileName,
      at: context.now(),
      by: context.actor(),
      content: null,
    })
    return ok(file)
  })
}

/** 密钥与信任. */
export const identityHandlers: Handlers<Pick<typeof exchangeContract, Own>, Context> = {
  'exchange.identity': async (context) => {
    const store = openedStore(context)
    return store.ok ? present(store.value, await ownIdentity(context, store.value)) : store
  },

  'exchange.saveDevice': (context, { label }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const deviceLabel = label.trim()
    if (deviceLabel === '') return err('invalidInput')
    return changeIdentity(context, store.value, async (own) => ok({ identity: { ...own, deviceLabel }, value: {} }))
  },

  'exchange.changeSuite': async (context, { suite }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const changed = await changeIdentity(context, store.value, async (own) => {
      const identity = own.suite === suite ? own : await successorOf(context, own, suite)
      return ok({ identity, value: identity })
    })
    return present(store.value, changed)
  },

  'exchange.exportIdentity': async (context, { folder: token }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const folder = grantedFolder(context, token)
    if (!folder.ok) return folder
    const file = await exportIdentity(context, store.value, folder.value)
    return file.ok ? ok({ file: file.value }) : file
  },

  'exchange.saveRecovery': async (context, { folder: token }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const folder = grantedFolder(context, token)
    if (!folder.ok) return folder
    return changeIdentity(context, store.value, async (own) => {
      const identity = { ...own, recoverySavedOn: context.today() }
      const code = makeRecoveryCode()
      const unit = readBureau(store.value.read)?.name ?? ''
      const bytes = await recoveryFileOf(identity, code)
      const saved = await savePackageFile(context, folder.value, recoveryFileName(unit), bytes)
      if (!saved.ok) return saved
      const { path: _path, ...file } = saved.value
      return ok({ identity, value: { file, code, fingerprint: fingerprintOf(keyIdOf(identity)) } })
    })
  },

  'exchange.restoreIdentity': async (context, { bytes, code }) => {
    const store = openedStore(context)
    return store.ok ? present(store.value, await restoreIdentity(context, store.value, bytes, code)) : store
  },

  'exchange.renewIdentity': async (context) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const lost = await ownIdentity(context, store.value)
    if (lost.ok || lost.error.code !== 'identityBroken') return present(store.value, lost)
    const renewed = await inTurn(context, async () => {
      const mended = readIdentity(context.dataFolder)
      if (mended.ok && mended.value) return ok(mended.value)
      return replaceIdentity(context, store.value, await newIdentity(context, 'ed25519-sha256'))
    })
    return present(store.value, renewed)
  },

  'exchange.trusts': (context) => {
    const store = openedStore(context)
    return store.ok ? ok(readTrustedKeys(store.value.read).map(presentTrust)) : store
  },

  'exchange.setTrust': (context, { keyId, state }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readTrustedKey(store.value.read, keyId)
    if (!row) return err('notFound')
    const intent = state === 'trusted' ? 'exchange.trustKey' : 'exchange.revokeKey'
    return writeIntent(context, intent, { title: row.unit, fingerprint: fingerprintOf(keyId).digits }, (db) => {
      saveTrustedKey(db, { ...row, state, changedAt: context.now(), changedBy: context.actor() })
      return ok({})
    })
  },
}
