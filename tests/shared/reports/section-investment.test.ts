import { describe, expect, test } from 'vitest'
import type { CellContent, Report } from '../../../shared/reports/model'
import { sentencesText } from '../../../shared/reports/sentences'
import {
  aLead,
  blocksOf,
  day,
  emptyLedger,
  fixtureLedger,
  quarterFacts,
  quarterReport,
  sheetOf,
  warningTexts,
} from './fixture-quarter'

const ledger = await fixtureLedger()

function text(cell: CellContent | undefined): string {
  return cell === null || cell === undefined ? '' : typeof cell === 'string' ? cell : cell.value
}

function table(report: Report, name: string): readonly (readonly string[])[] {
  const sheet = report.sheets.find((candidate) => candidate.name === name)
  return (sheet?.rows ?? []).map((row) => row.cells.map(text))
}

/** 全年目标, 本季完成, 本年累计, 完成率, 折算指标, 得分, 待确认 of a summary row. */
function summaryRow(report: Report, name: string): readonly string[] {
  return (table(report, '抓招商').find((row) => row[1]?.startsWith(name)) ?? []).slice(2, 9)
}

function prose(report: Report): string {
  return blocksOf(report)
    .map((block) =>
      block.kind === 'paragraph' ? sentencesText(block.sentences) : block.kind === 'heading' ? block.text : '',
    )
    .join('\n')
}

describe('B1 季度小结: numbers of the fixture ledgers', () => {
  test.each([
    ['2022Q1', '4', '0', '0', '0.0', '0', '0.00'],
    ['2022Q2', '4', '3', '3', '75.0', '3', '22.50'],
    ['2022Q3', '4', '1.5', '4.5', '112.5', '4.5', '30.00'],
    ['2022Q4', '4', '0', '4.5', '112.5', '4.5', '30.00'],
  ])('%s: 指标 目标 %s, 本季 %s, 累计 %s', (quarter, ...expected) => {
    const report = quarterReport(quarterFacts(quarter, ledger))
    expect(summaryRow(report, '招商指标').slice(0, 6)).toEqual(expected)
  })

  test('the quarters add up to the year', () => {
    const inQuarter = ['2022Q1', '2022Q2', '2022Q3', '2022Q4'].map((quarter) =>
      Number(summaryRow(quarterReport(quarterFacts(quarter, ledger)), '招商指标')[1]),
    )
    expect(inQuarter.reduce((sum, units) => sum + units, 0)).toBe(4.5)
  })

  test('2022Q4 with 配合 18: 11/12 → 32.08, 2/3 → 9.33, total 89.42', () => {
    const report = quarterReport(quarterFacts('2022Q4', ledger, { cooperate: '18' }))
    expect(summaryRow(report, '月度信息')).toEqual(['12', '2', '11', '91.7', '—', '32.08', '—'])
    expect(summaryRow(report, '招商培训').slice(1, 6)).toEqual(['0', '2', '66.7', '—', '9.33'])
    expect(summaryRow(report, '材料反馈')[5]).toBe('18.00')
    expect(summaryRow(report, '自评得分合计')[5]).toBe('89.42')
    expect(prose(report)).toContain('自评得分89.42分（满分100分）')
    expect(prose(report)).toContain('11/12个月，得32.08分')
  })

  test('class rows are real sums of the rows above and below', () => {
    const report = quarterReport(quarterFacts('2022Q3', ledger))
    const rows = sheetOf(report, '抓招商').rows
    for (const { cells } of rows) {
      cells.forEach((cell, column) => {
        if (cell === null || typeof cell === 'string') return
        const [from, to] = cell.sumOf
        const parts = rows.slice(from, to + 1).map((row) => Number(text(row.cells[column]).replace('—', '0')))
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Number(cell.value))
      })
    }
  })

  test('the detail adds up to the summary, and what is excluded is named', () => {
    const report = quarterReport(quarterFacts('2022Q3', ledger))
    const detail = table(report, '抓招商明细')
    expect(detail).toHaveLength(7)
    expect(detail.at(-1)?.at(-2)).toBe('4.5')
    expect(table(report, '抓招商未计入').map((row) => [row[1], row[3]])).toEqual([
      ['高端轴承项目', expect.stringContaining('不是本年备案的项目')],
      ['智能制造产业园', expect.stringContaining('尚缺街道园区确认接收')],
      ['重复线索', expect.stringContaining('认定为无效')],
    ])
    expect(sheetOf(report, '抓招商').notes.join()).toContain('已剔除3条（待确认1条，不计入2条）')
    expect(summaryRow(report, '招商指标')[6]).toBe('1')
  })

  test('nothing after 数据截止 enters: as of 2022-08-31 the lead that lands on 2 September is not landed', () => {
    const report = quarterReport(quarterFacts('2022Q3', ledger, { asOf: day('2022-08-31') }))
    expect(summaryRow(report, '招商指标').slice(1, 6)).toEqual(['0.5', '3.5', '87.5', '3.5', '26.25'])
    const row = table(report, '抓招商明细').find((cells) => cells[1] === '医疗器械检测平台') ?? []
    expect(row.slice(11, 15)).toEqual(['否', '', '', ''])
    expect(prose(report)).toContain('距全年目标还差0.5个指标。')
    expect(warningTexts(report).join()).toContain('2022年8月31日早于统计期最后一天2022年9月30日')
  })

  test('a target of the re-issued table that differs from the scheme is said, not hidden', () => {
    const report = quarterReport(quarterFacts('2022Q3', ledger, { target: '5' }))
    expect(summaryRow(report, '招商指标').slice(0, 4)).toEqual(['5', '1.5', '4.5', '90.0'])
    expect(warningTexts(report).join()).toContain('全年目标是5个，评分办法是4个')
  })

  test('every rate stands beside its fraction', () => {
    const report = quarterReport(quarterFacts('2022Q3', ledger))
    const rated = table(report, '抓招商').filter((row) => row[5] !== '—')
    expect(rated).toHaveLength(3)
    for (const row of rated) expect(row[9]).toMatch(/完成率=[\d.]+\/\d+/)
  })
})

