import { monthNumberOf, monthOf, yearOf, type IsoDate } from '../core/dates'
import { formatMoney, type Fen } from '../core/money'
import { monthTextWords as words } from '../terms/revenue'
import { countsIn, isBookedOn } from './counting'
import { progressOf, sumOf } from './progress'
import type { PartRecord } from './contract'
import type { RevenueRecord, RevenueTip } from './record'

export interface MonthTextFacts {
  /** The last day that is told of: the month's end, or today within the month. */
  readonly asOf: IsoDate
  readonly target: Fen | null
  readonly entries: readonly RevenueRecord[]
  readonly tips: readonly RevenueTip[]
}

export interface TextPart {
  readonly text: string
  /** The records behind a figure; null for plain words. */
  readonly records: readonly PartRecord[] | null
}

function plain(text: string): TextPart {
  return { text, records: null }
}

function ofEntries(entries: readonly Pick<RevenueRecord, 'id' | 'item'>[]): PartRecord[] {
  return entries.map(({ id, item }) => ({ kind: 'entry', id, title: item }))
}

function ofTips(tips: readonly RevenueTip[]): PartRecord[] {
  return tips.map(({ id, counterpart }) => ({ kind: 'tip', id, title: counterpart }))
}

function tenThousand(amount: Fen): string {
  return formatMoney(amount, 'tenThousand')
}

function bookedParts(month: string, booked: readonly RevenueRecord[]): TextPart[] {
  if (booked.length === 0) return [plain(words.noNew(month))]
  const records = ofEntries(booked)
  const gross = sumOf(booked.map((entry) => entry.gross))
  const retained = sumOf(booked.map((entry) => entry.districtRetained))
  const items = booked.map(
    ({ item, districtRetained }) => `${item}${tenThousand(sumOf([districtRetained]))}${words.tenThousand}`,
  )
  return [
    plain(words.booked(month)),
    { text: String(booked.length), records },
    plain(words.pieces + words.gross),
    { text: tenThousand(gross), records },
    plain(words.retained),
    { text: tenThousand(retained), records },
    plain(words.tenThousand + words.items(items) + words.end),
  ]
}

function reversedParts(reversed: readonly RevenueRecord[]): TextPart[] {
  if (reversed.length === 0) return []
  const records = ofEntries(reversed)
  const retained = sumOf(reversed.map((entry) => entry.districtRetained))
  return [
    plain(words.reversed),
    { text: String(reversed.length), records },
    plain(words.reversedAmount),
    { text: tenThousand(retained), records },
    plain(words.tenThousand + words.end),
  ]
}

function totalParts({ entries, asOf, target }: MonthTextFacts): TextPart[] {
  const total = progressOf(entries, yearOf(asOf), asOf, target)
  const counted = new Set(total.entryIds)
  const records = ofEntries(entries.filter(({ id }) => counted.has(id)))
  const start = [
    plain(words.total(words.months(monthNumberOf(asOf)))),
    { text: tenThousand(total.bookedDistrictRetainedFen), records },
  ]
  if (target === null || total.rate === null || total.remainingFen === null) return [...start, plain(words.noTarget)]
  const rate = [...start, plain(words.ofTarget(tenThousand(target))), { text: total.rate, records }]
  if (total.remainingFen === 0) return [...rate, plain(words.reached)]
  return [
    ...rate,
    plain(words.gap),
    { text: tenThousand(total.remainingFen), records },
    plain(words.tenThousand + words.end),
  ]
}

/** Entries as they stood on a day: not yet confirmed, or confirmed and not yet in the treasury. */
export function openOn(entries: readonly RevenueRecord[], asOf: IsoDate) {
  const known = entries.filter(
    ({ occurredOn, status }) => (occurredOn === null || occurredOn <= asOf) && status !== 'dropped',
  )
  const by = (day: IsoDate | null): boolean => day !== null && day <= asOf
  const confirmed = known.filter(({ confirmedOn, bookedOn }) => by(confirmedOn) && !by(bookedOn))
  const clues = known.filter(({ confirmedOn, bookedOn }) => !by(confirmedOn) && !by(bookedOn))
  return { clues, confirmed }
}

/** 月度进展 in parts; every figure with the records behind it. */
export function monthTextParts(facts: MonthTextFacts): TextPart[] {
  const { asOf, entries, tips } = facts
  const month = monthOf(asOf)
  const year = yearOf(asOf)
  const inMonth = (day: IsoDate | null): boolean => day !== null && day <= asOf && monthOf(day) === month
  const booked = entries.filter((entry) => inMonth(entry.bookedOn) && countsIn(entry, year, asOf))
  const reversed = entries.filter((entry) => inMonth(entry.reversedOn) && !isBookedOn(entry, asOf))
  const { clues, confirmed } = openOn(entries, asOf)
  const sent = tips.filter(({ sentOn, direction }) => direction === 'out' && inMonth(sentOn))
  const answered = tips.filter(({ handledOn, direction }) => direction === 'out' && inMonth(handledOn))
  const unanswered = tips.filter(
    ({ direction, sentOn, handledOn, answerDueOn }) =>
      direction === 'out' &&
      sentOn <= asOf &&
      answerDueOn !== null &&
      answerDueOn < asOf &&
      (handledOn === null || handledOn > asOf),
  )
  return [
    ...bookedParts(words.monthName(year, monthNumberOf(asOf)), booked),
    ...reversedParts(reversed),
    ...totalParts(facts),
    plain(words.clues),
    { text: String(clues.length), records: ofEntries(clues) },
    plain(words.confirmed),
    { text: String(confirmed.length), records: ofEntries(confirmed) },
    plain(words.tips),
    { text: String(sent.length), records: ofTips(sent) },
    plain(words.answered),
    { text: String(answered.length), records: ofTips(answered) },
    plain(words.unanswered),
    { text: String(unanswered.length), records: ofTips(unanswered) },
    plain(words.closing),
  ]
}
