import { monthOf, type Month } from '../core/dates'
import { caseMinimum } from './character-count'
import { briefUses, type BriefRecord, type BriefUse } from './record'

type Origin = Pick<BriefRecord, 'stream' | 'kind'>

/** The duty that a text serves by its stream and kind, if any. */
export function ownUse({ stream, kind }: Origin): BriefUse | null {
  switch (stream) {
    case 'investment':
      return 'investmentBrief'
    case 'environment':
      return kind === 'case' ? 'environmentCase' : kind === 'summary' ? 'environmentSummary' : 'environmentBrief'
    case 'revenue':
      return 'revenueProgress'
    case 'projects':
      return null
  }
}

/** The duties that a text serves: the one of its stream and kind, and those it was marked for. */
export function usesOf(brief: Origin & Pick<BriefRecord, 'uses'>): ReadonlySet<BriefUse> {
  const own = ownUse(brief)
  return new Set(own === null ? brief.uses : [own, ...brief.uses])
}

/** Whether one text stands for several duties: 「同一篇」. */
export function isShared(brief: Origin & Pick<BriefRecord, 'uses'>): boolean {
  return usesOf(brief).size > 1
}

/** The span in which a duty asks for one text: its month, quarter or year. */
function spanOf(use: BriefUse, month: Month): string {
  switch (use) {
    case 'investmentBrief':
    case 'environmentBrief':
    case 'revenueProgress':
      return month
    case 'environmentSummary':
      return `${month.slice(0, 4)}Q${Math.ceil(Number(month.slice(5)) / 3)}`
    case 'environmentCase':
      return month.slice(0, 4)
  }
}

/** The month a text counts for under a duty: a monthly one goes by the day of 报送, the others by what it was written for. */
export function monthOfUse(use: BriefUse, { month, submittedOn }: Pick<BriefRecord, 'month' | 'submittedOn'>): Month {
  const isMonthly = use !== 'environmentSummary' && use !== 'environmentCase'
  return isMonthly && submittedOn !== null ? monthOf(submittedOn) : month
}

/** Whether a text may be a 典型案例 by its 字数; one whose 字数 is not known is not called too short. */
export function isLongEnough({ characterCount }: Pick<BriefRecord, 'characterCount'>): boolean {
  return characterCount === null || characterCount >= caseMinimum
}

/** own: what it is written for · taken: another text has it already · open: nobody has written one yet. */
export interface UseState {
  readonly use: BriefUse
  readonly state: 'own' | 'taken' | 'open'
  /** Title of the other text; '' unless taken. */
  readonly takenBy: string
}

/** A text that is being written: what it is for, and its id once it has one. */
export type DraftBrief = Origin & Pick<BriefRecord, 'month' | 'submittedOn'> & { readonly id: string | null }

function takes(other: BriefRecord, use: BriefUse): boolean {
  // A case that is too short repairs nothing, so another may still be written.
  if (use === 'environmentCase' && !isLongEnough(other)) return false
  return usesOf(other).has(use)
}

/** For each duty whether this text could serve it, so that nothing is written twice. */
export function statesOfUses(briefs: readonly BriefRecord[], draft: DraftBrief): readonly UseState[] {
  const own = ownUse(draft)
  return briefUses.map((use): UseState => {
    if (use === own) return { use, state: 'own', takenBy: '' }
    const span = spanOf(use, monthOfUse(use, draft))
    const other = briefs.find(
      (brief) => brief.id !== draft.id && takes(brief, use) && spanOf(use, monthOfUse(use, brief)) === span,
    )
    return other ? { use, state: 'taken', takenBy: other.title } : { use, state: 'open', takenBy: '' }
  })
}
