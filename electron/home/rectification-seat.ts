import type { Store } from '../../db/access'
import type { Holders } from '../../db/repositories/finding-dues'
import { readRectRoles } from '../../db/repositories/rect-programs'
import { readGroups } from '../../db/repositories/registry'
import type { TodayView } from '../../shared/home/contract'
import type { Onlooker } from '../../shared/home/sections'
import { rectificationWords } from '../../shared/terms/home'

/** Who looks at 整改台账 on 今天, and at whose findings. */
export interface RectificationSeat {
  readonly name: string | null
  readonly holders: Holders | null
  /** Roles that the person was appointed to. */
  readonly roles: ReadonlySet<string>
  /** Whether what waits for a role is shown: to its holders, to everybody where nobody holds it, and in the view of all. */
  readonly seesRole: (role: string) => boolean
  /** Who holds a role, in words; '' when nobody does. */
  readonly holdersOf: (role: string) => string
}

/** The people whose findings a view shows: the own, and those of the groups that are led. */
function namesOf(store: Store, view: TodayView, who: Onlooker): readonly string[] {
  if (view === 'own') return [who.name]
  const groups = readGroups(store.read).filter(({ stream }) => who.leads.has(stream))
  return [...new Set([who.name, ...groups.map(({ personName }) => personName)])]
}

export function seatOf(store: Store, view: TodayView, who: Onlooker | null): RectificationSeat {
  const appointed = readRectRoles(store.read)
  const roles = new Set(appointed.flatMap(({ role, personName }) => (personName === who?.name ? [role] : [])))
  const isOfAll = view === 'all' || who === null
  const isHeld = (role: string): boolean => appointed.some((each) => each.role === role)
  const seesRole = (role: string): boolean => isOfAll || roles.has(role) || !isHeld(role)
  return {
    name: who?.name ?? null,
    holders: isOfAll ? null : { names: namesOf(store, view, who), withUnheld: seesRole('sectionHead') },
    roles,
    seesRole,
    holdersOf: (role) =>
      appointed
        .filter((each) => each.role === role)
        .map(({ personName }) => personName)
        .join(rectificationWords.separator),
  }
}
