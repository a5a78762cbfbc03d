/** Fields of one assignment row as the table engine names them (`domain.md` §2 AssignmentItem, §8 A1 and A2). */
export const assignmentFields = [
  'itemCode',
  'stream',
  'taskName',
  'indicator',
  'target',
  'targetFirstQuarter',
  'targetFirstHalf',
  'targetThreeQuarters',
  'targetText',
  'participation',
  'unit',
  'leadUnit',
  'responsibleUnit',
  'supportUnits',
  'responsibleLeader',
  'due',
  'cycle',
  'reportingTime',
  'channel',
  'remark',
] as const
export type AssignmentField = (typeof assignmentFields)[number]

/** Fields of one lead row (`domain.md` §8 B1 detail). */
export const leadFields = [
  'title',
  'investorName',
  'investorRegion',
  'districtClass',
  'filedOn',
  'platformNo',
  'certifiedOn',
  'contactedOn',
  'acceptedBy',
  'acceptedOn',
  'isLanded',
  'companyName',
  'creditCode',
  'landedOn',
  'units',
  'remark',
] as const
export type LeadField = (typeof leadFields)[number]

export const briefFields = [
  'month',
  'stream',
  'title',
  'submittedOn',
  'channel',
  'characterCount',
  'isAccepted',
] as const
export type BriefField = (typeof briefFields)[number]

export const trainingFields = ['title', 'heldOn', 'isRequired', 'isAttended', 'attendeeCount'] as const
export type TrainingField = (typeof trainingFields)[number]
