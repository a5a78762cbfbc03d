import { describe, expect, test } from 'vitest'
import { insertPart } from '../../../db/repositories/finding-parts'
import { periodReportOf } from '../../../electron/reports/period'
import { parseMoney } from '../../../shared/core/money'
import type { FindingRecord } from '../../../shared/rectification/record'
import type { FindingAmount } from '../../../shared/rectification/part-records'
import type { Report } from '../../../shared/reports/model'
import { plainText } from '../../../shared/reports/plain-text'
import { aBureau, day, refusalOf, valueOf, writing, type Service } from '../../builders'
import { sheetOf, warningTexts } from '../../shared/reports/fixture-quarter'
import {
  aFinding as stored,
  aProgram as aStoredProgram,
  findingsOf,
} from '../../shared/rectification/statistics-builders'
import { keepFindings } from '../rectification/keep-findings'

const inspection = aStoredProgram({
  source: 'municipalInspection',
  title: '市委巡视反馈意见',
  feedbackOn: day('2021-07-26'),
})
const audit = aStoredProgram({
  source: 'districtAudit',
  title: '2021年度审计',
  originYears: '2021',
  feedbackOn: day('2022-02-01'),
})
const later = aStoredProgram({ source: 'municipalAudit', title: '市审计局2022年审计', feedbackOn: day('2022-10-20') })

const extended = { dueOn: day('2022-12-31'), originalDueOn: day('2022-06-30'), extensionCount: 1 }
const inQuarter = { determinedOn: day('2022-08-05'), closedOn: day('2022-08-10'), state: 'closed' } as const

/** 59 of 举一反三 with 56 done (domain §7 G03), an audit with one done, one overdue and one extended, and one fed back later. */
const closedOne = stored(audit, { no: '1', title: '非税收入未及时上缴', kind: 'audit', status: 'done', ...inQuarter })
const overdueOne = stored(audit, {
  no: '2',
  title: '往来款挂账',
  kind: 'audit',
  dueOn: day('2022-08-31'),
  nextStep: '逐户清理。',
})
const extendedOne = stored(audit, { no: '3', title: '房产闲置', kind: 'audit', ...extended })
const afterCutOff = stored(audit, {
  no: '4',
  title: '账务不规范',
  kind: 'audit',
  status: 'done',
  dueOn: day('2022-12-31'),
  determinedOn: day('2022-10-08'),
})
const findings: readonly FindingRecord[] = [
  ...findingsOf(inspection, { done: 56, basicallyDone: 3 }, { kind: 'byAnalogy', dueOn: day('2022-12-31') }),
  closedOne,
  overdueOne,
  extendedOne,
  afterCutOff,
  stored(later, { title: '后来的问题', kind: 'audit' }),
]

async function aLedger(): Promise<Service> {
  const service = await aBureau({ asOf: '2022-12-01' })
  writing(service.store(), (db) => keepFindings(db, [inspection, audit, later], findings))
  return service
}

function anAmount(service: Service, fields: Partial<FindingAmount>): void {
  const money = { requiredFen: parseMoney('5', 'tenThousand'), doneFen: parseMoney('3', 'tenThousand') }
  const rest = { required: null, done: null, voucherNo: '', reason: '', isSample: false, treatment: 'toTreasury' }
  const row = { id: service.context.newId(), findingId: closedOne.id, unit: '', ...money, ...rest, ...fields }
  writing(service.store(), (db) => insertPart(db, 'amount', row))
}

function reportOf(service: Service, period = '2022Q3'): Report {
  return valueOf(periodReportOf(service.context, service.store(), period))
}

/** The chapter alone. */
function chapterOf(report: Report): string {
  const text = plainText(report)
  return text.slice(text.indexOf('五、审计和巡视巡察整改'))
}

