import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { keptFile } from '../../../electron/core/attachment-store'
import {
  aBureau,
  aCliFolder,
  aFolder,
  cliFile,
  dumpOf,
  dumpOfFolder,
  fixture,
  refusalOf,
  sha256Of,
} from '../../builders'
import { controlBytes, openFaultControl } from '../fault-control'
import { endOf } from '../has-ended'
import { tried } from '../scale'

const MEGABYTE = 1024 * 1024

/** A stick: a file system of its own that can be torn out while something is written to it. */
function aStick(): { readonly folder: string; readonly pull: () => void } {
  const [image, folder] = [path.join(aFolder(), 'stick.img'), path.join(aFolder(), 'stick')]
  mkdirSync(folder)
  execFileSync('truncate', ['-s', '160M', image])
  execFileSync('mkfs.ext4', ['-q', '-F', image])
  execFileSync('mount', ['-o', 'loop', image, folder])
  const pull = (): void => void spawnSync('umount', ['-l', folder])
  onTestFinished(pull)
  return { folder, pull }
}

test('27: a stick that is pulled while a file is copied to it: refused, nothing under its name, the source as it was', async () => {
  const service = await aBureau()
  const { id: recordId } = await service.call('investment.save', {
    id: null,
    fields: { title: '检测平台' },
    allowDuplicate: true,
    expectedUpdatedAt: null,
  })
  const bytes = new Uint8Array(90 * MEGABYTE).fill(7)
  const { id } = await service.call('attachments.add', { room: 'investment', recordId, fileName: '图纸.pdf', bytes })
  const [{ sha256 } = { sha256: '' }] = await service.call('attachments.list', { room: 'investment', recordId })
  const before = dumpOf(service.store().connection)
  let pulled = 0
  for (let attempt = 0; attempt < 10 && pulled < 3; attempt += 1) {
    const { folder, pull } = aStick()
    service.context.grants.set(`stick-${attempt}`, folder)
    const saved = service.call('attachments.saveTo', { id, folder: `stick-${attempt}` })
    const hasEnded = endOf(saved)
    const refused = refusalOf(saved).then(
      ({ code }) => code,
      () => 'saved',
    )
    while (!hasEnded() && !readdirSync(folder).some((name) => name.endsWith('.tmp'))) await nextTurn()
    pull()
    const code = await refused
    expect(readdirSync(folder)).toEqual([])
    if (code === 'saved') continue
    pulled += 1
    expect(code).toBe('folderNotWritable')
  }
  expect(pulled).toBeGreaterThan(0)
  expect(dumpOf(service.store().connection)).toEqual(before)
  expect(sha256Of(keptFile(service.folder, sha256))).toBe(sha256)
  expect(service.incidents).toEqual([])
  tried(pulled)
}, 300_000)

/** Runs the command line with reading below a folder failing from the n-th call on, as a stick that is pulled. */
function importFrom(stick: string, file: string, data: string, target: number) {
  const control = path.join(aFolder(), 'control')
  writeFileSync(control, Buffer.alloc(controlBytes))
  const faults = openFaultControl(control)
  faults.arm({ target, act: 'EIO', isSticky: true, ofReads: true })
  const preload = { LD_PRELOAD: path.resolve('out/faults/faultfs.so'), FAULT_DIR: stick, FAULT_CONTROL: control }
  const { status, stdout } = spawnSync(process.execPath, [cliFile, 'import', file, '--data', data, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, ...preload },
  })
  const hits = faults.disarm()
  faults.close()
  const answer = JSON.parse(stdout) as { readonly error?: { readonly code: string; readonly message: string } }
  return { status, hits, error: answer.error }
}

test('28: a stick that fails while a file is read from it: said, and nothing was taken over', () => {
  const stick = aFolder()
  const file = path.join(stick, 'leads.xlsx')
  copyFileSync(fixture('ledgers/leads-2022.xlsx'), file)
  const data = aCliFolder()
  const before = dumpOfFolder(data)
  const { hits } = importFrom(stick, file, aCliFolder(), 0)
  expect(hits).toBeGreaterThan(1)
  for (let target = 1; target <= hits; target += 1) {
    const { status, error } = importFrom(stick, file, data, target)
    expect([status, error?.code]).toEqual([1, 'fileNotReadable'])
    expect(error?.message).toMatch(/\p{Script=Han}/u)
  }
  expect(dumpOfFolder(data)).toEqual(before)
  expect(existsSync(file)).toBe(true)
  tried(hits)
}, 120_000)
