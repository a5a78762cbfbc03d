import { describe, expect, it } from 'vitest'
import { fen } from '../../../shared/core/money'
import { noFindingFilter, type FindingFilter, type FindingSort } from '../../../shared/rectification/finding-rows'
import { findingStates, type FindingState } from '../../../shared/rectification/record'
import { aBureau, aService, day, refusalOf, type Service } from '../../builders'
import { aFinding, aMeasure, aProgram, listed, placed, withEvidence } from './records'

const numbers = async (service: Service, filter: Partial<FindingFilter>, sort?: FindingSort) =>
  (await listed(service, filter, sort)).rows.map(({ no }) => no)

/** One programme of each kind with findings that differ in what filters ask for. */
async function aLedger(service: Service) {
  const audit = await aProgram(service, { title: '审计报告', originYears: '2021' })
  const inspection = await aProgram(service, {
    source: 'districtInspection',
    title: '巡察反馈',
    originYears: '2017—2020',
  })
  const one = await aFinding(service, audit, {
    no: '1',
    title: '未及时上缴收入',
    leadUnit: '财务科',
    rectType: 'immediate',
    isRecurrence: true,
    dueOn: day('2022-06-01'),
  })
  const two = await aFinding(service, audit, {
    no: '2',
    title: '资产100%闲置_待处置',
    leadUnit: '资产科',
    rectType: 'phased',
    dueOn: day('2022-07-04'),
  })
  const three = await aFinding(service, inspection, {
    no: '3',
    title: '学习不够',
    leadUnit: '财务科',
    kind: 'byAnalogy',
    dueOn: day('2022-12-31'),
  })
  const four = await aFinding(service, inspection, { no: '4', title: '制度不全', detail: '缺少收入管理办法' })
  placed(service, one, { state: 'rectifying', extensionCount: 1 })
  placed(service, two, { state: 'completed', status: 'done', statusLabel: '完成' })
  placed(service, three, { state: 'basicallyDone', status: 'basicallyDone', reopenCount: 1 })
  aMeasure(service, audit, [one, two])
  return { audit, inspection, one, two, three, four }
}

describe('filters run in the store', () => {
  const filters: readonly (readonly [string, Partial<FindingFilter>, readonly string[]])[] = [
    ['nothing chosen', {}, ['1', '2', '3', '4']],
    ['a word of the title or the detail', { text: '收入' }, ['1', '4']],
    ['two words, both needed', { text: '收入 上缴' }, ['1']],
    ['signs that SQL knows are meant as they are', { text: '100%' }, ['2']],
    ['an underline too', { text: '置_待' }, ['2']],
    ['a sign that nothing holds', { text: '%%' }, []],
    ['a source', { sources: ['districtInspection'] }, ['3', '4']],
    ['years', { originYears: ['2021', '2017—2020'] }, ['1', '2', '3', '4']],
    ['one of the years', { originYears: ['2021'] }, ['1', '2']],
    ['a kind', { kinds: ['byAnalogy'] }, ['3']],
    ['states', { states: ['completed', 'unclaimed'] }, ['2', '4']],
    ['statuses', { statuses: ['done', 'basicallyDone'] }, ['2', '3']],
    ['整改类型', { rectTypes: ['phased'] }, ['2']],
    ['a unit', { leadUnits: ['财务科'] }, ['1', '3']],
    ['a unit and a state together', { leadUnits: ['财务科'], states: ['rectifying'] }, ['1']],
    ['红', { lights: ['overdue'] }, ['1']],
    ['红 or 绿', { lights: ['overdue', 'normal'] }, ['1', '3']],
    ['屡审屡犯', { marks: ['recurrence'] }, ['1']],
    ['反弹 or 延期', { marks: ['reopened', 'extended'] }, ['1', '3']],
    ['没有措施', { marks: ['withoutMeasure'] }, ['3', '4']],
    ['open', { queue: 'open' }, ['1', '3', '4']],
    ['done', { queue: 'done' }, ['2']],
    ['overdue', { queue: 'overdue' }, ['1']],
  ]

  it('each alone and several together, with how many there are of how many', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    await aLedger(service)
    for (const [name, filter, expected] of filters) {
      expect.soft((await numbers(service, filter)).toSorted(), name).toEqual(expected)
      const { total, all } = await listed(service, filter)
      expect.soft([total, all], name).toEqual([expected.length, 4])
    }
  })

  it('a page is part of the same order, and knows how many there are', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const { audit } = await aLedger(service)
    const filter = { ...noFindingFilter, programIds: [audit] }
    const page = { filter, sort: { by: 'dueOn', descending: false } as const, offset: 1, limit: 1 }
    const { rows, total, all } = await service.call('rectification.list', page)
    expect([rows.map(({ no }) => no), total, all]).toEqual([['2'], 2, 4])
  })

  const sorts: readonly (readonly [FindingSort['by'], boolean, readonly string[]])[] = [
    ['position', false, ['1', '2', '3', '4']],
    ['position', true, ['4', '3', '2', '1']],
    ['dueOn', false, ['1', '2', '3', '4']],
    ['dueOn', true, ['3', '2', '1', '4']],
    ['amount', true, ['4', '1', '3', '2']],
    ['state', false, ['4', '1', '2', '3']],
    ['leadUnit', false, ['1', '3', '2', '4']],
    ['updatedAt', true, ['4', '1', '3', '2']],
  ]

  it('in every order; what has no value comes last', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const { two, three, one, four } = await aLedger(service)
    placed(service, two, { updatedAt: '2022-01-01T09:00:00+08:00' })
    for (const [index, id] of [three, one, four].entries()) {
      const amount = fen(index * 100)
      placed(service, id, { amount, updatedAt: `2022-01-02T09:00:0${index}+08:00` })
    }
    for (const [by, descending, expected] of sorts)
      expect.soft(await numbers(service, {}, { by, descending }), `${by} ${descending}`).toEqual(expected)
  })
})

