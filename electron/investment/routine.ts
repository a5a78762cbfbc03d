import { readBriefs, readTrainings } from '../../db/repositories/briefs'
import { ok } from '../../shared/core/result'
import type { investmentContract } from '../../shared/investment/contract'
import { monthGrid, type MonthScheme } from '../../shared/investment/months'
import type { Handlers } from '../../shared/ipc/procedure'
import type { Scheme } from '../../shared/scoring/scheme'
import { openedStore, type Context } from '../context'
import { schemeOf } from '../scoring/score'

/** The component of the scheme that asks for monthly items. */
export function monthSchemeOf(scheme: Scheme): MonthScheme | null {
  for (const component of scheme.components) {
    if (component.rule === 'periodPresence' && component.period === 'month' && component.max !== null) {
      const { max, assessed, min } = component
      return { max, assessed, min }
    }
  }
  return null
}

/** 平时考核: 工作信息 and 培训 of 抓招商. */
export const routineHandlers: Handlers<Pick<typeof investmentContract, 'investment.months'>, Context> = {
  'investment.months': (context, { year }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const scheme = schemeOf(store.value, year, context.today())
    const grid = monthGrid(
      readBriefs(store.value.read, year),
      year,
      context.today(),
      scheme.ok ? monthSchemeOf(scheme.value) : null,
    )
    return ok({
      months: grid.cells.map(({ month, state, briefs }) => ({
        month,
        isAssessed: state !== 'notAssessed',
        isFulfilled: state === 'done',
        isDue: state === 'missing' || state === 'open' || state === 'done',
        briefs: [...briefs],
      })),
      pointsPerMonth: grid.pointsPerMonth?.rounded ?? null,
      trainings: readTrainings(store.value.read, year, 'investment'),
    })
  },
}
