import { describe, expect, it } from 'vitest'
import { readScheme } from '../../../shared/scoring/read-rule'
import { codeOf, valueOf } from '../../builders'
import { leads, places, rankedBy, schemeNamed, texts, type Given } from './contenders'
import { aFigure, aLine } from './returns'

const third = schemeNamed('scheme-cat3')

/** 指标 30 + 信息 35 × months ÷ 12 + 培训 14 (none required) + 配合: 12 months are 100, 11 are 97.08. */
function aUnit(name: string, months: number, more: Partial<Given> = {}): Given {
  return { name, lines: [...leads(4), ...texts(months)], cooperate: '21', ...more }
}

describe('places of one category (product M3)', () => {
  it('97.08 twice: the same place, and the next one skips: 1, 2, 2, 4', () => {
    const ranking = rankedBy(third, 3, [aUnit('丁', 10), aUnit('乙', 11), aUnit('甲', 12), aUnit('丙', 11)])
    expect(places(ranking)).toEqual([
      ['甲', 1, '100.00'],
      ['乙', 2, '97.08'],
      ['丙', 2, '97.08'],
      ['丁', 4, '94.17'],
    ])
    const [first, second, third_] = ranking.units
    expect([first?.tied, second?.tied, third_?.tied]).toEqual([1, 2, 2])
    expect(first?.tieBreak).toBe('')
    expect(second?.tieBreak).toBe('总分同为97.08，指标考核封顶前的完成数也相同，2家并列。')
    expect(second?.exact).toBe('1165/12')
    expect(ranking.tieBreakRule).toContain('总分相同的，依次比较指标考核封顶前的完成数')
  })

  it('what is over the cap parts equal totals and nothing else', () => {
    const more = aUnit('多报', 11, { lines: [...leads(5), ...texts(11)] })
    const ranking = rankedBy(third, 3, [aUnit('甲', 12), aUnit('乙', 11), more])
    expect(places(ranking).map(([unit, rank]) => [unit, rank])).toEqual([
      ['甲', 1],
      ['多报', 2],
      ['乙', 3],
    ])
    expect(ranking.units[1]?.tieBreak).toBe('总分同为97.08，按指标考核封顶前的完成数排序：本单位1.25，同分单位1。')
  })

  it('without a tie-break in the document equals stay equal', () => {
    const plain = valueOf(readScheme({ ...third, ranking: { tieBreak: [] } }))
    const more = aUnit('多报', 11, { lines: [...leads(5), ...texts(11)] })
    const ranking = rankedBy(plain, 3, [aUnit('乙', 11), more])
    expect(ranking.units.map(({ rank, tied }) => [rank, tied])).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect(ranking.tieBreakRule).toBe('总分相同的，名次并列，后续名次顺延（1、2、2、4）。')
  })

  it('components of the scheme part equals in the order of its list', () => {
    const byTexts = valueOf(
      readScheme({ ...third, ranking: { tieBreak: [{ by: 'cooperate', clause: '先看配合' }, { by: 'brief' }] } }),
    )
    // 30 + 35 + 14 + 14 = 93, and 30 + 35 × 11 ÷ 12 + 14 + 16.92 = 93.0033….
    const ranking = rankedBy(byTexts, 3, [
      { name: '少配合', lines: [...leads(4), ...texts(12)], cooperate: '14' },
      { name: '多配合', lines: [...leads(4), ...texts(11)], cooperate: '16.92' },
    ])
    expect(places(ranking)).toEqual([
      ['多配合', 1, '93.00'],
      ['少配合', 2, '93.00'],
    ])
    expect(ranking.units[0]?.tieBreak).toBe('总分同为93.00，按先看配合排序：本单位16.92，同分单位14。')
  })

  it('the exact total is compared only where the scheme says so', () => {
    const exact = valueOf(readScheme({ ...third, ranking: { by: 'exactTotal', tieBreak: [] } }))
    const units = [
      { name: '少配合', lines: [...leads(4), ...texts(12)], cooperate: '14' },
      { name: '多配合', lines: [...leads(4), ...texts(11)], cooperate: '16.92' },
    ]
    // 93.0033… and 93 both print 93.00.
    expect(rankedBy(exact, 3, units).units.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['多配合', 1],
      ['少配合', 2],
    ])
  })

  it('a tie-break that names no component of the scheme is refused with its place', () => {
    const refused = readScheme({ ...third, ranking: { tieBreak: [{ by: 'nothing' }] } })
    expect(codeOf(refused)).toBe('schemeInvalid')
    expect(refused.ok ? {} : refused.error.params).toEqual({ at: 'ranking › tieBreak', problem: '没有这个项目' })
  })
})

