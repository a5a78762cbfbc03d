import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256Hex } from '../../../electron/reports/digest'
import { exportReport, reportFileName } from '../../../electron/reports/export-report'
import { writeReport } from '../../../electron/reports/write-report'
import { withCheckCode } from '../../../shared/reports/check-code'
import { fixtureLedger, quarterFacts, quarterReport } from '../../shared/reports/fixture-quarter'

const report = withCheckCode(quarterReport(quarterFacts('2022Q3', await fixtureLedger())), sha256Hex)
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reports-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const both = ['docx', 'xlsx'] as const
const xlsxName = '东丽区审计局_四抓季度小结_2022Q3_20221008.xlsx'

test('单位_内容_期间_日期, without what Windows forbids', () => {
  expect(reportFileName(report, 'xlsx')).toBe(xlsxName)
  expect(reportFileName({ ...report, bureau: 'A/B:C *?"<>|_局' }, 'docx')).toBe(
    'ABC局_四抓季度小结_2022Q3_20221008.docx',
  )
})

test('each file with its length and digest, nothing else in the folder', async () => {
  const files = await exportReport(report, { folder, formats: both, stamp: '1032' }, writeReport)
  if (!files.ok) throw new Error(files.error.code)
  expect(files.value.map(({ kind }) => kind)).toEqual(['xlsx', 'docx'])
  for (const { path: file, bytes, sha256 } of files.value) {
    const content = readFileSync(file)
    expect(content).toHaveLength(bytes)
    expect(sha256Hex(content)).toBe(sha256)
  }
  expect(readdirSync(folder)).toHaveLength(2)
})

test('a name that is taken by something else gives another name and is said', async () => {
  mkdirSync(path.join(folder, xlsxName, 'inside'), { recursive: true })
  const files = await exportReport(report, { folder, formats: ['xlsx'], stamp: '1032' }, writeReport)
  if (!files.ok) throw new Error(files.error.code)
  expect(path.basename(files.value[0]?.path ?? '')).toBe(xlsxName.replace('.xlsx', '_1032.xlsx'))
})

test('a writer that fails leaves no file at all', async () => {
  const failing = exportReport(report, { folder, formats: both, stamp: '1032' }, (format, model) =>
    format === 'docx' ? Promise.reject(new Error('writer failed')) : writeReport(format, model),
  )
  await expect(failing).rejects.toThrow('writer failed')
  expect(readdirSync(folder)).toEqual([])
})

test('no format is refused', async () => {
  const files = await exportReport(report, { folder, formats: [], stamp: '1032' }, writeReport)
  expect(files.ok ? '' : files.error.code).toBe('formatUnknown')
})
