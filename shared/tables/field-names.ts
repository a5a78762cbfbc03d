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
  'kind',
] as const
export type BriefField = (typeof briefFields)[number]

export const trainingFields = [
  'title',
  'heldOn',
  'isRequired',
  'isAttended',
  'attendeeCount',
  'status',
  'stream',
] as const
export type TrainingField = (typeof trainingFields)[number]

/** Fields of one project row (`domain.md` §8 B2); 投资档次 and 完成率 are known but derived. */
export const projectTableFields = [
  'name',
  'owner',
  'site',
  'content',
  'industry',
  'totalInvestment',
  'band',
  'annualPlan',
  'investedYtd',
  'investedTotal',
  'planRate',
  'stage',
  'enterPoolOn',
  'signedOn',
  'plannedStart',
  'startedOn',
  'plannedFinish',
  'completedOn',
  'leavePoolOn',
  'leaderSponsor',
  'steward',
  'taskTeam',
  'contact',
  'permitText',
  'physicalProgress',
  'problemText',
  'coordinationText',
  'remark',
] as const
export type ProjectTableField = (typeof projectTableFields)[number]

/** Fields of one 包联企业. */
export const enterpriseFields = [
  'name',
  'creditCode',
  'street',
  'industry',
  'scale',
  'officials',
  'rank',
  'contact',
  'phone',
  'remark',
] as const
export type EnterpriseField = (typeof enterpriseFields)[number]

/** Fields of one row of a district's 单位名册. */
export const unitTableFields = [
  'name',
  'aliases',
  'category',
  'contact',
  'phone',
  'isOptional',
  'leftOn',
  'remark',
] as const
export type UnitTableField = (typeof unitTableFields)[number]

/** Fields of one row of 走访记录 (`domain.md` §8 B3 走访). */
export const visitFields = [
  'personName',
  'rank',
  'enterpriseName',
  'street',
  'visitedOn',
  'visitMode',
  'demandText',
  'transferredOn',
  'repliedOn',
  'isSolved',
  'satisfaction',
  'handling',
  'topics',
  'visitors',
] as const
export type VisitField = (typeof visitFields)[number]

/** Fields of one revenue entry (`domain.md` §8 B4 and the state). */
export const revenueFields = [
  'item',
  'source',
  'payer',
  'bookedOn',
  'gross',
  'districtRetained',
  'voucherNo',
  'findingText',
  'status',
  'reversedOn',
  'reason',
  'remark',
] as const
export type RevenueField = (typeof revenueFields)[number]

/** Fields of one row of 整改台账, both layouts (`domain.md` §8 C and D). */
export const findingTableFields = [
  'programTitle',
  'docNo',
  'source',
  'originYears',
  'auditee',
  'aspect',
  'keyIssue',
  'no',
  'kind',
  'category',
  'title',
  'detail',
  'points',
  'amount',
  'amountClass',
  'legalBasis',
  'auditSuggestion',
  'rectType',
  'standard',
  'measures',
  'leader',
  'leadUnit',
  'responsibleUnit',
  'units',
  'handler',
  'dueOn',
  'progress',
  'result',
  'outcome',
  'status',
  'requiredAmount',
  'doneAmount',
  'toTreasury',
  'cutAppropriation',
  'returnToSource',
  'recovered',
  'adjustAccounts',
  'fundsReleased',
  'costCut',
  'lossAvoided',
  'other',
  'rulesMade',
  'ruleNames',
  'accountable',
  'referralCases',
  'referralPersons',
  'referralAmount',
  'reasonNotDone',
  'nextStep',
  'extendedTo',
  'evidenceText',
  'mechanism',
  'determinedBy',
  'determinedOn',
  'closedOn',
  'isRecurrence',
  'isPublic',
  'remark',
] as const
export type FindingTableField = (typeof findingTableFields)[number]

/** Fields of one row of a list of measures (product J7). */
export const measureTableFields = ['programTitle', 'no', 'title', 'text', 'leader', 'unit', 'handler', 'dueOn'] as const
export type MeasureTableField = (typeof measureTableFields)[number]
