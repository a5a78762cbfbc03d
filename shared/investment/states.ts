import type { LeadBureauFields, LeadDistrictFacts, LeadRecord } from './record'

/** States of a 招商线索, derived from its facts and an as-of day, never stored. Source: 实施方案 抓招商 指标定义①②. */
export const leadStates = [
  'draft',
  'filed',
  'certified',
  'contacted',
  'effective',
  'landed',
  'invalid',
  'revoked',
  'dormant',
  'withdrawn',
] as const
export type LeadState = (typeof leadStates)[number]

/** Who may move a lead: 承办人, or 专项组组长 who also records what the district decided. */
export const leadRoles = ['handler', 'groupLeader'] as const
export type LeadRole = (typeof leadRoles)[number]

export type LeadFieldName = keyof LeadRecord

/** Facts of the district (owner D) in the order in which they come. */
export const districtFactNames = [
  'platformNo',
  'certifiedOn',
  'contactedOn',
  'acceptedOn',
  'acceptedBy',
  'districtClass',
  'landedOn',
  'companyName',
  'creditCode',
  'registeredCapital',
  'isRegisteredInDistrict',
] as const satisfies readonly (keyof LeadDistrictFacts)[]

/** What a person enters on a lead: the bureau's own fields, the district's facts, and how it ended. */
export type LeadChanges = Partial<
  LeadBureauFields & LeadDistrictFacts & Pick<LeadRecord, 'duplicateOf' | 'ending' | 'endedOn' | 'endingReason'>
>

/** Everything that checking a lead can say. */
export const leadRules = [
  'investorMissing',
  'planIncomplete',
  'factMissing',
  'classPending',
  'classDiffers',
  'factOrder',
  'factInFuture',
  'documentMissing',
  'landingIncomplete',
  'landingUnknownPlace',
  'landingOutside',
  'lateLanding',
  'landingBeforeEffective',
  'creditCodeDoubtful',
  'sharesAboveWhole',
  'duplicate',
  'markedDuplicate',
  'endingIncomplete',
  'backfillPending',
] as const
export type LeadRule = (typeof leadRules)[number]
