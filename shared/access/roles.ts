import { z } from 'zod'
import { streams, type Stream } from '../core/schemas'
import type { Need } from '../ipc/procedure'

/** What a person can have a role in: the four streams, 整改 and, in a district office, its own desk. */
export const workAreas = [...streams, 'rectification', 'district'] as const
export type WorkArea = (typeof workAreas)[number]
export const workAreaSchema = z.enum(workAreas)

/** 只看, 组员, 组长; 管理员 is a mark of its own and may do everything. */
export const accessRoles = ['viewer', 'member', 'leader'] as const
export type AccessRole = (typeof accessRoles)[number]
export const accessRoleSchema = z.enum(accessRoles)

export const areaRolesSchema = z.partialRecord(workAreaSchema, accessRoleSchema)
export type AreaRoles = z.infer<typeof areaRolesSchema>

/** What somebody may do, as far as calls and records ask. */
export interface Rights {
  readonly isAdmin: boolean
  readonly roles: AreaRoles
}

/** Where nobody signs in, everybody may do everything, as on paper. */
export const allRights: Rights = { isAdmin: true, roles: {} }

const rankOfRole: Readonly<Record<AccessRole, number>> = { viewer: 1, member: 2, leader: 3 }
const rankOfNeed: Readonly<Record<Need, number>> = { open: 0, view: 1, work: 2, lead: 3, admin: 4 }

/** Whether a right reaches what is needed, in one area or, for `null`, in any. */
export function isPermitted(rights: Rights, need: Need, area: WorkArea | null): boolean {
  if (rights.isAdmin || rankOfNeed[need] <= rankOfRole.viewer) return true
  if (need === 'admin') return false
  const held = area === null ? Object.values(rights.roles) : [rights.roles[area] ?? 'viewer']
  return held.some((role) => rankOfRole[role] >= rankOfNeed[need])
}

/** The most that somebody may do in any area, as the calls ask for it. */
export function levelOf(rights: Rights): Need {
  if (rights.isAdmin) return 'admin'
  if (isPermitted(rights, 'lead', null)) return 'lead'
  return isPermitted(rights, 'work', null) ? 'work' : 'view'
}

/** Whether a need is met by a level. */
export function isReached(level: Need, need: Need): boolean {
  return rankOfNeed[need] <= rankOfNeed[level]
}

/** The greater of two needs. */
export function strongerNeed(one: Need, other: Need): Need {
  return isReached(one, other) ? one : other
}

/** The area that a room belongs to; null for rooms that serve several. */
export function areaOfRoom(room: string): WorkArea | null {
  return (workAreas as readonly string[]).includes(room) ? (room as WorkArea) : null
}

/** Roles as the groups have them: the first proposal for a new account. */
export function rolesOfGroups(
  groups: readonly { readonly stream: Stream; readonly role: 'leader' | 'member'; readonly personName: string }[],
  name: string,
): AreaRoles {
  const roles: Partial<Record<WorkArea, AccessRole>> = {}
  for (const { stream, role, personName } of groups) {
    if (personName !== name) continue
    roles[stream] = role === 'leader' || roles[stream] === 'leader' ? 'leader' : 'member'
  }
  return roles
}
