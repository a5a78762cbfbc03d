import { Buffer } from 'node:buffer'
import { readXlsx, type Workbook } from 'hucre'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../electron/reports/digest'
import { cellText, lineCount, rowHeight, sheetName, textWidth } from '../../../electron/reports/sheet-layout'
import { writeXlsx } from '../../../electron/reports/write-xlsx'
import { readWorkbookBytes } from '../../../electron/tables/read-workbook'
import { withCheckCode } from '../../../shared/reports/check-code'
import { leadLedger } from '../../../shared/reports/lead-ledger'
import type { Report } from '../../../shared/reports/model'
import type { LeadRecord } from '../../../shared/investment/record'
import type { TableReading } from '../../../shared/tables/reading'
import { readTables } from '../../../shared/tables/read-tables'
import {
  aLead,
  day,
  emptyLedger,
  fixtureLedger,
  quarterFacts,
  quarterReport,
} from '../../shared/reports/fixture-quarter'

const ledger = await fixtureLedger()

function quarter(period: string): Report {
  return withCheckCode(quarterReport(quarterFacts(period, ledger)), sha256Hex)
}

function exported(leads: readonly LeadRecord[]): Report {
  const facts = {
    bureau: '东丽区审计局',
    year: 2022,
    period: { start: day('2022-01-01'), end: day('2022-12-31') },
    asOf: day('2022-12-31'),
    exportedAt: '2022-12-31 10:32',
    preparedOn: day('2022-12-31'),
    leads,
    totalCount: leads.length,
    filters: [],
  }
  return withCheckCode(leadLedger(facts), sha256Hex)
}

async function opened(report: Report): Promise<Workbook> {
  return readXlsx(await writeXlsx(report), { readStyles: true })
}

async function tablesOf(report: Report): Promise<readonly TableReading[]> {
  const grid = await readWorkbookBytes(Buffer.from(await writeXlsx(report)))
  if (!grid.ok) throw new Error(grid.error.code)
  const options = { kind: null, sheet: null, headerRows: null, mapping: null, fixes: [] }
  const reading = readTables(grid.value, { ...options, year: 2022, mode: 'bureau', unitNames: ['东丽区审计局'] })
  if (!reading.ok) throw new Error(reading.code)
  return reading.tables
}

const leadFields = [
  'title',
  'investorName',
  'investorRegion',
  'districtClass',
  'filedOn',
  'platformNo',
  'certifiedOn',
  'contactedOn',
  'acceptedBy',
  'acceptedOn',
  'companyName',
  'creditCode',
  'landedOn',
  'remark',
] as const

function leadValues(source: object): readonly unknown[] {
  const values = new Map(Object.entries(source))
  return leadFields.map((field) => values.get(field) || null)
}

