import { describe, expect, test } from 'vitest'
import { issueText } from '../../../shared/terms/tables'
import { aGrid, readFixture, readGrid, readOnlyTable, remarks, rowAt } from './fixture-readings'

describe('招商线索台账', () => {
  test('6 leads without a remark', async () => {
    const table = await readOnlyTable('ledgers/leads-2022.xlsx')
    expect([table.kind, table.rows.length]).toEqual(['leads', 6])
    expect([...remarks(table, 'error'), ...remarks(table, 'warning')]).toEqual([])
    expect(table.rows.map(({ values }) => [values.districtClass, values.filedOn, values.isLanded])).toEqual([
      ['beijing', '2022-03-15', false],
      ['outOfCity', '2022-04-18', true],
      ['outOfCity', '2022-06-01', false],
      ['inCity', '2022-07-08', false],
      ['invalid', '2022-07-30', false],
      ['outOfCity', '2021-11-10', true],
    ])
  })

  test('hostile cells stay text; what cannot be read is named by its cell', async () => {
    const table = await readOnlyTable('bad/hostile-cells.xlsx')
    expect(rowAt(table, 2).values).toMatchObject({
      title: '=HYPERLINK("http://x","点我")',
      investorName: '@SUM(1+1)',
      investorRegion: '+河北',
      platformNo: "-1+1|cmd' /C calc'!A0",
      remark: '<img src=x onerror=alert(1)>',
    })
    expect(rowAt(table, 2).issues).toEqual([])
    expect(remarks(table, 'error')).toEqual([
      '3 项目类别 choiceUnknown',
      '3 备案日期 dateInvalid',
      '3 平台编号 codeScientific',
      '3 是否落地 choiceUnknown',
    ])
    expect(remarks(table, 'warning')).toEqual(['3 统一社会信用代码 creditCodeCheck'])
  })

  test('columns of our own export are known and not read; dates that run backwards are doubted', () => {
    const table = readGrid(
      aGrid([
        ['序号', '项目信息名称', '投资方', '备案日期', '认证日期', '计分指标数', '备注'],
        [1, '甲项目', '甲公司', '2022-05-01', '2022-04-30', 0.5, null],
        ['填报人：', null, '审核人：', null, null, null, null],
      ]),
    )
    expect(table.columns.map(({ field }) => field)).toContain('units')
    expect(table.rows[0]?.values.units).toBeNull()
    expect(remarks(table, 'warning')).toEqual(['2 认证日期 orderOfDates'])
    expect(table.skipped.map(({ reason }) => reason)).toEqual(['note'])
    expect(table.rows[0]?.issues.map(issueText)).toEqual([
      '第2行“认证日期”填的是“2022-04-30”，早于备案日期（2022-05-01）。仍可导入，请核对认证日期和备案日期哪一个填错了。',
    ])
  })

  test('a key is the platform number, else title and investor', () => {
    const header = ['项目信息名称', '投资方', '平台编号', '备案日期']
    const table = readGrid(
      aGrid([
        header,
        ['甲', '乙公司', 'P1', '2022-05-01'],
        ['甲', '乙公司', 'P2', '2022-05-01'],
        ['丙', '丁公司', null, '2022-05-01'],
        ['丙', ' 丁 公司', null, '2022-05-02'],
      ]),
    )
    expect(remarks(table, 'error')).toEqual(['5 项目信息名称 keyRepeated'])
  })
})

describe('工作信息 and 培训', () => {
  test('one workbook gives 12 briefs and 3 trainings', async () => {
    const reading = await readFixture('ledgers/briefs-and-trainings-2022.xlsx')
    if (!reading.ok) throw new Error(reading.code)
    expect(reading.tables.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['briefs', 12],
      ['trainings', 3],
    ])
    const [briefs, trainings] = reading.tables
    expect(briefs?.rows.map(({ values }) => values.month).slice(8)).toEqual([
      '2022-09',
      '2022-11',
      '2022-11',
      '2022-12',
    ])
    expect(trainings?.rows.map(({ values }) => [values.heldOn, values.isAttended, values.attendeeCount])).toEqual([
      ['2022-05-12', true, 2],
      ['2022-07-06', true, 1],
      ['2022-10-19', false, 0],
    ])
    expect(reading.tables.flatMap(({ rows }) => rows.flatMap(({ issues }) => issues))).toEqual([])
  })

  test('months without a brief in our own summary are empty lines, the stream comes from the title', () => {
    const table = readGrid(
      aGrid([
        ['2022年抓招商工作信息'],
        ['月份', '报送工作信息篇数', '题目', '报送日期', '报送渠道'],
        ['9月', 1, '第九期', '2022-09-18', '平台'],
        ['10月', 0, null, null, null],
      ]),
    )
    expect(table.rows.map(({ values }) => [values.month, values.stream, values.title])).toEqual([
      ['2022-09', 'investment', '第九期'],
    ])
    expect(table.skipped.map(({ row, reason }) => [row, reason])).toEqual([[4, 'blank']])
  })
})

test('a project ledger is not taken for leads, although 项目名称 and 备注 are words of both', async () => {
  const table = await readOnlyTable('ledgers/projects-2022.xlsx')
  expect([table.kind, table.rows.length, table.skipped.map(({ reason }) => reason)]).toEqual(['projects', 5, ['total']])
  expect(remarks(table, 'error')).toEqual([])
  expect(table.rows.map(({ values }) => [values.totalInvestment, values.annualPlan])).toEqual([
    ['12000', '4000'],
    ['5000', '5000'],
    ['4980', '2000'],
    ['480', '480'],
    ['52000', '11000'],
  ])
})
