import { expect, test } from 'vitest'
import { completeness } from '../../../shared/investment/completeness'
import { completenessText } from '../../../shared/terms/investment-checks'
import { aLead } from './builders'

const full = {
  investorProfile: '主业检测',
  intention: '建平台',
  expectedBenefit: '年税收100万元',
  constructionPlan: '一期',
  investmentIntensity: '每亩500万元',
  expectedRevenue: '2000万元',
  headcount: '80人',
}

test.each([
  ['7 of 7', full, 7, []],
  [
    '5 of 7 and the two gaps (product.md B2)',
    { ...full, headcount: '', constructionPlan: ' ' },
    5,
    ['constructionPlan', 'headcount'],
  ],
  ['nothing', {}, 0, Object.keys(full)],
  [
    'quick entry with name, place and one line',
    { investorName: '甲', investorRegion: '江苏省', intention: '建平台' },
    2,
    Object.keys(full).filter((item) => item !== 'investorProfile' && item !== 'intention'),
  ],
])('%s', (_name, facts, done, gaps) => {
  expect(completeness(aLead(facts))).toEqual({ done, total: 7, gaps })
})

test('in words', () => {
  expect(completenessText(5, 7, ['constructionPlan', 'headcount'])).toBe('材料5/7，还缺：建设规划、人员规模')
  expect(completenessText(7, 7, [])).toBe('材料7/7')
})
