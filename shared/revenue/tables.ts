import { absoluteDecimal, compareDecimals, parseDecimal, type Decimal } from '../core/decimal'
import { parseMoney } from '../core/money'
import { choiceWords } from '../tables/cells/choice'
import type { FieldDefinition, FieldReading, RowRemark, TableDefinition } from '../tables/definition'
import { revenueFields, type RevenueField } from '../tables/field-names'
import {
  amountReading,
  codeReading,
  dayReading,
  ignoredReading,
  joinedKey,
  lineReading,
  paragraphReading,
  withPlainAmounts,
} from '../tables/field-readings'
import type { FieldValue } from '../tables/reading'
import { revenueDerivedHeaders, revenueHeaders, revenueSourceWords, revenueStatusWords } from '../terms/revenue-tables'

type Values = Readonly<Record<string, FieldValue>>

const amountFields = ['gross', 'districtRetained'] as const

const revenueReadings: Readonly<Record<RevenueField, FieldReading>> = {
  item: lineReading,
  source: { kind: 'choice', choice: choiceWords(revenueSourceWords) },
  payer: lineReading,
  bookedOn: dayReading,
  gross: amountReading,
  districtRetained: amountReading,
  voucherNo: codeReading,
  findingText: lineReading,
  status: { kind: 'choice', choice: choiceWords(revenueStatusWords) },
  reversedOn: dayReading,
  reason: paragraphReading,
  remark: paragraphReading,
}

const columns: readonly FieldDefinition[] = revenueFields.map((field) => ({
  field,
  reading: revenueReadings[field],
  headers: revenueHeaders[field],
  isRequired: field === 'item',
  ...(revenueReadings[field].kind === 'quantity' ? { isMoney: true } : {}),
}))

function decimalOf(value: FieldValue | undefined): Decimal | null {
  return typeof value === 'string' ? parseDecimal(value) : null
}

/** Both amounts of a correction are below zero; 区留成 is never more than the whole. */
function checkAmountsOf(values: Values): readonly RowRemark[] {
  const [whole, share] = [decimalOf(values.gross), decimalOf(values.districtRetained)]
  if (!whole || !share) return []
  const about = { field: 'districtRetained', severity: 'error', params: {} } as const
  if (whole.digits < 0n !== share.digits < 0n) return [{ ...about, code: 'signsDiffer' }]
  const isMore = compareDecimals(absoluteDecimal(share), absoluteDecimal(whole)) > 0
  return isMore ? [{ ...about, code: 'shareAboveWhole' }] : []
}

/** Amounts beyond what can be recorded. */
function tooLargeRemarks(values: Values): readonly RowRemark[] {
  return amountFields.flatMap((field): RowRemark[] => {
    const value = values[field]
    const isKept = typeof value !== 'string' || parseMoney(value, 'tenThousand') !== null
    return isKept ? [] : [{ field, code: 'amountTooLarge', severity: 'error', params: {} }]
  })
}

/** What a booked row must say; a reversal before its booking is doubted. */
function checkRow(values: Values): readonly RowRemark[] {
  const remarks: RowRemark[] = []
  const isBooked = values.status === 'booked' || values.status === 'reversed'
  for (const field of ['bookedOn', 'gross', 'districtRetained'] as const) {
    if (isBooked && (values[field] ?? null) === null)
      remarks.push({ field, code: 'required', severity: 'error', params: {} })
  }
  const { bookedOn, reversedOn } = values
  if (typeof bookedOn === 'string' && typeof reversedOn === 'string' && reversedOn < bookedOn) {
    const params = { earlierField: 'bookedOn', earlier: bookedOn, later: reversedOn }
    remarks.push({ field: 'reversedOn', code: 'orderOfDates', severity: 'warning', params })
  }
  return [...remarks, ...checkAmountsOf(values), ...tooLargeRemarks(values)]
}

/** 收入台账: `domain.md` §8 B4 with 状态. */
export const revenueTable: TableDefinition = {
  kind: 'revenue',
  fields: [
    ...columns,
    { field: 'cumulative', reading: ignoredReading, headers: revenueDerivedHeaders.cumulative },
    { field: 'rate', reading: ignoredReading, headers: revenueDerivedHeaders.rate },
  ],
  recordFields: revenueFields,
  anchors: [['item'], ['districtRetained', 'gross'], ['payer', 'bookedOn', 'voucherNo']],
  keyOf: (values) => joinedKey(values.voucherNo) ?? joinedKey(values.item, values.payer, values.source),
  keyFields: ['voucherNo', 'item', 'payer', 'source'],
  complete: (values) => withPlainAmounts(values, amountFields),
  check: checkRow,
}
