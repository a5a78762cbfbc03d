import { auditTitlePattern, inspectionTitlePattern } from '../terms/rectification-notice'
import { usualLevelNames } from '../terms/rectification'
import { blocksOf, kindOfHeading, partsOf, shapeOf, type Block, type Part, type Shape } from './notice-blocks'
import type { NoticeItem, NoticeReading } from './notice-contract'
import { declaredCounts, declaredFigures, type DeclaredFigures } from './notice-declared'
import { noticeItem, type ItemPlace } from './notice-item'
import { noticeLines, type NoticeLine } from './notice-lines'
import { noticeTotals } from './notice-totals'
import type { Declared, FindingKind } from './record'
import { wholeNumber } from './text-numbers'

/** More than this many items are no notice; what comes after stays outside. */
const mostItems = 5000

export interface NoticeTree extends Omit<NoticeReading, 'issues'> {
  readonly figures: DeclaredFigures['figures']
}

type Section = NoticeReading['sections'][number] & { readonly lines: NoticeLine[]; readonly isOfFindings: boolean }
type DraftSection = Omit<Section, 'items' | 'text'> & { items: number }

interface DraftItem {
  readonly place: ItemPlace
  readonly lines: NoticeLine[]
  /** Numbers of the part and the section, to tell apart items whose numbers begin anew. */
  readonly above: readonly (number | null)[]
}

interface Reader {
  readonly shape: Shape
  readonly baseKind: FindingKind
  readonly items: DraftItem[]
  readonly sections: DraftSection[]
  readonly outside: string[]
  part: Part
  partNumber: number | null
  aspect: DraftSection | null
  keyIssue: DraftSection | null
  /** Number of the （一） or 1. that items stand below. */
  sectionNumber: number | null
  group: string
  kind: FindingKind | null
  item: DraftItem | null
}

type Role = 'aspect' | 'keyIssue' | 'item' | 'child' | 'outside'

function itemLevelOf({ kind, blocks }: Part, shape: Shape): number {
  if (kind === null) return shape.itemLevel
  return blocks.some(({ level }) => level === 3) ? 3 : 2
}

function roleOf(block: Block, reader: Reader): Role {
  const { level } = block
  const { part, shape, item } = reader
  if (level === 'outside' || part.isGeneral || reader.items.length >= mostItems) return 'outside'
  if (level === 'lead') return 'item'
  if (level === 'quoted') return item !== null && !item.place.isUnnumbered ? 'child' : 'item'
  const itemLevel = itemLevelOf(part, shape)
  if (level === itemLevel) return 'item'
  if (level > itemLevel) return 'child'
  if (level === 1) return part.isAspect ? 'aspect' : 'outside'
  if (level === 2) return itemLevel === 4 || shape.isSectionAspect ? 'aspect' : 'keyIssue'
  return block.isLeaf ? 'item' : 'keyIssue'
}

function openSection(block: Block, level: 'aspect' | 'keyIssue', reader: Reader): void {
  const { head, lines } = block
  const title = head.text.replace(/[。；;]$/u, '')
  const isOfFindings = reader.part.kind === null && kindOfHeading(title) === null
  const section = { level, no: head.no, title, items: 0, lines: lines.slice(1), isOfFindings }
  reader.sections.push(section)
  if (level === 'aspect') [reader.aspect, reader.keyIssue] = [section, null]
  else reader.keyIssue = section
  reader.item = null
}

function openItem(block: Block, reader: Reader): void {
  const { head, level, lead, lines } = block
  const { part, shape } = reader
  const isBelowKeyIssue = level === 4 && reader.group !== ''
  const isLeafKeyIssue = level === 3 && itemLevelOf(part, shape) === 4
  // A 方面 without items of its own is one item. Source: 巡察整改通报, 6, 9 and 10 of 10个方面.
  if (isLeafKeyIssue) openSection({ ...block, lines: [head] }, 'keyIssue', reader)
  const number = level === 2 || level === 1 ? head.no : head.number || head.no
  const item: DraftItem = {
    place: {
      aspect: reader.aspect?.title ?? '',
      keyIssue: reader.keyIssue?.title ?? '',
      no: isBelowKeyIssue ? `${reader.group}.${number}` : number,
      kind: lead?.kind ?? reader.kind ?? part.kind ?? reader.baseKind,
      isUnnumbered: head.level === 0,
    },
    lines: [...lines],
    above: [reader.sectionNumber, reader.partNumber],
  }
  for (const section of [reader.aspect, reader.keyIssue]) if (section) section.items += 1
  reader.items.push(item)
  reader.item = item
}

