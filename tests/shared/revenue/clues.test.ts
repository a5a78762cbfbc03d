import { describe, expect, it, test } from 'vitest'
import { readBudgetTable } from '../../../shared/revenue/clues'
import { codeOf, valueOf } from '../../builders'

const rows = Array.from({ length: 20 }, (_, index) => {
  const spent = [29.99, 30, 12, 0, 28.5, 30.01][index] ?? 60 + index
  return `项目${index + 1}\t甲单位\t100\t${spent}`
})
const twenty = ['项目\t单位\t预算（万元）\t支出（万元）', ...rows].join('\r\n')

const table = (header: string, ...lines: string[]) => valueOf(readBudgetTable([header, ...lines].join('\n'), null))

describe('clues of a pasted budget table (product E2: 执行率 < 30%)', () => {
  it('20 rows with 4 under 30%: 4 proposals, 30.0% is none', () => {
    const { read, proposals, problems, unit, unitFrom } = valueOf(readBudgetTable(twenty, null))
    expect([read, unit, unitFrom, problems]).toEqual([20, 'tenThousand', 'header', []])
    expect(proposals.map(({ line, item, rate }) => [line, item, rate])).toEqual([
      [2, '项目1', '29.99%'],
      [4, '项目3', '12.0%'],
      [5, '项目4', '0.0%'],
      [6, '项目5', '28.5%'],
    ])
    expect(proposals[0]).toMatchObject({ unit: '甲单位', budget: 100_000_000, spent: 29_990_000 })
  })

  it('compares exact fractions: a hair under 30% is one although it prints as 30.0%', () => {
    const { proposals } = table(
      '项目\t预算数（元）\t执行数（元）',
      '甲\t3333333.33\t999999.99',
      '乙\t3333333.30\t999999.99',
    )
    expect(proposals.map(({ item, rate }) => [item, rate])).toEqual([['甲', '30.0000…%']])
  })

  test.each([
    ['甲\t\t5', '“甲”没有填预算数，算不出执行率，没有提出。'],
    ['甲\t0\t0', '“甲”的预算数是0，没有执行率，没有提出。'],
    ['甲\t100\t', '“甲”没有填支出数，没有提出；确实没有支出的，请填0。'],
    ['甲\t100\t—', '“甲”没有填支出数，没有提出；确实没有支出的，请填0。'],
    ['甲\t-100\t5', '“甲”的预算数或支出数是负数，没有提出，请核对。'],
    ['甲\t约100\t5', '“甲”的“约100”不是确切的数，没有提出，请改正后再粘贴。'],
    ['甲\t100\t待定', '“甲”的“待定”不是确切的数，没有提出，请改正后再粘贴。'],
    ['\t100\t5', '这一行没有项目名称，也没有单位，没有提出。'],
  ])('%j is a named problem', (line, text) => {
    const { proposals, problems } = table('项目\t预算（万元）\t支出（万元）', line)
    expect([proposals, problems]).toEqual([[], [{ line: 2, text }]])
  })

  it('skips titles, totals, notes and blank lines, and fills a merged unit down', () => {
    const { read, proposals } = valueOf(
      readBudgetTable(
        [
          '2022年部门预算执行情况',
          '单位：元',
          '部门名称\t预算项目\t全年预算数\t累计支出\t执行率',
          '甲局\t办公楼维修\t１００，０００\t20000元\t20%',
          '\t信息化\t2万元\t1,000\t5%',
          '小计\t\t120000\t21000',
          '',
          '合计\t\t120000\t21000',
          '备注：数据截至8月底',
        ].join('\n'),
        null,
      ),
    )
    expect(read).toBe(2)
    expect(proposals.map(({ item, unit, budget, spent, rate }) => [item, unit, budget, spent, rate])).toEqual([
      ['办公楼维修', '甲局', 10_000_000, 2_000_000, '20.0%'],
      ['信息化', '甲局', 2_000_000, 100_000, '5.0%'],
    ])
  })

  it('the unit is the header’s, else the one chosen, else 万元 and said to be assumed', () => {
    const text = '单位\t预算\t支出\n甲\t100\t5'
    const units = (chosen: Parameters<typeof readBudgetTable>[1]) => {
      const { unit, unitFrom, proposals } = valueOf(readBudgetTable(text, chosen))
      return [unit, unitFrom, proposals[0]?.budget, proposals[0]?.item]
    }
    expect(units(null)).toEqual(['tenThousand', 'assumed', 100_000_000, '甲'])
    expect(units('yuan')).toEqual(['yuan', 'chosen', 10_000, '甲'])
  })

  test.each(['', '甲\t100\t5', '项目\t预算\n甲\t100'])('%j has no header: refused', (text) => {
    expect(codeOf(readBudgetTable(text, null))).toBe('clueTableUnreadable')
  })
})
