import { Buffer } from 'node:buffer'
import * as XLSX from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readWorkbookBytes } from '../../../electron/tables/read-workbook'
import { at, codeOf, gridOf, sheetOf, texts } from './fixtures'
import { buildZip } from './zip-builder'

XLSX.set_cptable(codePages)

const TABLE = [
  ['任务编号', '工作线', '目标'],
  ['ZS-01', '抓招商', '4'],
  ['0012', '抓项目', '12'],
]
const LINES = '任务编号,工作线,目标\nZS-01,抓招商,4\n0012,抓项目,12\n'

/** GB18030 bytes; Node only decodes it, so the characters used here are looked up. */
function gbk(text: string): Buffer {
  // The module's types name an object that the module itself spreads out.
  const { utils } = codePages as unknown as typeof codePages.cptable
  const encoded: unknown = utils.encode(936, text, 'buf')
  return Buffer.from(encoded as Uint8Array)
}

function biff(bookType: XLSX.BookType, cells: unknown[][]): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet(cells)
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, 'Sheet1')
  return Buffer.from(XLSX.write(book, { bookType, type: 'array', codepage: 936 }) as ArrayBuffer)
}

describe('CSV', () => {
  const encodings: readonly (readonly [string, Buffer, string])[] = [
    ['UTF-8', Buffer.from(LINES), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${LINES}`), 'utf-8'],
    ['GB18030', gbk(LINES), 'gb18030'],
    [
      'UTF-16, which Excel calls Unicode text',
      Buffer.from(`\ufeff${LINES.replaceAll(',', '\t')}`, 'utf16le'),
      'utf-16le',
    ],
    ['semicolons', Buffer.from(LINES.replaceAll(',', ';')), 'utf-8'],
    ['tabs and Windows line ends', Buffer.from(LINES.replaceAll(',', '\t').replaceAll('\n', '\r\n')), 'utf-8'],
  ]
  for (const [name, bytes, encoding] of encodings) {
    it(name, async () => {
      const grid = await gridOf(bytes)
      expect(grid.encoding).toBe(encoding)
      expect(texts(sheetOf(grid))).toEqual(TABLE)
    })
  }

  it('quoted line breaks, doubled quotes, codes kept by ="…", commas beside a semicolon table', async () => {
    const grid = await gridOf(Buffer.from('编号,内容\n"=""0012""","第一行\n第二行 ""引"""\n1,2\n'))
    expect(texts(sheetOf(grid))[1]).toEqual(['0012', '第一行\n第二行 "引"'])
  })

  it('prose, one column, an open quotation mark, unknown bytes', async () => {
    expect(await codeOf(Buffer.from('各单位：\n请于月底前报送。\n'))).toBe('fileNotWorkbook')
    expect(await codeOf(Buffer.from('a,b\n"c,d\ne,f\n'))).toBe('fileDamaged')
    expect(await codeOf(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a, 0x62, 0x2c, 0x80, 0xff]))).toBe('fileNotWorkbook')
    expect(await codeOf(Buffer.from('\ufeff \n'))).toBe('fileNoRows')
  })
})

describe('workbooks that are no ZIP', () => {
  it('BIFF5 in code page 936', async () => {
    // The writer knows no Chinese in this format, so letters of the same length are exchanged for GB18030 bytes.
    const names = ['AAAAAAAA', 'BBBBBB', 'CCCC']
    let latin = biff('biff5', [names, ['ZS-01', 'x', '4']]).toString('latin1')
    for (const [index, name] of names.entries()) {
      latin = latin.replace(name, gbk(TABLE[0]?.[index] ?? '').toString('latin1'))
    }
    const codePage = Buffer.from([0x42, 0x00, 0x02, 0x00])
    const bytes = Buffer.from(latin, 'latin1')
    bytes.writeUInt16LE(936, bytes.indexOf(codePage) + 4)
    const grid = await gridOf(bytes)
    expect(grid.format).toBe('xls')
    expect(texts(sheetOf(grid))).toEqual([TABLE[0], ['ZS-01', 'x', '4']])
  })

  it('BIFF2 is refused as too old', async () => {
    expect(await codeOf(biff('biff2', TABLE))).toBe('fileOldBiff')
  })

  it('BIFF8 with a date, a percentage and an error', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([[44651, 0.949, 1.5, true]])
    sheet['A1'].z = 'yyyy"年"m"月"d"日"'
    sheet['B1'].z = '0.0%'
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, 'Sheet1')
    const bytes = Buffer.from(XLSX.write(book, { bookType: 'biff8', type: 'array' }) as ArrayBuffer)
    expect(sheetOf(await gridOf(bytes)).rows[0]).toEqual([
      { kind: 'date', text: '2022-03-31' },
      { kind: 'number', text: '0.949', isPercent: true },
      { kind: 'number', text: '1.5', isPercent: false },
      { kind: 'boolean', text: 'TRUE' },
    ])
  })

  it('XML of Excel 2003', async () => {
    const grid = await gridOf(biff('xlml', TABLE))
    expect(grid.format).toBe('xml')
    expect(texts(sheetOf(grid))).toEqual(TABLE)
    const hostile = biff('xlml', TABLE).toString().replace('<Workbook', '<!DOCTYPE a [<!ENTITY b "c">]><Workbook')
    expect(await codeOf(Buffer.from(hostile))).toBe('fileHasEntities')
  })

  const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table>${TABLE.map(
    (row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`,
  ).join('')}</table></body></html>`

  it('a web table in GB18030 and in UTF-8 keeps codes as text', async () => {
    for (const bytes of [gbk(page), Buffer.from(page), Buffer.from(`\ufeff${page}`)]) {
      const grid = await gridOf(bytes)
      expect(grid.format).toBe('html')
      expect(texts(sheetOf(grid))).toEqual(TABLE)
      expect(at(sheetOf(grid), 'A3')).toEqual({ kind: 'text', text: '0012' })
    }
  })

  it('pages without a table', async () => {
    expect(await codeOf(Buffer.from('<!DOCTYPE html><html><body><form>登录</form></body></html>'))).toBe(
      'fileIsWebPage',
    )
    expect(await codeOf(Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n'))).toBe('fileIsWebPage')
  })
})

describe('files that are something else', () => {
  it('documents by name of their format', async () => {
    expect(await codeOf(Buffer.from('%PDF-1.7\n'))).toBe('fileIsDocument')
    expect(await codeOf(Buffer.from('{\\rtf1 a}'))).toBe('fileIsDocument')
  })

  it('a workbook with a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'a', rows: [['x']] }],
      encryption: { password: 'p', spinCount: 1_000 },
    })
    expect(await codeOf(Buffer.from(bytes))).toBe('fileEncrypted')
  })

  it('a container cut to its first bytes', async () => {
    expect(await codeOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('fileDamaged')
    expect(await codeOf(Buffer.from('PK\u0003\u0004'))).toBe('fileDamaged')
  })
})

describe('containers of other programs', () => {
  const cases = [
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'Word'],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', 'PowerPoint'],
  ] as const
  for (const [type, format] of cases) {
    it(`${format}, also with a workbook embedded`, async () => {
      const types = `<Types><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/><Override PartName="/a.xml" ContentType="${type}"/></Types>`
      const bytes = buildZip([{ name: '[Content_Types].xml', content: types }])
      expect(await readWorkbookBytes(bytes)).toMatchObject({ error: { code: 'fileIsDocument', params: { format } } })
    })
  }

  it('OFD, and a plain archive', async () => {
    expect(await codeOf(buildZip([{ name: 'OFD.xml', content: '<a/>' }]))).toBe('fileIsDocument')
    expect(await codeOf(buildZip([{ name: 'a.txt', content: 'a' }]))).toBe('fileNotWorkbook')
  })

  it('a package of the exchange, also an encrypted one, and no workbook that has such a file inside', async () => {
    for (const name of ['manifest.json', 'envelope.json'])
      expect(await codeOf(buildZip([{ name, content: '{}' }]))).toBe('fileIsPackage')
    expect(await codeOf(buildZip([{ name: 'a/manifest.json', content: '{}' }]))).toBe('fileNotWorkbook')
  })
})

describe('hidden rows and columns of .xls', () => {
  it('are known', async () => {
    const sheet = XLSX.utils.aoa_to_sheet(TABLE)
    sheet['!cols'] = [{}, { hidden: true }]
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, 'Sheet1')
    const bytes = Buffer.from(XLSX.write(book, { bookType: 'biff8', type: 'array' }) as ArrayBuffer)
    expect(sheetOf(await gridOf(bytes)).hiddenColumns).toEqual([1])
  })
})
