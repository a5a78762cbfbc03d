import { daysBetween, type IsoDate } from '../core/dates'
import { paragraph, plain } from '../reports/document-blocks'
import type { Report } from '../reports/model'
import { parseReportPeriod, periodName } from '../reports/period'
import { fillText } from '../reports/sentences'
import { formatChineseDate } from '../terms/dates'
import { districtText } from '../terms/district'
import type { PeriodRecord } from './record'

export interface ReminderFacts {
  readonly office: string
  readonly unit: string
  readonly period: PeriodRecord
  readonly today: IsoDate
}

/** 「2022年三季度」; a text that is no period stands for itself. */
export function periodWords(period: string): string {
  const parsed = parseReportPeriod(period)
  return parsed ? fillText(districtText.period, { year: parsed.year, period: periodName(parsed) }) : period
}

/** Days after the due day; not above 0 while there is time left. Unit: calendar days. */
export function daysOverdue({ period, today }: Pick<ReminderFacts, 'period' | 'today'>): number {
  return daysBetween(period.dueOn, today)
}

function wordsOf(facts: ReminderFacts): Readonly<Record<string, string | number>> {
  const { office, unit, period, today } = facts
  const days = daysOverdue(facts)
  return {
    office,
    unit,
    period: periodWords(period.period),
    dueOn: formatChineseDate(period.dueOn),
    submitBy: formatChineseDate(period.submitBy),
    today: formatChineseDate(today),
    standing: days > 0 ? fillText(districtText.reminder.overdue, { days }) : '',
  }
}

/** What to say on the phone, or to write in the OA. */
export function reminderText(facts: ReminderFacts): string {
  return fillText(districtText.reminder.phone, wordsOf(facts))
}

/** 催报单: one slip to a unit that has not reported. */
export function reminderReport(facts: ReminderFacts): Report {
  const { office, unit, period, today } = facts
  const { reminder } = districtText
  const words = wordsOf(facts)
  const isEarlier = period.submitBy < period.dueOn && today <= period.submitBy
  const texts = [reminder.body, ...(isEarlier ? [reminder.weekend] : []), reminder.ask, reminder.contact]
  return {
    kind: 'reminder',
    bureau: unit,
    subject: reminder.subject,
    periodLabel: period.period,
    period: { start: period.dueOn, end: period.dueOn },
    asOf: today,
    preparedOn: today,
    sheets: [],
    document: {
      title: reminder.title,
      titleLines: [reminder.title],
      captions: [fillText(reminder.caption, words)],
      addressee: unit,
      sections: [
        {
          stream: 'investment',
          isNil: false,
          blocks: texts.map((text, index) => paragraph(plain(`reminder.${index + 1}`, fillText(text, words)))),
        },
      ],
      annexes: [],
      editNotes: [],
      signature: { unit: office, signedOn: today },
    },
    warnings: [],
    checkCode: '',
  }
}
