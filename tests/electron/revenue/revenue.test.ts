import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { monthOf } from '../../../shared/core/dates'
import type { RevenueFilter } from '../../../shared/revenue/contract'
import type { RevenueFields } from '../../../shared/revenue/record'
import {
  aBureau,
  aFolder,
  bytesOf,
  day,
  importOf,
  openChoice,
  previewOf,
  refusalOf,
  type Service,
} from '../../builders'
import { tenThousand } from '../../shared/revenue/builders'

const ledger = 'ledgers/revenue-2022.xlsx'
const everything: RevenueFilter = { text: '', statuses: [], sources: [], year: null, month: null }
const byBooking = { by: 'bookedOn', descending: false } as const

const list = async (service: Service) =>
  (await service.call('revenue.list', { filter: everything, sort: byBooking, offset: 0, limit: 200 })).rows

async function saved(service: Service, fields: Partial<RevenueFields>): Promise<string> {
  const { id } = await service.call('revenue.save', { id: null, fields, expectedUpdatedAt: null })
  return id
}

async function book(service: Service, id: string, on: string, fields: Partial<RevenueFields> = {}) {
  return service.call('revenue.move', { id, to: 'booked', on: day(on), fields })
}

describe('revenue-2022.xlsx (fixtures README)', () => {
  it('gives 4.1 of 5万元, 82%, gross 8.2; the 线索 does not count; 12,000元 and （0.10） are read', async () => {
    const service = await aBureau()
    const { preview } = await importOf(service, ledger)
    expect(preview.tables[0]).toMatchObject({ kind: 'revenue', counts: { added: 5, rejected: 0 } })
    expect(await service.call('revenue.progress', { year: 2022 })).toMatchObject({
      targetFen: 5_000_000,
      bookedDistrictRetainedFen: 4_100_000,
      bookedGrossFen: 8_200_000,
      rate: '82%',
      remainingFen: 900_000,
      clues: 1,
    })
    const rows = await list(service)
    expect(rows.map(({ entry, counts }) => [entry.voucherNo, entry.gross, entry.districtRetained, counts])).toEqual([
      ['SR-0001', 3_200_000, 1_600_000, true],
      ['SR-0002', 1_200_000, 600_000, true],
      ['SR-0003', 4_000_000, 2_000_000, true],
      ['SR-0004', -200_000, -100_000, true],
      ['', 5_000_000, 2_500_000, false],
    ])
    expect(rows.map(({ entry }) => entry.source)).toEqual([
      'surplusUnpaid',
      'staleAccounts',
      'idleAssets',
      'other',
      'nonTaxUnpaid',
    ])
    const again = await previewOf(service, ledger)
    expect(again.tables[0]).toMatchObject({ counts: { added: 0, updated: 0, unchanged: 5 } })
  })

  test.each([
    ['2022-03-17', 0, '0%'],
    ['2022-06-30', 2_200_000, '44%'],
    ['2022-09-19', 4_200_000, '84%'],
    ['2022-09-20', 4_100_000, '82%'],
  ])('as of %s it is %d 分, %s', async (asOf, retained, rate) => {
    const service = await aBureau({ asOf })
    await importOf(service, ledger)
    expect(await service.call('revenue.progress', { year: 2022 })).toMatchObject({
      bookedDistrictRetainedFen: retained,
      rate,
    })
  })

  it('amounts are 万元 whatever the header says: 元, 亿元, a unit in the cell; one beyond recording is refused', async () => {
    const service = await aBureau()
    const opened = (text: string) =>
      service.call('tables.open', { fileName: '收入.csv', bytes: new TextEncoder().encode(text), choice: openChoice })
    const lines = [
      '收入事项,缴款单位,入库日期,收入金额（元）,区留成（亿元）,凭证号',
      '甲事项,甲单位,2022-03-01,"12,000.50",0.00006,S-1',
      '乙事项,乙单位,2022-03-02,3.20万元,1.60万元,S-2',
      '丙事项,丙单位,2022-03-03,1,9999999999,S-3',
    ].join('\n')
    const preview = await opened(lines)
    expect(preview.tables[0]).toMatchObject({ kind: 'revenue', counts: { added: 2, rejected: 1 } })
    await service.call('tables.confirm', { session: preview.session, tables: [0], rows: 'valid', withdraw: false })
    expect((await list(service)).map(({ entry }) => [entry.voucherNo, entry.gross, entry.districtRetained])).toEqual([
      ['S-1', 1_200_050, 600_000],
      ['S-2', 3_200_000, 1_600_000],
    ])
    expect((await opened(lines)).tables[0]).toMatchObject({ counts: { added: 0, updated: 0, unchanged: 2 } })
  })

  it('a clue that comes back with its voucher is the same entry, booked', async () => {
    const service = await aBureau()
    await saved(service, { item: '结余资金上缴', payer: '甲单位', source: 'surplusUnpaid', handler: '收入组组员甲' })
    const { preview } = await importOf(service, ledger)
    expect(preview.tables[0]).toMatchObject({ counts: { added: 4, updated: 1 } })
    const rows = await list(service)
    expect(rows.filter(({ entry }) => entry.item === '结余资金上缴').map(({ entry }) => entry)).toMatchObject([
      { status: 'booked', voucherNo: 'SR-0001', handler: '收入组组员甲', districtRetained: 1_600_000 },
    ])
  })
})

