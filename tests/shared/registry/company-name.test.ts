import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAlike, isSameCompany, nameKeyOf, normaliseCompanyName } from '../../../shared/registry/company-name'

describe('same company by name (product.md B6)', () => {
  test.each([
    ['国能智深控制技术有限公司', '国能智深控制技术 有限公司', true],
    ['国能智深控制技术有限公司', '国能智深控制技术有限责任公司', true],
    ['国能智深（天津）控制技术有限公司', '国能智深(天津)控制技术有限公司', true],
    ['国能智深（天津）控制技术有限公司', '国能智深天津控制技术有限公司', true],
    ['津城物流股份有限公司', '津城物流股份公司', true],
    ['津城物流\u3000有限公司\n', '津城物流有限公司', true],
    ['ＡＢＣ科技有限公司', 'abc科技有限公司', true],
    ['津城物流有限公司（筹）', '津城物流有限公司', true],
    ['“津城”物流有限公司', '津城物流有限公司', true],
    ['津城物流有限公司', '津城物流股份有限公司', false],
    ['津城物流有限公司', '津城物流', false],
    ['国能智深（北京）控制技术有限公司', '国能智深（天津）控制技术有限公司', false],
    ['', '', false],
    ['有限公司', '有限公司', true],
  ])('%j and %j: %s', (left, right, same) => {
    expect(isSameCompany(left, right)).toBe(same)
    expect(isSameCompany(right, left)).toBe(same)
  })

  test('normalising twice changes nothing for names without a chain of endings', () => {
    const name = fc.tuple(
      fc.stringMatching(/^[天津国能智深物流AB（）() ]{1,12}$/),
      fc.constantFrom('', '有限公司', '公司'),
    )
    fc.assert(
      fc.property(name, ([stem, form]) => {
        const once = normaliseCompanyName(stem + form)
        expect(normaliseCompanyName(once)).toBe(once)
      }),
    )
  })
})

describe('像同一家 (product.md B6)', () => {
  test.each([
    ['津城物流有限公司', '津城物流股份有限公司', true],
    ['津城物流有限公司', '津城物流', true],
    ['河北瑞检科技公司', '河北瑞检科技有限公司', true],
    ['国能智深控制技术有限公司', '国能智深控制技术(天津)有限公司', true],
    ['苏州天瞳威视电子科技有限公司', '苏州天瞳威视科技有限公司', true],
    ['河北瑞检科技公司', '河北瑞达科技公司', false],
    ['上海轴承股份公司', '上海轴承研究所', false],
    ['甲公司', '乙公司', false],
    ['', '', false],
  ])('%j and %j: %s', (left, right, alike) => {
    expect(isAlike(nameKeyOf(left), nameKeyOf(right))).toBe(alike)
    expect(isAlike(nameKeyOf(right), nameKeyOf(left))).toBe(alike)
  })
})
