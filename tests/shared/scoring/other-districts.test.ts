import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ScoringFacts } from '../../../shared/scoring/facts'
import { evaluate } from '../../../shared/scoring/evaluate'
import type { Scheme } from '../../../shared/scoring/scheme'
import { readScheme } from '../../../shared/scoring/read-rule'
import { remarkText } from '../../../shared/terms/scoring'
import { component, day, facts, figure, given, item, ratio, times } from './builders'

const folder = path.join(import.meta.dirname, 'schemes')

/** Another district is a new file, not new code: read like a file that the district sends. */
function district(id: string): Scheme {
  const read = readScheme(JSON.parse(readFileSync(path.join(folder, `${id}.json`), 'utf8')))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

function scored(id: string, changes: Partial<ScoringFacts>) {
  const scheme = district(id)
  const result = evaluate(scheme, facts(changes), day(`${scheme.year}-12-31`))
  const remarks = [...result.notes, ...result.components.flatMap((part) => part.records.map((record) => record.why))]
  for (const remark of remarks) expect(remarkText(remark)).not.toMatch(/undefined|[{}]/)
  return result
}

test('every scheme file of the folder is valid', () => {
  const files = readdirSync(folder)
  expect(files).toHaveLength(13)
  for (const file of files) expect(district(file.replace('.json', '')).format).toBe(1)
})

describe('HZ 海州区 2019: targets only, completion without points (P12)', () => {
  const rates = (ratios: ScoringFacts['ratios'], unitNames: readonly string[] = []) =>
    scored('hz-2019', { ratios, unitNames })

  test('HZ1 新开工 18/20 = 90.0%; 亿元以上 7/6 = 116.7%', () => {
    const result = rates({ started: ratio('18', '20'), startedOver1: ratio('7', '6') })
    expect(component(result, 'started').rate).toEqual({ percent: '90.0%', num: '18', den: '20' })
    expect(component(result, 'startedOver1').rate?.percent).toBe('116.7%')
    expect([result.total, component(result, 'started').points, component(result, 'started').state]).toEqual([
      null,
      null,
      'unscored',
    ])
  })

  test('HZ2 固投 198000 of 220000万元 = 90.0%', () => {
    expect(component(rates({ fixedAssets: ratio('198000', '220000') }), 'fixedAssets').rate?.percent).toBe('90.0%')
  })

  test('HZ3 协税 35000 of 36870万元 = 94.9%', () => {
    expect(component(rates({ taxAssist: ratio('35000', '36870') }), 'taxAssist').rate?.percent).toBe('94.9%')
  })

  test('HZ4 发改局 does not take part in 争取资金: excluded, not 0', () => {
    const funds = component(rates({ funds: ratio('100', '162000') }, ['区发改局', '发改局']), 'funds')
    expect([funds.state, funds.points, funds.notes[0]?.code]).toEqual(['excluded', null, 'excludedUnit'])
    expect(component(rates({ funds: ratio('81000', '162000') }, ['审计局']), 'funds').rate?.percent).toBe('50.0%')
  })

  test('HZ5 a unit without target has no rate and is listed under 其他成果', () => {
    const reserve = component(rates({ reserve: ratio('1', null) }), 'reserve')
    expect([reserve.rate, reserve.raw, reserve.notes[0]?.code]).toEqual([null, '1', 'noTarget'])
  })

  test('HZ6 weights 0.6/1.2/6亿 = 1 + 1.2 + 1.5 = 3.7; exactly 5亿 = 1.5', () => {
    const projects = [item('0.6'), item('1.2'), item('6')]
    expect(scored('hz-2019-weights', { items: { projects } }).exactTotal).toBe('3.7')
    expect(scored('hz-2019-weights', { items: { projects: [item('5')] } }).exactTotal).toBe('1.5')
  })

  test('HZ 延误、虚报、漏报 takes the honour away and leaves the figures', () => {
    const result = scored('hz-2019', { vetoes: [{ vetoId: 'falseReport', on: day('2019-06-01'), docRef: null }] })
    expect(result.vetoes).toEqual([
      { id: 'falseReport', clause: '延误、虚报、漏报的，取消先进单位资格', on: '2019-06-01', effect: 'noHonour' },
    ])
  })

  test('a veto with effect zeroTotal leaves 0 and says so', () => {
    const scheme = district('t5')
    const strict = { ...scheme, vetoes: [{ id: 'fraud', clause: '弄虚作假', effect: 'zeroTotal' as const }] }
    const all = facts({
      items: { projects: [item('3')] },
      vetoes: [{ vetoId: 'fraud', on: day('2023-06-01'), docRef: null }],
    })
    const before = evaluate(strict, all, day('2023-05-31'))
    const after = evaluate(strict, all, day('2023-06-01'))
    expect([before.total, after.total, component(after, 'size').state]).toEqual(['10.00', '0.00', 'vetoed'])
  })
})

describe('X24 published results of 2024 (P2, P5)', () => {
  const sheet = (
    domestic: string,
    count: string,
    amount: string,
    large: readonly string[],
    support: readonly string[],
  ) =>
    scored('x24', {
      ratios: {
        domestic: ratio(domestic, '100'),
        foreign: ratio('120', '100'),
        signedCount: ratio(count, '27'),
        signedAmount: ratio(amount, '54'),
      },
      figures: {
        from3: figure(large[0] ?? ''),
        from10: figure(large[1] ?? ''),
        from20: figure(large[2] ?? ''),
        overdue: figure('1'),
        falsified: figure('0'),
      },
      events: {
        award: times(support[0] ?? ''),
        keyEnterprise: times(support[1] ?? ''),
        platform: times(support[2] ?? ''),
      },
    })

  test('X24a 0.48 + 0.60 + 0.5 + 0.5 + 0.3 + 0.4 = 2.78', () => {
    const result = sheet('96', '28', '177.7', ['7', '4', '1'], ['0', '1', '1'])
    expect(result.components.map((entry) => entry.points)).toEqual(['0.48', '0.60', '0.50', '0.50', '0.30', '0.40'])
    expect(result.total).toBe('2.78')
  })

  test('X24b 0.45 + 0.60 + 0.5 + 0.5 + 0.5 + 0.4 = 2.95', () => {
    expect(sheet('90', '29', '141.94', ['9', '4', '1'], ['0', '2', '1']).total).toBe('2.95')
  })

  test('X24-2 a rate above 120% counts as 120%', () => {
    expect(component(scored('x24', { ratios: { foreign: ratio('150', '100') } }), 'foreign').points).toBe('0.60')
  })

  test('X24-4 each missing project costs 0.1, never below 0', () => {
    const large = (from3: string, from10: string) =>
      component(
        scored('x24', { figures: { from3: figure(from3), from10: figure(from10), from20: figure('1') } }),
        'large',
      ).points
    expect([large('5', '4'), large('0', '0')]).toEqual(['0.30', '0.00'])
  })
})

describe('AH Anhui county, quarterly (P2, P7, P11)', () => {
  test('AH1 20 + 16 + 13.3333 + (9.1 + 3.6) + 13 = 75.03', () => {
    const result = scored('ah', {
      ratios: { newProjects: ratio('2', '3'), funds: ratio('80', '100'), fit: ratio('2', '3') },
      manual: { park: given('13'), town: given('12') },
      figures: { team: [...figure('14'), ...figure('12'), ...figure('13')] },
    })
    expect([result.total, component(result, 'carrier').exact, component(result, 'team').exact]).toEqual([
      '75.03',
      '12.7',
      '13',
    ])
  })

  test('AH2 eight leader visits are 4.0, capped 3.0', () => {
    const bonus = component(scored('ah', { events: { leaderVisit: times('8') } }), 'bonusEvents')
    expect([bonus.points, bonus.notes[0]?.code]).toEqual(['3.00', 'eventCapped'])
  })

  test('AH3 52亿 with 3.85% spent in the year gives 0; with 5% gives 8, once per project', () => {
    const large = (inYear: string) =>
      component(scored('ah', { items: { large: [item('52', [], { inYear })] } }), 'bonusLarge').points
    expect([large('2'), large('2.6')]).toEqual(['0.00', '8.00'])
    const one = item('52', [], { inYear: '3' })
    const twice = scored('ah', { items: { large: [one, { ...one, amount: '12' }] } })
    expect([component(twice, 'bonusLarge').points, twice.bonus]).toEqual(['8.00', '8'])
  })
})

test('XX1 市 2023: 120% capped 50, 18/20 = 27, 16 by hand: 93', () => {
  const ratios = { signed: ratio('120', '100'), leading: ratio('18', '20') }
  expect(scored('xx-2023', { ratios, manual: { other: given('16') } }).exactTotal).toBe('93')
})

describe('LH 临海 2022 (P4, P8)', () => {
  const landing = (traits: readonly string[]) =>
    component(scored('lh-2022', { items: { landed: [item('25', traits)] } }), 'landing').exact

  test('LH1 25亿 省外 制造业 4 × 1.2 = 4.8; 省内 2.4', () => {
    expect([landing(['manufacturing']), landing(['manufacturing', 'inProvince'])]).toEqual(['4.8', '2.4'])
  })

  test('LH2 25亿 landed and started in 2022: 1.5 × 1.5 = 2.25', () => {
    const result = scored('lh-2022', { items: { started: [item('25', ['sameYear'])] } })
    expect(component(result, 'starting').exact).toBe('2.25')
  })

  test.each([
    [1, '1'],
    [4, '0.4'],
    [8, '0'],
  ])('LH3 place %d gives %s, floor 0', (place, expected) => {
    expect(component(scored('lh-2022', { ranks: { place: { place, on: null } } }), 'place').exact).toBe(expected)
  })
})

describe('YA 延安 2017 (P3, P7)', () => {
  test('YA1 new, 12亿, 产业, 45%, provincial: 5 + 20 + 15 + 27 + 20 = 87', () => {
    const result = scored('ya-2017', {
      items: { projects: [item('12', ['newStart', 'industry'])] },
      ratios: { progress: ratio('45', '100') },
      events: { provincial: times('1') },
    })
    expect(result.exactTotal).toBe('87')
  })

  test('YA2 续建 3亿 民生 110%: 2 + 6 + 8 + 66 = 82, the source sets no cap', () => {
    const result = scored('ya-2017', {
      items: { projects: [item('3', ['continued', 'livelihood'])] },
      ratios: { progress: ratio('110', '100') },
    })
    expect(result.exactTotal).toBe('82')
  })

  test('YA3 exactly 5亿 is in the upper tier: 10', () => {
    const result = scored('ya-2017', { items: { projects: [item('5')] } })
    expect(component(result, 'plan').exact).toBe('10')
  })

  test('YA 集中活动 counts at most four times a year; 通报 costs at most 20', () => {
    const result = scored('ya-2017', { events: { campaign: times('6'), criticised: times('7') } })
    expect(component(result, 'extras').exact).toBe('100')
  })
})

test.each([
  ['3', '10'],
  ['2.9999', '5'],
  ['0.5', '3'],
  ['10', '20'],
])('T5 %s亿 is in the tier of %s points', (amount, expected) => {
  expect(scored('t5', { items: { projects: [item(amount)] } }).exactTotal).toBe(expected)
})

test('T5 read upper-inclusive, exactly 3亿 would be in the lower tier', () => {
  const scheme = district('t5')
  const components = scheme.components.map((entry) =>
    entry.rule === 'tieredCount' ? { ...entry, boundary: 'upperInclusive' as const } : entry,
  )
  const result = evaluate({ ...scheme, components }, facts({ items: { projects: [item('3')] } }), day('2023-12-31'))
  expect(result.exactTotal).toBe('5')
})

describe('ZD 市重点工程 2020 (P8, P10)', () => {
  test.each([
    ['95', '24.5'],
    ['100', '25'],
    ['110', '27'],
    ['140', '32'],
    ['200', '35'],
    ['-50', '15'],
  ])('ZD1 %s%% gives %s', (percent, expected) => {
    const result = scored('zd-2020', { ratios: { progress: ratio(percent, '100') } })
    expect(component(result, 'progress').exact).toBe(expected)
  })

  const place = (self: string, ties: 'best' | 'dense' | 'average') => {
    const scheme = district('zd-2020')
    const components = scheme.components.map((entry) => (entry.rule === 'rankTable' ? { ...entry, ties } : entry))
    const values = ['99', '98', '97', '97', '96', '95']
    return component(
      evaluate(
        { ...scheme, components },
        facts({ peers: { place: { self, all: [self, ...values] } } }),
        day('2020-12-31'),
      ),
      'place',
    )
  }

  test('ZD rank 1–3/4–6/7–10 gives 7/5/3 from the peers', () => {
    expect([place('100', 'best').points, place('96.5', 'best').points, place('1', 'best').points]).toEqual([
      '7.00',
      '5.00',
      '3.00',
    ])
  })

  test('ZD ties: 97 shares place 3 with two others', () => {
    expect([place('97', 'best').exact, place('97', 'dense').exact, place('97', 'average').exact]).toEqual([
      '7',
      '7',
      '5.6667…',
    ])
    expect([place('95.5', 'best').raw, place('95.5', 'dense').raw]).toEqual(['6', '5'])
  })
})

describe('GA 高安 2021 功效系数 (P9)', () => {
  const efficacy = (self: string, others: readonly string[]) =>
    scored('ga-2021', { peers: { figure: { self, all: [self, ...others] } } })

  test('GA1 1200/900/300 gives 100.00/86.67/60.00', () => {
    expect([
      efficacy('1200', ['900', '300']).total,
      efficacy('900', ['1200', '300']).total,
      efficacy('300', ['1200', '900']).total,
    ]).toEqual(['100.00', '86.67', '60.00'])
  })

  test('GA all equal gives 100 to all', () => {
    expect(efficacy('5', ['5', '5']).total).toBe('100.00')
  })
})

describe('ST town steps (P6)', () => {
  const step = (task: string, invested: string, missing: string) =>
    scored('st', {
      ratios: { task: ratio(task, '100'), invested: ratio(invested, '100') },
      events: { missingReport: times(missing) },
    }).exactTotal

  test('ST1 85% and 25%, two reports missing: 75 − 2 = 73', () => expect(step('85', '25', '2')).toBe('73'))
  test('ST2 100% and 19% gives 0', () => expect(step('100', '19', '0')).toBe('0'))
  test('ST missing reports cost at most 12', () => expect(step('100', '20', '15')).toBe('88'))
})

test.each([
  ['99', '0'],
  ['100', '60'],
  ['125', '61'],
  ['300', '70'],
  ['900', '70'],
])('OC 2006: %s%% gives %s', (percent, expected) => {
  expect(scored('oc-2006', { ratios: { task: ratio(percent, '100') } }).exactTotal).toBe(expected)
})

describe('TL 桐庐 直接晋档 (P13)', () => {
  const promotion = (task: string, changes: Partial<ScoringFacts>) =>
    scored('tl-2022', { ratios: { task: ratio(task, '100') }, ...changes }).promotion

  test.each([
    ['three more 亿元 projects', { items: { extra: [item('1'), item('2'), item('1.5')] } }],
    ['one 10亿', { items: { extra: [item('10')] } }],
    ['3000万美元', { figures: { foreignWanDollars: figure('3000') } }],
  ])('%s after the task', (_name, changes) => {
    expect([promotion('100', changes), promotion('99', changes)]).toEqual(['granted', 'notGranted'])
  })

  test('two more are not enough', () => {
    expect(promotion('120', { items: { extra: [item('1'), item('9')] } })).toBe('notGranted')
  })
})
