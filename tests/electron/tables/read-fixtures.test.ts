import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSheetJsGrid } from '../../../electron/tables/read-sheetjs'
import { readWorkbookFile } from '../../../electron/tables/read-workbook'
import { at, codeOf, fixture, FIXTURES, gridOf, sheetOf, texts } from './fixtures'

const DONGLI = 'assignments/dongli-2022-audit-bureau'

describe('every table of the fixtures is read', () => {
  for (const folder of ['assignments', 'ledgers']) {
    for (const file of readdirSync(path.join(FIXTURES, folder))) {
      it(`${folder}/${file}`, async () => {
        const grid = await readWorkbookFile(path.join(FIXTURES, folder, file))
        expect(grid.ok && sheetOf(grid.value).rows.length).toBeGreaterThan(3)
      })
    }
  }
})

describe('the same table in three formats gives the same texts', () => {
  it('xls equals xlsx, with merges and kinds', async () => {
    const xlsx = sheetOf(await gridOf(fixture(`${DONGLI}.xlsx`)))
    const xls = sheetOf(await gridOf(fixture(`${DONGLI}.xls`)))
    expect(xls.rows).toEqual(xlsx.rows)
    const sorted = (merges: typeof xls.merges) => merges.map((merge) => JSON.stringify(merge)).sort()
    expect(sorted(xls.merges)).toEqual(sorted(xlsx.merges))
    expect(xls.hiddenRows).toEqual(xlsx.hiddenRows)
  })

  it('csv in GB18030 equals xlsx cell by cell', async () => {
    const xlsx = sheetOf(await gridOf(fixture(`${DONGLI}.xlsx`)))
    const grid = await gridOf(fixture(`${DONGLI}.gbk.csv`))
    expect(grid).toMatchObject({ format: 'csv', encoding: 'gb18030' })
    expect(texts(sheetOf(grid))).toEqual(texts(xlsx))
  })
})

describe('hucre and SheetJS read the .xlsx fixtures alike, so that either can be replaced', () => {
  const files = ['assignments', 'ledgers'].flatMap((folder) =>
    readdirSync(path.join(FIXTURES, folder))
      .filter((file) => file.endsWith('.xlsx'))
      .map((file) => `${folder}/${file}`),
  )
  for (const file of [...files, 'bad/messy-assignment.xlsx', 'bad/hostile-cells.xlsx']) {
    it(file, async () => {
      const hucre = await gridOf(fixture(file))
      const sheetJs = readSheetJsGrid({ format: 'xlsx', encoding: null, content: fixture(file) })
      expect(sheetJs.sheets.map((sheet) => [sheet.name, sheet.isHidden, sheet.rows])).toEqual(
        hucre.sheets.map((sheet) => [sheet.name, sheet.isHidden, sheet.rows]),
      )
    })
  }
})

describe('bad files', () => {
  const cases = [
    ['truncated.xlsx', 'fileDamaged'],
    ['not-a-workbook.xlsx', 'fileNotWorkbook'],
    ['page-saved-as.xls', 'fileIsWebPage'],
    ['empty.xlsx', 'fileEmpty'],
    ['bomb.xlsx', 'fileExpandsTooMuch'],
    ['entities.xlsx', 'fileHasEntities'],
  ] as const
  for (const [file, code] of cases) {
    it(`${file} → ${code}`, async () => {
      expect(await codeOf(fixture(`bad/${file}`))).toBe(code)
    })
  }

  it('bomb.xlsx is refused without being inflated', async () => {
    const bytes = fixture('bad/bomb.xlsx')
    const before = process.memoryUsage().rss
    const started = performance.now()
    await codeOf(bytes)
    expect(performance.now() - started).toBeLessThan(500)
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(50)
  })

  it('messy-assignment.xlsx keeps what the engine has to judge', async () => {
    const grid = await gridOf(fixture('bad/messy-assignment.xlsx'))
    expect(grid.sheets.map((sheet) => [sheet.name, sheet.isHidden])).toEqual([
      ['说明', false],
      ['分解表', false],
      ['旧版', true],
    ])
    const sheet = sheetOf(grid, '分解表')
    expect(sheet.hiddenRows).toEqual([8])
    expect(sheet.merges).toContainEqual({ top: 17, left: 2, bottom: 19, right: 2 })
    expect(at(sheet, 'F7')).toEqual({ kind: 'text', text: '４' })
    expect(at(sheet, 'O11')).toEqual({ kind: 'date', text: '2022-12-31' })
    expect(at(sheet, 'L7')).toEqual({ kind: 'text', text: ' 东丽区审计局　' })
    expect(sheet.rows.flat().filter((cell) => cell?.text === '44631')).toEqual([
      { kind: 'number', text: '44631', isPercent: false },
    ])
  })

  it('hostile-cells.xlsx: text stays text', async () => {
    const sheet = sheetOf(await gridOf(fixture('bad/hostile-cells.xlsx')))
    const risky = sheet.rows.flat().filter((cell) => /^[=+\-@]/.test(cell?.text ?? ''))
    expect(risky.length).toBeGreaterThan(0)
    expect(risky.every((cell) => cell?.kind === 'text')).toBe(true)
  })
})

describe('files that are no files', () => {
  it('a missing one, a folder', async () => {
    expect(await readWorkbookFile('/nowhere/任务.xlsx')).toEqual({
      ok: false,
      error: { code: 'fileNotFound', params: { file: '任务.xlsx' } },
    })
    expect(await readWorkbookFile(FIXTURES)).toMatchObject({ error: { code: 'fileNotWorkbook' } })
  })
})
