import type { WriteDb } from '../../db/access'
import {
  insertLink,
  readAllLinks,
  readEnterprise,
  readLinksOfPerson,
  updateLink,
  type EnterpriseLinkRow,
} from '../../db/repositories/enterprises'
import { insertHandover } from '../../db/repositories/handovers'
import { moveOpenItem } from '../../db/repositories/open-items'
import { readPerson } from '../../db/repositories/people'
import { moveGroupRoles } from '../../db/repositories/registry'
import { addDays, type IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { Input, Output } from '../../shared/ipc/procedure'
import type { registryContract } from '../../shared/registry/contract'
import { openItemKey, type HandedItem } from '../../shared/registry/record'
import { openedStore, writeIntent, type Context } from '../context'
import { openItemsOf } from './open-items'

type Calls = typeof registryContract
type HandedOver = Output<Calls['registry.handOver']>

function holdsOn({ endedOn }: { readonly endedOn: string | null }, on: IsoDate): boolean {
  return endedOn === null || endedOn >= on
}

/** The old link ends the day before, a new one begins; a person who looks after the enterprise already gets no second. */
function moveLink(context: Context, db: WriteDb, link: EnterpriseLinkRow, toPersonId: string, on: IsoDate): void {
  const isThere = readAllLinks(db, link.enterpriseId).some((each) => each.personId === toPersonId && holdsOn(each, on))
  const hasBegun = link.startedOn === null || link.startedOn < on
  if (!hasBegun && !isThere) return updateLink(db, link.id, { personId: toPersonId })
  updateLink(db, link.id, { endedOn: addDays(hasBegun ? on : (link.startedOn as IsoDate), -1) })
  if (isThere) return
  const isSample = readEnterprise(db, link.enterpriseId)?.isSample ?? false
  insertLink(db, { ...link, id: context.newId(), personId: toPersonId, startedOn: on, isSample })
}

function handedItem({ room, kind, recordId, title, dueOn }: HandedItem): HandedItem {
  return { room, kind, recordId, title, dueOn }
}

/** Gives open items, and the places in the groups and the linked enterprises where asked, to another person. */
export function handOver(context: Context, input: Input<Calls['registry.handOver']>): Result<HandedOver> {
  const store = openedStore(context)
  if (!store.ok) return store
  const db = store.value.read
  const from = readPerson(db, input.fromPersonId)
  const to = readPerson(db, input.toPersonId)
  if (!from || !to) return err('notFound')
  if (from.id === to.id) return err('handoverSamePerson', { name: from.name })
  if (to.leftOn !== null && to.leftOn <= input.on) return err('handoverToLeft', { name: to.name })
  const today = context.today()
  const wanted = new Set(input.items)
  const items = openItemsOf(context, store.value, from.name).filter((item) => wanted.has(openItemKey(item)))
  if (items.length < wanted.size)
    return err('handoverItemsGone', { count: wanted.size - items.length, name: from.name })
  const links = input.withRoles ? readLinksOfPerson(db, from.id).filter((link) => holdsOn(link, input.on)) : []
  const id = context.newId()
  return writeIntent(
    context,
    'registry.handOver',
    { title: `${from.name} → ${to.name}`, count: items.length },
    (writer) => {
      const how = { from: from.name, to: to.name, today, now: context.now() }
      const moved = items.filter((item) => moveOpenItem(writer, item, how)).length
      const roles = input.withRoles ? moveGroupRoles(writer, from.id, to.id) : 0
      for (const link of links) moveLink(context, writer, link, to.id, input.on)
      if (moved + roles + links.length === 0) return err('handoverNothing')
      insertHandover(writer, {
        id,
        fromPersonId: from.id,
        toPersonId: to.id,
        handedOn: input.on,
        items: items.map(handedItem),
        remark: input.remark.trim(),
        isSample: false,
      })
      return ok({ id, moved, roles, links: links.length })
    },
  )
}
