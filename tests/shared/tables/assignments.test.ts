import { describe, expect, test } from 'vitest'
import { readFixture, readOnlyTable, remarks, rowAt } from './fixture-readings'

const dongli = 'assignments/dongli-2022-audit-bureau'

describe('A1 任务分解表 as the district sends it', () => {
  test('16 tasks, the note line skipped, no remark', async () => {
    const table = await readOnlyTable(`${dongli}.xlsx`)
    expect([table.kind, table.headerRows, table.year, table.rows.length]).toEqual(['assignments', [3, 4], 2022, 16])
    expect(table.skipped).toEqual([{ row: 21, reason: 'note', text: '备注：以区级主管部门最终通知为准。' }])
    expect([...remarks(table, 'error'), ...remarks(table, 'warning')]).toEqual([])
  })

  test('xls and GBK csv give the same tasks, field by field', async () => {
    const [xlsx, xls, csv] = await Promise.all(['.xlsx', '.xls', '.gbk.csv'].map((end) => readOnlyTable(dongli + end)))
    const values = xlsx?.rows.map(({ row, values: fields }) => ({ row, fields }))
    expect(xls?.rows.map(({ row, values: fields }) => ({ row, fields }))).toEqual(values)
    expect(csv?.rows.map(({ row, values: fields }) => ({ row, fields }))).toEqual(values)
    expect([xls?.fingerprint, csv?.fingerprint]).toEqual([xlsx?.fingerprint, xlsx?.fingerprint])
  })

  test('a task has every field of the table', async () => {
    const table = await readOnlyTable(`${dongli}.xlsx`)
    expect(rowAt(table, 17).values).toEqual({
      itemCode: 'YS-07',
      stream: 'environment',
      taskName: '报送季度工作总结',
      indicator: '篇数',
      target: '4',
      targetFirstQuarter: '1',
      targetFirstHalf: '2',
      targetThreeQuarters: '3',
      targetText: null,
      participation: 'included',
      unit: '篇',
      leadUnit: '区政务服务办',
      responsibleUnit: '审计局',
      supportUnits: null,
      responsibleLeader: '营商专项组组长',
      due: {
        text: '3月25日、6月25日、9月25日、12月25日前',
        dueOn: '2022-12-25',
        precision: 'day',
        rule: { kind: 'dates', on: ['2022-03-25', '2022-06-25', '2022-09-25', '2022-12-25'] },
      },
      cycle: 'quarterly',
      reportingTime: '季末月25日前',
      channel: 'OA',
      remark: null,
    })
  })

  test('the re-issued table differs in one target, one due day, one task more and one less', async () => {
    const [first, second] = await Promise.all([readOnlyTable(`${dongli}.xlsx`), readOnlyTable(`${dongli}-rev2.xlsx`)])
    const before = new Map(first.rows.map(({ values }) => [values.itemCode, values]))
    const after = new Map(second.rows.map(({ values }) => [values.itemCode, values]))
    const changed = [...after].filter(([code, values]) => {
      const old = before.get(code)
      return old && JSON.stringify(old) !== JSON.stringify(values)
    })
    expect(changed.map(([code]) => code)).toEqual(['ZS-01', 'YS-06'])
    expect([before.get('ZS-01')?.target, after.get('ZS-01')?.target]).toEqual(['4', '5'])
    expect(after.get('YS-06')?.due).toMatchObject({ dueOn: '2022-05-13' })
    expect([...after.keys()].filter((code) => !before.has(code))).toEqual(['SR-03'])
    expect([...before.keys()].filter((code) => !after.has(code))).toEqual(['XM-02'])
  })
})