describe('the target', () => {
  it('is the rule pack’s before the 任务分解表 is there, and the assignment’s after', async () => {
    const service = await aBureau()
    const before = await service.call('revenue.progress', { year: 2022 })
    expect([before.targetFen, before.targetSource]).toEqual([
      5_000_000,
      '东丽区2022年全员抓招商考核办法（第三类：其他区级部门）：全年组织收入5万元（区留成）。',
    ])
    await importOf(service, 'assignments/dongli-2022-audit-bureau.xlsx')
    const after = await service.call('revenue.progress', { year: 2022 })
    expect([after.targetFen, after.targetSource]).toEqual([5_000_000, '任务分解表 SR-01 组织收入（区留成）'])
    await importOf(service, ledger)
    const assigned = await service.call('assignments.list', { year: 2022, stream: 'revenue' })
    expect(assigned.map(({ code, actual, rate, isActualComputed }) => [code, actual, rate, isActualComputed])).toEqual([
      ['SR-01', '4.1', '82%', true],
      ['SR-02', null, null, false],
    ])
  })

  it('is absent where neither names one', async () => {
    const service = await aBureau({ bureau: { year: 2021 } })
    expect(await service.call('revenue.progress', { year: 2021 })).toMatchObject({ targetFen: null, rate: null })
  })
})

