import type { Store, WriteDb } from '../../db/access'
import { deleteAttachmentsOf } from '../../db/repositories/attachments'
import { countRecordsOf, moveRecords } from '../../db/repositories/enterprise-merge'
import {
  deleteEnterprise,
  deleteLink,
  insertEnterprise,
  insertLink,
  readAllLinks,
  readEnterprise,
  updateEnterprise,
  updateLink,
  type EnterpriseRow,
  idOfEnterprise,
} from '../../db/repositories/enterprises'
import { readPerson } from '../../db/repositories/people'
import { addDays } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { Input } from '../../shared/ipc/procedure'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import type { registryContract } from '../../shared/registry/contract'
import { normaliseCreditCode } from '../../shared/registry/credit-code'
import { withFormerName } from '../../shared/registry/former-names'
import type { EnterpriseFields } from '../../shared/registry/record'
import { duplicateReasonText, placesText } from '../../shared/terms/registry'
import { openedStore, writeIntent, type Context } from '../context'
import { presentDuplicates } from './present'

type Calls = typeof registryContract

const noFields: EnterpriseFields = {
  name: '',
  creditCode: '',
  street: '',
  scale: '',
  industry: '',
  contact: '',
  phone: '',
  remark: '',
}

/** Texts without outer white space and the code in its own form; fields that were not given stay away. */
function cleaned(fields: Input<Calls['registry.saveEnterprise']>['fields']): Partial<EnterpriseFields> {
  const given = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value.trim()]]))
  // The names are those of the fields given.
  const clean = Object.fromEntries(given) as Partial<EnterpriseFields>
  return clean.creditCode === undefined ? clean : { ...clean, creditCode: normaliseCreditCode(clean.creditCode) }
}

/** Saves an enterprise; a likely duplicate is refused unless the person said that it is none. */
export function saveEnterprise(
  context: Context,
  input: Input<Calls['registry.saveEnterprise']>,
): Result<{ readonly id: string }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const known = input.id === null ? null : readEnterprise(store.value.read, input.id)
  if (input.id !== null && !known) return err('notFound')
  if (known && input.expectedUpdatedAt !== null && known.updatedAt !== input.expectedUpdatedAt)
    return err('changedMeanwhile')
  const fields = { ...noFields, ...known, ...cleaned(input.fields) }
  const { name, creditCode } = fields
  if (name === '' || normaliseCompanyName(name) === '') return err('enterpriseNeedsName')
  const isNamedAnew = !known || known.name !== name || known.creditCode !== creditCode
  const [found] = input.allowDuplicate || !isNamedAnew ? [] : presentDuplicates(store.value, fields, input.id)
  if (found) return err('enterpriseIsDuplicate', { name: found.name, reason: duplicateReasonText(found.reason) })
  const now = context.now()
  const row: EnterpriseRow = {
    batchId: null,
    sourceRow: null,
    isSample: false,
    createdAt: now,
    ...fields,
    id: known?.id ?? idOfEnterprise(store.value.read, name, context.newId),
    nameKey: normaliseCompanyName(name),
    updatedAt: now,
  }
  return writeIntent(context, 'registry.saveEnterprise', { title: name }, (db) => {
    if (known) updateEnterprise(db, row.id, row)
    else insertEnterprise(db, row)
    return ok({ id: row.id })
  })
}

/** Deletes enterprises under which no record stands; their links go with them. */
export function removeEnterprises(context: Context, ids: readonly string[]): Result<{ readonly removed: number }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const known = ids.flatMap((id) => readEnterprise(store.value.read, id) ?? [])
  const [first] = known
  if (!first) return err('notFound')
  for (const { id, name } of known) {
    const records = countRecordsOf(store.value.read, id)
    if (records.size > 0) return err('enterpriseInUse', { name, where: placesText(records) })
  }
  return writeIntent(context, 'registry.removeEnterprises', { title: first.name, count: known.length }, (db) => {
    for (const { id } of known) {
      deleteAttachmentsOf(db, id)
      deleteEnterprise(db, id)
    }
    return ok({ removed: known.length })
  })
}

/** What the kept one does not know yet is taken from the other, and the other's name is remembered. */
function filledFrom(keep: EnterpriseRow, other: EnterpriseRow): EnterpriseRow {
  const filled = { ...keep }
  for (const name of ['creditCode', 'street', 'scale', 'industry', 'contact', 'phone'] as const)
    if (filled[name] === '') filled[name] = other[name]
  const remarks = [keep.remark, other.remark].filter((remark) => remark !== '').join('\n')
  const remark = other.nameKey === keep.nameKey ? remarks : withFormerName(remarks, other.name)
  return { ...filled, remark }
}

/** Puts the records of the others on the first and deletes the others; one step, which undo takes apart again. */
export function mergeEnterprises(
  context: Context,
  { keepId, mergeIds }: Input<Calls['registry.mergeEnterprises']>,
): Result<{ readonly moved: number }> {
  const store = openedStore(context)
  if (!store.ok) return store
  const keep = readEnterprise(store.value.read, keepId)
  if (!keep) return err('notFound')
  const others = [...new Set(mergeIds)].filter((id) => id !== keepId).map((id) => readEnterprise(store.value.read, id))
  const known = others.filter((row) => row !== null)
  if (known.length === 0) return err('mergeNeedsOthers')
  if (known.length < others.length) return err('notFound')
  return writeIntent(context, 'registry.mergeEnterprises', { title: keep.name, count: known.length + 1 }, (db) => {
    let moved = 0
    let merged = keep
    for (const other of known) {
      moved += moveRecords(db, keepId, other.id)
      deleteEnterprise(db, other.id)
      merged = filledFrom(merged, other)
    }
    updateEnterprise(db, keepId, { ...merged, updatedAt: context.now() })
    return ok({ moved })
  })
}

type SavedLinks = Input<Calls['registry.saveLinks']>

function writeLinks(context: Context, store: Store, db: WriteDb, { enterpriseId, personIds, on }: SavedLinks): void {
  const dayBefore = addDays(on, -1)
  const standing = readAllLinks(store.read, enterpriseId).filter(({ endedOn }) => endedOn === null || endedOn >= on)
  for (const { linkId, personId, startedOn } of standing) {
    if (personIds.includes(personId)) continue
    // A link that would have begun on that day or later never holds.
    if (startedOn !== null && startedOn >= on) deleteLink(db, linkId)
    else updateLink(db, linkId, { endedOn: dayBefore })
  }
  const isSample = readEnterprise(store.read, enterpriseId)?.isSample ?? false
  const held = new Set(standing.map(({ personId }) => personId))
  for (const personId of new Set(personIds)) {
    const later = standing.find((link) => link.personId === personId && link.startedOn !== null && link.startedOn > on)
    if (later) updateLink(db, later.linkId, { startedOn: on })
    else if (!held.has(personId))
      insertLink(db, { id: context.newId(), enterpriseId, personId, startedOn: on, endedOn: null, isSample })
  }
}

/** Sets who looks after an enterprise from a day on. */
export function saveLinks(context: Context, input: SavedLinks): Result<Record<string, never>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const enterprise = readEnterprise(store.value.read, input.enterpriseId)
  if (!enterprise) return err('notFound')
  if (input.personIds.some((id) => readPerson(store.value.read, id) === null)) return err('notFound')
  return writeIntent(context, 'registry.saveLinks', { title: enterprise.name, count: input.personIds.length }, (db) => {
    writeLinks(context, store.value, db, input)
    updateEnterprise(db, enterprise.id, { updatedAt: context.now() })
    return ok({})
  })
}
