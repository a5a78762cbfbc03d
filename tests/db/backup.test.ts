import Database from 'better-sqlite3'
import { like } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../db/access'
import { backUp, checkFreshCopy, type BackupOrder } from '../../db/backup'
import { differenceFrom, inspectCopy, journalHead } from '../../db/backup-check'
import { backupsFolder, listBackups, readSide } from '../../db/backup-files'
import { attachment } from '../../db/schema/attachments'
import { lead } from '../../db/schema/investment'
import { aFolder, anIntent, aStore, codeOf, dumpOf, leadValues, valueOf, writing } from '../builders'

const at = '2022-06-30T09:30:00.000+08:00'

function order(store: Store, folder: string, more: Partial<BackupOrder> = {}): BackupOrder {
  return { connection: store.connection, dataFolder: folder, reason: 'manual', at, appVersion: '1.2.3', ...more }
}

async function aFilledStore(leads = 3): Promise<{ readonly store: Store; readonly folder: string }> {
  const folder = aFolder()
  const store = await aStore(folder)
  addLeads(store, 'first', leads)
  return { store, folder }
}

function addLeads(store: Store, name: string, count: number, remark = ''): void {
  writing(store, (db) => {
    for (let index = 0; index < count; index += 1)
      db.insert(lead)
        .values(leadValues(`${name}-${index}`, { remark }))
        .run()
  })
}

function dumpOfFile(file: string): ReturnType<typeof dumpOf> {
  const copy = new Database(file, { readonly: true })
  try {
    return dumpOf(copy)
  } finally {
    copy.close()
  }
}

function namesIn(folder: string): string[] {
  return readdirSync(backupsFolder(folder)).toSorted()
}

describe('a backup', () => {
  it('is one plain file that holds what the store held, with its side file', async () => {
    const { store, folder } = await aFilledStore()
    const taken = valueOf(await backUp(order(store, folder)))
    expect(namesIn(folder)).toEqual(['000001-manual.db', '000001-manual.json'])
    expect(dumpOfFile(taken.file)).toEqual(dumpOf(store.connection))
    const side = await readSide(taken.file)
    const bytes = readFileSync(taken.file)
    expect(side).toEqual({
      format: 1,
      number: 1,
      reason: 'manual',
      at,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      schemaVersion: store.schemaVersion,
      appVersion: '1.2.3',
      bureau: '',
      journal: journalHead(store.connection),
      counts: expect.objectContaining({ lead: 3, journal_entry: 1, journal_change: 3 }) as unknown,
      attachments: { count: 0, missing: 0, sha256: createHash('sha256').update('').digest('hex') },
    })
    expect(side?.journal.entries).toBe(1)
    const copy = new Database(taken.file, { readonly: true })
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete')
    copy.close()
  })

  it('counts the attachments that the records refer to, each once, and those whose file is not there', async () => {
    const { store, folder } = await aFilledStore()
    const row = { room: 'investment', recordId: 'first-0', fileName: 'a.pdf', size: 1, addedAt: at, addedBy: '' }
    const there = 'ab'.repeat(32)
    mkdirSync(path.join(folder, 'attachments/ab'), { recursive: true })
    writeFileSync(path.join(folder, 'attachments/ab', there), '')
    writing(store, (db) => {
      for (const [id, sha256] of [
        ['1', there],
        ['2', there],
        ['3', 'cd'.repeat(32)],
      ] as const)
        db.insert(attachment)
          .values({ ...row, id, sha256, isSample: false })
          .run()
    })
    const taken = valueOf(await backUp(order(store, folder)))
    const list = `${there}\n${'cd'.repeat(32)}`
    expect(taken.side?.attachments).toEqual({
      count: 2,
      missing: 1,
      sha256: createHash('sha256').update(list).digest('hex'),
    })
    expect(taken.found.digests).toEqual([there, 'cd'.repeat(32)])
  })

  it('is the store at one moment although it is being edited, and every edit stays in the store', async () => {
    const { store, folder } = await aFilledStore()
    addLeads(store, 'big', 600, '长'.repeat(1000))
    const dumps = new Map<string, ReturnType<typeof dumpOf>>()
    const remember = (): unknown => dumps.set(journalHead(store.connection).hash, dumpOf(store.connection))
    remember()
    let edits = 0
    const taken = valueOf(
      await backUp(
        order(store, folder, {
          onCopied: (done) => {
            if (done === 0 || edits >= 8) return
            edits += 1
            store.write(anIntent(), (db) => {
              db.update(lead)
                .set({ title: `改了${edits}次` })
                .where(like(lead.id, 'first-%'))
                .run()
            })
            remember()
          },
        }),
      ),
    )
    expect(edits).toBe(8)
    // The last edit came before the last page was copied, so the copy has it.
    expect(taken.side?.journal).toEqual(journalHead(store.connection))
    expect(dumpOfFile(taken.file)).toEqual(dumps.get(taken.side?.journal.hash ?? ''))
    addLeads(store, 'later', 1)
    expect(store.connection.prepare("SELECT count(*) FROM lead WHERE title = '改了8次'").pluck().get()).toBe(3)
  }, 30_000)

  it('edits between the copy and its check are after it', async () => {
    const { store, folder } = await aFilledStore()
    const before = dumpOf(store.connection)
    const taken = valueOf(
      await backUp(
        order(store, folder, {
          check: (check) => {
            addLeads(store, 'meanwhile', 2)
            return checkFreshCopy(check)
          },
        }),
      ),
    )
    expect(dumpOfFile(taken.file)).toEqual(before)
    expect(taken.side?.journal.entries).toBe(1)
  })
})

