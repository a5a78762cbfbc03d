import { Buffer } from 'node:buffer'
import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { periodReportOf } from '../../../electron/reports/period'
import { writeReport } from '../../../electron/reports/write-report'
import type { Report } from '../../../shared/reports/model'
import { plainText } from '../../../shared/reports/plain-text'
import { blocksOf, sheetOf, warningTexts } from '../../shared/reports/fixture-quarter'
import { aBureau, importOf, valueOf, type Service } from '../../builders'

const ledgers = ['leads', 'briefs-and-trainings', 'projects', 'visits', 'revenue']

/** The bureau with what the district assigned and every ledger of the year. */
async function aYear(asOf: string): Promise<Service> {
  const service = await aBureau({ asOf })
  await importOf(service, 'assignments/dongli-2022-audit-bureau.xlsx')
  for (const ledger of ledgers) await importOf(service, `ledgers/${ledger}-2022.xlsx`)
  return service
}

function reportOf(service: Service, period: string): Report {
  return valueOf(periodReportOf(service.context, service.store(), period))
}

/** 指标, 本季完成, 本年累计, 完成率 of a line of the 汇总. */
function summaryOf(report: Report, name: string): readonly unknown[] {
  const row = sheetOf(report, '汇总').rows.find(({ cells }) => cells[2] === name)
  return row?.cells.slice(3, 7) ?? []
}

