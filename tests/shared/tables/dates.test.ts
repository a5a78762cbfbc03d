import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseIsoDate } from '../../../shared/core/dates'
import { readDate } from '../../../shared/tables/cells/date'
import { readDue } from '../../../shared/tables/cells/due'
import { readMonth } from '../../../shared/tables/cells/month'
import type { ParsedCell } from '../../../shared/tables/cells/parsed-cell'
import type { DueReading } from '../../../shared/tables/reading'
import type { Cell } from '../../../shared/tables/workbook'

const context = { year: 2022, is1904: false, isUntyped: false }
const text = (value: string): Cell => ({ kind: 'text', text: value })
const number = (value: string): Cell => ({ kind: 'number', text: value, isPercent: false })
const codes = ({ problems }: ParsedCell): readonly string[] =>
  problems.map(({ code, severity }) => `${severity} ${code}`)

function due(value: string): DueReading {
  const read = readDue(text(value), context).value
  if (typeof read !== 'object' || read === null) throw new Error(`no due: ${value}`)
  return read
}

describe('days in every form of domain.md §9', () => {
  test.each([
    '2022.3.31',
    '2022/3/31',
    '2022-03-31',
    '20220331',
    '2022年3月31日',
    '二〇二二年三月三十一日',
    '二○二二年三月三十一日',
    '3月31日',
    '三月三十一日',
    '２０２２．３．３１',
    ' 2022 年 3 月 31 日 ',
    '2022年03月31日',
    '2022-03-31 00:00:00',
    '2022/3/31 9:30',
    '2022年3月31日（星期四）',
    '2022-3-31',
    '2022年3月31号',
  ])('%s', (value) => {
    expect(readDate(text(value), context)).toEqual({ value: '2022-03-31', problems: [] })
  })

  test('serials, also of the 1904 system, and true date cells', () => {
    expect(readDate(number('44651'), context).value).toBe('2022-03-31')
    expect(readDate(number('44651.75'), context).value).toBe('2022-03-31')
    expect(readDate(number('44651'), { ...context, is1904: true }).value).toBe('2026-04-01')
    expect(readDate(number('20220331'), context).value).toBe('2022-03-31')
    expect(readDate(text('44651'), { ...context, isUntyped: true }).value).toBe('2022-03-31')
    expect(readDate({ kind: 'date', text: '2022-03-31' }, context).value).toBe('2022-03-31')
  })

  test('months are their last day; as a number they are doubted', () => {
    expect(readDue(text('2022年12月'), context)).toMatchObject({
      value: { dueOn: '2022-12-31', precision: 'month' },
      problems: [],
    })
    expect(readDue(text('2022.3'), context)).toMatchObject({
      value: { dueOn: '2022-03-31', precision: 'month' },
      problems: [],
    })
    const numeric = readDue(number('2022.3'), context)
    expect(numeric.value).toMatchObject({ dueOn: '2022-03-31', precision: 'month' })
    expect(codes(numeric)).toEqual(['warning dateMonthOnly'])
    expect(codes(readDate(text('2022年3月'), context))).toEqual(['warning dateMonthOnly'])
  })

  test.each([
    ['4月31日', '4月30日'],
    ['2022-02-30', '2022-02-28'],
    ['2024年2月30日', '2024年2月29日'],
    ['20220230', '20220228'],
    ['4月31日前', '4月30日前'],
    ['2022.30.3', null],
    ['2022-13-01', null],
    ['13月5日', null],
    ['2022年13月', null],
    ['2022-03-311', null],
    ['12022-03-31', null],
    ['22年3月5日', null],
    ['022年3月5日', null],
    ['2022年3-31', null],
    ['25日', null],
  ])('%s is no day; suggestion %s', (value, suggestion) => {
    for (const read of [readDate(text(value), context), readDue(text(value), context)]) {
      expect(read.value).toBeNull()
      expect(codes(read)).toEqual(['error dateInvalid'])
      expect(read.problems[0]?.suggestion).toBe(suggestion)
    }
  })

  test.each(['2022', '2022.13', '0', '-3', '1.5', '999999', '2022.123'])('the number %s is no day', (value) => {
    expect(readDate(number(value), context).value).toBeNull()
  })

  test.each(['', '/', '—', '无', '　'])('%j is nothing', (value) => {
    expect(readDate(text(value), context)).toEqual({ value: null, problems: [] })
    expect(readDue(text(value), context)).toEqual({ value: null, problems: [] })
  })
})

