import {
  readBrief,
  readBriefs,
  readTraining,
  readTrainings,
  saveBrief,
  saveTraining,
  type BriefRow,
  type TrainingRow,
} from '../../db/repositories/briefs'
import type { BriefRecord, TrainingRecord } from '../../shared/briefs/record'
import { briefFields, trainingFields } from '../../shared/tables/field-names'
import type { PlannedRow, StoredItem } from '../../shared/tables/plan'
import type { TableRow } from '../../shared/tables/reading'
import { keyText } from '../../shared/tables/text-forms'
import { textOf, textOrNull, type Importer, type ImportWriting } from './importer'

/** The stream of a row that names none. */
function streamOf(row: TableRow): string {
  return textOf(row, 'stream') || 'investment'
}

function integerOf(row: TableRow, field: string): number | null {
  const value = row.values[field]
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : null
}

/** The fields that the file changes; its empty cells leave what is recorded. */
function changed<T extends object>(next: T, { changes }: PlannedRow): Partial<T> {
  const names = new Set(changes.map(({ field }) => field))
  return Object.fromEntries(Object.entries(next).filter(([name]) => names.has(name))) as Partial<T>
}

function briefRow(planned: PlannedRow, id: string, writing: ImportWriting): BriefRow {
  const { row } = planned
  return {
    id,
    stream: streamOf(row),
    kind: textOf(row, 'kind') || 'brief',
    title: textOf(row, 'title'),
    month: textOf(row, 'month'),
    submittedOn: textOrNull(row, 'submittedOn'),
    channel: textOf(row, 'channel'),
    characterCount: integerOf(row, 'characterCount'),
    isAccepted: row.values['isAccepted'] !== false,
    backfilledOn: null,
    body: '',
    uses: [],
    handler: '',
    batchId: writing.batchId,
    isSample: writing.isSample,
    updatedAt: writing.now,
  }
}

function storedBrief(brief: BriefRecord): StoredItem {
  const values = Object.fromEntries(briefFields.map((field) => [field, brief[field]]))
  return { id: brief.id, code: brief.title, title: brief.title, values, isInScope: false }
}

/** 工作信息, 典型案例 and 季度小结: one item per stream, month and title. */
export const briefImporter: Importer = {
  kind: 'briefs',
  fields: briefFields,
  mappable: briefFields,
  doesBlankKeep: true,
  keyOf: (row) => `${streamOf(row)}|${textOf(row, 'month')}|${keyText(textOf(row, 'title'))}`,
  titleOf: (row) => textOf(row, 'title'),
  codeOf: (row) => textOf(row, 'title'),
  scopeTitle: (reading) => reading.title,
  existing: (db, scope) =>
    new Map(
      readBriefs(db, scope.year).map((brief) => [
        `${brief.stream}|${brief.month}|${keyText(brief.title)}`,
        storedBrief(brief),
      ]),
    ),
  items: (db, scope) => readBriefs(db, scope.year).map(storedBrief),
  add: (db, planned, writing) => saveBrief(db, briefRow(planned, writing.newId(), writing)),
  update: (db, id, planned, writing) => {
    const next = briefRow(planned, id, writing)
    const known = readBrief(db, id)
    saveBrief(
      db,
      known ? { ...known, ...changed(next, planned), isSample: writing.isSample, updatedAt: writing.now } : next,
    )
  },
}

function trainingRow(planned: PlannedRow, id: string, writing: ImportWriting): TrainingRow {
  const { row } = planned
  return {
    id,
    stream: streamOf(row),
    title: textOf(row, 'title'),
    heldOn: textOf(row, 'heldOn'),
    status: textOf(row, 'status') || 'held',
    isRequired: row.values['isRequired'] !== false,
    isAttended: row.values['isAttended'] === true,
    attendeeCount: integerOf(row, 'attendeeCount'),
    hours: '',
    place: '',
    handler: '',
    batchId: writing.batchId,
    isSample: writing.isSample,
  }
}

function storedTraining(training: TrainingRecord): StoredItem {
  const values = Object.fromEntries(trainingFields.map((field) => [field, training[field]]))
  return { id: training.id, code: training.title, title: training.title, values, isInScope: false }
}

/** 培训: one training per stream, title and day. */
export const trainingImporter: Importer = {
  kind: 'trainings',
  fields: trainingFields,
  mappable: trainingFields,
  doesBlankKeep: true,
  keyOf: (row) => `${streamOf(row)}|${textOf(row, 'heldOn')}|${keyText(textOf(row, 'title'))}`,
  titleOf: (row) => textOf(row, 'title'),
  codeOf: (row) => textOf(row, 'title'),
  scopeTitle: (reading) => reading.title,
  existing: (db, scope) =>
    new Map(
      readTrainings(db, scope.year).map((training) => [
        `${training.stream}|${training.heldOn}|${keyText(training.title)}`,
        storedTraining(training),
      ]),
    ),
  items: (db, scope) => readTrainings(db, scope.year).map(storedTraining),
  add: (db, planned, writing) => saveTraining(db, trainingRow(planned, writing.newId(), writing)),
  update: (db, id, planned, writing) => {
    const next = trainingRow(planned, id, writing)
    const known = readTraining(db, id)
    saveTraining(db, known ? { ...known, ...changed(next, planned), isSample: writing.isSample } : next)
  },
}
