import type { Store } from '../../db/access'
import { readLeadTitle } from '../../db/repositories/landed-leads'
import { readClocks } from '../../db/repositories/preferences'
import { countOpenProblems, readPermits, readProblems, readProjectVisits } from '../../db/repositories/project-parts'
import { toProjectRecord, type ProjectRow as StoredProject } from '../../db/repositories/projects'
import { readBatch } from '../../db/repositories/tables'
import type { Calendars } from '../../shared/core/calendar'
import type { IsoDate } from '../../shared/core/dates'
import { formatMoney, type Fen } from '../../shared/core/money'
import { points, rateOf, zeroPoints, type Rate } from '../../shared/core/points'
import { bandOf, isAboveHundredMillion } from '../../shared/projects/bands'
import type { ProjectDetail, ProjectRow } from '../../shared/projects/contract'
import { lightDays, type LightDays, type LightName } from '../../shared/projects/lights'
import { milestonesOf, nextMilestone, type Milestone } from '../../shared/projects/milestones'
import { problemState, whistleClock } from '../../shared/projects/problems'
import { projectStages, type ProjectProblem, type ProjectRecord } from '../../shared/projects/record'
import { checkProject } from '../../shared/projects/rules'
import { stageRank } from '../../shared/projects/stages'
import type { Clocks } from '../../shared/settings/contract'
import { projectCheckText } from '../../shared/terms/projects'
import type { Context } from '../context'
import { findingsOfProject } from '../registry/linked-findings'

/** What every answer about projects is judged by: the day, the 放假安排 and the bureau's clocks. */
export interface Judging {
  readonly today: IsoDate
  readonly calendars: Calendars
  readonly clocks: Clocks
  readonly days: LightDays
}

export function judgingOf(context: Context, store: Store): Judging {
  const [today, calendars, clocks] = [context.today(), context.calendars(), readClocks(store.read)]
  return { today, calendars, clocks, days: lightDays(today, clocks.nearWorkdays, calendars) }
}

/** Invested this year against the year's plan; null without a plan. */
export function planRateOf(investedYtd: Fen | null, annualPlan: Fen | null): Rate | null {
  if (annualPlan === null || annualPlan <= 0) return null
  const done = investedYtd === null ? zeroPoints : points(formatMoney(investedYtd, 'tenThousand'))
  const format = { decimals: 1, mode: 'halfUp', trailingZeros: false } as const
  return rateOf(done, points(formatMoney(annualPlan, 'tenThousand')), format)
}

const order: readonly LightName[] = ['overdue', 'near', 'normal', 'none']

/** The light that asks for attention first. */
function worst(milestones: readonly Milestone[], isRunning: boolean): LightName {
  if (!isRunning) return 'none'
  const open = milestones.filter(({ actualOn }) => actualOn === null).map(({ light }) => light)
  return order.find((light) => open.includes(light)) ?? 'none'
}

function toRow(
  stored: StoredProject,
  openProblems: number,
  judging: Judging,
): ProjectRow & { readonly milestones: readonly Milestone[] } {
  const project = toProjectRecord(stored)
  const milestones = milestonesOf(project, judging.today, judging.days, judging.calendars)
  return {
    project,
    band: bandOf(project.totalInvestment),
    isAboveHundredMillion: isAboveHundredMillion(project.totalInvestment),
    planRate: planRateOf(project.investedYtd, project.annualPlan)?.percent ?? null,
    isInPool: project.leavePoolOn === null,
    next: nextMilestone(project, milestones),
    light: worst(milestones, project.exit === null && project.leavePoolOn === null),
    openProblems,
    isImported: stored.batchId !== null,
    milestones,
  }
}

/** Rows of the list with what is derived from their facts today. */
export function presentProjects(context: Context, store: Store, stored: readonly StoredProject[]) {
  const judging = judgingOf(context, store)
  const open = countOpenProblems(
    store.read,
    stored.map(({ id }) => id),
  )
  return stored.map((row) => toRow(row, open.get(row.id) ?? 0, judging))
}

/** A problem with its step, the reply clock and its light. */
export function presentProblem(problem: ProjectProblem, judging: Judging): ProjectDetail['problems'][number] {
  const { clocks, days, calendars } = judging
  return {
    ...problem,
    state: problemState(problem),
    ...whistleClock(problem, clocks.whistleReplyWorkdays, days, calendars),
  }
}

/** Later stages, the next first. */
function nextStages(project: ProjectRecord): ProjectDetail['nextStages'] {
  if (project.exit !== null || project.leavePoolOn !== null) return []
  return projectStages.filter((stage) => stageRank(stage) > stageRank(project.stage))
}

/** 竣工项目及时移出项目库. Source: 项目年方案, domain §3. */
export function asksToLeavePool(project: Pick<ProjectRecord, 'stage' | 'leavePoolOn'>): boolean {
  return stageRank(project.stage) >= stageRank('completed') && project.leavePoolOn === null
}

/** One project with everything the drawer shows. */
export function presentProjectDetail(context: Context, store: Store, stored: StoredProject): ProjectDetail {
  const judging = judgingOf(context, store)
  const problems = readProblems(store.read, stored.id)
  const permits = readPermits(store.read, stored.id)
  const row = toRow(stored, problems.filter(({ solvedOn }) => solvedOn === null).length, judging)
  const { project } = row
  const batch = stored.batchId === null ? null : readBatch(store.read, stored.batchId)
  const leadTitle = project.linkedLeadId === null ? null : readLeadTitle(store.read, project.linkedLeadId)
  return {
    ...row,
    milestones: [...row.milestones],
    permits,
    problems: problems.map((problem) => presentProblem(problem, judging)),
    visits: readProjectVisits(store.read, stored.id),
    checks: checkProject(project, permits).map((check) => ({ rule: check.rule, text: projectCheckText(check) })),
    nextStages: nextStages(project),
    asksToLeavePool: asksToLeavePool(project),
    lead: project.linkedLeadId === null || leadTitle === null ? null : { id: project.linkedLeadId, title: leadTitle },
    findings: findingsOfProject(store.read, stored.id),
    source:
      batch && stored.sourceRow !== null ? { batchId: batch.id, file: batch.fileName, row: stored.sourceRow } : null,
  }
}
