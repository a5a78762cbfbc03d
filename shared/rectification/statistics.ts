import type { IsoDate } from '../core/dates'
import { formulaText, statisticsWarnings, totalLabel } from '../terms/rectification-statistics'
import { countedOf, type Counted, type StatisticsFacts, type StatisticsFinding } from './counted'
import { rateTextOf, tallyOf } from './counting'
import type { FindingStatus, ProgramRecord } from './record'
import { amountTotals, amountWarnings, problemAmountsOf } from './statistics-amounts'
import { groupsBy } from './statistics-groups'
import { ageingOf, burnDownOf, closingOf, timeWarnings } from './statistics-time'
import type { RateChoice, Statistics, StatisticsBy, StatisticsGroup } from './statistics-contract'
import { structureOf } from './structure'

/** The usual way of rounding. Source: domain §7. */
const usualRate: RateChoice = { mode: 'halfUp', decimals: 1 }

/** What is chosen, else the rule of the only programme there is, else half-up to one decimal. */
export function rateChoiceOf(chosen: RateChoice | null, programs: readonly ProgramRecord[]): RateChoice {
  if (chosen) return chosen
  const [only, ...others] = programs
  return only && others.length === 0 ? { mode: only.rateRule.mode, decimals: only.rateRule.decimals } : usualRate
}

/** The figures of some findings under one name; basically and phased done are never in the numerator. */
export function groupOf(
  { key, label }: Pick<StatisticsGroup, 'key' | 'label'>,
  counted: readonly Counted[],
  rate: RateChoice,
): StatisticsGroup {
  const ofStatus: Record<FindingStatus, number> = {
    done: 0,
    promoted: 0,
    basicallyDone: 0,
    phasedDone: 0,
    inProgress: 0,
    longTerm: 0,
    notDone: 0,
  }
  let [referred, overdue] = [0, 0]
  for (const { finding, timeliness } of counted) {
    ofStatus[finding.status] += 1
    if (finding.state === 'referred') referred += 1
    if (timeliness === 'overdue') overdue += 1
  }
  const tally = tallyOf(counted.map(({ counting }) => counting))
  const text = rateTextOf(tally, rate)
  const verb = tally.isMixed ? 'mixed' : tally.promoted > 0 ? 'promoted' : 'done'
  return {
    key,
    label,
    total: counted.length,
    ...ofStatus,
    referred,
    overdue,
    open: tally.denominator - tally.done,
    ...text,
    formula: formulaText({ done: tally.done, denominator: tally.denominator, rate: text.rate, verb }),
    isMixed: tally.isMixed,
  }
}

function countsOf(facts: StatisticsFacts): Statistics['counts'] {
  const { findings, rulesMade, accountablePersons, referralCases, referralPersons } = facts
  const sum = (of: (finding: StatisticsFinding) => number): number => findings.reduce((all, each) => all + of(each), 0)
  return {
    rulesMade,
    accountablePersons,
    referralCases,
    referralPersons,
    extended: sum(({ extensionCount }) => (extensionCount > 0 ? 1 : 0)),
    reopened: sum(({ reopenCount }) => reopenCount),
    returned: sum(({ returnCount }) => returnCount),
    recurrent: sum(({ isRecurrence }) => (isRecurrence === true ? 1 : 0)),
  }
}

/** Of those whose deadline has come, how many are done. Source: domain §7 G24. */
function dueOf(counted: readonly Counted[], rate: RateChoice, asOf: IsoDate): Statistics['due'] {
  const come = counted.filter(({ finding }) => finding.dueOn !== null && finding.dueOn <= asOf)
  const tally = tallyOf(come.map(({ counting }) => counting))
  return { total: tally.denominator, done: tally.done, ...rateTextOf(tally, rate) }
}

/** Who is left out of the denominator, and where two verbs were added up. */
function countWarnings(counted: readonly Counted[], groups: readonly StatisticsGroup[]): readonly string[] {
  const left = counted.filter(({ counting }) => !counting.inDenominator)
  const referred = left.filter(({ finding }) => finding.state === 'referred').length
  const mixed = groups
    .filter(({ isMixed }) => isMixed)
    .map((group) => statisticsWarnings.mixed(group.label, group.done, group.promoted, group.fraction, group.rate))
  return [
    ...mixed,
    ...(referred > 0 ? [statisticsWarnings.referred(referred)] : []),
    ...(left.length > referred ? [statisticsWarnings.notCounted(left.length - referred)] : []),
  ]
}

/** The figures of some findings on a day; each with what it was counted from. Source: domain §7, product F3, F8, F9. */
export function statisticsOf(
  facts: StatisticsFacts,
  { by, rate, asOf }: { readonly by: StatisticsBy; readonly rate: RateChoice; readonly asOf: IsoDate },
): Statistics {
  const counted = countedOf(facts.findings, facts.programs, asOf)
  const groups = groupsBy(by, counted).map(({ name, members }) => groupOf(name, members, rate))
  const total = groupOf({ key: 'total', label: totalLabel }, counted, rate)
  return {
    asOf,
    by,
    groups,
    total,
    due: dueOf(counted, rate, asOf),
    structure: { ...structureOf(facts.findings), manifestations: facts.manifestations, measures: facts.measures },
    amounts: amountTotals(facts.amounts, rate),
    problemAmounts: problemAmountsOf(facts.findings),
    counts: countsOf(facts),
    closing: closingOf(counted, rate),
    ageing: ageingOf(counted, asOf),
    burnDown: burnDownOf(counted, facts.cycles, asOf),
    warnings: [
      ...countWarnings(counted, groups.length === 1 ? groups : [...groups, total]),
      ...timeWarnings(counted),
      ...amountWarnings(facts.amounts),
    ],
  }
}
