import { isReached } from '../../shared/access/roles'
import { err, ok, type Result } from '../../shared/core/result'
import type { Need, Procedure } from '../../shared/ipc/procedure'
import { notPermitted } from './not-permitted'

/** Whether a call that the main process answers itself may be made, by what the service last told of the session. */
export function admitShell<Context>(
  context: Context,
  level: Need,
  { needs }: Pick<Procedure, 'needs'>,
): Result<Context> {
  if (isReached(level, needs)) return ok(context)
  return level === 'open' ? err('notSignedIn') : notPermitted(needs, null)
}
