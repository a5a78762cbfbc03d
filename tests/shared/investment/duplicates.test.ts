import { describe, expect, test } from 'vitest'
import { findDuplicates } from '../../../shared/investment/duplicates'
import { duplicateText } from '../../../shared/terms/investment-checks'
import { aFiledLead, aLandedLead, day, indexOf } from './builders'

const withAlike = { withAlike: true }
const subject = aFiledLead({ id: 'new', investorName: '国能智深控制技术 有限公司', filedOn: null })
const known = (facts: Parameters<typeof aFiledLead>[0]) => aFiledLead({ id: 'old', title: '智能控制基地', ...facts })

describe('duplicate watch (product.md B6)', () => {
  test.each([
    ['same normalised name', { investorName: '国能智深控制技术有限责任公司' }, 'sameName'],
    ['alike name', { investorName: '国能智深控制技术（天津）有限公司' }, 'alikeName'],
    ['another name', { investorName: '津城物流有限公司' }, null],
    ['no name', { investorName: '' }, null],
    ['a lead that was withdrawn', { investorName: subject.investorName, ending: 'withdrawn' }, null],
    ['a lead that is invalid', { investorName: subject.investorName, districtClass: 'invalid' }, null],
    ['a lead that is a duplicate itself', { investorName: subject.investorName, duplicateOf: 'first' }, null],
  ] as const)('%s', (_name, facts, kind) => {
    expect(findDuplicates(subject, indexOf(known(facts)), withAlike).map((found) => found.kind)).toEqual(
      kind ? [kind] : [],
    )
  })

  test('the credit code is the surest and each lead is named once', () => {
    const old = aLandedLead({ id: 'old', investorName: subject.investorName })
    const found = findDuplicates({ ...subject, creditCode: '91120110ma0000001d' }, indexOf(old), withAlike)
    expect(found.map(({ leadId, kind }) => [leadId, kind])).toEqual([['old', 'creditCode']])
  })

  test('the company of a landed lead is compared with the investor of a new one', () => {
    const found = findDuplicates(
      { ...subject, investorName: '天津瑞检医疗检测有限公司' },
      indexOf(aLandedLead()),
      withAlike,
    )
    expect(found.map(({ name }) => name)).toEqual(['天津瑞检医疗检测有限公司'])
  })

  test('a lead is no duplicate of itself, nor of the one it is marked for', () => {
    const old = known({ investorName: subject.investorName })
    expect(findDuplicates(old, indexOf(old), withAlike)).toEqual([])
    expect(findDuplicates({ ...subject, duplicateOf: 'old' }, indexOf(old), withAlike)).toEqual([])
  })

  test('spellings are left out on request', () => {
    const old = known({ investorName: '国能智深控制技术（天津）有限公司' })
    expect(findDuplicates(subject, indexOf(old), { withAlike: false })).toEqual([])
  })

  test('the question names the company, the month and who entered it (product.md §3.7)', () => {
    const candidate = { kind: 'sameName', name: '国能智深控制技术有限公司', filedOn: day('2022-05-06') } as const
    expect(duplicateText(candidate, '招商组组员')).toBe(
      '已有同名企业“国能智深控制技术有限公司”（2022年5月招商组组员录入）。是同一家吗？',
    )
    expect(duplicateText({ ...candidate, filedOn: null })).toContain('（未备案）')
  })
})