describe('整改 behind the four streams (product J9)', { timeout: 60_000 }, () => {
  test('a bureau without findings has no such chapter, sheet or line', async () => {
    const report = reportOf(await aBureau({ asOf: '2022-12-01' }))
    expect(plainText(report)).not.toContain('整改率')
    expect(report.document?.sections.map(({ stream }) => stream)).toEqual([
      'investment',
      'projects',
      'environment',
      'revenue',
    ])
    expect(report.sheets.map(({ name }) => name)).not.toContain('整改')
    expect(sheetOf(report, '汇总').rows.some(({ cells }) => cells[1] === '整改')).toBe(false)
  })

  test('nor has one whose sources were fed back after the cut-off', async () => {
    const service = await aBureau({ asOf: '2022-12-01' })
    const one = stored(later, { title: '后来的问题' })
    writing(service.store(), (db) => keepFindings(db, [later], [one]))
    expect(reportOf(service).document?.sections).toHaveLength(4)
    expect(reportOf(service, '2022Q4').document?.sections).toHaveLength(5)
  })

  test('totals with rate and fraction as they stood at the cut-off, by source and kind', async () => {
    const chapter = chapterOf(reportOf(await aLedger()))
    expect(chapter).toContain('截至2022年9月30日，2个来源共反映问题63个，已整改57个，整改率90.5%（57/63）。')
    expect(chapter).toContain(
      '按来源分：区审计局4个，已整改1个（25%，1/4）；市委巡视59个，已整改56个（94.9%，56/59）。',
    )
    expect(chapter).toContain(
      '按问题类型分：举一反三59个，已整改56个（94.9%，56/59）；审计问题4个，已整改1个（25%，1/4）。',
    )
    expect(chapter).not.toContain('后来的问题')
  })

  test('what the period brought, what is overdue, and extended ones with both dates (product F7)', async () => {
    const chapter = chapterOf(reportOf(await aLedger()))
    expect(chapter).toContain('三季度完成整改1个，销号1个，批准延期0次。销号的有：1 非税收入未及时上缴。')
    expect(chapter).toContain(
      '截至2022年9月30日，逾期未完成1个，延期1个。延期的有：3 房产闲置（已延期1次，原定时限2022年6月30日，延期至2022年12月31日）。',
    )
    expect(chapter).toContain('有1个问题逾期未完成整改：2 往来款挂账。')
    expect(chapter).toContain('2 往来款挂账：逐户清理。')
  })

  test('the next quarter counts what was done in it', async () => {
    const chapter = chapterOf(reportOf(await aLedger(), '2022Q4'))
    expect(chapter).toContain('截至2022年12月1日，3个来源共反映问题64个，已整改58个，整改率90.6%（58/64）。')
    expect(chapter).toContain('四季度完成整改1个，销号0个，批准延期0次。')
  })

  test('a month has the text, its sheets and no annex', async () => {
    const report = reportOf(await aLedger(), '2022-08')
    expect(chapterOf(report)).toContain('8月完成整改1个，销号1个')
    expect(report.document?.annexes.map(({ table }) => table.title)).not.toContain('未完成整改问题清单')
    expect(sheetOf(report, '整改').rows).toHaveLength(3)
  })

  test('the sheets: programmes with a real sum, open items with both dates, heading and footer of layout B', async () => {
    const report = reportOf(await aLedger())
    const sheet = sheetOf(report, '整改')
    expect(sheet.heading.map(({ label }) => label)).toEqual(['填报单位（盖章）', '统计期间', '数据截止', '单位'])
    expect(sheet.footer.map(({ label }) => label)[2]).toBe('主要负责同志（签字）')
    expect(sheet.rows.map(({ cells }) => [cells[1], cells[5], cells[6], cells.at(-2), cells.at(-1)])).toEqual([
      ['2021年度审计', '4', '1', '25', '1/4'],
      ['市委巡视反馈意见', '59', '56', '94.9', '56/59'],
      [null, { value: '63', sumOf: [0, 1] }, { value: '57', sumOf: [0, 1] }, '90.5', '57/63'],
    ])
    const open = sheetOf(report, '整改未完成')
    expect(open.rows).toHaveLength(6)
    const cells = open.rows.find((row) => row.cells[3] === '房产闲置')?.cells
    expect(cells?.slice(8, 12)).toEqual(['2022-06-30', '1', '2022-12-31', '已延期1次'])
  })

  test('the 汇总 has its lines, and every number of the text opens its findings', async () => {
    const report = reportOf(await aLedger())
    const lines = sheetOf(report, '汇总').rows.filter(({ cells }) => cells[1] === '整改')
    expect(lines.map(({ cells }) => cells.slice(2, 8))).toEqual([
      ['已完成整改问题（个）', '63', '1', '57', '90.5', '累计，不限本年；已整改57/63'],
      ['销号（个）', '—', '1', '1', '—', '累计，不限本年'],
      ['逾期未完成整改（个）', '—', '—', '1', '—', '截至2022年9月30日'],
    ])
    const chapter = report.document?.sections.find(({ stream }) => stream === 'rectification')
    const figures = (chapter?.blocks ?? [])
      .flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
      .flatMap(({ runs }) => runs.flatMap(({ source }) => source ?? []))
    const overdue = figures.find(({ place }) => place === 'rectification.overdue.overdue')
    expect(overdue?.records).toEqual([
      { room: 'rectification', kind: 'finding', recordId: overdueOne.id, title: '2 往来款挂账' },
    ])
  })

  test('warnings: overdue ones open, those without a day and figures without a history are told', async () => {
    const service = await aLedger()
    anAmount(service, {})
    const report = reportOf(service)
    expect(report.warnings).toContainEqual({
      kind: 'gap',
      stream: 'rectification',
      text: '整改问题“2 往来款挂账”已逾期（时限2022年8月31日）。',
      record: { room: 'rectification', kind: 'finding', recordId: overdueOne.id, title: '2 往来款挂账' },
    })
    expect(warningTexts(report)).toContain(
      '有56个已完成的问题没有完成日期，无法判断是否在2022年9月30日以前完成，按现在的状态计入。',
    )
    expect(warningTexts(report)).toContain('整改金额、建章立制和追责问责没有逐日记录，按导出时的台账统计。')
  })

  test('the 核对码 covers it: the same data the same code, another state another', async () => {
    const service = await aLedger()
    const code = reportOf(service).checkCode
    expect(reportOf(service).checkCode).toBe(code)
    anAmount(service, {})
    expect(reportOf(service).checkCode).not.toBe(code)
  })

  test('figures written by hand and 本期无新增 work as in the streams', async () => {
    const service = await aLedger()
    const edit = {
      period: '2022Q3',
      kind: 'figure',
      place: 'rectification.total.done',
      value: '58',
      reason: '区里核定',
    } as const
    await service.call('reports.saveEdit', edit)
    expect(chapterOf(reportOf(service))).toContain('已整改58（注1）个')
    const nil = { period: '2022Q3', stream: 'rectification', isNil: true } as const
    expect((await refusalOf(service.call('reports.setNil', nil))).code).toBe('nilHasRecords')
    const preview = await service.call('reports.preview', { period: '2022Q3' })
    expect(preview.sections.map(({ stream }) => stream)).toContain('rectification')
  })
})

