import type { WriteDb } from '../../db/access'
import {
  insertUnit,
  nextUnitPosition,
  readUnit,
  readUnits,
  updateUnit,
  type UnitRow,
} from '../../db/repositories/units'
import { parseIsoDate } from '../../shared/core/dates'
import { assesseeCategorySchema } from '../../shared/core/schemas'
import type { UnitRecord } from '../../shared/district/record'
import { aliasCell, readAliases } from '../../shared/district/unit-table'
import { unitTableFields } from '../../shared/tables/field-names'
import type { PlannedRow, StoredItem } from '../../shared/tables/plan'
import type { TableRow } from '../../shared/tables/reading'
import { keyText } from '../../shared/tables/text-forms'
import { textOf, type Importer, type ImportWriting, type MetRow } from './importer'

function toStored(unit: UnitRecord): StoredItem {
  const { id, name, aliases, category, contact, phone, isOptional, leftOn, remark } = unit
  return {
    id,
    code: name,
    title: name,
    isInScope: false,
    values: {
      name,
      aliases: aliasCell(aliases),
      category: String(category),
      contact,
      phone,
      isOptional,
      leftOn,
      remark,
    },
  }
}

/** The row's cells as columns of the unit. */
function fieldsOf(row: TableRow): Partial<UnitRow> {
  const { values } = row
  const category = assesseeCategorySchema.safeParse(Number(textOf(row, 'category')))
  return {
    name: textOf(row, 'name'),
    aliases: readAliases(values['aliases']),
    ...(category.success ? { category: category.data } : {}),
    contact: textOf(row, 'contact'),
    phone: textOf(row, 'phone'),
    isOptional: values['isOptional'] === true,
    leftOn: parseIsoDate(textOf(row, 'leftOn')),
    remark: textOf(row, 'remark'),
  }
}

function add(db: WriteDb, { row }: PlannedRow, { newId, now, isSample }: ImportWriting): void {
  insertUnit(db, {
    id: newId(),
    name: '',
    aliases: [],
    category: 3,
    contact: '',
    phone: '',
    isOptional: false,
    leftOn: null,
    remark: '',
    ...fieldsOf(row),
    position: nextUnitPosition(db),
    isSample,
    createdAt: now,
    updatedAt: now,
  })
}

function update(db: WriteDb, id: string, { row, changes }: Pick<PlannedRow, 'row' | 'changes'>, now: string): void {
  const unit = readUnit(db, id)
  if (!unit) return
  const changed = new Set<string>(changes.map(({ field }) => field))
  const fields = fieldsOf(row)
  const written = Object.fromEntries(Object.entries(fields).filter(([field]) => changed.has(field)))
  const aliases = changed.has('aliases') ? (fields.aliases ?? []) : unit.aliases
  // A unit that is renamed is still known by what it was called before.
  const names = changed.has('name') ? [...aliases, unit.name] : aliases
  const own = keyText(changed.has('name') ? textOf(row, 'name') : unit.name)
  updateUnit(db, id, { ...written, aliases: names.filter((name) => keyText(name) !== own), updatedAt: now })
}

/** Refuses names that mean another unit already, in the list or further up in the table. */
function meet(rows: readonly TableRow[], existing: ReadonlyMap<string, StoredItem>): readonly MetRow[] {
  const owners = new Map([...existing].map(([key, { id, title }]) => [key, { id, title }]))
  return rows.map((row) => {
    const title = textOf(row, 'name')
    const own = existing.get(keyText(title))?.id ?? keyText(title)
    const named = [
      ['name', title] as const,
      ...readAliases(row.values['aliases']).map((name) => ['aliases', name] as const),
    ]
    const remarks = named.flatMap(([field, name]) => {
      const key = keyText(name)
      const owner = owners.get(key)
      if (!owner) owners.set(key, { id: own, title })
      if (!owner || owner.id === own) return []
      return [{ field, code: 'nameTaken' as const, severity: 'error' as const, params: { unit: owner.title } }]
    })
    return { values: row.values, remarks }
  })
}

/** 单位名册: a unit is known by its name or an alias; an empty cell keeps what is stored. */
export const unitImporter: Importer = {
  kind: 'units',
  fields: unitTableFields,
  mappable: unitTableFields,
  doesBlankKeep: true,
  keyOf: (row) => keyText(textOf(row, 'name')),
  titleOf: (row) => textOf(row, 'name'),
  codeOf: (row) => textOf(row, 'name'),
  scopeTitle: (reading) => reading.title,
  existing: (db) => {
    const units = readUnits(db)
    const items = new Map<string, StoredItem>()
    for (const unit of units) for (const alias of unit.aliases) items.set(keyText(alias), toStored(unit))
    for (const unit of units) items.set(keyText(unit.name), toStored(unit))
    return items
  },
  meet: (_db, rows, _scope, existing) => meet(rows, existing),
  add,
  update: (db, id, planned, writing) => update(db, id, planned, writing.now),
}
