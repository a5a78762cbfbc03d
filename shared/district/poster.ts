import { z } from 'zod'
import { formatChineseDate } from '../terms/dates'
import { districtPapers as words } from '../terms/district-papers'
import { reportTerms } from '../terms/reports'
import { fillText } from '../reports/sentences'
import { ofPeriod, type PublishedPaper } from './paper-frame'
import { awardTitle } from './publication'

/** An A3 sheet for the wall: the categories side by side, totals above and awards below. */
export const posterSchema = z.object({
  title: z.string(),
  caption: z.string(),
  totals: z.array(z.object({ label: z.string(), value: z.string(), unit: z.string() })),
  columns: z.array(
    z.object({
      label: z.string(),
      rows: z.array(
        z.object({
          /** 「1」, or 「—」 for a unit without a place. */
          place: z.string(),
          unit: z.string(),
          score: z.string(),
          /** Places won (or lost, negative) against the last period; null where there is nothing to compare. */
          change: z.number().int().nullable(),
        }),
      ),
      note: z.string(),
    }),
  ),
  awards: z.array(z.object({ title: z.string(), winners: z.array(z.string()) })),
  foot: z.array(z.string()),
  checkCode: z.string(),
})
export type Poster = z.infer<typeof posterSchema>

/** The poster of a publication. An anonymous paper gives one without names. */
export function posterOf(paper: PublishedPaper): Poster {
  const { result, kind, version, publishedOn, objectionsUntil, checkCode } = paper
  const { period, asOf, district } = result
  const listed = result.categories.filter(({ units }) => units.length > 0)
  return {
    title: ofPeriod(period, asOf, words.posterTitle, { district }),
    caption: fillText(words.versionCaption, { kind: words.kinds[kind], version }),
    totals: result.totals.map(({ label, value, unit }) => ({ label, value, unit })),
    columns: listed.map(({ label, units, scheme, tieBreakRule }) => ({
      label,
      rows: units.map(({ rank, unit, score, before }) => ({
        place: rank === null ? reportTerms.none : String(rank),
        unit,
        score: score ?? reportTerms.none,
        change: rank === null || before === null ? null : before - rank,
      })),
      note: scheme === null ? words.categoryNoScheme : fillText(words.tieRule, { rule: tieBreakRule }),
    })),
    awards: result.awards
      .filter(({ winners }) => winners.length > 0)
      .map((award) => ({ title: awardTitle(award), winners: award.winners.map(({ unit }) => unit) })),
    foot: [
      fillText(words.posterFoot, {
        district,
        asOf: formatChineseDate(asOf),
        publishedOn: formatChineseDate(publishedOn),
      }),
      ...(objectionsUntil === null
        ? []
        : [fillText(words.posterObjections, { until: formatChineseDate(objectionsUntil) })]),
    ],
    checkCode,
  }
}
