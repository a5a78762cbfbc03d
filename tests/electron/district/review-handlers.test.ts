import { describe, expect, it } from 'vitest'
import { insertRuleDocument } from '../../../db/repositories/rule-documents'
import { readReportPeriod } from '../../../db/repositories/report-periods'
import { readUnitFigures } from '../../../db/repositories/unit-figures'
import { readUnitVetoes } from '../../../db/repositories/unit-vetoes'
import { readVerdicts } from '../../../db/repositories/verdicts'
import type { ReportedLine } from '../../../shared/exchange/lines'
import { shippedSchemes } from '../../../shared/scoring/schemes'
import { aBureau, day, dumpOf, refusalOf, writing } from '../../builders'
import { aFigure, aLead } from '../../shared/district/returns'
import { anOffice, approved, decide, enterprise, only, period, reviewLine } from './review-office'

describe('district.checks', () => {
  it('finds the four seeded errors among returns that hold, each once (J10 step 3)', async () => {
    const office = await anOffice()
    const filed = (n: number, line: Partial<ReportedLine> = {}) =>
      aFigure('investment.filed', {
        target: '4',
        current: '1',
        cumulative: '2',
        rate: '50%',
        parts: [`lead/${n}a`, `lead/${n}b`],
        ...line,
      })
    const clean = (n: number) => [
      filed(n),
      aLead(`${n}a`, enterprise(`示例企业${n}甲有限公司`)),
      aLead(`${n}b`, enterprise(`示例企业${n}乙有限公司`)),
      aFigure('projects.count', { stream: 'projects', current: '2', cumulative: '5' }),
    ]
    const earlier = [
      aFigure('investment.filed', { current: '1', cumulative: '1' }),
      aFigure('projects.count', { stream: 'projects', current: '3', cumulative: '3' }),
    ]
    const ids = Array.from({ length: 12 }, (_, index) => office.unit(`单位${index + 1}`))
    const [wrongSum, leapt, bare, first, second] = ids
    for (const [index, id] of ids.entries()) {
      office.receive(id, '2022Q1', earlier)
      const lines = clean(index)
      if (id === wrongSum) lines[0] = filed(index, { cumulative: '3', rate: '75%' })
      if (id === leapt) lines[3] = aFigure('projects.count', { stream: 'projects', current: '50', cumulative: '53' })
      if (id === bare) lines[1] = aLead(`${index}a`, { ...enterprise('示例企业2甲有限公司'), evidence: 0 })
      if (id === first)
        lines[1] = aLead(`${index}a`, {
          ...enterprise('共同企业有限公司', '91120110MA05XYZ01A'),
          happenedOn: day('2022-04-02'),
        })
      if (id === second)
        lines[1] = aLead(`${index}a`, {
          ...enterprise('共同企业（天津）有限公司', '91120110MA05XYZ01A'),
          happenedOn: day('2022-06-02'),
        })
      office.receive(id, period, lines)
    }
    const found = await office.call('district.checks', { period })
    expect(found.map(({ code, unitId, other }) => [code, unitId, other?.unitId])).toEqual([
      ['arithmetic', wrongSum, undefined],
      ['jump', leapt, undefined],
      ['evidenceMissing', bare, undefined],
      ['sameEnterprise', first, second],
    ])
    expect(found.every(({ text, proposal, decision }) => text !== '' && proposal !== '' && decision === null)).toBe(
      true,
    )
    const { rows } = await office.call('district.inbox', { period })
    expect(rows.filter(({ cell }) => cell.openChecks > 0).map(({ unitId }) => unitId)).toEqual(ids.slice(0, 5))
  })

  it('holds the figures against the approved ones of the period before', async () => {
    const office = await anOffice()
    const id = office.unit('单位1')
    office.receive(id, '2022Q1', [aFigure('n', { current: '12', cumulative: '12' })])
    office.receive(id, period, [aFigure('n', { current: '3', cumulative: '15' })])
    expect(await office.call('district.checks', { period })).toEqual([])
    const verdicts = [{ key: 'figure/n', verdict: 'adjusted' as const, approved: '11', reason: '重复计数' }]
    await office.call('district.saveVerdicts', { unitId: id, period: '2022Q1', verdicts })
    expect(await only(office)).toMatchObject({ code: 'arithmetic', proposed: { approved: '14' } })
    expect((await reviewLine(office, id, 'figure/n')).before).toBe('11')
  })

  it('computes the score of the same lines by the rule in force', async () => {
    const office = await anOffice()
    const id = office.unit('单位1')
    const accepted = {
      certifiedOn: '2022-05-11',
      contactedOn: '2022-05-12',
      acceptedOn: '2022-05-13',
      acceptedBy: '区办',
    }
    const component = { id: 'indicator', name: '指标考核', max: '30', arithmetic: '' }
    const score = (schemeVersion: string, points: string) => ({
      payload: {
        score: {
          schemeId: 'dongli-2022-cat3',
          schemeVersion,
          total: null,
          max: '100',
          components: [{ ...component, points }],
        },
      },
    })
    office.receive(id, period, [aLead('a', { detail: { ...accepted, leadClass: 'beijing' } })], score('1.0.0', '15'))
    expect(await office.call('district.checks', { period })).toEqual([])
    office.receive(id, period, [aLead('a', { detail: { ...accepted, leadClass: 'beijing' } })], {
      edition: 2,
      ...score('1.0.0', '30'),
    })
    expect(await only(office)).toMatchObject({ code: 'scoreDiffers', lineKey: null, proposed: null })
    expect((await only(office)).text).toContain('指标考核自报30分，计算15分')
    office.receive(id, period, [], { edition: 3, ...score('0.9.0', '30') })
    expect(await only(office)).toMatchObject({ code: 'ruleDiffers' })
    await decide(office, 'adopted')
    expect((await only(office)).decision).toMatchObject({ decision: 'adopted', decidedBy: '核验人' })
  })
})

