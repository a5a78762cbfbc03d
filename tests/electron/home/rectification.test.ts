import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { finding, findingMeasure, measure, rectProgram } from '../../../db/schema/rectification'
import { extension, findingStep, lookBack, rectRole } from '../../../db/schema/rectification-parts'
import { emptyFinding, emptyProgram, unclaimedWay } from '../../../shared/rectification/empty-records'
import { noFindingFilter } from '../../../shared/rectification/finding-rows'
import { aBureau, aFolder, aService, day, refusalOf, type Service } from '../../builders'
import { aPerson, put } from '../registry/records'

const asOf = '2022-06-22'

function aProgram(service: Service, fields: Readonly<Record<string, unknown>> = {}): string {
  return put(service, rectProgram, {
    ...emptyProgram('districtInspection'),
    title: '区委巡察反馈',
    noticeText: '',
    reportCycleMonths: null,
    ...fields,
  })
}

function aFinding(service: Service, programId: string, fields: Readonly<Record<string, unknown>>): string {
  const way = { ...emptyFinding('specific'), ...unclaimedWay, state: 'rectifying', handler: '承办人01' }
  return put(service, finding, {
    ...way,
    programId,
    ...fields,
    originalDueOn: fields['originalDueOn'] ?? fields['dueOn'],
  })
}

const about = { isSample: false, createdAt: 'x', updatedAt: 'x' }

function aMeasure(
  service: Service,
  programId: string,
  findingIds: readonly string[],
  fields: Readonly<Record<string, unknown>>,
) {
  const id = put(service, measure, { programId, status: 'notStarted', ...about, ...fields })
  for (const findingId of findingIds) put(service, findingMeasure, { findingId, measureId: id, position: 1 })
  return id
}

function aRole(service: Service, role: string, personId: string): void {
  put(service, rectRole, { role, personId })
}

async function itemsOf(service: Service, view: 'own' | 'group' | 'all' = 'all', personId: string | null = null) {
  const today = await service.call('home.today', { view, personId })
  const sections = ['overdue', 'near', 'thisWeek', 'waiting'] as const
  return sections.flatMap((section) =>
    today[section].filter(({ stream }) => stream === null).map((item) => ({ section, ...item })),
  )
}

const lines = (items: Awaited<ReturnType<typeof itemsOf>>): string[] =>
  items.map(({ section, title, waitsFor }) => `${section} ${title}${waitsFor === '' ? '' : `（${waitsFor}）`}`)

