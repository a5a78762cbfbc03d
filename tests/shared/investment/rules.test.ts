import { describe, expect, test } from 'vitest'
import type { LeadRecord } from '../../../shared/investment/record'
import { checkLead, needsBackfill, usualLeadChecks, type LeadCheck } from '../../../shared/investment/rules'
import { leadCheckText } from '../../../shared/terms/investment-checks'
import { aFiledLead, aLandedLead, aLead, anEffectiveLead, aShareholding, day, indexOf } from './builders'

const yearEnd = day('2022-12-31')
const plan = {
  investorProfile: '主业检测',
  constructionPlan: '一期',
  investmentIntensity: '每亩500万元',
  expectedRevenue: '2000万元',
  headcount: '80人',
}
const check = (lead: LeadRecord, ...others: LeadRecord[]) => checkLead(lead, indexOf(...others), yearEnd)
const short = ({ rule, severity, field }: LeadCheck) => `${severity} ${rule} ${field ?? ''}`.trim()

describe('checks of a lead', () => {
  test('a complete landed lead is clean', () => {
    expect(check(aLandedLead(plan))).toEqual([])
  })

  const cases: readonly (readonly [string, LeadRecord, readonly string[], string])[] = [
    [
      '③ of four facts recorded: the missing one is named, nothing is wrong',
      anEffectiveLead({ ...plan, acceptedOn: null }),
      ['unknown factMissing acceptedOn'],
      '还不能算“有效”：缺少“街道园区确认接收”的日期。补上后自动计分。',
    ],
    [
      'class not decided yet',
      anEffectiveLead({ ...plan, districtClass: 'pending' }),
      ['unknown classPending districtClass'],
      '区里还没有认定项目类别',
    ],
    [
      'own proposal and decision differ',
      anEffectiveLead({ ...plan, proposedClass: 'highQuality' }),
      ['warning classDiffers proposedClass'],
      '本单位拟报“高质量项目”，区里认定为“市外优质”',
    ],
    [
      'contacted before filed cannot stand',
      anEffectiveLead({ ...plan, contactedOn: day('2022-04-01') }),
      ['error factOrder contactedOn', 'warning factOrder contactedOn'],
      '对接日期（2022-04-01）早于备案日期（2022-04-18）',
    ],
    [
      'accepted before contacted is remarked',
      anEffectiveLead({ ...plan, acceptedOn: day('2022-04-25') }),
      ['warning factOrder acceptedOn'],
      '接收日期（2022-04-25）早于对接日期（2022-04-26）',
    ],
    [
      'filed last year, landed this year: 按未落地计分',
      aLandedLead({ ...plan, landedOn: day('2023-01-05') }),
      ['warning factInFuture landedOn', 'warning lateLanding landedOn'],
      '注册日期（2023-01-05）晚于今天（2022-12-31）',
    ],
    [
      'registered outside the district',
      aLandedLead({ ...plan, isRegisteredInDistrict: false }),
      ['warning landingOutside isRegisteredInDistrict'],
      '2022-09-02的注册不在本区，不算“落地”，按“未落地”计分。',
    ],
    [
      'place of registration not known',
      aLandedLead({ ...plan, isRegisteredInDistrict: null }),
      ['unknown landingUnknownPlace isRegisteredInDistrict'],
      '还没有确认是否在本区注册',
    ],
    [
      'landed without company',
      aLandedLead({ ...plan, companyName: '', creditCode: '' }),
      ['error landingIncomplete companyName', 'error landingIncomplete creditCode'],
      '记“落地”还缺注册公司名称',
    ],
    [
      'landed before it is effective',
      aLandedLead({ ...plan, acceptedOn: null }),
      ['unknown landingBeforeEffective acceptedOn', 'unknown factMissing acceptedOn'],
      '已登记注册，但还不能算“有效”：缺少“街道园区确认接收”的日期',
    ],
    [
      'credit code with a wrong digit: may be saved',
      aLandedLead({ ...plan, creditCode: '91120110MA0000001E' }),
      ['warning creditCodeDoubtful creditCode'],
      '统一社会信用代码最后一位校验不符，可能录错了一位。仍可保存，导出时会标出。',
    ],
    [
      'district facts without a document',
      anEffectiveLead({ ...plan, documentReference: '' }),
      ['warning documentMissing documentReference'],
      '还没有注明依据',
    ],
    [
      'shares above the whole',
      anEffectiveLead({
        ...plan,
        shareholdings: [aShareholding({ percent: '60' }), aShareholding({ percent: '40.01' })],
      }),
      ['warning sharesAboveWhole shareholdings'],
      '超过100%',
    ],
    [
      'ended without day and reason',
      anEffectiveLead({ ...plan, ending: 'dormant' }),
      ['error endingIncomplete endedOn', 'error endingIncomplete endingReason'],
      '已标为“终止洽谈”，还缺结束日期',
    ],
    [
      'project file 3 of 7',
      anEffectiveLead(),
      ['warning planIncomplete constructionPlan'],
      '项目材料3/7项，还缺：建设规划、投资强度、预期营收、人员规模。',
    ],
    [
      'no investor',
      aLead({ ...plan, intention: 'x', expectedBenefit: 'x' }),
      ['warning investorMissing investorName'],
      '还没有填写投资方',
    ],
    [
      'marked as a duplicate',
      anEffectiveLead({ ...plan, duplicateOf: 'x' }),
      ['warning markedDuplicate duplicateOf'],
      '只计一次',
    ],
  ]
  test.each(cases)('%s', (_name, lead, expected, sentence) => {
    const found = check(lead)
    expect(found.map(short)).toEqual(expected)
    expect(found[0] && leadCheckText(found[0])).toContain(sentence)
    for (const one of found) expect(leadCheckText(one)).not.toMatch(/[{}]|undefined/)
  })

  test('a lead of the same company is asked about', () => {
    const other = aFiledLead({ id: 'lead-2', title: '检测平台' })
    const found = check(anEffectiveLead({ ...plan, filedOn: day('2022-04-19') }), other)
    expect(found.map(short)).toEqual(['warning duplicate investorName'])
    expect(found[0] && leadCheckText(found[0])).toBe('已有同名企业“河北瑞检科技公司”（2022年4月备案）。是同一家吗？')
  })

  test('all results are returned at once', () => {
    const lead = anEffectiveLead({ contactedOn: day('2022-04-01'), acceptedOn: null, documentReference: '' })
    expect(new Set(check(lead).map(({ rule }) => rule))).toEqual(
      new Set(['factOrder', 'documentMissing', 'factMissing', 'planIncomplete']),
    )
  })
})

describe('补录 (待平台上线后进行补录; product.md B7)', () => {
  const opened = day('2022-06-15')
  test.each([
    ['filed by OA in April', aFiledLead(), '2022-06-30', true],
    ['before the platform opens', aFiledLead(), '2022-06-01', false],
    ['done', aFiledLead({ backfilledOn: day('2022-06-20') }), '2022-06-30', false],
    ['filed in the platform', aFiledLead({ filedOn: day('2022-07-01') }), '2022-07-30', false],
    ['withdrawn', aFiledLead({ ending: 'withdrawn' }), '2022-06-30', false],
  ])('%s', (_name, lead, asOf, expected) => {
    expect(needsBackfill(lead, opened, day(asOf))).toBe(expected)
    const found = checkLead(lead, indexOf(), day(asOf), { ...usualLeadChecks, platformOpenOn: opened })
    expect(found.some(({ rule }) => rule === 'backfillPending')).toBe(expected)
  })
})