describe('due dates in words', () => {
  test.each([
    ['4月29日前', '2022-04-29', 'day'],
    ['2022年12月底', '2022-12-31', 'month'],
    ['12月底', '2022-12-31', 'month'],
    ['十二月底前', '2022-12-31', 'month'],
    ['3月底', '2022-03-31', 'month'],
    ['2月末', '2022-02-28', 'month'],
    ['6月上旬', '2022-06-10', 'month'],
    ['6月中旬', '2022-06-20', 'month'],
    ['上半年', '2022-06-30', 'quarter'],
    ['2023年上半年', '2023-06-30', 'quarter'],
    ['前三季度', '2022-09-30', 'quarter'],
    ['一季度末', '2022-03-31', 'quarter'],
    ['第三季度', '2022-09-30', 'quarter'],
    ['全年', '2022-12-31', 'year'],
    ['年底前', '2022-12-31', 'year'],
    ['2021年底前', '2021-12-31', 'year'],
    ['2021年年底', '2021-12-31', 'year'],
    ['2021上半年', '2021-06-30', 'quarter'],
    ['按津政发〔2021〕5号要求，6月底前', '2022-06-30', 'month'],
    ['1-12月', '2022-12-31', 'month'],
    ['2022年3—4月份', '2022-04-30', 'month'],
    ['3月1日至3月31日', '2022-03-31', 'day'],
    ['2022年6月24日前报送', '2022-06-24', 'day'],
  ])('%s → %s', (words, day, precision) => {
    expect(due(words)).toEqual({ text: words, dueOn: day, precision, rule: { kind: 'fixed' } })
  })

  test.each([
    ['每月底', { kind: 'monthly' }],
    ['每月', { kind: 'monthly' }],
    ['每月25日前', { kind: 'monthly' }],
    ['月底前', { kind: 'monthly' }],
    ['每季度末', { kind: 'quarterly' }],
    ['季末月25日前', { kind: 'quarterly' }],
    ['每月、每季度', { kind: 'monthlyAndQuarterly' }],
    ['公布后5个工作日内', { kind: 'afterEvent', workingDays: 5 }],
    ['收到通知后十个工作日内', { kind: 'afterEvent', workingDays: 10 }],
    ['长期', { kind: 'longTerm' }],
    ['持续推进', { kind: 'longTerm' }],
    ['按通知要求', { kind: 'unknown' }],
  ])('%s has no day of its own', (words, rule) => {
    expect(readDue(text(words), context)).toEqual({
      value: { text: words, dueOn: null, precision: 'day', rule },
      problems: [],
    })
  })

  test('several days are a list, the last one is due', () => {
    expect(due('3月25日、6月25日、9月25日、12月25日前')).toMatchObject({
      dueOn: '2022-12-25',
      rule: { kind: 'dates', on: ['2022-03-25', '2022-06-25', '2022-09-25', '2022-12-25'] },
    })
    expect(due('分别于2022年3月25日、30日和2023年1月5日前')).toMatchObject({
      rule: { kind: 'dates', on: ['2022-03-25', '2022-03-30', '2023-01-05'] },
    })
  })

  test('words that name no day are kept with a warning; relative years are never guessed', () => {
    expect(codes(readDue(text('视情况'), context))).toEqual(['warning dateInvalid'])
    expect(readDue(text('明年3月底'), context).value).toBeNull()
  })
})

test('months of briefs', () => {
  expect(
    ['1月', '一月', '2021年11月', '2022-03', '12', '2022年05月份'].map((each) => readMonth(text(each), context).value),
  ).toEqual(['2022-01', '2022-01', '2021-11', '2022-03', '2022-12', '2022-05'])
  expect(codes(readMonth(text('13月'), context))).toEqual(['error dateInvalid'])
})

describe('properties', () => {
  const day = fc.record({
    year: fc.integer({ min: 2000, max: 2099 }),
    month: fc.integer({ min: 1, max: 14 }),
    day: fc.integer({ min: 1, max: 33 }),
  })
  const forms = [
    (y: number, m: number, d: number) => `${y}-${m}-${d}`,
    (y: number, m: number, d: number) => `${y}.${m}.${d}`,
    (y: number, m: number, d: number) => `${y}/${String(m).padStart(2, '0')}/${String(d).padStart(2, '0')}`,
    (y: number, m: number, d: number) => `${y}年${m}月${d}日`,
    (y: number, m: number, d: number) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
  ]

  test('a written day is read as itself or refused, never as another day', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...forms), ({ year, month, day: of }, form) => {
        const iso = `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`
        const expected = parseIsoDate(iso)
        expect(readDate(text(form(year, month, of)), context).value).toBe(expected)
        const read = readDue(text(form(year, month, of)), context).value
        expect(typeof read === 'object' && read !== null ? read.dueOn : null).toBe(expected)
      }),
    )
  })

  test('any text is read or refused without throwing, and what is read exists', () => {
    const piece = fc.constantFrom(
      '2022',
      '年',
      '3',
      '月',
      '31',
      '日',
      '-',
      '.',
      '/',
      '前',
      '底',
      '每',
      '季',
      '二',
      '十',
      '至',
      '、',
      ' ',
      '前三季度',
      '个工作日',
    )
    const anything = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 9 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anything, fc.boolean(), (value, isUntyped) => {
        const read = readDate(text(value), { ...context, isUntyped }).value
        expect(typeof read === 'string' ? parseIsoDate(read) : null).toBe(read)
        const reading = readDue(text(value), { ...context, isUntyped }).value
        const dueOn = typeof reading === 'object' ? (reading?.dueOn ?? null) : null
        expect(dueOn === null ? null : parseIsoDate(dueOn)).toBe(dueOn)
      }),
      { numRuns: 2000 },
    )
  })

  test('a suggestion can be read', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...forms), ({ year, month, day: of }, form) => {
        const suggestion = readDate(text(form(year, month, of)), context).problems[0]?.suggestion
        expect(readDate(text(suggestion ?? '2022-03-31'), context).problems).toEqual([])
      }),
    )
  })
})
