import { existsSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { logFile } from '../../../db/open'
import { keepBackups, runDuties } from '../../../electron/backup/duties'
import { aBureau, aService } from '../../builders'
import { aBureauWithLead, ownBackups, saveLead } from './backups'

const failing = (cause: unknown): never => {
  throw cause
}

describe('what the program does about backups by itself', () => {
  it('takes the backup of the day, tries it, and keeps some space back', async () => {
    const service = await aBureauWithLead()
    await runDuties(service.context, failing)
    expect(await ownBackups(service)).toEqual([['000001-daily.db', 'verified']])
    expect((await service.call('backup.overview', {})).selfTest).toMatchObject({
      name: '000001-daily.db',
      isGood: true,
    })
    expect(existsSync(path.join(service.folder, 'reserve.bin'))).toBe(true)
    await runDuties(service.context, failing)
    expect(await ownBackups(service)).toHaveLength(1)
  }, 20_000)

  it('one duty that fails does not keep the others from being done', async () => {
    const service = await aBureauWithLead()
    const causes: unknown[] = []
    writeFileSync(path.join(service.folder, 'backups'), 'a file in the way')
    await runDuties(service.context, (cause) => causes.push(cause))
    expect(causes).toEqual([expect.stringMatching(/^backupFailed /)])
    expect(existsSync(path.join(service.folder, 'reserve.bin'))).toBe(true)
  })

  it('does nothing without an open ledger, and nothing where nothing was written', async () => {
    const service = await aService()
    await runDuties(service.context, failing)
    expect(existsSync(path.join(service.folder, 'backups'))).toBe(false)
    expect(existsSync(path.join(service.folder, 'reserve.bin'))).toBe(false)
  })
})

describe('in the background', () => {
  it('waits until the start page is there; a sample takes none', async () => {
    const service = await aBureauWithLead()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const sample = keepBackups(service.context, { takesBackups: false, onFailure: failing })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(existsSync(path.join(service.folder, 'backups'))).toBe(false)
    sample.stop()
    const duties = keepBackups(service.context, { takesBackups: true, onFailure: failing })
    await vi.advanceTimersByTimeAsync(9_000)
    expect(existsSync(path.join(service.folder, 'backups'))).toBe(false)
    await vi.advanceTimersByTimeAsync(2_000)
    vi.useRealTimers()
    // The last of the duties.
    await vi.waitFor(() => expect(existsSync(path.join(service.folder, 'reserve.bin'))).toBe(true), 15_000)
    expect(await ownBackups(service)).toEqual([['000001-daily.db', 'verified']])
    duties.stop()
  }, 20_000)

  it('puts the write-ahead log into the store when nothing was written for half a minute', async () => {
    const service = await aBureau()
    await saveLead(service, '第一条')
    const log = logFile(service.folder)
    expect(statSync(log).size).toBeGreaterThan(0)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const duties = keepBackups(service.context, { takesBackups: false, onFailure: failing })
    duties.wake()
    vi.advanceTimersByTime(20_000)
    duties.wake()
    vi.advanceTimersByTime(20_000)
    expect(statSync(log).size).toBeGreaterThan(0)
    vi.advanceTimersByTime(11_000)
    expect(statSync(log).size).toBe(0)
    duties.stop()
  })
})
