import { readBureau } from '../../db/repositories/settings'
import { yearOf } from '../../shared/core/dates'
import { ok } from '../../shared/core/result'
import { yearSchema } from '../../shared/core/schemas'
import { cliText } from '../../shared/terms/cli'
import { openedStore } from '../context'
import { bandsOf } from '../projects/totals'
import { valueOf } from './arguments'
import type { Command } from './command'

/** `projects bands`: how many projects of the year are in each band. */
export const projectsCommand: Command = {
  needsStore: true,
  run: (context, args) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const asked = valueOf(args, 'year')
    const year = yearSchema.safeParse(
      asked === null ? (readBureau(store.value.read)?.year ?? yearOf(context.today())) : Number(asked),
    )
    if (args.words[1] !== 'bands' || !year.success) return { ok: false, error: { message: cliText.usage } }
    const answer = bandsOf(context, store.value, year.data)
    const bands = Object.fromEntries(answer.bands.map(({ band, count }) => [band, count]))
    const json = {
      bands,
      year: year.data,
      aboveHundredMillion: answer.aboveHundredMillion,
      unknown: answer.unknown,
      amounts: Object.fromEntries(
        answer.bands.map(({ band, totalInvestment, annualPlan, investedYtd }) => [
          band,
          { totalInvestmentFen: totalInvestment, annualPlanFen: annualPlan, investedYtdFen: investedYtd },
        ]),
      ),
      annualPlanFen: answer.annualPlan,
      investedYtdFen: answer.investedYtd,
      planRate: answer.planRate,
      late: answer.late,
      near: answer.near,
    }
    return ok({ json, text: cliText.bands(answer) })
  },
}
