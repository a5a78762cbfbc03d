import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sweepDataFolder } from '../../../electron/core/temporary-files'
import { aBureau, aFolder, aService, filesBelow } from '../../builders'

const ours = '.0123456789abcdef.tmp'

function put(folder: string, name: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), '')
}

const leftovers = [
  ours,
  `keys/${ours}`,
  `backups/${ours}`,
  `attachments/ab/${ours}`,
  `quarantine/000001/${ours}`,
  'backups/000012-mass-change.db.tmp',
  'backups/000012-mass-change.db.tmp-journal',
]
// Source: reliability 3 row 26: what is not ours is never removed.
const foreign = [
  'notes.tmp',
  '.abc.tmp',
  '.0123456789ABCDEF.tmp',
  `sub/${ours}`,
  `attachments/abc/${ours}`,
  'backups/000012-mass-change.db',
  'backups/000012-other.db.tmp',
  'attachments/ab/0123',
  'quarantine/000001/ledger.db',
  `quarantine/000001/sub/${ours}`,
]

it('removes what this program had not finished, and nothing else', () => {
  const folder = aFolder()
  for (const name of [...leftovers, ...foreign]) put(folder, name)
  sweepDataFolder(folder)
  expect(filesBelow(folder)).toEqual(foreign.toSorted())
})

it('a folder without any of them is left as it is', () => {
  const folder = aFolder()
  sweepDataFolder(folder)
  expect(filesBelow(folder)).toEqual([])
})

it('happens at every start', async () => {
  const first = await aBureau()
  first.close()
  for (const name of leftovers) put(first.folder, name)
  await aService({ folder: first.folder })
  expect(filesBelow(first.folder).filter((name) => name.includes('.tmp'))).toEqual([])
})
