import { checkCreditCode } from '../registry/credit-code'
import { choiceWords } from '../tables/cells/choice'
import type { FieldReading, RowRemark, TableDefinition } from '../tables/definition'
import { leadFields, type LeadField } from '../tables/field-names'
import {
  codeReading,
  dayReading,
  ignoredReading,
  joinedKey,
  lineReading,
  paragraphReading,
  yesNoReading,
} from '../tables/field-readings'
import type { FieldValue } from '../tables/reading'
import { leadClassWords, leadHeaders } from '../terms/investment-tables'

type Values = Readonly<Record<string, FieldValue>>

const leadReadings: Readonly<Record<LeadField, FieldReading>> = {
  title: lineReading,
  investorName: lineReading,
  investorRegion: lineReading,
  districtClass: { kind: 'choice', choice: choiceWords(leadClassWords) },
  filedOn: dayReading,
  platformNo: codeReading,
  certifiedOn: dayReading,
  contactedOn: dayReading,
  acceptedBy: lineReading,
  acceptedOn: dayReading,
  isLanded: yesNoReading,
  companyName: lineReading,
  creditCode: codeReading,
  landedOn: dayReading,
  units: ignoredReading,
  remark: paragraphReading,
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
  keyOf: (values) => joinedKey(values.platformNo) ?? joinedKey(values.title, values.investorName),
  keyFields: ['platformNo', 'title', 'investorName'],
  check: checkLead,
}
