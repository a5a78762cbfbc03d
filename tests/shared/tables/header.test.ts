import { describe, expect, test } from 'vitest'
import { readTables } from '../../../shared/tables/read-tables'
import type { MergedRange } from '../../../shared/tables/workbook'
import { aGrid, bureauOptions, readGrid, remarks, rowAt } from './fixture-readings'

const merge = (top: number, left: number, bottom: number, right: number): MergedRange => ({ top, left, bottom, right })

describe('the header band', () => {
  test('below titles, notes, a unit line and leading blank rows', () => {
    const table = readGrid(
      aGrid([
        [],
        ['附件3'],
        ['2021年度重点工作任务清单'],
        ['填报单位：区审计局', null, null, '单位：万元'],
        ['序号', '任务内容', '目标值', '完成时限'],
        [1, '组织收入', 5, '3月底'],
      ]),
    )
    expect([table.headerRows, table.title, table.year]).toEqual([[5], '2021年度重点工作任务清单', 2021])
    expect(rowAt(table, 6).values).toMatchObject({ target: '5', unit: '万元', due: { dueOn: '2021-03-31' } })
  })

  test('three rows of merged cells are joined and matched without units, spaces and line breaks', () => {
    const table = readGrid(
      aGrid(
        [
          ['序 号', '任 务\n内 容', '目标任务（万元）', null, '备　注'],
          [null, null, '全年', '其中', null],
          [null, null, null, '一季度', null],
          [1, '组织收入', 8, 2, null],
        ],
        { merges: [merge(0, 0, 2, 0), merge(0, 1, 2, 1), merge(0, 2, 0, 3), merge(1, 2, 2, 2), merge(0, 4, 2, 4)] },
      ),
    )
    expect(table.headerRows).toEqual([1, 2, 3])
    expect(table.columns.map(({ field }) => field)).toEqual([
      null,
      'taskName',
      'target',
      'targetFirstQuarter',
      'remark',
    ])
    expect(rowAt(table, 4).values).toMatchObject({ target: '8', targetFirstQuarter: '2', unit: '万元' })
  })

  test('two rows of a table per unit in CSV, without merged cells', () => {
    const table = readGrid(
      aGrid(
        [
          ['2019年项目任务分解表'],
          ['序号', '责任单位', '新开工项目（个）', null, '储备项目（个）'],
          [null, null, '5000万元以上', '其中亿元以上', null],
          ['1', '区审计局', '3', '1', '2'],
          ['2', '区财政局', '4', '1', '2'],
          ['合计', null, '7', '2', '4'],
        ],
        { format: 'csv' },
      ),
    )
    expect(table.rows.map(({ values }) => [values.indicator, values.target, values.unit])).toEqual([
      ['新开工项目/5000万元以上', '3', '个'],
      ['新开工项目/其中亿元以上', '1', '个'],
      ['储备项目', '2', '个'],
    ])
    expect(table.issues).toEqual([])
  })

  test('a header repeated on the next page is skipped', () => {
    const header = ['序号', '任务内容', '目标值', '计量单位']
    const table = readGrid(aGrid([header, [1, '甲', 1, '个'], header, [2, '乙', 2, '个']]))
    expect(table.skipped).toEqual([{ row: 3, reason: 'repeatedHeader', text: '序号' }])
    expect(table.rows).toHaveLength(2)
  })

  test('rows and columns chosen by hand win', () => {
    const grid = aGrid([
      ['甲表', '乙', '丙', '丁'],
      ['一', '走访企业', '12', '次'],
    ])
    expect(readTables(grid, bureauOptions)).toMatchObject({ ok: false, code: 'kindNotRecognised' })
    const mapping = { 1: 'taskName', 2: 'target', 3: 'unit' }
    const table = readGrid(grid, { kind: 'assignments', headerRows: [1], mapping })
    expect(rowAt(table, 2).values).toMatchObject({ taskName: '走访企业', target: '12', unit: '次' })
  })

  test('an empty workbook and one without a header say so', () => {
    expect(readTables(aGrid([['']]), bureauOptions)).toMatchObject({ code: 'fileNoRows' })
    expect(readTables(aGrid([['请阅读']]), bureauOptions)).toMatchObject({ code: 'headerNotFound' })
  })
})

