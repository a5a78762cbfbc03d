import { describe, expect, test } from 'vitest'
import { leadState } from '../../../shared/investment/facts'
import {
  areFactsKeepable,
  changesDistrictFact,
  checkTransition,
  firstRefusal,
  leadTransitions,
  nextStates,
  type TransitionContext,
} from '../../../shared/investment/lifecycle'
import { messageText } from '../../../shared/terms/messages'
import { aFiledLead, aLandedLead, aLead, anEffectiveLead, day, indexOf } from './builders'

const context: TransitionContext = {
  asOf: day('2022-12-31'),
  role: 'groupLeader',
  others: indexOf(),
  knownDifferent: [],
}
const document = { documentReference: '平台回执' }

function refusals(verdict: ReturnType<typeof checkTransition>): readonly string[] {
  return verdict.ok ? [] : verdict.error.map(({ code, field }) => `${code}:${field ?? ''}`)
}

function sentence(verdict: ReturnType<typeof checkTransition>): string {
  const first = verdict.ok ? null : firstRefusal(verdict.error)
  return first ? messageText(first.code, first.params) : ''
}

describe('transition table (domain.md §3 Lead)', () => {
  test('arrows and roles', () => {
    expect(leadTransitions.map(({ from, to, role }) => `${from.join('/')} → ${to}: ${role}`)).toEqual([
      'draft → filed: handler',
      'filed → certified: groupLeader',
      'certified → contacted: groupLeader',
      'contacted → effective: groupLeader',
      'effective → landed: groupLeader',
      'filed/certified/contacted → invalid: groupLeader',
      'effective → revoked: groupLeader',
      'effective → dormant: handler',
      'draft/filed/certified/contacted → withdrawn: handler',
    ])
    expect(nextStates(aFiledLead(), context.asOf).map(({ to }) => to)).toEqual(['certified', 'invalid', 'withdrawn'])
  })

  test('each step with its facts reaches its state', () => {
    const steps = [
      ['filed', { filedOn: day('2022-04-18') }],
      ['certified', { certifiedOn: day('2022-04-22'), ...document }],
      ['contacted', { contactedOn: day('2022-04-26') }],
      ['effective', { acceptedOn: day('2022-05-05'), acceptedBy: '乙园区', districtClass: 'outOfCity' }],
      [
        'landed',
        {
          landedOn: day('2022-09-02'),
          companyName: '天津瑞检医疗检测有限公司',
          creditCode: '91120110MA0000001D',
          isRegisteredInDistrict: true,
        },
      ],
    ] as const
    let lead = aFiledLead({ filedOn: null })
    for (const [to, changes] of steps) {
      const verdict = checkTransition(lead, to, changes, context)
      expect(refusals(verdict)).toEqual([])
      if (verdict.ok) lead = verdict.value
      expect(leadState(lead, context.asOf)).toBe(to)
    }
  })

  test('several facts at once: every step between is checked', () => {
    const facts = { acceptedOn: day('2022-05-05'), acceptedBy: '乙园区', districtClass: 'beijing' } as const
    expect(refusals(checkTransition(aFiledLead(), 'effective', facts, context))).toEqual([
      'leadNeedsFields:certifiedOn',
      'leadNeedsDocument:documentReference',
      'leadNeedsFields:contactedOn',
    ])
    const all = { ...facts, ...document, certifiedOn: day('2022-04-20'), contactedOn: day('2022-04-21') }
    expect(checkTransition(aFiledLead(), 'effective', all, context)).toMatchObject({ ok: true })
  })

  test.each([
    ['landed', aLandedLead(), 'filed'],
    ['effective to withdrawn', anEffectiveLead(), 'withdrawn'],
    ['filed to revoked', aFiledLead(), 'revoked'],
    ['filed to dormant', aFiledLead(), 'dormant'],
    ['invalid to effective', aFiledLead({ districtClass: 'invalid' }), 'effective'],
  ] as const)('no such arrow: %s', (_name, lead, to) => {
    const verdict = checkTransition(lead, to, {}, context)
    expect(refusals(verdict)).toEqual(['transitionNotAllowed:'])
    expect(sentence(verdict)).toMatch(/^线索现在是“.+”，不能直接改为“.+”/)
  })
})

