import { Buffer } from 'node:buffer'
import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { periodReportOf } from '../../../electron/reports/period'
import { writeReport } from '../../../electron/reports/write-report'
import type { ReportPreview } from '../../../shared/reports/preview-contract'
import { aBureau, importOf, refusalOf, valueOf, type Service } from '../../builders'

const period = '2022Q3'
const place = 'revenue.booked.retained'
const reason = '含上季度补录'

async function aLedger(): Promise<Service> {
  const service = await aBureau({ asOf: '2022-10-08', actor: '收入组组员甲' })
  await importOf(service, 'ledgers/revenue-2022.xlsx')
  return service
}

function partAt(shown: ReportPreview, wanted: string) {
  return shown.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'paragraph' ? block.sentences.flatMap(({ parts }) => parts) : []))
    .find(({ figure }) => figure?.place === wanted)
}

function preview(service: Service): Promise<ReportPreview> {
  return service.call('reports.preview', { period })
}

describe('a number written by hand', () => {
  test('is marked in the text, kept with its original, and changes the 核对码', async () => {
    const service = await aLedger()
    const before = await preview(service)
    expect(partAt(before, place)).toMatchObject({ text: '1.9', edit: null, figure: { recordCount: 2 } })
    await service.call('reports.saveEdit', { period, kind: 'figure', place, value: ' 2.1 ', reason })
    const after = await preview(service)
    expect(partAt(after, place)).toMatchObject({
      text: '2.1',
      edit: { number: 1, original: '1.9', computed: '1.9', value: '2.1', reason, editedBy: '收入组组员甲' },
    })
    expect(after.text).toContain('三季度入库区留成2.1（注1）万元')
    expect(after.text).toContain('注1：“1.9”手工改为“2.1”，原因：含上季度补录（收入组组员甲')
    expect(after.checkCode).not.toBe(before.checkCode)
    expect(after.warnings.find(({ kind }) => kind === 'edit')).toMatchObject({ place })
  }, 30_000)

  test('is named in the 说明 of the workbook and of the document; the tables keep what the ledger gives', async () => {
    const service = await aLedger()
    await service.call('reports.saveEdit', { period, kind: 'figure', place, value: '2.1', reason })
    const report = valueOf(periodReportOf(service.context, service.store(), period))
    const { sheets } = await readXlsx(new Uint8Array(Buffer.from(await writeReport('xlsx', report))))
    const about = sheets.find(({ name }) => name === '说明')?.rows.map((row) => row.join('｜')) ?? []
    expect(about.find((row) => row.startsWith('手工修改｜注1'))).toContain('“1.9”手工改为“2.1”，原因：含上季度补录')
    const annex = report.document?.annexes.at(-1)
    expect(annex?.table.title).toBe('说明')
    expect(annex?.table.rows.flat().join()).toContain('“1.9”手工改为“2.1”')
    const line = sheets.find(({ name }) => name === '汇总')?.rows.find((row) => row[2] === '入库区留成（万元）')
    expect(line?.slice(4, 6)).toEqual([1.9, 4.1])
  }, 30_000)

  test('when the ledger changes afterwards, both numbers are said', async () => {
    const service = await aLedger()
    await service.call('reports.saveEdit', { period, kind: 'figure', place, value: '2.1', reason })
    const { rows } = await service.call('revenue.list', {
      filter: { text: '闲置房产', statuses: [], sources: [], year: null, month: null },
      sort: { by: 'item', descending: false },
      offset: 0,
      limit: 10,
    })
    await service.call('revenue.remove', { ids: rows.map(({ entry }) => entry.id) })
    const after = await preview(service)
    expect(partAt(after, place)).toMatchObject({ text: '2.1', edit: { original: '1.9', computed: '-0.1' } })
    expect(after.warnings.map(({ text }) => text)).toContain(
      '“1.9”手工改为“2.1”，修改后台账又变为“-0.1”，请核对是否撤销修改。',
    )
  }, 30_000)

  test('is dropped in one step, and undo brings it back', async () => {
    const service = await aLedger()
    const { id } = await service.call('reports.saveEdit', { period, kind: 'figure', place, value: '2.1', reason })
    await service.call('reports.dropEdit', { id })
    expect(partAt(await preview(service), place)).toMatchObject({ text: '1.9', edit: null })
    await service.call('core.undoLast', {})
    expect(partAt(await preview(service), place)?.text).toBe('2.1')
  }, 30_000)

  test('a second edit takes the place of the first and keeps what the ledger gave', async () => {
    const service = await aLedger()
    await service.call('reports.saveEdit', { period, kind: 'figure', place, value: '2.1', reason })
    await service.call('reports.saveEdit', { period, kind: 'figure', place, value: '2.2', reason })
    expect(partAt(await preview(service), place)).toMatchObject({ text: '2.2', edit: { original: '1.9', number: 1 } })
  }, 30_000)

  test.each([
    ['without a reason', { value: '2.1', reason: ' ' }, 'editNeedsReason'],
    ['without a value', { value: '', reason }, 'editNeedsValue'],
    ['that is what the ledger gives', { value: '1.9', reason }, 'editUnchanged'],
    ['in a place that is not there', { value: '2.1', reason, place: 'revenue.nowhere' }, 'editPlaceGone'],
  ])(
    'is refused %s',
    async (_, change, code) => {
      const service = await aLedger()
      const call = service.call('reports.saveEdit', { period, kind: 'figure', place, ...change })
      expect((await refusalOf(call)).code).toBe(code)
    },
    30_000,
  )

  test('stays with its own period', async () => {
    const service = await aLedger()
    await service.call('reports.saveEdit', { period, kind: 'figure', place, value: '2.1', reason })
    const other = await service.call('reports.preview', { period: '2022Q2' })
    expect(partAt(other, place)).toMatchObject({ text: '0.6', edit: null })
  }, 30_000)
})

