import {
  insertProject,
  readProjects,
  toProjectRecord,
  updateProject,
  type ProjectRow,
} from '../../db/repositories/projects'
import { formatMoney, parseMoney } from '../../shared/core/money'
import { emptyProject } from '../../shared/projects/empty-project'
import { projectExits, type ProjectRecord } from '../../shared/projects/record'
import { projectAmountFields } from '../../shared/projects/tables'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { projectTableFields } from '../../shared/tables/field-names'
import type { PlannedRow, StoredItem } from '../../shared/tables/plan'
import type { FieldValue, TableRow } from '../../shared/tables/reading'
import { keyText } from '../../shared/tables/text-forms'
import { textOf, type Importer, type ImportWriting } from './importer'

/** 投资档次 and 完成率 are computed. */
const comparedFields = projectTableFields.filter((field) => field !== 'band' && field !== 'planRate')
type ComparedField = (typeof comparedFields)[number]

function keyOf(name: string, owner: string): string {
  return `${keyText(name)}/${normaliseCompanyName(owner)}`
}

/** A project whose owner is not known yet: the row that names the owner is the same project. */
function unownedKey(name: string): string {
  return `unowned:${keyText(name)}`
}

function isAmountField(field: string): field is (typeof projectAmountFields)[number] {
  return projectAmountFields.some((amount) => amount === field)
}

/** A stored field in the form in which the cells are read; 项目阶段 also says 暂缓 and 终止. */
function cellValue(project: ProjectRecord, field: ComparedField): FieldValue {
  if (field === 'stage') return project.exit ?? project.stage
  if (isAmountField(field)) {
    const amount = project[field]
    return amount === null ? null : formatMoney(amount, 'tenThousand')
  }
  return project[field]
}

function toStored(project: ProjectRecord): StoredItem {
  const values = Object.fromEntries(comparedFields.map((field) => [field, cellValue(project, field)]))
  return { id: project.id, code: project.name, title: project.name, values, isInScope: false }
}

/** The columns that one cell sets; an empty cell sets them empty. */
function columnsOf(row: TableRow, field: ComparedField, today: string): Readonly<Record<string, FieldValue>> {
  const value = row.values[field] ?? null
  if (field === 'stage') {
    const exit = projectExits.find((known) => known === value)
    return exit
      ? { exit, exitedOn: today }
      : { stage: value ?? emptyProject.stage, exit: null, exitedOn: null, exitReason: '' }
  }
  if (isAmountField(field)) return { [field]: typeof value === 'string' ? parseMoney(value, 'tenThousand') : null }
  return { [field]: value ?? emptyProject[field] }
}

function newRow(planned: PlannedRow, writing: ImportWriting): ProjectRow {
  const row: ProjectRow = {
    ...emptyProject,
    id: writing.newId(),
    ownerKey: normaliseCompanyName(textOf(planned.row, 'owner')),
    batchId: writing.batchId,
    sourceRow: writing.batchId === null ? null : planned.row.row,
    isSample: writing.isSample,
    createdAt: writing.now,
    updatedAt: writing.now,
  }
  // Each field is there already and has the type of its column: the table engine parsed it for that field.
  return Object.assign(
    row,
    ...comparedFields.map((field) => columnsOf(planned.row, field, writing.today)),
  ) as ProjectRow
}

/** A bureau's own 项目台账; an empty cell leaves what is recorded. */
export const projectImporter: Importer = {
  kind: 'projects',
  fields: comparedFields,
  mappable: projectTableFields,
  doesBlankKeep: true,
  keyOf: (row) => keyOf(textOf(row, 'name'), textOf(row, 'owner')),
  alternativeKeyOf: (row) => unownedKey(textOf(row, 'name')),
  titleOf: (row) => textOf(row, 'name'),
  codeOf: (row) => textOf(row, 'name'),
  scopeTitle: (reading) => reading.title,
  existing: (db) => {
    const items = new Map<string, StoredItem>()
    for (const row of readProjects(db)) {
      const item = toStored(toProjectRecord(row))
      items.set(keyOf(row.name, row.owner), item)
      if (row.owner === '') items.set(unownedKey(row.name), item)
    }
    return items
  },
  items: (db) => readProjects(db).map((row) => toStored(toProjectRecord(row))),
  add: (db, planned, writing) => insertProject(db, newRow(planned, writing)),
  update: (db, id, planned, writing) => {
    const columns: Record<string, FieldValue> = {}
    for (const { field } of planned.changes) {
      const known = comparedFields.find((compared) => compared === field)
      if (known) Object.assign(columns, columnsOf(planned.row, known, writing.today))
    }
    if ('owner' in columns) columns['ownerKey'] = normaliseCompanyName(textOf(planned.row, 'owner'))
    // As above: values of the cells are those of the columns.
    updateProject(db, id, { ...(columns as Partial<ProjectRow>), updatedAt: writing.now, isSample: writing.isSample })
  },
}
