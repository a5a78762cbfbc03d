import type { Store } from '../../db/access'
import { readAssignments } from '../../db/repositories/assignments'
import { readAllProblems } from '../../db/repositories/project-parts'
import { readProjectsOfYear, toProjectRecord } from '../../db/repositories/projects'
import { endOfMonth, isoDate, type IsoDate } from '../../shared/core/dates'
import { addMoney, type Fen } from '../../shared/core/money'
import { invariant } from '../../shared/core/assert'
import { bandOf, isAboveHundredMillion } from '../../shared/projects/bands'
import type { projectsContract } from '../../shared/projects/contract'
import { projectBands, type ProjectRecord } from '../../shared/projects/record'
import { stageRank } from '../../shared/projects/stages'
import { countTarget, readTarget } from '../../shared/projects/targets'
import type { Output } from '../../shared/ipc/procedure'
import type { Context } from '../context'
import { judgingOf, planRateOf, presentProblem, presentProjects } from './present'

type Bands = Output<(typeof projectsContract)['projects.bands']>

function sum(amounts: readonly (Fen | null)[]): Fen {
  const total = addMoney(...amounts.filter((amount) => amount !== null))
  invariant(total !== null, 'a sum of amounts that were checked one by one')
  return total
}

function targetsOf(store: Store, year: number, projects: readonly ProjectRecord[], today: IsoDate): Bands['targets'] {
  const from = isoDate(year, 1, 1)
  const end = endOfMonth(year, 12)
  const to = today < end ? today : end
  if (!from) return []
  return readAssignments(store.read, year).flatMap((row) => {
    const text = [row.taskName, row.indicator].filter((part) => part !== '').join(' ')
    const target = row.target === null || row.withdrawnOn !== null ? null : readTarget(text)
    if (row.target === null || target === null) return []
    const actual = countTarget(projects, target, from, to)
    return [{ assignmentId: row.id, text: row.indicator || row.taskName, target: row.target, ...target, actual }]
  })
}

/** Bands with counts and amounts of a year; what has left the pool within it still counts. */
export function bandsOf(context: Context, store: Store, year: number): Bands {
  const stored = readProjectsOfYear(store.read, year)
  const projects = stored.map(toProjectRecord)
  const rows = presentProjects(context, store, stored)
  const judging = judgingOf(context, store)
  const planned = projects.filter(({ annualPlan }) => annualPlan !== null)
  const annualPlan = sum(planned.map((project) => project.annualPlan))
  const investedYtd = sum(planned.map((project) => project.investedYtd))
  const rate = planRateOf(investedYtd, annualPlan)
  const lights = rows.flatMap(({ milestones }) =>
    milestones.filter(({ actualOn }) => actualOn === null).map(({ light }) => light),
  )
  return {
    bands: projectBands.map((band) => {
      const own = projects.filter(({ totalInvestment }) => bandOf(totalInvestment) === band)
      return {
        band,
        count: own.length,
        before: own.filter(({ stage }) => stageRank(stage) < stageRank('started')).length,
        building: own.filter(
          ({ stage }) => stageRank(stage) >= stageRank('started') && stageRank(stage) < stageRank('completed'),
        ).length,
        finished: own.filter(({ stage }) => stageRank(stage) >= stageRank('completed')).length,
        totalInvestment: sum(own.map((project) => project.totalInvestment)),
        annualPlan: sum(own.map((project) => project.annualPlan)),
        investedYtd: sum(own.map((project) => project.investedYtd)),
      }
    }),
    aboveHundredMillion: projects.filter(({ totalInvestment }) => isAboveHundredMillion(totalInvestment)).length,
    unknown: projects.filter(({ totalInvestment }) => totalInvestment === null).length,
    late: lights.filter((light) => light === 'overdue').length,
    near: lights.filter((light) => light === 'near').length,
    lateWhistles: readAllProblems(store.read, 'open').filter(
      ({ problem }) => presentProblem(problem, judging).light === 'overdue',
    ).length,
    annualPlan,
    investedYtd,
    planRate: rate?.percent ?? null,
    planFraction: rate?.fraction ?? null,
    estimatedYears: [...judging.days.missingYears],
    targets: targetsOf(store, year, projects, context.today()),
  }
}
