import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { aBureau, aFolder, aService, bytesOf, filesBelow, fixture, refusalOf, type Service } from '../../builders'
import { accept, anOffice, dump, fromOffice, inflatedEntries, open, withFolder } from './correspondence'
import { zipOf } from './packages'

const calendar = {
  years: [{ year: 2023, source: '国办发明电〔2022〕16号', off: ['2023-01-01', '2023-01-02'], makeUp: ['2023-01-28'] }],
}

const aCalendar = (office: Service, about = {}) =>
  fromOffice(office, 'calendar', calendar, { to: null, year: null, ...about })

/** A table of the district for one unit, as `assignments` packages carry it. */
async function aTable(office: Service, file: string, edition: number) {
  const payload = { unit: '东丽区审计局', year: 2022, title: '任务分解表', workbook: '任务分解表.xlsx', rows: 1 }
  return fromOffice(office, 'assignments', payload, {
    edition,
    files: [{ path: '任务分解表.xlsx', bytes: bytesOf(fixture(file)) }],
  })
}

async function refused(service: Service, bytes: Uint8Array, answers = { trustSigner: false, acceptUnsigned: false }) {
  const before = dump(service)
  const files = filesBelow(service.folder)
  const failure = await refusalOf(
    open(service, bytes).then(({ session }) => service.call('exchange.accept', { session, ...answers })),
  )
  expect(dump(service)).toEqual(before)
  expect(filesBelow(service.folder).filter((file) => file.startsWith('attachments'))).toEqual(
    files.filter((file) => file.startsWith('attachments')),
  )
  expect(service.incidents).toEqual([])
  return failure
}

describe('each way in which a package is not the right one has its text and changes nothing (issue 5 item 3)', () => {
  test('the preview itself changes nothing, and closing it neither', async () => {
    const [bureau, office] = [await aBureau(), await anOffice()]
    const bytes = await aCalendar(office)
    const before = dump(bureau)
    const shown = await open(bureau, bytes)
    expect(shown).toMatchObject({ canAccept: true, counts: { added: 1 }, about: { kind: 'calendar' } })
    expect(shown.changes[0]).toMatchObject({ title: '2023年放假安排', from: '无' })
    await bureau.call('exchange.discard', { session: shown.session })
    expect(dump(bureau)).toEqual(before)
    const gone = bureau.call('exchange.accept', { session: shown.session, trustSigner: true, acceptUnsigned: true })
    expect((await refusalOf(gone)).code).toBe('packageSessionExpired')
  })

  test('an unknown signer asks, with the fingerprint to read over the phone; trusted, it is taken over', async () => {
    const [bureau, office] = [await aBureau(), await anOffice()]
    const bytes = await aCalendar(office)
    const shown = await open(bureau, bytes)
    const { fingerprint } = await office.call('exchange.identity', {})
    expect(shown.remarks).toMatchObject([{ severity: 'asks', code: 'signerUnknown' }])
    expect(shown.remarks[0]?.text).toContain(fingerprint.digits)
    const failure = await refused(bureau, bytes)
    expect(failure).toMatchObject({ code: 'signerUnknown', params: { fingerprint: fingerprint.digits } })
    expect((await accept(bureau, bytes)).counts).toEqual({ added: 1, updated: 0, unchanged: 0 })
    expect(await bureau.call('exchange.trusts', {})).toMatchObject([{ role: 'district', state: 'trusted' }])
    expect(await bureau.call('exchange.received', {})).toMatchObject([{ kind: 'calendar', signature: 'trusted' }])
  })

  test('twice: the second time says when it came and changes nothing, under whatever name', async () => {
    const [bureau, office] = [await aBureau(), await anOffice()]
    const bytes = await aCalendar(office)
    await accept(bureau, bytes)
    const shown = await open(bureau, bytes, '改了名字.xlsx')
    expect(shown).toMatchObject({ canAccept: false, remarks: [{ severity: 'refused', code: 'packageAlreadyTaken' }] })
    expect(await refused(bureau, bytes)).toMatchObject({ code: 'packageAlreadyTaken' })
  })

  test('an older edition never takes the place of a newer one', async () => {
    const [bureau, office] = [await aBureau(), await anOffice()]
    const [older, newer] = [
      await aTable(office, 'assignments/dongli-2022-audit-bureau.xlsx', 1),
      await aTable(office, 'assignments/dongli-2022-audit-bureau.xlsx', 2),
    ]
    await accept(bureau, newer)
    expect(await refused(bureau, older)).toMatchObject({ code: 'packageStale', params: { edition: 1, newer: 2 } })
  })

  test('a sequence that the key has used for something else: a copied key, or an altered past', async () => {
    const [bureau, office] = [await aBureau(), await anOffice()]
    await office.call('exchange.identity', {})
    const copy = path.join(aFolder(), 'copy')
    office.store().connection.pragma('wal_checkpoint(TRUNCATE)')
    cpSync(office.folder, copy, { recursive: true })
    rmSync(path.join(copy, 'lock'), { recursive: true, force: true })
    await accept(bureau, await aCalendar(office))
    const twin = await aService({ folder: copy, asOf: '2022-07-05' })
    const other = await fromOffice(twin, 'rules', { schemes: [], awards: [] }, { to: null, year: null })
    expect((await refused(bureau, other)).code).toBe('packageReplayed')
  })

  test('for another unit, for another year, of a kind that has no place here', async () => {
    const [bureau, office] = [await aBureau(), await anOffice()]
    const answers = { trustSigner: true, acceptUnsigned: true }
    const wrongUnit = await aCalendar(office, { to: '东丽区发改委' })
    expect(await refused(bureau, wrongUnit, answers)).toMatchObject({
      code: 'packageWrongUnit',
      params: { to: '东丽区发改委', own: '东丽区审计局' },
    })
    expect((await refused(bureau, await aCalendar(office, { year: 2021 }), answers)).code).toBe('packageWrongYear')
    const summary = await fromOffice(office, 'summary', {}, { to: null })
    expect((await refused(bureau, summary, answers)).code).toBe('packageKindNotHere')
    expect((await refused(office, await aCalendar(office), answers)).code).toBe('packageFromOurselves')
  })

  test('a file that nobody signed asks, and is marked as such when a person takes it', async () => {
    const [bureau, office] = [await aBureau(), await anOffice()]
    const unsigned = await withoutSignature(await aCalendar(office))
    expect((await refused(bureau, unsigned)).code).toBe('packageUnsigned')
    expect((await refused(bureau, unsigned, { trustSigner: true, acceptUnsigned: false })).code).toBe('packageUnsigned')
    await accept(bureau, unsigned)
    expect(await bureau.call('exchange.received', {})).toMatchObject([{ signature: 'unsigned' }])
    expect(await bureau.call('exchange.trusts', {})).toEqual([])
  })

  test('cut off, one byte changed, not ours at all', async () => {
    const [bureau, office] = [await aBureau(), await anOffice()]
    const bytes = await aCalendar(office)
    expect((await refused(bureau, bytes.subarray(0, bytes.length - 200))).code).toBe('packageBroken')
    const changed = new Uint8Array(bytes)
    changed[Math.floor(bytes.length / 2)] = (changed[Math.floor(bytes.length / 2)] ?? 0) ^ 1
    expect(['packageBroken', 'packageAltered', 'signatureWrong']).toContain((await refused(bureau, changed)).code)
    expect((await refused(bureau, Buffer.from('姓名,电话\n'))).code).toBe('packageNotOurs')
  })

  test('a payload that is not what its kind says', async () => {
    const [bureau, office] = [await aBureau(), await anOffice()]
    const wrong = await fromOffice(
      office,
      'calendar',
      { years: [{ year: 2023, source: '', off: [], makeUp: [] }] },
      { to: null },
    )
    expect((await refused(bureau, wrong)).code).toBe('calendarInvalid')
    const table = await fromOffice(office, 'assignments', { unit: '', year: 2022 })
    expect((await refused(bureau, table)).code).toBe('packageBroken')
  })
})

