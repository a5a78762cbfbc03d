import { textMonths } from '../environment/texts'
import { environmentText } from '../terms/report-environment'
import { reportTerms } from '../terms/reports'
import { missingEnterpriseText } from '../terms/visits'
import type { Point } from './document-blocks'
import type { EnvironmentFacts } from './environment-facts'
import { monthList } from './frame'
import type { RecordRef, ReportWarning } from './model'
import { periodName } from './period'
import { demandRef, enterpriseRef, policyRef, tabRef } from './refs'
import { fillText, nameList } from './sentences'
import { taskProblems, taskSteps, taskWarnings } from './task-lines'

function openDemands({ demands }: EnvironmentFacts): EnvironmentFacts['demands'] {
  return demands.filter(({ demand: { isSolved } }) => isSolved !== true)
}

function overduePolicies({ policies }: EnvironmentFacts): EnvironmentFacts['policies'] {
  return policies.filter(({ state }) => state === 'overdue')
}

/** Months of 工作信息 without a text: those that are over, and with the running one of the period where asked. */
function monthsWithout(facts: EnvironmentFacts, withRunning: boolean): readonly number[] {
  return textMonths(facts.briefs, facts.period.year, facts.asOf)
    .map(({ state }, index) => ({ state, month: index + 1 }))
    .filter(({ state, month }) => {
      if (state === 'open') return withRunning && facts.period.months.includes(month)
      return state === 'missing'
    })
    .map(({ month }) => month)
}

interface Gaps {
  readonly problems: readonly Point[]
  readonly steps: readonly Point[]
}

/** Gaps of 抓营商环境 in words and what follows from each. */
export function environmentGaps(facts: EnvironmentFacts): Gaps {
  const problems: Point[] = []
  const steps: Point[] = []
  const { problems: problem, steps: step } = environmentText
  const { missing } = facts.matrix.coverage
  const add = (key: keyof typeof step, count: number, list: readonly string[]): void => {
    if (count === 0) return
    const values = { count, list: nameList(list), period: periodName(facts.period) }
    problems.push({ key, text: fillText(problem[key], { ...values, months: monthList(monthsWithout(facts, false)) }) })
    steps.push({ key, text: step[key] })
  }
  const visits = missing.map(({ name, officials }) => missingEnterpriseText(name, officials))
  add('visits', missing.length, visits)
  const overdue = overduePolicies(facts).map(({ policy }) => policy.title)
  add('policies', overdue.length, overdue)
  const untold = facts.policies.filter(({ told, toldOf }) => told < toldOf).map(({ policy }) => policy.title)
  if (untold.length > 0) {
    problems.push({ key: 'untold', text: fillText(problem.untold, { count: untold.length, list: nameList(untold) }) })
  }
  const open = openDemands(facts).map(({ enterpriseName, demand }) => `${enterpriseName}${demand.text}`)
  add('demands', open.length, open)
  add('months', monthsWithout(facts, false).length, [])
  problems.push(...taskProblems(facts, facts.tasks))
  steps.push(...taskSteps(facts, facts.tasks))
  return { problems, steps }
}

/** Unit: enterprises that are named one by one; more of them make one warning. */
const NAMED = 5

function notVisited(facts: EnvironmentFacts): readonly (readonly [string, RecordRef])[] {
  const { warnings: text } = environmentText
  const { missing } = facts.matrix.coverage
  const period = periodName(facts.period)
  if (missing.length <= NAMED) {
    return missing.map((each) => [fillText(text.notVisited, { name: each.name, period }), enterpriseRef(each)])
  }
  const list = nameList(missing.map(({ name }) => name))
  return [[fillText(text.manyNotVisited, { count: missing.length, list, period }), tabRef('environment', 'visit')]]
}

/** What the sender should check before signing. */
export function environmentWarnings(facts: EnvironmentFacts): readonly ReportWarning[] {
  const { warnings: text } = environmentText
  const stream = 'environment' as const
  const warn = (kind: ReportWarning['kind'], sentence: string, record: RecordRef | null = null): ReportWarning => ({
    kind,
    stream,
    text: sentence,
    record,
  })
  const months = monthsWithout(facts, true)
  const isEmpty = facts.visits.length + facts.policies.length + facts.briefs.length + facts.duties.length === 0
  const years = facts.missingCalendarYears.join(reportTerms.enumeration)
  return [
    ...(isEmpty ? [warn('gap', text.empty)] : []),
    ...(months.length > 0 && !isEmpty
      ? [warn('gap', fillText(text.months, { months: monthList(months) }), tabRef('environment', 'brief'))]
      : []),
    ...overduePolicies(facts).map(({ policy }) =>
      warn('gap', fillText(text.policyLate, { title: policy.title }), policyRef(policy)),
    ),
    ...facts.policies
      .filter(({ hasExplainer }) => !hasExplainer)
      .map(({ policy }) => warn('gap', fillText(text.noExplainer, { title: policy.title }), policyRef(policy))),
    ...notVisited(facts).map(([sentence, record]) => warn('gap', sentence, record)),
    ...openDemands(facts).map(({ enterpriseName, demand }) =>
      warn('gap', fillText(text.demandOpen, { text: demand.text }), demandRef(enterpriseName, demand)),
    ),
    ...facts.policies
      .filter(({ dueOnEstimate }) => dueOnEstimate !== null)
      .map(({ policy }) => warn('estimate', fillText(text.policyUnknown, { title: policy.title }), policyRef(policy))),
    ...(facts.isDemandEstimated ? [warn('estimate', text.demandEstimate)] : []),
    ...(years === '' ? [] : [warn('estimate', fillText(text.calendar, { years }))]),
    ...taskWarnings(stream, facts, facts.tasks),
  ]
}
