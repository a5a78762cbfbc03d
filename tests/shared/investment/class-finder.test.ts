import { describe, expect, test } from 'vitest'
import { investorRegionOf, proposeClass } from '../../../shared/investment/class-finder'
import type { LeadRecord } from '../../../shared/investment/record'
import { classCautionText, classReasonText } from '../../../shared/terms/investment-checks'
import { aLandedLead, aLead, aShareholding as holds } from './builders'

const home = ['天津']
const held = (...shareholdings: LeadRecord['shareholdings']) => aLead({ shareholdings })

describe('class proposed from the facts (指标定义③—⑥; domain.md §4 ambiguities 2, 6, 7)', () => {
  const cases: readonly (readonly [string, LeadRecord, string | null, readonly string[]])[] = [
    ['③ 500强 with 51 %', held(holds({ percent: '51', isTop500: true, region: 'outOfCity' })), 'highQuality', []],
    [
      '③ 500强 with exactly 50 %, another with 50 %: joint largest',
      held(
        holds({ holder: '甲', percent: '50', isTop500: true, region: 'outOfCity' }),
        holds({ holder: '乙', percent: '50', region: 'inCity' }),
      ),
      'highQuality',
      ['jointLargest'],
    ],
    [
      '③ 央企二级 with the largest share of 48 %',
      held(
        holds({ holder: '甲', percent: '48', isCentralSoeTier23: true, region: 'outOfCity' }),
        holds({ holder: '乙', percent: '30', region: 'inCity' }),
        holds({ holder: '丙', percent: '22', region: 'inCity' }),
      ),
      'highQuality',
      [],
    ],
    [
      '③ a listed company with 30 % against 70 %: the larger one decides',
      held(
        holds({ holder: '甲', percent: '30', isListed: true, region: 'beijing' }),
        holds({ holder: '乙', percent: '70', region: 'inCity' }),
      ),
      'inCity',
      ['smallHolderIgnored'],
    ],
    [
      '④ 国高新 above half',
      held(holds({ percent: '50.01', hasHiTechCertificate: true, region: 'inCity' })),
      'nationalHiTech',
      [],
    ],
    [
      '④ 国高新 with 50 % and the largest share',
      held(
        holds({ holder: '甲', percent: '50', hasHiTechCertificate: true, region: 'outOfCity' }),
        holds({ holder: '乙', percent: '30', region: 'inCity' }),
        holds({ holder: '丙', percent: '20', region: 'inCity' }),
      ),
      'nationalHiTech',
      [],
    ],
    ['（1） 北京', held(holds({ percent: '100', region: 'beijing' })), 'beijing', []],
    [
      '（1） 北京 and 国高新: one class, once',
      held(holds({ percent: '60', region: 'beijing', hasHiTechCertificate: true })),
      'beijing',
      ['equalClasses'],
    ],
    [
      '（1） 高质量 and 北京: the higher one',
      held(holds({ percent: '60', region: 'beijing', isTop500: true })),
      'highQuality',
      [],
    ],
    ['⑤ 市外', held(holds({ percent: '80', region: 'outOfCity' })), 'outOfCity', []],
    [
      '⑥ mixed holders: the largest is 市内',
      held(
        holds({ holder: '甲', percent: '45', region: 'inCity' }),
        holds({ holder: '乙', percent: '40', region: 'outOfCity' }),
        holds({ holder: '丙', percent: '15', region: 'outOfCity' }),
      ),
      'inCity',
      [],
    ],
    [
      'registered outside the district',
      aLandedLead({
        isRegisteredInDistrict: false,
        shareholdings: [holds({ percent: '80', isTop500: true, region: 'inCity' })],
      }),
      null,
      ['registeredOutside'],
    ],
    ['the only holder, share unknown', held(holds({ region: 'outOfCity' })), 'outOfCity', ['percentUnknown']],
    [
      'shares unknown',
      held(holds({ holder: '甲', region: 'beijing' }), holds({ holder: '乙', percent: '30', region: 'inCity' })),
      null,
      ['largestUnknown', 'smallHolderIgnored'],
    ],
    [
      'the rest cannot outweigh the known largest share',
      held(holds({ holder: '甲', percent: '50', region: 'beijing' }), holds({ holder: '乙', region: 'inCity' })),
      'beijing',
      [],
    ],
    [
      'marked as the largest without figures',
      held(holds({ holder: '甲', isLargest: true, region: 'outOfCity' }), holds({ holder: '乙', region: 'inCity' })),
      'outOfCity',
      [],
    ],
    ['place of the holder unknown', held(holds({ percent: '80' })), null, ['regionUnknown']],
    ['only the place of the investor', aLead({ investorName: '甲', investorRegion: '北京市朝阳区' }), 'beijing', []],
    ['nothing known', aLead(), null, ['nothingKnown']],
  ]
  test.each(cases)('%s', (_name, lead, leadClass, cautions) => {
    const proposal = proposeClass(lead, home)
    expect(proposal.leadClass).toBe(leadClass)
    expect(proposal.cautions).toEqual(cautions)
    for (const caution of proposal.cautions) expect(classCautionText(caution)).toMatch(/。$/)
  })

  test('never a district fact: the lead keeps its own', () => {
    const lead = held(holds({ percent: '80', isTop500: true, region: 'inCity' }))
    proposeClass(lead, home)
    expect(lead.districtClass).toBe('pending')
  })

  test('the chain names holder, share, criterion and clause', () => {
    const { reasons } = proposeClass(
      held(holds({ holder: '甲公司', percent: '51', hasHiTechCertificate: true, region: 'inCity' })),
      home,
    )
    expect(reasons.map(classReasonText)).toEqual([
      '甲公司持股51%，超过50%，有国家高新技术企业证书 → 国高新项目（实施方案 抓招商 指标定义④）',
      '甲公司持股51%，超过50%，在市内 → 市内优质（实施方案 抓招商 指标定义⑥）',
    ])
  })

  test.each([
    ['北京市', 'beijing'],
    [' 天津市东丽区', 'inCity'],
    ['市内', 'inCity'],
    ['河北省', 'outOfCity'],
    ['香港', 'abroad'],
    ['　', null],
  ])('place %j is %s', (place, region) => {
    expect(investorRegionOf(place, home)).toBe(region)
  })
})
