import { z } from 'zod'
import { isoDateSchema } from '../core/schemas'
import { comparePoints, parsePoints, roundPoints, subPoints } from '../core/points'
import { packagePeriodSchema } from '../exchange/manifest'
import type { PublishedPaper } from './paper-frame'
import type { RankedUnit } from './record'

/** One page for one unit. It names nobody else, so it can go out as it stands in anonymous mode too. */
export const unitPageSchema = z.object({
  unitId: z.string(),
  unit: z.string(),
  district: z.string(),
  category: z.string(),
  period: packagePeriodSchema,
  asOf: isoDateSchema,
  version: z.number().int(),
  kind: z.enum(['trial', 'final']),
  objectionsUntil: isoDateSchema.nullable(),
  checkCode: z.string(),
  /** Null when the unit has no place, with the reason. */
  rank: z.number().int().nullable(),
  /** How many units of the category have a place. */
  of: z.number().int(),
  tied: z.number().int(),
  tieBreak: z.string(),
  reason: z.string(),
  before: z.number().int().nullable(),
  score: z.string().nullable(),
  max: z.string().nullable(),
  /** Points to full marks; null without full marks or score. */
  toFull: z.string().nullable(),
  /** Points to the next better score of the category; null at the top. */
  toNext: z.string().nullable(),
  /** What is missing, in words. */
  gap: z.string(),
  components: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      points: z.string().nullable(),
      max: z.string().nullable(),
      /** Points left on the table; null where there is no limit. */
      lost: z.string().nullable(),
      arithmetic: z.string(),
    }),
  ),
  vetoes: z.array(z.object({ clause: z.string(), on: isoDateSchema })),
  /** 退回和调整的事项. */
  returned: z.array(z.object({ label: z.string(), verdict: z.enum(['adjusted', 'returned']), reason: z.string() })),
})
export type UnitPage = z.infer<typeof unitPageSchema>

/** Digits after the point that a score is printed with. */
const shownDecimals = 2

/** How far a printed score is below another; null where one of them is missing or it is not below. */
function shortOf(score: string | null, other: string | null): string | null {
  const [own, target] = [score, other].map((text) => (text === null ? null : parsePoints(text)))
  if (!own || !target || comparePoints(target, own) <= 0) return null
  return roundPoints(subPoints(target, own), shownDecimals, 'halfUp', false)
}

/** The lowest score of the category that is better than this one. */
function nextScore(unit: RankedUnit, others: readonly RankedUnit[]): string | null {
  const better = others.filter(({ rank }) => rank !== null && unit.rank !== null && rank < unit.rank)
  return better.at(-1)?.score ?? null
}

/** The page of each unit that the publication lists, in its order. */
export function unitPages(
  paper: PublishedPaper,
  returnedOf: (unitId: string) => UnitPage['returned'],
): readonly UnitPage[] {
  const { result, version, kind, objectionsUntil, checkCode } = paper
  const { district, period, asOf } = result
  return result.categories.flatMap(({ label, units }) => {
    const of = units.filter(({ rank }) => rank !== null).length
    const about = { district, category: label, period, asOf, version, kind, objectionsUntil, checkCode, of }
    return units.map((each): UnitPage => {
      const { unitId, unit, rank, tied, tieBreak, reason, before, score, max, gap } = each
      return {
        ...about,
        unitId,
        unit,
        rank,
        tied,
        tieBreak,
        reason,
        before,
        score,
        max,
        gap,
        toFull: shortOf(score, max),
        toNext: shortOf(score, nextScore(each, units)),
        components: each.components.map(({ lines: _lines, ...component }) => ({
          ...component,
          lost: shortOf(component.points, component.max),
        })),
        vetoes: each.vetoes.map(({ clause, on }) => ({ clause, on })),
        returned: [...returnedOf(unitId)],
      }
    })
  })
}
