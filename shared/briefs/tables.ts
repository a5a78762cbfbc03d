import { choiceWords } from '../tables/cells/choice'
import type { FieldDefinition, FieldReading, RowContext, TableDefinition } from '../tables/definition'
import { briefFields, trainingFields, type BriefField, type TrainingField } from '../tables/field-names'
import { dayReading, ignoredReading, joinedKey, lineReading, yesNoReading } from '../tables/field-readings'
import { streamByTopic, streamWords } from '../terms/assignments'
import { briefCountHeaders, briefHeaders, trainingHeaders } from '../terms/brief-tables'

const briefReadings: Readonly<Record<BriefField, FieldReading>> = {
  month: { kind: 'month' },
  stream: { kind: 'choice', choice: choiceWords(streamWords) },
  title: lineReading,
  submittedOn: dayReading,
  channel: lineReading,
  characterCount: { kind: 'integer', maximum: 1_000_000 },
  isAccepted: yesNoReading,
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
  fields: [...briefColumns, { field: 'count', reading: ignoredReading, headers: briefCountHeaders }],
  recordFields: briefFields,
  anchors: [['month'], ['title'], ['submittedOn', 'channel']],
  keyOf: (values) => joinedKey(values.stream, values.month, values.title),
  keyFields: ['title', 'month', 'stream'],
  complete: (values, context) => ({ ...values, stream: values.stream ?? briefStream(context) }),
}

const trainingReadings: Readonly<Record<TrainingField, FieldReading>> = {
  title: lineReading,
  heldOn: dayReading,
  isRequired: yesNoReading,
  isAttended: yesNoReading,
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
  keyOf: (values) => joinedKey(values.title, values.heldOn),
  keyFields: ['title', 'heldOn'],
}