test('a sentence of 10,000 characters with braces and marks is text like any other', async () => {
  const service = await aLedger()
  const value = `{count}<w:p/>&“${'长'.repeat(9_980)}`
  await service.call('reports.saveEdit', { period, kind: 'sentence', place: 'revenue.booked', value, reason })
  const after = await preview(service)
  expect(after.sections[3]?.text).toContain(`${value}（注1）`)
  const report = valueOf(periodReportOf(service.context, service.store(), period))
  expect((await writeReport('docx', report)).byteLength).toBeGreaterThan(1000)
}, 30_000)

describe('本期无新增', () => {
  test('one tick: the chapter says so, asks for nothing and gives no warning', async () => {
    const service = await aLedger()
    await service.call('reports.setNil', { period, stream: 'projects', isNil: true })
    const after = await preview(service)
    const chapter = after.sections.find(({ stream }) => stream === 'projects')
    expect(chapter).toMatchObject({ isNilTicked: true, recordCount: 0, text: '　　二、抓项目\n　　本期无新增。' })
    expect(after.warnings.filter(({ stream }) => stream === 'projects')).toEqual([])
    await service.call('reports.setNil', { period, stream: 'projects', isNil: false })
    expect((await preview(service)).sections[1]?.isNilTicked).toBe(false)
  }, 30_000)

  test('is refused in words while the stream has records of the period', async () => {
    const service = await aLedger()
    const failure = await refusalOf(service.call('reports.setNil', { period, stream: 'revenue', isNil: true }))
    expect(failure).toEqual({
      code: 'nilHasRecords',
      params: { stream: '抓收入', count: 2, title: '闲置房产出租' },
    })
  }, 30_000)

  test('a record that comes later speaks against it: the chapter is written, and it is said', async () => {
    const service = await aBureau({ asOf: '2022-10-08' })
    await service.call('reports.setNil', { period, stream: 'revenue', isNil: true })
    await importOf(service, 'ledgers/revenue-2022.xlsx')
    const after = await preview(service)
    expect(after.sections[3]?.text).toContain('三季度入库区留成1.9万元')
    expect(after.warnings.map(({ text }) => text)).toContain(
      '抓收入已勾选“本期无新增”，之后又有2条本期记录，正文按记录写，请取消勾选。',
    )
  }, 30_000)
})
