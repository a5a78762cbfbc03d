import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../../electron/cli/arguments'
import { districtCommand } from '../../../electron/cli/district-commands'
import { rulesCommand } from '../../../electron/cli/rules-command'
import type { Command } from '../../../electron/cli/command'
import { rankPeriod } from '../../../electron/district/rank'
import type { ReportedLine } from '../../../shared/exchange/lines'
import { aBureau, codeOf, day, dumpOf, fixture, refusalOf, valueOf } from '../../builders'
import { leads, planNamed, schemeNamed, texts } from '../../shared/district/contenders'
import { aFigure, aLead, aLine } from '../../shared/district/returns'
import { anOffice, type Office } from './review-office'

const period = '2022Q2'
const year = 2022

/** Half a year: 指标 30, 信息 35 × months ÷ 12, 培训 14. */
const half = (months: number, more: readonly ReportedLine[] = []) => [...leads(4), ...texts(months), ...more]

function issue(office: Office, rule: unknown, kind: 'scheme' | 'awards' = 'scheme') {
  return office.call('scoring.saveRule', { rule, kind, status: 'issued', reason: '示例' })
}

function give(office: Office, unitId: string, value: string, givenOn = '2022-07-05') {
  const figure = { unitId, year, componentId: 'cooperate', value, docRef: '区里评定', givenOn: day(givenOn) }
  return office.call('district.saveFigure', figure)
}

function ranks(office: Office, of = period) {
  const { categories } = valueOf(rankPeriod(office.context, office.store(), of))
  return categories.map(
    ({ category, units }) => [category, units.map(({ unit, rank, score }) => [unit, rank, score])] as const,
  )
}

