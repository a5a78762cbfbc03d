import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { columnWidths } from '../../../electron/reports/document-table'
import { sha256Hex } from '../../../electron/reports/digest'
import { writeDocx } from '../../../electron/reports/write-docx'
import { withCheckCode } from '../../../shared/reports/check-code'
import { leadLedger } from '../../../shared/reports/lead-ledger'
import type { Report } from '../../../shared/reports/model'
import {
  aLead,
  day,
  emptyLedger,
  fixtureLedger,
  quarterFacts,
  type Ledger,
  quarterReport,
} from '../../shared/reports/fixture-quarter'

const ledger = await fixtureLedger()

function quarter(facts: Ledger = ledger): Report {
  return withCheckCode(quarterReport(quarterFacts('2022Q3', facts)), sha256Hex)
}

/** The parts of the package by name, as text. */
function parts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      const found = new Map<string, string>()
      zip.on('end', () => resolve(found))
      zip.on('entry', (entry: { readonly fileName: string }) => {
        zip.openReadStream(entry as Parameters<typeof zip.openReadStream>[0], (failure, stream) => {
          if (failure) return reject(failure)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            found.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
            zip.readEntry()
          })
        })
      })
      zip.readEntry()
    })
  })
}

async function written(
  report: Report,
): Promise<{ readonly document: string; readonly styles: string; readonly all: ReadonlyMap<string, string> }> {
  const all = await parts(await writeDocx(report))
  return { document: all.get('word/document.xml') ?? '', styles: all.get('word/styles.xml') ?? '', all }
}

const { document, styles, all } = await written(quarter())

describe('GB/T 9704 layout in the XML', () => {
  test('A4, margins 37/35/28/26 mm; the wide table on its side', () => {
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(document).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"')
    expect(document).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
  })

  test('fonts by name for Chinese, Times for the rest, marks counted as Chinese', () => {
    for (const [style, font] of [
      ['Title', '方正小标宋简体'],
      ['Heading1', '黑体'],
      ['Heading2', '楷体_GB2312'],
    ]) {
      const found = new RegExp(`w:styleId="${style}".*?</w:style>`).exec(styles)?.[0] ?? ''
      expect(found).toContain(`w:eastAsia="${font}"`)
      expect(found).toContain('w:ascii="Times New Roman"')
    }
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/.exec(styles)?.[0] ?? ''
    expect(defaults).toContain('w:eastAsia="仿宋_GB2312"')
    expect(defaults).toContain('<w:sz w:val="32"/>')
    expect(document).toContain('<w:rFonts w:hint="eastAsia"/>')
  })

  test('22 lines of 28 characters: exact 28.95 pt, 0.25 pt closer, first line two characters in', () => {
    expect(styles).toContain('<w:spacing w:val="-5"/>')
    expect(document).toContain('w:line="579" w:lineRule="exact"')
    expect(document).not.toContain('exactly"')
    expect(document).toMatch(/<w:ind w:firstLine="640" w:firstLineChars="200"\/>/)
    const pitches = [...document.matchAll(/<w:docGrid[^>]*>/g)].map(([grid]) => grid)
    expect(pitches.every((grid) => !grid.includes('lines'))).toBe(true)
  })

  test('page numbers 「— 1 —」, odd right and even left, with the code opposite', () => {
    expect(all.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const [odd = '', even = ''] = ['word/footer1.xml', 'word/footer2.xml'].map((name) => all.get(name) ?? '')
    const { checkCode } = quarter()
    expect(odd.indexOf(checkCode)).toBeLessThan(odd.indexOf('PAGE'))
    expect(even.indexOf(checkCode)).toBeGreaterThan(even.indexOf('PAGE'))
    expect(odd).toMatch(/— .*PAGE.* —/s)
  })

  test('tables repeat their header and keep rows whole', () => {
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(3)
    const rows = document.match(/<w:tr>|<w:tr /g)?.length ?? 0
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(rows)
  })

  test('unit, date and code close the text', () => {
    const text = document.replace(/<[^>]+>/g, '')
    expect(text).toContain('东丽区审计局2022年10月8日')
    expect(text).toContain(`核对码：${quarter().checkCode}`)
    expect(text).toContain('附件：1. 2022年招商项目信息明细表　　　2. 说明')
  })
})

test('numbers of the document are the numbers of the workbook', () => {
  const text = document.replace(/<[^>]+>/g, '')
  for (const part of [
    '本年累计4.5个',
    '112.5%（4.5/4）',
    '自评得分30.00分',
    '9/12个月，得26.25分',
    '自评得分70.25分',
  ]) {
    expect(text).toContain(part)
  }
})

test('200 leads and an empty quarter are written too', async () => {
  const many = Array.from({ length: 200 }, (_, index) =>
    aLead(index, {
      title: `信息${index}`,
      platformNo: `N${index}`,
      districtClass: 'inCity',
      filedOn: day('2022-08-01'),
    }),
  )
  const big = await written(quarter({ ...ledger, leads: many }))
  expect(big.document.match(/<w:tr>|<w:tr /g)?.length).toBeGreaterThan(200)
  const empty = await written(quarter(emptyLedger))
  // Only the 说明 is left.
  expect(empty.document.match(/w:orient="landscape"/g)).toHaveLength(1)
})

test('a row that may not fit a page may be split', async () => {
  const leads = [aLead(1, { title: '信息', filedOn: day('2022-08-01'), remark: '备注很长。'.repeat(60) })]
  const { document: xml } = await written(quarter({ ...ledger, leads }))
  const rows = xml.match(/<w:tr>|<w:tr /g)?.length ?? 0
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(rows - 1)
})

test('hostile text is text, and illegal characters are gone', async () => {
  const title = '<w:p/>&"\u0000\ufffe\ud800甲]]>'
  const { document: xml } = await written(
    quarter({ ...ledger, leads: [aLead(1, { title, filedOn: day('2022-08-01') })] }),
  )
  expect(xml).toContain('&lt;w:p/&gt;&amp;')
  expect(xml).not.toMatch(/[\u0000\ufffe]/)
  expect(xml).not.toContain('<w:p/>&')
})

test('column widths add up to the table', () => {
  const columns = [3, 3, 3].map((share) => ({ label: '', share, align: 'left' as const }))
  expect(columnWidths({ title: '', columns, rows: [] }, 1_000)).toEqual([333, 333, 334])
})

test('a ledger has no document', async () => {
  const facts = quarterFacts('2022Q3', ledger)
  const report = leadLedger({ ...facts, year: 2022, exportedAt: '', leads: [], totalCount: 0, filters: [] })
  await expect(writeDocx(report)).rejects.toThrow('a report with a document')
})
