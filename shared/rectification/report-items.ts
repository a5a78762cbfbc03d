import type { IsoDate } from '../core/dates'
import { formatMoney, type Fen } from '../core/money'
import { fillText } from '../reports/sentences'
import { formatChineseDate } from '../terms/dates'
import { timelinessText, treatmentLabels } from '../terms/rectification'
import { rectReportTexts as words } from '../terms/rectification-reports'
import { moneyUnitWord } from '../terms/rectification-statistics'
import { reportTerms } from '../terms/reports'
import type { Counted } from './counted'
import type { FindingRecord } from './record'
import type { FindingAmount } from './part-records'
import { headingOf, paragraphOf, type ReportBlock } from './report-blocks'
import type { ReportItem } from './report-facts'

/** The item's own number in its document, else its place; never the count of a heading. */
export function numberOf({ no, position }: FindingRecord): string {
  return no === '' ? String(position) : no
}

/** How an item is named where something of it is hidden. */
export function placeOf({ finding }: ReportItem): string {
  return `${numberOf(finding)} ${finding.title}`
}

/** Words that end without a mark, so that a sentence can close them. */
export function withoutStop(text: string): string {
  return text.trim().replace(/[。.；;，,\s]+$/u, '')
}

/** What people wrote as one sentence; an empty text stays empty. */
export function sentenceOf(text: string): string {
  const line = withoutStop(text).replace(/\s*\n+\s*/gu, reportTerms.semicolon)
  return line === '' ? '' : `${line}${reportTerms.fullStop}`
}

/** 「（按期（延期1次），原定时限…，延期至…）」: an extended deadline always with both dates. Source: product F7. */
export function dueText({ finding, timeliness }: ReportItem): string {
  const { dueOn, originalDueOn, extensionCount } = finding
  if (dueOn === null) return ''
  const due = formatChineseDate(dueOn)
  const dates =
    extensionCount === 0
      ? fillText(words.dueDate, { due })
      : fillText(words.extendedDates, { original: formatChineseDate(originalDueOn ?? dueOn), due })
  const parts = [timelinessText(timeliness, extensionCount), dates].filter((part) => part !== '')
  return fillText(words.inBrackets, { text: parts.join(reportTerms.comma) })
}

function amountOf({ treatment, unit, doneFen, done }: FindingAmount): readonly string[] {
  const isMoney = unit === ''
  const text = isMoney ? moneyText(doneFen) : done
  if (text === null) return []
  return [
    fillText(words.amountOf, {
      treatment: treatmentLabels[treatment],
      done: text,
      unit: isMoney ? moneyUnitWord : unit,
    }),
  ]
}

function moneyText(amount: Fen | null): string | null {
  return amount === null ? null : formatMoney(amount, 'tenThousand')
}

/** 「上缴财政120万元、其他30户」 of one finding; empty when nothing was done in figures. */
export function amountListOf({ amounts }: ReportItem): string {
  return amounts.flatMap(amountOf).join(reportTerms.enumeration)
}

/** What came of it: status and deadline, the result in words, amounts and rules. */
export function resultText(item: ReportItem): string {
  const { finding, statusText, rules } = item
  const amounts = amountListOf(item)
  const names = rules.map(({ name }) => name).join(reportTerms.enumeration)
  return [
    fillText(words.status, { status: statusText, due: dueText(item) }),
    sentenceOf(finding.result || finding.progress) || words.noResult,
    amounts === '' ? '' : fillText(words.itemAmounts, { list: amounts }),
    names === '' ? '' : fillText(words.itemRules, { list: names }),
  ].join('')
}

/** A title without the word 问题 at its end, for sentences that bring their own. */
export function bareTitle({ title }: Pick<FindingRecord, 'title'>): string {
  return withoutStop(title).replace(words.aboutPattern, '')
}

/** 「关于…的问题。」 */
export function aboutText(finding: Pick<FindingRecord, 'title'>): string {
  return fillText(words.about, { title: bareTitle(finding) })
}

export function reasonText({ finding }: ReportItem): string {
  return fillText(words.reason, { text: withoutStop(finding.reasonNotDone) || words.notWritten })
}

export function nextText({ finding }: ReportItem): string {
  return fillText(words.next, { text: withoutStop(finding.nextStep) || words.notWritten })
}

/** Counts, and not as done. */
export function isOpen({ counting }: Pick<Counted, 'counting'>): boolean {
  return counting.inDenominator && !counting.isDone
}

/** 「（一）」 … of a list of headings; further ones in digits. */
export function chineseNumber(index: number): string {
  return words.chineseNumbers[index] ?? String(index + 1)
}

/** Items with a heading wherever programme (if there are several) or 方面 change, in their own order. */
export function groupedBlocks(
  items: readonly ReportItem[],
  blockOf: (item: ReportItem) => ReportBlock,
): readonly ReportBlock[] {
  const isMixed = new Set(items.map(({ program }) => program.id)).size > 1
  return items.flatMap((item, index) => {
    const before = items[index - 1]
    const isNewProgram = isMixed && before?.program.id !== item.program.id
    const { aspect } = item.finding
    const isNewAspect = aspect !== '' && (isNewProgram || before?.finding.aspect !== aspect)
    return [
      ...(isNewProgram ? [headingOf(2, item.program.title)] : []),
      ...(isNewAspect ? [headingOf(isMixed ? 3 : 2, aspect)] : []),
      blockOf(item),
    ]
  })
}

/** A paragraph about one item. */
export function itemBlock(item: ReportItem, text: string, isUnnamed = false): ReportBlock {
  return paragraphOf(text, placeOf(item), isUnnamed)
}

type Days = Pick<FindingRecord, 'determinedOn' | 'closedOn' | 'submittedOn'>

/** The day from which a finding counts as done: its 认定, else its 销号, else its submission; null where none is known. */
export function countedOnOf({ finding }: { readonly finding: Days }): IsoDate | null {
  return finding.determinedOn ?? finding.closedOn ?? finding.submittedOn
}
