import type { ReadDb } from '../../db/access'
import { readRectRoles } from '../../db/repositories/rect-programs'
import type { Actor } from '../../shared/rectification/lifecycle'
import { appointedRoles, type RectRole } from '../../shared/rectification/record'
import type { Context } from '../context'

/**
 * The person at this seat with the roles of 整改分工. 承办 is open to everybody; a role that nobody was appointed to
 * is open too, so that a small bureau can work, but never to the doer of the finding itself.
 */
export function actorOf(context: Context, db: ReadDb): Actor {
  const name = context.actor()
  const holders = readRectRoles(db)
  const appointed = new Map<RectRole, readonly string[]>(
    appointedRoles.flatMap((role) => {
      const names = holders.filter((holder) => holder.role === role).map(({ personName }) => personName)
      return names.length === 0 ? [] : [[role, names]]
    }),
  )
  const held = appointedRoles.filter((role) => appointed.get(role)?.includes(name) ?? true)
  return { name, roles: new Set<RectRole>(['handler', ...held]), appointed }
}