describe('district.decideCheck', () => {
  async function withWrongFigure() {
    const office = await anOffice()
    const id = office.unit('单位1')
    const lines = [
      aFigure('n', { target: '4', cumulative: '3', rate: '75%', parts: ['lead/a', 'lead/b'] }),
      aLead('a'),
      aLead('b'),
    ]
    office.receive(id, period, lines)
    return { office, id, lines }
  }

  it('adopts the proposal: verdict and decision in one step, 自报 stays beside 核定', async () => {
    const { office, id } = await withWrongFigure()
    await decide(office, 'adopted')
    const { line, verdict, checks } = await reviewLine(office, id, 'figure/n')
    expect(line.cumulative).toBe('3')
    expect(verdict).toMatchObject({
      verdict: 'adjusted',
      approved: '2',
      decidedBy: '核验人',
      decidedOn: '2022-07-05',
      isOutdated: false,
    })
    expect(verdict?.reason).toBe('累计完成3个，所列2条明细合计2个，两者不符。')
    expect(checks).toEqual([verdict?.reason])
    expect(approved(office, id)[0]).toMatchObject({ cumulative: '2', rate: '50%' })
    expect((await only(office)).decision).toMatchObject({ decision: 'adopted' })
  })

  it('decides about checks of one kind together, as one step', async () => {
    const office = await anOffice()
    const id = office.unit('单位1')
    office.receive(id, period, [aLead('a', { evidence: 0 }), aLead('b', { evidence: 0 })])
    const before = dumpOf(office.store().connection)
    const [first, second] = await office.call('district.checks', { period })
    const about = { period, decision: 'adopted', reason: '补齐佐证后再计' } as const
    const gone = office.call('district.decideCheck', { ...about, key: first?.key ?? '', alsoKeys: ['gone'] })
    expect((await refusalOf(gone)).code).toBe('notFound')
    expect(dumpOf(office.store().connection)).toEqual(before)
    await office.call('district.decideCheck', { ...about, key: first?.key ?? '', alsoKeys: [second?.key ?? ''] })
    const decided = await office.call('district.checks', { period })
    expect(decided.map(({ decision }) => decision?.decision)).toEqual(['adopted', 'adopted'])
    await office.call('core.undoLast', {})
    expect(dumpOf(office.store().connection)).toEqual(before)
  })

  it('is undone as one step', async () => {
    const { office, id } = await withWrongFigure()
    const before = dumpOf(office.store().connection)
    await decide(office, 'adopted', '按明细核定')
    await office.call('core.undoLast', {})
    expect(dumpOf(office.store().connection)).toEqual(before)
    expect((await reviewLine(office, id, 'figure/n')).verdict).toBeNull()
  })

  it('lets the report stand with a reason, and takes the verdict back with it', async () => {
    const { office, id } = await withWrongFigure()
    expect((await refusalOf(decide(office, 'dismissed', '  '))).code).toBe('verdictNeedsReason')
    await decide(office, 'adopted')
    await decide(office, 'dismissed', '另一条明细在纸质材料中')
    expect((await reviewLine(office, id, 'figure/n')).verdict).toBeNull()
    expect(approved(office, id)[0]?.cumulative).toBe('3')
    expect((await only(office)).decision).toMatchObject({ decision: 'dismissed', reason: '另一条明细在纸质材料中' })
  })

  it('keeps a verdict that was given by hand when the check is dismissed', async () => {
    const { office, id } = await withWrongFigure()
    const verdicts = [{ key: 'figure/n', verdict: 'adjusted' as const, approved: '1', reason: '现场核实' }]
    await office.call('district.saveVerdicts', { unitId: id, period, verdicts })
    const found = await office.call('district.checks', { period })
    await office.call('district.decideCheck', {
      period,
      key: found[0]?.key ?? '',
      decision: 'dismissed',
      reason: '已人工核定',
    })
    expect((await reviewLine(office, id, 'figure/n')).verdict?.approved).toBe('1')
  })

  it('asks again when the next edition says another number', async () => {
    const { office, id, lines } = await withWrongFigure()
    await decide(office, 'dismissed', '另一条明细在纸质材料中')
    office.receive(
      id,
      period,
      [aFigure('n', { target: '4', cumulative: '4', rate: '100%', parts: ['lead/a', 'lead/b'] }), ...lines.slice(1)],
      { edition: 2 },
    )
    expect((await only(office)).decision).toBeNull()
  })

  it('refuses a check that no longer stands, and a decision that does not fit; nothing is changed', async () => {
    const { office } = await withWrongFigure()
    const before = dumpOf(office.store().connection)
    const gone = office.call('district.decideCheck', { period, key: 'arithmetic-0', decision: 'adopted', reason: '' })
    expect((await refusalOf(gone)).code).toBe('notFound')
    expect((await refusalOf(decide(office, 'shared', '共同引进'))).code).toBe('invalidInput')
    expect(dumpOf(office.store().connection)).toEqual(before)
  })
})

