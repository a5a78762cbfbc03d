import type { ReadDb } from '../../db/access'
import { countFunnel } from '../../db/repositories/lead-counts'
import type { IsoDate } from '../../shared/core/dates'
import { points, rateOf } from '../../shared/core/points'
import type { investmentContract } from '../../shared/investment/contract'
import { leadClasses } from '../../shared/investment/record'
import type { Output } from '../../shared/ipc/procedure'

type Funnel = Output<(typeof investmentContract)['investment.funnel']>

const stepStates = {
  filed: [],
  effective: ['effective', 'landed', 'dormant'],
  landed: ['landed'],
} as const satisfies Record<Funnel['steps'][number]['step'], Funnel['steps'][number]['states']>

/** 线索→有效→落地 of a year, each step as a share of the first. */
export function funnel(db: ReadDb, year: number, asOf: IsoDate): Funnel {
  const rows = countFunnel(db, year, asOf)
  const sum = (step: 'filed' | 'effective' | 'landed'): number => rows.reduce((total, row) => total + row[step], 0)
  const filed = sum('filed')
  return {
    steps: (['filed', 'effective', 'landed'] as const).map((step) => {
      const count = sum(step)
      const rate = rateOf(points(count), points(filed), { decimals: 1, mode: 'halfUp', trailingZeros: false })
      return { step, count, rate: rate?.percent ?? null, states: [...stepStates[step]] }
    }),
    byClass: leadClasses.flatMap((leadClass) => {
      const row = rows.find((each) => each.leadClass === leadClass)
      return row ? [{ leadClass, filed: row.filed, effective: row.effective, landed: row.landed }] : []
    }),
  }
}
