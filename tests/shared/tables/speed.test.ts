import { expect, test } from 'vitest'
import { readTables } from '../../../shared/tables/read-tables'
import { aGrid, bureauOptions } from './fixture-readings'

test('10,000 rows of 16 columns are read well under a second', () => {
  const header = [
    '序号',
    '任务编号',
    '工作线',
    '任务内容',
    '考核指标',
    '目标任务',
    '一季度',
    '上半年',
    '前三季度',
    '计量单位',
    '牵头部门',
    '责任单位',
    '责任领导',
    '完成时限',
    '频次',
    '备注',
  ]
  const rows = Array.from({ length: 10_000 }, (_, index) => [
    index,
    `RW-${index}`,
    '抓项目',
    `任务内容第${index}条`,
    '次数',
    (index % 50) + 1,
    1,
    2,
    3,
    '次',
    '区发改委',
    '审计局',
    '组长',
    `2022年${(index % 12) + 1}月${(index % 28) + 1}日前`,
    '每月',
    `备注${index}`,
  ])
  const grid = aGrid([header, ...rows])
  const before = performance.now()
  const reading = readTables(grid, bureauOptions)
  const took = performance.now() - before
  expect(reading.ok && reading.tables[0]?.rows.length).toBe(10_000)
  // Generous, because the machine of a test run may be shared.
  expect(took).toBeLessThan(3000)
})
