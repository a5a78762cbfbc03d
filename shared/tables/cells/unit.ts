import type { MoneyUnit } from '../../core/money'
import {
  countFactors,
  countUnits,
  headerUnitPrefix,
  moneyUnitLabels,
  moneyUnitWords,
  percentUnits,
  unitListSeparator,
} from '../../terms/table-words'
import { matchText } from '../text-forms'

/** A unit as the engine understands it; `label` is what is stored and shown. */
export type Unit =
  | { readonly kind: 'money'; readonly label: string; readonly money: MoneyUnit; readonly places: 0 }
  | { readonly kind: 'percent'; readonly label: '%'; readonly places: 0 }
  /** `places`: powers of ten in front of it, e.g. 4 for 万户. */
  | { readonly kind: 'count'; readonly label: string; readonly places: number }

const counts: ReadonlySet<string> = new Set(countUnits)
const percents: ReadonlySet<string> = new Set(percentUnits)
const cache = new Map<string, Unit | null>()
const cacheLimit = 1000

/** A known unit, or null. */
export function readUnit(text: string): Unit | null {
  const known = cache.get(text)
  if (known !== undefined) return known
  const unit = findUnit(
    matchText(text)
      .replace(/^[([]|[)\]]$/g, '')
      .replace(headerUnitPrefix, ''),
  )
  if (cache.size < cacheLimit) cache.set(text, unit)
  return unit
}

function findUnit(text: string): Unit | null {
  const money = Object.hasOwn(moneyUnitWords, text) ? moneyUnitWords[text] : undefined
  if (money) return { kind: 'money', label: moneyUnitLabels[money], money, places: 0 }
  if (percents.has(text)) return { kind: 'percent', label: '%', places: 0 }
  if (counts.has(text)) return { kind: 'count', label: text, places: 0 }
  const factor = Object.hasOwn(countFactors, text.slice(0, 1)) ? countFactors[text.slice(0, 1)] : undefined
  const rest = text.slice(1)
  return factor !== undefined && counts.has(rest) ? { kind: 'count', label: rest, places: factor } : null
}

/** A unit cell that the engine does not know keeps its word as a counted unit. */
export function unitOfCell(text: string): Unit | null {
  const word = matchText(text)
  return word === '' ? null : (readUnit(word) ?? { kind: 'count', label: word, places: 0 })
}

/** The one unit of a line such as `单位:万元`; null when the line names several, so none is meant for all. */
export function onlyUnitOf(text: string): Unit | null {
  const words = matchText(text)
    .split(unitListSeparator)
    .filter((word) => word !== '')
  return words.length === 1 && words[0] !== undefined ? readUnit(words[0]) : null
}
