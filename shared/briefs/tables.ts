import { choiceWords } from '../tables/cells/choice'
import type { FieldDefinition, FieldReading, RowContext, TableDefinition } from '../tables/definition'
import { briefFields, trainingFields, type BriefField, type TrainingField } from '../tables/field-names'
import type { FieldValue } from '../tables/reading'
import { dayReading, ignoredReading, joinedKey, lineReading, yesNoReading } from '../tables/field-readings'
import { streamByTopic, streamWords } from '../terms/assignments'
import {
  briefCountHeaders,
  briefHeaders,
  briefKindWords,
  trainingHeaders,
  trainingStatusWords,
} from '../terms/brief-tables'

const streamReading: FieldReading = { kind: 'choice', choice: choiceWords(streamWords) }

const briefReadings: Readonly<Record<BriefField, FieldReading>> = {
  month: { kind: 'month' },
  stream: streamReading,
  title: lineReading,
  submittedOn: dayReading,
  channel: lineReading,
  characterCount: { kind: 'integer', maximum: 1_000_000 },
  isAccepted: yesNoReading,
  kind: { kind: 'choice', choice: choiceWords(briefKindWords) },
}

const briefColumns: readonly FieldDefinition[] = briefFields.map((field) => ({
  field,
  reading: briefReadings[field],
  headers: briefHeaders[field],
  isRequired: field === 'title' || field === 'month',
  fillsDown: field === 'month' || field === 'stream',
  isBare: field === 'month' || field === 'stream',
}))

/** The stream where no cell says it: the one that the table's title names, else 抓招商. */
function streamOf(values: Readonly<Record<string, FieldValue>>, context: RowContext): FieldValue {
  if (typeof values.stream === 'string') return values.stream
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
  complete: (values, context) => ({ ...values, stream: streamOf(values, context) }),
}

const trainingReadings: Readonly<Record<TrainingField, FieldReading>> = {
  title: lineReading,
  heldOn: dayReading,
  isRequired: yesNoReading,
  isAttended: yesNoReading,
  attendeeCount: { kind: 'integer', maximum: 100_000 },
  status: { kind: 'choice', choice: choiceWords(trainingStatusWords) },
  stream: streamReading,
}

/** 培训: one row per training. */
export const trainingTable: TableDefinition = {
  kind: 'trainings',
  fields: trainingFields.map((field) => ({
    field,
    reading: trainingReadings[field],
    headers: trainingHeaders[field],
    isRequired: field === 'title' || field === 'heldOn',
    fillsDown: field === 'stream',
    isBare: field === 'stream',
  })),
  recordFields: trainingFields,
  anchors: [['title'], ['heldOn'], ['isRequired', 'isAttended', 'attendeeCount']],
  keyOf: (values) => joinedKey(values.stream, values.title, values.heldOn),
  keyFields: ['title', 'heldOn', 'stream'],
  complete: (values, context) => ({ ...values, stream: streamOf(values, context) }),
}