describe('the lights of the list and those of a row are one', () => {
  it('on and around every boundary, in every state', async () => {
    const service = await aBureau({ asOf: '2022-09-30' })
    const programId = await aProgram(service)
    // Before, over and behind the holiday of October, with its worked Saturdays.
    const days = ['2022-09-29', '2022-09-30', '2022-10-01', '2022-10-07', '2022-10-08', '2022-10-09', '2022-10-10']
    const later = ['2022-10-11', '2022-10-12', '2022-10-13', '2022-10-14', '2022-10-17', '2022-10-20', '2022-12-31']
    for (const text of [...days, ...later]) await aFinding(service, programId, { no: text, dueOn: day(text) })
    for (const state of findingStates) {
      const id = await aFinding(service, programId, { no: state, dueOn: day('2022-09-01') })
      placed(service, id, { state })
    }
    await aFinding(service, programId, { no: 'without' })
    const { rows } = await listed(service)
    expect(new Set(rows.map(({ light }) => light))).toEqual(new Set(['overdue', 'near', 'normal', 'none']))
    for (const light of ['overdue', 'near', 'normal'] as const) {
      const expected = rows.filter((row) => row.light === light).map(({ no }) => no)
      expect(await numbers(service, { lights: [light] })).toEqual(expected)
    }
    const overdue = rows.filter(({ timeliness }) => timeliness === 'overdue').map(({ no }) => no)
    expect(await numbers(service, { queue: 'overdue' })).toEqual(overdue)
  })
})

