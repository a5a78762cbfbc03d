import { formatMoney, type Fen } from '../core/money'
import { amountsText } from '../rectification/report-figures'
import { sumOf } from '../revenue/progress'
import { formatChineseDate } from '../terms/dates'
import { timelinessText } from '../terms/rectification'
import { doneVerbs } from '../terms/rectification-statistics'
import { rectificationText as words } from '../terms/report-rectification'
import { reportTerms } from '../terms/reports'
import { heading, paragraph, plain } from './document-blocks'
import { framed } from './frame'
import type { DocumentBlock, RecordRef } from './model'
import { isWithin, periodName } from './period'
import type { RectificationFacts, RectificationItem } from './rectification-facts'
import { rectificationGaps, rectificationWarnings } from './rectification-gaps'
import {
  closedInPeriod,
  doneInPeriod,
  extendedInPeriod,
  extendedItems,
  groupsOf,
  groupText,
  itemRefs,
  nameOf,
  overdueItems,
  tallied,
  verbOf,
} from './rectification-lines'
import { programTable, rectificationAnnexes, rectificationSheets } from './rectification-sheets'
import { recoveredOnce } from './recovered-once'
import { entryRef, findingRef, tabRef } from './refs'
import type { ReportSection, SummaryLine } from './section'
import { counted, figure, fillText, nameList, sentence, words as plainWords } from './sentences'
import { problemBlocks } from './task-lines'

const { formulas } = words

function text(amount: Fen): string {
  return formatMoney(amount, 'tenThousand')
}

function totalBlock(facts: RectificationFacts): DocumentBlock {
  const { items, programs } = facts
  const { tally, rate } = tallied(facts, items)
  const done = items.filter(({ counting }) => counting.isDone)
  const promoted = done.filter(({ counting }) => counting.isPromoted)
  const own = done.filter(({ counting }) => !counting.isPromoted)
  const template = words[verbOf(tally)]
  const lists = [tabRef('rectification', 'finding')]
  const values = {
    asOf: plainWords(formatChineseDate(facts.asOf)),
    programs: figure(programs.length, framed(facts, formulas.programs), lists),
    total: counted(itemRefs(items), formulas.total),
    done: counted(itemRefs(done), framed(facts, formulas.done)),
    own: counted(itemRefs(own), formulas.own),
    promoted: counted(itemRefs(promoted), formulas.promoted),
    rate: figure(rate.rate, formulas.rate, itemRefs(done)),
    num: plainWords(String(tally.done)),
    den: plainWords(String(tally.denominator)),
  }
  const left = tally.total - tally.denominator
  return paragraph(
    sentence('rectification.total', template, values),
    ...(left === 0 ? [] : [plain('rectification.leftOut', fillText(words.leftOut, { count: left }))]),
  )
}

/** By source and by 问题类型, where there is more than one. */
function groupBlock(facts: RectificationFacts): readonly DocumentBlock[] {
  const said = (['source', 'kind'] as const).flatMap((by) => {
    const groups = groupsOf(facts, by)
    if (groups.length < 2) return []
    const list = groups.map(groupText).join(reportTerms.semicolon)
    const template = by === 'source' ? words.bySource : words.byKind
    return [plain(`rectification.by.${by}`, fillText(template, { list }))]
  })
  return said.length === 0 ? [] : [paragraph(...said)]
}

/** 「29 …（已延期1次，原定时限…，延期至…）」: both dates, always. Source: product F7. */
function extendedText(item: RectificationItem): string {
  const { dueOn, originalDueOn, extensionCount } = item.finding
  const date = (day: typeof dueOn): string => (day === null ? reportTerms.none : formatChineseDate(day))
  return fillText(words.extendedItem, {
    name: nameOf(item),
    timing: timelinessText(item.timeliness, extensionCount) || item.statusText,
    original: date(originalDueOn ?? dueOn),
    due: date(dueOn),
  })
}

function periodBlock(facts: RectificationFacts): DocumentBlock {
  const closed = closedInPeriod(facts)
  const extended = extendedItems(facts)
  const values = {
    period: plainWords(periodName(facts.period)),
    asOf: plainWords(formatChineseDate(facts.asOf)),
    done: counted(itemRefs(doneInPeriod(facts)), framed(facts, formulas.doneInPeriod)),
    closed: counted(itemRefs(closed), framed(facts, formulas.closed)),
    extended: counted(itemRefs(extendedInPeriod(facts)), framed(facts, formulas.extended)),
  }
  const now = {
    asOf: values.asOf,
    overdue: counted(itemRefs(overdueItems(facts)), framed(facts, formulas.overdue)),
    extended: counted(itemRefs(extended), framed(facts, formulas.extendedNow)),
  }
  const named = (place: string, template: string, names: readonly string[]) =>
    names.length === 0 ? [] : [plain(place, fillText(template, { list: nameList(names, 5, reportTerms.semicolon) }))]
  return paragraph(
    sentence('rectification.period', words.period, values),
    ...named('rectification.closedNames', words.closedNames, closed.map(nameOf)),
    sentence('rectification.overdue', words.overdue, now),
    ...named('rectification.extendedNames', words.extendedNames, extended.map(extendedText)),
  )
}

