import { Buffer } from 'node:buffer'
import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { periodReportOf } from '../../../electron/reports/period'
import { writeReport } from '../../../electron/reports/write-report'
import { plainText } from '../../../shared/reports/plain-text'
import { aBureau, importOf, openChoice, valueOf, type Service } from '../../builders'

const sentence = '区里还没有下达2022年第二类单位的考核办法，本报告只列完成情况，不计分。'

/** A bureau of 第二类, for which 2022 has no scheme, with the ledgers of the year. */
async function aLedger(): Promise<Service> {
  const service = await aBureau({ asOf: '2022-10-08', bureau: { category: 2 } })
  await importOf(service, 'ledgers/leads-2022.xlsx')
  await importOf(service, 'ledgers/briefs-and-trainings-2022.xlsx')
  return service
}

test('the quarter of a year without 考核办法: the preview says so first', async () => {
  const service = await aLedger()
  const preview = await service.call('reports.preview', { period: '2022Q3' })
  expect(preview.warnings[0]).toMatchObject({ kind: 'note', stream: 'investment', text: sentence })
  expect(preview.text).toContain(sentence)
  expect(preview.text).not.toContain('自评')
}, 30_000)

test('the workbook and the document are written, and the detail comes back unchanged', async () => {
  const service = await aLedger()
  const report = valueOf(periodReportOf(service.context, service.store(), '2022Q4'))
  expect(plainText(report)).toContain('截至2022年10月8日，已结束的月份都有工作信息。')
  expect((await writeReport('docx', report)).byteLength).toBeGreaterThan(1000)
  const bytes = new Uint8Array(Buffer.from(await writeReport('xlsx', report)))
  const { sheets } = await readXlsx(bytes)
  expect(sheets.map(({ name }) => name).slice(0, 5)).toEqual([
    '汇总',
    '抓招商',
    '抓招商明细',
    '抓招商信息',
    '抓招商培训',
  ])
  const choice = { ...openChoice, kind: 'leads' as const, sheet: '抓招商明细' }
  const preview = await service.call('tables.open', { fileName: '小结.xlsx', bytes, choice })
  expect(preview.tables.map(({ counts }) => counts)).toMatchObject([
    { added: 0, updated: 0, unchanged: 6, rejected: 0 },
  ])
}, 30_000)
