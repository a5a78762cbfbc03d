import { normaliseCompanyName } from '../registry/company-name'
import { joinNames, splitNames } from '../registry/officials'
import { choiceWords } from '../tables/cells/choice'
import type { FieldReading, RowRemark, TableDefinition } from '../tables/definition'
import { visitFields, type VisitField } from '../tables/field-names'
import { dayReading, joinedKey, lineReading, paragraphReading, yesNoReading } from '../tables/field-readings'
import type { FieldValue } from '../tables/reading'
import { keyText } from '../tables/text-forms'
import { noDemandWords, satisfactionWords, visitHeaders, visitModeWords } from '../terms/visit-tables'
import { earliestVisitDay } from './visit-rules'

type Values = Readonly<Record<string, FieldValue>>

const readings: Readonly<Record<VisitField, FieldReading>> = {
  personName: paragraphReading,
  rank: lineReading,
  enterpriseName: lineReading,
  street: lineReading,
  visitedOn: dayReading,
  visitMode: { kind: 'choice', choice: choiceWords(visitModeWords) },
  demandText: paragraphReading,
  transferredOn: dayReading,
  repliedOn: dayReading,
  isSolved: yesNoReading,
  satisfaction: { kind: 'choice', choice: choiceWords(satisfactionWords) },
  handling: paragraphReading,
  topics: paragraphReading,
  visitors: paragraphReading,
}

/** Columns that speak of the demand and mean nothing without one. */
export const demandColumns = [
  'demandText',
  'transferredOn',
  'repliedOn',
  'isSolved',
  'satisfaction',
  'handling',
] as const

const nothingRaised: ReadonlySet<string> = new Set(noDemandWords.map(keyText))

/** The first of several visitors is the official; what is said about a demand that is not there is no demand. */
function complete(values: Values): Values {
  const { personName, visitors, demandText, handling, topics } = values
  const [official = null, ...others] = typeof personName === 'string' ? splitNames(personName) : []
  const along = typeof visitors === 'string' ? splitNames(visitors) : []
  const joined = joinNames([...new Set([...others, ...along])])
  const row = { ...values, personName: official, visitors: joined === '' ? null : joined }
  const isRaised = typeof demandText === 'string' && demandText !== '' && !nothingRaised.has(keyText(demandText))
  if (isRaised) return row
  const withoutDemand: Record<string, FieldValue> = { ...row, topics: topics || (handling ?? null) }
  for (const field of demandColumns) withoutDemand[field] = null
  return withoutDemand
}

/** A visit long before the ledger is a slip; 转办 and 答复 before the visit are doubted. */
function checkVisit(values: Values): readonly RowRemark[] {
  const { visitedOn } = values
  if (typeof visitedOn !== 'string') return []
  if (visitedOn < earliestVisitDay) {
    return [{ field: 'visitedOn', code: 'dateInvalid', severity: 'error', params: { value: visitedOn } }]
  }
  return (['transferredOn', 'repliedOn'] as const).flatMap((field): RowRemark[] => {
    const on = values[field]
    if (typeof on !== 'string' || on >= visitedOn) return []
    const params = { earlierField: 'visitedOn', earlier: visitedOn, later: on }
    return [{ field, code: 'orderOfDates', severity: 'warning', params }]
  })
}

/** The visit of a row: enterprise, day and official. */
export function visitKey(enterpriseName: string, visitedOn: string, personName: string): string {
  return `${normaliseCompanyName(enterpriseName)}|${visitedOn}|${keyText(personName)}`
}

/** 走访记录: one row per demand, and one for a visit without any. */
export const visitTable: TableDefinition = {
  kind: 'visits',
  fields: visitFields.map((field) => ({
    field,
    reading: readings[field],
    headers: visitHeaders[field],
    isRequired: field === 'enterpriseName' || field === 'visitedOn',
    fillsDown: ['personName', 'rank', 'enterpriseName', 'street', 'visitedOn', 'visitMode'].includes(field),
    isBare: ['personName', 'rank', 'street'].includes(field),
  })),
  recordFields: visitFields,
  anchors: [['enterpriseName'], ['visitedOn'], ['visitMode', 'personName', 'demandText', 'topics']],
  keyOf: ({ enterpriseName, visitedOn, personName, demandText }) =>
    joinedKey(
      typeof enterpriseName === 'string' ? normaliseCompanyName(enterpriseName) : null,
      visitedOn,
      personName,
      demandText,
    ),
  keyFields: ['enterpriseName', 'visitedOn', 'personName', 'demandText'],
  complete,
  check: checkVisit,
}
