import type { ReadDb } from '../../db/access'
import { hasAccounts, readAccount, type AccountRow } from '../../db/repositories/accounts'
import { readPreference } from '../../db/repositories/preferences'
import { allRights, levelOf, type Rights } from '../../shared/access/roles'
import type { Need } from '../../shared/ipc/procedure'
import type { Context, StoreState } from '../context'
import type { Session } from './session'

/** The bureau's choice. Unit: minutes. */
export const autoLockKey = 'access.autoLockMinutes'
export const usualAutoLockMinutes = 10

/** The ledger in which accounts stand; null where none can be read, and everybody may do everything. */
export function readableDb(state: StoreState): ReadDb | null {
  return state.kind === 'open' && state.store.connection.open ? state.store.read : null
}

/** Whether people sign in on this computer at all. */
export function isAccessOn(state: StoreState): boolean {
  const db = readableDb(state)
  return db !== null && hasAccounts(db)
}

/** Who has signed in, locked or not; null for nobody, or when the account is gone since. */
export function signedInAccount(state: StoreState, { accountId }: Pick<Session, 'accountId'>): AccountRow | null {
  const db = readableDb(state)
  return db === null || accountId === null ? null : readAccount(db, accountId)
}

/** Unit: minutes without a key or a click. */
export function autoLockMinutes(db: ReadDb): number {
  const kept = Number(readPreference(db, autoLockKey) ?? usualAutoLockMinutes)
  return Number.isInteger(kept) && kept >= 1 ? kept : usualAutoLockMinutes
}

/** Locks; who it was stays known, so that the lock screen can name the person. */
export function lockSession(context: Context): void {
  const { session } = context
  if (session.isLocked || signedInAccount(context.storeState(), session) === null) return
  session.isLocked = true
  context.announce(['access'])
}

/** Locks when nobody has touched the computer for too long by a clock that nobody can turn. */
export function lockIfIdle(context: Context): void {
  const { session } = context
  const db = readableDb(context.storeState())
  if (db === null || session.accountId === null || session.isLocked) return
  if (context.monotonic() - session.lastActive > autoLockMinutes(db) * 60_000) lockSession(context)
}

export function rightsOf({ isAdmin, roles }: Pick<AccountRow, 'isAdmin' | 'roles'>): Rights {
  return { isAdmin, roles }
}

/** The most that whoever sits here may do just now; `open` where nobody has signed in or it is locked. */
export function sessionLevel(context: Context): Need {
  const state = context.storeState()
  if (!isAccessOn(state)) return levelOf(allRights)
  const account = context.session.isLocked ? null : signedInAccount(state, context.session)
  return account === null ? 'open' : levelOf(rightsOf(account))
}
