import { yearOf, type IsoDate } from '../core/dates'
import { formatMoney } from '../core/money'
import type { ProjectBand, ProjectRecord } from '../projects/record'
import { sumOf } from '../revenue/progress'
import { formatChineseDate } from '../terms/dates'
import { projectBandLabels } from '../terms/projects'
import { projectsText } from '../terms/report-projects'
import { reportTerms } from '../terms/reports'
import { heading, paragraph } from './document-blocks'
import { framed } from './frame'
import type { DocumentBlock, DocumentTable, RecordRef } from './model'
import { isWithin, periodName } from './period'
import { projectsAnnexes } from './projects-annex'
import type { ProjectsFacts } from './projects-facts'
import { projectsGaps, projectsWarnings } from './projects-gaps'
import { percentCell, projectsSheet } from './projects-sheets'
import { problemRef, projectRef, projectVisitRef } from './refs'
import type { ReportSection, SummaryLine } from './section'
import { counted, figure, sentence, words, type SentenceFigure, type Values } from './sentences'
import { problemBlocks, taskBlock } from './task-lines'

const { formulas } = projectsText

/** The days of a project that the report counts. */
const milestones = {
  entered: 'enterPoolOn',
  signed: 'signedOn',
  started: 'startedOn',
  completed: 'completedOn',
  inProduction: 'productionOn',
  left: 'leavePoolOn',
} as const satisfies Record<string, keyof ProjectRecord>
type Milestone = keyof typeof milestones

function records(facts: ProjectsFacts): readonly ProjectRecord[] {
  return facts.projects.map(({ row }) => row.project)
}

/** Projects that reached a point in the period, or since the start of the year. */
function reached(facts: ProjectsFacts, milestone: Milestone, span: 'period' | 'year'): readonly ProjectRecord[] {
  const { period, asOf } = facts
  const isCounted = (on: IsoDate | null): boolean => {
    if (on === null || on > asOf) return false
    return span === 'period' ? isWithin(period, on) : yearOf(on) === period.year
  }
  return records(facts).filter((project) => isCounted(project[milestones[milestone]]))
}

function inPeriod<T>(facts: ProjectsFacts, list: readonly T[], dayOf: (item: T) => IsoDate | null): readonly T[] {
  return list.filter((item) => {
    const on = dayOf(item)
    return isWithin(facts.period, on) && on !== null && on <= facts.asOf
  })
}

function totalBlock(facts: ProjectsFacts): DocumentBlock {
  const { bands } = facts
  const all = records(facts)
  const inBand = (band: ProjectBand): SentenceFigure =>
    counted(
      facts.projects.filter(({ row }) => row.band === band).map(({ row }) => projectRef(row.project)),
      formulas.band,
    )
  const above = facts.projects.filter(({ row }) => row.isAboveHundredMillion).map(({ row }) => projectRef(row.project))
  const totals = bands.bands.map(({ totalInvestment }) => totalInvestment)
  const values: Values = {
    asOf: words(formatChineseDate(facts.asOf)),
    count: counted(all.map(projectRef), formulas.count),
    total: figure(formatMoney(sumOf(totals), 'tenThousand'), formulas.total, all.map(projectRef)),
    below500: inBand('below500'),
    from500: inBand('from500'),
    from5000: inBand('from5000'),
    aboveHundredMillion: counted(above, formulas.aboveHundredMillion),
  }
  if (all.length === 0) return paragraph(sentence('projects.none', projectsText.none, values))
  return paragraph(sentence('projects.total', projectsText.total, values))
}

function movedBlock(facts: ProjectsFacts): DocumentBlock {
  const of = (milestone: Milestone, span: 'period' | 'year' = 'period'): SentenceFigure =>
    counted(
      reached(facts, milestone, span).map(projectRef),
      framed(facts, span === 'period' ? formulas.moved : formulas.inYear),
    )
  return paragraph(
    sentence('projects.moved', projectsText.moved, {
      period: words(periodName(facts.period)),
      entered: of('entered'),
      signed: of('signed'),
      started: of('started'),
      completed: of('completed'),
      inProduction: of('inProduction'),
      left: of('left'),
      startedInYear: of('started', 'year'),
      completedInYear: of('completed', 'year'),
    }),
  )
}

function investedBlock(facts: ProjectsFacts): DocumentBlock {
  const { bands } = facts
  const planned = records(facts).filter(({ annualPlan }) => annualPlan !== null)
  const refs = planned.map(projectRef)
  const hasPlan = bands.planRate !== null
  const invested = hasPlan ? bands.investedYtd : sumOf(records(facts).map(({ investedYtd }) => investedYtd))
  const values: Values = {
    plan: figure(formatMoney(bands.annualPlan, 'tenThousand'), formulas.plan, refs),
    invested: figure(
      formatMoney(invested, 'tenThousand'),
      formulas.invested,
      hasPlan ? refs : records(facts).map(projectRef),
    ),
    percent: figure(bands.planRate ?? reportTerms.none, formulas.rate, refs),
    fraction: words(bands.planFraction ?? ''),
  }
  const targets = bands.targets.map(({ assignmentId, text, target, actual }) =>
    sentence(`projects.target.${assignmentId}`, projectsText.target, {
      text: words(text),
      target: words(target),
      actual: figure(actual, formulas.target),
    }),
  )
  return paragraph(
    sentence('projects.invested', hasPlan ? projectsText.invested : projectsText.noPlan, values),
    ...targets,
  )
}

