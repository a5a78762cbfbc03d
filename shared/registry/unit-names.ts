import { placeLevelPattern, unitTailPattern } from '../terms/unit-words'

/** A unit's name in pieces; place and level may be missing. */
interface UnitName {
  readonly place: string
  readonly level: string
  readonly core: string
}

function normalised(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]+/g, '')
    .replace(unitTailPattern, '')
}

/** The pieces from the outermost (天津市) to the innermost (东丽区). */
function steps(name: string): readonly UnitName[] {
  const found: UnitName[] = []
  let rest = normalised(name)
  for (;;) {
    const match = placeLevelPattern.exec(rest)
    const groups = match?.groups
    if (!groups?.level || !groups.rest) break
    found.push({ place: groups.place ?? '', level: groups.level, core: groups.rest })
    rest = groups.rest
  }
  return found.length > 0 ? found : [{ place: '', level: '', core: rest }]
}

function innermost(name: string): UnitName {
  return steps(name).at(-1) ?? { place: '', level: '', core: normalised(name) }
}

/** The ways in which tables write one unit, the fullest first: 东丽区审计局, 区审计局, 审计局. */
export function unitNameVariants(name: string): readonly string[] {
  const variants = [normalised(name)]
  for (const { place, level, core } of steps(name)) {
    if (level !== '') variants.push(`${place}${level}${core}`)
  }
  const { level, core } = innermost(name)
  if (level !== '') variants.push(`${level}${core}`, core)
  return [...new Set(variants.filter((variant) => variant !== ''))]
}

/** Whether a text of a table means one of our names; 河西区审计局 or 市审计局 is not 东丽区审计局 even if 审计局 is an alias. */
export function matchesUnit(text: string, names: readonly string[]): boolean {
  const written = normalised(text)
  if (written === '') return false
  if (names.some((name) => normalised(name) === written)) return true
  const other = innermost(text)
  const own = names.map(innermost).filter((name) => name.core === other.core)
  if (own.length === 0) return false
  const place = own.find((name) => name.place !== '')?.place ?? ''
  const level = own.find((name) => name.level !== '')?.level ?? ''
  const isSamePlace = place === '' || other.place === '' || place === other.place
  const isSameLevel = level === '' || other.level === '' || level === other.level
  return isSamePlace && isSameLevel
}
