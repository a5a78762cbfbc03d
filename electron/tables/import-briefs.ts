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
import { briefFields, trainingFields } from '../../shared/tables/field-names'
import type { PlannedRow, StoredItem } from '../../shared/tables/plan'
import type { TableRow } from '../../shared/tables/reading'
import { keyText } from '../../shared/tables/text-forms'
import { textOf, textOrNull, type Importer, type ImportWriting } from './importer'

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
    stream: textOf(row, 'stream') || 'investment',
    kind: 'brief',
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

/** 工作信息: one item per stream, month and title. */
export const briefImporter: Importer = {
  kind: 'briefs',
  fields: briefFields,
  mappable: briefFields,
  doesBlankKeep: true,
  keyOf: (row) => `${textOf(row, 'stream') || 'investment'}|${textOf(row, 'month')}|${keyText(textOf(row, 'title'))}`,
  titleOf: (row) => textOf(row, 'title'),
  codeOf: (row) => textOf(row, 'title'),
  scopeTitle: (reading) => reading.title,
  existing: (db, scope) =>
    new Map(
      readBriefs(db, scope.year).map((brief): [string, StoredItem] => [
        `${brief.stream}|${brief.month}|${keyText(brief.title)}`,
        {
          id: brief.id,
          code: brief.title,
          title: brief.title,
          values: Object.fromEntries(briefFields.map((field) => [field, brief[field]])),
          isInScope: false,
        },
      ]),
    ),
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
    stream: 'investment',
    title: textOf(row, 'title'),
    heldOn: textOf(row, 'heldOn'),
    status: 'held',
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

/** 招商培训: one training per title and day. */
export const trainingImporter: Importer = {
  kind: 'trainings',
  fields: trainingFields,
  mappable: trainingFields,
  doesBlankKeep: true,
  keyOf: (row) => `${textOf(row, 'heldOn')}|${keyText(textOf(row, 'title'))}`,
  titleOf: (row) => textOf(row, 'title'),
  codeOf: (row) => textOf(row, 'title'),
  scopeTitle: (reading) => reading.title,
  existing: (db, scope) =>
    new Map(
      readTrainings(db, scope.year, 'investment').map((training): [string, StoredItem] => [
        `${training.heldOn}|${keyText(training.title)}`,
        {
          id: training.id,
          code: training.title,
          title: training.title,
          values: Object.fromEntries(trainingFields.map((field) => [field, training[field]])),
          isInScope: false,
        },
      ]),
    ),
  add: (db, planned, writing) => saveTraining(db, trainingRow(planned, writing.newId(), writing)),
  update: (db, id, planned, writing) => {
    const next = trainingRow(planned, id, writing)
    const known = readTraining(db, id)
    saveTraining(db, known ? { ...known, ...changed(next, planned), isSample: writing.isSample } : next)
  },
}
