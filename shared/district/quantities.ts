import { addPoints, onePoint, parsePoints, points, zeroPoints, type Points } from '../core/points'
import type { ReportedLine } from '../exchange/lines'
import { countUnits } from '../terms/district-review'

/** A number of a line; null where there is none. */
export function quantityOf(text: string | null): Points | null {
  return text === null ? null : parsePoints(text)
}

/** Whether a figure counts things (个, 篇) and does not measure them (万元, %). */
export function isCount(unit: string): boolean {
  return countUnits.has(unit.trim())
}

/** What a line adds to a figure: its own number in the same unit, else one where things are counted; null where neither fits. */
export function partQuantity(figure: ReportedLine, part: ReportedLine): Points | null {
  const own = part.unit === figure.unit ? quantityOf(part.cumulative) : null
  return own ?? (isCount(figure.unit) && part.kind !== 'figure' ? onePoint : null)
}

/** What the parts that are there come to; null where they cannot be added up. */
export function sumOfParts(figure: ReportedLine, lines: ReadonlyMap<string, ReportedLine>): Points | null {
  let sum = zeroPoints
  let count = 0
  for (const key of new Set(figure.parts)) {
    const part = lines.get(key)
    if (!part) continue
    const quantity = partQuantity(figure, part)
    if (!quantity) return null
    // Most figures count records, often thousands of them.
    if (quantity === onePoint) count += 1
    else sum = addPoints(sum, quantity)
  }
  return addPoints(sum, points(count))
}