/** 整改金额, and what of it stands in 抓收入 too: both numbers, and the total with each amount once. Source: product E4. */
function amountBlock(facts: RectificationFacts): readonly DocumentBlock[] {
  const { statistics, booked, recovered } = facts
  const amounts = amountsText(statistics.amounts)
  const refs = booked.map(entryRef)
  const sumOfEntries = (of: 'districtRetained' | 'gross'): string => text(sumOf(booked.map((entry) => entry[of])))
  const entries = booked.map(({ id, findingId, gross }) => ({ id, findingId, grossFen: sumOf([gross]) }))
  const once = recoveredOnce(recovered, entries)
  const inLedger = new Set(recovered.map(({ findingId }) => findingId))
  const ofLedger = itemRefs(facts.items.filter(({ finding }) => inLedger.has(finding.id)))
  const sentences = [
    ...(amounts === '' ? [] : [plain('rectification.amounts', amounts)]),
    ...(booked.length === 0
      ? []
      : [
          sentence('rectification.booked', words.booked, {
            recovered: figure(text(sumOf(recovered.map(({ doneFen }) => doneFen))), formulas.recovered, ofLedger),
            entries: counted(refs, framed(facts, formulas.entries)),
            retained: figure(sumOfEntries('districtRetained'), formulas.retained, refs),
            gross: figure(sumOfEntries('gross'), formulas.gross, refs),
            total: figure(text(once.totalFen), formulas.recoveredOnce, [...ofLedger, ...refs]),
          }),
        ]),
  ]
  return sentences.length === 0 ? [] : [paragraph(...sentences)]
}

function summary(facts: RectificationFacts): readonly SummaryLine[] {
  const { tally, rate } = tallied(facts, facts.items)
  const { summary: labels } = words
  const closed = facts.items.filter(({ finding }) => finding.state === 'closed')
  return [
    {
      code: 'rectification.done',
      name: labels.done,
      target: String(tally.denominator),
      inPeriod: String(doneInPeriod(facts).length),
      inYear: String(tally.done),
      rate: rate.rate.replace('%', ''),
      remark: fillText(labels.doneRemark, { verb: doneVerbs[verbOf(tally)], fraction: rate.fraction }),
      formula: framed(facts, formulas.done),
      counts: itemRefs(facts.items.filter(({ counting }) => counting.isDone)),
      isRunning: false,
    },
    {
      code: 'rectification.closed',
      name: labels.closed,
      target: null,
      inPeriod: String(closedInPeriod(facts).length),
      inYear: String(closed.length),
      rate: null,
      remark: labels.cumulative,
      formula: framed(facts, formulas.closedInAll),
      counts: itemRefs(closed),
      isRunning: false,
    },
    {
      code: 'rectification.overdue',
      name: labels.overdue,
      target: null,
      inPeriod: null,
      inYear: String(overdueItems(facts).length),
      rate: null,
      remark: framed(facts, labels.asOf),
      formula: framed(facts, formulas.overdue),
      counts: itemRefs(overdueItems(facts)),
      isRunning: false,
    },
  ]
}

/** Findings that were fed back, done, closed or extended in the period. */
function recordsOf(facts: RectificationFacts): readonly RecordRef[] {
  const fedBack = facts.items.filter(({ program }) => isWithin(facts.period, program.feedbackOn))
  const all = [...fedBack, ...doneInPeriod(facts), ...closedInPeriod(facts), ...extendedInPeriod(facts)]
  return [...new Map(all.map(({ finding }) => [finding.id, findingRef(finding)])).values()]
}

/** 整改 in the report of a period, behind the four streams; null where no source had been fed back. Source: product J9. */
export function rectificationSection(facts: RectificationFacts): ReportSection | null {
  if (facts.items.length === 0) return null
  const isQuarter = facts.period.kind === 'quarter'
  const { problems, steps } = rectificationGaps(facts)
  return {
    stream: 'rectification',
    records: recordsOf(facts),
    blocks: [
      heading(2, words.sectionWork),
      totalBlock(facts),
      ...groupBlock(facts),
      ...(isQuarter ? [{ kind: 'table' as const, table: programTable(facts) }] : []),
      periodBlock(facts),
      ...amountBlock(facts),
      heading(2, words.sectionNext),
      ...problemBlocks('rectification', problems, steps),
    ],
    annexes: isQuarter ? rectificationAnnexes(facts) : [],
    sheets: rectificationSheets(facts),
    summary: summary(facts),
    warnings: rectificationWarnings(facts),
    readings: words.readings,
  }
}