describe('整改 on 今天', () => {
  test('deadlines are overdue, near or of this week; those further off come next (product H1)', async () => {
    const service = await aBureau({ asOf })
    const programId = aProgram(service)
    aFinding(service, programId, { title: '逾期的', dueOn: '2022-06-20' })
    aFinding(service, programId, { title: '临近的', dueOn: '2022-06-27' })
    aFinding(service, programId, { title: '以后的', dueOn: '2022-07-29' })
    aFinding(service, programId, { title: '更晚的', dueOn: '2022-08-29' })
    aFinding(service, programId, { title: '没有时限的', dueOn: null })
    aFinding(service, programId, { title: '已销号的', dueOn: '2022-06-20', state: 'closed', status: 'done' })
    expect(lines(await itemsOf(service))).toEqual(['overdue 整改：逾期的', 'near 整改：临近的'])
    const { next } = await service.call('home.today', { view: 'all', personId: null })
    expect([next?.title, next?.submitBy]).toEqual(['整改：以后的', '2022-07-29'])
  })

  test('a deadline on a Saturday is met on the working day before, an extended one says its first (product F7)', async () => {
    const service = await aBureau({ asOf })
    const programId = aProgram(service)
    const id = aFinding(service, programId, {
      title: '延期的',
      dueOn: '2022-06-25',
      originalDueOn: '2022-03-31',
      extensionCount: 1,
    })
    expect(await itemsOf(service)).toMatchObject([
      {
        title: '整改：延期的（延期1次，原时限2022年3月31日）',
        dueOn: '2022-06-25',
        submitBy: '2022-06-24',
        isMoved: true,
        light: 'near',
        workdaysLeft: 2,
        person: '承办人01',
        target: { kind: 'finding', recordId: id },
      },
    ])
  })

  test('a measure with its own day is one item whatever it serves, and none beside its finding’s own (product F4)', async () => {
    const service = await aBureau({ asOf })
    const programId = aProgram(service)
    const first = aFinding(service, programId, { title: '第一个', dueOn: '2022-06-24' })
    const second = aFinding(service, programId, { title: '第二个', dueOn: '2022-12-31' })
    aMeasure(service, programId, [first], { text: '与问题同日', dueOn: '2022-06-24' })
    aMeasure(service, programId, [second, first], { text: '服务两个', dueOn: '2022-06-23' })
    aMeasure(service, programId, [second], { text: '已完成', dueOn: '2022-06-23', status: 'done' })
    aMeasure(service, programId, [second], { text: '有说明', dueOn: '2022-06-23', justification: '上级统一办理' })
    const items = await itemsOf(service)
    expect(lines(items)).toEqual(['near 措施：服务两个（第二个）', 'near 整改：第一个'])
    expect(items[0]?.target).toEqual({ kind: 'finding', recordId: second, stream: null })
  })

  test('what was sent back is asked for at once, with its reason', async () => {
    const service = await aBureau({ asOf })
    const programId = aProgram(service)
    const id = aFinding(service, programId, { title: '退回的', dueOn: '2022-12-31', returnCount: 1 })
    const step = { findingId: id, cycle: 1, from: 'awaitingDetermination', to: 'rectifying', on: '2022-06-20' }
    put(service, findingStep, { ...step, kind: 'return', by: '整改督查岗', text: '缺少对比说明', recordedAt: 'x' })
    expect(lines(await itemsOf(service))).toEqual(['thisWeek 退回：退回的，缺少对比说明'])
    put(service, findingStep, { ...step, kind: 'submit', by: '承办人01', text: '', recordedAt: 'x' })
    expect(lines(await itemsOf(service))).toEqual([])
  })

  test('plans, reports and look-backs have their days; a programme without open findings asks for no more', async () => {
    const service = await aBureau({ asOf })
    const feedback = { feedbackOn: '2022-03-24', reportCycleMonths: 3 }
    const programId = aProgram(service, { ...feedback, title: '在办的' })
    aProgram(service, { ...feedback, title: '没有问题的' })
    aFinding(service, programId, { title: '待定方案', state: 'planning', dueOn: null })
    const closed = aFinding(service, programId, {
      title: '已销号',
      state: 'closed',
      status: 'done',
      dueOn: '2021-12-31',
    })
    put(service, lookBack, { findingId: closed, plannedOn: '2022-06-22' })
    put(service, lookBack, { findingId: closed, plannedOn: '2022-06-01', doneOn: '2022-06-01', result: 'held' })
    expect(lines(await itemsOf(service))).toEqual([
      'overdue 整改方案：在办的，1个问题未定方案',
      'overdue 首次整改报告：在办的',
      'near 回头看：已销号',
      'near 整改进展第1次报告：在办的',
    ])
  })
})

