import type { SignedIn } from '../../shared/access/contract'
import { allRights, areaOfRoom, isPermitted, type Rights } from '../../shared/access/roles'
import type { Need } from '../../shared/ipc/procedure'

/** What of `access.state` says what somebody may do. */
interface Seat {
  readonly isOn: boolean
  readonly person: SignedIn | null
}

/** What the person who is signed in may do; everything before the first answer and without accounts, since the service decides. */
export function rightsOf(seat: Seat | undefined): Rights {
  if (!seat?.isOn) return allRights
  return seat.person ?? { isAdmin: false, roles: {} }
}

/** Whether a call with this need may be made, in the area of its room. */
export function mayCall(rights: Rights, name: string, need: Need): boolean {
  return isPermitted(rights, need, areaOfRoom(name.split('.')[0] ?? ''))
}

/** Pages of 设置 that only the 管理员 changes; the others ask for each call. */
const adminTabs: ReadonlySet<string> = new Set(['bureau', 'year', 'calendars', 'clocks', 'rules', 'keys', 'sample'])
const firstTabOfSettings = 'bureau'

/** Whether somebody may work (or lead) in a room; in one that serves several areas a role in any of them will do. */
export function mayInRoom(rights: Rights, room: string, tab: string | undefined, need: Need): boolean {
  if (room !== 'settings') return isPermitted(rights, need, areaOfRoom(room))
  return !adminTabs.has(tab ?? firstTabOfSettings) || rights.isAdmin
}
