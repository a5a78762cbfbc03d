import { textsFor } from '../environment/texts'
import type { BriefRecord } from '../briefs/record'
import { yearOf, type IsoDate } from '../core/dates'
import type { Rate } from '../environment/visit-contract'
import { visitModes } from '../environment/record'
import { formatChineseDate } from '../terms/dates'
import { environmentText } from '../terms/report-environment'
import { reportTerms } from '../terms/reports'
import { visitModeLabels } from '../terms/visits'
import { heading, paragraph } from './document-blocks'
import { environmentAnnexes } from './environment-annexes'
import type { EnvironmentFacts } from './environment-facts'
import { environmentGaps, environmentWarnings } from './environment-gaps'
import { environmentSheets } from './environment-sheets'
import { framed } from './frame'
import type { DocumentBlock, RecordRef } from './model'
import { isWithin, periodName } from './period'
import { briefRef, demandRef, enterpriseRef, policyRef, taskRef, trainingRef, visitRef } from './refs'
import type { ReportSection, SummaryLine } from './section'
import { counted, figure, fillText, sentence, words, type SentenceFigure } from './sentences'
import { isExpectedBy, isSubmittedBy, problemBlocks, taskBlock } from './task-lines'

const { formulas } = environmentText

/** Dated in the period and by the cut-off. */
function inPeriod<T>(facts: EnvironmentFacts, list: readonly T[], dayOf: (item: T) => IsoDate | null): readonly T[] {
  return list.filter((item) => {
    const on = dayOf(item)
    return on !== null && on <= facts.asOf && isWithin(facts.period, on)
  })
}

/** Texts of one use that were sent in the year by the cut-off. */
function sentTexts(facts: EnvironmentFacts, use: 'environmentBrief' | 'environmentCase'): readonly BriefRecord[] {
  return textsFor(facts.briefs, use).filter(
    ({ submittedOn }) => submittedOn !== null && submittedOn <= facts.asOf && yearOf(submittedOn) === facts.period.year,
  )
}

function textRefs(briefs: readonly BriefRecord[]): readonly RecordRef[] {
  return briefs.map((brief) => briefRef('environment', brief))
}

function trainingsOf(facts: EnvironmentFacts): EnvironmentFacts['trainings'] {
  return facts.trainings.filter(
    ({ stream, status, heldOn }) => stream === 'environment' && status === 'held' && heldOn <= facts.asOf,
  )
}

/** Visits of the period to the enterprises that are counted. */
function visitsInPeriod(facts: EnvironmentFacts): EnvironmentFacts['visits'] {
  const ids = new Set(facts.matrix.enterprises.map(({ enterpriseId }) => enterpriseId))
  return inPeriod(facts, facts.visits, ({ visit }) => visit.visitedOn).filter(({ visit }) =>
    ids.has(visit.enterpriseId),
  )
}

function visitRefs(visits: EnvironmentFacts['visits']): readonly RecordRef[] {
  return visits.map(({ visit, enterpriseName }) => visitRef(enterpriseName, visit))
}

function demandRefs(demands: EnvironmentFacts['demands']): readonly RecordRef[] {
  return demands.map(({ enterpriseName, demand }) => demandRef(enterpriseName, demand))
}

function solvedOf(demands: EnvironmentFacts['demands']): EnvironmentFacts['demands'] {
  return demands.filter(({ demand }) => demand.isSolved === true)
}

function tasksBlocks(facts: EnvironmentFacts): readonly DocumentBlock[] {
  const kept = facts.duties.flatMap(({ tasks }) => tasks).filter(({ state }) => state !== 'cancelled')
  const submitted = kept.filter((task) => isSubmittedBy(task, facts))
  const expected = kept.filter((task) => isExpectedBy(task, facts))
  const year = sentence('environment.duties', environmentText.duties, {
    asOf: words(formatChineseDate(facts.asOf)),
    expected: counted(expected.map(taskRef), framed(facts, formulas.expected)),
    submitted: counted(submitted.map(taskRef), framed(facts, formulas.submitted)),
  })
  return [...(kept.length === 0 ? [] : [paragraph(year)]), ...taskBlock('environment', facts, facts.tasks)]
}

function textsBlock(facts: EnvironmentFacts): DocumentBlock {
  const of = (briefs: readonly BriefRecord[]): SentenceFigure => counted(textRefs(briefs), formulas.brief)
  const [briefs, cases] = [sentTexts(facts, 'environmentBrief'), sentTexts(facts, 'environmentCase')]
  const sentOn = ({ submittedOn }: BriefRecord): IsoDate | null => submittedOn
  const trainings = trainingsOf(facts)
  const refs = (list: EnvironmentFacts['trainings']): readonly RecordRef[] =>
    list.map((training) => trainingRef('environment', training))
  const held = inPeriod(facts, trainings, ({ heldOn }) => heldOn)
  return paragraph(
    sentence('environment.briefs', environmentText.briefs, {
      period: words(periodName(facts.period)),
      briefsInPeriod: of(inPeriod(facts, briefs, sentOn)),
      briefsInYear: of(briefs),
      casesInPeriod: of(inPeriod(facts, cases, sentOn)),
      casesInYear: of(cases),
    }),
    sentence('environment.trainings', environmentText.trainings, {
      period: words(periodName(facts.period)),
      trainings: counted(refs(held), framed(facts, formulas.trainings)),
      trainingsInYear: counted(refs(trainings), framed(facts, formulas.trainingsInYear)),
    }),
  )
}

