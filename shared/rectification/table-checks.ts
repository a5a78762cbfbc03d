import { parseMoney } from '../core/money'
import type { RowRemark } from '../tables/definition'
import type { FieldValue } from '../tables/reading'
import { rectSourceLabels } from '../terms/rectification'
import { choiceSeparator } from '../terms/table-words'

import { treatments } from './record'

type Values = Readonly<Record<string, FieldValue>>

/** Columns of money. Unit: 万元. */
export const ledgerAmountFields = ['amount', 'requiredAmount', 'doneAmount', ...treatments, 'referralAmount'] as const

/** 1000 亿元: a larger amount is a wrong unit. Unit: 分. */
const largestAmount = 10_000_000_000_000

function amountRemarks(values: Values): readonly RowRemark[] {
  return ledgerAmountFields.flatMap((field): RowRemark[] => {
    const value = values[field]
    if (typeof value !== 'string') return []
    const amount = parseMoney(value, 'tenThousand')
    if (amount !== null && amount >= 0 && amount <= largestAmount) return []
    const code = value.startsWith('-') ? 'amountNegative' : 'amountTooLarge'
    return [{ field, code, severity: 'error', params: {} }]
  })
}

function sourceRemarks({ source, level }: Values): readonly RowRemark[] {
  if ((source ?? null) !== null || typeof level !== 'string' || level === '') return []
  const allowed = Object.values(rectSourceLabels).join(choiceSeparator)
  return [{ field: 'source', code: 'choiceUnknown', severity: 'error', params: { value: level, allowed } }]
}

function dayRemarks({ dueOn, extendedTo, determinedOn, closedOn }: Values): readonly RowRemark[] {
  const remarks: RowRemark[] = []
  if (typeof dueOn === 'string' && typeof extendedTo === 'string' && extendedTo <= dueOn)
    remarks.push({ field: 'extendedTo', code: 'extensionNotLater', severity: 'error', params: { dueOn } })
  if (typeof determinedOn === 'string' && typeof closedOn === 'string' && closedOn < determinedOn) {
    const params = { earlierField: 'determinedOn', earlier: determinedOn, later: closedOn }
    remarks.push({ field: 'closedOn', code: 'orderOfDates', severity: 'warning', params })
  }
  return remarks
}

function ruleRemarks({ statedRules, namedRules }: Values): readonly RowRemark[] {
  if (typeof statedRules !== 'number' || typeof namedRules !== 'number' || statedRules >= namedRules) return []
  return [{ field: 'rulesMade', code: 'countBelowNames', severity: 'warning', params: { names: namedRules } }]
}

/** What is wrong or doubtful about a row of the ledger in itself. */
export function remarksOn(values: Values): readonly RowRemark[] {
  return [...sourceRemarks(values), ...amountRemarks(values), ...dayRemarks(values), ...ruleRemarks(values)]
}