/** The same zip as another tool packs it, without the signature. */
async function withoutSignature(bytes: Uint8Array): Promise<Uint8Array> {
  const entries = [...inflatedEntries(bytes)].filter(([name]) => name !== 'manifest.sig')
  return new Uint8Array(await zipOf(entries.map(([name, content]) => ({ path: name, bytes: content }))))
}

describe('taking over is one step that undo takes back', { timeout: 60_000 }, () => {
  test('放假安排: in force at once; undo brings back what was, and the package can be taken again', async () => {
    const [bureau, office] = [await aBureau(), await anOffice()]
    const bytes = await aCalendar(office)
    const before = dump(bureau)
    await accept(bureau, bytes)
    const after = dump(bureau)
    expect(after['calendar_year']).not.toEqual(before['calendar_year'])
    await bureau.call('core.undoLast', {})
    expect(dump(bureau)).toEqual(before)
    expect((await open(bureau, bytes)).canAccept).toBe(true)
  })

  test('任务分解表: previewed and taken like any import, with its batch; the next table shows old → new', async () => {
    const [bureau, office] = [withFolder(await aBureau({ asOf: '2022-07-05' })), await anOffice()]
    const first = await aTable(office, 'assignments/dongli-2022-audit-bureau.xlsx', 1)
    const shown = await open(bureau, first)
    expect(shown.importSession).not.toBeNull()
    expect(shown.counts['added']).toBeGreaterThan(0)
    const taken = await bureau.call('exchange.accept', {
      session: shown.session,
      trustSigner: true,
      acceptUnsigned: true,
    })
    expect(taken.batchId).not.toBeNull()
    const rows = await bureau.call('assignments.list', { year: 2022, stream: null })
    expect(rows).toHaveLength(shown.counts['added'] ?? 0)
    expect(rows[0]?.source).toMatchObject({ batchId: taken.batchId, file: '任务分解表.xlsx' })
    // The row that a number came from opens, so the workbook was kept.
    const source = await bureau.call('tables.source', { batchId: taken.batchId ?? '', row: rows[0]?.source.row ?? 0 })
    expect(source).toBeTruthy()
    const next = await open(bureau, await aTable(office, 'assignments/dongli-2022-audit-bureau-rev2.xlsx', 2))
    expect(next.counts).toMatchObject({ updated: expect.any(Number) as number, rejected: 0 })
    expect(next.changes.some(({ from, to }) => from !== '' && to !== '' && from !== to)).toBe(true)
    const again = await bureau.call('exchange.accept', {
      session: next.session,
      trustSigner: false,
      acceptUnsigned: false,
    })
    await bureau.call('tables.undo', { batchId: again.batchId ?? '', keepEdited: true })
    await bureau.call('tables.undo', { batchId: taken.batchId ?? '', keepEdited: true })
    expect(await bureau.call('assignments.list', { year: 2022, stream: null })).toEqual([])
  })

  test('密钥文件: trusted after the person compared it, as district', async () => {
    const [bureau, office] = [await aBureau(), await anOffice()]
    const key = await fromOffice(office, 'identity', {}, { to: null, year: null })
    expect((await refused(bureau, key)).code).toBe('signerUnknown')
    await accept(bureau, key)
    expect(await bureau.call('exchange.trusts', {})).toMatchObject([{ unit: '东丽区合作交流办', role: 'district' }])
    expect((await open(bureau, await aCalendar(office))).remarks).toEqual([])
  })
})
