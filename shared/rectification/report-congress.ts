import { fillText } from '../reports/sentences'
import { rectReportTexts as words } from '../terms/rectification-reports'
import { rateTextOf, tallyOf } from './counting'
import type { RectType } from './record'
import { headingOf, paragraphOf, type ReportBlock } from './report-blocks'
import type { RectReportFacts, ReportItem } from './report-facts'
import { overviewTexts } from './report-figures'
import {
  aboutText,
  chineseNumber,
  dueText,
  groupedBlocks,
  isOpen,
  itemBlock,
  nextText,
  numberOf,
  reasonText,
  resultText,
} from './report-items'

const openTypes: readonly (RectType | null)[] = ['immediate', 'phased', 'continuous', null]

function resultBlock(item: ReportItem): ReportBlock {
  const text = `${aboutText(item.finding)}${resultText(item)}`
  return itemBlock(item, fillText(words.numbered, { no: numberOf(item.finding), text }))
}

function openBlock(item: ReportItem): ReportBlock {
  const status = fillText(words.status, { status: item.statusText, due: dueText(item) })
  const text = `${aboutText(item.finding)}${status}${reasonText(item)}${nextText(item)}`
  return itemBlock(item, fillText(words.numbered, { no: numberOf(item.finding), text }))
}

/** The open ones by 整改类型. */
function openGroups(items: readonly ReportItem[]) {
  return openTypes.flatMap((type) => {
    const own = items.filter((item) => isOpen(item) && item.finding.rectType === type)
    return own.length === 0 ? [] : [{ type: type ?? ('none' as const), own }]
  })
}

/** A programme of an earlier year: its figures, then each open item. */
function earlierBlocks({ program, items }: RectReportFacts['earlier'][number]): readonly ReportBlock[] {
  const tally = tallyOf(items.map(({ counting }) => counting))
  const template = tally.isMixed ? words.earlierMixed : tally.promoted > 0 ? words.earlierPromoted : words.earlier
  const { done, promoted, denominator: total } = tally
  const counts = { total, done, promoted, own: done - promoted, open: total - done }
  const text = fillText(template, { title: program.title, ...counts, ...rateTextOf(tally, program.rateRule) })
  return [paragraphOf(text, program.title), ...items.filter(isOpen).map(openBlock)]
}

/** Earlier years' items that are not done, for the next heading of the third part. */
function earlierPart({ earlier }: RectReportFacts, index: number): readonly ReportBlock[] {
  const head = headingOf(2, fillText(words.headings.earlier, { number: chineseNumber(index) }))
  return [head, ...(earlier.length === 0 ? [paragraphOf(words.noEarlier)] : earlier.flatMap(earlierBlocks))]
}

/** To the standing committee of 人大. Source: domain §8 E. */
export function congressBlocks(facts: RectReportFacts): {
  readonly own: readonly ReportBlock[]
  /** About other programmes than those that the report is of. */
  readonly earlier: readonly ReportBlock[]
} {
  const { items } = facts
  const [first, second, third] = words.headings.congress
  const groups = openGroups(items)
  const open = groups.flatMap(({ type, own }, index) => {
    const name = fillText(words.headings.openGroups[type], { number: chineseNumber(index) })
    return [headingOf(2, name), ...own.map(openBlock)]
  })
  return {
    own: [
      headingOf(1, first),
      ...overviewTexts(facts).map((text) => paragraphOf(text)),
      headingOf(1, second),
      ...(items.length === 0 ? [paragraphOf(words.nothingHere)] : groupedBlocks(items, resultBlock)),
      headingOf(1, third),
      ...(open.length === 0 ? [paragraphOf(words.nothingOpen)] : open),
    ],
    earlier: earlierPart(facts, groups.length),
  }
}