describe('备案', () => {
  test('names every missing field together', () => {
    const verdict = checkTransition(aLead(), 'filed', {}, { ...context, role: 'handler' })
    expect(refusals(verdict)).toEqual([
      'leadNeedsFields:investorName',
      'leadNeedsFields:intention',
      'leadNeedsFields:expectedBenefit',
      'leadNeedsFields:filedOn',
    ])
    expect(sentence(verdict)).toContain('还缺：投资方、投资意向、预期收益、备案日期')
  })

  test('a live lead of the same company is in the way until a person says it is another', () => {
    const others = indexOf(aFiledLead({ id: 'lead-9', title: '检测平台', investorName: '河北瑞检科技 公司' }))
    const draft = aFiledLead({ filedOn: null })
    const changes = { filedOn: day('2022-07-30') }
    const verdict = checkTransition(draft, 'filed', changes, { ...context, others })
    expect(refusals(verdict)).toEqual(['leadIsDuplicate:investorName'])
    expect(sentence(verdict)).toContain('“检测平台”（2022-04-18）')
    expect(checkTransition(draft, 'filed', changes, { ...context, others, knownDifferent: ['lead-9'] }).ok).toBe(true)
  })

  test('a day that has not come is refused', () => {
    const verdict = checkTransition(aFiledLead({ filedOn: null }), 'filed', { filedOn: day('2023-01-01') }, context)
    expect(refusals(verdict)).toEqual(['leadFactInFuture:filedOn'])
  })
})

describe('区级认定', () => {
  test('needs the document it rests on', () => {
    const verdict = checkTransition(aFiledLead(), 'certified', { certifiedOn: day('2022-04-22') }, context)
    expect(refusals(verdict)).toEqual(['leadNeedsDocument:documentReference'])
  })

  test('is recorded by 专项组组长', () => {
    const changes = { certifiedOn: day('2022-04-22'), ...document }
    const asHandler = checkTransition(aFiledLead(), 'certified', changes, { ...context, role: 'handler' })
    expect(refusals(asHandler)).toEqual(['roleNotAllowed:'])
    expect(checkTransition(aFiledLead(), 'certified', changes, { ...context, role: null }).ok).toBe(true)
  })

  test('对接 before 备案 is refused, other orders are only remarked', () => {
    const certified = aFiledLead({ certifiedOn: day('2022-04-22') })
    const early = checkTransition(certified, 'contacted', { contactedOn: day('2022-04-01'), ...document }, context)
    expect(refusals(early)).toEqual(['leadFactOrder:contactedOn'])
    expect(sentence(early)).toContain('对接日期（2022-04-01）早于备案日期（2022-04-18）')
    const odd = checkTransition(certified, 'contacted', { contactedOn: day('2022-04-20'), ...document }, context)
    expect(odd.ok).toBe(true)
  })

  test.each([
    ['acceptedOn', { acceptedOn: null }, '缺少“街道园区确认接收”的日期'],
    ['acceptedBy', { acceptedBy: '' }, '缺少“确认接收”的街道园区名称'],
    ['districtClass', { districtClass: 'pending' }, '缺少区里认定的项目类别'],
  ] as const)('有效 names what is missing: %s', (field, facts, words) => {
    const verdict = checkTransition(anEffectiveLead(facts), 'effective', {}, context)
    expect(refusals(verdict)).toEqual([`leadNotEffective:${field}`])
    expect(sentence(verdict)).toContain(`还不能算“有效”：${words}`)
  })

  test('which changes touch a district fact', () => {
    expect(changesDistrictFact(anEffectiveLead(), { acceptedOn: day('2022-05-05'), remark: '新' })).toBe(false)
    expect(changesDistrictFact(anEffectiveLead(), { acceptedOn: day('2022-05-06') })).toBe(true)
    expect(changesDistrictFact(anEffectiveLead(), {})).toBe(false)
  })
})

