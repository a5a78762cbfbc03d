import type { Account } from '../../shared/access/contract'
import { accessRoles, workAreas, type AccessRole, type AreaRoles, type WorkArea } from '../../shared/access/roles'

/** The areas that a unit has: the district's own desk only in a district office. */
export function areasOf(mode: 'bureau' | 'district'): readonly WorkArea[] {
  return workAreas.filter((area) => area !== 'district' || mode === 'district')
}

/** What is typed of an account. */
export interface AccountDraft {
  readonly name: string
  readonly isAdmin: boolean
  readonly roles: AreaRoles
}

export const emptyAccount: AccountDraft = { name: '', isAdmin: false, roles: {} }

export function draftOfAccount({ name, isAdmin, roles }: Account): AccountDraft {
  return { name, isAdmin, roles }
}

/** The role in an area; one that is left out is 只看. */
export function roleIn(roles: AreaRoles, area: WorkArea): AccessRole {
  return roles[area] ?? 'viewer'
}

/** Roles with one of them changed; 只看 is what an area without a role is anyway. */
export function withRole(roles: AreaRoles, area: WorkArea, role: AccessRole): AreaRoles {
  const { [area]: _before, ...others } = roles
  return role === 'viewer' ? others : { ...others, [area]: role }
}

export const roleChoices: readonly AccessRole[] = accessRoles
