import type { ReadDb } from '../../db/access'
import { readAccountByName, readAccounts } from '../../db/repositories/accounts'
import { readPeople, readPersonByName } from '../../db/repositories/people'
import { namesIn } from '../../db/repositories/person-names'
import { err, ok, type Result } from '../../shared/core/result'
import { nameKey } from '../registry/people'

/** Whether the name can become a person's: one name, and not that of somebody written a little differently. */
export function checkNewName(db: ReadDb, name: string): Result<null> {
  if (readPersonByName(db, name)) return ok(null)
  if (namesIn(name).length > 1) return err('personNameSeveral', { name })
  const taken = readPeople(db, true).find((each) => nameKey(each.name) === nameKey(name))
  return taken ? err('personNameTaken', { name: taken.name }) : ok(null)
}

/** Whether an account may be made or changed so: a 管理员 first, one always, and a PIN for each. */
export function checkNewAccount(
  db: ReadDb,
  { name, isAdmin, hasPin }: { readonly name: string; readonly isAdmin: boolean; readonly hasPin: boolean },
): Result<null> {
  const known = readAccountByName(db, name)
  const others = readAccounts(db).filter(({ id }) => id !== known?.id)
  if (!isAdmin && !known && others.length === 0) return err('firstAccountIsAdmin')
  if (!isAdmin && !others.some((each) => each.isAdmin)) return err('lastAdminStays')
  return known || hasPin ? ok(null) : err('accountNeedsPin')
}
