import {
  briefCountHeaders,
  briefHeaders,
  leadClassWords,
  leadHeaders,
  trainingHeaders,
} from '../terms/investment-tables'
import { streamByTopic, streamWords } from '../terms/assignments'
import { checkCreditCode } from '../registry/credit-code'
import { choiceWords } from '../tables/cells/choice'
import type { FieldDefinition, FieldReading, RowContext, RowRemark, TableDefinition } from '../tables/definition'
import {
  briefFields,
  leadFields,
  trainingFields,
  type BriefField,
  type LeadField,
  type TrainingField,
} from '../tables/field-names'
import type { FieldValue } from '../tables/reading'
import { keyText } from '../tables/text-forms'

type Values = Readonly<Record<string, FieldValue>>

const line: FieldReading = { kind: 'text', maxLength: 500, isLine: true, checksDash: false }
const paragraph: FieldReading = { kind: 'text', maxLength: 20_000, isLine: false, checksDash: false }
const code: FieldReading = { kind: 'code', maxLength: 64 }
const day: FieldReading = { kind: 'date' }
const yesNo: FieldReading = { kind: 'yesNo' }
const ignored: FieldReading = { kind: 'ignored' }

function text(value: FieldValue | undefined): string {
  return typeof value === 'string' ? keyText(value) : ''
}

/** Parts joined as a key; null when all are empty. */
function joined(...parts: readonly (FieldValue | undefined)[]): string | null {
  const texts = parts.map(text)
  return texts.every((part) => part === '') ? null : texts.join('|')
}

const leadReadings: Readonly<Record<LeadField, FieldReading>> = {
  title: line,
  investorName: line,
  investorRegion: line,
  districtClass: { kind: 'choice', choice: choiceWords(leadClassWords) },
  filedOn: day,
  platformNo: code,
  certifiedOn: day,
  contactedOn: day,
  acceptedBy: line,
  acceptedOn: day,
  isLanded: yesNo,
  companyName: line,
  creditCode: code,
  landedOn: day,
  units: ignored,
  remark: paragraph,
}

const dateOrder: readonly LeadField[] = ['filedOn', 'certifiedOn', 'contactedOn', 'acceptedOn', 'landedOn']

/** Doubts about one lead: dates that run backwards, a credit code whose check digit does not fit. */
function checkLead(values: Values): readonly RowRemark[] {
  const remarks: RowRemark[] = []
  let before: { readonly field: LeadField; readonly on: string } | null = null
  for (const field of dateOrder) {
    const on = values[field]
    if (typeof on !== 'string') continue
    if (before && on < before.on) {
      const params = { earlierField: before.field, earlier: before.on, later: on }
      remarks.push({ field, code: 'orderOfDates', severity: 'warning', params })
    } else {
      before = { field, on }
    }
  }
  const credit = values.creditCode
  if (typeof credit === 'string' && checkCreditCode(credit) !== 'valid') {
    remarks.push({ field: 'creditCode', code: 'creditCodeCheck', severity: 'warning', params: {} })
  }
  return remarks
}

/** 招商线索台账: the detail table of `domain.md` §8 B1. */
export const leadTable: TableDefinition = {
  kind: 'leads',
  fields: leadFields.map((field) => ({
    field,
    reading: leadReadings[field],
    headers: leadHeaders[field],
    isRequired: field === 'title',
  })),
  recordFields: leadFields,
  anchors: [
    ['title'],
    ['investorName', 'filedOn', 'platformNo', 'acceptedOn'],
    ['investorName', 'filedOn', 'certifiedOn', 'acceptedOn'],
  ],
  keyOf: (values) => joined(values.platformNo) ?? joined(values.title, values.investorName),
  keyFields: ['platformNo', 'title', 'investorName'],
  check: checkLead,
}

const briefReadings: Readonly<Record<BriefField, FieldReading>> = {
  month: { kind: 'month' },
  stream: { kind: 'choice', choice: choiceWords(streamWords) },
  title: line,
  submittedOn: day,
  channel: line,
  characterCount: { kind: 'integer', maximum: 1_000_000 },
  isAccepted: yesNo,
}

const briefColumns: readonly FieldDefinition[] = briefFields.map((field) => ({
  field,
  reading: briefReadings[field],
  headers: briefHeaders[field],
  isRequired: field === 'title' || field === 'month',
  fillsDown: field === 'month' || field === 'stream',
  isBare: field === 'month' || field === 'stream',
}))

/** The stream of a table of briefs that has no column for it: the one that its title names, else 抓招商. */
function briefStream(context: RowContext): string {
  const topic = streamByTopic.find(({ pattern }) => pattern.test(context.title) || pattern.test(context.sheet))
  return topic?.stream ?? 'investment'
}

/** 工作信息: one row per text that was sent. */
export const briefTable: TableDefinition = {
  kind: 'briefs',
  fields: [...briefColumns, { field: 'count', reading: ignored, headers: briefCountHeaders }],
  recordFields: briefFields,
  anchors: [['month'], ['title'], ['submittedOn', 'channel']],
  keyOf: (values) => joined(values.stream, values.month, values.title),
  keyFields: ['title', 'month', 'stream'],
  complete: (values, context) => ({ ...values, stream: values.stream ?? briefStream(context) }),
}

const trainingReadings: Readonly<Record<TrainingField, FieldReading>> = {
  title: line,
  heldOn: day,
  isRequired: yesNo,
  isAttended: yesNo,
  attendeeCount: { kind: 'integer', maximum: 100_000 },
}

/** 招商培训. */
export const trainingTable: TableDefinition = {
  kind: 'trainings',
  fields: trainingFields.map((field) => ({
    field,
    reading: trainingReadings[field],
    headers: trainingHeaders[field],
    isRequired: field === 'title' || field === 'heldOn',
  })),
  recordFields: trainingFields,
  anchors: [['title'], ['heldOn'], ['isRequired', 'isAttended', 'attendeeCount']],
  keyOf: (values) => joined(values.title, values.heldOn),
  keyFields: ['title', 'heldOn'],
}