describe('a backup that cannot be made leaves nothing and says why', () => {
  it.each([
    ['is of another version', 'PRAGMA user_version = 99', 'version differs'],
    ['is of another program', 'PRAGMA application_id = 1', 'identity differs'],
    [
      'has another journal',
      "INSERT INTO journal_entry SELECT 2, at, actor, intent, params, undoes, hash, 'other' FROM journal_entry",
      'journal differs',
    ],
  ])('a copy that %s never gets a name', async (_name, statement, detail) => {
    const { store, folder } = await aFilledStore()
    const refused = await backUp(
      order(store, folder, {
        check: async ({ file, attachmentsFolder }) => {
          const copy = new Database(file)
          copy.pragma('journal_mode = DELETE')
          copy.exec(statement)
          copy.close()
          return inspectCopy(file, attachmentsFolder)
        },
      }),
    )
    expect(refused).toMatchObject({ ok: false, error: { code: 'backupFailed', params: { detail } } })
    expect(namesIn(folder)).toEqual([])
  })

  it('a copy with a spoilt page never gets a name', async () => {
    const { store, folder } = await aFilledStore(400)
    const refused = await backUp(
      order(store, folder, {
        check: ({ file, attachmentsFolder }) => {
          const bytes = readFileSync(file)
          // The first page stays, so that it still is a store; what follows is garbage.
          bytes.fill(0xa5, 4096 * 2, 4096 * 30)
          writeFileSync(file, bytes)
          return inspectCopy(file, attachmentsFolder)
        },
      }),
    )
    expect(codeOf(refused)).toBe('backupFailed')
    expect(namesIn(folder)).toEqual([])
  })

  it('cancelled in the middle', async () => {
    const { store, folder } = await aFilledStore()
    addLeads(store, 'big', 300, '长'.repeat(1000))
    let steps = 0
    const refused = await backUp(
      order(store, folder, {
        onCopied: () => {
          steps += 1
        },
        isCancelled: () => steps === 2,
      }),
    )
    expect(codeOf(refused)).toBe('cancelled')
    expect(namesIn(folder)).toEqual([])
    expect((await backUp(order(store, folder))).ok).toBe(true)
  })

  it('the store is closed in the middle', async () => {
    const { store, folder } = await aFilledStore()
    addLeads(store, 'big', 300, '长'.repeat(1000))
    const refused = await backUp(order(store, folder, { onCopied: () => store.close() }))
    expect(codeOf(refused)).toBe('backupFailed')
    expect(namesIn(folder)).toEqual([])
  })

  it('something stands in the way of the folder', async () => {
    const { store, folder } = await aFilledStore()
    writeFileSync(backupsFolder(folder), 'a file in the way')
    expect(codeOf(await backUp(order(store, folder)))).toBe('backupFailed')
  })

  it('its side file cannot be written: the copy does not stay without it', async () => {
    const { store, folder } = await aFilledStore()
    const refused = await backUp(
      order(store, folder, {
        check: (check) => {
          // A folder under the side file's name cannot be replaced by a file.
          mkdirSync(path.join(backupsFolder(folder), '000001-manual.json/x'), { recursive: true })
          return checkFreshCopy(check)
        },
      }),
    )
    expect(codeOf(refused)).toBe('backupFailed')
    expect(namesIn(folder)).toEqual(['000001-manual.json'])
    expect(valueOf(await backUp(order(store, folder))).name).toBe('000002-manual.db')
  })
})

it('numbers go on from what was there, also after a crash in the middle', async () => {
  const { store, folder } = await aFilledStore()
  valueOf(await backUp(order(store, folder)))
  // As a killed program leaves it: half a copy with its journal.
  for (const suffix of ['.tmp', '.tmp-journal'])
    writeFileSync(path.join(backupsFolder(folder), `000002-import.db${suffix}`), 'half')
  const next = valueOf(await backUp(order(store, folder, { reason: 'daily' })))
  expect(next.name).toBe('000003-daily.db')
  expect(valueOf(await backUp(order(store, folder, { known: 40 }))).name).toBe('000041-manual.db')
  expect((await listBackups(backupsFolder(folder))).map(({ state }) => state)).toEqual(Array(3).fill('verified'))
})

describe('a backup that was changed afterwards', () => {
  it.each([4096 * 3 + 100, 40, 4096 * 10])('one byte at %i is found', async (position) => {
    const { store, folder } = await aFilledStore(400)
    const { file, side } = valueOf(await backUp(order(store, folder)))
    const bytes = readFileSync(file)
    bytes[position] = (bytes[position] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const found = await inspectCopy(file, path.join(folder, 'attachments')).then(
      (inspection) => side && differenceFrom(side, inspection),
      () => 'unreadable',
    )
    expect(found).not.toBeNull()
  })

  it('an unchanged one shows no difference, and is not touched by looking', async () => {
    const { store, folder } = await aFilledStore()
    const { file, side } = valueOf(await backUp(order(store, folder)))
    const before = statSync(file).mtimeMs
    if (!side) throw new Error('no side file')
    expect(differenceFrom(side, await inspectCopy(file, path.join(folder, 'attachments')))).toBeNull()
    expect(statSync(file).mtimeMs).toBe(before)
    expect(existsSync(`${file}-journal`)).toBe(false)
  })
})
