import {
  leadPatterns,
  manifestationCuePattern,
  measureCuePattern,
  measureSplitPattern,
  namelessLead,
  plainLeadPattern,
  plainLeadWord,
  quotedLeadPattern,
} from '../terms/rectification-notice'
import type { NoticeItem } from './notice-contract'
import type { NoticeLine } from './notice-lines'
import type { FindingKind } from './record'

/** Longest a title gets when a document gives none; the whole sentence is in the detail. Unit: characters. */
const longestTitle = 100
const longestText = 5000
const longestDetail = 20_000

/** A paragraph that says itself what kind of item it is. */
export interface Lead {
  readonly kind: FindingKind
  /** '' where none is quoted. */
  readonly title: string
}

/** Of 「针对“举一反三”整改事项“…”」 and the like; null for other paragraphs. */
export function leadOf(text: string): Lead | null {
  for (const { kind, pattern } of leadPatterns) {
    const match = pattern.exec(text)
    if (match) return { kind, title: match[1]?.trim() ?? '' }
  }
  return null
}

/** The title of 「针对“…”问题，…」; null for other paragraphs. */
export function quotedTitleOf(text: string): string | null {
  return quotedLeadPattern.exec(text)?.[1]?.trim() ?? null
}

function firstSentence(text: string): string {
  const cue = measureCuePattern.exec(text)
  const told = cue && cue.index > 0 ? text.slice(0, cue.index) : text
  const sentence = /^[^。；;！!？?]*/u.exec(told)?.[0].replace(/[，,、：:\s]+$/u, '') ?? ''
  const whole = sentence === '' ? text : sentence
  return whole.length > longestTitle ? `${whole.slice(0, longestTitle - 1)}…` : whole
}

/** The title of an item from its first paragraph; where the text names nothing, the title of its section. */
function titleOf(lines: readonly NoticeLine[], sectionTitle: string): string {
  const [first, second] = lines
  const own = first?.text ?? ''
  const quoted = leadOf(own)?.title ?? quotedTitleOf(own)
  if (quoted) return quoted
  const isBroken = own.startsWith(plainLeadWord) && !plainLeadPattern.test(own) && second?.level === 0
  const text = isBroken ? own + second.text : own
  const target = plainLeadPattern.exec(text)?.[1]?.trim()
  if (target === undefined) return firstSentence(text)
  if (namelessLead.test(target)) return sectionTitle === '' ? firstSentence(text) : sectionTitle
  return leadOf(text)?.title || target
}

function withoutStop(text: string): string {
  return text.replace(/[。；;\s]+$/u, '').trim()
}

/** 一是…二是… as single texts; one text where there is no such word. */
function splitMeasures(text: string): readonly string[] {
  const starts = [...text.matchAll(measureSplitPattern)]
  if (starts.length === 0) return [text]
  return starts.map((start, index) => {
    const words = text.slice(start.index + start[0].length, starts[index + 1]?.index)
    return words.replace(/^[：:，,]/u, '')
  })
}

function kept(texts: readonly string[]): string[] {
  return texts
    .map((text) => withoutStop(text).slice(0, longestText))
    .filter((text) => text !== '')
    .slice(0, 200)
}

/** What was done, and what the problem shows itself in, from the paragraphs of an item. */
function partsOf(lines: readonly NoticeLine[]): Pick<NoticeItem, 'measures' | 'points'> {
  const told: string[] = []
  const listed: string[] = []
  const points: string[] = []
  let isAfterCue = false
  lines.forEach((line, index) => {
    const isChild = index > 0 && line.level > 0
    const cue = measureCuePattern.exec(line.text)
    if (isAfterCue) (isChild ? listed : told).push(line.text)
    else if (cue) {
      isAfterCue = true
      if (isChild) points.push(line.text.slice(0, cue.index))
      told.push(line.text.slice(cue.index + cue[0].length))
    } else if (isChild) points.push(line.text)
    else if (manifestationCuePattern.test(line.text) && line.text.search(measureSplitPattern) >= 0)
      points.push(...splitMeasures(line.text))
  })
  const text = told.join('\n').trim()
  return { measures: kept([...(text === '' ? [] : splitMeasures(text)), ...listed]), points: kept(points) }
}

/** What is known of an item beside its paragraphs. */
export interface ItemPlace {
  readonly aspect: string
  readonly keyIssue: string
  readonly no: string
  readonly kind: FindingKind
  readonly isUnnumbered: boolean
}

/** An item, and what its detail could not hold. */
export function noticeItem(
  place: ItemPlace,
  lines: readonly NoticeLine[],
): { readonly item: Omit<NoticeItem, 'index'>; readonly overflow: string } {
  const whole = lines.map(({ raw }) => raw).join('\n')
  const { aspect, keyIssue, no, kind, isUnnumbered } = place
  const item = {
    aspect: aspect.slice(0, 500),
    keyIssue: keyIssue.slice(0, 500),
    no: no.slice(0, 100),
    kind,
    title: titleOf(lines, keyIssue || aspect).slice(0, 500),
    detail: whole.slice(0, longestDetail),
    ...partsOf(lines),
    isUnnumbered,
  }
  return { item, overflow: whole.slice(longestDetail) }
}