describe('entries', () => {
  it('12万元 at 50% counts 6万元 and is 120%', async () => {
    const service = await aBureau()
    const id = await saved(service, { item: '土地出让', gross: tenThousand(12), retainedRate: '50' })
    await book(service, id, '2022-08-30', { voucherNo: 'SR-1' })
    expect(await service.call('revenue.progress', { year: 2022 })).toMatchObject({
      bookedDistrictRetainedFen: 6_000_000,
      rate: '120%',
      remainingFen: 0,
    })
    await service.call('revenue.save', { id, fields: { gross: tenThousand(8) }, expectedUpdatedAt: null })
    expect((await service.call('revenue.get', { id })).entry.districtRetained).toBe(4_000_000)
  })

  it('a voucher number twice is refused and the other entry named: an amount counts once', async () => {
    const service = await aBureau()
    const first = await saved(service, {
      item: '结余资金上缴',
      gross: tenThousand(2),
      districtRetained: tenThousand(1),
    })
    await book(service, first, '2022-03-18', { voucherNo: 'SR-1' })
    const refusedSave = await refusalOf(saved(service, { item: '另一笔', voucherNo: ' SR-1 ' }))
    expect(refusedSave).toEqual({
      code: 'revenueVoucherTwice',
      params: { voucherNo: 'SR-1', other: '结余资金上缴', status: '已入库' },
    })
    const second = await saved(service, { item: '另一笔', gross: tenThousand(2), districtRetained: tenThousand(1) })
    expect((await refusalOf(book(service, second, '2022-03-18', { voucherNo: 'SR-1' }))).code).toBe(
      'revenueVoucherTwice',
    )
    expect((await service.call('revenue.progress', { year: 2022 })).bookedDistrictRetainedFen).toBe(1_000_000)
  })

  test.each<[string, Partial<RevenueFields>, string]>([
    [
      '区留成 above gross',
      { item: 'x', gross: tenThousand(1), districtRetained: tenThousand(2) },
      'revenueRetainedAboveGross',
    ],
    ['one negative amount', { item: 'x', gross: tenThousand(1), districtRetained: tenThousand(-1) }, 'revenueSigns'],
    ['no name', { item: '  ' }, 'revenueNeedsFields'],
    ['a future day', { item: 'x', occurredOn: day('2023-01-01') }, 'revenueInFuture'],
  ])('%s is refused and nothing is kept', async (_what, fields, code) => {
    const service = await aBureau()
    expect((await refusalOf(saved(service, fields))).code).toBe(code)
    expect(await list(service)).toEqual([])
  })

  it('登记入库: a new entry with its day is booked in one step', async () => {
    const service = await aBureau()
    const fields = { item: '非税收入', gross: tenThousand(2), retainedRate: '50', voucherNo: 'SR-7' }
    const input = { id: null, fields, bookedOn: day('2022-08-30'), expectedUpdatedAt: null }
    const { id } = await service.call('revenue.save', input)
    expect((await service.call('revenue.get', { id })).entry).toMatchObject({
      status: 'booked',
      bookedOn: '2022-08-30',
      districtRetained: 1_000_000,
    })
    const short = { ...input, fields: { item: '没有金额' } }
    expect((await refusalOf(service.call('revenue.save', short))).code).toBe('revenueNeedsFields')
    await service.call('core.undoLast', {})
    expect(await list(service)).toEqual([])
  })

  it('a reversal keeps the entry and its booking; removal and undo bring all of it back', async () => {
    const service = await aBureau()
    const id = await saved(service, { item: '多计', gross: tenThousand(2), districtRetained: tenThousand(1) })
    await book(service, id, '2022-03-18', { voucherNo: 'SR-1' })
    await service.call('revenue.move', { id, to: 'reversed', on: day('2022-07-05'), reason: '多计退回' })
    expect((await list(service))[0]).toMatchObject({
      counts: false,
      whyNot: '2022年7月5日起冲回，之后不计',
      entry: { bookedOn: '2022-03-18', reversedOn: '2022-07-05', reason: '多计退回' },
    })
    await service.call('revenue.remove', { ids: [id] })
    expect(await list(service)).toEqual([])
    await service.call('core.undoLast', {})
    expect((await list(service)).map(({ entry }) => entry.id)).toEqual([id])
  })

  it('a change on an entry that was changed meanwhile is refused', async () => {
    const service = await aBureau()
    const id = await saved(service, { item: '一' })
    const input = { id, fields: { item: '二' }, expectedUpdatedAt: '2000-01-01T00:00:00+08:00' }
    expect((await refusalOf(service.call('revenue.save', input))).code).toBe('changedMeanwhile')
  })

  it('filters by month, text and status', async () => {
    const service = await aBureau()
    await importOf(service, ledger)
    const totals = async (filter: Partial<RevenueFilter>) =>
      (
        await service.call('revenue.list', {
          filter: { ...everything, ...filter },
          sort: byBooking,
          offset: 0,
          limit: 50,
        })
      ).total
    expect(await totals({ month: monthOf(day('2022-09-01')) })).toBe(1)
    expect(await totals({ text: '乙单位 挂账' })).toBe(0)
    expect(await totals({ text: '乙单位 往来' })).toBe(1)
    expect(await totals({ text: '%' })).toBe(0)
  })
})

