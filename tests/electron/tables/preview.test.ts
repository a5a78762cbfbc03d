import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { storeFile } from '../../../db/open'
import {
  aBureau,
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

const first = 'assignments/dongli-2022-audit-bureau.xlsx'
const messy = 'bad/messy-assignment.xlsx'

function rowsOf(
  service: Service,
  session: string,
  outcomes: readonly ('rejected' | 'updated' | 'withdrawn' | 'added')[] = [],
) {
  return service.call('tables.rows', { session, table: 0, outcomes: [...outcomes], offset: 0, limit: 500 })
}

function filesOf(service: Service): string[] {
  return filesBelow(service.folder).filter((file) => !file.startsWith('ledger.db'))
}

describe('closing the preview', () => {
  it('changes nothing: the bytes of the database are the same, the copy of the file is gone', async () => {
    const service = await aBureau()
    const before = readFileSync(storeFile(service.folder))
    const preview = await previewOf(service, first)
    expect(filesOf(service).some((file) => file.startsWith('staging'))).toBe(true)
    await rowsOf(service, preview.session)
    await service.call('tables.discard', { session: preview.session })
    expect(readFileSync(storeFile(service.folder)).equals(before)).toBe(true)
    expect(filesOf(service)).toEqual(['lock'])
    expect((await refusalOf(rowsOf(service, preview.session))).code).toBe('previewExpired')
    expect(service.announced).toHaveLength(1)
  }, 20_000)

  it('a refused file leaves no copy behind', async () => {
    const service = await aBureau()
    expect((await refusalOf(previewOf(service, 'bad/truncated.xlsx'))).code).toBe('fileDamaged')
    expect(filesOf(service)).toEqual(['lock'])
  }, 20_000)

  it('reading is cancelled and leaves no copy behind', async () => {
    const service = await aBureau()
    const controller = new AbortController()
    const bytes = bytesOf(fixture(first))
    const opening = refusalOf(
      service.call('tables.open', { fileName: 'a.xlsx', bytes, choice: openChoice }, { signal: controller.signal }),
    )
    setTimeout(() => controller.abort(), 30)
    expect((await opening).code).toBe('cancelled')
    expect(filesOf(service)).toEqual(['lock'])
  }, 20_000)
})

describe('a cell typed anew', () => {
  it('makes the row good, keeps the other fixes, and is judged again', async () => {
    const service = await aBureau()
    const { session, tables } = await previewOf(service, messy)
    expect(tables[0]?.counts).toMatchObject({ read: 16, rejected: 2 })
    const fix = (row: number, field: string, text: string) =>
      service.call('tables.fixCell', { session, table: 0, row, field, text })
    expect((await fix(15, 'due', '2022-02-31')).tables[0]?.counts.rejected).toBe(2)
    expect((await fix(15, 'due', '2022-02-28')).tables[0]?.counts.rejected).toBe(1)
    expect((await fix(18, 'itemCode', 'YS-09')).tables[0]?.counts).toMatchObject({ rejected: 0, added: 16 })
    const confirmed = await service.call('tables.confirm', { session, tables: [0], rows: 'all', withdraw: true })
    expect(confirmed.batches).toHaveLength(1)
    const list = await service.call('assignments.list', { year: 2022, stream: null })
    expect(list.find((item) => item.source.row === 15)?.dueOn).toBe('2022-02-28')
    expect(list.find((item) => item.source.row === 18)?.code).toBe('YS-09')
  }, 30_000)

  it('rejected rows carry the Excel address, the original value and a sentence', async () => {
    const service = await aBureau()
    const { session } = await previewOf(service, messy)
    const { rows, total } = await rowsOf(service, session, ['rejected'])
    expect(total).toBe(2)
    expect(rows[0]).toMatchObject({
      row: 15,
      originals: { due: '2022-02-30' },
      issues: [{ letters: 'O', column: '完成时限', value: '2022-02-30', suggestion: expect.any(String) }],
    })
  }, 20_000)

  it('导出错误行: the rejected rows go to the granted folder only', async () => {
    const service = await aBureau()
    const { session } = await previewOf(service, messy)
    const folder = aFolder()
    expect(
      (await refusalOf(service.call('tables.saveErrorRows', { session, table: 0, folder: 'no-token' }))).code,
    ).toBe('notFound')
    service.context.grants.set('token', folder)
    const saved = await service.call('tables.saveErrorRows', { session, table: 0, folder: 'token' })
    expect(filesBelow(folder)).toEqual([saved.fileName])
    expect(saved.fileName).toBe('messy-assignment_错误行.xlsx')
    const bytes = bytesOf(path.join(folder, saved.fileName))
    const again = await service.call('tables.open', { fileName: saved.fileName, bytes, choice: openChoice })
    expect(again.tables[0]?.counts.read).toBe(2)
  }, 30_000)
})

describe('the layout chosen by hand', () => {
  it('is remembered for the next file of the same layout, and forgotten with the undo', async () => {
    const service = await aBureau()
    const preview = await previewOf(service, 'ledgers/leads-2022.xlsx')
    const mapping = Object.fromEntries(
      (preview.tables[0]?.columns ?? []).map(({ index, field }) => [String(index), field === 'remark' ? null : field]),
    )
    const chosen = await service.call('tables.choose', { session: preview.session, choice: { ...openChoice, mapping } })
    expect(chosen.tables[0]?.isMappingRemembered).toBe(false)
    const { batches } = await service.call('tables.confirm', {
      session: preview.session,
      tables: [0],
      rows: 'all',
      withdraw: true,
    })
    const next = await previewOf(service, 'ledgers/leads-2022.xlsx')
    expect(next.tables[0]).toMatchObject({ isMappingRemembered: true, counts: { unchanged: 6 } })
    expect(next.tables[0]?.columns.some(({ field }) => field === 'remark')).toBe(false)
    await service.call('tables.undo', { batchId: String(batches[0]?.id), keepEdited: true })
    expect((await previewOf(service, 'ledgers/leads-2022.xlsx')).tables[0]?.isMappingRemembered).toBe(false)
  }, 30_000)

  it('another sheet and another header row', async () => {
    const service = await aBureau()
    const { session, sheets } = await previewOf(service, messy)
    expect(sheets).toHaveLength(3)
    const hidden = sheets.find((sheet) => sheet.isHidden)
    const other = { ...openChoice, sheet: hidden?.name ?? '', kind: 'assignments' as const }
    const outcome = await service.call('tables.choose', { session, choice: other }).catch((cause: unknown) => cause)
    expect(outcome).toBeDefined()
    // The preview is still there and still holds what it held before.
    expect(
      (await service.call('tables.choose', { session, choice: { ...openChoice, headerRows: [5, 6] } })).tables[0]
        ?.counts.read,
    ).toBe(16)
  }, 30_000)
})

it('rows pasted from a table go through the same preview', async () => {
  const service = await aBureau()
  const text = '项目名称\t投资方\t备案日期\n检测平台\t河北瑞检科技公司\t2022年4月18日\n'
  const preview = await service.call('tables.openText', { text, kind: 'leads' })
  expect(preview.tables[0]?.counts).toMatchObject({ read: 1, added: 1 })
  await service.call('tables.confirm', { session: preview.session, tables: [0], rows: 'all', withdraw: false })
  expect(dumpOf(service.store().connection)['lead']).toMatchObject([{ title: '检测平台', filed_on: '2022-04-18' }])
}, 20_000)

it.each(['../../../../etc/passwd.xlsx', 'a\u0000b.x\u0000lsx', 'CON.xl?x', '表.这个后缀非常非常长长长长长'])(
  'a file name %j never becomes a path',
  async (fileName) => {
    const service = await aBureau()
    const bytes = bytesOf(fixture(first))
    const preview = await service.call('tables.open', { fileName, bytes, choice: openChoice })
    expect(filesOf(service).filter((file) => file !== 'lock')).toHaveLength(1)
    expect(filesOf(service).find((file) => file !== 'lock')).toMatch(/^staging\/[\w.-]+$/)
    await service.call('tables.discard', { session: preview.session })
  },
  20_000,
)

it('an import undone elsewhere: the confirm compares with the store as it is then', async () => {
  const service = await aBureau()
  const { session } = await previewOf(service, first)
  await importOf(service, first)
  const before = dumpOf(service.store().connection)
  expect(await service.call('tables.confirm', { session, tables: [0], rows: 'all', withdraw: true })).toEqual({
    batches: [],
  })
  expect(dumpOf(service.store().connection)).toEqual(before)
}, 20_000)