describe('district.saveVerdicts', () => {
  async function withReturn() {
    const office = await anOffice()
    const id = office.unit('单位1')
    office.receive(id, period, [aFigure('n', { cumulative: '3' }), aLead('a')])
    const save = (
      ...verdicts: readonly {
        key: string
        verdict: 'accepted' | 'adjusted' | 'returned'
        approved?: string
        reason?: string
      }[]
    ) =>
      office.call('district.saveVerdicts', {
        unitId: id,
        period,
        verdicts: verdicts.map((each) => ({ approved: null, reason: '核实', ...each })),
      })
    return { office, id, save }
  }

  it.each([
    ['verdictNeedsReason', { key: 'figure/n', verdict: 'adjusted', approved: '2', reason: ' ' }],
    ['verdictNeedsReason', { key: 'lead/a', verdict: 'returned', reason: '' }],
    ['verdictValueWrong', { key: 'figure/n', verdict: 'adjusted', approved: '两个' }],
    ['verdictValueWrong', { key: 'figure/n', verdict: 'adjusted' }],
    ['verdictValueWrong', { key: 'lead/a', verdict: 'adjusted', approved: '特优' }],
    ['verdictValueWrong', { key: 'lead/a', verdict: 'adjusted', approved: 'pending' }],
    ['verdictLineGone', { key: 'lead/x', verdict: 'accepted' }],
  ] as const)('refuses with %s and keeps none of the verdicts', async (code, wrong) => {
    const { office, id, save } = await withReturn()
    expect((await refusalOf(save({ key: 'figure/n', verdict: 'accepted' }, wrong))).code).toBe(code)
    expect(readVerdicts(office.store().read, period).get(id)).toBeUndefined()
  })

  it('accepts without a reason, adjusts a class, and the newest verdict on a line holds', async () => {
    const { office, id, save } = await withReturn()
    await save({ key: 'figure/n', verdict: 'accepted', reason: '' }, { key: 'lead/a', verdict: 'returned' })
    await save({ key: 'lead/a', verdict: 'adjusted', approved: 'inCity' })
    expect(readVerdicts(office.store().read, period).get(id)).toHaveLength(2)
    expect(approved(office, id)[1]?.detail['leadClass']).toBe('inCity')
    await office.call('district.dropVerdicts', { unitId: id, period, keys: ['lead/a'] })
    expect(approved(office, id)[1]?.detail['leadClass']).toBe('outOfCity')
  })

  it('shows a verdict as outdated and asks again once the next edition says something else', async () => {
    const { office, id, save } = await withReturn()
    await save({ key: 'lead/a', verdict: 'returned' }, { key: 'figure/n', verdict: 'adjusted', approved: '2' })
    office.receive(id, period, [aFigure('n', { cumulative: '3' }), aLead('a', { evidence: 3 })], { edition: 2 })
    expect((await reviewLine(office, id, 'lead/a')).verdict).toMatchObject({ verdict: 'returned', isOutdated: true })
    expect((await reviewLine(office, id, 'figure/n')).verdict).toMatchObject({ isOutdated: false })
    expect(approved(office, id).map(({ key }) => key)).toEqual(['figure/n', 'lead/a'])
    expect(await refusalOf(office.call('district.lock', { period }))).toEqual({
      code: 'periodHasOpenChecks',
      params: { count: 1 },
    })
    await save({ key: 'lead/a', verdict: 'accepted', reason: '' })
    await office.call('district.lock', { period })
  })
})

