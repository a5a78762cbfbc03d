import { readBureau } from '../../db/repositories/settings'
import { yearOf } from '../../shared/core/dates'
import { ok } from '../../shared/core/result'
import { yearSchema } from '../../shared/core/schemas'
import { cliText } from '../../shared/terms/cli'
import { openedStore } from '../context'
import { revenueProgress } from '../revenue/progress'
import { valueOf } from './arguments'
import type { Command } from './command'

/** `revenue progress`: what counts of the year's target. */
export const revenueCommand: Command = {
  needsStore: true,
  run: (context, args) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const usual = readBureau(store.value.read)?.year ?? yearOf(context.today())
    const year = yearSchema.safeParse(Number(valueOf(args, 'year') ?? usual))
    if (args.words[1] !== 'progress' || !year.success) return { ok: false, error: { message: cliText.usage } }
    const progress = revenueProgress(store.value, year.data, context.today())
    const { targetFen, bookedDistrictRetainedFen, bookedGrossFen, rate } = progress
    const json = {
      year: year.data,
      asOf: context.today(),
      targetFen,
      targetSource: progress.targetSource,
      bookedDistrictRetainedFen,
      bookedGrossFen,
      rate,
      remainingFen: progress.remainingFen,
      entries: progress.entryIds.length,
      clues: progress.clues,
      confirmed: progress.confirmed,
      unansweredTips: progress.unansweredTips,
    }
    return ok({ json, text: cliText.revenue(progress) })
  },
}
