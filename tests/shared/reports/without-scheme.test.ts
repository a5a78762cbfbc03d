import { describe, expect, test } from 'vitest'
import { addDays } from '../../../shared/core/dates'
import type { Report } from '../../../shared/reports/model'
import { plainText } from '../../../shared/reports/plain-text'
import type { InvestmentFacts } from '../../../shared/reports/investment-figures'
import { resultWithoutScheme } from '../../../shared/scoring/without-scheme'
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
  type Ledger,
} from './fixture-quarter'

const ledger = await fixtureLedger()
const sentence = '区里还没有下达2022年第二类单位的考核办法，本报告只列完成情况，不计分。'

/** The quarter of a unit of 第二类, for which 2022 has no scheme. */
function factsOf(quarter: string, records: Ledger, target: string | null = null): InvestmentFacts {
  const facts = quarterFacts(quarter, records, { target })
  const before = addDays(facts.period.start, -1)
  return {
    ...facts,
    category: 2,
    readings: [],
    score: resultWithoutScheme(facts.period.year, facts.asOf),
    scoreBefore: facts.scoreBefore && resultWithoutScheme(facts.period.year, before),
  }
}

function reportOf(quarter: string, records: Ledger = ledger, target: string | null = null): Report {
  return quarterReport(factsOf(quarter, records, target))
}

/** 名称, 本季完成, 本年累计 of the summary. */
function counts(report: Report): readonly (readonly string[])[] {
  return sheetOf(report, '抓招商').rows.map(({ cells }) =>
    [1, 3, 4].map((index) => {
      const cell = cells[index]
      return cell === null || cell === undefined ? '' : typeof cell === 'string' ? cell : cell.value
    }),
  )
}

describe('a year without 考核办法', () => {
  test('备案, 有效, 落地 by class, briefs and trainings; every sum adds up', () => {
    const report = reportOf('2022Q3')
    expect(counts(report)).toEqual([
      ['备案项目信息（条）', '2', '5'],
      ['其中：北京项目（条）', '0', '1'],
      ['其中：市外优质（条）', '0', '2'],
      ['其中：市内优质（条）', '1', '1'],
      ['其中：无效（条）', '1', '1'],
      ['有效项目信息（条）', '1', '3'],
      ['其中：北京项目（条）', '0', '1'],
      ['其中：市外优质（条）', '0', '1'],
      ['其中：市内优质（条）', '1', '1'],
      ['落地项目（条）', '1', '1'],
      ['其中：市外优质（条）', '1', '1'],
      ['工作信息（篇）', '3', '9'],
      ['参加招商培训（次）', '1', '2'],
    ])
    const rows = sheetOf(report, '抓招商').rows
    for (const { cells } of rows) {
      cells.forEach((cell, column) => {
        if (cell === null || typeof cell === 'string') return
        const parts = rows.slice(cell.sumOf[0], cell.sumOf[1] + 1).map((row) => Number(row.cells[column]))
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Number(cell.value))
      })
    }
  })

  test('nothing is scored: 「—」 for 完成率, 折算 and 得分, no 指标数, no 未计入', () => {
    const report = reportOf('2022Q3')
    for (const { cells } of sheetOf(report, '抓招商').rows) expect(cells.slice(5, 8)).toEqual(['—', '—', '—'])
    expect(report.sheets.map(({ name }) => name)).toEqual([
      '汇总',
      '抓招商',
      '抓招商明细',
      '抓招商信息',
      '抓招商培训',
      '说明',
    ])
    const detail = sheetOf(report, '抓招商明细').rows
    expect(detail.map(({ cells }) => cells.at(-2))).toEqual(['—', '—', '—', '—', '—', '—'])
    expect(report.document?.annexes[0]?.table.rows.map((row) => row[8])).toEqual(['—', '—', '—', '—', '—', '—'])
    const text = plainText(report)
    expect(text).not.toMatch(/自评|得分|满分|折算|未计入|指标数合计/)
    expect(JSON.stringify(report.sheets.map(({ notes }) => notes))).not.toMatch(/折算|自评|未计入/)
  })

  test('the sentence stands in the text, under the table and first among the warnings', () => {
    const report = reportOf('2022Q3')
    expect(plainText(report)).toContain(sentence)
    expect(sheetOf(report, '抓招商').notes[0]).toBe(sentence)
    expect(warningTexts(report)).toEqual([sentence, '有1条备案项目信息手续未齐，未列入有效。'])
  })

  test('every heading has something below it', () => {
    const blocks = blocksOf(reportOf('2022Q1', emptyLedger))
    blocks.forEach((block, index) => {
      if (block.kind !== 'heading') return
      const next = blocks[index + 1]
      expect(next?.kind === 'heading' ? next.level > block.level : next !== undefined).toBe(true)
    })
  })

  test('what is missing is named by the facts alone', () => {
    const text = plainText(reportOf('2022Q3'))
    expect(text).toContain('1条备案项目信息手续未齐，尚未列入有效：智能制造产业园（缺接收日期）。')
    expect(text).toContain('推动2条未落地项目年内在区内注册公司')
    expect(text).toContain('截至2022年9月30日，要求参加招商培训2次，已参加2次。')
  })

  test('briefs by month; a month that is over and empty is missing, a running one is not', () => {
    const text = plainText(reportOf('2022Q4'))
    expect(text).toContain('9月1篇、10月0篇、11月2篇、12月1篇')
    expect(text).toContain('截至2022年12月31日未报送的月份：10月。')
    expect(text).toContain('10月工作信息未报送。')
    const running = quarterReport({ ...factsOf('2022Q4', ledger), asOf: day('2022-10-20') })
    expect(plainText(running)).toContain('截至2022年10月20日，已结束的月份都有工作信息。')
  })

  test('a target of the assignment table is kept and not turned into a rate', () => {
    const report = reportOf('2022Q3', ledger, '4')
    expect(sheetOf(report, '抓招商').rows[0]?.cells.slice(1, 6)).toEqual(['招商指标（折算，个）', '4', '—', '—', '—'])
    const text = plainText(report)
    expect(text).toContain('区里下达的全年目标是4个指标；折算标准未下达')
    expect(text).not.toContain('距全年目标')
  })

  test('a lead that the district refused is filed, and waits for nothing', () => {
    const leads = [
      ...ledger.leads,
      aLead(9, {
        title: '后判无效',
        investorName: '某公司',
        districtClass: 'invalid',
        filedOn: day('2022-05-05'),
        endedOn: day('2022-08-01'),
      }),
    ]
    expect(counts(reportOf('2022Q3', { ...ledger, leads }))[0]).toEqual(['备案项目信息（条）', '2', '6'])
    expect(reportOf('2022Q3', { ...ledger, leads }).warnings[1]?.text).toContain('有1条备案项目信息手续未齐')
  })

  test('an empty quarter is a report of zeros', () => {
    const report = reportOf('2022Q1', emptyLedger)
    expect(counts(report)[0]).toEqual(['备案项目信息（条）', '0', '0'])
    expect(warningTexts(report).slice(0, 2)).toEqual([sentence, '一季度没有登记任何招商记录，各项为0。'])
  })
})
