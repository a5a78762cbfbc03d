import { fen, type Fen } from '../../../shared/core/money'
import { emptyEntry } from '../../../shared/revenue/empty-entry'
import type { RevenueRecord } from '../../../shared/revenue/record'

/** 分 from 万元 that are known to be exact. */
export function tenThousand(amount: number): Fen {
  const value = fen(Math.round(amount * 1_000_000))
  if (value === null) throw new Error(`no amount: ${amount}`)
  return value
}

export function anEntry(fields: Partial<RevenueRecord> = {}): RevenueRecord {
  const about = { id: 'e1', isSample: false, createdAt: '2022-01-01T09:00:00+08:00', updatedAt: '' }
  return { ...emptyEntry, ...about, item: '结余资金上缴', ...fields }
}
