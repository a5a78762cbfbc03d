import { z } from 'zod'
import type { Calendars } from '../core/calendar'
import type { IsoDate } from '../core/dates'
import { addWorkdays } from '../core/workdays'
import { canonicalJson, checkCodeOf, type Sha256Hex } from '../reports/check-code'
import { fillText } from '../reports/sentences'
import { districtPapers as words } from '../terms/district-papers'
import { reportTerms } from '../terms/reports'
import type { PublishedResult, RankedUnit } from './record'

/** One difference of two results: 单位, 名次 / 得分 / 奖项, before and after. */
export const resultChangeSchema = z.object({ unit: z.string(), what: z.string(), from: z.string(), to: z.string() })
export type ResultChange = z.infer<typeof resultChangeSchema>

/** What a publication says of itself beside the result. */
export interface PublicationHead {
  readonly version: number
  readonly kind: 'trial' | 'final'
  readonly publishedOn: IsoDate
}

type Json = Parameters<typeof canonicalJson>[0]

/**
 * 核对码 of a publication, printed on every paper of it. It stands for all that was published, but not for ids of
 * records, so that it can be made again from the printed numbers.
 */
export function publicationCode(result: PublishedResult, head: PublicationHead, sha256: Sha256Hex): string {
  const withoutIds = (key: string, value: unknown): unknown => (key === 'unitId' || key === 'lines' ? undefined : value)
  const content = JSON.parse(JSON.stringify({ ...head, result }, withoutIds)) as Json
  return checkCodeOf(sha256(canonicalJson(content)))
}

/** The last day for 异议: so many working days after 试公布; a final result has none. Unit: working days. */
export function objectionDay(head: PublicationHead, workdays: number, calendars: Calendars): IsoDate | null {
  return head.kind === 'final' ? null : addWorkdays(head.publishedOn, workdays, calendars).dueOn
}

/** 「第3名」, 「第2名（并列）」, or why the unit has no place. */
export function placeText(unit: Pick<RankedUnit, 'rank' | 'tied' | 'reason'>): string {
  if (unit.rank === null) return unit.reason || words.unranked
  return fillText(unit.tied > 1 ? words.placeTied : words.place, { place: unit.rank })
}

function rankedUnits({ categories }: PublishedResult): ReadonlyMap<string, RankedUnit> {
  return new Map(categories.flatMap(({ units }) => units).map((unit) => [unit.unitId, unit]))
}

/** The award's own name, with the group where several are ranked. */
export function awardTitle({ name, group }: { readonly name: string; readonly group: string }): string {
  return group === '' ? name : fillText(words.awardOfGroup, { name, group })
}

function awardsOf({ awards }: PublishedResult, unitId: string): string {
  return awards
    .filter(({ winners }) => winners.some((winner) => winner.unitId === unitId))
    .map(awardTitle)
    .join(reportTerms.enumeration)
}

/** Every place, score and award that differs; units in the order of the newer result, gone ones last. */
export function resultChanges(before: PublishedResult, after: PublishedResult): readonly ResultChange[] {
  const [old, now] = [rankedUnits(before), rankedUnits(after)]
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((unitId) => {
    const [from, to] = [old.get(unitId), now.get(unitId)]
    const unit = (to ?? from)?.unit ?? ''
    const pairs: readonly (readonly [what: string, from: string, to: string])[] = [
      [words.changed.place, from ? placeText(from) : words.notListed, to ? placeText(to) : words.notListed],
      [words.changed.score, from?.score ?? reportTerms.none, to?.score ?? reportTerms.none],
      [words.changed.award, awardsOf(before, unitId) || words.noAward, awardsOf(after, unitId) || words.noAward],
    ]
    return pairs
      .filter(([, left, right]) => left !== right)
      .map(([what, left, right]) => ({ unit, what, from: left, to: right }))
  })
}
