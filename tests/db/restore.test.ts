import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { logFile, storeFile } from '../../db/open'
import { isAsKept, listQuarantine, moveStore, nextQuarantineNumber, quarantineFolder } from '../../db/quarantine'
import {
  noteReplaced,
  readPlan,
  removePlan,
  replaceStore,
  stagedLog,
  stagedStore,
  undoReplace,
  writePlan,
  type RestorePlan,
} from '../../db/restore'
import { aFolder, filesBelow } from '../builders'

const plan: RestorePlan = {
  format: 1,
  kind: 'restore',
  number: 1,
  name: '000003-daily.db',
  of: '2022-06-01T09:00:00+08:00',
  at: '2022-06-30T09:30:00+08:00',
  actor: '值班员',
  backup: '000004-restore.db',
  highest: 4,
  device: 'device-2',
  isExact: false,
  step: 'replacing',
}

/** A folder with a store and a log by their words, and a proven copy that waits. */
function aFolderWith(files: Readonly<Partial<Record<'store' | 'log' | 'staged' | 'stagedLog', string>>>): string {
  const folder = aFolder()
  const places = { store: storeFile, log: logFile, staged: stagedStore, stagedLog }
  for (const [name, text] of Object.entries(files)) writeFileSync(places[name as keyof typeof places](folder), text)
  return folder
}

function texts(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder)
      .filter((name) => !name.endsWith('.json'))
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  )
}

const old = { store: 'old', log: 'old log' }
const replaced = {
  'ledger.db': 'new',
  'quarantine/000001/ledger.db': 'old',
  'quarantine/000001/ledger.db-wal': 'old log',
}

describe('row 6: replacing the store, broken off after any step and gone through again', () => {
  const states: readonly (readonly [string, (folder: string) => Promise<void> | void])[] = [
    ['before anything', () => {}],
    ['between the two moves', (folder) => moveOnly(folder, storeFile)],
    ['with the store and its log aside', (folder) => moveStore(folder, quarantineFolder(folder, 1))],
    ['at the end', (folder) => replaceStore(folder, plan)],
  ]

  it.each(states)('%s: the copy is the store, and the old one lies whole in quarantine', async (_name, until) => {
    const folder = aFolderWith({ ...old, staged: 'new' })
    await until(folder)
    await replaceStore(folder, plan)
    expect(texts(folder)).toEqual(replaced)
    // And once more, as after a kill before the plan was removed.
    await replaceStore(folder, plan)
    expect(texts(folder)).toEqual(replaced)
  })

  it('a log that the new store has got meanwhile is not taken for the old one', async () => {
    const folder = aFolderWith({ ...old, staged: 'new' })
    await replaceStore(folder, plan)
    writeFileSync(logFile(folder), 'new log')
    await replaceStore(folder, plan)
    expect(texts(folder)).toEqual({ ...replaced, 'ledger.db-wal': 'new log' })
  })

  it('a store that is put back as it was brings its log, whichever of the two had its name', async () => {
    for (const isHalf of [false, true]) {
      const folder = aFolderWith({ store: 'now', staged: 'damaged', stagedLog: 'its log' })
      if (isHalf) {
        await moveStore(folder, quarantineFolder(folder, 1))
        cpSync(stagedStore(folder), storeFile(folder))
        rmSync(stagedStore(folder))
      }
      await replaceStore(folder, plan)
      expect(texts(folder)).toEqual({
        'ledger.db': 'damaged',
        'ledger.db-wal': 'its log',
        'quarantine/000001/ledger.db': 'now',
      })
    }
  })

  it('where no store stood nothing is moved', async () => {
    const folder = aFolderWith({ staged: 'new' })
    await replaceStore(folder, plan)
    expect(texts(folder)).toEqual({ 'ledger.db': 'new' })
  })
})

function moveOnly(folder: string, of: (folder: string) => string): void {
  const target = quarantineFolder(folder, 1)
  cpSync(of(folder), of(target), { recursive: true })
  rmSync(of(folder))
}