describe('the quarter over the ledgers of 2022', { timeout: 60_000 }, () => {
  let made: Promise<ReadonlyMap<string, Report>> | undefined

  /** Made once, by the first test that asks. */
  async function of(period: string): Promise<Report> {
    made ??= aYear('2022-12-31').then((service) => {
      const periods = ['2022Q1', '2022Q2', '2022Q3', '2022Q4', '2022-09']
      return new Map(periods.map((each) => [each, reportOf(service, each)]))
    })
    const report = (await made).get(period)
    if (!report) throw new Error(period)
    return report
  }

  test('four chapters in order, addressed to the lead units of the assignment table', async () => {
    const text = plainText(await of('2022Q3'))
    expect(text.split('\n').slice(0, 2)).toEqual([
      '东丽区审计局2022年三季度“四个全员抓”工作小结',
      '区合作交流办、区发改委项目办、区政务服务办、区收入专项组：',
    ])
    const places = ['一、抓招商', '二、抓项目', '三、抓营商环境', '四、抓收入'].map((title) => text.indexOf(title))
    expect(places).toEqual(places.toSorted((left, right) => left - right))
    expect(places[0]).toBeGreaterThan(0)
  })

  test('抓招商: 1.5 指标 of the quarter, 4.5 of 4, 30.00 points', async () => {
    expect(plainText(await of('2022Q3'))).toContain(
      '全年目标4个指标，三季度完成1.5个，本年累计4.5个，完成率112.5%（4.5/4），自评得分30.00分（满分30分）。',
    )
  })

  test('抓项目: bands with exactly 5000万元 in the upper one, and the year plan with its fraction', async () => {
    const text = plainText(await of('2022Q3'))
    expect(text).toContain(
      '本年入库项目5个，总投资74460万元，其中：500万元以下1个，500—5000万元1个，5000万元以上3个（亿元以上2个）。',
    )
    expect(text).toContain('本年计划投资22480万元，累计完成12080万元，完成率53.7%（12080/22480）。')
    expect(plainText(await of('2022Q2'))).toContain('二季度新入库1个、签约0个、开工1个、竣工0个')
  })

  test.each([
    ['2022Q1', '18/18家，覆盖率100%'],
    ['2022Q2', '18/18家，覆盖率100%'],
    ['2022Q3', '15/18家，覆盖率83.33%'],
  ])('抓营商环境 %s: %s', async (period, coverage) => {
    const text = plainText(await of(period))
    expect(text).toContain(`14名干部包联企业18家`)
    expect(text).toContain(`走访企业${coverage}`)
  })

  test('the three enterprises that were not visited are named with their officials', async () => {
    expect(plainText(await of('2022Q3'))).toContain(
      '三季度尚有3家包联企业没有走访：包联企业16有限公司（包联干部02）、包联企业17有限公司（包联干部03）、包联企业18有限公司（包联干部04）。',
    )
    expect(warningTexts(await of('2022Q3'))).toContain('包联企业“包联企业18有限公司”在三季度没有走访记录。')
  })

  test.each([
    ['2022Q1', '1.6', '1.6', '32'],
    ['2022Q2', '0.6', '2.2', '44'],
    ['2022Q3', '1.9', '4.1', '82'],
    ['2022Q4', '0', '4.1', '82'],
  ])('抓收入 %s: 区留成 %s of the quarter, %s of 5万元, %s%%', async (period, inQuarter, inYear, rate) => {
    expect(summaryOf(await of(period), '入库区留成（万元）')).toEqual(['5', inQuarter, inYear, rate])
    expect(plainText(await of(period))).toContain(`完成率${rate}%（${inYear}/5）。`)
  })

  test('抓收入: lines added up one by one; the clue waits below the table', async () => {
    const sheet = sheetOf(await of('2022Q3'), '抓收入')
    const lines = sheet.rows
      .filter(({ kind }) => kind === 'data')
      .map(({ cells }) => [1, 5, 6, 9, 10].map((at) => cells[at]))
    expect(lines).toEqual([
      ['结余资金上缴', '3.2', '1.6', '1.6', '32'],
      ['往来款清理', '1.2', '0.6', '2.2', '44'],
      ['闲置房产出租', '4', '2', '4.2', '84'],
      ['多计收入冲回', '-0.2', '-0.1', '4.1', '82'],
    ])
    expect(sheet.notes[0]).toBe('另有线索1条、已确认待入库0条，没有入库，不列入本表。')
  })

  test('columns in the words and order of the district: B2, B3, B4', async () => {
    const report = await of('2022Q3')
    const labels = (name: string): string =>
      sheetOf(report, name)
        .columns.map(({ label }) => label)
        .join('｜')
    expect(labels('抓项目')).toBe(
      '序号｜项目名称｜建设单位｜建设地点｜建设内容｜总投资（万元）｜投资档次｜年度计划投资（万元）｜本年累计完成投资（万元）｜完成率(%)｜项目阶段｜入库时间｜开工时间｜计划竣工时间｜包保领导｜服务专员｜手续办理情况｜形象进度｜存在问题｜需协调事项及单位｜备注',
    )
    expect(labels('走访')).toBe(
      '序号｜包联干部｜职务级别｜企业名称｜所属街道｜走访日期｜走访方式｜企业诉求｜转办日期｜答复日期｜是否解决｜满意度',
    )
    expect(labels('惠企政策')).toBe('序号｜政策名称｜文号｜公布日期｜应报送日期｜实际报送日期｜工作日数')
    expect(labels('抓收入')).toBe(
      '序号｜收入事项｜来源类别｜缴款单位｜入库日期｜收入金额（万元）｜区留成（万元）｜凭证号｜关联审计问题｜累计区留成（万元）｜完成率(%)',
    )
    expect(labels('涉收入信息传递')).toBe('序号｜日期｜方向｜对方单位｜内容｜处理结果')
    const tasks = sheetOf(await of('2022Q3'), '抓营商环境').columns
    expect(tasks.map(({ group, label }) => (group === null ? label : `${group}/${label}`))).toEqual([
      '序号',
      '任务事项',
      '完成时限',
      '应报次数/本季',
      '应报次数/本年累计',
      '实报次数/本季',
      '实报次数/本年累计',
      '报送日期',
      '是否逾期',
      '佐证材料',
      '备注',
    ])
  })

  test('every content sheet has unit, period and cut-off above and five signatures below', async () => {
    for (const sheet of (await of('2022Q3')).sheets.filter(({ isContent }) => isContent)) {
      expect(sheet.heading.map(({ label }) => label)).toEqual(['填报单位（盖章）', '统计期间', '数据截止', '单位'])
      expect(sheet.heading[2]?.value).toBe('2022年9月30日')
      expect(sheet.footer.map(({ label }) => label)).toEqual([
        '填报人',
        '审核人',
        '主要负责同志（签字）',
        '填报日期',
        '联系电话',
      ])
    }
  })

  test('every number of the text says how it was counted; a count has as many records behind it', async () => {
    const runs = blocksOf(await of('2022Q3')).flatMap((block) =>
      block.kind === 'paragraph' ? block.sentences.flatMap((sentence) => sentence.runs) : [],
    )
    const figures = runs.flatMap(({ text, source }) => (source ? [{ text, ...source }] : []))
    expect(figures.length).toBeGreaterThan(60)
    expect(figures.filter(({ formula }) => formula === '')).toEqual([])
    expect(new Set(figures.map(({ place }) => place)).size).toBe(figures.length)
    const places = ['investment.filed.filedInYear', 'projects.total.count', 'environment.visits.visits']
    for (const place of places) {
      const figure = figures.find((each) => each.place === place)
      expect(figure?.records).toHaveLength(Number(figure?.text))
    }
  })

  test('the month: 9月 is shorter, has 本月 columns and no annexes', async () => {
    const report = await of('2022-09')
    const text = plainText(report)
    expect(text).toMatch(/^东丽区审计局2022年9月“四个全员抓”工作月报\n/)
    expect(text).toContain('9月完成1个，本年累计4.5个')
    expect(text).toContain('9月入库区留成-0.1万元（收入金额-0.2万元）')
    expect(text).toContain('走访企业5/18家')
    expect(text.length).toBeLessThan(plainText(await of('2022Q3')).length)
    expect(report.document?.annexes).toEqual([])
    expect(sheetOf(report, '抓招商').columns[3]?.label).toBe('本月完成')
    expect(report.periodLabel).toBe('2022-09')
  })

  test('the workbook: codes are text, money and days have their types, real sums', async () => {
    const bytes = new Uint8Array(Buffer.from(await writeReport('xlsx', await of('2022Q3'))))
    const { sheets } = await readXlsx(bytes)
    const sheet = (name: string) => sheets.find((each) => each.name === name)
    const booked = sheet('抓收入')?.rows.find((row) => row[1] === '结余资金上缴')
    expect(booked?.slice(4, 8)).toEqual([new Date('2022-03-18T00:00:00Z'), 3.2, 1.6, 'SR-0001'])
    const project = sheet('抓项目')?.rows.find((row) => row[1] === '冷链仓库')
    expect(project?.slice(5, 10)).toEqual([4980, '500—5000万元', 2000, null, 0])
    expect([...(sheet('抓项目')?.cells?.values() ?? [])].map(({ formula }) => formula)).toContain('SUM(F5:F9)')
    expect(sheet('走访')?.rows.filter((row) => row[6] === '实地')).toHaveLength(17)
    const about = sheet('说明')?.rows.map((row) => row.join('｜')) ?? []
    expect(about).toContain(`核对码｜${(await of('2022Q3')).checkCode}`)
    expect(about.some((row) => row.startsWith('条数｜汇总') && row.includes('走访51行'))).toBe(true)
  })
})

