import type { Calendars } from '../core/calendar'
import { addDays, daysBetween, type IsoDate } from '../core/dates'
import { compareDecimals, decimalText, parseDecimal, subtractDecimals } from '../core/decimal'
import { formatMoney } from '../core/money'
import { addWorkdays } from '../core/workdays'
import { fillText } from '../reports/sentences'
import { formatChineseDate } from '../terms/dates'
import { treatmentLabels } from '../terms/rectification'
import { letterText, letterTitles } from '../terms/rectification-letters'
import { moneyUnitWord } from '../terms/rectification-statistics'
import { reportTerms } from '../terms/reports'
import { isMeasureDone } from './lifecycle'
import type { LetterDraft, LetterKind } from './paper-contract'
import type { FindingRecord, ProgramRecord } from './record'
import type { FindingAmount, MeasureRecord } from './part-records'
import { isOpenFinding } from './timeliness'

/**
 * Days around a deadline on which a letter is proposed. Unit: calendar days after the deadline.
 * Source: domain §3 escalation ladder (T-15, T-5, T+1, T+15).
 */
export const letterLadder: readonly { readonly from: number; readonly kind: LetterKind }[] = [
  { from: -15, kind: 'supervision' },
  { from: -5, kind: 'reminder' },
  { from: 1, kind: 'warning' },
  { from: 15, kind: 'warning' },
]
const lastStep = 15
/** Unit: working days for an answer; fewer once the last step is reached. */
const answerWorkdays = 5
const lastAnswerWorkdays = 3
/** As the contract takes it. Unit: characters. */
const maxParagraph = 5000

type Timed = Pick<FindingRecord, 'state' | 'dueOn'>

/** The letter that the ladder proposes on a day; null when none is due, or one of that step has gone out already. */
export function proposedLetter(
  finding: Timed,
  sent: readonly { readonly kind: LetterKind; readonly issuedOn: IsoDate }[],
  today: IsoDate,
): LetterKind | null {
  const { dueOn } = finding
  if (dueOn === null || !isOpenFinding(finding)) return null
  const step = letterLadder.findLast(({ from }) => today >= addDays(dueOn, from))
  if (!step) return null
  const isSent = sent.some(({ kind, issuedOn }) => kind === step.kind && issuedOn >= addDays(dueOn, step.from))
  return isSent ? null : step.kind
}

/** Whether a letter fits: none to a finding that is done, no reminder after the deadline, no 告诫 before it. */
export function isLetterFitting(finding: Timed, kind: LetterKind, today: IsoDate): boolean {
  const { dueOn } = finding
  if (!isOpenFinding(finding)) return false
  switch (kind) {
    case 'supervision':
      return true
    case 'reminder':
      return dueOn !== null && today <= dueOn
    case 'warning':
      return dueOn !== null && today > dueOn
  }
}

export interface LetterFacts {
  readonly finding: FindingRecord
  readonly program: ProgramRecord
  /** The status in the office's word. */
  readonly statusText: string
  readonly measures: readonly MeasureRecord[]
  readonly amounts: readonly FindingAmount[]
  readonly bureau: string
  readonly today: IsoDate
  readonly calendars: Calendars
}

function aboutText({ finding, program }: LetterFacts, unit: string): string {
  const { title, docNo } = program
  const source = fillText(docNo === '' ? letterText.source : letterText.sourceWithNo, { title, docNo })
  const named =
    finding.no === '' ? finding.title : fillText(letterText.numbered, { no: finding.no, title: finding.title })
  const leader = finding.leader === '' ? '' : fillText(letterText.leader, { leader: finding.leader })
  return fillText(letterText.about, { source, finding: named, unit, leader })
}

/** The deadline; of an extended one both dates and how often. */
function dueText({ dueOn, originalDueOn, extensionCount }: FindingRecord): string {
  if (dueOn === null) return letterText.noDue
  const now = formatChineseDate(dueOn)
  if (extensionCount === 0) return fillText(letterText.due, { dueOn: now })
  const first = formatChineseDate(originalDueOn ?? dueOn)
  return fillText(letterText.dueExtended, { originalDueOn: first, count: extensionCount, dueOn: now })
}

function standingText({ finding: { dueOn }, statusText, today }: LetterFacts): string {
  const days = dueOn === null ? null : daysBetween(today, dueOn)
  const timing =
    days === null
      ? ''
      : days > 0
        ? fillText(letterText.daysLeft, { days })
        : days === 0
          ? letterText.dueToday
          : fillText(letterText.daysOver, { days: 0 - days })
  return fillText(letterText.standing, { today: formatChineseDate(today), status: statusText, timing })
}