describe('taking a restore back, broken off after any step and gone through again', () => {
  const back = { 'ledger.db': 'old', 'ledger.db-wal': 'old log', 'quarantine/000001/refused.db': 'new' }

  it.each([
    ['from the beginning', []],
    ['with the refused log aside', ['refused log']],
    ['with the refused store aside', ['refused log', 'refused store']],
    ['with the old log back', ['refused log', 'refused store', 'old log']],
    ['with everything back', ['refused log', 'refused store', 'old log', 'old store']],
  ])('%s', async (_name, steps) => {
    const folder = aFolderWith({ ...old, staged: 'new' })
    await replaceStore(folder, plan)
    writeFileSync(logFile(folder), 'new log')
    const kept = quarantineFolder(folder, 1)
    const refused = path.join(kept, 'refused.db')
    const moves: Readonly<Record<string, readonly [string, string]>> = {
      'refused log': [logFile(folder), `${refused}-wal`],
      'refused store': [storeFile(folder), refused],
      'old log': [logFile(kept), logFile(folder)],
      'old store': [storeFile(kept), storeFile(folder)],
    }
    for (const step of steps) {
      const [from, to] = moves[step] ?? ['', '']
      cpSync(from, to)
      rmSync(from)
    }
    await undoReplace(folder, { ...plan, step: 'undoing' })
    expect(texts(folder)).toEqual({ ...back, 'quarantine/000001/refused.db-wal': 'new log' })
    await undoReplace(folder, { ...plan, step: 'undoing' })
    expect(texts(folder)).toEqual({ ...back, 'quarantine/000001/refused.db-wal': 'new log' })
  })

  it('an old store without a log does not get the log of the refused one', async () => {
    const folder = aFolderWith({ store: 'old', staged: 'new' })
    await replaceStore(folder, plan)
    writeFileSync(logFile(folder), 'new log')
    await undoReplace(folder, plan)
    expect(existsSync(logFile(folder))).toBe(false)
    expect(texts(folder)['ledger.db']).toBe('old')
  })

  it('where no store stood none stands again', async () => {
    const folder = aFolderWith({ staged: 'new' })
    await replaceStore(folder, plan)
    await undoReplace(folder, plan)
    expect(texts(folder)).toEqual({ 'quarantine/000001/refused.db': 'new' })
  })
})

describe('restore.json', () => {
  it('is read as it was written, and gone with what it waited for', async () => {
    const folder = aFolderWith({ ...old, staged: 'half', stagedLog: 'half' })
    expect(await readPlan(folder)).toBeNull()
    await writePlan(folder, plan)
    expect(await readPlan(folder)).toEqual(plan)
    await removePlan(folder)
    expect(texts(folder)).toEqual({ 'ledger.db': 'old', 'ledger.db-wal': 'old log' })
    expect(await readPlan(folder)).toBeNull()
  })

  it('one that is none of ours is no restore', async () => {
    const folder = aFolderWith(old)
    writeFileSync(path.join(folder, 'restore.json'), '{"format":2}')
    expect(await readPlan(folder)).toBeNull()
  })
})

describe('quarantine', () => {
  it('knows what was put there, and whether it is still the same', async () => {
    const folder = aFolderWith({ ...old, staged: 'new' })
    await replaceStore(folder, plan)
    await noteReplaced(folder, plan)
    const [kept] = await listQuarantine(folder)
    if (!kept) throw new Error('nothing kept')
    expect(kept).toMatchObject({ number: 1, about: { kind: 'replaced', at: plan.at, backup: '000004-restore.db' } })
    expect(await isAsKept(kept)).toBe(true)
    writeFileSync(logFile(kept.folder), 'another')
    expect(await isAsKept(kept)).toBe(false)
    expect(await nextQuarantineNumber(folder)).toBe(2)
  })
})
