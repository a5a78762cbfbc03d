import { read, utils, write } from '@e965/xlsx'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readCurrentSubmissions } from '../../../db/repositories/submissions'
import { fixturePeriod, filledTemplate } from '../../district/make-returns'
import { aFolder, dumpOf, refusalOf, type Service } from '../../builders'
import { anOffice, aSender, drop } from './bureaus'

const unit = '示例区审计局'

async function savedTemplate(office: Service, period = fixturePeriod): Promise<Uint8Array> {
  const folder = aFolder()
  office.context.grants.set('folder', folder)
  const units = await office.call('district.units', {})
  const unitId = units.find(({ name }) => name === unit)?.id ?? ''
  const { files } = await office.call('district.saveTemplate', { unitId, period, folder: 'folder' })
  expect(files).toHaveLength(1)
  expect(files[0]?.fileName).toMatch(/^示例区审计局_上报填报表_/)
  return new Uint8Array(readFileSync(path.join(folder, files[0]?.fileName ?? '')))
}

/** The workbook with cells typed over, by sheet and address. */
function typed(
  bytes: Uint8Array,
  cells: Readonly<Record<string, Readonly<Record<string, string | number>>>>,
): Uint8Array {
  const book = read(bytes, { type: 'array' })
  for (const [name, values] of Object.entries(cells)) {
    const sheet = book.Sheets[name]
    if (!sheet) throw new Error(`no sheet ${name}`)
    for (const [origin, value] of Object.entries(values)) utils.sheet_add_aoa(sheet, [[value]], { origin })
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

const receiving = { period: fixturePeriod, trustNew: false }

// product.md L6: a filled 填报表 imports with the same content, 来源=表格.
test('a filled 填报表 becomes the lines of a return, whatever the file is called', async () => {
  const office = await anOffice([unit], '2022-12-28')
  const bytes = filledTemplate(await savedTemplate(office), { number: 7 }, '2022-12-22')
  const result = await drop(office, [{ fileName: '新建文件.dat', bytes }], receiving)
  expect(result.files).toMatchObject([{ outcome: 'taken', unit, edition: 1, source: 'table' }])
  const inbox = await office.call('district.inbox', { period: fixturePeriod })
  expect(inbox.rows).toMatchObject([
    { unit, signature: 'table', lines: 6, cell: { state: 'onTime', source: 'table', receivedOn: '2022-12-22' } },
  ])
  const [submission] = readCurrentSubmissions(office.store().read, fixturePeriod)
  const { payload } = submission ?? {}
  expect(payload?.contact).toEqual({ preparedBy: '填报人', phone: '0000-0000' })
  expect(payload?.lines.map(({ key }) => key)).toEqual([
    'figure/investment.filed',
    'figure/investment.briefs',
    'figure/projects.count',
    'lead/M001',
    'brief/M002',
    'brief/M003',
  ])
  const lines = new Map(payload?.lines.map((line) => [line.key, line]))
  expect(lines.get('figure/investment.briefs')).toMatchObject({
    stream: 'investment',
    unit: '篇',
    current: '1',
    cumulative: '2',
  })
  expect(lines.get('lead/M001')).toMatchObject({
    happenedOn: '2022-04-08',
    evidence: 1,
    enterprise: { name: '示例表格企业7', creditCode: '' },
    detail: { leadClass: 'outOfCity', filedOn: '2022-04-08', landedOn: null, companyName: '' },
  })
  expect(lines.get('brief/M003')).toMatchObject({
    label: '11月招商工作信息',
    happenedOn: '2022-11-16',
    detail: { submittedOn: '2022-11-16', month: '2022-11', isAccepted: 'yes' },
  })
})

test('the same table again is the same; one filled in later is the next edition, one filled in earlier is 旧版', async () => {
  const office = await anOffice([unit], '2022-12-28')
  const template = await savedTemplate(office)
  const on = (day: string) => [{ fileName: `${day}.xlsx`, bytes: filledTemplate(template, { number: 7 }, day) }]
  await drop(office, on('2022-12-22'), receiving)
  const before = dumpOf(office.store().connection)
  expect((await drop(office, on('2022-12-22'), receiving)).files).toMatchObject([{ outcome: 'same', edition: 1 }])
  const earlier = await drop(office, on('2022-12-20'), receiving)
  expect(earlier.files).toMatchObject([{ outcome: 'stale' }])
  expect(earlier.files[0]?.text).toContain('旧版')
  expect(dumpOf(office.store().connection)).toEqual(before)
  expect((await drop(office, on('2022-12-27'), receiving)).files).toMatchObject([{ outcome: 'taken', edition: 2 }])
})

test('cells that cannot be read are named by sheet and address, and nothing is taken', async () => {
  const office = await anOffice([unit], '2022-12-28')
  const bytes = filledTemplate(await savedTemplate(office), { number: 7 }, '2022-12-22')
  const wrong = typed(bytes, {
    填报说明: { B9: '有一些' },
    指标: { F4: '大约十' },
    明细: { H3: '2022年4月31日', B4: '其他事项', A5: 'M001', S5: '两份' },
  })
  const before = dumpOf(office.store().connection)
  const result = await drop(office, [{ fileName: '填报表.xlsx', bytes: wrong }], receiving)
  expect(result.files).toMatchObject([{ outcome: 'rejected', code: 'templateCellsWrong', unit, source: 'table' }])
  const text = result.files[0]?.text ?? ''
  for (const address of ['填报说明!B9', '指标!F4', '明细!H3', '明细!B4', '明细!S5']) expect(text).toContain(address)
  expect(text).toContain('4月30日')
  expect(dumpOf(office.store().connection)).toEqual(before)
})

test('本期无新增 in the table counts as 已报', async () => {
  const office = await anOffice([unit], '2022-12-28')
  const nil = typed(await savedTemplate(office), { 填报说明: { B8: '是', B9: '是', B10: '是', B11: '是' } })
  const result = await drop(office, [{ fileName: 'a.xlsx', bytes: nil }], receiving)
  expect(result.files).toMatchObject([{ outcome: 'taken' }])
  const inbox = await office.call('district.inbox', { period: fixturePeriod })
  expect(inbox.rows).toMatchObject([{ isNil: true, lines: 0, cell: { state: 'late', lateDays: 3, openChecks: 0 } }])
})

test('another period, another unit and another workbook are refused by name', async () => {
  const office = await anOffice([unit], '2022-12-28')
  const template = await savedTemplate(office)
  const other = await savedTemplate(office, '2022Q3')
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['任务', '指标'],
      ['甲', '乙'],
    ]),
    '任务分解表',
  )
  const result = await drop(
    office,
    [
      { fileName: 'a.xlsx', bytes: other },
      { fileName: 'b.xlsx', bytes: typed(template, { 填报说明: { B3: '示例区民政局' } }) },
      { fileName: 'c.xlsx', bytes: new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer) },
    ],
    receiving,
  )
  expect(result.files.map(({ code }) => code)).toEqual(['packageWrongPeriod', 'unitUnknown', 'templateNotRecognised'])
  expect(result.files[2]?.text).toContain('填报说明')
  expect(result.taken).toBe(0)
})

test('a bureau that gets the program later goes on from its table', async () => {
  const office = await anOffice([unit], '2022-12-28')
  const bytes = filledTemplate(await savedTemplate(office), { number: 7 }, '2022-12-22')
  await drop(office, [{ fileName: 'a.xlsx', bytes }], receiving)
  const sender = await aSender(unit)
  const sent = await sender.send({ draft: { period: fixturePeriod }, payload: { preparedOn: '2022-12-26' as never } })
  const result = await drop(office, [{ fileName: 'a.zip', bytes: sent.bytes }], { ...receiving, trustNew: true })
  expect(result.files).toMatchObject([{ outcome: 'taken', edition: 2, source: 'package' }])
})

test('a bureau hands out no 填报表', async () => {
  const bureau = await aSender(unit)
  bureau.context.grants.set('folder', aFolder())
  const asked = bureau.call('district.saveTemplate', { unitId: null, period: fixturePeriod, folder: 'folder' })
  expect(await refusalOf(asked)).toMatchObject({ code: 'notDistrict' })
})
