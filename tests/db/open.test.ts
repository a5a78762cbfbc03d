import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lead } from '../../db/schema/investment'
import { isOnNetworkShare } from '../../db/location'
import { migrations } from '../../db/migrations'
import { openStore, storeFile } from '../../db/open'
import { aFolder, aStore, filesBelow, leadValues, openOptions, reopened, sha256Of, writing } from '../builders'

async function refusal(folder: string, create = false) {
  const opened = await openStore(openOptions(folder, { create }))
  if (opened.ok) {
    opened.value.close()
    throw new Error('opened')
  }
  return opened.error
}

async function aClosedStore(): Promise<string> {
  const folder = aFolder()
  const store = await aStore(folder)
  writing(store, (db) => {
    for (let index = 0; index < 200; index += 1)
      db.insert(lead)
        .values(leadValues(`lead-${index}`, { remark: '备注'.repeat(50) }))
        .run()
  })
  store.close()
  return folder
}

/** Changes a closed store with a tool of one's own, as a newer program or another one would have made it. */
function withTool(folder: string, work: (connection: Database.Database) => void): void {
  const connection = new Database(storeFile(folder))
  work(connection)
  connection.close()
}

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, bytes, 0, bytes.length, at)
  closeSync(descriptor)
}

describe('making and finding a store', () => {
  it('makes a store with its identity, version and pragmas', async () => {
    const store = await aStore()
    const pragma = (name: string): unknown => store.connection.pragma(name, { simple: true })
    expect(pragma('application_id')).toBe(0x53_5a_54_5a)
    expect(pragma('user_version')).toBe(migrations.length)
    expect(store.schemaVersion).toBe(migrations.length)
    // Reliability 0.1: WAL alone compiles to NORMAL, which loses saves in a power cut.
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('locking_mode')).toBe('exclusive')
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('trusted_schema')).toBe(0)
    expect(pragma('cell_size_check')).toBe(1)
    expect(pragma('temp_store')).toBe(2)
  })

  it('refuses to make one where one exists, and leaves that one alone', async () => {
    const folder = await aClosedStore()
    const before = sha256Of(storeFile(folder))
    expect((await refusal(folder, true)).code).toBe('alreadyInitialised')
    expect(sha256Of(storeFile(folder))).toBe(before)
    expect((await reopened(folder)).connection.prepare('SELECT count(*) FROM lead').pluck().get()).toBe(200)
  })

  it('row 19: a missing store is said and never created', async () => {
    const folder = path.join(aFolder(), 'nothing')
    expect(await refusal(folder)).toEqual({ code: 'storeMissing', params: { folder } })
    expect(existsSync(folder)).toBe(false)
  })

  it('a first start that was cut short leaves nothing in the way of the next one', async () => {
    const folder = aFolder()
    const cut = new Database(storeFile(folder))
    cut.pragma('journal_mode = WAL')
    cut.close()
    expect((await refusal(folder)).code).toBe('storeMissing')
    await aStore(folder)
  })

  it('writes who holds it into the folder while it is open', async () => {
    const folder = aFolder()
    const store = await aStore(folder, { holder: '招商组组长' })
    expect(JSON.parse(readFileSync(path.join(folder, 'lock'), 'utf8'))).toMatchObject({
      holder: '招商组组长',
      since: '2022-06-30T09:30:00+08:00',
    })
    store.close()
    expect(filesBelow(folder)).toEqual(['ledger.db'])
  })
})

