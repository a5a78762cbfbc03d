import type { WriteDb } from '../../db/access'
import { insertUnit, nextUnitPosition, readUnits, updateUnit, type UnitRow } from '../../db/repositories/units'
import { err, ok, type Result } from '../../shared/core/result'
import type { UnitFields, UnitRecord } from '../../shared/district/record'
import { keyText, lineText } from '../../shared/tables/text-forms'

/** The fields as they are kept: names of one line, each alias once and none equal to the name. */
function tidied(fields: UnitFields): UnitFields {
  const name = lineText(fields.name)
  const aliases = new Map(fields.aliases.map((alias) => [keyText(alias), lineText(alias)]))
  aliases.delete('')
  aliases.delete(keyText(name))
  return { ...fields, name, aliases: [...aliases.values()] }
}

/** A name of the fields that another unit bears already, by name or alias: a file of either could not be told apart. */
function takenName(units: readonly UnitRecord[], { name, aliases }: UnitFields, id: string | null): string | null {
  const own = new Set([name, ...aliases].map(keyText))
  const other = units.find(
    (unit) => unit.id !== id && [unit.name, ...unit.aliases].some((each) => own.has(keyText(each))),
  )
  return other?.name ?? null
}

/** Adds a unit at the end of the list, or changes one. */
export function saveUnit(
  db: WriteDb,
  { id, fields }: { readonly id: string | null; readonly fields: UnitFields },
  { now, newId, isSample }: { readonly now: string; readonly newId: () => string; readonly isSample: boolean },
): Result<{ id: string }> {
  const tidy = tidied(fields)
  if (tidy.name === '') return err('invalidInput')
  const units = readUnits(db)
  const taken = takenName(units, tidy, id)
  if (taken !== null) return err('unitNameTaken', { name: taken })
  if (id !== null) {
    if (!units.some((unit) => unit.id === id)) return err('notFound')
    updateUnit(db, id, { ...tidy, updatedAt: now })
    return ok({ id })
  }
  const row: UnitRow = {
    ...tidy,
    id: newId(),
    position: nextUnitPosition(db),
    isSample,
    createdAt: now,
    updatedAt: now,
  }
  insertUnit(db, row)
  return ok({ id: row.id })
}