describe('a whole return', () => {
  it('is sent back with a reason; then nothing of it counts until the next edition', async () => {
    const office = await anOffice()
    const id = office.unit('单位1')
    office.receive(id, period, [aFigure('n', { cumulative: '3' })])
    expect((await refusalOf(office.call('district.setReturned', { unitId: id, period, reason: ' ' }))).code).toBe(
      'verdictNeedsReason',
    )
    await office.call('district.setReturned', { unitId: id, period, reason: '口径不对' })
    expect(approved(office, id)).toEqual([])
    const review = await office.call('district.review', { unitId: id, period })
    expect(review).toMatchObject({
      edition: null,
      lines: [],
      cell: { state: 'returned' },
      editions: [{ edition: 1, isReturned: true, returnReason: '口径不对' }],
    })
    office.receive(id, period, [aFigure('n', { cumulative: '4' })], { edition: 2 })
    expect(await reviewLine(office, id, 'figure/n')).toMatchObject({ line: { cumulative: '4' }, before: '3' })
  })

  it('is marked as reviewed, and no longer', async () => {
    const office = await anOffice()
    const [one, two] = [office.unit('单位1'), office.unit('单位2')]
    office.receive(one, period, [])
    const set = (isReviewed: boolean) =>
      office.call('district.setReviewed', { period, unitIds: [one, two], isReviewed })
    expect(await set(true)).toEqual({ count: 1 })
    expect((await office.call('district.review', { unitId: one, period })).cell.state).toBe('reviewed')
    await set(false)
    expect((await office.call('district.review', { unitId: one, period })).cell.state).toBe('onTime')
  })
})