describe('the sentences', () => {
  test('sections, gaps in words and missing months', () => {
    const report = quarterReport(quarterFacts('2022Q4', ledger))
    const all = prose(report)
    for (const heading of ['一、抓招商', '（一）工作开展情况', '（二）指标完成情况', '（三）存在问题和下一步'])
      expect(all).toContain(heading)
    expect(all).toContain('10月工作信息未报送。')
    expect(all).toContain('有1次要求参加的培训未参加：项目评审培训。')
    expect(all).toContain('材料反馈宣传配合：区级尚未给分，待评21分。')
  })

  test('numbers carry the records behind them', () => {
    const report = quarterReport(quarterFacts('2022Q3', ledger))
    const sentences = blocksOf(report).flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
    const runs = sentences.flatMap((sentence) => sentence.runs)
    const units = runs.find(({ source }) => source?.place === 'investment.indicator.units')
    expect(units?.text).toBe('4.5')
    expect(units?.source?.records.map(({ recordId }) => recordId).toSorted()).toEqual(['lead-1', 'lead-2', 'lead-4'])
    expect(units?.source?.records[0]).toMatchObject({ room: 'investment', kind: 'lead', title: '航空零部件研发中心' })
  })

  test('an empty quarter is a report of zeros, not a failure', () => {
    const report = quarterReport(quarterFacts('2022Q1', emptyLedger))
    expect(report.warnings[0]).toMatchObject({ kind: 'gap', text: '一季度没有登记任何招商记录，各项为0。' })
    expect(prose(report)).toContain('一季度没有新备案项目信息，本年累计0条。')
    expect(prose(report)).toContain('本年没有备案的项目信息。')
    expect(report.document?.annexes.map((annex) => annex.table.title)).toEqual(['说明'])
    expect(table(report, '抓招商明细')).toEqual([])
  })

  test('a revoked lead lowers the quarter in which it falls away', () => {
    const revoked = ledger.leads.map((lead) =>
      lead.id === 'lead-1' ? { ...lead, ending: 'revoked' as const, endedOn: day('2022-08-01') } : lead,
    )
    const report = quarterReport(quarterFacts('2022Q3', { ...ledger, leads: revoked }))
    expect(summaryRow(report, '招商指标').slice(1, 3)).toEqual(['-0.5', '2.5'])
  })

  test('a draft is in the detail and in no count', () => {
    const withDraft = { ...ledger, leads: [...ledger.leads, aLead(9, { title: '新线索', investorName: '某公司' })] }
    const report = quarterReport(quarterFacts('2022Q3', withDraft))
    expect(table(report, '抓招商明细').at(-2)?.[1]).toBe('新线索')
    expect(summaryRow(report, '招商指标')[4]).toBe('4.5')
    expect(prose(report)).toContain('本年累计5条')
  })
})