async function outputOf(office: Office, command: Command, ...words: string[]) {
  const args = parseArguments(words, (name) => name)
  if (!args.ok) throw new Error('usage')
  const outcome = await command.run(office.context, args.value)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

/** Three units of 第三类 with 58.58 twice before 配合, one of 第一类 and one street. */
async function anOfficeWithReturns() {
  const office = await anOffice()
  await issue(office, schemeNamed('scheme-cat1'))
  const ids = {
    best: office.unit('示例一局'),
    second: office.unit('示例二局'),
    equal: office.unit('示例三局'),
    late: office.unit('示例四局'),
    silent: office.unit('示例五局'),
    first: office.unit('示例发改委', 1),
    street: office.unit('示例街道', 4),
  }
  office.receive(ids.best, period, half(6))
  office.receive(ids.second, period, half(5))
  office.receive(ids.equal, period, half(5))
  office.receive(ids.late, period, half(4))
  office.receive(ids.first, period, half(6))
  office.receive(ids.street, period, [aFigure('projects.count', { label: '在库项目', cumulative: '3', target: '4' })])
  return { office, ids }
}

describe('district.ranking', () => {
  it('1, 2, 2, 4 inside the category alone, from approved lines and given figures; writes nothing', async () => {
    const { office, ids } = await anOfficeWithReturns()
    for (const id of [ids.best, ids.second, ids.equal, ids.late]) await give(office, id, '18')
    const before = dumpOf(office.store().connection)
    expect(ranks(office)).toEqual([
      [1, [['示例发改委', 1, '40.00']]],
      [
        3,
        [
          ['示例一局', 1, '79.50'],
          ['示例二局', 2, '76.58'],
          ['示例三局', 2, '76.58'],
          ['示例四局', 4, '73.67'],
          ['示例五局', null, null],
        ],
      ],
      [4, [['示例街道', null, null]]],
    ])
    const { categories, asOf, isLocked } = await office.call('district.ranking', { period })
    expect([asOf, isLocked]).toEqual(['2022-06-30', false])
    expect(categories[2]?.units[0]?.components[0]?.arithmetic).toBe('3 ÷ 4 = 75.0%')
    expect(categories[1]?.units[0]?.components[0]?.lines).toContain('lead/l0')
    expect(dumpOf(office.store().connection)).toEqual(before)
  }, 30_000)

  it('a returned line does not count, and an adjusted class counts as the district decided', async () => {
    const { office, ids } = await anOfficeWithReturns()
    const verdict = (key: string, kind: 'adjusted' | 'returned', approved: string | null) =>
      office.call('district.saveVerdicts', {
        unitId: ids.best,
        period,
        verdicts: [{ key, verdict: kind, approved, reason: '核实' }],
      })
    const scoreOfBest = () =>
      valueOf(rankPeriod(office.context, office.store(), period)).categories[1]?.units.find(
        ({ unitId }) => unitId === ids.best,
      )?.score
    expect(scoreOfBest()).toBe('61.50')
    await verdict('lead/l0', 'returned', null)
    expect(scoreOfBest()).toBe('54.00')
    await verdict('lead/l1', 'adjusted', 'inCity')
    expect(scoreOfBest()).toBe('50.25')
  }, 30_000)

  it('a figure given while the period is judged holds for it; one given after it was locked does not', async () => {
    const { office, ids } = await anOfficeWithReturns()
    await give(office, ids.best, '20')
    await office.call('district.lock', { period })
    await give(office, ids.best, '21', '2022-07-06')
    expect(ranks(office)[1]?.[1]?.[0]).toEqual(['示例一局', 1, '81.50'])
  }, 30_000)

  it('a locked period keeps its scheme: a later version from the same day changes the open ones alone', async () => {
    const { office, ids } = await anOfficeWithReturns()
    office.receive(ids.best, '2022Q3', half(6))
    await office.call('district.lock', { period })
    const stricter = { ...schemeNamed('scheme-cat3'), version: '1.1.0' }
    const components = stricter.components.map((each) => (each.id === 'indicator' ? { ...each, target: '8' } : each))
    const { changes } = await office.call('scoring.trial', { rule: { ...stricter, components }, kind: 'scheme' })
    expect(changes).toEqual([
      { subject: '示例一局（2022Q3）', what: '总分', from: '61.50', to: '46.50' },
      { subject: '示例一局（2022Q3）', what: '指标考核', from: '30.00', to: '15.00' },
    ])
    await issue(office, { ...stricter, components })
    expect(ranks(office)[1]?.[1]?.[0]).toEqual(['示例一局', 1, '61.50'])
    expect(ranks(office, '2022Q3')[1]?.[1]?.[0]).toEqual(['示例一局', 1, '46.50'])
    await office.call('district.reopen', { period, reason: '更正' })
    expect(ranks(office)[1]?.[1]?.[0]).toEqual(['示例一局', 1, '46.50'])
  }, 30_000)

  it('a unit that left is not listed, one whose return went back waits, one that may take part is not missed', async () => {
    const { office, ids } = await anOfficeWithReturns()
    const fields = { aliases: [], category: 3 as const, contact: '', phone: '', remark: '' }
    await office.call('district.saveUnit', {
      id: ids.silent,
      fields: { ...fields, name: '示例五局', isOptional: true, leftOn: null },
    })
    await office.call('district.saveUnit', {
      id: office.unit('已撤并局'),
      fields: { ...fields, name: '已撤并局', isOptional: false, leftOn: day('2022-01-01') },
    })
    await office.call('district.setReturned', { unitId: ids.late, period, reason: '数据不全' })
    const [, third] = valueOf(rankPeriod(office.context, office.store(), period)).categories
    expect(third?.units.slice(-2).map(({ unit, reason }) => [unit, reason])).toEqual([
      ['示例四局', '退回重报，未重新报送'],
      ['示例五局', '自愿参加，未报'],
    ])
  }, 30_000)

  it('the place in the last published period stands beside', async () => {
    const { office, ids } = await anOfficeWithReturns()
    await office.call('district.lock', { period })
    await office.call('district.publish', { period, kind: 'final', changeNote: '' })
    office.receive(ids.best, '2022Q3', half(6))
    office.receive(ids.late, '2022Q3', half(6, [aLead('more', { happenedOn: day('2022-07-01') })]))
    const [, third] = valueOf(rankPeriod(office.context, office.store(), '2022Q3')).categories
    expect(third?.units.slice(0, 2).map(({ unit, before }) => [unit, before])).toEqual([
      ['示例一局', 1],
      ['示例四局', 4],
    ])
    const used = await refusalOf(
      office
        .call('scoring.rule', { documentId: 'example-2022-cat1', version: '1.0.0' })
        .then(({ row }) => office.call('scoring.retireRule', { id: row.id ?? '', reason: '不再用' })),
    )
    expect([used.code, used.params['period']]).toEqual(['ruleInUse', period])
  }, 30_000)

  it('is refused in a bureau’s own store and for a text that is no period', async () => {
    const bureau = await aBureau()
    expect((await refusalOf(bureau.call('district.ranking', { period }))).code).toBe('notDistrict')
    const { office } = await anOfficeWithReturns()
    expect(codeOf(rankPeriod(office.context, office.store(), '二季度'))).toBe('periodUnknown')
  }, 30_000)
})

describe('district.awards', () => {
  it('proposes by the plan in force; a recorded act excludes with its clause; no plan, no award', async () => {
    const { office, ids } = await anOfficeWithReturns()
    expect(await office.call('district.awards', { period })).toEqual([])
    await issue(office, planNamed('awards-2022'), 'awards')
    const veto = { year, vetoId: 'delayed', happenedOn: day('2022-05-05'), reason: '延误两次', docRef: '通报' }
    await office.call('district.saveVeto', { unitId: ids.best, ...veto })
    const [streets, bureaus, landing, briefs] = await office.call('district.awards', { period })
    expect(streets?.winners).toEqual([])
    expect(bureaus?.winners.map(({ unit, place }) => [unit, place])).toEqual([
      ['示例二局', 1],
      ['示例三局', 1],
      ['示例四局', 3],
      ['示例发改委', 4],
    ])
    expect(bureaus?.excluded).toEqual([
      { unitId: ids.best, unit: '示例一局', reason: '延误报送的，不允许评为先进单位（2022-05-05）' },
    ])
    expect(bureaus?.note).toContain('符合条件的只有4家，名额5个')
    expect(landing?.winners).toEqual([])
    expect(briefs?.winners.map(({ unit }) => unit)).toEqual(['示例二局', '示例三局', '示例四局'])
  }, 30_000)

  it('a changed plan is tried on the same returns: who would come in and who would go', async () => {
    const { office } = await anOfficeWithReturns()
    const plan = planNamed('awards-2022')
    await issue(office, plan, 'awards')
    const [composite] = plan.composite
    if (!composite) throw new Error('composite')
    const groups = [{ label: '区直', categories: [3 as const], count: 1 }]
    const rule = { ...plan, version: '1.1.0', composite: [{ ...composite, groups }], single: [] }
    const { changes } = await office.call('scoring.trial', { rule, kind: 'awards' })
    expect(changes.filter(({ what }) => what === '综合奖（区直）')).toEqual(
      ['示例发改委', '示例二局', '示例三局', '示例四局'].map((unit) => ({
        subject: `${unit}（2022Q2）`,
        what: '综合奖（区直）',
        from: '列入',
        to: '未列入',
      })),
    )
  }, 30_000)
})

describe('district.totals', () => {
  it('线索 → 推荐 → 落地 in the order of the notices, each opening to its units, with earlier periods beside', async () => {
    const office = await anOffice()
    const [one, two] = [office.unit('示例一局'), office.unit('示例街道', 4)]
    const landed = { landedOn: '2022-05-20', isRegisteredInDistrict: 'yes', contactedOn: '2022-05-12' }
    const records = [
      aLead('a', { detail: landed }),
      aLead('b', { detail: { ...landed, leadClass: 'beijing' } }),
      aLead('c', { detail: { contactedOn: '2022-05-12' } }),
      aLead('d'),
      aLead('e', { detail: { ending: 'withdrawn' } }),
      aLead('f', { detail: { duplicateOf: 'a' } }),
      aLine({ key: 'project/p', kind: 'project', detail: { totalInvestment: '10000' } }),
      aLine({ key: 'project/q', kind: 'project', detail: { totalInvestment: '9999.99' } }),
    ]
    office.receive(one, period, records)
    office.receive(one, '2022Q3', [...records, aLead('g', { happenedOn: day('2022-08-01') })])
    office.receive(two, '2022Q3', [
      aFigure('investment.filed', { label: '备案项目信息', cumulative: '10' }),
      aFigure('investment.landed', { label: '落地项目', cumulative: '2' }),
      aFigure('revenue.districtRetained', { label: '区留成', cumulative: '1.25', unit: '万元' }),
      aFigure('rate', { cumulative: '50', unit: '%' }),
    ])
    const { totals, funnel, trend } = await office.call('district.totals', { period: '2022Q3' })
    expect(totals.map(({ label, value, unit }) => [label, value, unit])).toEqual([
      ['招商线索', '15', '条'],
      ['推荐线索', '3', '条'],
      ['落地项目', '4', '个'],
      ['落地市外优质项目', '2', '个'],
      ['亿元以上项目', '1', '个'],
      ['北京项目', '1', '个'],
      ['区留成', '1.25', '万元'],
    ])
    expect(totals[0]?.units.map(({ unit, value }) => [unit, value])).toEqual([
      ['示例一局', '5'],
      ['示例街道', '10'],
    ])
    expect(totals.every(({ formula }) => formula !== '')).toBe(true)
    expect(funnel).toEqual([
      { label: '线索', value: '15' },
      { label: '推荐', value: '3' },
      { label: '落地', value: '4' },
    ])
    expect(trend.map((each) => [each.period, each.totals[0]])).toEqual([['2022Q2', { key: 'leads', value: '4' }]])
  }, 30_000)
})

describe('the command line', () => {
  it('district rank and awards say what the window says', async () => {
    const { office } = await anOfficeWithReturns()
    const { json, text } = await outputOf(office, districtCommand, 'district', 'rank', '--period', period)
    expect(json).toMatchObject({
      categories: [
        { category: 1, ranks: [{ unit: '示例发改委', rank: 1, score: '40.00' }] },
        { category: 3, scheme: { id: 'dongli-2022-cat3', version: '1.0.0' } },
        { category: 4, scheme: null, ranks: [{ unit: '示例街道', rank: null }] },
      ],
    })
    expect(text).toContain('第2名（并列）\t示例二局\t58.58')
    await issue(office, planNamed('awards-2022'), 'awards')
    const awards = await outputOf(office, districtCommand, 'district', 'awards', '--period', period)
    expect(awards.text).toContain('综合奖（区直）')
  }, 30_000)

  it('rules import keeps a draft, try shows what it would change, issue puts it into force, list tells them apart', async () => {
    const { office } = await anOfficeWithReturns()
    const file = fixture('district/scheme-cat4.json')
    const tried = await outputOf(office, rulesCommand, 'rules', 'try', file)
    expect(tried.text).toContain('示例街道（2022Q2）\t名次\t没有考核办法，只显示完成情况 → 第1名')
    await outputOf(office, rulesCommand, 'rules', 'import', file)
    expect(ranks(office)[2]).toEqual([4, [['示例街道', null, null]]])
    await outputOf(office, rulesCommand, 'rules', 'issue', 'example-2022-cat4', '1.0.0', '--reason', '区里下达')
    expect(ranks(office)[2]?.[1]?.[0]?.slice(0, 2)).toEqual(['示例街道', 1])
    const { json } = await outputOf(office, rulesCommand, 'rules', 'list', '--year', '2022')
    expect(json).toMatchObject([
      { documentId: 'dongli-2022-cat3', source: 'shipped' },
      { documentId: 'example-2022-cat1', status: 'issued' },
      { documentId: 'example-2022-cat4', status: 'issued', isInForce: true },
    ])
  }, 30_000)
})
