import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { writePackage } from '../../electron/exchange/package-file'
import { keyPairOf, sign } from '../../electron/exchange/signing'
import { writeZip } from '../../electron/exchange/write-zip'
import { closedDesk, given, openDesk, type Desk } from './desk'
import { errandDay, errandOf, publisherName, updateName, type Place } from './errands'

const office = { name: '东丽区考核办', aliases: [], category: 3 as const, mode: 'district' as const, year: 2022 }

async function initialised(folder: string, bureau: typeof office | null = null): Promise<Desk> {
  const desk = closedDesk(folder, errandDay)
  if (bureau === null) given(await errandOf('init').run(desk, { data: folder, out: folder, assets: folder }))
  else given(await desk.call('settings.initialise', { bureau, groups: [], withSample: false }))
  return desk
}

/** A calendar as the district sends it. */
async function writeCalendar(work: string, assets: string): Promise<void> {
  const desk = await initialised(path.join(work, 'office'), office)
  const years = [{ year: 2023, source: '文号', off: ['2023-01-01', '2023-01-02'], makeUp: ['2023-01-28'] }]
  const about = { kind: 'calendar' as const, to: null, period: null, year: null, edition: 1, checkCode: '' }
  const draft = { ...about, counts: {}, ruleSet: null, payload: { years }, files: [], attachments: [] }
  const written = given(await writePackage(desk.context, desk.store(), draft, { passphrase: null }))
  writeFileSync(path.join(assets, 'calendar.zip'), written.bytes)
  desk.close()
}

/** A small ledger: a few leads, people, a visit, an attachment, keys. */
async function fillLedger(desk: Desk): Promise<void> {
  for (let index = 0; index < 40; index += 1) {
    const fields = {
      title: `检测平台${index}`,
      investorName: `示例科技${index}公司`,
      filedOn: desk.context.today(),
      contact: '联系人甲',
      remark: '有意向'.repeat(10),
      proposedClass: 'outOfCity' as const,
    }
    given(await desk.call('investment.save', { id: null, fields, allowDuplicate: true, expectedUpdatedAt: null }))
  }
  given(await desk.call('exchange.identity', {}))
  const recordId = desk.store().connection.prepare<[], string>('SELECT id FROM lead LIMIT 1').pluck().get() ?? ''
  const bytes = new Uint8Array(200_000).fill(67)
  given(await desk.call('attachments.add', { room: 'investment', recordId, fileName: '证明.pdf', bytes }))
}

/** An update package of a publisher of our own; nothing runs what is in it. */
async function writeUpdate(assets: string): Promise<void> {
  const publisher = await keyPairOf('ed25519-sha256', Buffer.alloc(32, 7))
  const installer = Buffer.alloc(200_000, 'installer')
  const name = 'sizhua_0.2.0_amd64.deb'
  const manifest = {
    format: 'sizhua-update',
    version: { major: 1, minor: 0 },
    program: '0.2.0',
    platform: process.platform,
    arch: process.arch,
    minimum: '0.1.0',
    schemaVersion: 99,
    notes: '修正打印时的页边距。',
    installer: name,
    files: [{ path: name, size: installer.length, sha256: createHash('sha256').update(installer).digest('hex') }],
  }
  const raw = Buffer.from(JSON.stringify(manifest))
  const signature = await sign(publisher, Buffer.concat([Buffer.from('sizhua-update-v1\0'), raw]))
  const bytes = await writeZip([
    { path: 'update.json', bytes: raw, isPacked: true },
    { path: 'update.sig', bytes: Buffer.from(signature, 'latin1'), isPacked: false },
    { path: name, bytes: installer, isPacked: false },
  ])
  writeFileSync(path.join(assets, updateName), bytes)
  writeFileSync(path.join(assets, publisherName), publisher.publicKey)
}

/** A ledger as the first version of the program left it. */
function writeOld(data: string): void {
  writeFileSync(path.join(data, 'ledger.db'), gunzipSync(readFileSync('tests/fixtures/stores/v1.db.gz')))
}

/** A ledger with a backup and with saves after it. */
async function makeRestorable(ledger: string, target: string): Promise<void> {
  const data = path.join(target, 'data')
  cpSync(path.join(ledger, 'data'), data, { recursive: true })
  const desk = closedDesk(data, errandDay)
  const failure = await openDesk(desk)
  if (failure) throw new Error(failure.code)
  given(await desk.call('backup.create', {}))
  const fields = { title: '备份以后的线索', investorName: '备份以后的公司' }
  given(await desk.call('investment.save', { id: null, fields, allowDuplicate: true, expectedUpdatedAt: null }))
  desk.close()
}

export interface Templates {
  readonly assets: string
  readonly of: (name: string) => string
}

/** The folders that errands start from, each with `data` and `out`. */
export async function makeTemplates(work: string): Promise<Templates> {
  const assets = path.join(work, 'assets')
  const of = (name: string): string => path.join(work, 'templates', name)
  for (const name of ['nothing', 'ledger', 'killed', 'old', 'restorable'])
    for (const part of ['data', 'out']) mkdirSync(path.join(of(name), part), { recursive: true })
  mkdirSync(assets, { recursive: true })
  await writeCalendar(work, assets)
  await writeUpdate(assets)
  writeOld(path.join(of('old'), 'data'))
  const desk = await initialised(path.join(of('ledger'), 'data'))
  await fillLedger(desk)
  desk.close()
  await makeRestorable(of('ledger'), of('restorable'))
  await makeKilled(of('ledger'), of('killed'), path.join(work, 'open'))
  return { assets, of }
}

/** What a program leaves that was killed in the middle of its work: a log that is not written back, a note, copies of files. */
async function makeKilled(ledger: string, target: string, work: string): Promise<void> {
  cpSync(path.join(ledger, 'data'), work, { recursive: true })
  const desk = closedDesk(work, errandDay)
  const failure = await openDesk(desk)
  if (failure) throw new Error(failure.code)
  const place: Place = { data: work, out: work, assets: work }
  given(await errandOf('edit').run(desk, place))
  cpSync(work, path.join(target, 'data'), { recursive: true })
  desk.close()
  rmSync(work, { recursive: true })
}
