import { fillText } from '../reports/sentences'
import { accountabilityLabels } from '../terms/rectification'
import { rectReportTexts as words } from '../terms/rectification-reports'
import { reportTerms } from '../terms/reports'
import { headingOf, paragraphOf, type ReportBlock } from './report-blocks'
import type { RectReportFacts, ReportItem } from './report-facts'
import { overviewTexts } from './report-figures'
import {
  aboutText,
  amountListOf,
  dueText,
  groupedBlocks,
  isOpen,
  itemBlock,
  numberOf,
  resultText,
  withoutStop,
} from './report-items'

/** What was paid, given back, decided about people or handed over; nothing where there was none of it. */
function penaltyBlock(item: ReportItem): readonly ReportBlock[] {
  const { finding, accountability, referrals } = item
  const parts = [
    amountListOf(item),
    ...accountability.map(({ form, persons }) =>
      fillText(words.penaltyForms, { form: accountabilityLabels[form], persons }),
    ),
    ...referrals.map(({ to, cases, persons }) => fillText(words.penaltyReferral, { to, cases, persons })),
  ].filter((part) => part !== '')
  if (parts.length === 0) return []
  const about = { no: numberOf(finding), title: withoutStop(finding.title) }
  return [itemBlock(item, fillText(words.penalties, { ...about, list: parts.join(reportTerms.semicolon) }))]
}

/** 审计建议 of a finding, or a finding that is itself a recommendation. */
function suggestionBlock(item: ReportItem): readonly ReportBlock[] {
  const { finding, statusText } = item
  const suggestion = withoutStop(finding.auditSuggestion || (finding.kind === 'recommendation' ? finding.title : ''))
  if (suggestion === '') return []
  const result = withoutStop(finding.result || finding.progress)
  const text = result === '' ? '' : `${result}${reportTerms.fullStop}`
  const values = { no: numberOf(finding), suggestion, status: statusText, text }
  return [itemBlock(item, fillText(words.suggestion, values))]
}

function resultBlock(item: ReportItem): ReportBlock {
  const text = `${aboutText(item.finding)}${resultText(item)}`
  return itemBlock(item, fillText(words.numbered, { no: numberOf(item.finding), text }))
}

function reasonBlock(item: ReportItem): ReportBlock {
  const { finding } = item
  const reason = withoutStop(finding.reasonNotDone) || words.notWritten
  return itemBlock(item, fillText(words.reasonOf, { no: numberOf(finding), title: withoutStop(finding.title), reason }))
}

function nextBlock(item: ReportItem): ReportBlock {
  const { finding } = item
  const next = withoutStop(finding.nextStep) || words.notWritten
  const values = { no: numberOf(finding), title: withoutStop(finding.title), next, due: dueText(item) }
  return itemBlock(item, fillText(words.nextOf, values))
}

function orNone(blocks: readonly ReportBlock[], none: string): readonly ReportBlock[] {
  return blocks.length > 0 ? blocks : [paragraphOf(none)]
}

/** How many files the report has behind it. */
function evidenceText(items: readonly ReportItem[]): string {
  const count = items.reduce((sum, { evidence }) => sum + evidence.length, 0)
  return count === 0 ? words.noEvidence : fillText(words.evidence, { count })
}

/** To the audit office. Source: domain §8 E (处理处罚 · 审计建议 · 各问题结果 · 原因 · 继续整改 · 佐证材料目录). */
export function auditOfficeBlocks(facts: RectReportFacts): readonly ReportBlock[] {
  const { items } = facts
  const open = items.filter(isOpen)
  const parts: readonly (readonly ReportBlock[])[] = [
    overviewTexts(facts).map((text) => paragraphOf(text)),
    orNone(items.flatMap(penaltyBlock), words.noPenalties),
    orNone(items.flatMap(suggestionBlock), words.noSuggestions),
    orNone(groupedBlocks(items, resultBlock), words.nothingHere),
    orNone(open.map(reasonBlock), words.nothingOpen),
    orNone(open.map(nextBlock), words.nothingOpen),
    [paragraphOf(evidenceText(items))],
  ]
  return parts.flatMap((blocks, index) => [headingOf(1, words.headings.auditOffice[index] ?? ''), ...blocks])
}
