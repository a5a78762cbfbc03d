import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { storeFile } from '../../../db/open'
import { aService, refusalOf, sha256Of } from '../../builders'
import { damage } from '../../db/damage'
import { aBureauWithLead, ownFile } from './backups'
import {
  aLedgerWithBackup,
  identityOf,
  isChainWhole,
  lastEntry,
  quarantined,
  recordsOf,
  storeHashes,
  titles,
} from './restoring'

vi.setConfig({ testTimeout: 30_000 })

/** A ledger in which the first backup was just restored. */
async function aRestoredLedger() {
  const ledger = await aLedgerWithBackup()
  const { service, backup } = ledger
  const { before } = await service.call('backup.restore', { place: 'own', name: backup.name })
  return { ...ledger, before: before?.name ?? '' }
}

describe('回到恢复前', () => {
  it('brings back every record that the restore replaced, by its backup, and says so', async () => {
    const { service, later, before } = await aRestoredLedger()
    expect((await service.call('backup.overview', {})).revert?.name).toBe(before)
    await service.call('backup.revert', {})
    expect(recordsOf(service.store())).toEqual(later)
    expect(lastEntry(service.store())).toMatchObject({ intent: 'backup.reverted', params: { name: before } })
    expect(isChainWhole(service.store())).toBe(true)
  })

  it('can be gone back from in the same way, as often as one likes, and this PC is never taken for a copy', async () => {
    const { service, first, later } = await aRestoredLedger()
    const devices = [identityOf(service).device]
    for (const expected of [later, first, later]) {
      await service.call('backup.revert', {})
      expect(recordsOf(service.store())).toEqual(expected)
      devices.push(identityOf(service).device)
    }
    expect(new Set(devices).size).toBe(4)
    expect(identityOf(service).sequence).toBe(41)
  })

  it('brings back the files in quarantine where the backup is gone or no longer sound', async () => {
    const { service, later, before } = await aRestoredLedger()
    const bytes = readFileSync(ownFile(service, before))
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    writeFileSync(ownFile(service, before), bytes)
    await service.call('backup.revert', {})
    expect(recordsOf(service.store())).toEqual(later)
    expect(lastEntry(service.store())).toMatchObject({ params: { name: 'quarantine/000001' } })
    // What lies there stays there.
    expect(existsSync(path.join(quarantined(service.folder, 1), 'ledger.db'))).toBe(true)
  })

  it('brings back a damaged store as it was, and from there the restored one', async () => {
    const { service, backup, first } = await aLedgerWithBackup()
    service.close()
    damage(storeFile(service.folder), 'zeroPage', 1)
    const damaged = sha256Of(storeFile(service.folder))
    const again = await aService({ folder: service.folder })
    await again.call('backup.restore', { place: 'own', name: backup.name })
    expect((await again.call('backup.overview', {})).revert).toMatchObject({ state: 'unproven', side: null })
    await again.call('backup.revert', {})
    expect(again.context.storeState()).toMatchObject({ kind: 'refused', failure: { code: 'storeDamaged' } })
    expect(storeHashes(service.folder)).toEqual([damaged, '-'])
    await again.call('backup.revert', {})
    expect(recordsOf(again.store())).toEqual(first)
  })

  it('is refused where nothing was restored, and where what was replaced is no longer what it was', async () => {
    const plain = await aBureauWithLead()
    expect((await refusalOf(plain.call('backup.revert', {}))).code).toBe('nothingToRevert')

    const { service, before, first } = await aRestoredLedger()
    writeFileSync(ownFile(service, before), 'no backup')
    damage(path.join(quarantined(service.folder, 1), 'ledger.db'), 'header')
    expect((await refusalOf(service.call('backup.revert', {}))).code).toBe('nothingToRevert')
    expect(recordsOf(service.store())).toEqual(first)
    expect(titles(service.store())).toEqual(['第一条'])
  })
})
