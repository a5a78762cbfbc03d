import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readChoice, readYesNo } from '../../../shared/tables/cells/choice'
import { readCode } from '../../../shared/tables/cells/code'
import { readInteger } from '../../../shared/tables/cells/integer'
import { readNumber } from '../../../shared/tables/cells/number'
import { percentMeaning, percentValue } from '../../../shared/tables/cells/percent'
import { settleAmount, settleQuantity } from '../../../shared/tables/cells/quantity'
import { lostDash, readText } from '../../../shared/tables/cells/text'
import { onlyUnitOf, readUnit } from '../../../shared/tables/cells/unit'
import { streamChoice } from '../../../shared/assignments/table'
import type { Cell } from '../../../shared/tables/workbook'

const text = (value: string): Cell => ({ kind: 'text', text: value })
const number = (value: string, isPercent = false): Cell => ({ kind: 'number', text: value, isPercent })

function quantity(cell: Cell | string, unit: string | null): string {
  const read = readNumber(typeof cell === 'string' ? text(cell) : cell)
  const settled = settleQuantity(read, {
    row: unit === null ? null : readUnit(unit),
    header: null,
    sheet: null,
    isMoney: true,
  })
  return [settled.value, settled.unit, ...settled.problems.map(({ code }) => code)].join(' ')
}

describe('numbers with units', () => {
  test.each([
    ['４', '个', '4 个'],
    ['12篇', '篇', '12 篇'],
    ['3,687', '户', '3687 户'],
    ['３，６８７．５', '万元', '3687.5 万元'],
    ['0.0005亿元', '万元', '5 万元'],
    ['22亿元', '万元', '220000 万元'],
    ['1.2亿', '万元', '12000 万元'],
    ['5000万', null, '5000 万元'],
    ['12,000元', '万元', '1.2 万元'],
    ['（123）', '万元', '-123 万元'],
    ['（123）', '个', '123 个'],
    ['1.2万', '户', '12000 户'],
    ['约12', '次', '12 次 numberApproximate'],
    ['约500', '万元', '500 万元 numberApproximate'],
    ['12篇左右', '篇', '12 篇 numberApproximate'],
    ['不少于12篇', '篇', '12 篇'],
    ['500-5000', '万元', ' 万元 numberRange'],
    ['500—5000万元', '万元', ' 万元 numberRange'],
    ['5', null, '5  unitMissing'],
    ['12次', '篇', '12 篇 unitMixed'],
    ['5万元', '个', ' 个 unitMixed'],
    ['0', '个', '0 个'],
    ['/', '个', ' 个'],
    ['—', '个', ' 个'],
    ['无', '个', ' 个'],
    ['3,68', '个', ' 个'],
  ])('%s in %s', (value, unit, expected) => {
    expect(quantity(value, unit)).toBe(expected)
  })

  test('cells that are numbers lose only float noise', () => {
    expect(quantity(number('0.30000000000000004'), '万元')).toBe('0.3 万元')
    expect(quantity(number('1E-3'), '万元')).toBe('0.001 万元')
    expect(readNumber(number('12345678901234567')).problems[0]?.code).toBe('numberInvalid')
  })

  test('amounts without a unit cell end in 万元, or ask for the unit', () => {
    const amount = (value: string, header: string | null): unknown => {
      const { value: settled, problems } = settleAmount(
        readNumber(text(value)),
        header === null ? null : readUnit(header),
        null,
      )
      return [settled, problems.map(({ code }) => code)]
    }
    expect(amount('5.2亿', '万元')).toEqual(['52000', []])
    expect(amount('4980', '万元')).toEqual(['4980', []])
    expect(amount('12000', '元')).toEqual(['1.2', []])
    expect(amount('（0.10）', '万元')).toEqual(['-0.1', []])
    expect(amount('12', null)).toEqual(['12', ['unitMissing']])
  })

  test('a unit line that names several units names none', () => {
    expect([onlyUnitOf('万元')?.label, onlyUnitOf('个、篇、万元')]).toEqual(['万元', null])
  })

  test('formulas without a result and error cells are refused', () => {
    expect(readNumber({ kind: 'formula', text: '=A1' }).problems[0]?.code).toBe('formulaWithoutValue')
    expect(readNumber({ kind: 'error', text: '#REF!' }).problems[0]?.code).toBe('cellError')
  })

  test('counts are whole numbers within their range', () => {
    expect(readInteger(text('600字'), 1000).value).toBe(600)
    expect(readInteger(text('1.5'), 1000).problems[0]?.code).toBe('numberInvalid')
    expect(readInteger(number('1001'), 1000).problems[0]?.code).toBe('numberInvalid')
  })
})