describe('figures and vetoes that the district gives', () => {
  async function withUnit() {
    const office = await anOffice()
    const id = office.unit('单位1')
    office.receive(id, period, [])
    const give = (componentId: string, value: string) =>
      office.call('district.saveFigure', {
        unitId: id,
        year: 2022,
        componentId,
        value,
        docRef: '区办〔2022〕7号',
        givenOn: day('2022-07-05'),
      })
    return { office, id, give }
  }

  it('takes 配合 within 0 to 21 (D23), the newest of a day', async () => {
    const { office, id, give } = await withUnit()
    expect((await refusalOf(give('cooperate', '22'))).code).toBe('manualAboveMax')
    expect((await refusalOf(give('cooperate', '-1'))).code).toBe('manualNegative')
    expect((await refusalOf(give('indicator', '20'))).code).toBe('manualNotAllowed')
    expect((await refusalOf(give('unheard', '20'))).code).toBe('componentUnknown')
    await give('cooperate', '17')
    await give('cooperate', '18')
    expect(
      readUnitFigures(office.store().read, 2022)
        .get(id)
        ?.map(({ value }) => value),
    ).toEqual(['18'])
    const { figures } = await office.call('district.review', { unitId: id, period })
    expect(figures).toContainEqual({
      componentId: 'cooperate',
      name: '材料反馈宣传配合',
      max: '21',
      value: '18',
      docRef: '区办〔2022〕7号',
    })
  })

  it('counts a figure given during the review, with the approved lines, in the score of the period', async () => {
    const { office, id, give } = await withUnit()
    const accepted = {
      certifiedOn: '2022-05-11',
      contactedOn: '2022-05-12',
      acceptedOn: '2022-05-13',
      acceptedBy: '区办',
    }
    const lead = (name: string) => aLead(name, { detail: { ...accepted, leadClass: 'beijing' } })
    office.receive(id, period, [lead('a'), lead('b')], { edition: 2 })
    const total = async () => (await office.call('district.review', { unitId: id, period })).total
    // 指标考核 30 (4 of 4), 培训 14 as none was required, 月度信息 0.
    expect(await total()).toBe('44.00')
    await give('cooperate', '18')
    expect(await total()).toBe('62.00')
    const verdicts = [{ key: 'lead/b', verdict: 'adjusted' as const, approved: 'outOfCity', reason: '注册地不在北京' }]
    await office.call('district.saveVerdicts', { unitId: id, period, verdicts })
    expect(await total()).toBe('54.50')
    await office.call('district.saveVerdicts', {
      unitId: id,
      period,
      verdicts: [
        {
          key: 'lead/a',
          verdict: 'returned',
          approved: null,
          reason: '未备案',
        },
      ],
    })
    expect(await total()).toBe('39.50')
  })

  it('has no figure to give where the category has no rule', async () => {
    const { office } = await withUnit()
    const unitId = office.unit('街道1', 4)
    const given = office.call('district.saveFigure', {
      unitId,
      year: 2022,
      componentId: 'cooperate',
      value: '1',
      docRef: '文',
      givenOn: day('2022-07-05'),
    })
    expect(await refusalOf(given)).toEqual({ code: 'schemeMissing', params: { year: 2022, category: 4 } })
  })

  it('records a veto that the rule names, until its day is locked', async () => {
    const { office, id } = await withUnit()
    const shipped = shippedSchemes().find((scheme) => scheme.id === 'dongli-2022-cat3')
    const vetoes = [{ id: 'falseReport', clause: '虚报、漏报的，取消评先资格', effect: 'noHonour' }]
    const document = JSON.stringify({ ...shipped, version: '1.1.0', vetoes })
    writing(office.store(), (db) =>
      insertRuleDocument(db, {
        id: 'rule-1',
        kind: 'scheme',
        documentId: 'dongli-2022-cat3',
        version: '1.1.0',
        name: '考核办法',
        year: 2022,
        category: 3,
        effectiveFrom: day('2022-01-01'),
        status: 'issued',
        source: 'own',
        docRef: '区办',
        reason: '补充否决条款',
        document,
        receivedId: null,
        savedBy: '核验人',
        savedAt: '',
        isSample: false,
      }),
    )
    const record = () =>
      office.call('district.saveVeto', {
        unitId: id,
        year: 2022,
        vetoId: 'falseReport',
        happenedOn: day('2022-05-01'),
        reason: '虚报1条线索',
        docRef: '区办〔2022〕8号',
      })
    const { id: vetoId } = await record()
    const { vetoes: shown } = await office.call('district.review', { unitId: id, period })
    expect(shown).toMatchObject([{ id: vetoId, clause: '虚报、漏报的，取消评先资格', reason: '虚报1条线索' }])
    await office.call('district.removeVeto', { id: vetoId })
    expect(readUnitVetoes(office.store().read, 2022).size).toBe(0)
    const { id: kept } = await record()
    await office.call('district.lock', { period })
    expect((await refusalOf(office.call('district.removeVeto', { id: kept }))).code).toBe('periodLocked')
    expect((await refusalOf(record())).code).toBe('periodLocked')
  })

  it('refuses a veto that no rule names', async () => {
    const { office, id } = await withUnit()
    const veto = office.call('district.saveVeto', {
      unitId: id,
      year: 2022,
      vetoId: 'none',
      happenedOn: day('2022-05-01'),
      reason: '',
      docRef: '',
    })
    expect((await refusalOf(veto)).code).toBe('notFound')
    expect(readUnitVetoes(office.store().read, 2022).size).toBe(0)
  })
})

