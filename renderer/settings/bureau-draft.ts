import type { AssesseeCategory } from '../../shared/core/schemas'
import { unitNameVariants } from '../../shared/registry/unit-names'
import { bureauSchema, type Bureau } from '../../shared/settings/contract'
import { listAsTyped, typedList } from './typed-list'

/** The unit as it is being typed. */
export interface BureauDraft {
  readonly name: string
  readonly aliases: string
  /** While false, the aliases follow the name. */
  readonly hasOwnAliases: boolean
  readonly category: AssesseeCategory
  readonly year: string
}

/** The aliases that follow from a full name, without the name itself. */
export function suggestedAliases(name: string): string {
  const full = name.trim()
  return listAsTyped(unitNameVariants(full).filter((variant) => variant !== full))
}

export function bureauDraftOf(bureau: Bureau): BureauDraft {
  const { name, aliases, category, year } = bureau
  return { name, aliases: listAsTyped(aliases), hasOwnAliases: true, category, year: String(year) }
}

/** The draft as it would be saved; null when a field is missing or wrong. */
export function bureauOf(draft: BureauDraft, mode: Bureau['mode']): Bureau | null {
  const { name, category } = draft
  const year = Number(draft.year.normalize('NFKC').trim())
  const parsed = bureauSchema.safeParse({ name, aliases: [...typedList(draft.aliases)], category, mode, year })
  return parsed.success ? parsed.data : null
}

export function isYearWrong(draft: BureauDraft): boolean {
  return !bureauSchema.shape.year.safeParse(Number(draft.year.normalize('NFKC').trim())).success
}
