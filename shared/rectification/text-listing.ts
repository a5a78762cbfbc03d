import { readNotice, type NoticeTree } from './notice'
import { findingKinds } from './record'

/**
 * The items of a text that lists what it declares, as a notice does; null for a summary or a report that numbers
 * other paragraphs. A listing misses few: one that holds less than half of every kind that is declared is none.
 */
export function listingIn(text: string): NoticeTree | null {
  const tree = readNotice(text)
  if (!tree) return null
  const declared = findingKinds.filter((kind) => tree.figures.has(kind))
  const isListed = declared.some((kind) => (tree.found[kind] ?? 0) * 2 >= (tree.figures.get(kind)?.count ?? 0))
  return declared.length === 0 || isListed ? tree : null
}
