import type { ProjectRecord } from '../projects/record'
import { projectsText } from '../terms/report-projects'
import { reportTerms } from '../terms/reports'
import type { Point } from './document-blocks'
import type { ReportWarning } from './model'
import type { ProjectsFacts } from './projects-facts'
import { projectRef } from './refs'
import { fillText, nameList } from './sentences'
import { taskProblems, taskSteps, taskWarnings } from './task-lines'

function projectsOf(facts: ProjectsFacts): readonly ProjectRecord[] {
  return facts.projects.map(({ row }) => row.project)
}

function lateProjects(facts: ProjectsFacts): readonly ProjectRecord[] {
  return facts.projects.filter(({ row }) => row.light === 'overdue').map(({ row }) => row.project)
}

/** 竣工项目及时移出项目库. */
function toLeave(facts: ProjectsFacts): readonly ProjectRecord[] {
  return facts.projects.filter(({ asksToLeavePool }) => asksToLeavePool).map(({ row }) => row.project)
}

function openProblems(facts: ProjectsFacts): readonly string[] {
  const known = facts.projects.flatMap(({ row, problems }) =>
    problems.map(({ text }) => fillText(reportTerms.inBrackets, { name: row.project.name, text })),
  )
  const written = facts.projects.flatMap(({ row: { project } }) =>
    project.problemText === ''
      ? []
      : [fillText(reportTerms.inBrackets, { name: project.name, text: project.problemText })],
  )
  return [...known, ...written]
}

/** Gaps of 抓项目 in words and what follows from each. */
export function projectsGaps(facts: ProjectsFacts): {
  readonly problems: readonly Point[]
  readonly steps: readonly Point[]
} {
  const problems: Point[] = []
  const steps: Point[] = []
  const { problems: problem, steps: step } = projectsText
  const late = lateProjects(facts).map(({ name }) => name)
  if (late.length > 0) {
    problems.push({ key: 'late', text: fillText(problem.late, { count: late.length, list: nameList(late) }) })
    steps.push({ key: 'late', text: step.late })
  }
  const open = openProblems(facts)
  if (open.length > 0) {
    problems.push({ key: 'open', text: fillText(problem.open, { count: open.length, list: nameList(open) }) })
    steps.push({ key: 'open', text: step.open })
  }
  const { lateWhistles, unknown } = facts.bands
  if (lateWhistles > 0) problems.push({ key: 'whistles', text: fillText(problem.whistles, { count: lateWhistles }) })
  if (unknown > 0) problems.push({ key: 'unknown', text: fillText(problem.unknown, { count: unknown }) })
  problems.push(...taskProblems(facts, facts.tasks))
  steps.push(...taskSteps(facts, facts.tasks))
  const leaving = toLeave(facts).map(({ name }) => name)
  if (leaving.length > 0) {
    const values = { count: leaving.length, list: nameList(leaving) }
    steps.push({ key: 'completed', text: fillText(step.completed, values) })
  }
  return { problems, steps }
}

/** What the sender should check before signing. */
export function projectsWarnings(facts: ProjectsFacts): readonly ReportWarning[] {
  const { warnings } = projectsText
  const stream = 'projects' as const
  const warn = (kind: ReportWarning['kind'], text: string, projects: readonly ProjectRecord[]): ReportWarning[] =>
    projects.map((project) => ({
      kind,
      stream,
      text: fillText(text, { name: project.name }),
      record: projectRef(project),
    }))
  const years = facts.bands.estimatedYears
  const all = projectsOf(facts)
  return [
    ...(all.length === 0 ? [{ kind: 'gap' as const, stream, text: warnings.empty, record: null }] : []),
    ...warn('gap', warnings.late, lateProjects(facts)),
    ...warn(
      'gap',
      warnings.unknown,
      all.filter(({ totalInvestment }) => totalInvestment === null),
    ),
    ...warn(
      'gap',
      warnings.noPlan,
      all.filter(({ annualPlan }) => annualPlan === null),
    ),
    ...warn('gap', warnings.leave, toLeave(facts)),
    ...(years.length === 0
      ? []
      : [
          {
            kind: 'estimate' as const,
            stream,
            text: fillText(warnings.estimate, { years: years.join(reportTerms.enumeration) }),
            record: null,
          },
        ]),
    ...taskWarnings(stream, facts, facts.tasks),
  ]
}