function workedBlock(facts: ProjectsFacts): DocumentBlock {
  const problemsOn = (dayOf: (problem: ProjectsFacts['problems'][number]['problem']) => IsoDate | null, how: string) =>
    counted(
      inPeriod(facts, facts.problems, ({ problem }) => dayOf(problem)).map(({ projectName, problem }) =>
        problemRef(projectName, problem),
      ),
      framed(facts, how),
    )
  const visits = inPeriod(facts, facts.visits, ({ visit }) => visit.visitedOn)
  return paragraph(
    sentence('projects.worked', projectsText.worked, {
      period: words(periodName(facts.period)),
      visits: counted(
        visits.map(({ projectName, visit }) => projectVisitRef(projectName, visit)),
        framed(facts, formulas.visits),
      ),
      raised: problemsOn(({ raisedOn }) => raisedOn, formulas.raised),
      whistled: problemsOn(({ whistledOn }) => whistledOn, formulas.whistled),
      solved: problemsOn(({ solvedOn }) => solvedOn, formulas.solved),
    }),
  )
}

function bandTable(facts: ProjectsFacts): DocumentTable {
  const [band, ...numbers] = projectsText.bandColumns
  return {
    title: framed(facts, projectsText.tableTitle),
    columns: [
      { label: band, share: 30, align: 'left' },
      ...numbers.map((label) => ({ label, share: 17, align: 'right' as const })),
    ],
    rows: facts.bands.bands.map((each) => [
      projectBandLabels[each.band],
      String(each.count),
      formatMoney(each.totalInvestment, 'tenThousand'),
      formatMoney(each.annualPlan, 'tenThousand'),
      formatMoney(each.investedYtd, 'tenThousand'),
    ]),
  }
}

function summary(facts: ProjectsFacts): readonly SummaryLine[] {
  const { summary: labels } = projectsText
  const { bands } = facts
  const line = (
    key: keyof typeof labels,
    inPeriodCount: number,
    inYear: readonly RecordRef[],
    formula: string,
  ): SummaryLine => ({
    code: `projects.${key}`,
    name: labels[key],
    target: null,
    inPeriod: String(inPeriodCount),
    inYear: String(inYear.length),
    rate: null,
    remark: '',
    formula: framed(facts, formula),
    counts: inYear,
    isRunning: true,
  })
  const ofMilestone = (key: 'started' | 'completed'): SummaryLine =>
    line(key, reached(facts, key, 'period').length, reached(facts, key, 'year').map(projectRef), formulas.inYear)
  const upTo = <T>(list: readonly T[], dayOf: (item: T) => IsoDate | null): readonly T[] =>
    list.filter((item) => {
      const on = dayOf(item)
      return on !== null && on <= facts.asOf && yearOf(on) === facts.period.year
    })
  const solvedOn = ({ problem }: ProjectsFacts['problems'][number]): IsoDate | null => problem.solvedOn
  const visitedOn = ({ visit }: ProjectsFacts['visits'][number]): IsoDate => visit.visitedOn
  return [
    {
      ...line('count', reached(facts, 'entered', 'period').length, records(facts).map(projectRef), formulas.count),
      isRunning: false,
    },
    ofMilestone('started'),
    ofMilestone('completed'),
    {
      ...line('invested', 0, [], formulas.invested),
      target: bands.planRate === null ? null : formatMoney(bands.annualPlan, 'tenThousand'),
      inPeriod: null,
      inYear: formatMoney(bands.investedYtd, 'tenThousand'),
      rate: percentCell(bands.planRate),
    },
    line(
      'visits',
      inPeriod(facts, facts.visits, visitedOn).length,
      upTo(facts.visits, visitedOn).map(({ projectName, visit }) => projectVisitRef(projectName, visit)),
      formulas.visits,
    ),
    line(
      'solved',
      inPeriod(facts, facts.problems, solvedOn).length,
      upTo(facts.problems, solvedOn).map(({ projectName, problem }) => problemRef(projectName, problem)),
      formulas.solved,
    ),
  ]
}

/** Projects, problems and visits with a day of the period. */
function recordsOf(facts: ProjectsFacts): readonly RecordRef[] {
  const moved = records(facts).filter((project) =>
    Object.values(milestones).some((field) => {
      const on = project[field]
      return on !== null && on <= facts.asOf && isWithin(facts.period, on)
    }),
  )
  const problems = facts.problems.filter(({ problem: { raisedOn, whistledOn, solvedOn } }) =>
    [raisedOn, whistledOn, solvedOn].some((on) => on !== null && on <= facts.asOf && isWithin(facts.period, on)),
  )
  const visits = inPeriod(facts, facts.visits, ({ visit }) => visit.visitedOn)
  return [
    ...moved.map(projectRef),
    ...problems.map(({ projectName, problem }) => problemRef(projectName, problem)),
    ...visits.map(({ projectName, visit }) => projectVisitRef(projectName, visit)),
  ]
}

/** 抓项目 in the report of a period. Source: 实施方案 三（二）, layout B2. */
export function projectsSection(facts: ProjectsFacts): ReportSection {
  const isQuarter = facts.period.kind === 'quarter'
  const hasProjects = facts.projects.length > 0
  const { problems, steps } = projectsGaps(facts)
  return {
    stream: 'projects',
    records: recordsOf(facts),
    blocks: [
      heading(2, projectsText.sectionWork),
      totalBlock(facts),
      ...(hasProjects ? [movedBlock(facts), investedBlock(facts)] : []),
      workedBlock(facts),
      ...taskBlock('projects', facts, facts.tasks),
      ...(isQuarter && hasProjects ? [{ kind: 'table' as const, table: bandTable(facts) }] : []),
      heading(2, projectsText.sectionNext),
      ...problemBlocks('projects', problems, steps),
    ],
    annexes: isQuarter ? projectsAnnexes(facts) : [],
    sheets: [projectsSheet(facts)],
    summary: summary(facts),
    warnings: projectsWarnings(facts),
    readings: projectsText.readings,
  }
}