describe('what is written is what is read', () => {
  test('numbers, days, codes and sums of the quarter', async () => {
    const { sheets } = await opened(quarter('2022Q3'))
    const [, summary, detail] = sheets
    expect(sheets.map(({ name }) => name)).toEqual([
      '汇总',
      '抓招商',
      '抓招商明细',
      '抓招商信息',
      '抓招商培训',
      '抓招商未计入',
      '说明',
    ])
    expect(summary?.rows[4]?.slice(0, 8)).toEqual([1, '招商指标（折算，个）', 4, 1.5, 4.5, 112.5, 4.5, 30])
    expect(summary?.cells?.get('4,6')?.formula).toBe('SUM(G6:G10)')
    expect(summary?.cells?.get('4,7')?.style?.numFmt).toBe('0.00_ ')
    const lead = detail?.rows.find((row) => row[1] === '医疗器械检测平台') ?? []
    expect(lead[13]).toBe('91120110MA0000001D')
    expect(lead[14]).toEqual(new Date('2022-09-02T00:00:00Z'))
    expect(detail?.cells?.get('6,14')?.style?.numFmt).toBe('yyyy-m-d')
    expect(detail?.cells?.get('6,13')?.style?.numFmt).toBe('@')
    expect(detail?.cells?.get('10,15')?.formula).toBe('SUM(P5:P10)')
    expect(summary?.rows.flat()).toContain('核对码：' + quarter('2022Q3').checkCode)
  })

  test('the page: A4 landscape, one page wide, header repeated and frozen, page numbers and the code below', async () => {
    const [, , detail] = (await opened(quarter('2022Q3'))).sheets
    expect(detail?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1 })
    expect(detail?.pageSetup?.printTitlesRow).toBe('$4:$4')
    expect(detail?.freezePane?.rows).toBe(4)
    expect(detail?.headerFooter?.oddFooter).toMatch(/^&L核对码：\d{4}-\d{4}&R第 &P 页，共 &N 页$/)
    expect(detail?.cells?.get('0,0')?.style?.font?.name).toBe('方正小标宋简体')
    expect(detail?.cells?.get('3,1')?.style?.font?.name).toBe('宋体')
  })

  test('an empty quarter opens too', async () => {
    const { sheets } = await opened(withCheckCode(quarterReport(quarterFacts('2022Q1', emptyLedger)), sha256Hex))
    expect(sheets).toHaveLength(7)
    expect(sheets[2]?.rows[4]?.[0]).toMatch(/^注1：/)
  })

  test('a two-row header is merged', async () => {
    const report = quarter('2022Q3')
    const first = report.sheets.find(({ name }) => name === '抓招商')
    if (!first) throw new Error('a sheet')
    const columns = first.columns.map((column, index) => ({
      ...column,
      group: index === 3 || index === 4 ? '完成' : null,
    }))
    const { sheets } = await opened({ ...report, sheets: [{ ...first, columns }] })
    expect(sheets[0]?.rows[3]?.slice(2, 6)).toEqual(['全年目标', '完成', null, '完成率(%)'])
    expect(sheets[0]?.merges).toContainEqual({ startRow: 3, startCol: 3, endRow: 3, endCol: 4 })
    expect(sheets[0]?.merges).toContainEqual({ startRow: 3, startCol: 2, endRow: 4, endCol: 2 })
    expect(sheets[0]?.cells?.get('5,6')?.formula).toBe('SUM(G7:G11)')
  })
})

describe('an exported ledger imports back with 0 changes', () => {
  test('the plain ledger', async () => {
    const tables = await tablesOf(exported(ledger.leads))
    expect(tables.map(({ kind }) => kind)).toEqual(['leads'])
    expect(tables[0]?.rows.flatMap(({ issues }) => issues.filter(({ severity }) => severity === 'error'))).toEqual([])
    expect(tables[0]?.rows.map(({ values }) => leadValues(values))).toEqual(ledger.leads.map(leadValues))
    expect(tables[0]?.rows.map(({ values }) => values['isLanded'])).toEqual([false, true, false, false, false, true])
  })

  test('the workbook of the quarter: leads, briefs and trainings, nothing else taken for data', async () => {
    const tables = await tablesOf(quarter('2022Q4'))
    expect(tables.map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['leads', 6],
      ['briefs', 12],
      ['trainings', 3],
    ])
    expect(
      tables.flatMap(({ rows }) => rows.flatMap(({ issues }) => issues.filter((issue) => issue.severity === 'error'))),
    ).toEqual([])
    const byTitle = new Map(tables[0]?.rows.map(({ values }) => [values['title'], leadValues(values)]))
    for (const lead of ledger.leads) expect(byTitle.get(lead.title)).toEqual(leadValues(lead))
    expect(
      tables[1]?.rows.map(({ values: { title, submittedOn, channel, characterCount, isAccepted } }) => [
        title,
        submittedOn,
        channel,
        Number(characterCount),
        isAccepted,
      ]),
    ).toEqual(
      ledger.briefs.map((brief) => [
        brief.title,
        brief.submittedOn,
        brief.channel,
        brief.characterCount,
        brief.isAccepted,
      ]),
    )
    expect(tables[2]?.rows.map(({ values }) => [values['title'], values['heldOn'], values['isAttended']])).toEqual(
      ledger.trainings.map(({ title, heldOn, isAttended }) => [title, heldOn, isAttended]),
    )
  })

  test('200 rows, each of them', async () => {
    const leads = Array.from({ length: 200 }, (_, index) =>
      aLead(index, {
        title: `项目信息${index}`,
        investorName: `投资公司${index}`,
        platformNo: `00${index}`,
        districtClass: 'inCity',
        filedOn: day('2022-05-06'),
        remark: index % 7 === 0 ? '备注很长，'.repeat(30) + '完' : '',
      }),
    )
    const [table] = await tablesOf(exported(leads))
    expect(table?.rows.map(({ values }) => leadValues(values))).toEqual(leads.map(leadValues))
    const { sheets } = await opened(exported(leads))
    const long = sheets[0]?.rowDefs?.get(3)?.height ?? 0
    expect(long).toBeGreaterThan((sheets[0]?.rowDefs?.get(4)?.height ?? 0) * 5)
  })
})

