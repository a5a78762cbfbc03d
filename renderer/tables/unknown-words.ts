import type { PreviewRow } from '../../shared/tables/contract'

/** Words of the column 整改状态 that nobody knows, with the number of their rows. */
export function unknownWords(rows: readonly PreviewRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { issues } of rows)
    for (const { code, field, value } of issues)
      if (code === 'choiceUnknown' && field === 'status' && value.trim() !== '')
        counts.set(value.trim(), (counts.get(value.trim()) ?? 0) + 1)
  return counts
}
