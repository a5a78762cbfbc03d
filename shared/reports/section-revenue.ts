import { textsFor } from '../environment/texts'
import { yearOf, type IsoDate } from '../core/dates'
import { fen, formatMoney, type Fen } from '../core/money'
import { sumOf } from '../revenue/progress'
import type { RevenueRecord } from '../revenue/record'
import { formatChineseDate } from '../terms/dates'
import { revenueText } from '../terms/report-revenue'
import { reportTerms } from '../terms/reports'
import { revenueSourceLabel } from '../terms/revenue'
import { heading, paragraph } from './document-blocks'
import { framed } from './frame'
import type { DocumentBlock, RecordRef } from './model'
import { isWithin, periodName } from './period'
import { briefRef, entryRef, tipRef } from './refs'
import { revenueAnnexes } from './revenue-annex'
import type { RevenueFacts } from './revenue-facts'
import { revenueGaps, revenueWarnings } from './revenue-gaps'
import { revenueLines, revenueSheets, type RevenueLine } from './revenue-sheets'
import type { ReportSection, SummaryLine } from './section'
import { counted, figure, fillText, sentence, words, type Values } from './sentences'
import { problemBlocks, taskBlock } from './task-lines'

const { formulas } = revenueText

/** Unit: 万元. */
function text(amount: Fen): string {
  return formatMoney(amount, 'tenThousand')
}

/** What the period added: what counts now less what counted before it. */
function inPeriodAmounts({ progress, before }: RevenueFacts): { readonly retained: string; readonly gross: string } {
  const less = (now: Fen, earlier: Fen): string => text(sumOf([now, fen(0 - earlier)]))
  return {
    retained: less(progress.bookedDistrictRetainedFen, before.retained),
    gross: less(progress.bookedGrossFen, before.gross),
  }
}

function linesInPeriod(facts: RevenueFacts): readonly RevenueLine[] {
  return revenueLines(facts).filter(({ on }) => isWithin(facts.period, on))
}

function lineRefs(lines: readonly RevenueLine[]): readonly RecordRef[] {
  return [...new Map(lines.map(({ entry }) => [entry.id, entryRef(entry)])).values()]
}

/** The entries that count in the year's target. */
function countedRefs({ entries, progress }: RevenueFacts): readonly RecordRef[] {
  const ids = new Set(progress.entryIds)
  return entries.filter(({ id }) => ids.has(id)).map(entryRef)
}

function bookedBlock(facts: RevenueFacts): DocumentBlock {
  const { progress } = facts
  const amounts = inPeriodAmounts(facts)
  const [ofPeriod, ofYear] = [lineRefs(linesInPeriod(facts)), countedRefs(facts)]
  const { targetFen, remainingFen, rate } = progress
  const values: Values = {
    period: words(periodName(facts.period)),
    retained: figure(amounts.retained, framed(facts, formulas.retained), ofPeriod),
    gross: figure(amounts.gross, formulas.gross, ofPeriod),
    retainedInYear: figure(text(progress.bookedDistrictRetainedFen), framed(facts, formulas.retainedInYear), ofYear),
    grossInYear: figure(text(progress.bookedGrossFen), formulas.gross, ofYear),
    target: words(targetFen === null ? '' : text(targetFen)),
    percent: figure(rate ?? reportTerms.none, formulas.percent, ofYear),
    num: words(text(progress.bookedDistrictRetainedFen)),
    den: words(targetFen === null ? '' : text(targetFen)),
    remaining: figure(remainingFen === null ? '' : text(remainingFen), formulas.remaining, ofYear),
  }
  const isReached = remainingFen === 0
  return paragraph(
    sentence('revenue.booked', revenueText.booked, values),
    sentence('revenue.rate', targetFen === null ? revenueText.noTarget : revenueText.rate, values),
    ...(remainingFen === null
      ? []
      : [sentence('revenue.remaining', isReached ? revenueText.reached : revenueText.remaining, values)]),
  )
}

function sourceBlock({ progress }: RevenueFacts): readonly DocumentBlock[] {
  if (progress.bySource.length === 0) return []
  const sources = progress.bySource.map(({ source, districtRetainedFen }) =>
    fillText(revenueText.sourceItem, { source: revenueSourceLabel(source), amount: text(districtRetainedFen) }),
  )
  return [
    paragraph(
      sentence('revenue.bySource', revenueText.bySource, { sources: words(sources.join(reportTerms.enumeration)) }),
    ),
  ]
}

function tipsIn(facts: RevenueFacts, direction: 'out' | 'in'): readonly RecordRef[] {
  return facts.tips
    .filter(({ tip }) => tip.direction === direction && isWithin(facts.period, tip.sentOn))
    .map(({ tip }) => tipRef(tip))
}

function handledIn(facts: RevenueFacts): readonly RecordRef[] {
  return facts.tips
    .filter(
      ({ tip: { handledOn } }) => handledOn !== null && handledOn <= facts.asOf && isWithin(facts.period, handledOn),
    )
    .map(({ tip }) => tipRef(tip))
}