function readBlock(block: Block, reader: Reader): void {
  const role = roleOf(block, reader)
  if (block.level === 1) {
    Object.assign(reader, { aspect: null, keyIssue: null, kind: null, group: '', sectionNumber: null })
    reader.partNumber = wholeNumber(block.head.number)
  }
  if (block.level === 2 && role !== 'child') {
    reader.sectionNumber = wholeNumber(block.head.number)
    if (role !== 'item') reader.kind = kindOfHeading(block.head.text)
  }
  if (block.level === 3) reader.group = role === 'keyIssue' ? block.head.number : ''
  if (role === 'aspect' || role === 'keyIssue') openSection(block, role, reader)
  else if (role === 'item') openItem(block, reader)
  else if (role === 'child' && reader.item) reader.item.lines.push(...block.lines)
  else if (role === 'child' && (reader.keyIssue ?? reader.aspect))
    (reader.keyIssue ?? reader.aspect)?.lines.push(...block.lines)
  else {
    reader.outside.push(...block.lines.map(({ raw }) => raw))
    reader.item = null
  }
}

/** Numbers that begin anew in each section or part get the number of what they stand below. */
function numbered(items: readonly DraftItem[]): readonly DraftItem[] {
  const isRepeated = (some: readonly DraftItem[]): boolean => {
    const numbers = some.flatMap(({ place }) => (place.no === '' ? [] : [place.no]))
    return new Set(numbers).size < numbers.length
  }
  const below = (item: DraftItem, level: 0 | 1): DraftItem => {
    const above = item.above[level]
    const { no } = item.place
    return no === '' || above == null ? item : { ...item, place: { ...item.place, no: `${above}.${no}` } }
  }
  const kinds = new Set(items.map(({ place }) => place.kind))
  const repeatedKinds = new Set(
    [...kinds].filter((kind) => isRepeated(items.filter(({ place }) => place.kind === kind))),
  )
  const bySection = items.map((item) => (repeatedKinds.has(item.place.kind) ? below(item, 0) : item))
  return isRepeated(bySection) ? bySection.map((item) => below(item, 1)) : bySection
}

function foundOf(items: readonly NoticeItem[], sections: readonly DraftSection[]): Declared {
  const levels = sections.filter(({ isOfFindings }) => isOfFindings)
  const counts = new Map<string, number>([
    ['aspects', levels.filter(({ level }) => level === 'aspect').length],
    ['keyIssues', levels.filter(({ level }) => level === 'keyIssue').length],
  ])
  const add = (key: string, more: number): unknown => counts.set(key, (counts.get(key) ?? 0) + more)
  for (const { kind, points, measures } of items) {
    add(kind, 1)
    add('manifestations', points.length)
    add('measures', measures.length)
  }
  return Object.fromEntries([...counts].filter(([, count]) => count > 0))
}

function baseKindOf(lines: readonly NoticeLine[]): FindingKind {
  const title = lines.find(({ level }) => level === 0)?.text ?? ''
  return auditTitlePattern.test(title) && !inspectionTitlePattern.test(title) ? 'audit' : 'specific'
}

function readerOf(parts: readonly Part[], shape: Shape, baseKind: FindingKind): Reader {
  const [part = { title: '', kind: null, isGeneral: false, isAspect: false, blocks: [] }] = parts
  const place = {
    aspect: null,
    keyIssue: null,
    sectionNumber: null,
    partNumber: null,
    group: '',
    kind: null,
    item: null,
  }
  const reader: Reader = { shape, baseKind, items: [], sections: [], outside: [], part, ...place }
  for (const each of parts) {
    reader.part = each
    for (const block of each.blocks) readBlock(block, reader)
  }
  return reader
}

/** Text that no editor writes: from a file that is no text. */
function isBinary(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- these are what is searched for
  const strange = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd\ue000-\uf8ff]/g)?.length ?? 0
  return strange * 20 > text.length
}

/** Text outside the items, where a notice says how much it holds. */
function toldText(parts: readonly Part[]): string {
  return parts
    .flatMap(({ blocks, isGeneral }) => blocks.filter(({ level }) => isGeneral || level === 1 || level === 'outside'))
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join('\n')
}

/**
 * Reads a notice's numbered text into items with their levels. Every line of it is in an item, in a section or in
 * `rest`. Null when no item is found. Source: domain §7 (a paragraph without a number is text of its section).
 */
export function readNotice(text: string): NoticeTree | null {
  if (isBinary(text)) return null
  const lines = noticeLines(text)
  const parts = partsOf(blocksOf(lines))
  const told = declaredFigures(toldText(parts))
  const declared = declaredCounts(told)
  const { items: drafts, sections, outside } = readerOf(parts, shapeOf(parts, declared), baseKindOf(lines))
  if (drafts.length === 0) return null
  const made = numbered(drafts).map(({ place, lines: own }) => noticeItem(place, own))
  const items = made.map(({ item }, index) => ({ index, ...item }))
  const found = foundOf(items, sections)
  return {
    items,
    levelNames: told.levelNames ?? { ...usualLevelNames },
    declared,
    found,
    totals: noticeTotals(told.figures, found),
    sections: sections.map(({ level, no, title, items: count, lines: own }) => ({
      level,
      no,
      title,
      items: count,
      text: own.map(({ raw }) => raw).join('\n'),
    })),
    rest: [...outside, ...made.flatMap(({ overflow }) => (overflow === '' ? [] : [overflow]))].join('\n'),
    figures: told.figures,
  }
}
