const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Every text in a draft, however deep, a line each. */
export function textOfDraft(draft: unknown): string {
  if (typeof draft === 'string') return new RegExp(`^${idPattern.source}$`).test(draft) ? '' : draft.trim()
  if (typeof draft !== 'object' || draft === null) return ''
  return Object.values(draft)
    .map(textOfDraft)
    .filter((text) => text !== '')
    .join('\n')
}

/** The ids of records in the names of drafts. */
export function recordsOfDrafts(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    keys.flatMap((key) => {
      const ids = key.match(idPattern)
      return ids ? [[key, ids] as const] : []
    }),
  )
}