function policiesInPeriod(facts: EnvironmentFacts): EnvironmentFacts['policies'] {
  return inPeriod(facts, facts.policies, ({ policy }) => policy.publishedOn)
}

function policiesBlock(facts: EnvironmentFacts): DocumentBlock {
  const rows = policiesInPeriod(facts)
  const period = words(periodName(facts.period))
  if (rows.length === 0) return paragraph(sentence('environment.policies', environmentText.noPolicies, { period }))
  const refs = (list: EnvironmentFacts['policies']): readonly RecordRef[] => list.map(({ policy }) => policyRef(policy))
  const inTime = rows.filter(({ state }) => state === 'sent')
  const sum = (pick: (row: EnvironmentFacts['policies'][number]) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0)
  const told = { told: sum((row) => row.told), toldOf: sum((row) => row.toldOf) }
  const workdays = String(facts.policyWorkdays)
  const toldFormula = framed(facts, formulas.told)
  return paragraph(
    sentence('environment.policies', environmentText.policies, {
      period,
      workdays: words(workdays),
      policies: counted(refs(rows), framed(facts, formulas.policies)),
      sent: counted(refs(rows.filter(({ state }) => state === 'sent' || state === 'sentLate')), formulas.sent),
      inTime: counted(refs(inTime), fillText(formulas.inTime, { workdays })),
    }),
    ...(told.toldOf === 0
      ? []
      : [
          sentence('environment.told', environmentText.told, {
            told: figure(told.told, toldFormula, refs(rows)),
            toldOf: figure(told.toldOf, toldFormula, refs(rows)),
          }),
        ]),
  )
}

function visitTemplate(facts: EnvironmentFacts, visits: number): string {
  if (facts.matrix.coverage.enterprises === 0) return environmentText.noLinks
  return visits === 0 ? environmentText.noVisits : environmentText.visits
}

function visitsBlock(facts: EnvironmentFacts): DocumentBlock {
  const { matrix } = facts
  const visits = visitsInPeriod(facts)
  const missing = new Set(matrix.coverage.missing.map(({ enterpriseId }) => enterpriseId))
  const linked = new Set(matrix.cells.filter(({ isLinked }) => isLinked).map(({ personId }) => personId))
  const officials = matrix.officials.filter(({ personId }) => linked.has(personId))
  const enterprises = matrix.enterprises.map(enterpriseRef)
  const modes = visitModes.flatMap((mode) => {
    const count = visits.filter(({ visit }) => visit.mode === mode).length
    return count === 0 ? [] : [fillText(environmentText.mode, { mode: visitModeLabels[mode], count })]
  })
  const visited = matrix.enterprises.filter(({ enterpriseId }) => !missing.has(enterpriseId)).map(enterpriseRef)
  return paragraph(
    sentence('environment.visits', visitTemplate(facts, visits.length), {
      asOf: words(formatChineseDate(facts.asOf)),
      period: words(periodName(facts.period)),
      officials: figure(officials.length, framed(facts, formulas.officials)),
      enterprises: counted(enterprises, framed(facts, formulas.enterprises)),
      visits: counted(visitRefs(visits), framed(facts, formulas.visits)),
      modes: words(modes.join(reportTerms.enumeration)),
      visited: figure(matrix.coverage.visited, framed(facts, formulas.visited), visited),
      linked: words(String(matrix.coverage.enterprises)),
      percent: figure(facts.coverageRate ?? reportTerms.none, formulas.percent, visited),
    }),
  )
}

function fraction({ num, den }: Rate): string {
  return `${num}/${den}`
}

function demandsBlock(facts: EnvironmentFacts): DocumentBlock {
  const { rates, demands } = facts
  const period = words(periodName(facts.period))
  const raised = inPeriod(facts, demands, ({ demand }) => demand.raisedOn)
  const solved = (list: EnvironmentFacts['demands']): SentenceFigure =>
    counted(demandRefs(solvedOf(list)), framed(facts, formulas.solved))
  const inYear = demands.length === 0 ? environmentText.noDemandsInYear : environmentText.demandsInYear
  const rate = ({ rate: percent }: Rate, key: 'resolution' | 'clock'): SentenceFigure =>
    figure(
      percent ?? reportTerms.none,
      key === 'resolution' ? formulas.resolution : environmentText.readings[3],
      demandRefs(demands),
    )
  return paragraph(
    sentence('environment.demands', raised.length === 0 ? environmentText.noDemands : environmentText.demands, {
      period,
      raised: counted(demandRefs(raised), framed(facts, formulas.raised)),
      solved: solved(raised),
    }),
    sentence('environment.demandsInYear', inYear, {
      raised: counted(demandRefs(demands), framed(facts, formulas.raisedInYear)),
      solved: solved(demands),
      percent: rate(rates.resolution, 'resolution'),
      fraction: words(fraction(rates.resolution)),
    }),
    ...([rates.transferOnTime, rates.replyOnTime, rates.satisfaction].every(({ den }) => den === 0)
      ? []
      : [
          sentence('environment.clocks', environmentText.clocks, {
            transfer: rate(rates.transferOnTime, 'clock'),
            transferFraction: words(fraction(rates.transferOnTime)),
            reply: rate(rates.replyOnTime, 'clock'),
            replyFraction: words(fraction(rates.replyOnTime)),
            satisfaction: rate(rates.satisfaction, 'clock'),
            satisfactionFraction: words(fraction(rates.satisfaction)),
          }),
        ]),
  )
}

