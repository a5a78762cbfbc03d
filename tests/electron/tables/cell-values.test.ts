import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { cleanText, numberText, xlsxText } from '../../../electron/tables/cell-text'
import { at, gridOf, sheetOf } from './fixtures'
import type { XlsxOptions } from './zip-builder'
import { buildXlsx } from './zip-builder'

async function cells(row: string, options: XlsxOptions = {}) {
  return sheetOf(await gridOf(buildXlsx(`<row r="1">${row}</row>`, options))).rows[0]
}

describe('numbers keep their decimal text', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0.27, '0.27'],
    [26.249999999999996, '26.25'],
    [0.1 + 0.2, '0.3'],
    [1e-7, '0.0000001'],
    [-0.000012, '-0.000012'],
    [0.0005, '0.0005'],
    [120110198001011230, '120110198001011230'],
    [9.1e17, '910000000000000000'],
    [1.5e22, '15000000000000000000000'],
    [-0, '0'],
    [44631, '44631'],
  ]
  for (const [value, text] of cases) it(text, () => expect(numberText(value)).toBe(text))
})

describe('kinds of cells in .xlsx', () => {
  it('percent as the stored fraction, also with a sign between quotes', async () => {
    const row = await cells(
      '<c r="A1" s="1"><v>0.949</v></c><c r="B1" s="2"><v>0.5</v></c><c r="C1" s="3"><v>3</v></c>',
      {
        formats: ['0.0%', '0"%"', '0.00'],
      },
    )
    expect(row).toEqual([
      { kind: 'number', text: '0.949', isPercent: true },
      { kind: 'number', text: '0.5', isPercent: false },
      { kind: 'number', text: '3', isPercent: false },
    ])
  })

  it('a formula without its result is no zero', async () => {
    const row = await cells(
      '<c r="A1"><f>B1*2</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>SUM(A1:B1)</f><v></v></c>',
    )
    expect(row).toEqual([
      { kind: 'formula', text: '=B1*2' },
      { kind: 'number', text: '2', isPercent: false },
      { kind: 'formula', text: '=SUM(A1:B1)' },
    ])
  })

  it('errors, booleans, blanks', async () => {
    const row = await cells(
      '<c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="inlineStr"><is><t> 　 </t></is></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    )
    expect(row).toEqual([
      { kind: 'error', text: '#REF!' },
      { kind: 'boolean', text: 'TRUE' },
      undefined,
      { kind: 'error', text: '#DIV/0!' },
    ])
  })

  it('days by the two date systems, Chinese formats, times', async () => {
    const formats = ['yyyy"年"m"月"d"日"', 'h:mm', '0"年"']
    const row =
      '<c r="A1" s="1"><v>44651</v></c><c r="B1" s="2"><v>0.35416666667</v></c><c r="C1" s="3"><v>2022</v></c>'
    expect(await cells(row, { formats })).toEqual([
      { kind: 'date', text: '2022-03-31' },
      { kind: 'text', text: '08:30' },
      { kind: 'number', text: '2022', isPercent: false },
    ])
    const bytes = buildXlsx(`<row r="1"><c r="A1" s="1"><v>44651</v></c></row>`, { formats, date1904: true })
    const grid = await gridOf(bytes)
    expect(grid.is1904).toBe(true)
    expect(at(sheetOf(grid), 'A1')).toEqual({ kind: 'date', text: '2026-04-01' })
  })

  it('hidden rows and columns, also by zero height', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3" ht="0" customHeight="1"><c r="A3"><v>3</v></c></row>'
    const sheet = sheetOf(await gridOf(buildXlsx(rows, { cols: '<cols><col min="2" max="3" hidden="1"/></cols>' })))
    expect(sheet.hiddenRows).toEqual([1, 2])
    expect(sheet.hiddenColumns).toEqual([1, 2])
  })

  it('cells without addresses, rare characters, prefixed names', async () => {
    expect(await cells('<c><v>1</v></c><c t="inlineStr"><is><t>&#x20BB7;野家</t></is></c>')).toEqual([
      { kind: 'number', text: '1', isPercent: false },
      { kind: 'text', text: '𠮷野家' },
    ])
  })
})

describe('text', () => {
  it('loses control characters and halves of characters, nothing else', () => {
    expect(cleanText('a\u0000b\u001fc\r\nd\u{20BB7}\ud800e\udc00\ufffe〔2022〕①')).toBe('abc\nd\u{20BB7}e〔2022〕①')
  })
  it('is written so that it comes back', () => {
    expect(xlsxText('_x0041_ _x 1')).toBe('_x005F_x0041_ _x 1')
    expect(xlsxText('长'.repeat(40_000)).length).toBe(32_767)
  })
})

describe('Buffer slices', () => {
  it('a view into a larger buffer is read alone', async () => {
    const bytes = buildXlsx('<row r="1"><c r="A1"><v>7</v></c></row>')
    const padded = Buffer.concat([Buffer.alloc(64, 1), bytes])
    expect(at(sheetOf(await gridOf(padded.subarray(64))), 'A1')?.text).toBe('7')
  })
})