const budget = [
  '项目\t单位\t预算（万元）\t支出（万元）',
  '信息化\t甲局\t100\t12',
  '维修\t甲局\t100\t30',
  '培训\t乙局\t40\t8',
  '会议\t乙局\t10\t0',
  '宣传\t丙局\t10\t2.9',
].join('\n')

describe('J6: from the budget table to 区留成', () => {
  it('4 proposals, 3 taken, 1 dropped with its reason: one undo step, never proposed again', async () => {
    const service = await aBureau({ asOf: '2022-09-20' })
    const asked = { text: budget, unit: null }
    const { proposals, read } = await service.call('revenue.proposeClues', asked)
    expect([read, proposals.map(({ item }) => item)]).toEqual([5, ['信息化', '培训', '会议', '宣传']])
    const [last] = proposals.slice(-1)
    if (!last) throw new Error('no proposal')
    const dropped = [{ proposal: last, reason: '年底集中支付' }]
    const done = await service.call('revenue.acceptClues', { accepted: proposals.slice(0, 3), dropped })
    expect(done).toEqual({ accepted: 3, dropped: 1 })
    const again = await service.call('revenue.proposeClues', asked)
    expect(again.proposals).toEqual([])
    expect(again.known.map(({ line, text }) => [line, text])).toEqual([
      [2, '“信息化”已经登记过（线索），没有重复提出。'],
      [4, '“培训”已经登记过（线索），没有重复提出。'],
      [5, '“会议”已经登记过（线索），没有重复提出。'],
      [6, '“宣传”以前放弃过：年底集中支付，不再提出。'],
    ])
    expect((await list(service)).map(({ entry }) => [entry.status, entry.source, entry.payer, entry.budget])).toEqual([
      ['clue', 'lowExecution', '甲局', tenThousand(100)],
      ['clue', 'lowExecution', '乙局', tenThousand(40)],
      ['clue', 'lowExecution', '乙局', tenThousand(10)],
      ['dropped', 'lowExecution', '丙局', tenThousand(10)],
    ])
    await service.call('core.undoLast', {})
    expect(await list(service)).toEqual([])
  })

  it('a tip waits 10 working days over 国庆; its answer books the entry in the same step: 64%', async () => {
    const service = await aBureau({ asOf: '2022-09-20' })
    const entryId = await saved(service, { item: '结余资金', findingText: '结余资金未上缴' })
    const tip = {
      id: null,
      direction: 'out',
      counterpart: '区收入专项组办公室',
      content: '结余资金可收回。',
      sentOn: day('2022-09-20'),
      answerDueOn: null,
      handledOn: null,
      result: '',
      receiptNo: '',
      entryId,
      handler: '',
    } as const
    const { id, answerDueOn } = await service.call('revenue.saveTip', tip)
    expect(answerDueOn).toBe('2022-10-09')
    expect((await list(service))[0]?.tip).toEqual({ id, counterpart: '区收入专项组办公室', isAnswered: false })
    expect(await service.call('revenue.tips', { state: 'open', direction: null })).toMatchObject([
      { light: 'normal', entryItem: '结余资金', overdueWorkdays: null },
    ])
    const answer = { id, handledOn: day('2022-09-20'), result: '已收回结余资金3.2万元（区留成）', receiptNo: 'HZ-1' }
    const amounts = { gross: tenThousand(3.2), districtRetained: tenThousand(3.3), voucherNo: 'HZ-1' }
    const booking = { bookedOn: day('2022-09-20'), ...amounts }
    const refused = await refusalOf(service.call('revenue.answerTip', { ...answer, booking }))
    expect(refused.code).toBe('revenueRetainedAboveGross')
    expect(await service.call('revenue.tips', { state: 'answered', direction: null })).toEqual([])
    await service.call('revenue.answerTip', { ...answer, booking: { ...booking, districtRetained: tenThousand(3.2) } })
    expect(await service.call('revenue.progress', { year: 2022 })).toMatchObject({ rate: '64%', unansweredTips: 0 })
    expect((await refusalOf(service.call('revenue.answerTip', { ...answer, booking: null }))).code).toBe(
      'tipNotWaiting',
    )
    expect((await service.call('revenue.monthText', { month: monthOf(day('2022-09-01')) })).text).toContain(
      '完成64%，还差1.8万元',
    )
    await service.call('core.undoLast', {})
    expect(await service.call('revenue.progress', { year: 2022 })).toMatchObject({ rate: '0%' })
    expect((await service.call('revenue.tips', { state: 'open', direction: 'out' })).length).toBe(1)
  })

  it('an unanswered tip is listed as overdue with its working days; a tip in the future is refused', async () => {
    const folder = aFolder()
    const sent = await aBureau({ folder, asOf: '2022-09-20' })
    const tip = {
      id: null,
      direction: 'out',
      counterpart: '某街道',
      content: '请核实。',
      sentOn: day('2022-09-20'),
      answerDueOn: day('2022-09-28'),
      handledOn: null,
      result: '',
      receiptNo: '',
      entryId: null,
      handler: '',
    } as const
    const { id } = await sent.call('revenue.saveTip', tip)
    expect((await refusalOf(sent.call('revenue.saveTip', { ...tip, sentOn: day('2022-09-21') }))).code).toBe(
      'revenueInFuture',
    )
    const early = { ...tip, answerDueOn: day('2022-09-19') }
    expect((await refusalOf(sent.call('revenue.saveTip', early))).code).toBe('revenueDateOrder')
    expect((await refusalOf(sent.call('revenue.saveTip', { ...tip, content: ' ' }))).code).toBe('revenueNeedsFields')
    await sent.call('revenue.saveTip', { ...tip, id, answerDueOn: day('2022-09-20') })
    expect(await sent.call('revenue.tips', { state: 'open', direction: null })).toMatchObject([{ light: 'near' }])
    expect((await sent.call('revenue.progress', { year: 2022 })).unansweredTips).toBe(0)
  })
})

