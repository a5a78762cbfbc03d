import { matchesUnit } from '../registry/unit-names'
import { keyText } from '../tables/text-forms'

interface NamedUnit {
  readonly name: string
  readonly aliases: readonly string[]
}

/**
 * Finds the unit that a text means. A name or alias as it stands in the list comes first; a shorter or longer form
 * (区审计局) counts only when it can mean one unit alone.
 */
export function unitFinder<U extends NamedUnit>(units: readonly U[]): (name: string) => U | null {
  const exact = new Map<string, U | null>()
  for (const unit of units)
    for (const key of new Set(unit.aliases.map(keyText))) exact.set(key, exact.has(key) ? null : unit)
  // Names over aliases.
  for (const unit of units) exact.set(keyText(unit.name), unit)
  return (name) => {
    const known = exact.get(keyText(name))
    if (known !== undefined) return known
    const [only, ...others] = units.filter((unit) => matchesUnit(name, [unit.name, ...unit.aliases]))
    return only && others.length === 0 ? only : null
  }
}