test('the figures are those of the lists: bands, coverage, progress and score', async () => {
  const service = await aYear('2022-09-30')
  const text = plainText(reportOf(service, '2022Q3'))
  const bands = await service.call('projects.bands', { year: 2022 })
  const [below500, from500, from5000] = bands.bands.map(({ count }) => count)
  expect(text).toContain(`500万元以下${below500}个，500—5000万元${from500}个，5000万元以上${from5000}个`)
  expect(text).toContain(`完成率${bands.planRate}（${bands.planFraction}）`)
  const coverage = await service.call('environment.coverage', { quarter: '2022Q3' })
  expect(text).toContain(`走访企业${coverage.visited}/${coverage.enterprises}家`)
  const progress = await service.call('revenue.progress', { year: 2022 })
  expect(text).toContain(`完成率${progress.rate}（`)
  expect(text).toContain(`在手收入线索${progress.clues}条，已确认待入库${progress.confirmed}条`)
  const { duties } = await service.call('environment.duties', { year: 2022 })
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
  const expected = sum(duties.map((duty) => duty.expected))
  expect(text).toContain(`应报送${expected}项次，已报送${sum(duties.map((duty) => duty.submitted))}项次`)
  const { cards } = await service.call('home.overview', {})
  const score = cards.find(({ stream }) => stream === 'investment')?.score
  expect(text).toContain(`自评得分${score?.points}分（满分${score?.max}分）`)
}, 60_000)

test('two days before the quarter summary is due: the running month is asked for, the cut-off is said', async () => {
  const service = await aBureau({ asOf: '2022-06-22' })
  await importOf(service, 'assignments/dongli-2022-audit-bureau.xlsx')
  await importOf(service, 'ledgers/leads-2022.xlsx')
  const preview = await service.call('reports.preview', { period: '2022Q2' })
  expect(preview).toMatchObject({ asOf: '2022-06-22', periodEnd: '2022-06-30' })
  const texts = preview.warnings.map(({ text }) => text)
  expect(texts[0]).toBe('数据截止日2022年6月22日早于统计期最后一天2022年6月30日，报告不含之后的情况。')
  expect(texts).toContain('1月、2月、3月、4月、5月、6月没有登记工作信息。')
}, 60_000)

test('a period that has not begun is refused in words', async () => {
  const service = await aBureau({ asOf: '2022-06-22' })
  const refused = periodReportOf(service.context, service.store(), '2022Q3')
  expect(refused.ok ? '' : refused.error.code).toBe('nothingToReport')
  const wrong = periodReportOf(service.context, service.store(), '2022-13')
  expect(wrong.ok ? '' : wrong.error.code).toBe('periodInvalid')
})