describe('export', () => {
  it('imports back with 0 changes, whatever the filter order', async () => {
    const service = await aBureau()
    await importOf(service, ledger)
    const reversed = await saved(service, {
      item: '退回',
      gross: tenThousand(2),
      districtRetained: tenThousand(1),
      remark: '含\n换行',
    })
    await book(service, reversed, '2022-03-18', { voucherNo: '0012' })
    await service.call('revenue.move', { id: reversed, to: 'reversed', on: day('2022-07-05'), reason: '多计' })
    const folder = aFolder()
    service.context.grants.set('folder', folder)
    const written = await service.call('revenue.export', { filter: everything, sort: byBooking, folder: 'folder' })
    expect([written.exported, written.all]).toEqual([6, 6])
    const [file = ''] = readdirSync(folder)
    expect(file).toBe(written.file.fileName)
    const preview = await service.call('tables.open', {
      fileName: file,
      bytes: bytesOf(path.join(folder, file)),
      choice: openChoice,
    })
    expect(preview.tables[0]).toMatchObject({
      kind: 'revenue',
      counts: { read: 6, added: 0, updated: 0, unchanged: 6, rejected: 0 },
    })
    const other = await aBureau()
    const opened = await other.call('tables.open', {
      fileName: file,
      bytes: bytesOf(path.join(folder, file)),
      choice: openChoice,
    })
    await other.call('tables.confirm', { session: opened.session, tables: [0], rows: 'all', withdraw: false })
    const shown = async (from: Service) =>
      (await list(from)).map(({ entry }) => [
        entry.item,
        entry.status,
        entry.gross,
        entry.bookedOn,
        entry.reversedOn,
        entry.reason,
        entry.voucherNo,
        entry.remark,
      ])
    expect(await shown(other)).toEqual(await shown(service))
  })
})
