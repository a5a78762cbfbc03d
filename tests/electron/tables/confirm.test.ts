import { describe, expect, it } from 'vitest'
import {
  aBureau,
  aService,
  aStore,
  aFolder,
  bytesOf,
  dumpOf,
  filesBelow,
  fixture,
  importOf,
  openChoice,
  previewOf,
  refusalOf,
  type Service,
} from '../../builders'
import path from 'node:path'

const first = 'assignments/dongli-2022-audit-bureau.xlsx'
const second = 'assignments/dongli-2022-audit-bureau-rev2.xlsx'

const dump = (service: Service) => dumpOf(service.store().connection)
const assignments = (service: Service) => service.call('assignments.list', { year: 2022, stream: null })

async function itemOf(service: Service, code: string) {
  const found = (await assignments(service)).find((item) => item.code === code)
  if (!found) throw new Error(`no ${code}`)
  return found
}

describe('re-issued tables', () => {
  it('rev2 keeps progress that the bureau has entered', async () => {
    const service = await aBureau()
    await importOf(service, first)
    const { id } = await itemOf(service, 'YS-06')
    const progress = { handler: '收入组组员甲', internalDueOn: null, progressText: '已起草两篇', actual: '2' }
    await service.call('assignments.saveProgress', { id, ...progress })
    const { preview } = await importOf(service, second)
    expect(preview.tables[0]?.counts).toMatchObject({ added: 1, updated: 2, unchanged: 13, withdrawn: 1 })
    expect(await itemOf(service, 'YS-06')).toMatchObject({ id, dueOn: '2022-05-13', ...progress })
    expect((await itemOf(service, 'ZS-01')).target).toBe('5')
    expect((await itemOf(service, 'XM-02')).status).toBe('withdrawn')
  }, 30_000)

  it('withdraw: false keeps an item that the new table leaves out', async () => {
    const service = await aBureau()
    await importOf(service, first)
    await importOf(service, second, { withdraw: false })
    expect((await itemOf(service, 'XM-02')).status).not.toBe('withdrawn')
    expect((await itemOf(service, 'SR-03')).code).toBe('SR-03')
  }, 30_000)

  it('an item that comes back into the table is no longer withdrawn', async () => {
    const service = await aBureau()
    await importOf(service, first)
    await importOf(service, second)
    await importOf(service, first, { withdraw: false })
    expect((await itemOf(service, 'XM-02')).status).not.toBe('withdrawn')
  }, 30_000)
})

describe('all or nothing', () => {
  it('one rejected row stops all of it: no row, no entry, no kept file', async () => {
    const service = await aBureau()
    const preview = await previewOf(service, 'bad/messy-assignment.xlsx')
    const before = { dump: dump(service), files: filesBelow(service.folder) }
    const confirm = (rows: 'all' | 'valid', tables = [0]) =>
      service.call('tables.confirm', { session: preview.session, tables, rows, withdraw: true })
    expect(await refusalOf(confirm('all'))).toEqual({ code: 'rowsRejected', params: { count: 2, valid: 14 } })
    expect((await refusalOf(confirm('valid', [7]))).code).toBe('nothingToImport')
    expect(dump(service)).toEqual(before.dump)
    expect(filesBelow(service.folder)).toEqual(before.files)
    // The preview is still open, so that the person can go on with it.
    expect((await confirm('valid')).batches[0]?.counts).toMatchObject({ read: 16, added: 14, rejected: 2 })
    expect((await refusalOf(confirm('valid'))).code).toBe('previewExpired')
  }, 20_000)

  it('two sheets of one workbook are one entry, and both originals are one kept file', async () => {
    const service = await aBureau()
    const { batches } = await importOf(service, 'ledgers/briefs-and-trainings-2022.xlsx')
    expect(batches.map(({ kind, sheet }) => [kind, sheet])).toEqual([
      ['briefs', '工作信息'],
      ['trainings', '培训'],
    ])
    const [entry] = await service.call('core.journal', { limit: 10, before: null, recordId: null })
    expect(entry).toMatchObject({ intent: 'tables.import', params: { count: 15 }, rowCount: 19 })
    expect(filesBelow(service.folder).filter((file) => file.startsWith('attachments'))).toHaveLength(1)
  }, 20_000)

  it('the rooms that changed are announced once', async () => {
    const service = await aBureau()
    const count = service.announced.length
    await importOf(service, 'ledgers/leads-2022.xlsx')
    // The backup before it tells of itself.
    const announced = service.announced.slice(count).filter((rooms) => !rooms.includes('backup'))
    expect(announced).toHaveLength(1)
    expect(service.announced.at(-1)).toEqual(expect.arrayContaining(['tables', 'investment', 'core']))
  }, 20_000)

  it('a kept original that cannot be written stops the import', async () => {
    const service = await aBureau()
    const preview = await previewOf(service, 'ledgers/leads-2022.xlsx')
    const { writeFileSync } = await import('node:fs')
    writeFileSync(path.join(service.folder, 'attachments'), 'in the way')
    const before = dump(service)
    const refused = await refusalOf(
      service.call('tables.confirm', { session: preview.session, tables: [0], rows: 'all', withdraw: true }),
    )
    expect(refused.code).toBe('folderNotWritable')
    expect(dump(service)).toEqual(before)
  }, 20_000)
})

