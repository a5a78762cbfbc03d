import {
  deleteLink,
  findEnterprise,
  idOfEnterprise,
  insertEnterprise,
  insertLink,
  namedEnterprise,
  readAllLinks,
  readEnterprise,
  readEnterprises,
  readLinks,
  updateEnterprise,
  updateLink,
  type EnterpriseRow,
  type LinkedOfficial,
} from '../../db/repositories/enterprises'
import { ensurePerson, updatePerson } from '../../db/repositories/people'
import type { ReadDb, WriteDb } from '../../db/access'
import { addDays, parseIsoDate } from '../../shared/core/dates'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { normaliseCreditCode } from '../../shared/registry/credit-code'
import { officialCells, readOfficials } from '../../shared/registry/officials'
import { enterpriseFields } from '../../shared/tables/field-names'
import type { PlannedRow, StoredItem } from '../../shared/tables/plan'
import type { TableRow } from '../../shared/tables/reading'
import { textOf, type Importer, type ImportScope, type ImportWriting } from './importer'

/** Fields that are columns of the enterprise itself. */
const ownFields = ['name', 'creditCode', 'street', 'industry', 'scale', 'contact', 'phone', 'remark'] as const

function keyOf(creditCode: string, name: string): string {
  return creditCode === '' ? `name:${normaliseCompanyName(name)}` : `code:${normaliseCreditCode(creditCode)}`
}

function isOpenOn({ startedOn, endedOn }: Pick<LinkedOfficial, 'startedOn' | 'endedOn'>, today: string): boolean {
  return (startedOn === null || startedOn <= today) && (endedOn === null || endedOn >= today)
}

function toStored(row: EnterpriseRow, links: readonly LinkedOfficial[]): StoredItem {
  const { name, creditCode, street, industry, scale, contact, phone, remark } = row
  const cells = officialCells(links.map(({ personName, rank }) => ({ name: personName, rank })))
  return {
    id: row.id,
    code: creditCode || name,
    title: name,
    isInScope: false,
    values: {
      name,
      creditCode,
      street,
      industry,
      scale,
      contact,
      phone,
      remark,
      officials: cells.names,
      rank: cells.ranks,
    },
  }
}

/** Every enterprise with the officials of today. */
function storedItems(db: ReadDb, { today }: ImportScope): { readonly row: EnterpriseRow; readonly item: StoredItem }[] {
  const links = new Map<string, LinkedOfficial[]>()
  const day = parseIsoDate(today)
  for (const link of day === null ? [] : readLinks(db, day, day)) {
    links.set(link.enterpriseId, [...(links.get(link.enterpriseId) ?? []), link])
  }
  return readEnterprises(db).map((row) => ({ row, item: toStored(row, links.get(row.id) ?? []) }))
}

function officialsOf(row: TableRow): ReturnType<typeof readOfficials> {
  return readOfficials(textOf(row, 'officials'), textOf(row, 'rank'))
}

/** Makes the officials of the row those who look after the enterprise from today; the first ones always did. */
function writeLinks(db: WriteDb, enterpriseId: string, row: TableRow, writing: ImportWriting): void {
  const { today, isSample, newId } = writing
  const known = readAllLinks(db, enterpriseId)
  const open = known.filter((link) => isOpenOn(link, today))
  const wanted = officialsOf(row).map(({ name, rank }) => ensurePerson(db, name, { rank, isSample, newId }))
  const day = parseIsoDate(today)
  for (const link of open) {
    if (wanted.includes(link.personId)) continue
    // A link that began today never held on any other day.
    if (link.startedOn === today || day === null) deleteLink(db, link.linkId)
    else updateLink(db, link.linkId, { endedOn: addDays(day, -1) })
  }
  const startedOn = known.length === 0 ? null : today
  for (const personId of wanted) {
    if (open.some((link) => link.personId === personId)) continue
    insertLink(db, { id: newId(), enterpriseId, personId, startedOn, endedOn: null, isSample })
  }
}

/** A rank that the table states is taken over for the person. */
function writeRanks(db: WriteDb, row: TableRow, writing: ImportWriting): void {
  const { isSample, newId } = writing
  for (const { name, rank } of officialsOf(row)) {
    if (rank !== '') updatePerson(db, ensurePerson(db, name, { rank, isSample, newId }), { rank })
  }
}

function newRow(db: WriteDb, row: TableRow, writing: ImportWriting): EnterpriseRow {
  const about = {
    id: idOfEnterprise(db, textOf(row, 'name'), writing.newId),
    batchId: writing.batchId,
    sourceRow: writing.batchId === null ? null : row.row,
    isSample: writing.isSample,
    createdAt: writing.now,
  }
  const enterprise: EnterpriseRow = namedEnterprise(textOf(row, 'name'), about)
  for (const field of ownFields) enterprise[field] = textOf(row, field)
  return enterprise
}

function update(
  db: WriteDb,
  id: string,
  { row, changes }: Pick<PlannedRow, 'row' | 'changes'>,
  writing: ImportWriting,
) {
  const changed = new Set(changes.map(({ field }) => field))
  const fields: Partial<EnterpriseRow> = { updatedAt: writing.now }
  for (const field of ownFields) if (changed.has(field)) fields[field] = textOf(row, field)
  if (fields.name !== undefined) fields.nameKey = normaliseCompanyName(fields.name)
  updateEnterprise(db, id, fields)
  if (changed.has('officials')) writeLinks(db, id, row, writing)
  if (changed.has('rank')) writeRanks(db, row, writing)
}

/** 包联企业: known by the credit code, else by the name; several officials in one cell are several links. */
export const enterpriseImporter: Importer = {
  kind: 'enterprises',
  fields: enterpriseFields,
  mappable: enterpriseFields,
  doesBlankKeep: true,
  keyOf: (row) => keyOf(textOf(row, 'creditCode'), textOf(row, 'name')),
  // An enterprise whose code was not known, or was mistyped, is found by its name.
  alternativeKeyOf: (row) => keyOf('', textOf(row, 'name')),
  titleOf: (row) => textOf(row, 'name'),
  codeOf: (row) => textOf(row, 'creditCode') || textOf(row, 'name'),
  scopeTitle: (reading) => reading.title,
  existing: (db, scope) => {
    const items = new Map<string, StoredItem>()
    for (const { row, item } of storedItems(db, scope)) {
      items.set(keyOf('', row.name), item)
      if (row.creditCode !== '') items.set(keyOf(row.creditCode, ''), item)
    }
    return items
  },
  items: (db, scope) => storedItems(db, scope).map(({ item }) => item),
  add: (db, planned, writing) => {
    const { row } = planned
    // An earlier row of the same file may have brought it, under its code or its name alone.
    const known = findEnterprise(db, textOf(row, 'name'), textOf(row, 'creditCode'))
    if (known) {
      const filled = enterpriseFields.filter((field) => textOf(row, field) !== '')
      return update(db, known.id, { row, changes: filled.map((field) => ({ field, from: null, to: null })) }, writing)
    }
    const enterprise = newRow(db, row, writing)
    insertEnterprise(db, enterprise)
    writeLinks(db, enterprise.id, row, writing)
    writeRanks(db, row, writing)
  },
  update: (db, id, planned, writing) => {
    if (readEnterprise(db, id)) update(db, id, planned, writing)
  },
}
