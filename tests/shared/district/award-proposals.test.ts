import { describe, expect, it } from 'vitest'
import { proposeAwards, type Candidate } from '../../../shared/district/award-proposals'
import type { CategoryRanking, RankedUnit } from '../../../shared/district/record'
import type { ReportedLine } from '../../../shared/exchange/lines'
import type { AwardPlan } from '../../../shared/scoring/award-plan'
import { day } from '../../builders'
import { planNamed } from './contenders'
import { aFigure } from './returns'

const plan = planNamed('awards-2022')
const haizhou = planNamed('haizhou-2019-awards')

interface Won {
  readonly category?: 1 | 2 | 3 | 4
  readonly rank?: number | null
  readonly vetoes?: RankedUnit['vetoes']
  readonly lines?: readonly ReportedLine[]
  readonly brief?: string
}

function candidate(
  name: string,
  score: string | null,
  { category = 4, rank = 1, vetoes = [], lines = [], brief }: Won = {},
) {
  const component = { id: 'brief', name: '月度信息', points: brief ?? null, max: '35', arithmetic: '', lines: [] }
  const ranked: RankedUnit = {
    unitId: name,
    unit: name,
    rank: score === null ? null : rank,
    tied: 1,
    score,
    exact: score,
    max: '100',
    tieBreak: '',
    reason: score === null ? '未报' : '',
    components: brief === undefined ? [] : [component],
    vetoes,
    before: null,
    gap: '',
  }
  return { unit: { id: name, name, aliases: [], category }, ranked, lines } satisfies Candidate
}

function proposed(
  given: AwardPlan,
  id: string,
  group: string,
  candidates: readonly Candidate[],
  rankings: readonly CategoryRanking[] = [],
) {
  const found = proposeAwards(given, candidates, rankings).find((each) => each.awardId === id && each.group === group)
  if (!found) throw new Error('no such award')
  return found
}

const streets = (scores: readonly string[]) =>
  scores.map((score, index) => candidate(`街${index + 1}`, score, { rank: index + 1 }))
const names = (award: { readonly winners: readonly { readonly unit: string }[] }) =>
  award.winners.map(({ unit }) => unit)
const delayed: RankedUnit['vetoes'] = [
  { clause: '延误报送的，不允许评为先进单位', on: day('2022-03-01'), effect: 'noHonour' },
]

describe('综合奖 (product M4, 海州 2019: 镇街、区直各5名)', () => {
  it('gives five places in each group, with the reason, and never more', () => {
    const all = [
      ...streets(['99', '98', '97', '96', '95', '94']),
      ...[90, 91, 92, 93, 94, 95].map((score, index) =>
        candidate(`局${index}`, `${score}`, { category: index < 3 ? 1 : 3, rank: 6 - index }),
      ),
    ]
    expect(names(proposed(plan, 'composite', '镇街', all))).toEqual(['街1', '街2', '街3', '街4', '街5'])
    const bureaus = proposed(plan, 'composite', '区直', all)
    expect(names(bureaus)).toEqual(['局5', '局4', '局3', '局2', '局1'])
    expect(bureaus.winners[0]).toMatchObject({ place: 1, value: '95', reason: '区直总分95，第1名' })
    expect([bureaus.prize, bureaus.note]).toEqual(['5万元', ''])
  })

  it('a unit with a recorded act is left out with the clause, and the next one moves up', () => {
    const [first, ...rest] = streets(['99', '98', '97', '96', '95', '94'])
    const award = proposed(plan, 'composite', '镇街', [
      ...rest,
      candidate('街1', first?.ranked.score ?? '', { vetoes: delayed }),
    ])
    expect(names(award)).toEqual(['街2', '街3', '街4', '街5', '街6'])
    expect(award.excluded).toEqual([
      { unitId: '街1', unit: '街1', reason: '延误报送的，不允许评为先进单位（2022-03-01）' },
    ])
  })

  it('an act of a unit that would not have won anyway is no news; one that lost all its points is named', () => {
    const zeroed = candidate('街8', '0', {
      rank: null,
      vetoes: [{ clause: '一票否决', on: day('2022-03-01'), effect: 'zeroTotal' }],
    })
    const award = proposed(plan, 'composite', '镇街', [
      ...streets(['99', '98', '97', '96', '95']),
      candidate('街7', '60', { rank: 6, vetoes: delayed }),
      zeroed,
    ])
    expect(award.excluded.map(({ unit }) => unit)).toEqual(['街8'])
  })

  it('fewer candidates than places: those there are, and the number that is missing', () => {
    const award = proposed(plan, 'composite', '镇街', [...streets(['99', '98', '0']), candidate('未报街', null)])
    expect(names(award)).toEqual(['街1', '街2'])
    expect(award.note).toBe('符合条件的只有2家，名额5个。')
  })

  it('equals across the border are left to a person, equals inside share the place', () => {
    const all = [
      ...streets(['99', '98', '98', '96']),
      candidate('甲街', '95', { rank: 5 }),
      candidate('乙街', '95', { rank: 5 }),
    ].map((each) => (each.unit.name === '街3' ? candidate('街3', '98', { rank: 2 }) : each))
    const award = proposed(plan, 'composite', '镇街', all)
    expect(award.winners.map(({ unit, place }) => [unit, place])).toEqual([
      ['街1', 1],
      ['街2', 2],
      ['街3', 2],
      ['街4', 4],
    ])
    expect(award.note).toBe('甲街、乙街成绩相同，只剩1个名额，由区里研究确定。')
  })

  it('equal totals keep the order of their category; across categories nothing parts them', () => {
    const own = [1, 2, 3, 4, 5, 6].map((rank) => candidate(`局${rank}`, '90', { category: 3, rank }))
    expect(names(proposed(plan, 'composite', '区直', own))).toEqual(['局1', '局2', '局3', '局4', '局5'])
    const mixed = [...own.slice(0, 5), candidate('委1', '90', { category: 1, rank: 1 })]
    const award = proposed(plan, 'composite', '区直', mixed)
    expect(award.winners).toEqual([])
    expect(award.note).toContain('只剩5个名额')
  })

  it('a group of several schemes says so', () => {
    const ranking = (category: 1 | 3, id: string): CategoryRanking => ({
      category,
      label: '',
      scheme: { id, version: '1.0.0', name: id, docRef: '' },
      units: [],
      tieBreakRule: '',
    })
    expect(proposed(plan, 'composite', '区直', streets(['9']), [ranking(1, 'a'), ranking(3, 'b')]).note).toContain(
      '考核办法不同',
    )
    expect(proposed(plan, 'composite', '区直', streets(['9']), [ranking(1, 'a'), ranking(3, 'a')]).note).not.toContain(
      '考核办法不同',
    )
  })
})