describe('a ledger meets what is recorded', () => {
  const header = '项目名称\t投资方\t平台编号\t备案日期\t备注\n'
  async function paste(service: Service, line: string) {
    const preview = await service.call('tables.openText', { text: `${header}${line}\n`, kind: 'leads' })
    await service.call('tables.confirm', { session: preview.session, tables: [0], rows: 'all', withdraw: false })
    return preview.tables[0]?.counts
  }

  it('an empty cell leaves what is recorded', async () => {
    const service = await aBureau()
    await paste(service, '检测平台\t瑞检公司\tNO-1\t2022-04-18\t电话已通')
    expect(await paste(service, '检测平台\t瑞检公司\tNO-1\t2022-04-19\t')).toMatchObject({ updated: 1 })
    expect(dump(service)['lead']).toMatchObject([{ filed_on: '2022-04-19', remark: '电话已通' }])
  }, 20_000)

  it('the row that brings the platform number is the lead that was there without it', async () => {
    const service = await aBureau()
    await paste(service, '检测平台\t瑞检公司\t\t2022-04-18\t')
    expect(await paste(service, '检测平台\t瑞检公司\tNO-1\t2022-04-18\t')).toMatchObject({ updated: 1, added: 0 })
    expect(dump(service)['lead']).toMatchObject([{ platform_no: 'NO-1' }])
    // Another number is another lead, even under the same name.
    expect(await paste(service, '检测平台\t瑞检公司\tNO-2\t2022-04-18\t')).toMatchObject({ added: 1 })
  }, 20_000)

  it('a brief that the file changes in one field keeps the others', async () => {
    const service = await aBureau()
    const brief = {
      stream: 'investment' as const,
      kind: 'brief' as const,
      title: '第1期',
      month: '2022-03',
      channel: 'OA',
      characterCount: 600,
      isAccepted: true,
      body: '',
      uses: [],
      handler: '',
    }
    const dates = { submittedOn: '2022-03-20', backfilledOn: '2022-04-02' }
    await service.call('briefs.save', { id: null, ...brief, ...dates } as never)
    const text = '月份\t标题\t报送渠道\n2022-03\t第1期\t邮箱\n'
    const preview = await service.call('tables.openText', { text, kind: 'briefs' })
    expect(preview.tables[0]?.counts).toMatchObject({ read: 1, updated: 1 })
    await service.call('tables.confirm', { session: preview.session, tables: [0], rows: 'all', withdraw: false })
    expect(dump(service)['brief']).toMatchObject([
      { channel: '邮箱', submitted_on: '2022-03-20', backfilled_on: '2022-04-02', character_count: 600 },
    ])
  }, 20_000)
})

it('real rows over sample rows are no sample any more: removing the sample keeps them', async () => {
  const service = await aBureau()
  await service.call('settings.loadSample', {})
  await importOf(service, first)
  await service.call('settings.removeSample', {})
  expect((await assignments(service)).map((item) => item.code)).toHaveLength(16)
  expect((await service.call('settings.get', {})).hasSample).toBe(false)
}, 20_000)

it('the exported ledger imports back with 0 changes', async () => {
  const service = await aBureau()
  await importOf(service, 'ledgers/leads-2022.xlsx')
  const folder = aFolder()
  service.context.grants.set('token', folder)
  const filter = { text: '', states: [], classes: [], year: null }
  const { file, exported } = await service.call('reports.exportLeads', {
    filter,
    sort: { by: 'filedOn', descending: false },
    folder: 'token',
  })
  expect(exported).toBe(6)
  const bytes = bytesOf(path.join(folder, file.fileName))
  const preview = await service.call('tables.open', { fileName: file.fileName, bytes, choice: openChoice })
  expect(preview.tables).toHaveLength(1)
  expect(preview.tables[0]?.counts).toMatchObject({ read: 6, added: 0, updated: 0, unchanged: 6, rejected: 0 })
  const before = dump(service)
  await service.call('tables.confirm', { session: preview.session, tables: [0], rows: 'all', withdraw: true })
  expect(dump(service)).toEqual(before)
}, 30_000)

it('the row of the original is shown cell by cell; a missing or altered original is refused', async () => {
  const service = await aBureau()
  const { batches } = await importOf(service, first)
  const batchId = String(batches[0]?.id)
  const source = await service.call('tables.source', { batchId, row: 5 })
  expect(source).toMatchObject({ fileName: path.basename(first), sheet: '任务分解表', row: 5 })
  expect(source.cells.map(({ text }) => text)).toContain('ZS-01')
  expect((await refusalOf(service.call('tables.source', { batchId, row: 999 }))).code).toBe('notFound')
  const kept = filesBelow(service.folder).find((file) => file.startsWith('attachments')) ?? ''
  const { rmSync, writeFileSync } = await import('node:fs')
  writeFileSync(path.join(service.folder, kept), Buffer.concat([bytesOf(fixture(first)), Buffer.from('x')]))
  expect((await refusalOf(service.call('tables.source', { batchId, row: 5 }))).code).toBe('attachmentAltered')
  rmSync(path.join(service.folder, kept))
  expect((await refusalOf(service.call('tables.source', { batchId, row: 5 }))).code).toBe('attachmentMissing')
}, 30_000)

it('copies of files whose preview ended with the program are swept at the next start', async () => {
  const folder = aFolder()
  const service = await aBureau({ folder })
  await previewOf(service, first)
  service.close()
  expect(filesBelow(folder).some((file) => file.startsWith('staging'))).toBe(true)
  await aService({ folder })
  expect(filesBelow(folder).some((file) => file.startsWith('staging'))).toBe(false)
}, 20_000)

it('a store without its bureau is a first start, and is set up in place', async () => {
  const folder = aFolder()
  const store = await aStore(folder)
  store.close()
  const service = await aBureau({ folder })
  expect(await service.call('settings.get', {})).toMatchObject({ state: 'ready', bureau: { name: '东丽区审计局' } })
})
