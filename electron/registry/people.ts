import type { Store } from '../../db/access'
import { readLinksOfPerson } from '../../db/repositories/enterprises'
import { countHandoversOf } from '../../db/repositories/handovers'
import {
  countVisitsOf,
  deletePerson,
  idOfPerson,
  insertPerson,
  readPeople,
  readPerson,
  updatePerson,
  type PersonRow,
} from '../../db/repositories/people'
import { countNamed, namesIn, renameEverywhere } from '../../db/repositories/person-names'
import { countRolesOf } from '../../db/repositories/rect-programs'
import { readGroups, saveRolesOf } from '../../db/repositories/registry'
import { readSections } from '../../db/repositories/sections'
import { err, ok, type Result } from '../../shared/core/result'
import type { Input } from '../../shared/ipc/procedure'
import type { registryContract } from '../../shared/registry/contract'
import { placesText } from '../../shared/terms/registry'
import { openedStore, writeIntent, type Context } from '../context'

type Calls = typeof registryContract

/** How a name is compared with others: full-width and half-width alike, without spaces. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
}

/** Adds a person or changes one; a new name is written wherever records had the old one. */
export function savePerson(
  context: Context,
  { id, fields, roles }: Input<Calls['registry.savePerson']>,
): Result<{ readonly id: string }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const db = store.value.read
  const known = id === null ? null : readPerson(db, id)
  if (id !== null && !known) return err('notFound')
  const name = fields.name.trim()
  if (name === '') return err('personNeedsName')
  if (namesIn(name).length > 1) return err('personNameSeveral', { name })
  const taken = readPeople(db, true).find((each) => each.id !== id && nameKey(each.name) === nameKey(name))
  if (taken) return err('personNameTaken', { name: taken.name })
  if (fields.sectionId !== null && !readSections(db).some((section) => section.id === fields.sectionId))
    return err('notFound')
  const row: PersonRow = {
    ...fields,
    name,
    rank: fields.rank.trim(),
    phone: fields.phone.trim(),
    id: known?.id ?? idOfPerson(db, name, context.newId),
    isSample: known?.isSample ?? false,
  }
  return writeIntent(context, 'registry.savePerson', { title: name }, (writer) => {
    if (known) {
      updatePerson(writer, known.id, row)
      if (known.name !== name) renameEverywhere(writer, known.name, name)
    } else insertPerson(writer, row)
    if (roles) saveRolesOf(writer, row.id, roles, context.newId)
    return ok({ id: row.id })
  })
}

/** Records that name the person, by table. */
function placesOf(store: Store, person: PersonRow): ReadonlyMap<string, number> {
  const db = store.read
  const places = new Map<string, number>(countNamed(db, person.name))
  const add = (table: string, count: number): void => {
    if (count > 0) places.set(table, (places.get(table) ?? 0) + count)
  }
  add('visit', countVisitsOf(db, person.id))
  add('enterprise_link', readLinksOfPerson(db, person.id).length)
  add('group_role', readGroups(db).filter(({ personName }) => personName === person.name).length)
  add('rect_role', countRolesOf(db, person.id))
  add('handover', countHandoversOf(db, person.id))
  return places
}

/** Deletes a person whom no record names. */
export function removePerson(context: Context, id: string): Result<Record<string, never>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const person = readPerson(store.value.read, id)
  if (!person) return err('notFound')
  const places = placesOf(store.value, person)
  const count = [...places.values()].reduce((sum, each) => sum + each, 0)
  if (count > 0) return err('personStillNamed', { name: person.name, count, where: placesText(places) })
  return writeIntent(context, 'registry.removePerson', { title: person.name }, (db) => {
    deletePerson(db, id)
    return ok({})
  })
}
