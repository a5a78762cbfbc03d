import { expect, test } from 'vitest'
import { aBureau, openChoice, refusalOf, type Service } from '../../builders'
import { anOffice } from './review-office'

const list = [
  '单位名称,别名,类别,联系人,电话,备注',
  '示例区审计局,区审计局、审计局,重要支撑部门,联络员01,0000-0001,',
  '示例区商务局,,1,联络员02,0000-0002,牵头单位',
  '示例街道,,第四类,联络员03,0000-0003,',
].join('\n')

async function imported(service: Service, text: string) {
  const bytes = new TextEncoder().encode(text)
  const preview = await service.call('tables.open', { fileName: '名册.csv', bytes, choice: openChoice })
  const confirm = { session: preview.session, tables: [0], rows: 'all' as const, withdraw: false }
  return { preview, done: () => service.call('tables.confirm', confirm) }
}

const fields = {
  name: '示例区审计局',
  aliases: [],
  category: 2 as const,
  contact: '',
  phone: '',
  isOptional: false,
  remark: '',
  leftOn: null,
}

test('a list is recognised by its header, categories by number and by words', async () => {
  const office = await anOffice()
  const { preview, done } = await imported(office, list)
  expect(preview.tables).toHaveLength(1)
  expect(preview.tables[0]).toMatchObject({ kind: 'units' })
  await done()
  const units = await office.call('district.units', {})
  expect(units.map(({ name, category, aliases, remark }) => [name, category, aliases, remark])).toEqual([
    ['示例区商务局', 1, [], '牵头单位'],
    ['示例区审计局', 2, ['区审计局', '审计局'], ''],
    ['示例街道', 4, [], ''],
  ])
})

test('the same list again changes nothing; an alias is the same unit, which keeps its old name as an alias', async () => {
  const office = await anOffice()
  await (await imported(office, list)).done()
  const again = await imported(office, list)
  expect(again.preview.tables[0]?.counts).toMatchObject({ added: 0, updated: 0, unchanged: 3 })
  await (await imported(office, '单位名称,类别,联系人\n区审计局,2,')).done()
  const units = await office.call('district.units', {})
  expect(units.find(({ name }) => name === '区审计局')?.aliases).toEqual(['审计局', '示例区审计局'])
  expect(units).toHaveLength(3)
})

test('a category that is none, and a name that another unit bears, are refused with the cell', async () => {
  const office = await anOffice()
  await (await imported(office, list)).done()
  const wrong = '单位名称,别名,类别\n示例区统计局,审计局,2\n示例区水务局,,第九类'
  const { preview, done } = await imported(office, wrong)
  const table = preview.tables[0]
  expect(table?.counts).toMatchObject({ rejected: 2 })
  expect(await refusalOf(done())).toMatchObject({ code: 'rowsRejected' })
  expect(await office.call('district.units', {})).toHaveLength(3)
})

test('a bureau has no list of units: not by kind, not in the grid, and a list is not taken for something else', async () => {
  const bureau = await aBureau()
  const bytes = new TextEncoder().encode(list)
  const choice = { ...openChoice, kind: 'units' as const }
  const opened = bureau.call('tables.open', { fileName: '名册.csv', bytes, choice })
  expect(await refusalOf(opened)).toMatchObject({ code: 'notDistrict' })
  expect(await refusalOf(bureau.call('tables.gridRows', { kind: 'units', year: 2022, ids: null }))).toMatchObject({
    code: 'notDistrict',
  })
  expect(await refusalOf(bureau.call('district.units', {}))).toMatchObject({ code: 'notDistrict' })
})

test('a unit is saved, renamed and removed; what has returns stays', async () => {
  const office = await anOffice()
  const { id } = await office.call('district.saveUnit', { id: null, fields })
  const twice = office.call('district.saveUnit', {
    id: null,
    fields: { ...fields, name: '另一单位', aliases: [' 示例区审计局'] },
  })
  expect(await refusalOf(twice)).toMatchObject({ code: 'unitNameTaken', params: { name: '示例区审计局' } })
  await office.call('district.saveUnit', {
    id,
    fields: { ...fields, name: '示例区审计局 ', aliases: ['审计局', '审计局', ''] },
  })
  expect(await office.call('district.units', {})).toMatchObject([{ id, name: '示例区审计局', aliases: ['审计局'] }])
  office.receive(id, '2022Q2', [])
  expect(await refusalOf(office.call('district.removeUnit', { id }))).toMatchObject({
    code: 'unitHasReturns',
    params: { count: 1 },
  })
  const other = await office.call('district.saveUnit', { id: null, fields: { ...fields, name: '示例区统计局' } })
  await office.call('district.removeUnit', other)
  expect(await office.call('district.units', {})).toHaveLength(1)
})

test('a period has the document’s day until the office sets another; a locked one stays', async () => {
  const office = await anOffice()
  const period = { period: '2022Q3', dueOn: '2022-09-20' as never, objectionWorkdays: 3 }
  await office.call('district.savePeriod', period)
  const periods = await office.call('district.periods', { year: 2022 })
  expect(periods.map(({ period: id, dueOn, submitBy }) => [id, dueOn, submitBy])).toEqual([
    ['2022Q1', '2022-03-25', '2022-03-25'],
    ['2022Q2', '2022-06-25', '2022-06-24'],
    ['2022Q3', '2022-09-20', '2022-09-20'],
    ['2022Q4', '2022-12-25', '2022-12-23'],
  ])
  await office.call('district.lock', { period: '2022Q3' })
  expect(await refusalOf(office.call('district.savePeriod', period))).toMatchObject({ code: 'periodLocked' })
})

test('the matrix and the inbox say where each unit stands', async () => {
  const office = await anOffice()
  const [late, missing] = [office.unit('示例区审计局'), office.unit('示例区统计局', 1)]
  office.receive(late, '2022Q2', [])
  const matrix = await office.call('district.matrix', { year: 2022 })
  expect(matrix.periods).toEqual(['2022Q1', '2022Q2', '2022Q3', '2022Q4'])
  expect(matrix.rows.map(({ unit, cells }) => [unit, ...cells.map(({ state }) => state)])).toEqual([
    ['示例区统计局', 'missing', 'missing', 'missing', 'missing'],
    ['示例区审计局', 'missing', 'onTime', 'missing', 'missing'],
  ])
  const inbox = await office.call('district.inbox', { period: '2022Q2' })
  expect(inbox.counts).toMatchObject({ expected: 2, onTime: 1, missing: 1 })
  expect(inbox.byCategory).toMatchObject([
    { category: 1, expected: 1, arrived: 0 },
    { category: 3, expected: 1, arrived: 1 },
  ])
  expect(inbox.rows.map(({ unitId }) => unitId)).toEqual([missing, late])
})