/** 工作进展 sent in the year by the cut-off. */
function sentBriefs(facts: RevenueFacts): RevenueFacts['briefs'] {
  return textsFor(facts.briefs, 'revenueProgress').filter(
    ({ submittedOn }) => submittedOn !== null && submittedOn <= facts.asOf && yearOf(submittedOn) === facts.period.year,
  )
}

function briefRefs(facts: RevenueFacts, span: 'period' | 'year'): readonly RecordRef[] {
  return sentBriefs(facts)
    .filter(({ submittedOn }) => span === 'year' || isWithin(facts.period, submittedOn))
    .map((brief) => briefRef('revenue', brief))
}

function workBlock(facts: RevenueFacts): DocumentBlock {
  const period = words(periodName(facts.period))
  const asOf = words(formatChineseDate(facts.asOf))
  return paragraph(
    sentence('revenue.clues', revenueText.clues, {
      asOf,
      clues: counted(facts.clues.map(entryRef), framed(facts, formulas.clues)),
      confirmed: counted(facts.confirmed.map(entryRef), framed(facts, formulas.confirmed)),
    }),
    sentence('revenue.tips', revenueText.tips, {
      period,
      sent: counted(tipsIn(facts, 'out'), framed(facts, formulas.sent)),
      received: counted(tipsIn(facts, 'in'), framed(facts, formulas.received)),
      handled: counted(handledIn(facts), framed(facts, formulas.handled)),
    }),
    sentence('revenue.briefs', revenueText.briefs, {
      period,
      briefs: counted(briefRefs(facts, 'period'), formulas.briefs),
      briefsInYear: counted(briefRefs(facts, 'year'), formulas.briefs),
    }),
  )
}

/** Names of the numbers, as schemes and packages know them. */
const codes: Readonly<Record<keyof typeof revenueText.summary, string>> = {
  retained: 'revenue.districtRetained',
  gross: 'revenue.gross',
  tips: 'revenue.tips',
  handled: 'revenue.handled',
}

function summary(facts: RevenueFacts): readonly SummaryLine[] {
  const { summary: labels } = revenueText
  const { progress } = facts
  const amounts = inPeriodAmounts(facts)
  const handled = facts.tips.filter(({ tip: { handledOn } }) => handledOn !== null && handledOn <= facts.asOf)
  const line = (key: keyof typeof labels, inPeriod: string, inYear: string, formula: string): SummaryLine => ({
    code: codes[key],
    name: labels[key],
    target: null,
    inPeriod,
    inYear,
    rate: null,
    remark: '',
    formula: framed(facts, formula),
    counts: [],
    isRunning: true,
  })
  const ofTips = (
    key: 'tips' | 'handled',
    inPeriod: number,
    all: RevenueFacts['tips'],
    formula: string,
  ): SummaryLine => ({
    ...line(key, String(inPeriod), String(all.length), formula),
    counts: all.map(({ tip }) => tipRef(tip)),
  })
  const tips = tipsIn(facts, 'out').length + tipsIn(facts, 'in').length
  return [
    {
      ...line('retained', amounts.retained, text(progress.bookedDistrictRetainedFen), formulas.retainedInYear),
      target: progress.targetFen === null ? null : text(progress.targetFen),
      counts: countedRefs(facts),
      rate: progress.rate?.replace('%', '') ?? null,
      remark: progress.targetSource,
    },
    line('gross', amounts.gross, text(progress.bookedGrossFen), formulas.grossInYear),
    ofTips('tips', tips, facts.tips, formulas.tipsInYear),
    ofTips('handled', handledIn(facts).length, handled, formulas.handledInYear),
  ]
}

/** Entries, tips and texts with a day of the period. */
function recordsOf(facts: RevenueFacts): readonly RecordRef[] {
  const daysOf = ({ occurredOn, confirmedOn, bookedOn, reversedOn }: RevenueRecord): readonly (IsoDate | null)[] => [
    occurredOn,
    confirmedOn,
    bookedOn,
    reversedOn,
  ]
  const entries = facts.entries.filter((entry) =>
    daysOf(entry).some((on) => on !== null && on <= facts.asOf && isWithin(facts.period, on)),
  )
  const tips = [...tipsIn(facts, 'out'), ...tipsIn(facts, 'in'), ...handledIn(facts)]
  return [
    ...entries.map(entryRef),
    ...new Map(tips.map((ref) => [ref.recordId, ref])).values(),
    ...briefRefs(facts, 'period'),
  ]
}

/** 抓收入 in the report of a period. Source: 实施方案 三（三）, layout B4. */
export function revenueSection(facts: RevenueFacts): ReportSection {
  const isQuarter = facts.period.kind === 'quarter'
  const { problems, steps } = revenueGaps(facts)
  return {
    stream: 'revenue',
    records: recordsOf(facts),
    blocks: [
      heading(2, revenueText.sectionWork),
      bookedBlock(facts),
      ...(isQuarter ? sourceBlock(facts) : []),
      workBlock(facts),
      ...taskBlock('revenue', facts, facts.tasks),
      heading(2, revenueText.sectionNext),
      ...problemBlocks('revenue', problems, steps),
    ],
    annexes: isQuarter ? revenueAnnexes(facts) : [],
    sheets: revenueSheets(facts),
    summary: summary(facts),
    warnings: revenueWarnings(facts),
    readings: revenueText.readings,
  }
}
