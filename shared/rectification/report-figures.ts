import type { IsoDate } from '../core/dates'
import { addMoney, formatMoney, type Fen } from '../core/money'
import { fillText } from '../reports/sentences'
import { formatChineseDate } from '../terms/dates'
import { findingStatusLabels, treatmentLabels } from '../terms/rectification'
import { rectReportTexts as words } from '../terms/rectification-reports'
import { moneyUnitWord } from '../terms/rectification-statistics'
import { reportTerms } from '../terms/reports'
import { rateTextOf, tallyOf } from './counting'
import { findingStatuses } from './record'
import type { RectReportFacts, ReportItem } from './report-facts'
import type { AmountTotal, RateChoice, Statistics } from './statistics-contract'

/** How many, how many done and the rate with its fraction; 已整改 and 已推动整改 are never added up without the words. */
export function figuresText(items: readonly ReportItem[], rate: RateChoice, asOf: IsoDate): string {
  const tally = tallyOf(items.map(({ counting }) => counting))
  const { total, done, promoted, denominator } = tally
  const { figures } = words
  if (total === 0) return figures.none
  const template =
    denominator === 0 ? figures.nothing : tally.isMixed ? figures.mixed : promoted > 0 ? figures.promoted : figures.done
  const values = { total, done, promoted, own: done - promoted, asOf: formatChineseDate(asOf) }
  const said = fillText(template, { ...values, ...rateTextOf(tally, rate) })
  return total === denominator ? said : `${said}${fillText(figures.leftOut, { count: total - denominator })}`
}

/** The open ones by status, in the words of the program. */
export function standingText(items: readonly ReportItem[]): string {
  const open = items.filter(({ counting }) => counting.inDenominator && !counting.isDone)
  if (open.length === 0) return ''
  const parts = findingStatuses.flatMap((status) => {
    const count = open.filter(({ finding }) => finding.status === status).length
    return count === 0 ? [] : [fillText(words.standingPart, { label: findingStatusLabels[status], count })]
  })
  return fillText(words.standing, { open: open.length, list: parts.join(reportTerms.enumeration) })
}

function amountText({ treatment, unit, requiredFen, doneFen, required, done, rate, fraction }: AmountTotal): string {
  const isMoney = unit === ''
  const text = (fen: Fen | null, other: string | null): string | null =>
    isMoney ? fen && formatMoney(fen, 'tenThousand') : other
  const asked = text(requiredFen, required)
  const values = {
    treatment: treatmentLabels[treatment],
    unit: isMoney ? moneyUnitWord : unit,
    done: text(doneFen, done) || '0',
    required: asked || '0',
    rate,
    fraction,
  }
  return fillText(asked ? words.amountRated : words.amountOf, values)
}

/** 整改金额 by treatment and, apart from it, what is counted in other units; units are never added up. */
export function amountsText(amounts: readonly AmountTotal[]): string {
  const money = amounts.filter(({ unit }) => unit === '')
  const others = amounts.filter(({ unit }) => unit !== '')
  const sum = addMoney(...money.flatMap(({ doneFen }) => doneFen ?? []))
  const list = money.map(amountText).join(reportTerms.semicolon)
  const ofMoney =
    money.length === 0
      ? ''
      : money.length === 1 || sum === null
        ? fillText(words.amountsOne, { list })
        : fillText(words.amounts, { total: formatMoney(sum, 'tenThousand'), list })
  const ofOthers =
    others.length === 0 ? '' : fillText(words.otherUnits, { list: others.map(amountText).join(reportTerms.semicolon) })
  return `${ofMoney}${ofOthers}`
}

function countsText({ counts }: Statistics): string {
  const { rulesMade, accountablePersons, referralCases: cases, referralPersons } = counts
  const referred = cases === 0 ? '' : fillText(words.referred, { cases, persons: referralPersons })
  return fillText(words.counts, { rules: rulesMade, persons: accountablePersons, referred })
}

/** 部署: what the ledger itself shows of how the work is organised. */
function organisedText({ programs, items, statistics }: RectReportFacts): string {
  const units = new Set(items.map(({ finding }) => finding.leadUnit).filter((unit) => unit !== ''))
  return fillText(words.organised, {
    programs: programs.length,
    units: units.size,
    measures: statistics.structure.measures,
  })
}

/** The paragraphs of figures with which each report begins. */
export function overviewTexts(facts: RectReportFacts): readonly string[] {
  const { items, statistics, rate, asOf } = facts
  const { due, counts } = statistics
  const extended = counts.extended === 0 ? '' : fillText(words.extended, { count: counts.extended })
  const ofDue = due.total === 0 || due.total === items.length ? '' : fillText(words.due, due)
  return [
    organisedText(facts),
    `${figuresText(items, rate, asOf)}${standingText(items)}${ofDue}${extended}`,
    `${amountsText(statistics.amounts)}${countsText(statistics)}`,
  ]
}
