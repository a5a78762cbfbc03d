import { insertLead, readLeads, updateLead, type LeadRow } from '../../db/repositories/investment'
import { emptyLead } from '../../shared/investment/empty-lead'
import type { LeadRecord } from '../../shared/investment/record'
import { districtFactNames } from '../../shared/investment/states'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { leadFields } from '../../shared/tables/field-names'
import type { PlannedRow, StoredItem } from '../../shared/tables/plan'
import type { FieldValue } from '../../shared/tables/reading'
import { keyText } from '../../shared/tables/text-forms'
import { sourceReference } from '../../shared/terms/import-words'
import { textOf, type Importer, type ImportWriting } from './importer'

/** 计分指标数 is computed, and 是否落地 only says where the company is registered. */
const comparedFields = leadFields.filter((field) => field !== 'units' && field !== 'isLanded')

function keyOf(platformNo: string, title: string, investorName: string): string {
  return platformNo === '' ? `${keyText(title)}/${normaliseCompanyName(investorName)}` : `no:${keyText(platformNo)}`
}

/** A lead entered before the platform gave its number: the row that brings the number is the same lead. */
function unnumberedKey(title: string, investorName: string): string {
  return `unnumbered:${keyText(title)}/${normaliseCompanyName(investorName)}`
}

function toStored(lead: LeadRecord): StoredItem {
  const values: Record<string, FieldValue> = {}
  for (const field of comparedFields) values[field] = lead[field]
  return { id: lead.id, code: lead.platformNo || lead.title, title: lead.title, values, isInScope: false }
}

/** Columns of the store from the row's cells; blanks stay away so that they erase nothing. */
function filledFields(planned: PlannedRow): Partial<LeadRow> {
  const fields: Record<string, FieldValue> = {}
  for (const field of comparedFields) {
    const value = planned.row.values[field] ?? null
    if (value !== null && value !== '') fields[field] = value
  }
  if (planned.row.values['isLanded'] === true) fields['isRegisteredInDistrict'] = true
  // Each compared field has the type of its column: the table engine parsed it for that field.
  return fields
}

function newRow(planned: PlannedRow, writing: ImportWriting): LeadRow {
  const row: LeadRow = {
    ...emptyLead,
    id: writing.newId(),
    investorKey: normaliseCompanyName(textOf(planned.row, 'investorName')),
    ...(writing.batchId === null ? {} : { documentReference: sourceReference(writing.fileName, planned.row.row) }),
    batchId: writing.batchId,
    sourceRow: writing.batchId === null ? null : planned.row.row,
    isSample: writing.isSample,
    createdAt: writing.now,
    updatedAt: writing.now,
  }
  // Every field is there already, so the rows keep one shape.
  return Object.assign(row, filledFields(planned))
}

/** A bureau's own 招商线索 ledger; an empty cell leaves what is recorded. */
export const leadImporter: Importer = {
  kind: 'leads',
  fields: comparedFields,
  mappable: leadFields,
  doesBlankKeep: true,
  keyOf: (row) => keyOf(textOf(row, 'platformNo'), textOf(row, 'title'), textOf(row, 'investorName')),
  alternativeKeyOf: (row) => unnumberedKey(textOf(row, 'title'), textOf(row, 'investorName')),
  titleOf: (row) => textOf(row, 'title'),
  codeOf: (row) => textOf(row, 'platformNo') || textOf(row, 'title'),
  scopeTitle: (reading) => reading.title,
  existing: (db) => {
    const items = new Map<string, StoredItem>()
    for (const lead of readLeads(db)) {
      items.set(keyOf('', lead.title, lead.investorName), toStored(lead))
      if (lead.platformNo !== '') items.set(keyOf(lead.platformNo, '', ''), toStored(lead))
      else items.set(unnumberedKey(lead.title, lead.investorName), toStored(lead))
    }
    return items
  },
  items: (db) => readLeads(db).map(toStored),
  add: (db, planned, writing) => insertLead(db, newRow(planned, writing)),
  update: (db, id, planned, writing) => {
    const fields: Record<string, unknown> = { updatedAt: writing.now, isSample: writing.isSample }
    const values = filledFields(planned) as Readonly<Record<string, unknown>>
    const blank: Readonly<Record<string, unknown>> = emptyLead
    for (const { field } of planned.changes) fields[field] = values[field] ?? blank[field]
    if ('investorName' in fields) fields['investorKey'] = normaliseCompanyName(textOf(planned.row, 'investorName'))
    if ('landedOn' in fields && values['isRegisteredInDistrict'] === true) fields['isRegisteredInDistrict'] = true
    // What is typed in the grid has no document; the one that is recorded stays.
    const isFromFile = writing.batchId !== null
    if (isFromFile && planned.changes.some(({ field }) => districtFactNames.some((name) => name === field))) {
      fields['documentReference'] = sourceReference(writing.fileName, planned.row.row)
    }
    updateLead(db, id, fields)
  },
}
