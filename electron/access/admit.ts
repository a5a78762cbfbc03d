import { areaOfRoom, isPermitted } from '../../shared/access/roles'
import { err, ok, type Result } from '../../shared/core/result'
import type { Procedure } from '../../shared/ipc/procedure'
import { backupBefore } from '../backup/backup-before'
import type { Context } from '../context'
import { notPermitted } from './not-permitted'
import { isAccessOn, lockIfIdle, rightsOf, signedInAccount } from './signed-in'

type Asked = Pick<Procedure, 'needs'>

/** Whether whoever sits here may make the call; gives the context of that call. */
export function permit(context: Context, name: string, { needs: need }: Asked): Result<Context> {
  const state = context.storeState()
  if (!isAccessOn(state)) return ok(context)
  lockIfIdle(context)
  const account = signedInAccount(state, context.session)
  if (account === null || context.session.isLocked) {
    if (need !== 'open') return err('notSignedIn')
    return ok({ ...context, caller: { name: context.actor(), rights: { isAdmin: false, roles: {} }, need } })
  }
  const rights = rightsOf(account)
  const area = areaOfRoom(name.slice(0, name.indexOf('.')))
  if (!isPermitted(rights, need, area)) return notPermitted(need, area)
  const { personName } = account
  return ok({ ...context, actor: () => personName, caller: { name: personName, rights, need } })
}

/**
 * Asked before every call of the window. Where the accounts cannot be read there is nothing to protect, and everybody may
 * do everything. A change of many records that the person has confirmed is only let in behind a verified backup.
 */
export async function admit(
  context: Context,
  procedureName: string,
  procedure: Asked,
  confirmedRows: number | null,
): Promise<Result<Context>> {
  const permitted = permit(context, procedureName, procedure)
  if (!permitted.ok || confirmedRows === null) return permitted
  const kept = await backupBefore(context, 'mass-change')
  return kept.ok ? ok({ ...permitted.value, confirmedRows }) : kept
}
