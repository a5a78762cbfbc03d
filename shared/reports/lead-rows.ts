import type { IsoDate } from '../core/dates'
import type { LeadRecord } from '../investment/record'
import { classCell, leadHeaders, reportTerms } from '../terms/reports'
import { column, filled } from './cells'
import type { CellContent, SheetColumn } from './model'

/** The 16 columns of the district's lead ledger; 对接日期 is there so that importing it back loses nothing. */
export const ledgerColumns: readonly SheetColumn[] = [
  column(leadHeaders.serialNo, 'integer', 6),
  column(leadHeaders.title, 'text', 21),
  column(leadHeaders.investorName, 'text', 17),
  column(leadHeaders.investorRegion, 'text', 9),
  column(leadHeaders.districtClass, 'text', 11),
  column(leadHeaders.filedOn, 'date', 11),
  column(leadHeaders.platformNo, 'code', 13),
  column(leadHeaders.certifiedOn, 'date', 11),
  column(leadHeaders.contactedOn, 'date', 11),
  column(leadHeaders.acceptedBy, 'text', 11),
  column(leadHeaders.acceptedOn, 'date', 11),
  column(leadHeaders.isLanded, 'text', 6),
  column(leadHeaders.companyName, 'text', 19),
  column(leadHeaders.creditCode, 'code', 21),
  column(leadHeaders.landedOn, 'date', 11),
  column(leadHeaders.remark, 'text', 24),
]

/** The same with 计分指标数 before 备注. Source: layout B1 detail. */
export const detailColumns: readonly SheetColumn[] = [
  ...ledgerColumns.slice(0, -1),
  column(leadHeaders.units, 'decimal', 8),
  ...ledgerColumns.slice(-1),
]

/** A lead as it stood on a day: facts that came later are blank. */
export function leadAsOf(lead: LeadRecord, asOf: IsoDate): LeadRecord {
  const until = (day: IsoDate | null): IsoDate | null => (day !== null && day <= asOf ? day : null)
  const acceptedOn = until(lead.acceptedOn)
  const landedOn = until(lead.landedOn)
  const isLaterAcceptance = lead.acceptedOn !== null && acceptedOn === null
  const isLaterLanding = lead.landedOn !== null && landedOn === null
  return {
    ...lead,
    certifiedOn: until(lead.certifiedOn),
    contactedOn: until(lead.contactedOn),
    acceptedOn,
    acceptedBy: isLaterAcceptance ? '' : lead.acceptedBy,
    landedOn,
    companyName: isLaterLanding ? '' : lead.companyName,
    creditCode: isLaterLanding ? '' : lead.creditCode,
    isRegisteredInDistrict: isLaterLanding ? null : lead.isRegisteredInDistrict,
  }
}

/** 是否落地: a company registered in the district; which year it counts for is the score's matter. */
export function isLanded(lead: LeadRecord): boolean {
  return lead.landedOn !== null && lead.isRegisteredInDistrict !== false
}

/** Cells of one ledger row in the order of `ledgerColumns`. */
export function ledgerCells(lead: LeadRecord, serialNo: number): readonly CellContent[] {
  return [
    String(serialNo),
    filled(lead.title),
    filled(lead.investorName),
    filled(lead.investorRegion),
    filled(classCell(lead.districtClass)),
    lead.filedOn,
    filled(lead.platformNo),
    lead.certifiedOn,
    lead.contactedOn,
    filled(lead.acceptedBy),
    lead.acceptedOn,
    isLanded(lead) ? reportTerms.yes : reportTerms.no,
    filled(lead.companyName),
    filled(lead.creditCode),
    lead.landedOn,
    filled(lead.remark),
  ]
}

/** Cells of one detail row in the order of `detailColumns`. */
export function detailCells(lead: LeadRecord, serialNo: number, units: string): readonly CellContent[] {
  const cells = ledgerCells(lead, serialNo)
  return [...cells.slice(0, -1), units, ...cells.slice(-1)]
}
