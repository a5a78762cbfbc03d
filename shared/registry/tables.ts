import type { FieldReading, RowRemark, TableDefinition } from '../tables/definition'
import { enterpriseFields, type EnterpriseField } from '../tables/field-names'
import { codeReading, joinedKey, lineReading, paragraphReading } from '../tables/field-readings'
import type { FieldValue } from '../tables/reading'
import { enterpriseHeaders } from '../terms/enterprise-tables'
import { normaliseCompanyName } from './company-name'
import { checkCreditCode, normaliseCreditCode } from './credit-code'
import { officialCells, readOfficials } from './officials'

type Values = Readonly<Record<string, FieldValue>>

const readings: Readonly<Record<EnterpriseField, FieldReading>> = {
  name: lineReading,
  creditCode: codeReading,
  street: lineReading,
  industry: lineReading,
  scale: lineReading,
  officials: paragraphReading,
  rank: paragraphReading,
  contact: lineReading,
  phone: codeReading,
  remark: paragraphReading,
}

function textOf(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** One spelling for codes and for several officials in a cell, so that the same facts compare as the same. */
function complete(values: Values): Values {
  const { creditCode, officials, rank } = values
  const cells = officialCells(readOfficials(textOf(officials), textOf(rank)))
  return {
    ...values,
    creditCode: typeof creditCode === 'string' ? normaliseCreditCode(creditCode) : (creditCode ?? null),
    officials: cells.names || null,
    rank: cells.ranks || null,
  }
}

/** A credit code whose check digit does not fit is doubted, never refused. */
function checkEnterprise(values: Values): readonly RowRemark[] {
  const code = values.creditCode
  if (typeof code !== 'string' || code === '' || checkCreditCode(code) === 'valid') return []
  return [{ field: 'creditCode', code: 'creditCodeCheck', severity: 'warning', params: {} }]
}

/** 包联企业: enterprises with the officials who look after them. */
export const enterpriseTable: TableDefinition = {
  kind: 'enterprises',
  fields: enterpriseFields.map((field) => ({
    field,
    reading: readings[field],
    headers: enterpriseHeaders[field],
    isRequired: field === 'name',
    fillsDown: field === 'officials' || field === 'rank' || field === 'street',
    isBare: field === 'officials' || field === 'rank' || field === 'street',
  })),
  recordFields: enterpriseFields,
  anchors: [['name'], ['officials', 'creditCode', 'street', 'industry']],
  keyOf: ({ creditCode, name }) =>
    joinedKey(creditCode) ?? joinedKey(typeof name === 'string' ? normaliseCompanyName(name) : null),
  keyFields: ['creditCode', 'name'],
  complete,
  check: checkEnterprise,
}
