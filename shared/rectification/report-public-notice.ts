import { fillText } from '../reports/sentences'
import { rectReportTexts as words } from '../terms/rectification-reports'
import { reportTerms } from '../terms/reports'
import { hideParts, shownKey, type HiddenPart } from './hidden-parts'
import { isMeasureDone } from './lifecycle'
import { headingOf, paragraphOf, type ReportBlock } from './report-blocks'
import type { RectReportFacts, ReportItem } from './report-facts'
import { overviewTexts } from './report-figures'
import {
  bareTitle,
  chineseNumber,
  dueText,
  groupedBlocks,
  isOpen,
  itemBlock,
  nextText,
  numberOf,
  placeOf,
  sentenceOf,
  withoutStop,
} from './report-items'

/** 「一是…。二是…。」 of what was done; the result alone where no measure says it. */
function doneText({ finding, measures }: ReportItem): string {
  const done = measures.filter(({ status }) => isMeasureDone(status))
  const said = done.map(({ text, result }) => withoutStop(result || text)).filter((text) => text !== '')
  const [only, ...others] = said
  const list =
    only !== undefined && others.length === 0
      ? sentenceOf(only)
      : said.map((text, index) => fillText(words.noticeMeasure, { number: chineseNumber(index), text })).join('')
  const result = sentenceOf(finding.result || finding.progress)
  return `${list}${result}` || words.noResult
}

/** 「1.针对“…”问题，进行了以下整改。一是…」 Source: 巡视整改通报 of two bureaus. */
function noticeBlock(item: ReportItem, unnamed: ReadonlySet<string>): ReportBlock {
  const { finding } = item
  const template = finding.kind === 'recommendation' ? words.noticeRecommendation : words.noticeItem
  // Whoever reads of an extended item reads both dates. Source: product F7.
  const due = finding.extensionCount > 0 ? dueText(item) : ''
  const text = fillText(template, { title: bareTitle(finding), due, measures: doneText(item) })
  return itemBlock(item, fillText(words.numbered, { no: numberOf(finding), text }), unnamed.has(auditeeOf(item)))
}

function auditeeOf({ finding, program }: ReportItem): string {
  return finding.auditee || program.auditee
}

/** Units of findings that were not marked as public, but never the bureau itself. */
export function unnamedUnits({ items, bureau }: Pick<RectReportFacts, 'items' | 'bureau'>): ReadonlySet<string> {
  const units = items.filter(({ finding }) => finding.isPublic !== true).map(auditeeOf)
  return new Set(units.filter((unit) => unit !== '' && unit !== bureau))
}

/** Every person whom the ledger names beside these findings. */
function peopleOf(items: readonly ReportItem[]): readonly string[] {
  return items.flatMap(({ finding, measures }) => [
    finding.leader,
    finding.handler,
    finding.submittedBy,
    finding.determinedBy,
    finding.closedBy,
    ...measures.flatMap((measure) => [measure.leader, measure.handler, measure.doneBy, measure.verifiedBy]),
  ])
}

function openBlock(item: ReportItem, unnamed: ReadonlySet<string>): ReportBlock {
  const text = `${withoutStop(item.finding.title)}${reportTerms.fullStop}${nextText(item)}`
  return itemBlock(item, fillText(words.numbered, { no: numberOf(item.finding), text }), unnamed.has(auditeeOf(item)))
}

function openBlocks(items: readonly ReportItem[], unnamed: ReadonlySet<string>): readonly ReportBlock[] {
  const open = items.filter(isOpen)
  if (open.length === 0) return [paragraphOf(words.nothingOpen)]
  return [
    paragraphOf(fillText(words.noticeOpen, { count: open.length })),
    ...open.map((item) => openBlock(item, unnamed)),
  ]
}

function notPublicPart(item: ReportItem): HiddenPart {
  return { kind: 'notPublic', text: item.finding.title, where: placeOf(item) }
}

/**
 * 公开通报 in the usual order, and everything that it does not show. The figures count all items, whether they are
 * told or not. Source: domain §8 E, product F11.
 */
export function publicNotice(
  facts: RectReportFacts,
  title: string,
  people: readonly string[],
  shown: ReadonlySet<string>,
): {
  readonly title: string
  readonly blocks: readonly ReportBlock[]
  readonly hidden: readonly HiddenPart[]
} {
  const { items, bureau } = facts
  const withheld = items.filter(({ finding }) => finding.isPublic === false)
  const told = items.filter((item) => item.finding.isPublic !== false || shown.has(shownKey(notPublicPart(item))))
  const unnamed = unnamedUnits(facts)
  const block = (item: ReportItem): ReportBlock => noticeBlock(item, unnamed)
  const atOnce = told.filter(({ finding }) => finding.kind === 'immediateHandover')
  const others = told.filter(({ finding }) => finding.kind !== 'immediateHandover')
  const orNone = (blocks: readonly ReportBlock[]): readonly ReportBlock[] =>
    blocks.length > 0 ? blocks : [paragraphOf(words.nothingHere)]
  const left = items.length - told.length
  const [first, second, third, fourth] = words.headings.publicNotice
  const made = hideParts(
    [
      headingOf(1, title),
      headingOf(1, first),
      ...overviewTexts(facts).map((text) => paragraphOf(text)),
      ...(left === 0 ? [] : [paragraphOf(fillText(words.notPublic, { count: left }))]),
      headingOf(1, second),
      ...orNone(groupedBlocks(others, block)),
      headingOf(1, third),
      ...orNone(groupedBlocks(atOnce, block)),
      headingOf(1, fourth),
      ...openBlocks(told, unnamed),
      paragraphOf(words.noticeClosing),
      paragraphOf(fillText(words.noticeContact, { bureau })),
    ],
    { people: [...people, ...peopleOf(items)], auditees: [...unnamed] },
    shown,
  )
  const [head, ...blocks] = made.blocks
  return { title: head?.text ?? '', blocks, hidden: [...withheld.map(notPublicPart), ...made.hidden] }
}