describe('rows', () => {
  const header = ['序号', '工作线', '任务内容', '目标值', '计量单位', '责任单位']

  test('totals of one unit are checked, within rounding', () => {
    const rows = [header, [1, '抓收入', '甲', 1.5, '万元', '审计局'], [2, '抓收入', '乙', '2.5万元', '万元', '审计局']]
    const right = readGrid(aGrid([...rows, [null, null, '合　计', 4.01, null, null]]))
    const wrong = readGrid(aGrid([...rows, ['合计', null, null, '0.0005亿元', null, null]]))
    expect(right.issues).toEqual([])
    expect(wrong.issues).toMatchObject([
      { row: 4, letters: 'D', code: 'totalMismatch', params: { written: '5', computed: '4', unit: '万元' } },
    ])
  })

  test('subtotals are checked from the last one on; mixed units have no sum', () => {
    const rows = [
      header,
      [1, '抓收入', '甲', 1, '次', '审计局'],
      ['小计', null, null, 1, null, null],
      [2, '抓收入', '乙', 2, '次', '审计局'],
      ['小计', null, null, 2, null, null],
      ['总计', null, null, 3, null, null],
    ]
    expect(readGrid(aGrid(rows)).issues).toEqual([])
    const mixed = [...rows.slice(0, 2), [3, '抓收入', '丙', 5, '万元', '审计局'], ['合计', null, null, 99, null, null]]
    expect(readGrid(aGrid(mixed)).issues).toEqual([])
  })

  test('merged grouping columns fill down, merged amounts never', () => {
    const merges = [merge(1, 1, 2, 1), merge(1, 3, 2, 3)]
    const rows = [header, [1, '抓\n项目', '甲', 5, '个', '审计局'], [2, null, '乙', null, '个', '审计局']]
    const table = readGrid(aGrid(rows, { merges }))
    expect(table.rows.map(({ values }) => [values.stream, values.target])).toEqual([
      ['projects', '5'],
      ['projects', null],
    ])
  })

  test('rows of other units are left out, ours is found by every name', () => {
    const task = (unit: string, index: number): (string | number)[] => [index, '抓收入', `任务${index}`, 1, '次', unit]
    const units = [
      '审计局',
      '东丽区审计局机关',
      '天津市东丽区审计局',
      '审计局、财政局',
      '各部门',
      '财政局',
      '市审计局',
      '河西区审计局',
    ]
    const table = readGrid(aGrid([header, ...units.map(task)]))
    expect(table.rows.map(({ values }) => values.responsibleUnit)).toEqual(units.slice(0, 5))
    expect(table.skipped.map(({ text, reason }) => [text, reason])).toEqual(
      units.slice(5).map((unit) => [unit, 'otherUnit']),
    )
  })

  test('a bad row of another unit rejects nothing', () => {
    const rows = [header, [1, '抓收入', '甲', 1, '次', '审计局'], [2, '抓星星', '乙', 1, '次', '财政局']]
    expect(remarks(readGrid(aGrid(rows)), 'error')).toEqual([])
  })

  test('without a task number the name and the indicator are the key; 序号 never is', () => {
    const columns = ['序号', '任务内容', '考核指标', '目标值', '计量单位']
    const table = readGrid(
      aGrid([columns, [1, '甲', '次数', 1, '次'], [1, '甲', '篇数', 1, '篇'], [3, ' 甲', '次数', 2, '次']]),
    )
    expect(remarks(table, 'error')).toEqual(['4 任务内容 keyRepeated'])
  })

  test('money without a unit anywhere is an error, an outlier a warning', () => {
    const columns = ['序号', '任务内容', '考核指标', '目标值']
    const none = readGrid(aGrid([columns, [1, '组织收入', '金额', 5]]))
    expect(remarks(none, 'error')).toEqual(['2 目标值 unitMissing'])
    const amounts = [5, 6, 7, 40_000, 5]
    const rows = amounts.map((amount, index) => [index, `任务${index}`, '金额', amount])
    const off = readGrid(aGrid([['单位：万元'], columns, ...rows]))
    expect(remarks(off, 'warning')).toEqual([])
    const table = readGrid(aGrid([['单位：万元'], columns, ...rows, [9, '任务九', '金额', '70000亿元']]))
    expect(remarks(table, 'warning')).toEqual(['8 目标值 numberOutlier'])
  })
})