describe('整改金额 and 抓收入 (an amount counts once)', { timeout: 60_000 }, () => {
  async function withRevenue(): Promise<Service> {
    const service = await aLedger()
    anAmount(service, {})
    anAmount(service, {
      treatment: 'other',
      unit: '㎡',
      requiredFen: null,
      doneFen: null,
      required: '1200',
      done: '800',
    })
    const fields = {
      item: '非税收入上缴',
      gross: parseMoney('3', 'tenThousand'),
      districtRetained: parseMoney('1.5', 'tenThousand'),
    }
    const linked = { ...fields, findingId: closedOne.id, findingText: closedOne.title }
    const { id } = await service.call('revenue.save', { id: null, fields: linked, expectedUpdatedAt: null })
    const booked = { voucherNo: '票001' }
    for (const to of ['confirmed', 'booked'] as const)
      await service.call('revenue.move', { id, to, on: day('2022-08-15'), fields: to === 'booked' ? booked : {} })
    return service
  }

  test('by treatment and unit, and which of it is booked already, never added up', async () => {
    const chapter = chapterOf(reportOf(await withRevenue()))
    expect(chapter).toContain(
      '整改金额：上缴财政3万元（应整改5万元，60%，3/5）。其他整改数量：其他800㎡（应整改1200㎡，66.7%，800/1200）。',
    )
    expect(chapter).toContain(
      '通过整改上缴财政和收回资金3万元，关联问题已在“抓收入”登记入库1笔、收入金额3万元（区留成1.5万元）；同一问题的两个数是同一笔钱，只计一次，合计3万元。',
    )
  })

  test('part of it booked, another finding not booked at all: the larger of each (product E4)', async () => {
    const service = await withRevenue()
    anAmount(service, { treatment: 'recovered', doneFen: parseMoney('4', 'tenThousand') })
    anAmount(service, { findingId: overdueOne.id, treatment: 'toTreasury', doneFen: parseMoney('2', 'tenThousand') })
    anAmount(service, { findingId: overdueOne.id, treatment: 'adjustAccounts' })
    expect(chapterOf(reportOf(service))).toContain(
      '上缴财政和收回资金9万元，关联问题已在“抓收入”登记入库1笔、收入金额3万元（区留成1.5万元）；同一问题的两个数是同一笔钱，只计一次，合计9万元。',
    )
  })

  test('the sample: recovered by findings, booked of it, the total once', async () => {
    const service = await aBureau({ asOf: '2022-10-08' })
    await service.call('settings.loadSample', {})
    expect(chapterOf(reportOf(service))).toContain(
      '通过整改上缴财政和收回资金7.68万元，关联问题已在“抓收入”登记入库1笔、收入金额2.2万元（区留成1.1万元）；同一问题的两个数是同一笔钱，只计一次，合计7.68万元。',
    )
  })

  test('what is booked after the cut-off is not named yet', async () => {
    expect(chapterOf(reportOf(await withRevenue(), '2022Q2'))).not.toContain('“抓收入”登记入库')
  })

  test('the amounts stand on a sheet of their own without a sum over units', async () => {
    const { rows } = sheetOf(reportOf(await withRevenue()), '整改金额')
    expect(rows.map(({ kind, cells }) => [kind, ...cells.slice(1, 7)])).toEqual([
      ['data', '上缴财政', '万元', '5', '3', '60', '3/5'],
      ['data', '其他', '㎡', '1200', '800', '66.7', '800/1200'],
    ])
  })
})
