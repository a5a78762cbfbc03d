import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkCreditCode,
  creditCodeCheckCharacter,
  normaliseCreditCode,
  type CreditCodeVerdict,
} from '../../../shared/registry/credit-code'

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const seventeen = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }).map((all) => all.join(''))

describe('统一社会信用代码 (GB 32100-2015)', () => {
  const cases: readonly (readonly [string, CreditCodeVerdict, string])[] = [
    ['91350100M000100Y43', 'valid', 'the example of GB 32100-2015'],
    ['91120110MA0000001D', 'valid', 'sample company 1'],
    ['91120110MA0000002G', 'valid', 'sample company 2'],
    ['91120110MA0000001E', 'wrongCheck', 'one digit wrong'],
    ['91120110MA0000011D', 'wrongCheck', 'one digit wrong in the middle'],
    ['９１１２０１１０ＭＡ０００００01d', 'valid', 'full width and small letter'],
    ['91120110 MA00 0000 1D', 'valid', 'spaces'],
    ['91120110MA0000001', 'wrongLength', '17 characters'],
    ['', 'wrongLength', 'empty'],
    ['91120110IA0000001D', 'wrongCharacter', 'I is not used'],
    ['91120110MA000000OD', 'wrongCharacter', 'O is not used'],
    ['91120110MA0000001Z', 'wrongCharacter', 'Z as check character'],
  ]
  test.each(cases)('%s is %s (%s)', (code, verdict) => {
    expect(checkCreditCode(code)).toBe(verdict)
  })

  test('every single wrong character is noticed', () => {
    fc.assert(
      fc.property(seventeen, fc.nat(16), fc.constantFrom(...alphabet), (code, at, other) => {
        fc.pre(code[at] !== other)
        const check = creditCodeCheckCharacter(code) ?? ''
        expect(checkCreditCode(code + check)).toBe('valid')
        expect(checkCreditCode(code.slice(0, at) + other + code.slice(at + 1) + check)).toBe('wrongCheck')
      }),
    )
  })

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = normaliseCreditCode(text)
        expect(normaliseCreditCode(once)).toBe(once)
      }),
    )
  })
})
