import { existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { listBackups } from '../../../db/backup-files'
import { migrations, type Migration } from '../../../db/migrations'
import { openStore } from '../../../db/open'
import { failedStart, noteProgram } from '../../../electron/updates/program-note'
import { provePrepared } from '../../../electron/updates/prepared'
import {
  aBureau,
  aFolder,
  aService,
  dumpOf,
  openOptions,
  refusalOf,
  sha256Of,
  type ServiceOptions,
} from '../../builders'
import {
  anUpdateFile,
  fileDigest,
  granted,
  here,
  installerBytes,
  stranger,
  usualManifest,
  usualName,
} from './update-files'

const program = { version: '0.1.0', installation: here } as const

async function aReadyBureau(options: ServiceOptions = {}) {
  const service = await aBureau({ ...program, ...options })
  await noteProgram(service.context)
  return service
}
type Service = Awaited<ReturnType<typeof aReadyBureau>>

async function prepare(service: Service, draft: Parameters<typeof anUpdateFile>[1] = {}) {
  const file = granted(service, await anUpdateFile(path.join(aFolder(), 'U盘'), draft))
  const preview = await service.call('updates.open', { file })
  return service.call('updates.prepare', { file, digest: preview.digest })
}

const prepared = (service: Service): string => path.join(service.folder, 'updates/0.2.0')

describe('looking into a package', () => {
  test('shows what it brings and writes nothing', async () => {
    const service = await aReadyBureau()
    const before = dumpOf(service.store().connection)
    const file = granted(service, await anUpdateFile(aFolder()))
    const preview = await service.call('updates.open', { file })
    expect(preview).toMatchObject({
      fileName: usualName,
      version: '0.2.0',
      notes: usualManifest.notes,
      installer: usualManifest.installer,
      size: installerBytes.length,
    })
    expect(preview.signedBy).toMatch(/^\d{4}(-\d{4}){7}$/)
    expect(dumpOf(service.store().connection)).toEqual(before)
    expect(readdirSync(path.join(service.folder, 'updates'))).toEqual(['program.json'])
    expect(await service.call('updates.state', {})).toMatchObject({ version: '0.1.0', prepared: null })
  })

  test.each<readonly [string, Parameters<typeof anUpdateFile>[1], string]>([
    ['signed by somebody else', { signer: stranger }, 'updateSignatureWrong'],
    ['for Windows', windowsDraft(), 'updateOtherMachine'],
    ['of an older version', { manifest: { program: '0.0.9' } }, 'updateNotNewer'],
    ['of our own version', { manifest: { program: '0.1.0' } }, 'updateNotNewer'],
    ['that asks for a newer program first', { manifest: { program: '0.9.0', minimum: '0.5.0' } }, 'updateNeedsStep'],
    ['whose program is too old for the ledger', { manifest: { schemaVersion: 1 } }, 'updateStoreNewer'],
  ])('one %s is refused, and refused again when it is to be prepared', async (_name, draft, code) => {
    const service = await aReadyBureau()
    const file = granted(service, await anUpdateFile(aFolder(), draft))
    expect((await refusalOf(service.call('updates.open', { file }))).code).toBe(code)
    expect((await refusalOf(service.call('updates.prepare', { file, digest: '0' }))).code).toBe(code)
    expect(existsSync(prepared(service))).toBe(false)
  })

  test('a program without a publisher’s key says so', async () => {
    const service = await aReadyBureau({ installation: { ...here, publisherKeys: [] } })
    const file = granted(service, await anUpdateFile(aFolder()))
    expect((await refusalOf(service.call('updates.open', { file }))).code).toBe('updateNoKey')
    expect(await service.call('updates.state', {})).toMatchObject({ publishers: [] })
  })

  test('a portable program is not updated this way', async () => {
    const service = await aReadyBureau({ installation: { ...here, isPortable: true } })
    const file = granted(service, await anUpdateFile(aFolder()))
    expect((await refusalOf(service.call('updates.open', { file }))).code).toBe('updatePortable')
  })

  test('a token that was never given out opens nothing', async () => {
    const service = await aReadyBureau()
    expect((await refusalOf(service.call('updates.open', { file: '/etc/passwd' }))).code).toBe('notFound')
  })
})

function windowsDraft() {
  const installer = '四抓台账安装程序_0.2.0_x64.exe'
  return {
    manifest: { platform: 'win32', installer, files: [{ ...usualManifest.files[0], path: installer }] },
    files: [{ path: installer, bytes: installerBytes, isPacked: false }],
  }
}

describe('preparing', () => {
  test('takes a verified backup, copies the installer, and says what to do', async () => {
    const service = await aReadyBureau()
    const made = await prepare(service)
    expect(made.backup).toMatchObject({ state: 'verified', side: { reason: 'update' } })
    expect(made.isLedgerOpen).toBe(true)
    const file = path.join(prepared(service), usualManifest.installer)
    expect(readFileSync(file).equals(installerBytes)).toBe(true)
    expect(made.prepared).toMatchObject({ version: '0.2.0', command: `sudo apt install '${file}'` })
    expect(service.context.grants.get(made.prepared.folder)).toBe(prepared(service))
    const state = await service.call('updates.state', {})
    expect(state.prepared).toMatchObject({ version: '0.2.0', installer: usualManifest.installer })
    const [entry] = await service.call('core.journal', { limit: 1, before: null, recordId: null })
    expect(entry).toMatchObject({ intent: 'updates.prepare', params: { title: '0.2.0' } })
  })

  test('a second time without changes in between needs no second backup of the ledger', async () => {
    const service = await aReadyBureau()
    await prepare(service)
    await service.call('backup.create', {})
    const count = (await listBackups(path.join(service.folder, 'backups'))).length
    const made = await prepare(service)
    expect(made.backup).toBeNull()
    expect(await listBackups(path.join(service.folder, 'backups'))).toHaveLength(count)
  })

  test('without a backup nothing is prepared', async () => {
    const service = await aReadyBureau()
    writeFileSync(path.join(service.folder, 'backups'), 'a file in the way')
    const file = granted(service, await anUpdateFile(aFolder()))
    const { digest } = await service.call('updates.open', { file })
    await refusalOf(service.call('updates.prepare', { file, digest }))
    expect(existsSync(prepared(service))).toBe(false)
  })

  test('a package that was exchanged on the stick meanwhile is refused', async () => {
    const service = await aReadyBureau()
    const folder = aFolder()
    const first = await anUpdateFile(folder)
    const file = granted(service, first)
    const { digest } = await service.call('updates.open', { file })
    renameSync(await anUpdateFile(folder, { manifest: { notes: 'other' } }, 'other.szupdate'), first)
    const refusal = await refusalOf(service.call('updates.prepare', { file, digest }))
    expect(refusal).toMatchObject({ code: 'updateBroken', params: { detail: '与刚才看到的不是同一份' } })
    expect(existsSync(prepared(service))).toBe(false)
  })

  test('a stick that was pulled out meanwhile leaves everything as it was', async () => {
    const service = await aReadyBureau()
    const stick = await anUpdateFile(aFolder())
    const file = granted(service, stick)
    const { digest } = await service.call('updates.open', { file })
    renameSync(stick, `${stick}.gone`)
    expect((await refusalOf(service.call('updates.prepare', { file, digest }))).code).toBe('fileNotReadable')
    expect(existsSync(prepared(service))).toBe(false)
  })

  test('a folder that takes nothing is named', async () => {
    const service = await aReadyBureau()
    writeFileSync(path.join(service.folder, 'updates/0.2.0'), 'a file in the way')
    const file = granted(service, await anUpdateFile(aFolder()))
    const { digest } = await service.call('updates.open', { file })
    expect((await refusalOf(service.call('updates.prepare', { file, digest }))).code).toBe('folderNotWritable')
  })

  test('without a ledger there is nothing to back up, and updating works all the same', async () => {
    const service = await aService(program)
    const made = await prepare(service)
    expect(made).toMatchObject({ backup: null, isLedgerOpen: false, prepared: { version: '0.2.0' } })
  })

  test('a newer one takes the place of an older one; dropping removes it', async () => {
    const service = await aReadyBureau()
    await prepare(service)
    const installer = 'sizhua_0.3.0_amd64.deb'
    const files = [{ ...usualManifest.files[0], path: installer }]
    await prepare(service, {
      manifest: { program: '0.3.0', installer, files },
      files: [{ path: installer, bytes: installerBytes, isPacked: false }],
    })
    expect(readdirSync(path.join(service.folder, 'updates')).toSorted()).toEqual(['0.3.0', 'program.json'])
    await service.call('updates.drop', {})
    expect(readdirSync(path.join(service.folder, 'updates'))).toEqual(['program.json'])
    expect((await service.call('updates.state', {})).prepared).toBeNull()
  })
})

describe('what stands ready is proved again before it is run', () => {
  const proven = async (service: Service): Promise<boolean> =>
    (await provePrepared(prepared(service), here.publisherKeys)) !== null

  async function aPrepared(): Promise<Service> {
    const service = await aReadyBureau()
    await prepare(service)
    expect(await proven(service)).toBe(true)
    return service
  }

  test.each<readonly [string, (folder: string) => void]>([
    [
      'an installer with other bytes',
      (folder) => writeFileSync(path.join(folder, usualManifest.installer), Buffer.alloc(installerBytes.length)),
    ],
    ['a longer installer', (folder) => writeFileSync(path.join(folder, usualManifest.installer), 'x', { flag: 'a' })],
    ['another manifest', (folder) => writeFileSync(path.join(folder, 'update.json'), '{}')],
    ['no signature', (folder) => writeFileSync(path.join(folder, 'update.sig'), '')],
    [
      'a link in place of the installer',
      (folder) => {
        const file = path.join(folder, usualManifest.installer)
        renameSync(file, `${file}.moved`)
        symlinkSync(`${file}.moved`, file)
      },
    ],
  ])('%s', async (_name, tamper) => {
    const service = await aPrepared()
    tamper(prepared(service))
    expect(await proven(service)).toBe(false)
    expect((await service.call('updates.state', {})).prepared).toBeNull()
  })

  test('the folder of another version is not taken for this one', async () => {
    const service = await aPrepared()
    renameSync(prepared(service), path.join(service.folder, 'updates/0.9.0'))
    expect((await service.call('updates.state', {})).prepared).toBeNull()
  })
})

describe('the first start of another version', () => {
  /** The same folder under another program, as after installing it. */
  async function startedAs(version: string, folder: string): Promise<Service> {
    const service = await aService({ ...program, version, folder })
    await noteProgram(service.context)
    return service
  }

  test('says what is new, once, and sweeps the installer', async () => {
    const first = await aReadyBureau()
    await prepare(first)
    const { folder } = first
    first.close()
    const second = await startedAs('0.2.0', folder)
    expect(await second.call('updates.news', {})).toEqual({
      before: '0.1.0',
      version: '0.2.0',
      isNewer: true,
      notes: usualManifest.notes,
    })
    expect(existsSync(path.join(folder, 'updates/0.2.0'))).toBe(false)
    expect((await second.call('updates.state', {})).prepared).toBeNull()
    second.close()
    const third = await startedAs('0.2.0', folder)
    expect(await third.call('updates.news', {})).not.toBeNull()
    await third.call('updates.seenNews', {})
    expect(await third.call('updates.news', {})).toBeNull()
    third.close()
    expect(await (await startedAs('0.2.0', folder)).call('updates.news', {})).toBeNull()
  })

  test('an installer that was not run yet stays', async () => {
    const first = await aReadyBureau()
    await prepare(first)
    const { folder } = first
    first.close()
    const again = await startedAs('0.1.0', folder)
    expect((await again.call('updates.state', {})).prepared).toMatchObject({ version: '0.2.0' })
    expect(await again.call('updates.news', {})).toBeNull()
  })

  test('what a program that was killed while copying left is swept', async () => {
    const first = await aReadyBureau()
    await prepare(first)
    rmSync(path.join(prepared(first), 'update.json'))
    const half = path.join(first.folder, 'updates/.0123456789abcdef.tmp')
    writeFileSync(half, 'x')
    await noteProgram(first.context)
    expect(readdirSync(path.join(first.folder, 'updates'))).toEqual(['program.json'])
  })

  test('going back to an older program is said as well', async () => {
    const first = await aReadyBureau()
    const { folder } = first
    first.close()
    expect(await (await startedAs('0.0.9', folder)).call('updates.news', {})).toMatchObject({
      before: '0.1.0',
      isNewer: false,
    })
  })

  test('a new ledger has no news', async () => {
    expect(await (await aReadyBureau()).call('updates.news', {})).toBeNull()
  })

  test('a note that cannot be read hides nothing and breaks nothing', async () => {
    const first = await aReadyBureau()
    writeFileSync(path.join(first.folder, 'updates/program.json'), '{"version":"../../x","before":null,"notes":""}')
    await noteProgram(first.context)
    expect(await first.call('updates.news', {})).toBeNull()
  })

  test('a link among the updates is never followed', async () => {
    const first = await aReadyBureau()
    const elsewhere = aFolder()
    writeFileSync(path.join(elsewhere, 'precious'), 'x')
    symlinkSync(elsewhere, path.join(first.folder, 'updates/0.0.1'))
    await noteProgram(first.context)
    expect(readFileSync(path.join(elsewhere, 'precious'), 'utf8')).toBe('x')
  })

  test('a step to the new store that fails: the ledger keeps every byte, the way back is said, the old program goes on', async () => {
    const first = await aReadyBureau()
    await prepare(first)
    const { folder } = first
    const before = dumpOf(first.store().connection)
    first.close()
    const note = fileDigest(path.join(folder, 'updates/program.json'))
    const store = sha256Of(path.join(folder, 'ledger.db'))
    const broken: Migration = { name: '9999_broken', statements: ['CREATE TABLE half (id TEXT) STRICT', 'nonsense'] }
    const opening = openStore(openOptions(folder, { migrations: [...migrations, broken] }))
    await expect(opening).rejects.toThrow('nonsense')
    const second = await aService({ ...program, version: '0.2.0' })
    const context = { ...second.context, dataFolder: folder }
    context.setStore({ kind: 'refused', failure: failedStart(context, 'a1b2c3d4') })
    await noteProgram(context)
    expect(context.storeState()).toMatchObject({
      failure: { code: 'upgradeFailed', params: { before: '0.1.0', version: '0.2.0', incident: 'a1b2c3d4' } },
    })
    expect(fileDigest(path.join(folder, 'updates/program.json'))).toBe(note)
    expect(existsSync(path.join(folder, 'updates/0.2.0', usualManifest.installer))).toBe(true)
    expect(sha256Of(path.join(folder, 'ledger.db'))).toBe(store)
    expect(dumpOf((await startedAs('0.1.0', folder)).store().connection)).toEqual(before)
  })

  test('a start that fails without a change of version is no failed upgrade', async () => {
    const { context } = await aReadyBureau()
    expect(failedStart(context, 'a').code).toBe('unexpected')
  })
})