describe('queues of the person at this seat', () => {
  const aPerson = async (service: Service, name: string): Promise<string> => {
    const fields = { name, sectionId: null, rank: '', phone: '', remark: '', leftOn: null }
    return (await service.call('registry.savePerson', { id: null, fields, roles: null })).id
  }

  async function seated(folder: string, actor: string): Promise<Service> {
    return aService({ folder, actor, asOf: '2022-06-30' })
  }

  it('mine: named by the finding or by a measure, alone or among others, while it is open', async () => {
    const service = await aBureau({ actor: '承办人1', asOf: '2022-06-30' })
    const programId = await aProgram(service)
    const named = (no: string, fields: Parameters<typeof aFinding>[2]) =>
      aFinding(service, programId, { no, ...fields })
    await named('handler', { handler: '承办人1' })
    await named('among', { handler: '承办人2、承办人1' })
    await named('leader', { leader: '承办人1' })
    await named('another', { handler: '承办人11' })
    const done = await named('done', { handler: '承办人1' })
    placed(service, done, { state: 'closed', status: 'done' })
    aMeasure(service, programId, [await named('measure', {})], { handler: '承办人1；承办人3' })
    aMeasure(service, programId, [await named('lead', {})], { leader: '承办人1' })
    expect((await numbers(service, { queue: 'mine' })).toSorted()).toEqual(
      ['among', 'handler', 'lead', 'leader', 'measure'].toSorted(),
    )
    expect((await service.call('rectification.queues', {})).mine).toBe(5)
  })

  it('待复核, 待确认, 待销号 go to whoever may do it and did not do the work', async () => {
    const service = await aBureau({ actor: '承办人01', asOf: '2022-06-30' })
    const programId = await aProgram(service)
    const roles = [
      { role: 'verifier', personId: await aPerson(service, '整改督查员01') },
      { role: 'deputy', personId: await aPerson(service, '分管领导01') },
      { role: 'chief', personId: await aPerson(service, '主要负责人01') },
    ] as const
    await service.call('rectification.saveRoles', { roles: [...roles] })
    const states: readonly (readonly [string, FindingState, FindingState | null])[] = [
      ['waits', 'awaitingDetermination', null],
      ['proposed', 'awaitingDetermination', 'completed'],
      ['completed', 'completed', null],
      ['open', 'rectifying', null],
    ]
    for (const [no, state, proposedState] of states) {
      placed(service, await aFinding(service, programId, { no }), { state, proposedState })
      // The same done by the verifier and the deputy themselves.
      const own = await aFinding(service, programId, { no: `${no} own`, handler: '整改督查员01、分管领导01' })
      placed(service, own, { state, proposedState })
    }
    const queues = async (actor: string) => {
      const seat = await seated(service.folder, actor)
      const { toVerify, toConfirm, toClose } = await seat.call('rectification.queues', {})
      const lists = await Promise.all(
        (['toVerify', 'toConfirm', 'toClose'] as const).map((queue) => numbers(seat, { queue })),
      )
      seat.close()
      expect(lists.map(({ length }) => length)).toEqual([toVerify, toConfirm, toClose])
      return lists
    }
    service.close()
    expect(await queues('承办人01')).toEqual([[], [], []])
    expect(await queues('整改督查员01')).toEqual([['waits'], [], []])
    expect(await queues('分管领导01')).toEqual([[], ['proposed'], ['completed']])
    expect(await queues('主要负责人01')).toEqual([[], [], ['completed', 'completed own']])
  })

  it('who counts as the doer is the same for the queue as for the guards', async () => {
    const service = await aBureau({ actor: '整改督查员01', asOf: '2022-06-30' })
    const programId = await aProgram(service)
    const cases: readonly (readonly [string, Parameters<typeof aMeasure>[3] | null])[] = [
      ['other', null],
      ['measure of', { handler: '承办人02、整改督查员01' }],
      ['measure done by', { doneBy: '整改督查员01' }],
      ['another name', { handler: '整改督查员011' }],
      ['evidence by', null],
    ]
    for (const [no, measure] of cases) {
      const id = await aFinding(service, programId, { no })
      if (measure) aMeasure(service, programId, [id], measure)
      if (no === 'evidence by') await withEvidence(service, id)
      placed(service, id, { state: 'awaitingDetermination' })
    }
    const { rows } = await listed(service)
    const expected: string[] = []
    for (const { id, no } of rows) {
      const { isDoer } = await service.call('rectification.get', { id })
      if (!isDoer) expected.push(no)
    }
    expect(await numbers(service, { queue: 'toVerify' })).toEqual(expected)
    expect(expected).toEqual(['other', 'another name'])
  })

  it('units with what they have open and overdue, and the years of the programmes', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    await aLedger(service)
    expect(await service.call('rectification.queues', {})).toMatchObject({
      overdue: 1,
      lookBacksDue: 0,
      leadUnits: [
        { name: '财务科', open: 2, overdue: 1 },
        { name: '资产科', open: 0, overdue: 0 },
      ],
      originYears: ['2021', '2017—2020'],
    })
  })
})

describe('the tree of a programme', () => {
  it('its findings in their own order with the levels as texts, filtered beside how many there are', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const { audit, inspection, one } = await aLedger(service)
    await withEvidence(service, one)
    const tree = await service.call('rectification.tree', { programId: audit, filter: noFindingFilter })
    expect(tree).toMatchObject({ levelNames: { aspect: '方面', keyIssue: '重点问题' }, all: 2 })
    expect(tree.lines).toMatchObject([
      {
        no: '1',
        light: 'overdue',
        measureCount: 1,
        measuresDone: 0,
        evidenceCount: 1,
        timelinessText: '逾期（延期1次）',
      },
      { no: '2', statusText: '完成', light: 'none', measureCount: 1, evidenceCount: 0 },
    ])
    const { rows } = await listed(service, { programIds: [audit] })
    for (const [index, line] of tree.lines.entries()) expect(rows[index]).toMatchObject(line)
    const some = await service.call('rectification.tree', {
      programId: inspection,
      filter: { ...noFindingFilter, text: '制度', programIds: [audit] },
    })
    expect([some.lines.map(({ no }) => no), some.all]).toEqual([['4'], 2])
    const nowhere = service.call('rectification.tree', { programId: 'nowhere', filter: noFindingFilter })
    expect((await refusalOf(nowhere)).code).toBe('notFound')
  })
})
