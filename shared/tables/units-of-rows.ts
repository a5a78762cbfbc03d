import { matchesUnit } from '../registry/unit-names'
import { everyUnitPattern, unitListPattern } from '../terms/assignments'
import { problem } from './cells/parsed-cell'
import type { ColumnPlan } from './columns'
import { issueAt, type Draft } from './drafts'
import type { ReadingOptions, SkipReason } from './reading'
import { lineText, matchText } from './text-forms'

export interface OwnRows {
  readonly kept: readonly Draft[]
  readonly skipped: readonly { readonly row: number; readonly reason: SkipReason; readonly text: string }[]
}

/** In a bureau only its own rows are read; when no row is ours, every row says so instead of being dropped. */
export function keepOwnRows(
  drafts: readonly Draft[],
  plans: readonly ColumnPlan[],
  unitField: string | undefined,
  options: ReadingOptions,
): OwnRows {
  const plan = plans.find(({ definition }) => definition.field === unitField)
  if (options.mode === 'district' || !plan || options.unitNames.length === 0) return { kept: drafts, skipped: [] }
  const verdicts = new Map<string, Belonging>()
  const belonging = (draft: Draft): Belonging => {
    const text = unitText(draft, plan)
    const known = verdicts.get(text) ?? belongingOf(text, options.unitNames)
    verdicts.set(text, known)
    return known
  }
  const others = drafts.filter((draft) => belonging(draft) === 'other')
  if (drafts.some((draft) => belonging(draft) === 'own')) {
    return {
      kept: drafts.filter((draft) => belonging(draft) !== 'other'),
      skipped: others.map((draft) => ({ row: draft.row, reason: 'otherUnit', text: lineText(unitText(draft, plan)) })),
    }
  }
  for (const draft of others) {
    const found = unitText(draft, plan)
    const params = { found: lineText(found), own: options.unitNames[0] ?? '' }
    draft.issues.push(issueAt(draft.row, plan, found, problem('unitNotOurs', 'error', params)))
  }
  return { kept: drafts, skipped: [] }
}

type Belonging = 'own' | 'everybody' | 'other'

function unitText(draft: Draft, plan: ColumnPlan): string {
  const value = draft.values[plan.definition.field]
  return typeof value === 'string' ? value : ''
}

function belongingOf(text: string, names: readonly string[]): Belonging {
  if (matchText(text) === '' || everyUnitPattern.test(matchText(text))) return 'everybody'
  const parts = [text, ...text.split(unitListPattern)]
  return parts.some((part) => matchesUnit(part, names)) ? 'own' : 'other'
}
