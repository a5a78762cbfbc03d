import type { Fen } from '../core/money'
import type { ProjectBand } from './record'

/** Unit: 分. */
const fenOfTenThousand = 10_000 * 100

/** Where the bands begin: 500万元 and 5000万元; the lower end belongs to the band. Unit: 分. */
export const bandFloors = { from500: 500 * fenOfTenThousand, from5000: 5000 * fenOfTenThousand } as const

/** 亿元以上 begins with exactly 1亿元. Unit: 分. */
export const hundredMillionFloor = 10_000 * fenOfTenThousand

/** The largest amount a project may have, 1000亿元: more is a slip of the unit. Unit: 分. */
export const largestAmount = 10_000_000 * fenOfTenThousand

/**
 * The band of a total investment; exactly 5000万元 is in the upper one. Null without a total.
 * Source: 实施方案 三, domain §2 Project.
 */
export function bandOf(totalInvestment: Fen | null): ProjectBand | null {
  if (totalInvestment === null) return null
  if (totalInvestment >= bandFloors.from5000) return 'from5000'
  return totalInvestment >= bandFloors.from500 ? 'from500' : 'below500'
}

/** Whether it is one of 「其中亿元以上」. Source: 项目年方案 附件2. */
export function isAboveHundredMillion(totalInvestment: Fen | null): boolean {
  return totalInvestment !== null && totalInvestment >= hundredMillionFloor
}
