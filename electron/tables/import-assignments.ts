import type { AssignmentDistrictFields, AssignmentRow } from '../../db/repositories/assignments'
import { insertAssignment, readAssignments, updateAssignmentFromDistrict } from '../../db/repositories/assignments'
import { readBatches } from '../../db/repositories/tables'
import { assignmentFields } from '../../shared/tables/field-names'
import type { StoredItem } from '../../shared/tables/plan'
import type { DueReading, FieldValue, TableRow } from '../../shared/tables/reading'
import { keyText } from '../../shared/tables/text-forms'
import { isRevisionOf } from '../../shared/terms/import-words'
import { textOf, textOrNull, type Importer, type ImportScope, type ImportWriting } from './importer'
import { storedDue } from '../assignments/stored-due'

const noDue: DueReading = { text: '', dueOn: null, precision: 'day', rule: { kind: 'unknown' } }

function itemKey(code: string, taskName: string, indicator: string): string {
  return code === '' ? `${keyText(taskName)}/${keyText(indicator)}` : keyText(code)
}

function unitKey(responsibleUnit: string, mode: ImportScope['mode']): string {
  return mode === 'district' ? keyText(responsibleUnit) : ''
}

/** Fields that a changed table overwrites; the unit's spelling alone is no change in a bureau's own store. */
const comparedFields = assignmentFields.filter((field) => field !== 'itemCode' && field !== 'responsibleUnit')

function dueOf(row: TableRow): DueReading {
  const value = row.values['due']
  return typeof value === 'object' && value !== null ? value : noDue
}

function toDistrictFields(row: TableRow, writing: ImportWriting): AssignmentDistrictFields {
  const due = dueOf(row)
  const text = (field: string): string => textOf(row, field)
  if (writing.batchId === null) throw new Error('an assignment comes from a file of the district')
  return {
    batchId: writing.batchId,
    sourceSheet: writing.sheet,
    sourceRow: row.row,
    year: writing.year,
    unitKey: unitKey(text('responsibleUnit'), writing.mode),
    itemKey: itemKey(text('itemCode'), text('taskName'), text('indicator')),
    itemCode: text('itemCode'),
    stream: textOrNull(row, 'stream'),
    taskName: text('taskName'),
    indicator: text('indicator'),
    target: textOrNull(row, 'target'),
    targetFirstQuarter: textOrNull(row, 'targetFirstQuarter'),
    targetFirstHalf: textOrNull(row, 'targetFirstHalf'),
    targetThreeQuarters: textOrNull(row, 'targetThreeQuarters'),
    targetText: text('targetText'),
    participation: text('participation') || 'included',
    unit: text('unit'),
    leadUnit: text('leadUnit'),
    responsibleUnit: text('responsibleUnit'),
    supportUnits: text('supportUnits'),
    responsibleLeader: text('responsibleLeader'),
    dueText: due.text,
    dueOn: due.dueOn,
    duePrecision: due.precision,
    dueRule: JSON.stringify(due.rule),
    cycle: text('cycle') || 'ondemand',
    reportingTime: text('reportingTime'),
    channel: text('channel'),
    remark: text('remark'),
    withdrawnOn: null,
    isSample: writing.isSample,
  }
}

function toStored(row: AssignmentRow, isInScope: boolean): StoredItem {
  const values: Record<string, FieldValue> = {}
  for (const field of comparedFields) {
    // A table without 完成时限 gives none, which is no change of none.
    if (field === 'due') values[field] = row.dueText === '' && row.dueOn === null ? null : storedDue(row)
    else values[field] = row[field]
  }
  // An item taken back into the table shows as a change, not as nothing.
  if (row.withdrawnOn !== null) values['participation'] = 'withdrawn'
  return {
    id: row.id,
    code: row.itemCode || row.taskName,
    title: row.taskName,
    values,
    isInScope: isInScope && row.withdrawnOn === null,
  }
}

/** The district's 任务分解表: its word overwrites its own columns and never the bureau's. */
export const assignmentImporter: Importer = {
  kind: 'assignments',
  fields: comparedFields,
  mappable: assignmentFields,
  doesBlankKeep: false,
  keyOf: (row, scope) => {
    const key = itemKey(textOf(row, 'itemCode'), textOf(row, 'taskName'), textOf(row, 'indicator'))
    return `${unitKey(textOf(row, 'responsibleUnit'), scope.mode)}|${key}`
  },
  titleOf: (row) => textOf(row, 'taskName'),
  codeOf: (row) => textOf(row, 'itemCode') || textOf(row, 'taskName'),
  scopeTitle: (reading) => reading.title,
  existing: (db, scope) => {
    const batches = readBatches(db).filter((batch) => batch.kind === 'assignments' && batch.year === scope.year)
    const sameTable = new Set(
      batches.filter((batch) => isRevisionOf(scope.title, batch.title)).map((batch) => batch.id),
    )
    return new Map(
      readAssignments(db, scope.year).map((row) => [
        `${row.unitKey}|${row.itemKey}`,
        toStored(row, sameTable.has(row.batchId)),
      ]),
    )
  },
  add: (db, planned, writing) => {
    insertAssignment(db, {
      id: writing.newId(),
      ...toDistrictFields(planned.row, writing),
      handler: '',
      internalDueOn: null,
      progressText: '',
      actual: null,
    })
  },
  update: (db, id, planned, writing) => {
    const { itemKey: _key, unitKey: _unit, ...fields } = toDistrictFields(planned.row, writing)
    updateAssignmentFromDistrict(db, id, fields)
  },
  withdraw: (db, id, writing) => {
    updateAssignmentFromDistrict(db, id, { withdrawnOn: writing.today })
  },
}