describe('locking', () => {
  async function locked() {
    const office = await anOffice()
    const id = office.unit('单位1')
    office.receive(id, period, [aFigure('n', { cumulative: '3' })])
    await office.call('district.lock', { period })
    return { office, id }
  }

  it('is refused while a check is open', async () => {
    const office = await anOffice()
    office.receive(office.unit('单位1'), period, [aLead('a', { evidence: 0 })])
    expect(await refusalOf(office.call('district.lock', { period }))).toEqual({
      code: 'periodHasOpenChecks',
      params: { count: 1 },
    })
    await decide(office, 'dismissed', '纸质材料已看')
    await office.call('district.lock', { period })
  })

  it('keeps the rules in force, by category', async () => {
    const { office } = await locked()
    expect(readReportPeriod(office.store().read, period)).toMatchObject({
      lockedOn: '2022-07-05',
      lockedBy: '核验人',
      schemes: { 3: 'dongli-2022-cat3@1.0.0' },
    })
  })

  it('lets nothing of the period change', async () => {
    const { office, id } = await locked()
    const before = dumpOf(office.store().connection)
    const about = { unitId: id, period }
    const verdicts = [{ key: 'figure/n', verdict: 'returned' as const, approved: null, reason: '核实' }]
    const givenOn = day('2022-06-01')
    const calls = [
      office.call('district.decideCheck', { period, key: 'x', decision: 'adopted', reason: '' }),
      office.call('district.saveVerdicts', { ...about, verdicts }),
      office.call('district.dropVerdicts', { ...about, keys: ['figure/n'] }),
      office.call('district.setReturned', { ...about, reason: '口径不对' }),
      office.call('district.setReviewed', { period, unitIds: [id], isReviewed: true }),
      office.call('district.saveFigure', {
        unitId: id,
        year: 2022,
        componentId: 'cooperate',
        value: '1',
        docRef: '文',
        givenOn,
      }),
      office.call('district.lock', { period }),
    ]
    for (const call of calls)
      expect(await refusalOf(call)).toEqual({ code: 'periodLocked', params: { period, on: '2022-07-05' } })
    expect(dumpOf(office.store().connection)).toEqual(before)
  })

  it('is opened again with a reason, which is kept', async () => {
    const { office, id } = await locked()
    expect((await refusalOf(office.call('district.reopen', { period, reason: ' ' }))).code).toBe('verdictNeedsReason')
    await office.call('district.reopen', { period, reason: '更正单位1的数' })
    expect(readReportPeriod(office.store().read, period)).toMatchObject({
      lockedOn: null,
      reopenReason: '更正单位1的数',
      schemes: {},
    })
    await office.call('district.setReturned', { unitId: id, period, reason: '口径不对' })
  })
})

it('is for the district office only', async () => {
  const service = await aBureau()
  expect((await refusalOf(service.call('district.checks', { period }))).code).toBe('notDistrict')
  expect((await refusalOf(service.call('district.lock', { period }))).code).toBe('notDistrict')
})

it('knows no period of another writing', async () => {
  const office = await anOffice()
  expect((await refusalOf(office.call('district.checks', { period: '2022-13' }))).code).toBe('invalidInput')
})
