import { cpSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { aCliFolder, aFolder, runJson } from '../../builders'
import { tried } from '../scale'
import { startWorker } from '../worker-process'
import { aSecondUser, openToAll } from './second-user'

interface Refused {
  readonly error: { readonly code: string; readonly message: string; readonly params: Readonly<Record<string, string>> }
}

/** A program that has the ledger open until it is killed. */
async function aHolder() {
  const folder = path.join(aFolder(), 'data')
  cpSync(aCliFolder(), folder, { recursive: true })
  const holder = startWorker(null)
  const place = { data: folder, out: aFolder(), assets: aFolder() }
  await holder.ask({ do: 'hold', place })
  return { folder, kill: holder.end }
}

test('13: another user of the computer is told who has the ledger open and since when; a killed holder frees it', async () => {
  const second = aSecondUser()
  const { folder, kill } = await aHolder()
  openToAll(path.dirname(folder))
  openToAll(folder)
  const refused = second.cli(['check', '--data', folder, '--json'])
  expect(refused.status).toBe(1)
  const { error } = JSON.parse(refused.stdout) as Refused
  expect(error).toMatchObject({ code: 'storeLocked', params: { holder: '招商组组员' } })
  expect(error.params['since']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
  expect(error.message).toContain('招商组组员')
  await kill()
  openToAll(folder)
  const freed = second.cli(['check', '--data', folder, '--json'])
  expect({ status: freed.status, ...(JSON.parse(freed.stdout) as object) }).toMatchObject({ status: 0, ok: true })
  tried(2)
}, 120_000)

test('13: a user who may only read the folder is shown the ledger or told of the folder, and it stays as it is', async () => {
  const second = aSecondUser()
  const { folder, kill } = await aHolder()
  await kill()
  openToAll(path.dirname(folder))
  const before = runJson<{ counts: object }>(folder, ['check']).json.counts
  const shown = second.cli(['check', '--data', folder, '--json'])
  const answer = JSON.parse(shown.stdout) as Partial<Refused> & { readonly counts?: object }
  const isRight = answer.error ? answer.error.code === 'folderNotWritable' : isDeepStrictEqual(answer.counts, before)
  expect({ answer, isRight }).toMatchObject({ isRight: true })
  expect(runJson<{ counts: object }>(folder, ['check']).json.counts).toEqual(before)
  tried(1)
}, 120_000)

test('12: two programs of one user: the second is told, and changes nothing', async () => {
  const { folder, kill } = await aHolder()
  const refused = runJson<Refused>(folder, ['check'])
  expect([refused.status, refused.json.error.code]).toEqual([1, 'storeLocked'])
  await kill()
  expect(runJson<{ ok: boolean }>(folder, ['check']).json.ok).toBe(true)
  tried(2)
}, 120_000)
