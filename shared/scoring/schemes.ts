import { invariant } from '../core/assert'
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

/** A scheme document from outside; refused with the first thing that is wrong. */
export function parseScheme(document: unknown): Result<Scheme> {
  const result = schemeSchema.safeParse(document)
  if (result.success) return ok(result.data)
  const issue = result.error.issues[0]
  return err('schemeInvalid', { at: issue?.path.join('.') ?? '', problem: issue?.message ?? '' })
}

/** The scheme of a year for a category of units; refused when the district has issued none. */
export function findScheme(schemes: readonly Scheme[], year: number, category: number): Result<Scheme> {
  const found = schemes.filter((scheme) => scheme.year === year && scheme.appliesTo.category === category)
  const newest = found.reduce<Scheme | undefined>(
    (best, scheme) => (best && best.effectiveFrom >= scheme.effectiveFrom ? best : scheme),
    undefined,
  )
  return newest ? ok(newest) : err('schemeMissing', { year, category })
}