describe('percents', () => {
  const read = (cells: readonly Cell[]): unknown => {
    const numbers = cells.map(readNumber)
    const meaning = percentMeaning(numbers)
    return numbers.map((each) => percentValue(each, meaning)?.value ?? null)
  }

  test('one meaning per column', () => {
    expect(read([number('0.949'), number('1'), number('0.75')])).toEqual(['94.9', '100', '75'])
    expect(read([number('94.9'), number('100')])).toEqual(['94.9', '100'])
    expect(read([text('100%'), text('100％'), number('0.949', true)])).toEqual(['100', '100', '94.9'])
  })

  test('a fraction among percents is doubted', () => {
    const numbers = [number('94.9'), number('0.949')].map(readNumber)
    expect(numbers.map((each) => percentValue(each, percentMeaning(numbers))?.isDoubtful)).toEqual([false, true])
  })
})

describe('codes, choices and text', () => {
  test('codes keep leading zeros and refuse lost digits', () => {
    expect(readCode(text(' 0012-Ａ '), 64).value).toBe('0012-A')
    expect(readCode(number('7'), 64).value).toBe('7')
    expect(readCode(text('9.1120110E+17'), 64).problems[0]?.code).toBe('codeScientific')
    expect(readCode(number('911201100000000000'), 64).problems[0]?.code).toBe('codeTooLong')
  })

  test('streams by their words, with breaks and spaces', () => {
    expect(
      ['抓营商环境\n', '抓 招商', '项目建设', '组织收入'].map((each) => readChoice(text(each), streamChoice).value),
    ).toEqual(['environment', 'investment', 'projects', 'revenue'])
    expect(readChoice(text('抓星星'), streamChoice).problems[0]).toMatchObject({
      code: 'choiceUnknown',
      params: { allowed: '抓招商、抓项目、抓营商环境、抓收入' },
    })
  })

  test('yes and no in every way they are ticked', () => {
    expect(['是', '√', '有', '✓', '否', '×', '无', 'X', '', '—'].map((each) => readYesNo(text(each)).value)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      null,
      null,
    ])
  })

  test('dashes that got lost', () => {
    expect(lostDash('评选23名先进')).toMatchObject({ proposed: '2—3名', text: '评选2—3名先进' })
    expect(lostDash('34月份开展')).toMatchObject({ proposed: '3—4月份' })
    expect(lostDash('阜海政办发〔20196号')).toMatchObject({ proposed: '〔2019〕6' })
    expect(['14名干部包联18家企业', '第12期', '〔2019〕6号', '12月份', '评选32名'].map(lostDash)).toEqual(
      Array(5).fill(null),
    )
  })

  test('text is trimmed, wrapped names are joined, control characters are told', () => {
    const rules = { maxLength: 10, isLine: true, checksDash: false }
    expect(readText(text(' \u200b韩家店\n镇　'), rules)).toEqual({ value: '韩家店镇', problems: [] })
    expect(readText(text('甲\u0007乙'), rules)).toMatchObject({ value: '甲乙', problems: [{ code: 'textCleaned' }] })
    expect(readText(text('字'.repeat(11)), rules).problems[0]?.code).toBe('textTooLong')
  })
})

describe('properties', () => {
  test('any text and any number cell is read without throwing, into decimal text of the store', () => {
    const piece = fc.constantFrom(
      '1',
      '23',
      '.',
      ',',
      '万',
      '亿',
      '元',
      '%',
      '（',
      '）',
      '-',
      '—',
      '约',
      '篇',
      '不少于',
      ' ',
    )
    const anything = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anything, fc.constantFrom('个', '万元', '%', null), (value, unit) => {
        const settled = settleQuantity(readNumber(text(value)), {
          row: unit === null ? null : readUnit(unit),
          header: null,
          sheet: null,
          isMoney: false,
        })
        expect(settled.value ?? '0').toMatch(/^-?\d+(\.\d+)?$/)
      }),
      { numRuns: 2000 },
    )
  })

  test('an integer written with a unit is itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom('个', '篇', '万元'), (value, unit) => {
        expect(quantity(`${value}${unit}`, unit)).toBe(`${value} ${unit}`)
        expect(quantity(value.toLocaleString('en-US'), unit)).toBe(`${value} ${unit}`)
      }),
    )
  })
})
