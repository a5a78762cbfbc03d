import type { IsoDate } from '../core/dates'
import { formatMoney, type Fen } from '../core/money'
import { largestAmount } from './bands'
import type { Permit, ProjectFields, ProjectRecord, ProjectStage } from './record'
import { firstBackwards, gapsOf, isDatedStage, stageDays, stageRank, type DatedStage } from './stages'

export const projectRules = ['overInvested', 'dayGap', 'daysBackwards', 'totalMissing', 'startWithoutPermit'] as const
export type ProjectRule = (typeof projectRules)[number]

export interface ProjectCheck {
  readonly rule: ProjectRule
  readonly params: Readonly<Record<string, string>>
  readonly stages: readonly DatedStage[]
}

export const amountFields = ['totalInvestment', 'annualPlan', 'investedYtd', 'investedTotal'] as const
export type AmountField = (typeof amountFields)[number]

/** The first amount that cannot be: below zero or beyond any project. */
export function wrongAmount(
  fields: Partial<Readonly<Record<AmountField, Fen | null>>>,
): { readonly field: AmountField; readonly kind: 'negative' | 'tooLarge' } | null {
  for (const field of amountFields) {
    const amount = fields[field] ?? null
    if (amount === null) continue
    if (amount < 0) return { field, kind: 'negative' }
    if (amount > largestAmount) return { field, kind: 'tooLarge' }
  }
  return null
}

/** What has been invested so far: in all, or at least this year's. */
export function investedSoFar({ investedTotal, investedYtd }: Pick<ProjectFields, 'investedTotal' | 'investedYtd'>) {
  return investedTotal === null
    ? investedYtd
    : investedYtd === null || investedTotal > investedYtd
      ? investedTotal
      : investedYtd
}

/** More is invested than planned in all, which needs a reason. Source: domain §3 Project. */
export function isOverInvested(
  project: Pick<ProjectFields, 'investedTotal' | 'investedYtd' | 'totalInvestment'>,
): boolean {
  const invested = investedSoFar(project)
  return project.totalInvestment !== null && invested !== null && invested > project.totalInvestment
}

function hasConstructionPermit(permits: readonly Permit[], on: IsoDate): boolean {
  return permits.some(({ kind, issuedOn }) => kind === 'construction' && issuedOn !== null && issuedOn <= on)
}

/** Doubts about a project; none of them forbids anything. */
export function checkProject(project: ProjectRecord, permits: readonly Permit[]): readonly ProjectCheck[] {
  const checks: ProjectCheck[] = []
  const add = (rule: ProjectRule, params: ProjectCheck['params'] = {}, stages: readonly DatedStage[] = []): void => {
    checks.push({ rule, params, stages })
  }
  if (project.totalInvestment === null) add('totalMissing')
  else if (isOverInvested(project)) {
    add('overInvested', {
      invested: formatMoney(investedSoFar(project) ?? project.totalInvestment, 'tenThousand'),
      total: formatMoney(project.totalInvestment, 'tenThousand'),
      reason: project.overrunReason,
    })
  }
  const backwards = firstBackwards(project)
  if (backwards) {
    const { earlier, earlierOn, later, laterOn } = backwards
    add('daysBackwards', { earlierOn, laterOn }, [earlier, later])
  }
  const gaps = gapsOf(project)
  if (gaps.length > 0) add('dayGap', {}, gaps)
  const { startedOn, startReason } = project
  if (startedOn !== null && startReason === '' && !hasConstructionPermit(permits, startedOn)) add('startWithoutPermit')
  return checks
}

export type StageRefusal =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'notRunning' }
  | { readonly kind: 'future'; readonly stage: ProjectStage; readonly on: IsoDate }
  | ({ readonly kind: 'order' } & NonNullable<ReturnType<typeof firstBackwards>>)
  | { readonly kind: 'beforeDay'; readonly earlier: DatedStage; readonly earlierOn: IsoDate; readonly on: IsoDate }
  | { readonly kind: 'permitMissing' }
  | { readonly kind: 'backWithoutReason' }

export interface StageMove {
  readonly to: ProjectStage
  readonly on: IsoDate
  readonly reason: string
}

export type StageVerdict =
  | { readonly ok: true; readonly changes: Partial<ProjectRecord> }
  | { readonly ok: false; readonly refusal: StageRefusal }

function refused(refusal: StageRefusal): StageVerdict {
  return { ok: false, refusal }
}

/** Back to an earlier stage: days of the stages that are taken back go with them. */
function stepBack(project: ProjectRecord, { to, reason }: StageMove): StageVerdict {
  if (reason === '') return refused({ kind: 'backWithoutReason' })
  const changes: Record<string, unknown> = { stage: to }
  for (const [stage, day] of Object.entries(stageDays)) {
    // The keys are the dated stages.
    if (stageRank(stage as DatedStage) > stageRank(to)) changes[day] = null
  }
  if (stageRank(to) < stageRank('started')) changes['startReason'] = ''
  return { ok: true, changes }
}

/**
 * Moves a project to a stage. A later one may be taken directly: days left out stay empty and are listed as gaps.
 * Passing 开工 needs 施工许可 or a reason; no day goes backwards or lies in the future. Source: domain §3 Project.
 */
export function moveStage(
  project: ProjectRecord,
  permits: readonly Permit[],
  move: StageMove,
  today: IsoDate,
): StageVerdict {
  const { to, on } = move
  if (to === project.stage) return refused({ kind: 'unchanged' })
  if (project.exit !== null || project.leavePoolOn !== null) return refused({ kind: 'notRunning' })
  if (on > today) return refused({ kind: 'future', stage: to, on })
  if (stageRank(to) < stageRank(project.stage)) return stepBack(project, move)
  const last = Object.entries(stageDays)
    .map(([stage, day]) => ({ earlier: stage as DatedStage, earlierOn: project[day] }))
    .findLast(({ earlier, earlierOn }) => earlierOn !== null && stageRank(earlier) < stageRank(to))
  if (last && last.earlierOn !== null && on < last.earlierOn)
    return refused({ kind: 'beforeDay', earlier: last.earlier, earlierOn: last.earlierOn, on })
  const passesStart = stageRank(project.stage) < stageRank('started') && stageRank(to) >= stageRank('started')
  const isPermitted = hasConstructionPermit(permits, on) || project.startReason !== ''
  if (passesStart && !isPermitted && move.reason === '') return refused({ kind: 'permitMissing' })
  const changes: Partial<ProjectRecord> = {
    stage: to,
    ...(isDatedStage(to) ? { [stageDays[to]]: on } : {}),
    ...(passesStart && !isPermitted ? { startReason: move.reason } : {}),
  }
  const backwards = firstBackwards({ ...project, ...changes })
  return backwards ? refused({ kind: 'order', ...backwards }) : { ok: true, changes }
}

/** The day of a stage that has been reached, filled in or corrected; null forgets it. */
export function setStageDay(
  project: ProjectRecord,
  stage: DatedStage,
  on: IsoDate | null,
  today: IsoDate,
): StageVerdict {
  if (on !== null && on > today) return refused({ kind: 'future', stage, on })
  if (stageRank(stage) > stageRank(project.stage)) return refused({ kind: 'notRunning' })
  const changes: Partial<ProjectRecord> = { [stageDays[stage]]: on }
  const backwards = firstBackwards({ ...project, ...changes })
  return backwards ? refused({ kind: 'order', ...backwards }) : { ok: true, changes }
}
