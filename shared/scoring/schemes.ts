import { invariant } from '../core/assert'
import type { IsoDate } from '../core/dates'
import type { Result } from '../core/result'
import { err, ok } from '../core/result'
import type { Scheme } from './scheme'
import { schemeSchema } from './scheme'
import dongli2022Category3 from './schemes/dongli-2022-cat3.json'

const documents: readonly unknown[] = [dongli2022Category3]

let parsed: readonly Scheme[] | null = null

/** The schemes that ship with the program, checked once. */
export function shippedSchemes(): readonly Scheme[] {
  parsed ??= documents.map((document) => {
    const result = schemeSchema.safeParse(document)
    invariant(result.success, `a shipped scheme is valid: ${result.error?.message ?? ''}`)
    return result.data
  })
  return parsed
}

/** `1.10.0` after `1.9.2`: negative, zero or positive as the left version is older, the same or newer. */
export function compareVersions(left: string, right: string): number {
  const numbers = (version: string) => version.split('.').map(Number)
  const others = numbers(right)
  const differences = numbers(left).map((part, index) => part - (others[index] ?? 0))
  return differences.find((difference) => difference !== 0) ?? 0
}

/** Of documents that are in force by a day the one that came into force last, and of those the newest version. */
export function newestInForce<T extends { readonly effectiveFrom: IsoDate; readonly version: string }>(
  versions: readonly T[],
  asOf: IsoDate,
): T | undefined {
  return versions
    .filter(({ effectiveFrom }) => effectiveFrom <= asOf)
    .reduce<T | undefined>((best, next) => (best && !isLater(next, best) ? best : next), undefined)
}

function isLater(
  next: { readonly effectiveFrom: IsoDate; readonly version: string },
  than: { readonly effectiveFrom: IsoDate; readonly version: string },
): boolean {
  if (next.effectiveFrom !== than.effectiveFrom) return next.effectiveFrom > than.effectiveFrom
  return compareVersions(next.version, than.version) > 0
}

/** Whether a scheme is made for a category; one without a category is for all. */
export function appliesTo(scheme: Scheme, category: number): boolean {
  return scheme.appliesTo.category === null || scheme.appliesTo.category === category
}

/**
 * The scheme of a year for a category of units as it holds on a day; refused when the district has issued none.
 * A version that comes into force later leaves the results of earlier days alone.
 */
export function findScheme(schemes: readonly Scheme[], year: number, category: number, asOf: IsoDate): Result<Scheme> {
  const found = newestInForce(
    schemes.filter((scheme) => scheme.year === year && appliesTo(scheme, category)),
    asOf,
  )
  return found ? ok(found) : err('schemeMissing', { year, category })
}
