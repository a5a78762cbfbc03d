import type { ProgramRecord } from './record'

type Placed = Pick<ProgramRecord, 'id' | 'feedbackOn' | 'originYears' | 'createdAt'>

/** The last year that a text names, e.g. 2020 of 2017—2020. */
function lastYear(text: string): string {
  return (
    text
      .normalize('NFKC')
      .match(/(?:19|20)\d{2}/g)
      ?.toSorted()
      .at(-1) ?? ''
  )
}

/** When a programme was: its feedback, else the end of its year of origin, else when it was entered. */
function keyOf({ id, feedbackOn, originYears, createdAt }: Placed): readonly string[] {
  const year = lastYear(originYears)
  const day = feedbackOn ?? (year === '' ? createdAt.slice(0, 10) : `${year}-12-31`)
  return [day, year, createdAt, id]
}

/** The place of each programme from the earliest to the latest; no two share one. */
export function programOrder(programs: readonly Placed[]): ReadonlyMap<string, number> {
  const keyed = programs.map((program) => ({ id: program.id, key: keyOf(program) }))
  const sorted = keyed.toSorted((left, right) => {
    const at = left.key.findIndex((part, index) => part !== right.key[index])
    return at < 0 ? 0 : (left.key[at] ?? '') < (right.key[at] ?? '') ? -1 : 1
  })
  return new Map(sorted.map(({ id }, place) => [id, place]))
}
