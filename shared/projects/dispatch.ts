import type { Fen } from '../core/money'
import type { DispatchRow, ProjectExit, ProjectStage } from './record'

/** One difference between two 半月调度 sheets. */
export type DispatchChange =
  | { readonly kind: 'entered' }
  | { readonly kind: 'left' }
  | { readonly kind: 'back' }
  | { readonly kind: 'stage'; readonly from: ProjectStage; readonly to: ProjectStage }
  | { readonly kind: 'exit'; readonly from: ProjectExit | null; readonly to: ProjectExit | null }
  | { readonly kind: 'invested'; readonly from: Fen | null; readonly to: Fen | null }
  | { readonly kind: 'progress'; readonly to: string }
  | { readonly kind: 'problemsNew'; readonly texts: readonly string[] }
  | { readonly kind: 'problemsSolved'; readonly texts: readonly string[] }

/** What is different from the sheet before; empty when nothing is. Source: 每半月调度一次, product C4. */
export function dispatchChanges(before: DispatchRow | null, now: DispatchRow): readonly DispatchChange[] {
  if (!before) return [{ kind: 'entered' }]
  const changes: DispatchChange[] = []
  if (before.isInPool && !now.isInPool) changes.push({ kind: 'left' })
  if (!before.isInPool && now.isInPool) changes.push({ kind: 'back' })
  if (before.stage !== now.stage) changes.push({ kind: 'stage', from: before.stage, to: now.stage })
  if (before.exit !== now.exit) changes.push({ kind: 'exit', from: before.exit, to: now.exit })
  if (before.investedYtd !== now.investedYtd)
    changes.push({ kind: 'invested', from: before.investedYtd, to: now.investedYtd })
  if (before.physicalProgress !== now.physicalProgress) changes.push({ kind: 'progress', to: now.physicalProgress })
  const fresh = now.openProblems.filter((text) => !before.openProblems.includes(text))
  const gone = before.openProblems.filter((text) => !now.openProblems.includes(text))
  if (fresh.length > 0) changes.push({ kind: 'problemsNew', texts: fresh })
  if (gone.length > 0) changes.push({ kind: 'problemsSolved', texts: gone })
  return changes
}

/** Projects that a sheet lists: those in the pool, and those that have left it since the sheet before. */
export function isListed(before: DispatchRow | null, now: DispatchRow): boolean {
  return now.isInPool || before?.isInPool === true
}
