import {
  deleteAccount,
  insertAccount,
  readAccount,
  readAccountByName,
  readAccounts,
  updateAccount,
  type AccountRow,
} from '../../db/repositories/accounts'
import { savePreference } from '../../db/repositories/preferences'
import { ensurePerson } from '../../db/repositories/people'
import type { accessContract, SignedIn } from '../../shared/access/contract'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import { checkNewAccount, checkNewName } from '../access/check-account'
import { checkSecret, hashSecret } from '../access/pin'
import { newRecoveryCode, plainRecoveryCode } from '../access/recovery-code'
import { forgetFailures, inAccessTurn, provePin, seatAccount, signIn, accountNamed } from '../access/sign-in'
import {
  autoLockKey,
  autoLockMinutes,
  isAccessOn,
  lockIfIdle,
  lockSession,
  readableDb,
  signedInAccount,
  usualAutoLockMinutes,
} from '../access/signed-in'
import { openedStore, writeIntent, type Context } from '../context'

function present({ personName, isAdmin, roles }: AccountRow): SignedIn {
  return { name: personName, isAdmin, roles }
}

/** A PIN and the code that stands in for it, as they are kept; the code itself is shown once. */
async function newSecrets(pin: string) {
  const code = newRecoveryCode()
  const kept = { pin: await hashSecret(pin), recoveryCode: await hashSecret(plainRecoveryCode(code)), failures: 0 }
  return { code, kept }
}

/** The account of whoever makes the call, with its PIN proved once more. */
async function ownAccount(context: Context, pin: string): Promise<Result<AccountRow>> {
  const account = signedInAccount(context.storeState(), context.session)
  if (account === null) return err('notSignedIn')
  const proved = await provePin(context, account.id, pin)
  if (!proved.ok) return proved
  forgetFailures(context, account.id)
  return ok(proved.value.account)
}

export const accessHandlers: Handlers<typeof accessContract, Context> = {
  'access.state': (context) => {
    lockIfIdle(context)
    const state = context.storeState()
    const db = readableDb(state)
    const account = signedInAccount(state, context.session)
    return ok({
      isOn: isAccessOn(state),
      person: account && present(account),
      isLocked: account !== null && context.session.isLocked,
      names: db ? readAccounts(db).map(({ personName }) => personName) : [],
      autoLockMinutes: db ? autoLockMinutes(db) : usualAutoLockMinutes,
    })
  },

  'access.signIn': async (context, { name, pin }) => {
    const signedIn = await signIn(context, name, pin)
    if (!signedIn.ok) return signedIn
    context.announce(['access'])
    return ok({})
  },

  'access.signOut': (context) => {
    context.session.accountId = null
    context.session.isLocked = false
    context.announce(['access'])
    return ok({})
  },

  'access.lock': (context) => {
    lockSession(context)
    return ok({})
  },

  'access.active': (context) => {
    // Whoever comes back too late finds it locked.
    lockIfIdle(context)
    if (!context.session.isLocked) context.session.lastActive = context.monotonic()
    return ok({})
  },

  'access.recover': (context, { name, code, newPin }) =>
    inAccessTurn(context, async () => {
      const known = accountNamed(context, name)
      if (!known.ok) return known
      const { id, personName, recoveryCode } = known.value
      const { isRight } = await checkSecret(plainRecoveryCode(code), recoveryCode)
      if (!isRight) return err('accountCodeWrong')
      const next = await newSecrets(newPin)
      const own = { ...context, actor: () => personName }
      const saved = writeIntent(own, 'access.recover', {}, (db): Result<{ recoveryCode: string }> => {
        // It holds once, also for two who type it at the same time.
        if (readAccount(db, id)?.recoveryCode !== recoveryCode) return err('accountCodeWrong')
        updateAccount(db, id, next.kept)
        return ok({ recoveryCode: next.code })
      })
      if (saved.ok) forgetFailures(context, id)
      return saved
    }),

  'access.accounts': (context) => {
    const store = openedStore(context)
    if (!store.ok) return store
    return ok(
      readAccounts(store.value.read).map((account) => ({
        ...present(account),
        hasRecoveryCode: account.recoveryCode !== '',
        failures: account.failures,
        createdAt: account.createdAt,
      })),
    )
  },

  'access.saveAccount': async (context, { name, isAdmin, roles, pin }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const db = store.value.read
    const wanted = { name, isAdmin, hasPin: pin !== null }
    const allowed = checkNewAccount(db, wanted)
    if (!allowed.ok) return allowed
    const secrets = pin === null ? null : await newSecrets(pin)
    const isFirst = !isAccessOn(context.storeState())
    const saved = writeIntent(context, 'access.saveAccount', { title: name }, (writer): Result<string> => {
      // Others may have been changed while the PIN was computed.
      const stillAllowed = checkNewAccount(writer, wanted)
      if (!stillAllowed.ok) return stillAllowed
      const known = readAccountByName(writer, name)
      const fields = { isAdmin, roles, ...secrets?.kept }
      if (known) {
        updateAccount(writer, known.id, fields)
        return ok(known.id)
      }
      if (!secrets) return err('accountNeedsPin')
      const named = checkNewName(writer, name)
      if (!named.ok) return named
      ensurePerson(writer, name, { rank: '', isSample: false, newId: context.newId })
      const id = context.newId()
      insertAccount(writer, { id, personName: name, isAdmin, roles, ...secrets.kept, createdAt: context.now() })
      return ok(id)
    })
    if (!saved.ok) return saved
    if (secrets) forgetFailures(context, saved.value)
    // Whoever sets up the first account has just typed its PIN.
    if (isFirst) seatAccount(context, saved.value)
    return ok({ recoveryCode: secrets?.code ?? null })
  },

  'access.removeAccount': (context, { name }) => {
    const known = accountNamed(context, name)
    if (!known.ok) return known
    return writeIntent(context, 'access.removeAccount', { title: known.value.personName }, (db) => {
      const isLastAdmin = readAccounts(db).every(({ id, isAdmin }) => !isAdmin || id === known.value.id)
      if (isLastAdmin) return err('lastAdminStays')
      deleteAccount(db, known.value.id)
      return ok({})
    })
  },

  'access.turnOff': async (context, { pin }) => {
    if (!isAccessOn(context.storeState())) return ok({})
    const own = await ownAccount(context, pin)
    if (!own.ok) return own
    return writeIntent(context, 'access.turnOff', {}, (db) => {
      for (const { id } of readAccounts(db)) deleteAccount(db, id)
      return ok({})
    })
  },

  'access.changePin': async (context, { pin, newPin }) => {
    const own = await ownAccount(context, pin)
    if (!own.ok) return own
    const kept = await hashSecret(newPin)
    return writeIntent(context, 'access.changePin', {}, (db) => {
      updateAccount(db, own.value.id, { pin: kept, failures: 0 })
      return ok({})
    })
  },

  'access.renewRecoveryCode': async (context, { pin }) => {
    const own = await ownAccount(context, pin)
    if (!own.ok) return own
    const code = newRecoveryCode()
    const kept = await hashSecret(plainRecoveryCode(code))
    return writeIntent(context, 'access.renewRecoveryCode', {}, (db) => {
      updateAccount(db, own.value.id, { recoveryCode: kept, failures: 0 })
      return ok({ recoveryCode: code })
    })
  },

  'access.setAutoLock': (context, { minutes }) =>
    writeIntent(context, 'access.setAutoLock', { value: String(minutes) }, (db) => {
      savePreference(db, autoLockKey, String(minutes))
      return ok({})
    }),
}
