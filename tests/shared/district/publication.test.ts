import { describe, expect, test } from 'vitest'
import { hiddenIn, nameHider, unitCodes } from '../../../shared/district/anonymous'
import { objectionDay, placeText, publicationCode, resultChanges } from '../../../shared/district/publication'
import type { PublishedResult, RankedUnit } from '../../../shared/district/record'
import { calendarsOf } from '../../../shared/core/calendar'
import { shippedCalendars } from '../../../shared/core/shipped-calendars'
import { sha256Hex } from '../../../electron/reports/digest'
import { day } from '../../builders'

function ranked(unitId: string, unit: string, rank: number | null, score: string | null): RankedUnit {
  const about = {
    tied: rank === null ? 0 : 1,
    exact: score,
    max: '100',
    tieBreak: '',
    reason: rank === null ? '未报' : '',
  }
  return { unitId, unit, rank, score, ...about, components: [], vetoes: [], before: null, gap: '' }
}

function result(units: readonly RankedUnit[], awards: PublishedResult['awards'] = []): PublishedResult {
  const category = { category: 3 as const, label: '第三类', scheme: null, units: [...units], tieBreakRule: '' }
  const returns = { expected: 2, onTime: 2, late: [], missing: [] }
  return {
    period: '2022Q2',
    district: '示例办',
    asOf: day('2022-06-30'),
    categories: [category],
    awards,
    totals: [],
    funnel: [],
    returns,
  }
}

const award = (unitId: string, unit: string): PublishedResult['awards'][number] => ({
  awardId: 'a',
  name: '招商奖',
  kind: 'single',
  group: '区直',
  clause: '',
  prize: '',
  winners: [{ unitId, unit, place: 1, value: '3', reason: '' }],
  excluded: [],
  note: '',
})

const head = { version: 1, kind: 'trial', publishedOn: day('2022-07-05') } as const

describe('what differs from the version before (M6)', () => {
  const before = result([ranked('a', '甲局', 1, '30'), ranked('b', '乙局', 2, '20')], [award('a', '甲局')])

  test('places, scores and awards, each once; equal results give nothing', () => {
    const after = result([ranked('b', '乙局', 1, '31'), ranked('a', '甲局', 2, '30')], [award('b', '乙局')])
    expect(resultChanges(before, after)).toEqual([
      { unit: '乙局', what: '名次', from: '第2名', to: '第1名' },
      { unit: '乙局', what: '得分', from: '20', to: '31' },
      { unit: '乙局', what: '奖项建议', from: '无', to: '招商奖（区直）' },
      { unit: '甲局', what: '名次', from: '第1名', to: '第2名' },
      { unit: '甲局', what: '奖项建议', from: '招商奖（区直）', to: '无' },
    ])
    expect(resultChanges(before, before)).toEqual([])
  })

  test('a unit that came or went is told, and one that lost its place', () => {
    const after = result([ranked('a', '甲局', null, null), ranked('c', '丙局', 1, '5')], [award('a', '甲局')])
    expect(resultChanges(before, after).map(({ unit, what, from, to }) => `${unit} ${what} ${from}→${to}`)).toEqual([
      '甲局 名次 第1名→未报',
      '甲局 得分 30→—',
      '丙局 名次 不在册→第1名',
      '丙局 得分 —→5',
      '乙局 名次 第2名→不在册',
      '乙局 得分 20→—',
    ])
    expect(placeText({ rank: 2, tied: 2, reason: '' })).toBe('第2名（并列）')
  })
})

describe('核对码 of a publication', () => {
  const one = result([ranked('a', '甲局', 1, '30')])

  test('does not hang on ids; one number, the version or the kind makes it another', () => {
    const code = publicationCode(one, head, sha256Hex)
    expect(code).toMatch(/^\d{4}-\d{4}$/)
    expect(publicationCode(result([ranked('other', '甲局', 1, '30')]), head, sha256Hex)).toBe(code)
    const others = [
      publicationCode(result([ranked('a', '甲局', 1, '30.01')]), head, sha256Hex),
      publicationCode(one, { ...head, version: 2 }, sha256Hex),
      publicationCode(one, { ...head, kind: 'final' }, sha256Hex),
    ]
    expect(new Set([code, ...others]).size).toBe(4)
  })
})

test('异议期 counts working days and leaves holidays out; a final result has none', () => {
  const calendars = calendarsOf(shippedCalendars)
  // 2022-09-30 is followed by the National Day week; 8 and 9 October are worked.
  const trial = { ...head, publishedOn: day('2022-09-30') }
  expect(objectionDay(trial, 5, calendars)).toBe('2022-10-12')
  expect(objectionDay({ ...trial, kind: 'final' }, 5, calendars)).toBeNull()
})

describe('without names (M7)', () => {
  const units = [
    { id: 'a', name: '东丽区审计局', aliases: ['审计局机关'] },
    { id: 'b', name: '东丽区审计局东丽湖分局', aliases: [] },
    { id: 'c', name: '某某镇', aliases: ['某镇'] },
  ]
  const codes = unitCodes(result([ranked('b', '', 1, '3'), ranked('a', '', 2, '2'), ranked('c', '', 3, '1')]))

  test('codes follow the list; the longest name goes first, shorter ways to write it go too', () => {
    const hide = nameHider(units, codes)
    expect(hide('东丽区审计局东丽湖分局优于东丽区审计局和区审计局、审计局机关')).toBe(
      '单位01优于单位02和单位02、单位02',
    )
    // Two characters are a word of their own as often as a name.
    expect(hide('某镇在某某镇')).toBe('某镇在单位03')
  })

  test('reaches every text of a structure and leaves its shape', () => {
    const hide = nameHider(units, codes)
    const value = { list: [{ note: '审计局未报', count: 2, on: null }] }
    expect(hiddenIn(value, hide)).toEqual({ list: [{ note: '单位02未报', count: 2, on: null }] })
    expect(nameHider([], codes)('审计局')).toBe('审计局')
  })

  test('marks in a name are letters, not a pattern', () => {
    expect(
      nameHider([{ id: 'a', name: '示例(试点)局', aliases: ['a.*b局'] }], codes)('示例(试点)局 axxb局 a.*b局'),
    ).toBe('单位02 axxb局 单位02')
  })
})
