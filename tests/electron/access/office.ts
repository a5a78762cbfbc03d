import { insertAccount, updateAccount } from '../../../db/repositories/accounts'
import { ensurePerson } from '../../../db/repositories/people'
import { seatAccount } from '../../../electron/access/sign-in'
import type { AreaRoles } from '../../../shared/access/roles'
import { aBureau, writing, type Service, type ServiceOptions } from '../../builders'

/** A PIN as it is kept, computed once: `2468`. */
const pin = 'scrypt$15$8$1$c2l6aHVhLXRlc3Qtc2FsdA$V7m5cPnLkm1m0vG3mGmVh3sGzL9jX2p0p9m0cXn0cXo'

export interface Colleague {
  readonly name: string
  readonly isAdmin?: boolean
  readonly roles?: AreaRoles
}

/** One person of each kind; the names say what they may do. */
export const colleagues = {
  viewer: { name: '只看01' },
  member: { name: '招商组员01', roles: { investment: 'member' } },
  leader: { name: '招商组长01', roles: { investment: 'leader' } },
  other: { name: '收入组员01', roles: { revenue: 'member' } },
  admin: { name: '管理员01', isAdmin: true },
} as const satisfies Readonly<Record<string, Colleague>>

/** Gives people an account each, past the calls, so that no PIN has to be computed. */
export function giveAccounts(service: Service, people: readonly Colleague[]): void {
  writing(service.store(), (db) => {
    for (const { name, isAdmin = false, roles = {} } of people) {
      ensurePerson(db, name, { rank: '', isSample: false, newId: service.context.newId })
      const secrets = { pin, recoveryCode: '', failures: 0 }
      insertAccount(db, {
        id: `account-${name}`,
        personName: name,
        isAdmin,
        roles,
        ...secrets,
        createdAt: '2022-01-01',
      })
    }
  })
}

/** This person has signed in. */
export function seat(service: Service, { name }: Colleague): void {
  seatAccount(service.context, `account-${name}`)
}

export function setRoles(service: Service, { name }: Colleague, roles: AreaRoles): void {
  writing(service.store(), (db) => updateAccount(db, `account-${name}`, { roles }))
}

/** A bureau in which everybody of `colleagues` has an account and nobody has signed in. */
export async function anOffice(options: ServiceOptions = {}): Promise<Service> {
  const service = await aBureau(options)
  giveAccounts(service, Object.values(colleagues))
  return service
}
