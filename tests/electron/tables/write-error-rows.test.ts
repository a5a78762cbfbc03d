import { Buffer } from 'node:buffer'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { writeErrorRows } from '../../../electron/tables/write-error-rows'
import { at, fixture, gridOf, sheetOf, texts } from './fixtures'

const LABEL = '错误说明'

describe('the rows that were refused, in the layout of the district', () => {
  it('messy-assignment: titles, two-row header with merges, two rows, the last column', async () => {
    const sheet = sheetOf(await gridOf(fixture('bad/messy-assignment.xlsx')), '分解表')
    const rows = [
      { row: 15, columns: [14], message: '第15行：没有2022-02-30这一天' },
      { row: 19, columns: [1], message: '第19行：任务编号重复' },
    ]
    const bytes = await writeErrorRows(sheet, { headerRows: [5, 6], rows, label: LABEL })
    const written = sheetOf(await gridOf(Buffer.from(bytes)))
    expect(written.name).toBe('分解表')
    expect(written.rows.length).toBe(8)
    expect(texts(written).slice(0, 4)).toEqual(texts(sheet).slice(0, 4))
    expect(at(written, 'T5')?.text).toBe(LABEL)
    expect(written.merges).toEqual(
      expect.arrayContaining([
        { top: 4, left: 5, bottom: 4, right: 8 },
        { top: 4, left: 19, bottom: 5, right: 19 },
      ]),
    )
    expect(at(written, 'T7')?.text).toBe(rows[0]?.message)
    expect(at(written, 'O7')).toEqual(at(sheet, 'O15'))
    // C18:C20 is merged downwards: row 19 shows its text again.
    expect(at(written, 'C8')).toEqual(at(sheet, 'C18'))
    const styled = await readXlsx(bytes, { readStyles: true })
    const fillOf = (cell: string) => JSON.stringify(styled.sheets[0]?.cells?.get(cell)?.style?.fill ?? null)
    expect(fillOf('6,14')).toContain('FFC7CE')
    expect(fillOf('6,13')).not.toContain('FFC7CE')
    expect(styled.sheets[0]?.columns?.every((column) => (column.width ?? 0) >= 6)).toBe(true)
  })

  it('formula-like text, codes and odd characters come back as the same text', async () => {
    const rows = [
      [
        { kind: 'text', text: '项目' },
        { kind: 'text', text: '代码' },
      ],
      [
        { kind: 'text', text: '=HYPERLINK("http://x")' },
        { kind: 'text', text: '0012_x0041_' },
      ],
      [
        { kind: 'date', text: '2022-03-11' },
        { kind: 'number', text: '120110198001011230', isPercent: false },
      ],
      [
        { kind: 'number', text: '0.949', isPercent: true },
        { kind: 'number', text: '0.27', isPercent: false },
      ],
    ] as const
    const sheet = { name: 'Sheet1', isHidden: false, rows, hiddenRows: [], hiddenColumns: [], merges: [] }
    const bad = [2, 3, 4].map((row) => ({ row, columns: [], message: '=1+1' }))
    const bytes = await writeErrorRows(sheet, { headerRows: [1], rows: bad, label: LABEL })
    const written = sheetOf(await gridOf(Buffer.from(bytes)))
    expect(written.rows[1]).toEqual([...rows[1], { kind: 'text', text: '=1+1' }])
    expect(written.rows[2]?.slice(0, 2)).toEqual([rows[2][0], { kind: 'text', text: '120110198001011230' }])
    expect(written.rows[3]?.slice(0, 2)).toEqual(rows[3])
    expect(Buffer.from(bytes).includes('<f>')).toBe(false)
  })

  it('a second round writes into the column of the first', async () => {
    const sheet = sheetOf(await gridOf(fixture('assignments/dongli-2022-audit-bureau.xlsx')))
    const first = await writeErrorRows(sheet, {
      headerRows: [3, 4],
      rows: [{ row: 5, columns: [], message: '一' }],
      label: LABEL,
    })
    const again = sheetOf(await gridOf(Buffer.from(first)))
    const second = await writeErrorRows(again, {
      headerRows: [3, 4],
      rows: [{ row: 5, columns: [], message: '二' }],
      label: LABEL,
    })
    const written = sheetOf(await gridOf(Buffer.from(second)))
    expect(at(written, 'T5')?.text).toBe('二')
    expect(written.rows[2]?.filter((cell) => cell?.text === LABEL).length).toBe(1)
  })
})
