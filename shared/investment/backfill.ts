import type { IsoDate } from '../core/dates'
import type { LeadFieldName } from './states'
import type { LeadRecord } from './record'
import { needsBackfill } from './rules'

/** Fields of the platform's form in its order, which are copied one by one. Source: 「待平台上线后进行补录」. */
export const backfillFields = [
  'title',
  'investorName',
  'investorRegion',
  'investorNature',
  'investorProfile',
  'intention',
  'expectedBenefit',
  'constructionPlan',
  'investmentIntensity',
  'expectedRevenue',
  'headcount',
  'contact',
  'filedOn',
  'oaReference',
] as const satisfies readonly LeadFieldName[]
export type BackfillField = (typeof backfillFields)[number]

/** The fields that have something to be typed into the platform. */
export function filledBackfillFields(lead: LeadRecord): readonly BackfillField[] {
  return backfillFields.filter((field) => (lead[field] ?? '').trim() !== '')
}

/**
 * Leads that still have to be typed into the platform, oldest filing first.
 * While the opening day is not known, those that were filed without a number of the platform.
 */
export function backfillList(
  leads: readonly LeadRecord[],
  platformOpenOn: IsoDate | null,
  asOf: IsoDate,
): readonly LeadRecord[] {
  return leads
    .filter((lead) =>
      platformOpenOn === null
        ? lead.platformNo.trim() === '' && needsBackfill(lead, asOf, asOf)
        : needsBackfill(lead, platformOpenOn, asOf),
    )
    .toSorted((left, right) => ((left.filedOn ?? '') < (right.filedOn ?? '') ? -1 : 1))
}
