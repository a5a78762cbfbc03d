import { cleanText } from '../tables/text-forms'
import {
  circledNumbers,
  itemSeparator,
  looseEnds,
  numberings,
  numerals,
  sentenceEnd,
  unfinishedLine,
} from '../terms/item-numbering'

/** One cell numbers no more items than this. */
const mostItems = 99

/** 1 → 一, 12 → 十二, 30 → 三十. */
function chineseNumeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const digit = (of: number): string => numerals.charAt(of - 1)
  const ten = numerals.charAt(9)
  if (tens === 0) return digit(ones)
  return `${tens === 1 ? '' : digit(tens)}${ten}${ones === 0 ? '' : digit(ones)}`
}

type Numbering = (typeof numberings)[number]

/** Full-width digits are U+FF10 and following. */
function anyWidth(value: number): string {
  const wide = String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
  return `(?:${value}|${wide})`
}

function named<T>(value: number, arabic: string, use: (arabic: string, chinese: string, circled: string) => T): T {
  return use(arabic, chineseNumeral(value), circledNumbers.charAt(value - 1))
}

const patterns = new Map<Numbering, (RegExp | null)[]>()

/** The pattern of a number's mark, made once. */
function markOf(numbering: Numbering, value: number): RegExp | null {
  const known = patterns.get(numbering) ?? []
  patterns.set(numbering, known)
  const before = known[value]
  if (before !== undefined) return before
  const mark = value > mostItems ? null : named(value, anyWidth(value), numbering.mark)
  const guard = numbering.before === null ? '' : `(?<=^|${numbering.before})`
  const made = mark === null ? null : new RegExp(`${guard}(?:${mark})`, 'g')
  known[value] = made
  return made
}

interface Mark {
  readonly from: number
  readonly to: number
}

function findMark(text: string, numbering: Numbering, value: number, from: number): Mark | null {
  const pattern = markOf(numbering, value)
  if (!pattern) return null
  pattern.lastIndex = from
  const found = pattern.exec(text)
  return found ? { from: found.index, to: found.index + found[0].length } : null
}

/** The marks 1, 2, 3 … of one way of numbering, each behind the one before; a list may go on from another cell. */
function marksOf(text: string, numbering: Numbering, first = 1): readonly Mark[] {
  const marks: Mark[] = []
  for (let value = first; ; value += 1) {
    const mark = findMark(text, numbering, value, marks.at(-1)?.to ?? 0)
    if (!mark) return marks
    marks.push(mark)
  }
}

function tidy(text: string): string {
  return text.replace(looseEnds, '')
}

/** The outermost numbering: the one that begins first; a lone 「1.」 counts only at the beginning. */
function outermost(text: string): readonly Mark[] {
  let best: readonly Mark[] = []
  for (const numbering of numberings) {
    const marks = marksOf(text, numbering)
    const [first] = marks
    if (!first || (marks.length === 1 && first.from > 0)) continue
    if (best[0] === undefined || first.from < best[0].from) best = marks
  }
  return best
}

/** The marks of a list that goes on here with this number. */
function goingOn(text: string, first: number): readonly Mark[] {
  if (first === 1) return []
  return numberings.map((numbering) => marksOf(text, numbering, first)).find(([mark]) => mark?.from === 0) ?? []
}

/** Lines without numbers are items of their own, unless a line plainly goes on. */
function splitLines(text: string): readonly string[] {
  const items: string[] = []
  for (const line of text.split('\n')) {
    const last = items.at(-1)
    if (last !== undefined && unfinishedLine.test(last)) items[items.length - 1] = `${last}\n${line}`
    else items.push(line)
  }
  return items
}

/**
 * The items of one cell: numbered in any usual way, else by lines; words before the first number stay with it.
 * `first` is the number that a list begins with which other cells began.
 */
export function splitItems(cell: string, first = 1): readonly string[] {
  const text = cleanText(cell)
  const continued = goingOn(text, first)
  const marks = continued.length > 0 ? continued : outermost(text)
  const parts =
    marks.length === 0
      ? splitLines(text)
      : marks.map(({ from, to }, index) => {
          const lead = index === 0 ? text.slice(0, from) : ''
          return `${lead}${text.slice(to, marks[index + 1]?.from ?? text.length).trimStart()}`
        })
  return parts.map(tidy).filter((part) => part !== '')
}

function numbered(items: readonly string[], { write }: Numbering): string | null {
  let text = ''
  for (const [index, item] of items.entries()) {
    const mark = named(index + 1, String(index + 1), write)
    if (mark === null) return null
    const needsSeparator = index + 1 < items.length && !sentenceEnd.test(item)
    text += `${mark}${item}${needsSeparator ? itemSeparator : ''}`
  }
  return text
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index])
}

/** The ways to write items in one cell, the usual one first. */
function* cellsOf(items: readonly string[]): Generator<string> {
  const [only] = items
  if (items.length === 1 && only !== undefined) yield only
  for (const numbering of numberings) {
    const text = numbered(items, numbering)
    if (text !== null) yield text
  }
}

/** Items as one cell that reads back the same: `1. 甲；2. 乙`, in another numbering where an item holds such marks itself. */
export function joinItems(items: readonly string[]): string {
  return joined(items).text
}

function joined(items: readonly string[]): { readonly text: string; readonly readsBack: boolean } {
  const tidied = items.map((item) => tidy(cleanText(item))).filter((item) => item !== '')
  if (tidied.length === 0) return { text: '', readsBack: true }
  for (const text of cellsOf(tidied)) if (isSame(splitItems(text), tidied)) return { text, readsBack: true }
  const [usual = ''] = cellsOf(tidied)
  return { text: usual, readsBack: false }
}

/** A cell of items in its canonical form, for comparing. */
export function canonicalItems(cell: string): string {
  return joinItems(splitItems(cell))
}

/** Items as a cell in its canonical form. */
export function itemsCell(items: readonly string[]): string {
  const { text, readsBack } = joined(items)
  return readsBack ? text : canonicalItems(text)
}
