import type { IsoDate } from '../../shared/core/dates'
import type { JournalEntry } from '../../shared/core/contract'
import { journalText } from '../../shared/terms/journal'
import { call } from '../desk'

/** Whose steps, and of which days; null does not narrow. */
export interface JournalFilter {
  readonly actor: string | null
  readonly from: IsoDate | null
  readonly to: IsoDate | null
}

export const wholeJournal: JournalFilter = { actor: null, from: null, to: null }

export function isNarrowed({ actor, from, to }: JournalFilter): boolean {
  return actor !== null || from !== null || to !== null
}

/** The local time of an entry to the second; it is stored with its offset. */
export function shownTime(at: string): string {
  return at.slice(0, 19).replace('T', ' ')
}

export function sentenceOfEntry({ intent, params, undone }: JournalEntry): string {
  return journalText(intent, params, undone)
}

/** Unit: entries that a call gives. */
const pageLength = 200
/** Unit: entries that are printed at once; some 100 sheets. */
export const mostPrinted = 3000

/** Everything that the filter leaves, oldest first as on paper; null when it is more than is printed at once. */
export async function printedEntries(filter: JournalFilter): Promise<readonly JournalEntry[] | null> {
  const entries: JournalEntry[] = []
  for (;;) {
    const page = await call('core.journal', {
      ...filter,
      limit: pageLength,
      before: entries.at(-1)?.id ?? null,
      recordId: null,
    })
    entries.push(...page)
    if (entries.length > mostPrinted) return null
    if (page.length < pageLength) return entries.toReversed()
  }
}