describe('files that are refused as they are', () => {
  it('row 20: a newer store is refused with both versions and not one byte is changed', async () => {
    const folder = await aClosedStore()
    withTool(folder, (connection) => connection.pragma(`user_version = ${migrations.length + 1}`))
    const before = readFileSync(storeFile(folder))
    expect(await refusal(folder)).toEqual({
      code: 'storeNewer',
      params: { found: migrations.length + 1, known: migrations.length, app: '' },
    })
    expect(readFileSync(storeFile(folder)).equals(before)).toBe(true)
    expect(filesBelow(folder)).toEqual(['ledger.db'])
  })

  it('a database of another program is refused and stays in its own journal mode', async () => {
    const folder = aFolder()
    withTool(folder, (connection) => connection.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)'))
    const before = readFileSync(storeFile(folder))
    expect((await refusal(folder)).code).toBe('storeNotOurs')
    expect((await refusal(folder, true)).code).toBe('alreadyInitialised')
    expect(readFileSync(storeFile(folder)).equals(before)).toBe(true)
  })

  it('row 15: a destroyed header is damage, not a new store', async () => {
    const folder = await aClosedStore()
    overwrite(storeFile(folder), 0, new Uint8Array(100))
    const before = sha256Of(storeFile(folder))
    expect((await refusal(folder)).code).toBe('storeDamaged')
    expect((await refusal(folder, true)).code).toBe('storeDamaged')
    expect(sha256Of(storeFile(folder))).toBe(before)
  })

  it.each([
    ['a page of zeros', (file: string) => overwrite(file, 4096 * 3, new Uint8Array(4096))],
    ['a page of garbage', (file: string) => overwrite(file, 4096 * 5, new Uint8Array(4096).fill(0xa7))],
    ['the end cut off', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096 + 100)],
  ])(
    'row 16: %s is found at the start after an unclean end, each time, and nothing is repaired away',
    async (_name, damage) => {
      const folder = await aClosedStore()
      writeFileSync(path.join(folder, 'lock'), '{}')
      damage(storeFile(folder))
      const before = sha256Of(storeFile(folder))
      expect((await refusal(folder)).code).toBe('storeDamaged')
      expect((await refusal(folder)).code).toBe('storeDamaged')
      expect(sha256Of(storeFile(folder))).toBe(before)
    },
  )

  it('row 16: a write-ahead log that was left behind counts as an unclean end, and goes on counting', async () => {
    const folder = await aClosedStore()
    writeFileSync(`${storeFile(folder)}-wal`, new Uint8Array(32))
    overwrite(storeFile(folder), 4096 * 3, new Uint8Array(4096))
    expect((await refusal(folder)).code).toBe('storeDamaged')
    expect((await refusal(folder)).code).toBe('storeDamaged')
  })

  it('row 16: a store whose end is cut off is refused after a clean end too', async () => {
    const folder = await aClosedStore()
    const file = storeFile(folder)
    truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096 + 100)
    expect((await refusal(folder)).code).toBe('storeDamaged')
  })

  it('row 16: a page that went bad after a clean end is found by the check', async () => {
    const folder = await aClosedStore()
    const tool = new Database(storeFile(folder))
    const page = Number(tool.prepare("SELECT max(pageno) FROM dbstat WHERE name = 'lead'").pluck().get())
    tool.close()
    overwrite(storeFile(folder), 4096 * (page - 1), new Uint8Array(4096).fill(0xa7))
    const store = await reopened(folder)
    expect(store.connection.pragma('integrity_check(1)', { simple: true })).not.toBe('ok')
  })

  it('a text file in place of the store is damage', async () => {
    const folder = aFolder()
    writeFileSync(storeFile(folder), '这不是数据库。'.repeat(200))
    expect((await refusal(folder)).code).toBe('storeDamaged')
  })
})

describe('places that are refused', () => {
  it('row 9: a folder that cannot be made is named', async () => {
    const file = path.join(aFolder(), 'a-file')
    writeFileSync(file, '')
    const refused = await refusal(path.join(file, 'data'), true)
    expect(refused.code).toBe('folderNotWritable')
    expect(refused.params['folder']).toBe(path.join(file, 'data'))
  })

  it('a folder under the name of the store is refused', async () => {
    const folder = aFolder()
    mkdirSync(storeFile(folder))
    expect((await refusal(folder)).code).toBe('folderNotWritable')
  })

  it.each([
    ['\\\\server\\share\\台账', true],
    ['//server/share/台账', true],
    ['\\\\?\\UNC\\server\\share', true],
    ['//?/unc/server/share', true],
    ['\\\\?\\C:\\台账', false],
    ['C:\\Users\\值班员\\台账', false],
    ['/var/lib/sizhua/not/there', false],
    [aTemporaryPath(), false],
  ])('row 14: %s on a share: %s', (folder, isShare) => {
    expect(isOnNetworkShare(folder)).toBe(isShare)
  })

  it('row 14: a share is refused before anything is made there', async () => {
    expect(await refusal('\\\\server\\share', true)).toEqual({
      code: 'storeOnNetworkShare',
      params: { folder: '\\\\server\\share' },
    })
  })
})

function aTemporaryPath(): string {
  return path.join(path.dirname(import.meta.dirname), 'not-there')
}

describe('row 11–13: one holder at a time', () => {
  it('another process is told who holds the store, and kill -9 of the holder frees it', async () => {
    const folder = await aClosedStore()
    const holder = spawn(process.execPath, ['-e', holdingScript(storeFile(folder), path.join(folder, 'lock'))], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: path.resolve(import.meta.dirname, '../..'),
    })
    try {
      await new Promise((resolve) => holder.stdout.once('data', resolve))
      expect(await refusal(folder)).toEqual({
        code: 'storeLocked',
        params: { holder: '二楼的同事', since: '2022-06-30 08:00' },
      })
      expect((await refusal(folder, true)).code).toBe('storeLocked')
    } finally {
      const ended = new Promise((resolve) => holder.once('exit', resolve))
      holder.kill('SIGKILL')
      await ended
    }
    expect((await reopened(folder)).connection.prepare('SELECT count(*) FROM lead').pluck().get()).toBe(200)
  }, 20_000)

  it('the same process cannot open it twice either; a damaged lock note only makes the text shorter', async () => {
    const folder = aFolder()
    await aStore(folder)
    writeFileSync(path.join(folder, 'lock'), '{"holder":')
    expect(await refusal(folder)).toEqual({ code: 'storeLocked', params: { holder: '-', since: '-' } })
  }, 10_000)
})

function holdingScript(file: string, note: string): string {
  return `
    const Database = require('better-sqlite3')
    const connection = new Database(${JSON.stringify(file)})
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.exec('BEGIN EXCLUSIVE; COMMIT')
    require('node:fs').writeFileSync(${JSON.stringify(note)}, JSON.stringify({ holder: '二楼的同事', since: '2022-06-30T08:00:00+08:00' }))
    console.log('held')
    setInterval(() => {}, 1000)`
}
