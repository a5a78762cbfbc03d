import { z } from 'zod'
import { ok } from '../../shared/core/result'
import { noFindingFilter } from '../../shared/rectification/finding-rows'
import { statisticsBys, type RateChoice } from '../../shared/rectification/statistics-contract'
import { cliText } from '../../shared/terms/cli'
import { statisticsByLabels } from '../../shared/terms/rectification'
import { statisticsText } from '../../shared/terms/rectification-statistics'
import { openedStore } from '../context'
import { statisticsOfFilter } from '../rectification/statistics-facts'
import { valueOf, type Arguments } from './arguments'
import type { Command } from './command'

const modeSchema = z.enum(['halfUp', 'truncate'])
const decimalsSchema = z.enum(['0', '1', '2']).transform((text): RateChoice['decimals'] => {
  return text === '0' ? 0 : text === '1' ? 1 : 2
})

/** The rounding that is asked for; what is not said stays usual. Null = not what the command takes. */
function roundingOf(args: Arguments): RateChoice | null {
  const mode = modeSchema.safeParse(valueOf(args, 'rounding') ?? 'halfUp')
  const decimals = decimalsSchema.safeParse(valueOf(args, 'decimals') ?? '1')
  return mode.success && decimals.success ? { mode: mode.data, decimals: decimals.data } : null
}

/** `rectification stats`: the findings of the ledger with rate, fraction and formula. */
export const rectificationCommand: Command = {
  needsStore: true,
  run: (context, args) => {
    const by = z.enum(statisticsBys).safeParse(valueOf(args, 'by') ?? 'kind')
    const rate = roundingOf(args)
    if (args.words[1] !== 'stats' || args.words.length > 2 || !by.success || !rate)
      return { ok: false, error: { message: cliText.usage } }
    const store = openedStore(context)
    if (!store.ok) return store
    const statistics = statisticsOfFilter(context, store.value, { filter: noFindingFilter, by: by.data, rate })
    const { asOf, groups, total, structure, due, amounts, counts, closing, warnings } = statistics
    return ok({
      json: { asOf, by: by.data, rounding: rate, groups, total, due, structure, amounts, counts, closing, warnings },
      text: statisticsText(statistics, statisticsByLabels[by.data]),
      remarks: warnings,
    })
  },
}