function measureText({ text, unit, handler, dueOn }: MeasureRecord, number: number): string {
  const parts = [
    ...(unit === '' ? [] : [fillText(letterText.measureUnit, { unit })]),
    ...(handler === '' ? [] : [fillText(letterText.measureHandler, { handler })]),
    ...(dueOn === null ? [] : [fillText(letterText.measureDue, { dueOn: formatChineseDate(dueOn) })]),
  ]
  const about = parts.length === 0 ? '' : fillText(letterText.measureAbout, { parts: parts.join(reportTerms.comma) })
  return fillText(letterText.measure, { number, text: withoutStop(text), about })
}

function withoutStop(text: string): string {
  return text.replace(/[。；;.\s]+$/u, '')
}

function measuresText({ measures }: LetterFacts): readonly string[] {
  if (measures.length === 0) return [letterText.noMeasure]
  const open = measures.flatMap((measure, index) =>
    isMeasureDone(measure.status) ? [] : [measureText(measure, index + 1)],
  )
  const counts = fillText(letterText.measures, { total: measures.length, done: measures.length - open.length })
  if (open.length === 0) return [counts]
  return [`${counts}${fillText(letterText.open, { list: open.join(reportTerms.semicolon) })}`]
}

/** What is left of an amount, in its own unit; nothing where all of it was done or nothing was asked. */
function openAmountText({ treatment, unit, requiredFen, doneFen, required, done }: FindingAmount): readonly string[] {
  const isMoney = unit === ''
  const asked = isMoney ? requiredFen && formatMoney(requiredFen, 'tenThousand') : required
  const made = isMoney ? doneFen && formatMoney(doneFen, 'tenThousand') : done
  const [whole, part] = [parseDecimal(asked || '0'), parseDecimal(made || '0')]
  if (!whole || !part || compareDecimals(part, whole) >= 0) return []
  return [
    fillText(letterText.amount, {
      treatment: treatmentLabels[treatment],
      unit: isMoney ? moneyUnitWord : unit,
      required: decimalText(whole),
      done: decimalText(part),
      rest: decimalText(subtractDecimals(whole, part)),
    }),
  ]
}

function amountsText({ amounts }: LetterFacts): readonly string[] {
  const open = amounts.flatMap(openAmountText)
  return open.length === 0 ? [] : [fillText(letterText.amounts, { list: open.join(reportTerms.semicolon) })]
}

/** The request that fits the letter and where the deadline stands. */
function askTemplate(kind: LetterKind, daysOver: number | null): string {
  const { asks } = letterText
  if (kind === 'warning') return daysOver !== null && daysOver >= lastStep ? asks.lastWarning : asks.warning
  if (kind === 'reminder') return asks.reminder
  if (daysOver === null) return asks.supervisionNoDue
  return daysOver > 0 ? asks.warning : asks.supervision
}

/** What is asked of the unit, and by when: an answer to an early letter never after the deadline itself. */
function askText({ finding: { dueOn }, today, calendars }: LetterFacts, kind: LetterKind, unit: string): string {
  const daysOver = dueOn === null ? null : daysBetween(dueOn, today)
  const template = askTemplate(kind, daysOver)
  const workdays = template === letterText.asks.lastWarning ? lastAnswerWorkdays : answerWorkdays
  const answer = addWorkdays(today, workdays, calendars).dueOn
  const isBounded = dueOn !== null && dueOn >= today && (kind === 'reminder' || dueOn < answer)
  return fillText(template, {
    unit,
    answerBy: formatChineseDate(isBounded ? dueOn : answer),
    dueOn: dueOn === null ? '' : formatChineseDate(dueOn),
    days: daysOver ?? 0,
  })
}

/** A letter about a finding with its source, problem, deadlines, what is not done, and what is asked by when. */
export function letterDraft(facts: LetterFacts, kind: LetterKind): LetterDraft {
  const { finding, program, bureau, today } = facts
  const to = finding.leadUnit || finding.units || finding.auditee || program.auditee || letterText.nobody
  return {
    kind,
    title: letterTitles[kind],
    docNo: '',
    to,
    paragraphs: [
      `${aboutText(facts, to)}${dueText(finding)}`,
      standingText(facts),
      ...measuresText(facts),
      ...amountsText(facts),
      askText(facts, kind, to),
      fillText(letterText.closing, { act: letterText.acts[kind] }),
    ].map((text) => text.slice(0, maxParagraph)),
    signer: bureau,
    signedOn: today,
  }
}