describe('what waits for a role of 整改分工', () => {
  async function aTeam() {
    const service = await aBureau({ asOf })
    const ids = new Map<string, string>()
    for (const name of ['承办人01', '承办人02', '整改督查岗', '分管领导', '主要负责人'])
      ids.set(name, await aPerson(service, name))
    const idOf = (name: string): string => ids.get(name) ?? ''
    aRole(service, 'verifier', idOf('整改督查岗'))
    aRole(service, 'deputy', idOf('分管领导'))
    aRole(service, 'chief', idOf('主要负责人'))
    return { service, idOf, programId: aProgram(service) }
  }

  test('is theirs to do and others’ to wait for (product F4)', async () => {
    const { service, idOf, programId } = await aTeam()
    const waiting = { state: 'awaitingDetermination', submittedBy: '承办人01', dueOn: '2022-12-31' }
    aFinding(service, programId, { ...waiting, title: '待认定' })
    aFinding(service, programId, { ...waiting, title: '待确认', proposedState: 'completed', proposedBy: '整改督查岗' })
    aFinding(service, programId, { title: '待销号', state: 'completed', status: 'done', determinedOn: '2022-06-20' })
    const asked = aFinding(service, programId, { title: '要延期', dueOn: '2022-12-31' })
    const days = { oldDueOn: '2022-12-31', newDueOn: '2023-03-31', appliedOn: '2022-06-21' }
    put(service, extension, { ...days, findingId: asked, cycle: 1, appliedBy: '承办人01', decision: 'pending' })
    expect(lines(await itemsOf(service, 'own', idOf('承办人01')))).toEqual([
      'waiting 销号：待销号（等分管领导或主要负责人同意销号）',
      'waiting 延期申请：要延期，拟延至2023年3月31日（等主要负责人审批延期）',
      'waiting 认定：待认定（等整改督查岗认定）',
      'waiting 确认认定：待确认（等分管领导确认认定）',
    ])
    expect(lines(await itemsOf(service, 'own', idOf('承办人02')))).toEqual([])
    expect(lines(await itemsOf(service, 'own', idOf('整改督查岗')))).toEqual([
      'thisWeek 认定：待认定',
      'waiting 确认认定：待确认（等分管领导确认认定）',
    ])
    expect(lines(await itemsOf(service, 'own', idOf('分管领导')))).toEqual([
      'thisWeek 销号：待销号',
      'thisWeek 确认认定：待确认',
      'waiting 认定：待认定（等整改督查岗认定）',
    ])
    expect(lines(await itemsOf(service, 'own', idOf('主要负责人')))).toEqual([
      'thisWeek 销号：待销号',
      'thisWeek 延期申请：要延期，拟延至2023年3月31日',
    ])
  })

  test('nobody is asked to judge the own work (domain §3)', async () => {
    const { service, idOf, programId } = await aTeam()
    const own = {
      state: 'awaitingDetermination',
      handler: '整改督查岗',
      submittedBy: '整改督查岗',
      dueOn: '2022-12-31',
    }
    aFinding(service, programId, { ...own, title: '自己的' })
    expect(lines(await itemsOf(service, 'own', idOf('整改督查岗')))).toEqual([
      'waiting 认定：自己的（等整改督查岗认定）',
    ])
  })

  test('hundreds of an imported ledger that are done are one line', async () => {
    const { service, programId } = await aTeam()
    for (let index = 0; index < 3; index += 1)
      aFinding(service, programId, { title: `已整改${index}`, state: 'completed', status: 'done' })
    expect(lines(await itemsOf(service))).toEqual([
      'waiting 销号：区委巡察反馈，3个问题已认定完成（等分管领导或主要负责人同意销号）',
    ])
  })
})

describe('whose findings', () => {
  test('the own are those of the handler or leader; a 组长 sees those of the group; unclaimed ones are everybody’s until somebody claims', async () => {
    const service = await aBureau({ asOf })
    const ids = new Map<string, string>()
    for (const [name, roles] of [
      ['收入组组长', [{ stream: 'revenue', role: 'leader' }]],
      ['承办人01', [{ stream: 'revenue', role: 'member' }]],
      ['别人', []],
    ] as const)
      ids.set(name, await aPerson(service, name, [...roles]))
    const programId = aProgram(service)
    aFinding(service, programId, { title: '承办的', dueOn: '2022-06-21' })
    aFinding(service, programId, { title: '分管的', dueOn: '2022-06-21', handler: '承办人02', leader: '甲、别人' })
    aFinding(service, programId, { title: '未认领的', dueOn: '2022-06-21', handler: '', leader: '' })
    const of = async (view: 'own' | 'group', name: string) =>
      (await itemsOf(service, view, ids.get(name) ?? '')).map(({ title }) => title).toSorted()
    expect(await of('own', '承办人01')).toEqual(['整改：承办的', '整改：未认领的'])
    expect(await of('own', '别人')).toEqual(['整改：分管的', '整改：未认领的'])
    expect(await of('own', '收入组组长')).toEqual(['整改：未认领的'])
    expect(await of('group', '收入组组长')).toEqual(['整改：承办的', '整改：未认领的'])
    aRole(service, 'sectionHead', ids.get('别人') ?? '')
    expect(await of('own', '承办人01')).toEqual(['整改：承办的'])
    expect(await of('own', '别人')).toEqual(['整改：分管的', '整改：未认领的'])
  })
})