describe('the messy table', () => {
  test('sheet, header, rows, rejections and warnings are exactly these', async () => {
    const table = await readOnlyTable('bad/messy-assignment.xlsx')
    expect([table.sheet, table.headerRows, table.rows.length]).toEqual(['分解表', [5, 6], 16])
    expect(remarks(table, 'error')).toEqual(['15 完成时限 dateInvalid', '18 任务编号 keyRepeated'])
    expect(remarks(table, 'warning')).toEqual(['9 rowHidden', '22 全年 numberApproximate'])
    expect(table.skipped.map(({ row, reason }) => `${row} ${reason}`)).toEqual(['23 total', '24 total', '26 note'])
  })

  test('what is odd but clear is accepted', async () => {
    const table = await readOnlyTable('bad/messy-assignment.xlsx')
    const due = (row: number): unknown => rowAt(table, row).values.due
    const target = (row: number): unknown => [rowAt(table, row).values.target, rowAt(table, row).values.unit]
    expect([target(7), target(8), target(12), target(21), target(22)]).toEqual([
      ['4', '个'],
      ['12', '篇'],
      ['100', '%'],
      ['5', '万元'],
      ['12', '次'],
    ])
    expect(due(9)).toMatchObject({ dueOn: '2022-12-31', precision: 'month' })
    expect(due(11)).toMatchObject({ dueOn: '2022-12-31', precision: 'day' })
    expect(due(13)).toMatchObject({ dueOn: '2022-03-11', precision: 'day' })
    expect([16, 18, 19, 20].map((row) => rowAt(table, row).values.stream)).toEqual(Array(4).fill('environment'))
    expect(rowAt(table, 9).isHidden).toBe(true)
  })

  test('hidden and foreign sheets are listed; a hidden one is read when chosen', async () => {
    const reading = await readFixture('bad/messy-assignment.xlsx')
    expect(reading.ok && reading.sheets.map(({ name, isHidden, kind }) => [name, isHidden, kind])).toEqual([
      ['说明', false, null],
      ['分解表', false, 'assignments'],
      ['旧版', true, 'assignments'],
    ])
    expect((await readOnlyTable('bad/messy-assignment.xlsx', { sheet: '旧版' })).rows).toHaveLength(3)
    expect(await readFixture('bad/messy-assignment.xlsx', { sheet: '新版' })).toMatchObject({ code: 'sheetNotFound' })
  })

  test('cells typed anew are read instead of the file', async () => {
    const fixes = [
      { sheet: '分解表', row: 15, field: 'due', text: '2022-02-28' },
      { sheet: '旧版', row: 16, field: 'due', text: '不是本表' },
      { sheet: '分解表', row: 18, field: 'itemCode', text: 'YS-06' },
    ]
    const table = await readOnlyTable('bad/messy-assignment.xlsx', { fixes })
    expect(remarks(table, 'error')).toEqual([])
    expect(rowAt(table, 15).values.due).toMatchObject({ dueOn: '2022-02-28' })
  })
})

describe('A2, one row per unit', () => {
  const annexes = [
    ['haizhou-2019-annex1.xlsx', [['1.57', '0.21', '亿元']], 'projects'],
    [
      'haizhou-2019-annex2.xls',
      [
        ['1', null, '个'],
        ['0', null, '个'],
        ['2', null, '个'],
        ['0', null, '个'],
      ],
      'projects',
    ],
    ['haizhou-2019-annex3.xls', [['4142', null, '万元']], 'investment'],
    ['haizhou-2019-annex4.xls', [['2633', null, '万元']], 'revenue'],
    ['haizhou-2019-annex5.xlsx', [['13500', null, '万元']], 'revenue'],
  ] as const

  test.each(annexes)('%s: only 区审计局, totals agree', async (file, expected, stream) => {
    const table = await readOnlyTable(`assignments/${file}`, { unitNames: ['区审计局'] })
    expect(table.year).toBe(2019)
    expect(table.rows.map(({ values }) => [values.target, values.targetFirstQuarter, values.unit])).toEqual(expected)
    expect(new Set(table.rows.map(({ values }) => values.stream))).toEqual(new Set([stream]))
    expect([...remarks(table, 'error'), ...remarks(table, 'warning')]).toEqual([])
    expect(table.skipped.filter(({ reason }) => reason === 'otherUnit')).toHaveLength(13)
    expect(table.skipped.filter(({ reason }) => reason === 'total')).toHaveLength(1)
  })

  test.each(annexes)('%s: the district reads 14 units', async (file, expected) => {
    const table = await readOnlyTable(`assignments/${file}`, { mode: 'district' })
    expect(new Set(table.rows.map(({ row }) => row)).size).toBe(14)
    expect(table.rows).toHaveLength(14 * expected.length)
    expect([...remarks(table, 'error'), ...remarks(table, 'warning')]).toEqual([])
  })

  test('indicators are named by their header, the code is made of title and indicator', async () => {
    const table = await readOnlyTable('assignments/haizhou-2019-annex2.xls', { unitNames: ['区审计局'] })
    expect(table.rows.map(({ values }) => values.indicator)).toEqual([
      '新开工项目/5000万元以上',
      '新开工项目/其中亿元以上',
      '储备亿元以上项目',
      '竣工5000万元以上项目',
    ])
    expect(table.rows[0]?.values.itemCode).toBe('2019-项目任务-新开工项目/5000万元以上')
  })

  test('不参加 is excluded, not zero', async () => {
    const table = await readOnlyTable('assignments/haizhou-2019-annex5.xlsx', { mode: 'district' })
    const excluded = table.rows.filter(({ values }) => values.participation === 'excluded')
    expect(excluded.map(({ values }) => [values.responsibleUnit, values.target])).toEqual([
      ['区发改局', null],
      ['区财政局', null],
    ])
  })

  test('a bureau that is not in the table is told so on every row', async () => {
    const table = await readOnlyTable('assignments/haizhou-2019-annex3.xls', { unitNames: ['区统计局'] })
    expect(remarks(table, 'error')).toHaveLength(14)
    expect(table.rows[0]?.issues[0]).toMatchObject({ code: 'unitNotOurs', params: { found: '韩家店镇' } })
  })
})
