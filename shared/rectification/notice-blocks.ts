import { generalPartPattern, kindHeadings } from '../terms/rectification-notice'
import { leadOf, quotedTitleOf, type Lead } from './notice-item'
import type { NoticeLine } from './notice-lines'
import type { Declared, FindingKind } from './record'
import { aspectHeadingPattern, plainLeadPattern, reportHeadingPattern } from '../terms/rectification-notice'

/** A heading or a paragraph that may be an item, with the lines below it. */
export interface Block {
  /** 1 to 5 as marked; `lead` and `quoted` say themselves that they are items; `outside` belongs to none. */
  readonly level: 1 | 2 | 3 | 4 | 5 | 'lead' | 'quoted' | 'outside'
  readonly head: NoticeLine
  readonly lead: Lead | null
  readonly lines: readonly NoticeLine[]
  /** No deeper heading stands below it. */
  readonly isLeaf: boolean
}

/** A heading of the first level with all below it; without one, what stands before the first. */
export interface Part {
  readonly title: string
  readonly kind: FindingKind | null
  readonly isGeneral: boolean
  readonly isAspect: boolean
  readonly blocks: readonly Block[]
}

/** What a heading says of the items below it; null where it says nothing. */
export function kindOfHeading(title: string): FindingKind | null {
  return kindHeadings.find(({ pattern }) => pattern.test(title))?.kind ?? null
}

function levelOf(line: NoticeLine, lead: Lead | null, isFirst: boolean): Block['level'] | null {
  if (line.level > 0) return line.level || null
  if (lead) return 'lead'
  if (quotedTitleOf(line.text) !== null) return 'quoted'
  return line.isClosing || isFirst ? 'outside' : null
}

/** The text as headings and paragraphs, each with what follows it. */
export function blocksOf(lines: readonly NoticeLine[]): readonly Block[] {
  const blocks: (Omit<Block, 'isLeaf' | 'lines'> & { readonly lines: NoticeLine[] })[] = []
  for (const line of lines) {
    const lead = leadOf(line.text)
    const level = levelOf(line, lead, blocks.length === 0)
    if (level === null) blocks.at(-1)?.lines.push(line)
    else blocks.push({ level, head: line, lead, lines: [line] })
  }
  return blocks.map((block, index) => {
    const next = blocks.slice(index + 1, index + 2)[0]
    const isLeaf = typeof block.level !== 'number' || typeof next?.level !== 'number' || next.level <= block.level
    return { ...block, isLeaf }
  })
}

function partOf(blocks: readonly Block[]): Part {
  const head = blocks[0]?.level === 1 ? blocks[0].head.text : ''
  const kind = kindOfHeading(head)
  const isGeneral = kind === null && generalPartPattern.test(head)
  const isAspect = kind === null && !isGeneral && aspectHeadingPattern.test(head) && !reportHeadingPattern.test(head)
  return { title: head, kind, isGeneral, isAspect, blocks }
}

function hasHeadings({ blocks }: Part): boolean {
  return blocks.some(({ level }) => typeof level === 'number' && level > 1)
}

/** The parts of a text; where all are of a general kind, none is. */
export function partsOf(blocks: readonly Block[]): readonly Part[] {
  const groups: Block[][] = [[]]
  for (const block of blocks) {
    if (block.level === 1) groups.push([])
    groups.at(-1)?.push(block)
  }
  const parts = groups.filter((group) => group.length > 0).map(partOf)
  const isAnyOther = parts.some((part) => !part.isGeneral && hasHeadings(part))
  return isAnyOther ? parts : parts.map((part) => ({ ...part, isGeneral: false }))
}

/** Which level of marks the items have, and what the level above them is. */
export interface Shape {
  readonly itemLevel: 1 | 2 | 3 | 4
  /** （一） is a 方面 and not a 重点问题. */
  readonly isSectionAspect: boolean
}

/** Items are numbered （1） below 1., or 1. with （1） as what they show themselves in. The declared number decides; else the wording. */
function isDeep(blocks: readonly Block[], declared: Declared): boolean {
  const threes = blocks.filter(({ level }) => level === 3)
  const fours = blocks.filter(({ level }) => level === 4).length
  if (fours === 0 || threes.length === 0) return false
  const leaves = threes.filter(({ isLeaf }) => isLeaf).length
  const wanted = declared.specific ?? declared.audit
  const [deep, flat] = [fours + leaves, threes.filter(({ lead }) => lead === null).length]
  if (wanted !== undefined && (deep === wanted) !== (flat === wanted)) return deep === wanted
  if (declared.manifestations !== undefined) return false
  const isTold = threes.filter(({ head }) => plainLeadPattern.test(head.text)).length * 2 >= threes.length
  return !isTold && leaves * 2 < threes.length
}

/** How the parts are numbered. */
export function shapeOf(parts: readonly Part[], declared: Declared): Shape {
  const base = parts.filter(({ isGeneral, kind }) => !isGeneral && kind === null).flatMap(({ blocks }) => blocks)
  const sections = base.filter(({ level }) => level === 2)
  if (isDeep(base, declared)) return { itemLevel: 4, isSectionAspect: true }
  const isAspectWording =
    sections.filter(({ head }) => aspectHeadingPattern.test(head.text)).length * 2 > sections.length
  const isSectionAspect =
    declared.keyIssues !== sections.length && (declared.aspects === sections.length || isAspectWording)
  const threes = base.filter(({ level }) => level === 3).length
  const wanted = declared.specific ?? declared.audit
  const areSectionsItems = sections.length > 0 && (threes === 0 || (wanted === sections.length && wanted !== threes))
  if (threes === 0 && sections.length === 0 && parts.every(({ kind }) => kind === null))
    return { itemLevel: 1, isSectionAspect }
  return { itemLevel: areSectionsItems ? 2 : 3, isSectionAspect }
}