describe('units without a place', () => {
  it('未报, 退回, 自愿参加 and 一票否决 come last with their reason; nobody gets a zero for not reporting', () => {
    const first = schemeNamed('scheme-cat1')
    const ranking = rankedBy(first, 1, [
      { name: '未报单位', lines: null },
      aUnit('否决单位', 12, { vetoes: ['seriousFraud'] }),
      { name: '退回单位', lines: null, standing: 'returned' },
      { name: '自愿单位', lines: null, isOptional: true },
      aUnit('虚报单位', 12, { vetoes: ['falseReport'] }),
    ])
    expect(ranking.units.map(({ unit, rank, score, reason }) => [unit, rank, score, reason])).toEqual([
      ['虚报单位', 1, '70.00', ''],
      ['未报单位', null, null, '未报'],
      ['否决单位', null, '0.00', '一票否决'],
      ['退回单位', null, null, '退回重报，未重新报送'],
      ['自愿单位', null, null, '自愿参加，未报'],
    ])
    expect(ranking.units[0]?.vetoes).toMatchObject([{ effect: 'noHonour' }])
  })

  it('without a scheme there is completion and no point is invented (product P3)', () => {
    const lines = [aFigure('projects.count', { label: '在库项目', cumulative: '18', target: '20' })]
    const ranking = rankedBy(null, 2, [{ name: '甲', lines }])
    expect(ranking.scheme).toBeNull()
    expect(ranking.units).toMatchObject([
      {
        rank: null,
        score: null,
        reason: '没有考核办法，只显示完成情况',
        components: [
          { name: '在库项目', points: null, arithmetic: '18 ÷ 20 = 90.0%', lines: ['figure/projects.count'] },
        ],
      },
    ])
  })

  it('what is missing to full marks is said by component', () => {
    const [unit] = rankedBy(third, 3, [{ name: '甲', lines: [...leads(3), ...texts(12)] }]).units
    expect(unit?.gap).toBe('指标考核差7.5分；材料反馈宣传配合待评')
  })
})

describe('海州 2019 as data (illustrative weights)', () => {
  const scheme = schemeNamed('haizhou-2019-scheme')
  const project = (id: string, hundredMillions: string) =>
    aLine({
      key: `project/${id}`,
      kind: 'project',
      detail: { totalInvestment: `${Number(hundredMillions) * 10_000}`, stage: 'started', startedOn: '2019-05-01' },
    })
  const target = (code: string, cumulative: string, of: string | null) =>
    aFigure(code, { cumulative, target: of, unit: '万元' })

  function componentsOf(given: Given) {
    const [unit] = rankedBy(scheme, 4, [given]).units
    return new Map(unit?.components.map((each) => [each.id, each]))
  }

  it('HZ2, HZ6: 固投 90.0 % of 30 points; projects of 0.6, 1.2 and 6亿 are 3.7, exactly 5亿 is 1.5', () => {
    const lines = [
      target('fixedInvestment', '198000', '220000'),
      project('a', '0.6'),
      project('b', '1.2'),
      project('c', '6'),
    ]
    const components = componentsOf({ name: '甲镇', lines })
    expect(components.get('fixedInvestment')?.points).toBe('27.00')
    expect(components.get('started')?.points).toBe('3.70')
    expect(componentsOf({ name: '甲镇', lines: [project('d', '5')] }).get('started')?.points).toBe('1.50')
  })

  it('HZ4: 发改局 takes no part in 争取资金, which is not a zero', () => {
    const funds = componentsOf({ name: '发改局', lines: [target('funds', '100', '200')] }).get('funds')
    expect([funds?.points, funds?.arithmetic]).toEqual([null, '不参加'])
    expect(componentsOf({ name: '商务局', lines: [target('funds', '100', '200')] }).get('funds')?.points).toBe('10.00')
  })

  it('HZ5: a unit without a target is listed under 其他成果, unless the rules rank it', () => {
    const given = {
      name: '自愿单位',
      lines: [target('fixedInvestment', '5000', null), project('a', '2')],
      isOptional: true,
    }
    expect(rankedBy(scheme, 4, [given]).units).toMatchObject([{ rank: null, reason: '没有目标任务，列入其他成果' }])
    const open = { ...scheme, ranking: { ...scheme.ranking, withoutTarget: 'ranked' as const } }
    expect(rankedBy(open, 4, [given]).units).toMatchObject([{ rank: 1, score: '1.20' }])
  })
})

describe('rules that need the other units', () => {
  const fourth = schemeNamed('scheme-cat4')
  const street = (name: string, projects: string, retained: string): Given => ({
    name,
    lines: [
      aFigure('projects.count', { cumulative: projects }),
      aFigure('revenue.districtRetained', { cumulative: retained, unit: '万元' }),
    ],
  })
  const pointsOf = (units: readonly Given[], id: string, all = units) =>
    Object.fromEntries(
      rankedBy(fourth, 4, units, all).units.map(({ unit, components }) => [
        unit,
        components.find((each) => each.id === id)?.points,
      ]),
    )

  it('功效系数 lies between the lowest and the highest of the category; all equal have full marks', () => {
    const units = [street('甲街', '12', '1'), street('乙街', '9', '1'), street('丙街', '3', '1')]
    expect(pointsOf(units, 'projects')).toEqual({ 甲街: '20.00', 乙街: '17.33', 丙街: '12.00' })
    expect(pointsOf([street('甲街', '5', '1'), street('乙街', '5', '1')], 'projects')).toEqual({
      甲街: '20.00',
      乙街: '20.00',
    })
  })

  it('a rank table over the whole district counts units of other categories before', () => {
    const streets = [street('甲街', '1', '8'), street('乙街', '1', '6')]
    const others = ['9.1', '9.2', '9.3', '7'].map((retained, index) => street(`局${index}`, '1', retained))
    expect(pointsOf(streets, 'revenue')).toEqual({ 甲街: '10.00', 乙街: '10.00' })
    expect(pointsOf(streets, 'revenue', [...streets, ...others])).toEqual({ 甲街: '5.00', 乙街: '5.00' })
  })

  it('a unit that did not report the figure waits for it', () => {
    const units = [street('甲街', '12', '1'), { name: '乙街', lines: [] }]
    expect(pointsOf(units, 'projects')['乙街']).toBeNull()
  })

  it('one figure compared in the category and in the district at once is refused', () => {
    const twice = fourth.components.map((each) => ('among' in each ? { ...each, key: 'same' } : each))
    expect(codeOf(readScheme({ ...fourth, components: twice }))).toBe('schemeInvalid')
  })
})
