import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { storeFile } from '../../../db/open'
import { aCliFolder, dumpOfFolder, runJson } from '../../builders'
import { tried } from '../scale'

const holding = `
const Database = require('better-sqlite3')
const store = new Database(process.argv[1])
store.exec('BEGIN EXCLUSIVE')
process.stdout.write('held')
setTimeout(() => { store.exec('ROLLBACK'); store.close() }, Number(process.argv[2]))
`

/** Another program, e.g. a scanner or a backup tool, that keeps the file to itself for a while. */
async function heldFor(folder: string, milliseconds: number) {
  const tool = spawn(process.execPath, ['-e', holding, storeFile(folder), String(milliseconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void tool.kill('SIGKILL'))
  await once(tool.stdout, 'data')
  return { released: once(tool, 'exit') }
}

interface Answer {
  readonly ok?: boolean
  readonly error?: { readonly code: string; readonly message: string }
}

test('11: a file that another program holds for a second is waited for', async () => {
  const folder = aCliFolder()
  await heldFor(folder, 1_000)
  const { status, json } = runJson<Answer>(folder, ['check'])
  expect([status, json.ok]).toEqual([0, true])
  tried(1)
}, 60_000)

test('11: one that is held for long is called in use, never damaged; afterwards everything is there', async () => {
  const folder = aCliFolder()
  const before = dumpOfFolder(folder)
  const { released } = await heldFor(folder, 10_000)
  const { status, json } = runJson<Answer>(folder, ['check'])
  expect([status, json.error?.code]).toEqual([1, 'storeLocked'])
  expect(json.error?.message).toContain('正被')
  await released
  expect(runJson<Answer>(folder, ['check']).json.ok).toBe(true)
  expect(dumpOfFolder(folder)).toEqual(before)
  tried(2)
}, 60_000)
