import { declaredLabels } from '../terms/rectification'
import { textCheckTexts, declaredNouns } from '../terms/rectification-notice'
import type { DeclaredFigure } from './notice-declared'
import type { NoticeReading } from './notice-contract'
import { declaredKeys, type Declared, type DeclaredKey } from './record'
import type { SelfCheckIssue } from './statistics-contract'

type Figures = ReadonlyMap<DeclaredKey, DeclaredFigure>

/** What a notice tells beside its items without listing all of it: a difference says nothing. */
const toldInPart: ReadonlySet<DeclaredKey> = new Set(['manifestations', 'measures'])

/** Declared beside found; null where the text does not list what it declares. */
export function noticeTotals(figures: Figures, found: Declared): NoticeReading['totals'] {
  return declaredKeys.flatMap((key) => {
    const [declared, count] = [figures.get(key), found[key] ?? 0]
    if (!declared && count === 0) return []
    const isComparable = declared !== undefined && count > 0
    const isEqual = declared?.count === count
    return [
      {
        label: declared?.quote ?? `${count}${declaredLabels[key]}`,
        declared: declared?.count ?? null,
        found: count,
        isSame: isComparable && (isEqual || !toldInPart.has(key)) ? isEqual : null,
      },
    ]
  })
}

/** Declared figures that differ from what the text lists. Source: domain §7 (59 declared, 58 listed). */
export function declaredTextIssues(figures: Figures, found: Declared): readonly SelfCheckIssue[] {
  return [...figures].flatMap(([key, { count, quote }]) => {
    const listed = found[key] ?? 0
    if (listed === 0 || listed === count || toldInPart.has(key)) return []
    const text = textCheckTexts.declared(declaredNouns[key], count, listed)
    return [{ code: 'declaredCount', severity: 'warning', text, quote, findingId: null, programId: null } as const]
  })
}
