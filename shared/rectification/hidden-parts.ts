import {
  accountPatterns,
  amountPattern,
  hiddenWords,
  moreWhere,
  nameSeparators,
  phonePatterns,
  postWords,
} from '../terms/hidden-parts'
import type { ReportBlock } from './report-blocks'
import type { z } from 'zod'
import type { hiddenPartSchema } from './paper-contract'

export type HiddenPart = z.infer<typeof hiddenPartSchema>
export type HiddenKind = HiddenPart['kind']

/** What a public notice may hold that is not for the public. */
export interface KnownParts {
  /** People of the bureau and those named with findings and measures; several in one text are parted. */
  readonly people: readonly string[]
  /** Units that are not to be named. */
  readonly auditees: readonly string[]
}

/** The key by which a person asks for a part to be shown all the same. */
export function shownKey({ kind, text }: Pick<HiddenPart, 'kind' | 'text'>): string {
  return `${kind}/${text}`
}

/** Single names out of fields that may hold several; words of posts are none. */
export function namesOf(fields: readonly string[]): readonly string[] {
  const names = fields.flatMap((field) => field.split(nameSeparators)).filter((name) => isName(name))
  return [...new Set(names)]
}

function isName(text: string): boolean {
  return [...text].length >= 2 && !postWords.test(text)
}

interface Search {
  readonly kind: HiddenKind
  readonly find: (text: string) => readonly string[]
  readonly instead: string
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}

/** The longest first, so that 东丽区财政局 is not taken for 财政局. */
function listSearch(kind: HiddenKind, names: readonly string[], instead: string): readonly Search[] {
  const known = [...new Set(names)].filter((name) => name !== '').toSorted((left, right) => right.length - left.length)
  if (known.length === 0) return []
  const pattern = new RegExp(known.map(escaped).join('|'), 'gu')
  return [{ kind, find: (text) => matchesOf(text, [pattern]), instead }]
}

function matchesOf(text: string, patterns: readonly RegExp[]): readonly string[] {
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([match]) => match))
}

function searchesOf({ people, auditees }: KnownParts): readonly Search[] {
  const figures = (kind: HiddenKind, patterns: readonly RegExp[]): Search => ({
    kind,
    find: (text) => matchesOf(text, patterns),
    instead: hiddenWords.figure,
  })
  return [
    ...listSearch('auditee', auditees, hiddenWords.auditee),
    ...listSearch('person', namesOf(people), hiddenWords.person),
    // An identity card holds what looks like a telephone number, so it comes first.
    figures('account', accountPatterns),
    figures('phone', phonePatterns),
  ]
}

const amounts: Search = {
  kind: 'amount',
  find: (text) => matchesOf(text, [amountPattern]),
  instead: hiddenWords.figure,
}

interface Found {
  readonly kind: HiddenKind
  readonly text: string
  readonly where: string
}

/** A text with what is to be hidden replaced; what was found, shown ones too. */
function withoutParts(
  block: ReportBlock,
  searches: readonly Search[],
  where: string,
  shown: ReadonlySet<string>,
): { readonly text: string; readonly found: readonly Found[] } {
  const found: Found[] = []
  const kept: string[] = []
  let text = block.text
  for (const { kind, find, instead } of searches) {
    const matches = [...new Set(find(text))].toSorted((left, right) => right.length - left.length)
    for (const match of matches) {
      if (!text.includes(match)) continue
      found.push({ kind, text: match, where })
      // A part that stays is put aside, so that no later search takes a piece of it.
      const mark = `\u0000${kept.length}\u0000`
      kept.push(shown.has(shownKey({ kind, text: match })) ? match : instead)
      text = text.replaceAll(match, mark)
    }
  }
  return { text: text.replace(/\u0000(\d+)\u0000/gu, (_mark, index: string) => kept[Number(index)] ?? ''), found }
}

/** Each part once, with the first place and how many there are. */
function listed(found: readonly Found[]): readonly HiddenPart[] {
  const places = new Map<string, Found & { readonly wheres: string[] }>()
  for (const each of found) {
    const known = places.get(shownKey(each))
    if (known) known.wheres.push(each.where)
    else places.set(shownKey(each), { ...each, wheres: [each.where] })
  }
  return [...places.values()].map(({ kind, text, where, wheres }) => ({
    kind,
    text,
    where: wheres.length === 1 ? where : moreWhere(where, wheres.length),
  }))
}

/**
 * 脱敏: a text for the public without names, telephone numbers, account and identity numbers, units that are not to be
 * named and the amounts of those; every part is listed, and those that a person chose to show stay. Source: product F11.
 */
export function hideParts(
  blocks: readonly ReportBlock[],
  known: KnownParts,
  shown: ReadonlySet<string>,
): { readonly blocks: readonly ReportBlock[]; readonly hidden: readonly HiddenPart[] } {
  const searches = searchesOf(known)
  const found: Found[] = []
  let heading = ''
  const hiddenBlocks = blocks.map((block): ReportBlock => {
    if (block.kind === 'heading') heading = block.text
    const isUnnamed = block.kind === 'paragraph' && block.isUnnamed
    const where = block.kind === 'paragraph' && block.where !== '' ? block.where : heading
    const made = withoutParts(block, isUnnamed ? [...searches, amounts] : searches, where, shown)
    found.push(...made.found)
    return { ...block, text: made.text }
  })
  return { blocks: hiddenBlocks, hidden: listed(found) }
}