describe('hostile text', () => {
  const hostile = ['=HYPERLINK("http://x","点我")', '@SUM(A1:A9)', '-1+1|cmd', '+1', '=1+1', '\t=1', '{=A1}']

  test('stays text: no formula, no link, the same characters back', async () => {
    const leads = hostile.map((title, index) =>
      aLead(index, { title, investorName: title, platformNo: title, remark: title }),
    )
    const { sheets } = await opened(exported(leads))
    hostile.forEach((text, index) => {
      for (const column of [1, 2, 6, 15]) {
        expect(sheets[0]?.rows[3 + index]?.[column]).toBe(text)
        expect(sheets[0]?.cells?.get(`${3 + index},${column}`)?.formula).toBeUndefined()
        expect(sheets[0]?.cells?.get(`${3 + index},${column}`)?.hyperlink).toBeUndefined()
      }
    })
  })

  test('characters that no XML holds are removed, over-long text is cut at what a cell holds', async () => {
    const title = '甲\u0000\u000b\ufffe\ud800乙𠮷丙\r\n丁'
    const { sheets } = await opened(exported([aLead(1, { title, remark: '长'.repeat(40_000) })]))
    expect(sheets[0]?.rows[3]?.[1]).toBe('甲乙𠮷丙\n丁')
    expect(String(sheets[0]?.rows[3]?.[15])).toHaveLength(32_767)
    expect(sheets[0]?.rowDefs?.get(3)?.height).toBe(409)
    expect(cellText(`${'长'.repeat(32_766)}𠮷`)).toBe('长'.repeat(32_766))
  })

  test('numbers that look like codes stay codes', async () => {
    const { sheets } = await opened(
      exported([aLead(1, { title: '2022', platformNo: '007', creditCode: '911201100000000012' })]),
    )
    expect(sheets[0]?.rows[3]?.slice(1, 2)).toEqual(['2022'])
    expect(sheets[0]?.rows[3]?.[6]).toBe('007')
    expect(sheets[0]?.rows[3]?.[13]).toBe('911201100000000012')
  })
})

test('sheet names: forbidden characters, 31 characters, no two alike', () => {
  expect(sheetName('a/b:c?[d]*\\', new Set())).toBe('a b c  d')
  expect(sheetName('', new Set())).toBe('Sheet')
  expect(sheetName('项'.repeat(40), new Set())).toHaveLength(31)
  expect(sheetName('项'.repeat(40), new Set(['项'.repeat(31)]))).toBe(`${'项'.repeat(29)} 2`)
})

test('widths and heights follow the text', () => {
  expect(textWidth('招商A1')).toBe(6)
  expect(textWidth('𠮷“—”')).toBe(8)
  expect(lineCount('一二三四五六', 7)).toBe(2)
  expect(lineCount('一\n二', 20)).toBe(2)
  expect(rowHeight(2, 15)).toBe(36)
})
