import type { IsoDate } from '../core/dates'
import { fillText } from '../reports/sentences'
import { formatChineseDate } from '../terms/dates'
import { rectReportTexts as words } from '../terms/rectification-reports'
import { timelinessText } from '../terms/rectification'
import { reportTerms } from '../terms/reports'
import { headingOf, paragraphOf, type ReportBlock } from './report-blocks'
import type { RectReportFacts, ReportItem } from './report-facts'
import { overviewTexts } from './report-figures'
import {
  countedOnOf,
  dueText,
  groupedBlocks,
  isOpen,
  itemBlock,
  nextText,
  numberOf,
  reasonText,
  sentenceOf,
  withoutStop,
} from './report-items'

/** Done after the last report of its programme; before the first report, all that is done. */
function isNew(item: ReportItem, { reportedOn, asOf }: RectReportFacts): boolean {
  if (!item.counting.isDone) return false
  const [on, last] = [countedOnOf(item), reportedOn.get(item.program.id)]
  if (last === undefined) return on === null || on <= asOf
  return on !== null && on > last && on <= asOf
}

function closedBlock(item: ReportItem): ReportBlock {
  const { finding, statusText } = item
  const on = countedOnOf(item)
  return itemBlock(
    item,
    fillText(on === null ? words.closedUndated : words.closedItem, {
      no: numberOf(finding),
      title: withoutStop(finding.title),
      status: statusText,
      on: on === null ? '' : formatChineseDate(on),
      due: dueText(item),
      text: sentenceOf(finding.result || finding.progress),
    }),
  )
}

function openBlock(item: ReportItem): ReportBlock {
  const { finding, statusText } = item
  const progress = sentenceOf(finding.progress || finding.result)
  return itemBlock(
    item,
    fillText(words.openItem, {
      no: numberOf(finding),
      title: withoutStop(finding.title),
      status: statusText,
      due: dueText(item),
      progress,
      reason: finding.reasonNotDone.trim() === '' ? '' : reasonText(item),
      next: nextText(item),
    }),
  )
}

/** Both dates of every extended one, whether or not it is done by now. */
function extendedBlock(item: ReportItem): readonly ReportBlock[] {
  const { finding, timeliness, extensions } = item
  const { dueOn, originalDueOn, extensionCount } = finding
  if (extensionCount === 0 || dueOn === null) return []
  const docNos = extensions.map(({ docNo }) => docNo).filter((docNo) => docNo !== '')
  return [
    itemBlock(
      item,
      fillText(words.extendedItem, {
        no: numberOf(finding),
        title: withoutStop(finding.title),
        timing: timelinessText(timeliness, extensionCount) || item.statusText,
        original: formatChineseDate(originalDueOn ?? dueOn),
        due: formatChineseDate(dueOn),
        count: extensionCount,
        docNos: docNos.length === 0 ? '' : fillText(words.docNos, { list: docNos.join(reportTerms.enumeration) }),
      }),
    ),
  ]
}

/** Since when the report tells of progress: the earliest of its programmes' last reports; null for a first one. */
function sinceOf({ programs, reportedOn }: RectReportFacts): IsoDate | null {
  return programs.flatMap(({ id }) => reportedOn.get(id) ?? []).toSorted()[0] ?? null
}

function sinceText(facts: RectReportFacts, closed: readonly ReportItem[]): string {
  const since = sinceOf(facts)
  const said =
    since === null
      ? fillText(words.sinceFirst, { count: closed.length })
      : fillText(words.since, { since: formatChineseDate(since), count: closed.length })
  const undated = facts.items.filter(
    (item) => item.counting.isDone && countedOnOf(item) === null && facts.reportedOn.has(item.program.id),
  )
  return undated.length === 0 ? said : `${said}${fillText(words.withoutDay, { count: undated.length })}`
}

/** 整改进展 since the last report of each programme. Source: 巡视整改通报 「每三个月向市审计局报告整改进度」, product F7. */
export function periodicBlocks(facts: RectReportFacts): readonly ReportBlock[] {
  const { items } = facts
  const closed = items.filter((item) => isNew(item, facts))
  const open = items.filter(isOpen)
  const [first, second, third, fourth] = words.headings.periodic
  const orNone = (blocks: readonly ReportBlock[], none: string): readonly ReportBlock[] =>
    blocks.length > 0 ? blocks : [paragraphOf(none)]
  return [
    headingOf(1, first),
    ...overviewTexts(facts).map((text) => paragraphOf(text)),
    paragraphOf(sinceText(facts, closed)),
    headingOf(1, second),
    ...orNone(groupedBlocks(closed, closedBlock), words.nothingClosed),
    headingOf(1, third),
    ...orNone(groupedBlocks(open, openBlock), words.nothingOpen),
    headingOf(1, fourth),
    ...orNone(items.flatMap(extendedBlock), words.nothingExtended),
  ]
}