describe('单项奖 (2—3名)', () => {
  const funds = (name: string, cumulative: string, target: string | null) =>
    candidate(name, '50', { lines: [aFigure('funds', { cumulative, target, unit: '万元' })] })

  it('goes by completion; 发改局 and 财政局 take no part, below the target nobody wins', () => {
    const award = proposed(haizhou, 'funds', '', [
      funds('海州区发改局', '300', '100'),
      funds('商务局', '110', '100'),
      funds('工信局', '150', '100'),
      funds('教育局', '99', '100'),
    ])
    expect(award.winners.map(({ unit, value, place }) => [unit, value, place])).toEqual([
      ['工信局', '150.0%', 1],
      ['商务局', '110.0%', 2],
    ])
    expect(award.excluded).toEqual([
      { unitId: '海州区发改局', unit: '海州区发改局', reason: '按办法不参加本项：取前2—3名，发改局、财政局除外' },
    ])
    expect(award.note).toBe('')
  })

  it('units without a target come behind those with one, by their amount', () => {
    const open = { ...haizhou, single: haizhou.single.map((each) => ({ ...each, max: 3, needsTarget: false })) }
    const award = proposed(open, 'funds', '', [
      funds('甲局', '900', null),
      funds('乙局', '50', '100'),
      funds('丙局', '901', null),
    ])
    expect(award.winners.map(({ unit, value }) => [unit, value])).toEqual([
      ['乙局', '50.0%'],
      ['丙局', '901万元'],
      ['甲局', '900万元'],
    ])
  })

  it('by the points of a component; too few to choose from is said; a zero wins nothing', () => {
    const award = proposed(plan, 'briefs', '', [
      candidate('甲局', '80', { category: 3, brief: '35.00' }),
      candidate('乙局', '80', { category: 3, brief: '0.00' }),
    ])
    expect(award.winners).toMatchObject([{ unit: '甲局', value: '35.00', reason: '月度信息35.00分，第1名' }])
    expect(award.note).toBe('符合条件的只有1家，名额2个。')
  })

  it('three equals for the last two places: the first stays, the rest is for a person', () => {
    const award = proposed(haizhou, 'funds', '', [
      funds('甲', '200', '100'),
      ...['乙', '丙', '丁'].map((name) => funds(name, '150', '100')),
    ])
    expect(names(award)).toEqual(['甲'])
    expect(award.note).toBe('乙、丙、丁成绩相同，只剩2个名额，由区里研究确定。')
  })
})
