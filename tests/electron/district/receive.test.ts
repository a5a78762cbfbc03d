import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isKept } from '../../../electron/core/attachment-store'
import { aFolder, dumpOf, refusalOf, sha256Of, type Service } from '../../builders'
import { anOffice, aSender, aTextLine, drop } from './bureaus'

function dump(office: Service) {
  return dumpOf(office.store().connection)
}

function originals(office: Service): string[] {
  return readdirSync(path.join(office.folder, 'attachments'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}

async function inboxRow(office: Service, unit: string) {
  const inbox = await office.call('district.inbox', { period: '2022Q3' })
  const row = inbox.rows.find((each) => each.unit === unit)
  if (!row) throw new Error(`no row ${unit}`)
  return row
}

// product.md M1: recognised by content; kept with its original; one entry that can be undone.
test('a package is taken over whatever its file is called, kept, and undone as one', async () => {
  const office = await anOffice(['示例区审计局', '示例区商务局'])
  const [audit, commerce] = [await aSender('示例区审计局'), await aSender('示例区商务局')]
  const before = dump(office)
  const files = [
    { fileName: 'IMG_0001.jpg', bytes: (await audit.send()).bytes },
    { fileName: '说明.docx', bytes: (await commerce.send({ payload: { preparedOn: '2022-09-27' as never } })).bytes },
  ]
  const result = await drop(office, files)
  expect(result).toMatchObject({ taken: 2, unknownSigners: [] })
  expect(result.files.map(({ fileName, outcome, unit, edition }) => [fileName, outcome, unit, edition])).toEqual([
    ['IMG_0001.jpg', 'taken', '示例区审计局', 1],
    ['说明.docx', 'taken', '示例区商务局', 1],
  ])
  expect(await inboxRow(office, '示例区审计局')).toMatchObject({
    cell: { state: 'onTime', edition: 1, receivedOn: '2022-09-22', source: 'package' },
    fileName: 'IMG_0001.jpg',
    checkCode: '4827-1936',
    signature: 'trusted',
    lines: 2,
  })
  expect(await inboxRow(office, '示例区商务局')).toMatchObject({ cell: { state: 'late', lateDays: 2 } })
  expect(originals(office)).toHaveLength(2)

  await office.call('core.undoLast', {})
  expect(dump(office)).toEqual(before)
  expect((await drop(office, files)).taken).toBe(2)
})

test('the same files again change nothing and are named the same', async () => {
  const office = await anOffice(['示例区审计局'])
  const sender = await aSender('示例区审计局')
  const { bytes } = await sender.send()
  await drop(office, [{ fileName: 'a.zip', bytes }])
  const before = dump(office)
  const again = await drop(office, [
    { fileName: 'b.zip', bytes },
    { fileName: 'c.zip', bytes },
  ])
  expect(again.files.map(({ outcome, code }) => [outcome, code])).toEqual([
    ['same', 'packageAlreadyTaken'],
    ['same', 'packageAlreadyTaken'],
  ])
  expect(dump(office)).toEqual(before)
})

test('of two editions in one drop the newest counts, from the day of the first; an older one later is 旧版', async () => {
  const office = await anOffice(['示例区审计局'])
  const sender = await aSender('示例区审计局')
  const first = await sender.send()
  const second = await sender.send({
    draft: { edition: 2 },
    payload: { preparedOn: '2022-09-27' as never, lines: [aTextLine(7)] },
  })
  const third = await sender.send({ draft: { edition: 3 }, payload: { preparedOn: '2022-09-28' as never } })
  const result = await drop(office, [
    { fileName: '新.zip', bytes: second.bytes },
    { fileName: '旧.zip', bytes: first.bytes },
  ])
  expect(result.files.map(({ fileName, outcome, edition }) => [fileName, outcome, edition])).toEqual([
    ['新.zip', 'taken', 2],
    ['旧.zip', 'stale', 1],
  ])
  expect(result.files[1]?.text).toContain('旧版')
  expect(await inboxRow(office, '示例区审计局')).toMatchObject({ lines: 1, cell: { state: 'onTime', edition: 2 } })
  const older = await drop(office, [{ fileName: '旧.zip', bytes: first.bytes }])
  expect(older.files).toMatchObject([{ outcome: 'stale', code: 'packageStale', unit: '示例区审计局' }])
  await drop(office, [{ fileName: '更新.zip', bytes: third.bytes }])
  expect(await inboxRow(office, '示例区审计局')).toMatchObject({ lines: 2, cell: { state: 'onTime', edition: 3 } })
})

// Issue 5, item 3: each has its text and changes nothing.
test('what cannot be taken is named with its reason, keeps no file and changes nothing', async () => {
  const office = await anOffice(['示例区审计局'])
  const sender = await aSender('示例区审计局')
  const stranger = await aSender('示例区统计局')
  const whole = Buffer.from((await sender.send()).bytes)
  const altered = Buffer.from(whole)
  altered[Math.floor(whole.length / 3)] = (altered[Math.floor(whole.length / 3)] ?? 0) ^ 1
  const files = [
    { fileName: '截断.zip', bytes: whole.subarray(0, whole.length - 400), code: 'packageBroken' },
    { fileName: '改动.zip', bytes: altered, code: 'packageBroken' },
    { fileName: '别的单位.zip', bytes: (await stranger.send()).bytes, code: 'unitUnknown' },
    {
      fileName: '别的期间.zip',
      bytes: (await sender.send({ draft: { period: '2022Q2' } })).bytes,
      code: 'packageWrongPeriod',
    },
    {
      fileName: '发给别人.zip',
      bytes: (await sender.send({ draft: { to: '另一区考核办' } })).bytes,
      code: 'packageWrongUnit',
    },
    {
      fileName: '回执.zip',
      bytes: (await sender.send({ draft: { kind: 'receipt' } })).bytes,
      code: 'packageKindNotHere',
    },
    { fileName: '别的年度.zip', bytes: (await sender.send({ draft: { year: 2021 } })).bytes, code: 'packageWrongYear' },
    {
      fileName: '内容不对.zip',
      bytes: (await sender.send({ draft: { payload: { lines: 3 } } })).bytes,
      code: 'packageBroken',
    },
    {
      fileName: '期间两样.zip',
      bytes: (await sender.send({ payload: { period: '2022Q2' } })).bytes,
      code: 'packageBroken',
    },
    { fileName: '照片.jpg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), code: 'packageNotOurs' },
    { fileName: '说明.txt', bytes: Buffer.from('请查收，甲、乙\n1,2\n3,4\n'), code: 'packageNotOurs' },
    { fileName: '空.zip', bytes: Buffer.alloc(0), code: 'packageNotOurs' },
  ]
  // The sender is known; only what is asked here must speak against a file.
  await drop(office, [{ fileName: '先.zip', bytes: (await sender.send({ draft: { period: '2022Q1' } })).bytes }], {
    period: '2022Q1',
  })
  const before = dump(office)
  const kept = originals(office)
  const result = await drop(office, files, { trustNew: false })
  const codes = Object.fromEntries(result.files.map(({ fileName, code }) => [fileName, code]))
  expect(codes).toEqual({
    ...Object.fromEntries(files.map(({ fileName, code }) => [fileName, code])),
    '别的单位.zip': 'signerUnknown',
  })
  for (const { text, outcome } of result.files) {
    expect(text).toMatch(/没有(?:导入|接收|改动)/)
    expect(['rejected', 'other']).toContain(outcome)
  }
  expect(result.files.filter(({ outcome }) => outcome === 'other').map(({ fileName }) => fileName)).toEqual([
    '照片.jpg',
    '说明.txt',
    '空.zip',
  ])
  expect(dump(office)).toEqual(before)
  expect(originals(office)).toEqual(kept)
})

test('a signer seen for the first time is named with the fingerprint, and trusted only when that is said', async () => {
  const office = await anOffice(['示例区审计局'])
  const [known, added] = [await aSender('示例区审计局'), await aSender('示例区统计局')]
  const files = [
    { fileName: 'a.zip', bytes: (await known.send()).bytes },
    { fileName: 'b.zip', bytes: (await added.send()).bytes },
  ]
  const asked = await drop(office, files, { trustNew: false })
  expect(asked.taken).toBe(0)
  expect(asked.files.map(({ code }) => code)).toEqual(['signerUnknown', 'signerUnknown'])
  expect(asked.unknownSigners.map(({ unit, fileName }) => [unit, fileName])).toEqual([
    ['示例区审计局', 'a.zip'],
    ['示例区统计局', 'b.zip'],
  ])
  const identity = await known.call('exchange.identity', {})
  expect(asked.unknownSigners[0]?.digits).toBe(identity.fingerprint.digits)
  expect(asked.files[0]?.text).toContain(identity.fingerprint.digits)

  const taken = await drop(office, files)
  expect(taken.taken).toBe(2)
  expect(taken.files[1]?.text).toMatch(/单位名册里原来没有，已加入（第二类/)
  const units = await office.call('district.units', {})
  expect(units.map(({ name, category }) => [name, category])).toEqual([
    ['示例区统计局', 2],
    ['示例区审计局', 3],
  ])
  const next = await known.send({ draft: { edition: 2 } })
  expect((await drop(office, [{ fileName: 'c.zip', bytes: next.bytes }], { trustNew: false })).taken).toBe(1)
})

test('another key for a unit that has one is warned of and never trusted along with the others', async () => {
  const office = await anOffice(['示例区审计局'])
  const [sender, other] = [await aSender('示例区审计局'), await aSender('示例区审计局')]
  await drop(office, [{ fileName: 'a.zip', bytes: (await sender.send()).bytes }])
  const before = dump(office)
  const second = await other.send({ draft: { edition: 2 } })
  const result = await drop(office, [{ fileName: 'b.zip', bytes: second.bytes }])
  expect(result.files).toMatchObject([{ outcome: 'rejected', code: 'signerChanged' }])
  expect(result.files[0]?.text).toContain('换了密钥')
  expect(dump(office)).toEqual(before)
})

test('a unit that the list does not know, of a known signer, is named', async () => {
  const office = await anOffice(['示例区审计局'])
  const sender = await aSender('示例区审计局')
  await drop(office, [{ fileName: 'a.zip', bytes: (await sender.send()).bytes }])
  const [unit] = await office.call('district.units', {})
  if (!unit) throw new Error('no unit')
  await office.call('district.saveUnit', { id: unit.id, fields: { ...unit, name: '示例区档案馆', aliases: [] } })
  const next = await sender.send({ draft: { edition: 2 } })
  const result = await drop(office, [{ fileName: 'b.zip', bytes: next.bytes }], { trustNew: false })
  expect(result.files).toMatchObject([{ outcome: 'rejected', code: 'unitUnknown', unit: '示例区审计局' }])
})

// product.md M8.
test('本期无新增 counts as 已报 and asks for nothing', async () => {
  const office = await anOffice(['示例区审计局'])
  const sender = await aSender('示例区审计局')
  const nil = ['investment', 'projects', 'environment', 'revenue'] as const
  const { bytes } = await sender.send({ payload: { nil: [...nil], lines: [] } })
  const result = await drop(office, [{ fileName: 'a.zip', bytes }])
  expect(result.files[0]?.text).toContain('本期无新增')
  expect(await inboxRow(office, '示例区审计局')).toMatchObject({
    isNil: true,
    lines: 0,
    cell: { state: 'onTime', openChecks: 0 },
  })
})

test('objections come with the summary, once', async () => {
  const office = await anOffice(['示例区审计局'])
  const sender = await aSender('示例区审计局')
  const objections = [{ id: 'objection-1', lineKey: 'brief/m7', text: '这一篇已采用。' }]
  await drop(office, [{ fileName: 'a.zip', bytes: (await sender.send({ payload: { objections } })).bytes }])
  const again = await sender.send({ draft: { edition: 2 }, payload: { objections } })
  await drop(office, [{ fileName: 'b.zip', bytes: again.bytes }])
  expect(await office.call('district.objections', { period: '2022Q3' })).toMatchObject([
    { id: 'objection-1', unit: '示例区审计局', lineKey: 'brief/m7', text: '这一篇已采用。' },
  ])
})

// Issue 5, item 3: a wrong clock.
test('a day of filling in that cannot be is not believed', async () => {
  const office = await anOffice(['示例区审计局', '示例区商务局'])
  const [ahead, behind] = [await aSender('示例区审计局'), await aSender('示例区商务局')]
  const result = await drop(office, [
    { fileName: 'a.zip', bytes: (await ahead.send({ payload: { preparedOn: '2031-01-01' as never } })).bytes },
    { fileName: 'b.zip', bytes: (await behind.send({ payload: { preparedOn: '2010-01-01' as never } })).bytes },
  ])
  expect(result.files.every(({ text }) => text.includes('电脑的日期可能不对'))).toBe(true)
  const inbox = await office.call('district.inbox', { period: '2022Q3' })
  expect(inbox.rows.map(({ cell }) => [cell.receivedOn, cell.state])).toEqual([
    ['2022-09-28', 'late'],
    ['2022-09-28', 'late'],
  ])
})

test('a locked period takes nothing more', async () => {
  const office = await anOffice(['示例区审计局'])
  const sender = await aSender('示例区审计局')
  await office.call('district.lock', { period: '2022Q3' })
  const { bytes } = await sender.send()
  const dropped = drop(office, [{ fileName: 'a.zip', bytes }])
  expect(await refusalOf(dropped)).toMatchObject({ code: 'periodLocked' })
})

// M6: objections have their time after 试公布, when the period is locked.
test('a locked period takes new objections alone; what counts stays, and the same file brings nothing twice', async () => {
  const office = await anOffice(['示例区审计局'])
  const sender = await aSender('示例区审计局')
  await drop(office, [{ fileName: 'v1.zip', bytes: (await sender.send()).bytes }])
  await office.call('district.lock', { period: '2022Q3' })
  const objections = [{ id: 'o1', lineKey: null, text: '名次有误' }]
  const { bytes } = await sender.send({ draft: { edition: 2 }, payload: { objections, lines: [aTextLine(7)] } })
  const dropped = await drop(office, [{ fileName: 'v2.zip', bytes }])
  expect(dropped).toMatchObject({ taken: 1, files: [{ outcome: 'taken', edition: null }] })
  expect(dropped.files[0]?.text).toContain('只收下异议1条')
  expect(await office.call('district.objections', { period: '2022Q3' })).toMatchObject([{ id: 'o1', text: '名次有误' }])
  const [row] = (await office.call('district.inbox', { period: '2022Q3' })).rows
  expect(row).toMatchObject({ lines: 2, cell: { edition: 1 } })
  expect(await refusalOf(drop(office, [{ fileName: 'v2.zip', bytes }]))).toMatchObject({ code: 'periodLocked' })
  await office.call('district.reopen', { period: '2022Q3', reason: '更正' })
  expect(await drop(office, [{ fileName: 'v2.zip', bytes }])).toMatchObject({ taken: 1, files: [{ edition: 2 }] })
})

test('a drop that is not there any more is said; a new one takes the place of the one before', async () => {
  const office = await anOffice(['示例区审计局'])
  const bytes = new Uint8Array([1])
  const { session } = await office.call('district.stage', { session: null, fileName: 'a', bytes })
  await office.call('district.stage', { session: null, fileName: 'b', bytes })
  const late = office.call('district.stage', { session, fileName: 'c', bytes })
  expect(await refusalOf(late)).toMatchObject({ code: 'inboxExpired' })
  const received = office.call('district.receive', { session, period: '2022Q3', trustNew: false })
  expect(await refusalOf(received)).toMatchObject({ code: 'inboxExpired' })
})

// Issue 5, item 3: a stick pulled out while it is read.
test('a file that cannot be read any more is named, and the others are taken', async () => {
  const office = await anOffice(['示例区审计局', '示例区商务局'])
  const [audit, commerce] = [await aSender('示例区审计局'), await aSender('示例区商务局')]
  const first = new Uint8Array((await audit.send()).bytes)
  const { session } = await office.call('district.stage', { session: null, fileName: 'a.zip', bytes: first })
  const bytes = new Uint8Array((await commerce.send()).bytes)
  await office.call('district.stage', { session, fileName: 'b.zip', bytes })
  rmSync(path.join(office.folder, 'staging', session, '1'))
  const result = await office.call('district.receive', { session, period: '2022Q3', trustNew: true })
  expect(result.files.map(({ fileName, outcome, code }) => [fileName, outcome, code])).toEqual([
    ['a.zip', 'rejected', 'fileNotReadable'],
    ['b.zip', 'taken', ''],
  ])
  expect(result.files[0]?.text).toContain('U盘已拔出')
  expect(await inboxRow(office, '示例区审计局')).toMatchObject({ cell: { state: 'missing' } })
})

test('a folder is read one level deep, without what programs leave in it', async () => {
  const office = await anOffice(['示例区审计局', '示例区商务局'])
  const [audit, commerce] = [await aSender('示例区审计局'), await aSender('示例区商务局')]
  const folder = aFolder()
  for (const inner of ['审计', '审计/更深', '.隐藏']) mkdirSync(path.join(folder, inner))
  const bytes = (await audit.send()).bytes
  writeFileSync(path.join(folder, '审计', 'a.zip'), bytes)
  writeFileSync(path.join(folder, '审计', '更深', 'b.zip'), bytes)
  for (const name of ['~$填报表.xlsx', 'Thumbs.db', 'desktop.ini', '.DS_Store', '下载.crdownload', '.隐藏/c.zip'])
    writeFileSync(path.join(folder, name), bytes)
  // A link may point anywhere.
  symlinkSync(path.join(folder, '不在'), path.join(folder, '审计', '链接.zip'))
  writeFileSync(path.join(folder, 'z.zip'), (await commerce.send()).bytes)
  office.context.grants.set('folder', folder)
  const result = await office.call('district.receiveFolder', { folder: 'folder', period: '2022Q3', trustNew: true })
  expect(result.files.map(({ fileName, outcome }) => [fileName.replaceAll('\\', '/'), outcome])).toEqual([
    ['z.zip', 'taken'],
    ['审计/a.zip', 'taken'],
  ])
  const digest = sha256Of(path.join(folder, 'z.zip'))
  expect(isKept(office.folder, digest)).toBe(true)
})

test('a bureau receives nothing', async () => {
  const bureau = await aSender('示例区审计局')
  const bytes = new Uint8Array([1])
  expect(await refusalOf(bureau.call('district.stage', { session: null, fileName: 'a', bytes }))).toMatchObject({
    code: 'notDistrict',
  })
})
