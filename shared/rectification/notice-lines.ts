import { withoutInvisible } from '../tables/text-forms'
import {
  bracketed,
  closingLinePattern,
  headingPatterns,
  lostBreakPattern,
  quoteSigns,
} from '../terms/rectification-notice'

/** 1 = 一、 2 = （一） 3 = 1. 4 = （1） 5 = ①; 0 = no mark. */
export type NoticeLevel = 0 | 1 | 2 | 3 | 4 | 5

export interface NoticeLine {
  readonly level: NoticeLevel
  /** The number without its brackets and stops, digits in half width; '' without a mark. */
  readonly number: string
  /** The number as a document writes it: `（一）`, `1`, `（1）`, `①`. */
  readonly no: string
  /** What stands behind the mark, without spaces beside Chinese signs, for matching and titles. */
  readonly text: string
  /** The line as it was pasted, without outer white space and invisible signs. */
  readonly raw: string
  readonly isClosing: boolean
}

/** A title that was broken over lines is mended up to this length. Unit: characters. */
const longestMended = 600

/** White space that only lies between Chinese signs and marks goes; between Latin words one space stays. */
export function tightText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[^\u0020-\u007e]) | (?=[^\u0020-\u007e])/gu, '')
    .trim()
}

function noOf(level: NoticeLevel, number: string): string {
  return level === 2 || level === 4 ? bracketed(number) : number
}

function headingOf(raw: string): Pick<NoticeLine, 'level' | 'number' | 'no' | 'text'> {
  const start = raw.slice(0, 24).replace(/\s+/gu, ' ')
  for (const { level, pattern } of headingPatterns) {
    const match = pattern.exec(start)
    if (!match) continue
    const number = (match[1] ?? '').normalize('NFKC').replace(/[().]/g, '')
    // The mark holds no more than single spaces, so its end is found by its signs without them.
    const signs = [...match[0].replace(/ /g, '')].length
    return {
      level,
      number,
      no: noOf(level, level === 5 ? (match[1] ?? '') : number),
      text: tightText(behind(raw, signs)),
    }
  }
  return { level: 0, number: '', no: '', text: tightText(raw) }
}

/** The text behind so many signs that are no white space. */
function behind(raw: string, signs: number): string {
  let left = signs
  let at = 0
  for (const sign of raw) {
    if (left === 0) break
    at += sign.length
    if (!/\s/u.test(sign)) left -= 1
  }
  return raw.slice(at)
}

function lineOf(raw: string): NoticeLine {
  const heading = headingOf(raw)
  return { ...heading, raw, isClosing: heading.level === 0 && closingLinePattern.test(heading.text) }
}

/** Quotations that are open behind a line, with so many open before it. */
function openBehind(text: string, before: number): number {
  let open = before
  for (const sign of text) {
    if (quoteSigns.open.includes(sign)) open += 1
    else if (quoteSigns.close.includes(sign) && open > 0) open -= 1
  }
  return open
}

/** Lines whose quotation goes on in the next one are one line. */
function mended(lines: readonly string[]): string[] {
  const whole: string[] = []
  let open = 0
  for (const line of lines) {
    const last = whole.at(-1) ?? ''
    if (open > 0 && last.length + line.length <= longestMended && headingOf(line).level === 0) {
      whole[whole.length - 1] = last + line
      open = openBehind(line, open)
    } else {
      whole.push(line)
      open = openBehind(line, 0)
    }
  }
  return whole
}

function split(line: string): string[] {
  const parts = line.split(lostBreakPattern)
  if (parts.length === 1) return parts
  // The stop that ended each part stays with it.
  const stops = [...line.matchAll(lostBreakPattern)].map(([stop]) => stop.trim())
  return parts.map((part, index) => (part + (stops[index] ?? '')).trim())
}

/** The lines of a text that hold anything, with their heading marks. Nothing but white space is lost. */
export function noticeLines(text: string): readonly NoticeLine[] {
  const lines = text
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/u)
    .map((line) => withoutInvisible(line).trim())
    .filter((line) => line !== '')
  return mended(lines).flatMap(split).map(lineOf)
}
