import { ok, type Result } from '../../shared/core/result'
import { placeText } from '../../shared/district/publication'
import type { AwardProposal, CategoryRanking } from '../../shared/district/record'
import { cliText } from '../../shared/terms/cli'
import { rankingLines as lines, rankingTerms } from '../../shared/terms/district-ranking'
import type { Context } from '../context'
import { districtStore } from '../district/district-store'
import { rankPeriod, type RankedPeriod } from '../district/rank'
import { valueOf, type Arguments } from './arguments'
import type { Command, CommandOutcome } from './command'

const misuse: CommandOutcome = { ok: false, error: { message: cliText.usage } }

function rankedPeriod(context: Context, args: Arguments): Result<RankedPeriod> | null {
  const period = valueOf(args, 'period')
  if (period === null) return null
  const opened = districtStore(context)
  return opened.ok ? rankPeriod(context, opened.value.store, period) : opened
}

function categoryJson({ category, label, scheme, tieBreakRule, units }: CategoryRanking) {
  return {
    category,
    label,
    scheme: scheme && { id: scheme.id, version: scheme.version },
    tieBreakRule,
    ranks: units.map(({ unit, score, exact, rank, tied, tieBreak, reason, before, gap }) => {
      return { unit, score, exact, rank, tied, tieBreak, reason, before, gap }
    }),
  }
}

function categoryText({ label, scheme, units }: CategoryRanking): string {
  const rows = units.map((unit) =>
    lines.unit(placeText(unit), unit.unit, unit.score ?? rankingTerms.noRate, unit.tieBreak),
  )
  return [lines.category(label, scheme?.name ?? ''), ...rows].join('\n')
}

/** `district rank --period P`: the places of each category, by themselves. */
const rank: Command['run'] = (context, args) => {
  const ranked = rankedPeriod(context, args)
  if (!ranked) return misuse
  if (!ranked.ok) return ranked
  const { categories, isLocked, asOf } = ranked.value
  const json = { period: valueOf(args, 'period'), asOf, isLocked, categories: categories.map(categoryJson) }
  return ok({ json, text: categories.map(categoryText).join('\n') })
}

function awardText({ name, group, winners, excluded, note }: AwardProposal): string {
  return [
    lines.award(name, group),
    ...winners.map(({ place, unit, value, reason }) => lines.winner(place, unit, value, reason)),
    ...excluded.map(({ unit, reason }) => lines.excluded(unit, reason)),
    ...(note === '' ? [] : [lines.note(note)]),
  ].join('\n')
}

/** `district awards --period P`: proposals with their reasons; a person decides. */
const awards: Command['run'] = (context, args) => {
  const ranked = rankedPeriod(context, args)
  if (!ranked) return misuse
  if (!ranked.ok) return ranked
  const proposals = ranked.value.awards
  const text = proposals.length === 0 ? lines.noAwards : proposals.map(awardText).join('\n')
  return ok({ json: { period: valueOf(args, 'period'), awards: proposals }, text })
}

/** `district rank` and `district awards`. */
export const rankCommands: Readonly<Record<string, Command['run']>> = { rank, awards }
