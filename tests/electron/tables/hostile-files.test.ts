import { Buffer } from 'node:buffer'
import { describe, expect, it, vi } from 'vitest'
import { at, codeOf, fixture, gridOf, sheetOf } from './fixtures'
import { buildXlsx, buildZip, xlsxParts } from './zip-builder'

const ROWS = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'

function withPart(name: string, content: string | Buffer, extra: object = {}): Buffer {
  return buildZip([...xlsxParts(ROWS), { name, content, ...extra }])
}

describe('containers that lie or expand', () => {
  it('a good small container is read (the builder itself is right)', async () => {
    expect(at(sheetOf(await gridOf(buildXlsx(ROWS))), 'B1')).toEqual({ kind: 'number', text: '2', isPercent: false })
  })

  it('5 MiB of blanks at ratio 1000', async () => {
    expect(await codeOf(withPart('xl/media/a.bin', Buffer.alloc(5 << 20)))).toBe('fileExpandsTooMuch')
  })

  it('a directory that claims less than there is', async () => {
    const parts = xlsxParts(Buffer.alloc(8 << 20, ' ')).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, claimedSize: 4_000 } : part,
    )
    const before = process.memoryUsage().rss
    expect(await codeOf(buildZip(parts))).toBe('fileDamaged')
    expect(process.memoryUsage().rss - before).toBeLessThan(60 << 20)
  })

  it('a directory that leaves the sizes open', async () => {
    expect(await codeOf(withPart('xl/a.xml', 'a'.repeat(999), { claimedSize: 0 }))).toBe('fileDamaged')
    expect(await codeOf(withPart('xl/a.xml', 'a', { flags: 8, claimedCompressed: 0 }))).toBe('fileDamaged')
  })

  it('an entry of 300 MB by its own word, or too many of them together', async () => {
    expect(await codeOf(withPart('xl/a.xml', 'a', { claimedSize: 300 << 20 }))).toBe('fileExpandsTooMuch')
    const many = Array.from({ length: 2_001 }, (_, index) => ({ name: `xl/p${index}.xml`, content: 'a' }))
    expect(await codeOf(buildZip([...xlsxParts(ROWS), ...many]))).toBe('fileExpandsTooMuch')
  })

  it('names that leave the archive', async () => {
    for (const name of ['../../etc/passwd', '/etc/passwd', 'C:/Windows/x.xml']) {
      expect(await codeOf(withPart(name, 'a'))).toBe('fileDamaged')
    }
  })

  it('an encrypted entry', async () => {
    expect(await codeOf(withPart('xl/a.xml', 'a', { flags: 1 }))).toBe('fileEncrypted')
  })

  it('a document type in any part, in UTF-8 and UTF-16', async () => {
    const hostile = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    expect(await codeOf(withPart('docProps/app.xml', hostile))).toBe('fileHasEntities')
    expect(await codeOf(withPart('xl/theme/theme1.xml', Buffer.from(hostile, 'utf16le')))).toBe('fileHasEntities')
  })

  it('a workbook cut short at many lengths never passes for a whole one', async () => {
    const whole = fixture('assignments/dongli-2022-audit-bureau.xlsx')
    for (let length = 1; length < whole.length; length += 397) {
      expect(['fileDamaged', 'fileNotWorkbook']).toContain(await codeOf(whole.subarray(0, length)))
    }
    const xls = fixture('assignments/dongli-2022-audit-bureau.xls')
    for (let length = 8; length < xls.length - 512; length += 1_024) {
      expect(await codeOf(xls.subarray(0, length))).not.toBe('unexpected')
    }
  })

  it('300 flipped bytes end in a code or a grid, never in a throw', async () => {
    // SheetJS tells the console about records that it does not know.
    vi.spyOn(console, 'error').mockImplementation(() => {})
    for (const name of ['dongli-2022-audit-bureau.xlsx', 'dongli-2022-audit-bureau.xls']) {
      const whole = fixture(`assignments/${name}`)
      for (let turn = 0; turn < 150; turn += 1) {
        const bytes = Buffer.from(whole)
        const position = (turn * 52_919) % bytes.length
        bytes[position] = (bytes[position] ?? 0) ^ (1 << (turn % 8))
        expect(await codeOf(bytes)).toMatch(/^file|^read$/)
      }
    }
  }, 60_000)
})

describe('sheets that are larger than they look', () => {
  it('1,048,576 formatted empty rows under two real ones', async () => {
    const rows: string[] = [ROWS, '<row r="2"><c r="A2" t="inlineStr"><is><t>末</t></is></c></row>']
    for (let row = 3; row <= 1_048_576; row += 1) rows.push(`<row r="${row}"><c r="A${row}" s="0"/></row>`)
    const bytes = buildXlsx(rows.join(''), { sheetTail: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' })
    const started = performance.now()
    const grid = await gridOf(bytes)
    expect(sheetOf(grid)).toMatchObject({ rows: { length: 2 }, merges: [{ left: 0, right: 1 }] })
    expect(performance.now() - started).toBeLessThan(5_000)
  }, 60_000)

  it('A1 and XFD1048576', async () => {
    const far = `${ROWS}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`
    expect(await codeOf(buildXlsx(far))).toBe('fileTooManyCells')
  })

  it('a value in column 300', async () => {
    expect(await codeOf(buildXlsx(`<row r="1"><c r="A1"><v>1</v></c><c r="KN1"><v>1</v></c></row>`))).toBe(
      'fileTooManyCells',
    )
  })

  it('a merge over the whole sheet is cut to the table, a column definition without end is harmless', async () => {
    const bytes = buildXlsx(ROWS, {
      cols: '<cols><col min="1" max="2000000000" width="9" hidden="1"/></cols>',
      sheetTail: '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    })
    const sheet = sheetOf(await gridOf(bytes))
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 199 }])
    expect(sheet.hiddenColumns.length).toBe(200)
  })

  it('no rows, and rows in an encoding the reader passes over', async () => {
    expect(await codeOf(buildXlsx(''))).toBe('fileNoRows')
    const parts = xlsxParts(ROWS).map((part) =>
      part.name.endsWith('sheet1.xml')
        ? { ...part, content: Buffer.from(`\ufeff${String(part.content)}`, 'utf16le') }
        : part,
    )
    expect(await codeOf(buildZip(parts))).toBe('fileNoRows')
  })

  it('names of JavaScript are only names', async () => {
    await gridOf(
      buildXlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>__proto__</t></is></c><c r="B1"><v>1</v></c></row>'),
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('10,000 levels of nesting', async () => {
    const deep = `<row r="1"><c r="A1"><v>1</v></c>${'<x>'.repeat(10_000)}${'</x>'.repeat(10_000)}</row>`
    expect(await codeOf(buildXlsx(deep))).toMatch(/^file|^read$/)
  })
})
