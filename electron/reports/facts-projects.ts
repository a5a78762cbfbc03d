import type { Store } from '../../db/access'
import { readAllProblems, readPermits, readProjectVisits } from '../../db/repositories/project-parts'
import { readProjectsOfYear } from '../../db/repositories/projects'
import type { ReportFrame } from '../../shared/reports/frame'
import type { ProjectsFacts } from '../../shared/reports/projects-facts'
import type { Context } from '../context'
import { asksToLeavePool, presentProjects } from '../projects/present'
import { bandsOf } from '../projects/totals'
import { signersOf, tasksUntil } from './report-frame'

/** What the section 抓项目 is built from; stages and amounts are those of the ledger today. */
export function projectsFactsOf(context: Context, store: Store, frame: ReportFrame): ProjectsFacts {
  const { year } = frame.period
  const rows = presentProjects(context, store, readProjectsOfYear(store.read, year))
  const known = new Set(rows.map(({ project }) => project.id))
  const problems = readAllProblems(store.read, 'all').filter(
    ({ problem }) => known.has(problem.projectId) && problem.raisedOn <= frame.asOf,
  )
  return {
    ...frame,
    signers: signersOf(store, 'projects'),
    projects: rows.map((row) => ({
      row,
      permits: readPermits(store.read, row.project.id),
      problems: problems
        .filter(({ problem: { projectId, solvedOn } }) => {
          return projectId === row.project.id && (solvedOn === null || solvedOn > frame.asOf)
        })
        .map(({ problem }) => problem),
      asksToLeavePool: asksToLeavePool(row.project),
    })),
    bands: bandsOf(context, store, year),
    problems,
    visits: rows.flatMap(({ project }) =>
      readProjectVisits(store.read, project.id).map((visit) => ({ projectName: project.name, visit })),
    ),
    tasks: tasksUntil(context, store, frame, 'projects'),
  }
}