describe('落地', () => {
  const landing = {
    landedOn: day('2022-09-02'),
    companyName: '天津瑞检医疗检测有限公司',
    creditCode: '91120110MA0000001D',
    isRegisteredInDistrict: true,
  }

  test('needs company, credit code and day', () => {
    const verdict = checkTransition(anEffectiveLead(), 'landed', { isRegisteredInDistrict: true }, context)
    expect(refusals(verdict)).toEqual([
      'landingNeedsCompany:landedOn',
      'landingNeedsCompany:companyName',
      'landingNeedsCompany:creditCode',
    ])
  })

  test('only in the district', () => {
    const outside = { ...landing, isRegisteredInDistrict: false }
    expect(refusals(checkTransition(anEffectiveLead(), 'landed', outside, context))).toEqual([
      'landingOutsideDistrict:isRegisteredInDistrict',
    ])
  })

  test('only in the filing year; the next year it is scored as 未落地', () => {
    const late = { ...landing, landedOn: day('2023-01-05') }
    const verdict = checkTransition(anEffectiveLead(), 'landed', late, { ...context, asOf: day('2023-02-01') })
    expect(refusals(verdict)).toEqual(['landingOtherYear:landedOn'])
    expect(sentence(verdict)).toContain('按“未落地”计分')
    expect(!verdict.ok && areFactsKeepable(verdict.error)).toBe(true)
    const alsoNameless = checkTransition(anEffectiveLead(), 'landed', { ...late, companyName: '' }, context)
    expect(!alsoNameless.ok && areFactsKeepable(alsoNameless.error)).toBe(false)
  })

  test('a doubtful credit code does not stand in the way', () => {
    expect(checkTransition(anEffectiveLead(), 'landed', { ...landing, creditCode: '123' }, context).ok).toBe(true)
  })
})

describe('endings', () => {
  const ended = { endedOn: day('2022-11-01'), endingReason: '区里通知' }

  test('invalid and revoked need decision, reason and document', () => {
    expect(refusals(checkTransition(aFiledLead(), 'invalid', { districtClass: 'invalid' }, context))).toEqual([
      'leadNeedsFields:endedOn',
      'leadNeedsFields:endingReason',
      'leadNeedsDocument:documentReference',
    ])
    const invalid = checkTransition(
      aFiledLead(),
      'invalid',
      { districtClass: 'invalid', ...ended, ...document },
      context,
    )
    expect(invalid.ok && leadState(invalid.value, context.asOf)).toBe('invalid')
    const revoked = checkTransition(anEffectiveLead(), 'revoked', { ending: 'revoked', ...ended }, context)
    expect(revoked.ok && leadState(revoked.value, context.asOf)).toBe('revoked')
  })

  test('a handler may end talks and withdraw', () => {
    const handler = { ...context, role: 'handler' } as const
    const dormant = checkTransition(anEffectiveLead(), 'dormant', { ending: 'dormant', ...ended }, handler)
    expect(dormant.ok && leadState(dormant.value, context.asOf)).toBe('dormant')
    const withdrawn = checkTransition(aFiledLead(), 'withdrawn', { ending: 'withdrawn', ...ended }, handler)
    expect(withdrawn.ok && leadState(withdrawn.value, context.asOf)).toBe('withdrawn')
    expect(refusals(checkTransition(aFiledLead(), 'withdrawn', { ending: 'withdrawn' }, handler))).toEqual([
      'leadNeedsFields:endedOn',
      'leadNeedsFields:endingReason',
    ])
  })
})
