import { invariant } from '../core/assert'
import { addDecimals, decimalText, parseDecimal, type Decimal } from '../core/decimal'
import { grouped } from '../core/grouped'
import { addMoney, formatMoney, type Fen } from '../core/money'
import { points, rateOf } from '../core/points'
import { amountClassLabels, treatmentLabels } from '../terms/rectification'
import { noAmountClass, statisticsWarnings } from '../terms/rectification-statistics'
import { noRate } from './counting'
import { amountClasses, treatments, type FindingRecord } from './record'
import type { StatisticsFacts } from './counted'
import type { AmountTotal, RateChoice, Statistics } from './statistics-contract'

type Amount = StatisticsFacts['amounts'][number]

const zero: Decimal = { digits: 0n, scale: 0 }

function sumFen(amounts: readonly (Fen | null)[]): Fen | null {
  const known = amounts.filter((amount) => amount !== null)
  if (known.length === 0) return null
  const sum = addMoney(...known)
  invariant(sum !== null, 'a sum of amounts within safe integers')
  return sum
}

function sumDecimals(texts: readonly (string | null)[]): Decimal | null {
  const known = texts.flatMap((text) => (text === null ? [] : (parseDecimal(text) ?? [])))
  return known.length === 0 ? null : known.reduce(addDecimals, zero)
}

/** Money in 万元, other units as they are: what a rate is printed in. */
function shownRequired({ unit, requiredFen, required }: Amount): string | null {
  if (unit !== '') return required
  return requiredFen === null ? null : formatMoney(requiredFen, 'tenThousand')
}

function shownDone({ unit, doneFen, done }: Amount): string | null {
  if (unit !== '') return done
  return doneFen === null ? null : formatMoney(doneFen, 'tenThousand')
}

function totalOf(rows: readonly [Amount, ...Amount[]], rate: RateChoice): AmountTotal {
  const { treatment, unit } = rows[0]
  const [required, done] = [sumDecimals(rows.map((row) => row.required)), sumDecimals(rows.map((row) => row.done))]
  // What was done without saying of how much is in the sums, never in the rate.
  const rated = rows.filter((row) => shownRequired(row) !== null)
  const numerator = decimalText(sumDecimals(rated.map(shownDone)) ?? zero)
  const denominator = decimalText(sumDecimals(rated.map(shownRequired)) ?? zero)
  const share = rateOf(points(numerator), points(denominator), { ...rate, trailingZeros: false })
  const isMoney = unit === ''
  return {
    treatment,
    unit,
    requiredFen: isMoney ? sumFen(rows.map((row) => row.requiredFen)) : null,
    doneFen: isMoney ? sumFen(rows.map((row) => row.doneFen)) : null,
    required: isMoney || required === null ? null : decimalText(required),
    done: isMoney || done === null ? null : decimalText(done),
    rate: share?.percent ?? noRate,
    fraction: `${numerator}/${denominator}`,
    findings: new Set(rows.map((row) => row.findingId)).size,
  }
}

/** Rows of one treatment in one unit, treatments in the order of the ledger. */
function byTreatmentAndUnit(amounts: readonly Amount[]): readonly (readonly [Amount, ...Amount[]])[] {
  const groups = grouped(amounts, ({ treatment, unit }) => JSON.stringify([treatment, unit]))
  return [...groups.values()].toSorted(([left], [right]) => {
    const place = treatments.indexOf(left.treatment) - treatments.indexOf(right.treatment)
    return place !== 0 ? place : left.unit < right.unit ? -1 : left.unit > right.unit ? 1 : 0
  })
}

/** 应整改 and 已整改 by treatment and unit; different units are never added up. Source: product F8. */
export function amountTotals(amounts: readonly Amount[], rate: RateChoice): AmountTotal[] {
  return byTreatmentAndUnit(amounts).map((rows) => totalOf(rows, rate))
}

/** Rows that a rate could not take in. */
export function amountWarnings(amounts: readonly Amount[]): readonly string[] {
  return byTreatmentAndUnit(amounts).flatMap((rows) => {
    const left = rows.filter((row) => shownRequired(row) === null && shownDone(row) !== null).length
    const [{ treatment, unit }] = rows
    return left === 0 ? [] : [statisticsWarnings.noRequired(treatmentLabels[treatment], unit, left)]
  })
}

/** 问题金额 by 性质, those without one last. Unit: 分. */
export function problemAmountsOf(
  findings: readonly Pick<FindingRecord, 'amount' | 'amountClass'>[],
): Statistics['problemAmounts'] {
  return [...amountClasses, null].flatMap((amountClass) => {
    const own = findings.filter((each) => each.amountClass === amountClass && each.amount !== null)
    const fen = sumFen(own.map(({ amount }) => amount))
    if (fen === null) return []
    const label = amountClass === null ? noAmountClass : amountClassLabels[amountClass]
    return [{ amountClass: amountClass ?? '', label, findings: own.length, fen }]
  })
}
