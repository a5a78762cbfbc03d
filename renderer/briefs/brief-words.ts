import { characterCount } from '../../shared/briefs/character-count'
import { titleOfText } from '../../shared/briefs/plain-text'
import type { BriefKind, BriefRecord, BriefUse } from '../../shared/briefs/record'
import { ownUse, type UseState } from '../../shared/briefs/uses'
import { parseIsoDate, type IsoDate, type Month } from '../../shared/core/dates'
import type { Stream } from '../../shared/core/schemas'
import { parseTypedCount, parseTypedMonth } from '../components/typed-values'
import { briefText as text } from '../text/briefs'

/** What a new text begins with. */
export interface BriefPreset {
  readonly stream: Stream
  readonly kind: BriefKind
  readonly month: Month
  /** A text that was pasted onto the page. */
  readonly body?: string
  readonly handler?: string
}

export interface BriefWords {
  readonly kind: BriefKind
  readonly title: string
  readonly month: string
  readonly body: string
  readonly uses: readonly BriefUse[]
  readonly submittedOn: string
  readonly channel: string
  readonly count: string
  readonly handler: string
  readonly isAccepted: boolean
  readonly backfilledOn: string
}

/** The words that a form starts with: those of the record, or of a new text. */
export function wordsOf(brief: BriefRecord | null, preset: BriefPreset): BriefWords {
  const body = brief?.body ?? preset.body ?? ''
  return {
    kind: brief?.kind ?? preset.kind,
    title: brief?.title ?? titleOfText(body),
    month: brief?.month ?? preset.month,
    body,
    uses: brief?.uses ?? [],
    submittedOn: brief?.submittedOn ?? '',
    channel: brief?.channel ?? text.channels[0],
    count: String(brief?.characterCount ?? ''),
    handler: brief?.handler ?? preset.handler ?? '',
    isAccepted: brief?.isAccepted ?? true,
    backfilledOn: brief?.backfilledOn ?? '',
  }
}

/** 字数 of the text that is typed; of a text that is not here, the number that is typed for it. */
export function countOf(words: Pick<BriefWords, 'body' | 'count'>): number | null {
  return words.body.trim() === '' ? parseTypedCount(words.count) : characterCount(words.body)
}

/** Duties nobody has written for yet, that this text does not serve either. */
export function offeredUses(states: readonly UseState[], uses: readonly BriefUse[]): readonly BriefUse[] {
  return states.filter(({ use, state }) => state === 'open' && !uses.includes(use)).map(({ use }) => use)
}

interface Basis {
  readonly brief: BriefRecord | null
  readonly stream: Stream
  readonly today: IsoDate
  readonly year: number
}

/** What is wrong with the typed words, or the values that they stand for. */
export function readWords(words: BriefWords, { brief, stream, today, year }: Basis) {
  const title = words.title.trim()
  const month = parseTypedMonth(words.month, year)
  const count = countOf(words)
  const submittedOn = parseIsoDate(words.submittedOn)
  if (title === '') return { problem: text.needTitle }
  if (!month) return { problem: text.needMonth }
  if (Number.isNaN(count)) return { problem: text.needCount }
  if (submittedOn !== null && submittedOn > today) return { problem: text.future }
  const own = ownUse({ stream, kind: words.kind })
  const values = {
    id: brief?.id ?? null,
    stream,
    kind: words.kind,
    title,
    month,
    submittedOn,
    channel: words.channel.trim(),
    characterCount: count,
    isAccepted: words.isAccepted,
    backfilledOn: parseIsoDate(words.backfilledOn),
    body: words.body,
    uses: words.uses.filter((use) => use !== own),
    handler: words.handler.trim(),
  }
  return { values }
}