describe('the line of 整改台账', () => {
  test('is not there while the ledger is empty', async () => {
    const service = await aBureau({ asOf })
    expect((await service.call('home.overview', {})).rectification).toBeNull()
  })

  test('on the sample it says what statistics and list say of the same findings', async () => {
    const service = await aService({ asOf: '2022-10-20' })
    const bureau = { name: '示例区审计局', aliases: [], category: 3, mode: 'bureau', year: 2022 } as const
    await service.call('settings.initialise', { bureau: { ...bureau, aliases: [] }, groups: [], withSample: true })
    const { rectification: card } = await service.call('home.overview', {})
    const { total } = await service.call('rectification.statistics', {
      filter: noFindingFilter,
      by: 'program',
      rate: null,
    })
    const list = await service.call('rectification.list', {
      filter: noFindingFilter,
      sort: { by: 'position', descending: false },
      offset: 0,
      limit: 500,
    })
    expect(card).toMatchObject({
      done: total.done,
      rate: total.rate,
      fraction: total.fraction,
      open: total.open,
      overdue: total.overdue,
    })
    expect(list.rows.filter(({ timeliness }) => timeliness === 'overdue')).toHaveLength(card?.overdue ?? -1)
    expect(list.rows.filter(({ state }) => state === 'awaitingDetermination')).toHaveLength(card?.awaiting ?? -1)
    expect(card?.gap).toBe('还有20个未完成，其中逾期4个；待复核2个')
    expect(card?.nextDue).toMatchObject({ submitBy: '2022-10-21', target: { kind: 'finding' } })
    expect(card?.light).toBe('overdue')
  })

  test('已推动整改 beside 已整改 is said (domain §7 G12)', async () => {
    const service = await aBureau({ asOf })
    const programId = aProgram(service)
    aFinding(service, programId, { title: '甲', state: 'completed', status: 'done' })
    aFinding(service, programId, { title: '乙', state: 'completed', status: 'promoted' })
    const { rectification: card } = await service.call('home.overview', {})
    expect([card?.fraction, card?.rate, card?.gap]).toEqual(['2/2', '100%', '应整改的都已完成。（含已推动整改）'])
  })
})

describe('整改 in the calendar', () => {
  const june = { from: day('2022-06-01'), to: day('2022-06-30') }

  test('shows deadlines on their last working day, many of one day as one, and the reports', async () => {
    const service = await aBureau({ asOf })
    const programId = aProgram(service, { feedbackOn: '2022-03-24', reportCycleMonths: 3 })
    for (let index = 0; index < 4; index += 1)
      aFinding(service, programId, {
        title: `同日${index}`,
        dueOn: '2022-06-30',
        ...(index === 0 ? { state: 'closed', status: 'done' } : {}),
      })
    const id = aFinding(service, programId, { title: '周末的', dueOn: '2022-06-25' })
    const dates = await service.call('assignments.rectificationDates', june)
    expect(dates.map(({ day: on, title, isDone, light }) => [on, title, isDone, light])).toEqual([
      ['2022-06-24', '整改：周末的', false, 'near'],
      ['2022-06-24', '整改进展第1次报告：区委巡察反馈', false, 'near'],
      ['2022-06-30', '整改：区委巡察反馈，4个问题到期，未完成3个', false, 'normal'],
    ])
    expect(dates[0]).toMatchObject({ dueOn: '2022-06-25', isMoved: true, target: { kind: 'finding', recordId: id } })
    const turned = service.call('assignments.rectificationDates', { from: june.to, to: june.from })
    expect((await refusalOf(turned)).code).toBe('taskSpanInvalid')
  })

  test('and in the .ics file, where no stream is chosen', async () => {
    const service = await aBureau({ asOf })
    const programId = aProgram(service)
    const id = aFinding(service, programId, { title: '周末的', dueOn: '2022-06-25' })
    const folder = aFolder()
    service.context.grants.set('folder', folder)
    const all = await service.call('assignments.exportCalendar', { ...june, stream: null, folder: 'folder' })
    expect(all.count).toBe(1)
    const text = readFileSync(path.join(folder, all.fileName), 'utf8').replaceAll('\r\n ', '')
    expect(text).toContain(`UID:finding/${id}@sizhua`)
    expect(text).toContain('SUMMARY:【整改】整改：周末的')
    expect(text).toContain('DTSTART;VALUE=DATE:20220624')
    expect(text).toContain('原定日期：2022-06-25（周六）\\n最后工作日：2022-06-24（周五）')
    const ofStream = await service.call('assignments.exportCalendar', { ...june, stream: 'revenue', folder: 'folder' })
    expect(ofStream.count).toBe(0)
  })
})
