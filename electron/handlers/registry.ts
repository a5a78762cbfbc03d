import { readEnterprise } from '../../db/repositories/enterprises'
import { readEnterprisePage } from '../../db/repositories/enterprise-page'
import { readHandovers } from '../../db/repositories/handovers'
import { readPeople, readPerson } from '../../db/repositories/people'
import {
  countSectionPeople,
  deleteSection,
  insertSection,
  readSections,
  renameSection,
} from '../../db/repositories/sections'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { registryContract } from '../../shared/registry/contract'
import { openedStore, writeIntent, type Context } from '../context'
import { mergeEnterprises, removeEnterprises, saveEnterprise, saveLinks } from '../registry/enterprises'
import { findByText } from '../registry/find'
import { handOver } from '../registry/hand-over'
import { openItemsOf } from '../registry/open-items'
import { removePerson, savePerson } from '../registry/people'
import { presentDuplicates, presentEnterprise, presentEnterprises, presentPeople } from '../registry/present'

type Calls = typeof registryContract

const sectionHandlers: Handlers<
  Pick<Calls, 'registry.sections' | 'registry.saveSection' | 'registry.removeSection'>,
  Context
> = {
  'registry.sections': (context) => {
    const store = openedStore(context)
    return store.ok ? ok(readSections(store.value.read).map(({ id, name }) => ({ id, name }))) : store
  },

  'registry.saveSection': (context, { id, name }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const title = name.trim()
    const sections = readSections(store.value.read)
    if (title === '') return err('sectionNeedsName')
    if (id !== null && !sections.some((section) => section.id === id)) return err('notFound')
    if (sections.some((section) => section.id !== id && section.name === title))
      return err('sectionNameTaken', { name: title })
    const newId = id ?? context.newId()
    return writeIntent(context, 'registry.saveSection', { title }, (db) => {
      if (id === null) insertSection(db, { id: newId, name: title, isSample: false })
      else renameSection(db, id, title)
      return ok({ id: newId })
    })
  },

  'registry.removeSection': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const known = readSections(store.value.read).find((section) => section.id === id)
    if (!known) return err('notFound')
    const count = countSectionPeople(store.value.read, id)
    if (count > 0) return err('sectionInUse', { name: known.name, count })
    return writeIntent(context, 'registry.removeSection', { title: known.name }, (db) => {
      deleteSection(db, id)
      return ok({})
    })
  },
}

type PeopleCall =
  | 'registry.people'
  | 'registry.names'
  | 'registry.savePerson'
  | 'registry.removePerson'
  | 'registry.openItems'
  | 'registry.handOver'
  | 'registry.handovers'

const peopleHandlers: Handlers<Pick<Calls, PeopleCall>, Context> = {
  'registry.people': (context, { withLeft }) => {
    const store = openedStore(context)
    return store.ok ? ok(presentPeople(context, store.value, withLeft)) : store
  },

  'registry.names': (context) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const here = readPeople(store.value.read, true).filter(({ leftOn }) => leftOn === null || leftOn >= context.today())
    return ok(here.map(({ id, name, rank }) => ({ id, name, rank })))
  },

  'registry.savePerson': (context, input) => savePerson(context, input),
  'registry.removePerson': (context, { id }) => removePerson(context, id),

  'registry.openItems': (context, { personId }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const person = readPerson(store.value.read, personId)
    return person ? ok(openItemsOf(context, store.value, person.name)) : err('notFound')
  },

  'registry.handOver': (context, input) => handOver(context, input),

  'registry.handovers': (context) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const names = new Map(readPeople(store.value.read, true).map(({ id, name }) => [id, name]))
    return ok(
      readHandovers(store.value.read).map(({ id, fromPersonId, toPersonId, handedOn, remark, items }) => ({
        id,
        fromName: names.get(fromPersonId) ?? '',
        toName: names.get(toPersonId) ?? '',
        // Only written from an IsoDate.
        on: handedOn as IsoDate,
        remark,
        items: [...items],
      })),
    )
  },
}

/** 人员与企业. */
export const registryHandlers: Handlers<Calls, Context> = {
  ...sectionHandlers,
  ...peopleHandlers,

  'registry.enterprises': (context, { filter, sort, offset, limit }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const page = readEnterprisePage(store.value.read, filter, sort, context.today(), { offset, limit })
    return ok({ ...page, rows: presentEnterprises(context, store.value, page.rows) })
  },

  'registry.enterprise': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readEnterprise(store.value.read, id)
    const detail = row && presentEnterprise(context, store.value, row)
    return detail ? ok(detail) : err('notFound')
  },

  'registry.findEnterprises': (context, { text, limit }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const found = findByText(store.value.read, text, limit)
    return ok(found.map(({ id, name, creditCode, street }) => ({ id, name, creditCode, street })))
  },

  'registry.duplicates': (context, { name, creditCode, exceptId }) => {
    const store = openedStore(context)
    return store.ok ? ok(presentDuplicates(store.value, { name, creditCode }, exceptId)) : store
  },

  'registry.saveEnterprise': (context, input) => saveEnterprise(context, input),
  'registry.removeEnterprises': (context, { ids }) => removeEnterprises(context, ids),
  'registry.mergeEnterprises': (context, input) => mergeEnterprises(context, input),
  'registry.saveLinks': (context, input) => saveLinks(context, input),
}
