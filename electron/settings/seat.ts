import type { ReadDb, WriteDb } from '../../db/access'
import { readPerson, readPersonByName, type PersonRow } from '../../db/repositories/people'
import { readPreference, savePreference } from '../../db/repositories/preferences'
import { readGroups } from '../../db/repositories/registry'
import type { settingsContract } from '../../shared/settings/contract'
import type { Output } from '../../shared/ipc/procedure'
import type { Context, StoreState } from '../context'

type Seated = Output<(typeof settingsContract)['settings.get']>['person']

function keyOf(account: string): string {
  return `actor.${account}`
}

/** The person chosen for an account; null when none was chosen or the person is gone. */
export function seatOfState(state: StoreState, account: string): PersonRow | null {
  if (state.kind !== 'open' || !state.store.connection.open) return null
  const id = readPreference(state.store.read, keyOf(account))
  return id === null ? null : readPerson(state.store.read, id)
}

/** Chooses who sits at this account; null forgets it. */
export function saveSeat(db: WriteDb, account: string, personId: string | null): void {
  savePreference(db, keyOf(account), personId)
}

/** The person who is recorded as the actor, with the groups that he or she leads. */
export function seatedPerson(context: Context, db: ReadDb): Seated {
  const person = readPersonByName(db, context.actor())
  if (!person) return null
  const own = readGroups(db).filter(({ role, personName }) => role === 'leader' && personName === person.name)
  return { id: person.id, name: person.name, leads: [...new Set(own.map(({ stream }) => stream))] }
}
