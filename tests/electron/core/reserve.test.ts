import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { keepReserve } from '../../../electron/core/reserve'
import { messageText } from '../../../shared/terms/messages'
import { aBureau, aFolder, aService, dumpOf, refusalOf, type Service } from '../../builders'
import { aSmallDisk, fillDisk } from './small-disk'

const MEGABYTE = 1024 * 1024

function save(service: Service, size: number): Promise<unknown> {
  return service.call('investment.save', {
    id: null,
    fields: { title: '检测平台', remark: '长'.repeat(size) },
    allowDuplicate: true,
    expectedUpdatedAt: null,
  })
}

function reserve(folder: string): string {
  return path.join(folder, 'reserve.bin')
}

it('is made of real bytes where there is room, once', async () => {
  const folder = aFolder()
  await keepReserve(folder)
  const made = statSync(reserve(folder))
  expect(made.size).toBe(8 * MEGABYTE)
  expect(made.blocks * 512).toBeGreaterThanOrEqual(8 * MEGABYTE)
  await keepReserve(folder)
  expect(statSync(reserve(folder)).mtimeMs).toBe(made.mtimeMs)
})

it('is not taken from a disk that has little more', async (context) => {
  const disk = aSmallDisk()
  if (disk === null) return context.skip()
  await keepReserve(disk)
  expect(existsSync(reserve(disk))).toBe(false)
})

// Source: reliability 3 row 7: reads go on, and the next save works without a restart.
it('is given up when a save finds the disk full, so that reading and the next save go on', async (context) => {
  const disk = aSmallDisk('64m')
  if (disk === null) return context.skip()
  const folder = path.join(disk, 'data')
  const service = await aBureau({ folder })
  await keepReserve(folder)
  fillDisk(disk, 64 * 1024)
  const before = dumpOf(service.store().connection)
  const refusal = await refusalOf(
    save(service, 19_000)
      .then(() => save(service, 19_000))
      .then(() => save(service, 19_000)),
  )
  expect(refusal.code).toBe('diskFullReserve')
  expect(messageText(refusal.code, refusal.params)).toContain('预留的8MB')
  expect(existsSync(reserve(folder))).toBe(false)
  const after = dumpOf(service.store().connection)
  expect(after['lead']?.length).toBeLessThan(3)
  expect(after['bureau']).toEqual(before['bureau'])
  await save(service, 19_000)
  expect(service.incidents).toEqual([])
  service.close()
  const again = await aService({ folder })
  expect(again.store().connection.pragma('quick_check', { simple: true })).toBe('ok')
  await save(again, 100)
}, 30_000)
