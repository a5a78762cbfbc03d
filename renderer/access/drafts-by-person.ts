type Drafts = Readonly<Record<string, unknown>>

export interface DraftsByPerson {
  readonly drafts: Drafts
  /** Whose drafts they are; null before anybody has signed in. */
  readonly draftsOwner: string | null
  /** What the others typed and did not save. */
  readonly draftsOfOthers: Readonly<Record<string, Drafts>>
}

/** The drafts of `person` in front, those of the person before put away. What was typed before accounts stays in front. */
export function draftsFor({ drafts, draftsOwner, draftsOfOthers }: DraftsByPerson, person: string): DraftsByPerson {
  if (draftsOwner === null) return { drafts, draftsOwner: person, draftsOfOthers }
  if (draftsOwner === person) return { drafts, draftsOwner, draftsOfOthers }
  const { [person]: own = {}, ...others } = draftsOfOthers
  return { drafts: own, draftsOwner: person, draftsOfOthers: { ...others, [draftsOwner]: drafts } }
}
