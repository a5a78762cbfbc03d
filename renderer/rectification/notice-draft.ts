import type { NoticeItem, NoticeReading } from '../../shared/rectification/notice-contract'
import type { FindingKind } from '../../shared/rectification/record'

/** What a person changes of an item before it is kept. */
export interface ItemChange {
  readonly title?: string
  readonly kind?: FindingKind
}

/** A pasted notice under review; '' = nothing pasted yet. */
export interface NoticeDraft {
  readonly pasted: string
  /** Items that will not be kept, by index. */
  readonly left: readonly number[]
  /** By index. */
  readonly changed: Readonly<Record<string, ItemChange>>
  /** Null = as the notice's own count of measures suggests. */
  readonly withMeasures: boolean | null
}

export const noNotice: NoticeDraft = { pasted: '', left: [], changed: {}, withMeasures: null }
/** As the contract takes it. Unit: characters. */
export const longestNotice = 500_000

export function keyOfNotice(programId: string): string {
  return `rectification.notice.${programId}`
}

/** The items with what was changed of them. */
export function itemsOf(items: readonly NoticeItem[], { changed }: NoticeDraft): readonly NoticeItem[] {
  return items.map((item) => {
    const change = changed[item.index]
    return change ? { ...item, ...change } : item
  })
}

/**
 * Whether 「一是…二是…」 become measures. Where the notice declares another number of measures they tell results, and the
 * measures come from a list of their own. Source: product J7 (24 measures declared, 38 listed).
 */
export function takesMeasures(
  { withMeasures }: Pick<NoticeDraft, 'withMeasures'>,
  { declared, found }: Pick<NoticeReading, 'declared' | 'found'>,
): boolean {
  return withMeasures ?? (declared.measures === undefined || declared.measures === found.measures)
}

/** Keeps or leaves an item. */
export function withLeft({ left }: NoticeDraft, index: number, isKept: boolean): Pick<NoticeDraft, 'left'> {
  const others = left.filter((each) => each !== index)
  return { left: isKept ? others : [...others, index] }
}

/** Changes an item's title or kind. */
export function withChange({ changed }: NoticeDraft, index: number, part: ItemChange): Pick<NoticeDraft, 'changed'> {
  return { changed: { ...changed, [index]: { ...changed[index], ...part } } }
}
