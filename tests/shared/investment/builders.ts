import type { IsoDate, Month } from '../../../shared/core/dates'
import { duplicateIndexOf, type DuplicateIndex } from '../../../shared/investment/duplicates'
import { emptyLead } from '../../../shared/investment/empty-lead'
import type { BriefRecord, TrainingRecord } from '../../../shared/briefs/record'
import type { LeadRecord, Shareholding } from '../../../shared/investment/record'

export const day = (text: string): IsoDate => text as IsoDate

/** A lead of which only the name is known. */
export function aLead(facts: Partial<LeadRecord> = {}): LeadRecord {
  const createdAt = '2022-01-04T09:00:00+08:00'
  return { ...emptyLead, id: 'lead-1', title: '示例项目', isSample: false, createdAt, updatedAt: createdAt, ...facts }
}

/** A lead with the project file that filing needs. */
export function aFiledLead(facts: Partial<LeadRecord> = {}): LeadRecord {
  return aLead({
    investorName: '河北瑞检科技公司',
    investorRegion: '河北省',
    intention: '建设检测平台',
    expectedBenefit: '年税收100万元',
    filedOn: day('2022-04-18'),
    ...facts,
  })
}

/** A lead with all the facts of 有效. */
export function anEffectiveLead(facts: Partial<LeadRecord> = {}): LeadRecord {
  return aFiledLead({
    certifiedOn: day('2022-04-22'),
    contactedOn: day('2022-04-26'),
    acceptedOn: day('2022-05-05'),
    acceptedBy: '乙园区',
    districtClass: 'outOfCity',
    documentReference: '平台回执',
    ...facts,
  })
}

/** An effective lead that has registered its company in the district in the same year. */
export function aLandedLead(facts: Partial<LeadRecord> = {}): LeadRecord {
  return anEffectiveLead({
    landedOn: day('2022-09-02'),
    companyName: '天津瑞检医疗检测有限公司',
    creditCode: '91120110MA0000001D',
    isRegisteredInDistrict: true,
    ...facts,
  })
}

export function aShareholding(facts: Partial<Shareholding> = {}): Shareholding {
  return {
    holder: '甲公司',
    percent: null,
    isLargest: false,
    region: null,
    hasHiTechCertificate: false,
    isTop500: false,
    isCentralSoeTier23: false,
    isListed: false,
    ...facts,
  }
}

let serial = 0

export function aBrief(submittedOn: string | null, facts: Partial<BriefRecord> = {}): BriefRecord {
  serial += 1
  return {
    id: `brief-${serial}`,
    stream: 'investment',
    kind: 'brief',
    title: `招商服务信息第${serial}期`,
    month: (submittedOn ?? '2022-01').slice(0, 7) as Month,
    submittedOn: submittedOn === null ? null : day(submittedOn),
    channel: 'OA',
    characterCount: 600,
    isAccepted: true,
    backfilledOn: null,
    body: '',
    uses: [],
    handler: '',
    isSample: false,
    ...facts,
  }
}

export function aTraining(heldOn: string, isAttended: boolean, facts: Partial<TrainingRecord> = {}): TrainingRecord {
  serial += 1
  return {
    id: `training-${serial}`,
    stream: 'investment',
    title: `培训${serial}`,
    heldOn: day(heldOn),
    status: 'held',
    isRequired: true,
    isAttended,
    attendeeCount: 1,
    hours: '',
    place: '',
    handler: '',
    attendees: [],
    isSample: false,
    ...facts,
  }
}

export function indexOf(...leads: readonly LeadRecord[]): DuplicateIndex {
  return duplicateIndexOf(leads, day('2022-12-31'))
}
