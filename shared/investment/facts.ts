import { yearOf, type IsoDate } from '../core/dates'
import type { LeadRecord } from './record'
import type { LeadFieldName, LeadState } from './states'

/** Whether a fact holds on the as-of day. */
export function isKnownBy(on: IsoDate | null, asOf: IsoDate): on is IsoDate {
  return on !== null && on <= asOf
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

/** The facts of 「有效」 that do not hold by the as-of day, in their order. Source: 实施方案 抓招商 指标定义①. */
export function missingForEffective(lead: LeadRecord, asOf: IsoDate): readonly LeadFieldName[] {
  const missing: LeadFieldName[] = []
  if (!isKnownBy(lead.filedOn, asOf)) missing.push('filedOn')
  if (!isKnownBy(lead.certifiedOn, asOf)) missing.push('certifiedOn')
  if (!isKnownBy(lead.contactedOn, asOf)) missing.push('contactedOn')
  if (!isKnownBy(lead.acceptedOn, asOf)) missing.push('acceptedOn')
  if (isBlank(lead.acceptedBy)) missing.push('acceptedBy')
  if (lead.districtClass === 'pending' || lead.districtClass === 'invalid') missing.push('districtClass')
  return missing
}

/** The entries of 「落地」 that are blank. Source: 实施方案 抓招商 指标定义②. */
export function missingForLanding(
  lead: Pick<LeadRecord, 'landedOn' | 'companyName' | 'creditCode'>,
): readonly LeadFieldName[] {
  const missing: LeadFieldName[] = []
  if (lead.landedOn === null) missing.push('landedOn')
  if (isBlank(lead.companyName)) missing.push('companyName')
  if (isBlank(lead.creditCode)) missing.push('creditCode')
  return missing
}

/** Landing counts only in the calendar year of the filing. Source: 「2022年备案的项目年内在东丽区注册公司」. */
export function isLandingInFilingYear(lead: LeadRecord): boolean {
  return lead.landedOn !== null && lead.filedOn !== null && yearOf(lead.landedOn) === yearOf(lead.filedOn)
}

function isLanded(lead: LeadRecord, asOf: IsoDate): boolean {
  return (
    isKnownBy(lead.landedOn, asOf) &&
    lead.isRegisteredInDistrict === true &&
    isLandingInFilingYear(lead) &&
    missingForLanding(lead).length === 0
  )
}

/** An ending without a day holds always. */
function hasEnded(lead: LeadRecord, asOf: IsoDate): boolean {
  return lead.endedOn === null || lead.endedOn <= asOf
}

/** The state of a lead on a day, from nothing but its facts. Source: 实施方案 抓招商 指标定义①②. */
export function leadState(lead: LeadRecord, asOf: IsoDate): LeadState {
  if (lead.ending === 'withdrawn' && hasEnded(lead, asOf)) return 'withdrawn'
  if (lead.ending === 'revoked' && hasEnded(lead, asOf)) return 'revoked'
  if (!isKnownBy(lead.filedOn, asOf)) return 'draft'
  if (lead.districtClass === 'invalid' && hasEnded(lead, asOf)) return 'invalid'
  if (missingForEffective(lead, asOf).length === 0) {
    if (isLanded(lead, asOf)) return 'landed'
    return lead.ending === 'dormant' && hasEnded(lead, asOf) ? 'dormant' : 'effective'
  }
  if (lead.ending === 'dormant' && hasEnded(lead, asOf)) return 'dormant'
  if (!isKnownBy(lead.certifiedOn, asOf)) return 'filed'
  return isKnownBy(lead.contactedOn, asOf) ? 'contacted' : 'certified'
}

/** States in which a lead is no longer worked on and no longer stands in the way of another. */
export function isClosedState(state: LeadState): boolean {
  return state === 'invalid' || state === 'revoked' || state === 'withdrawn'
}