function summary(facts: EnvironmentFacts): readonly SummaryLine[] {
  const { summary: labels } = environmentText
  const line = (
    key: keyof typeof labels,
    inPeriodCount: number,
    inYear: readonly RecordRef[],
    formula: string,
  ): SummaryLine => ({
    code: `environment.${key}`,
    name: labels[key],
    target: null,
    inPeriod: String(inPeriodCount),
    inYear: String(inYear.length),
    rate: null,
    remark: '',
    formula: framed(facts, formula),
    counts: inYear,
    // A policy may be sent, a demand solved, in a later period than the one that it is counted in.
    isRunning: key === 'tasks' || key === 'briefs' || key === 'demands',
  })
  const submitted = facts.duties.flatMap(({ tasks }) => tasks).filter((task) => isSubmittedBy(task, facts))
  const briefs = sentTexts(facts, 'environmentBrief')
  const inTime = facts.policies.filter(({ state }) => state === 'sent')
  const { coverage } = facts.matrix
  const raised = inPeriod(facts, facts.demands, ({ demand }) => demand.raisedOn)
  return [
    line(
      'tasks',
      inPeriod(facts, submitted, ({ submittedOn }) => submittedOn).length,
      submitted.map(taskRef),
      formulas.submittedInYear,
    ),
    line('briefs', inPeriod(facts, briefs, ({ submittedOn }) => submittedOn).length, textRefs(briefs), formulas.brief),
    line(
      'policies',
      inPeriod(facts, inTime, ({ policy }) => policy.publishedOn).length,
      inTime.map(({ policy }) => policyRef(policy)),
      fillText(formulas.inTimeInYear, { workdays: facts.policyWorkdays }),
    ),
    line('visits', visitsInPeriod(facts).length, visitRefs(facts.visits), formulas.visitsInYear),
    {
      ...line('coverage', coverage.visited, [], formulas.percent),
      target: String(coverage.enterprises),
      inYear: null,
      rate: facts.coverageRate?.replace('%', '') ?? null,
    },
    line('demands', raised.length, demandRefs(facts.demands), formulas.raisedInYear),
    line('solved', solvedOf(raised).length, demandRefs(solvedOf(facts.demands)), formulas.solvedInYear),
  ]
}

/** Everything with a day of the period. */
function recordsOf(facts: EnvironmentFacts): readonly RecordRef[] {
  const texts = [...sentTexts(facts, 'environmentBrief'), ...sentTexts(facts, 'environmentCase')]
  const policies = facts.policies.filter(({ policy: { publishedOn, sentOn } }) =>
    [publishedOn, sentOn].some((on) => on !== null && on <= facts.asOf && isWithin(facts.period, on)),
  )
  const trainings = inPeriod(facts, trainingsOf(facts), ({ heldOn }) => heldOn)
  return [
    ...visitRefs(inPeriod(facts, facts.visits, ({ visit }) => visit.visitedOn)),
    ...demandRefs(inPeriod(facts, facts.demands, ({ demand }) => demand.raisedOn)),
    ...policies.map(({ policy }) => policyRef(policy)),
    ...textRefs(inPeriod(facts, texts, ({ submittedOn }) => submittedOn)),
    ...trainings.map((training) => trainingRef('environment', training)),
  ]
}

/** 抓营商环境 in the report of a period. Source: 实施方案 三（一）, layout B3. */
export function environmentSection(facts: EnvironmentFacts): ReportSection {
  const { problems, steps } = environmentGaps(facts)
  return {
    stream: 'environment',
    records: recordsOf(facts),
    blocks: [
      heading(2, environmentText.sectionWork),
      ...tasksBlocks(facts),
      textsBlock(facts),
      policiesBlock(facts),
      visitsBlock(facts),
      demandsBlock(facts),
      heading(2, environmentText.sectionNext),
      ...problemBlocks('environment', problems, steps),
    ],
    annexes: facts.period.kind === 'quarter' ? environmentAnnexes(facts) : [],
    sheets: environmentSheets(facts),
    summary: summary(facts),
    warnings: environmentWarnings(facts),
    readings: environmentText.readings.map((reading) => framed(facts, reading)),
  }
}
