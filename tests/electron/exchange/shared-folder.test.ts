import { copyFileSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { trustSigner } from '../../../electron/exchange/signer'
import { readPackage, writePackage } from '../../../electron/exchange/package-file'
import { colleagueDraft } from '../../../electron/exchange/colleague-package'
import { writeIntent } from '../../../electron/context'
import { isKept, keepBytes } from '../../../electron/core/attachment-store'
import { ok } from '../../../shared/core/result'
import { aFolder, filesBelow, refusalOf, valueOf } from '../../builders'
import { colleagues, giveAccounts, seat } from '../access/office'
import { add, addEnterprise, aPc, change, edit, emptyRow, rowOf, sharedDump, type Pc } from './several-pcs'

let folder = ''
beforeEach(() => {
  folder = aFolder()
})

/** As if the fingerprints had been compared on the phone. */
async function trust(pc: Pc, other: Pc): Promise<void> {
  const made = valueOf(colleagueDraft(other.context, other.store(), other.own, { operations: [], withFiles: false }))
  const packed = valueOf(await writePackage(other.context, other.store(), made.draft, { passphrase: null }))
  const read = valueOf(await readPackage({ fileName: 'a.zip', bytes: packed.bytes, passphrase: null }))
  valueOf(
    writeIntent(pc.context, 'exchange.trustKey', {}, (db) => {
      trustSigner(pc.context, db, read, 'colleague')
      return ok(null)
    }),
  )
}

async function useFolder(pc: Pc): Promise<void> {
  const token = pc.context.newId()
  pc.context.grants.set(token, folder)
  await pc.call('exchange.setSharedFolder', { folder: token })
}

async function twoPcs(): Promise<readonly [Pc, Pc]> {
  const pcs = [await aPc('甲'), await aPc('乙')] as const
  const [left, right] = pcs
  await trust(left, right)
  await trust(right, left)
  for (const pc of pcs) await useFolder(pc)
  return pcs
}

/** Rounds until nothing is written or taken any more. */
async function syncAll(pcs: readonly Pc[]): Promise<void> {
  let moved = 1
  while (moved > 0) {
    moved = 0
    for (const pc of pcs) {
      const { written, taken } = await pc.call('exchange.syncFolder', {})
      moved += written + taken
    }
  }
}

describe('共享文件夹交换 (product N2)', { timeout: 60_000 }, () => {
  test('brings in what others did in every stream, also while somebody sits there who only looks', async () => {
    const [left, right] = await twoPcs()
    add(left, 'revenue_entry', { ...emptyRow(left, 'revenue_entry'), id: 'r1', item: '租金', status: 'clue' })
    addEnterprise(left, 'e1', '示例科技')
    await left.call('exchange.syncFolder', {})
    giveAccounts(right, [colleagues.admin, colleagues.viewer])
    seat(right, colleagues.viewer)
    expect((await right.call('exchange.syncFolder', {})).refused).toEqual([])
    expect(rowOf(right, 'revenue_entry', 'r1')).toMatchObject({ item: '租金' })
    // Nothing of his own, and no other folder.
    expect((await refusalOf(right.call('exchange.setSharedFolder', { folder: null }))).code).toBe('notPermitted')
  })

  test('asks before it deletes very much; what is only new or changed comes in at once (fault 58)', async () => {
    const [left, right] = await twoPcs()
    for (let index = 0; index < 60; index += 1) addEnterprise(left, `e${index}`, `企业${index}`)
    await syncAll([left, right])
    edit(left, "UPDATE enterprise SET street = '示例街道'", {}, 'journal.undo')
    await syncAll([left, right])
    expect(rowOf(right, 'enterprise', 'e7')).toMatchObject({ street: '示例街道' })
    edit(left, "DELETE FROM enterprise WHERE id LIKE 'e1%' OR id LIKE 'e2%'", {}, 'journal.undo')
    await left.call('exchange.syncFolder', {})
    const refused = await refusalOf(right.call('exchange.syncFolder', {}))
    expect(refused).toEqual({ code: 'massChange', params: { rows: 22, total: 60 } })
    expect(sharedDump(right)['enterprise']).toHaveLength(60)
    await right.call('exchange.syncFolder', {}, { confirmedRows: 22 })
    expect(sharedDump(right)['enterprise']).toHaveLength(38)
  })

  test('two PCs with 500 edits each through one folder: none is lost', async () => {
    const [left, right] = await twoPcs()
    for (let index = 0; index < 500; index += 1) {
      addEnterprise(left, `l${index}`, `左${index}`)
      addEnterprise(right, `r${index}`, `右${index}`)
      if (index % 100 === 99) await Promise.all([left, right].map((pc) => pc.call('exchange.syncFolder', {})))
    }
    await syncAll([left, right])
    expect(sharedDump(left)['enterprise']).toHaveLength(1000)
    expect(sharedDump(right)).toEqual(sharedDump(left))
  })

  test('each PC writes only files of its own, and never one that is there', async () => {
    const [left, right] = await twoPcs()
    addEnterprise(left, 'e1', '示例科技')
    addEnterprise(right, 'e2', '示例制造')
    await syncAll([left, right])
    const first = filesBelow(folder)
    const bytes = first.map((name) => readFileSync(path.join(folder, name)))
    change(left, 'enterprise', 'e2', 'phone', '1')
    await syncAll([left, right])
    expect(first.map((name) => readFileSync(path.join(folder, name)))).toEqual(bytes)
    const added = filesBelow(folder).filter((name) => !first.includes(name))
    expect(added.every((name) => name.includes(left.own.device))).toBe(true)
    expect(rowOf(right, 'enterprise', 'e2')).toMatchObject({ phone: '1' })
    expect(await left.call('exchange.sharedFolder', {})).toMatchObject({ folder })
  })

  test('an unknown signer is named and left alone', async () => {
    const [left, right] = [await aPc('甲'), await aPc('乙')]
    for (const pc of [left, right]) await useFolder(pc)
    addEnterprise(left, 'e1', '示例科技')
    await left.call('exchange.syncFolder', {})
    const { taken, refused } = await right.call('exchange.syncFolder', {})
    expect(taken).toBe(0)
    expect(refused).toMatchObject([{ fileName: filesBelow(folder).find((name) => name.includes(left.own.device)) }])
    expect(refused[0]?.text).toContain('第一次见到')
    expect(rowOf(right, 'enterprise', 'e1')).toBeUndefined()
  })

  test('a file that is cut off is named, changes nothing, and is taken once it is whole', async () => {
    const [left, right] = await twoPcs()
    addEnterprise(left, 'e1', '示例科技')
    await left.call('exchange.syncFolder', {})
    const name = filesBelow(folder).find((each) => each.includes(left.own.device)) ?? ''
    const whole = path.join(aFolder(), 'whole.zip')
    copyFileSync(path.join(folder, name), whole)
    truncateSync(path.join(folder, name), 300)
    expect((await right.call('exchange.syncFolder', {})).refused).toHaveLength(1)
    expect(rowOf(right, 'enterprise', 'e1')).toBeUndefined()
    copyFileSync(whole, path.join(folder, name))
    expect((await right.call('exchange.syncFolder', {})).refused).toEqual([])
    expect(rowOf(right, 'enterprise', 'e1')).toBeDefined()
  })

  test('a file under a wrong name is refused; files of others are nobody’s business', async () => {
    const [left, right] = await twoPcs()
    addEnterprise(left, 'e1', '示例科技')
    await left.call('exchange.syncFolder', {})
    const name = filesBelow(folder).find((each) => each.includes(left.own.device)) ?? ''
    const wrong = name.replace(left.own.device, left.context.newId())
    copyFileSync(path.join(folder, name), path.join(folder, wrong))
    writeFileSync(path.join(folder, '走访表.xlsx'), 'x')
    const { refused } = await right.call('exchange.syncFolder', {})
    expect(refused.map(({ fileName }) => fileName)).toEqual([wrong])
  })

  test('a file that was taken away is written again', async () => {
    const [left, right] = await twoPcs()
    addEnterprise(left, 'e1', '示例科技')
    await left.call('exchange.syncFolder', {})
    change(left, 'enterprise', 'e1', 'phone', '1')
    await left.call('exchange.syncFolder', {})
    const [first = ''] = readdirSync(folder).filter(
      (each) => each.endsWith('1-1.zip') && each.includes(left.own.device),
    )
    expect(first).not.toBe('')
    rmSync(path.join(folder, first))
    await left.call('exchange.syncFolder', {})
    await right.call('exchange.syncFolder', {})
    expect(rowOf(right, 'enterprise', 'e1')).toMatchObject({ phone: '1' })
  })

  test('files of a copy of our data are seen before anything is written', async () => {
    const [left] = await twoPcs()
    addEnterprise(left, 'e1', '示例科技')
    await left.call('exchange.syncFolder', {})
    const [name = ''] = filesBelow(folder).filter((each) => each.includes(left.own.device))
    copyFileSync(path.join(folder, name), path.join(folder, name.replace(/_1-\d+/, '_2-9')))
    expect((await refusalOf(left.call('exchange.syncFolder', {}))).code).toBe('deviceForked')
  })

  test('a folder that is not there is refused; ours is not set up by itself', async () => {
    const [left] = await twoPcs()
    rmSync(folder, { recursive: true })
    expect((await refusalOf(left.call('exchange.syncFolder', {}))).code).toBe('sharedFolderMissing')
    await left.call('exchange.setSharedFolder', { folder: null })
    expect(await left.call('exchange.sharedFolder', {})).toBeNull()
    expect((await refusalOf(left.call('exchange.syncFolder', {}))).code).toBe('sharedFolderMissing')
  })

  test('what came by itself is not what Ctrl+Z takes back', async () => {
    const [left, right] = await twoPcs()
    addEnterprise(right, 'e1', '示例科技')
    addEnterprise(left, 'e2', '示例制造')
    await left.call('exchange.syncFolder', {})
    await right.call('exchange.syncFolder', {})
    const { entry } = await right.call('core.undoLast', {})
    expect(entry.intent).not.toBe('exchange.merge')
    expect([rowOf(right, 'enterprise', 'e1'), rowOf(right, 'enterprise', 'e2') !== undefined]).toEqual([
      undefined,
      true,
    ])
  })

  test('files that records refer to go along', async () => {
    const [left, right] = await twoPcs()
    addEnterprise(left, 'e1', '示例科技')
    const sha256 = valueOf(await keepBytes(left.folder, new TextEncoder().encode('走访照片')))
    const file = { id: 'f1', room: 'registry', record_id: 'e1', file_name: '走访.jpg', sha256, size: 12 }
    add(left, 'attachment', { ...emptyRow(left, 'attachment'), ...file })
    add(left, 'attachment', {
      ...emptyRow(left, 'attachment'),
      ...file,
      id: 'f2',
      file_name: '丢失.jpg',
      sha256: 'a'.repeat(64),
    })
    await left.call('exchange.syncFolder', {})
    const { refused } = await right.call('exchange.syncFolder', {})
    expect(isKept(right.folder, sha256)).toBe(true)
    expect(refused.map(({ text }) => text)).toEqual([expect.stringContaining('丢失.jpg')])
  })
})

describe('a package by hand', { timeout: 60_000 }, () => {
  async function sent(pc: Pc, to: string | null) {
    const token = pc.context.newId()
    pc.context.grants.set(token, folder)
    const made = await pc.call('exchange.sendColleague', { folder: token, to, withFiles: true, passphrase: null })
    return { ...made, bytes: new Uint8Array(readFileSync(path.join(folder, made.file.fileName))) }
  }

  async function accepted(pc: Pc, { bytes, file }: Awaited<ReturnType<typeof sent>>) {
    const preview = await pc.call('exchange.open', { fileName: file.fileName, bytes, passphrase: null })
    const done = await pc.call('exchange.accept', {
      session: preview.session,
      trustSigner: true,
      acceptUnsigned: false,
    })
    return { preview, done }
  }

  test('preview, taking over, and the next one carries only what is new', async () => {
    const [left, right] = [await aPc('甲'), await aPc('乙')]
    addEnterprise(left, 'e1', '示例科技')
    addEnterprise(left, 'e2', '示例制造')
    const first = await accepted(right, await sent(left, null))
    expect(first.preview.counts).toMatchObject({ added: 2, conflicts: 0 })
    expect(first.done).toMatchObject({ kind: 'colleague', counts: { added: 2 }, conflicts: 0 })
    await accepted(left, await sent(right, left.own.device))
    change(left, 'enterprise', 'e1', 'phone', '1')
    const next = await sent(left, right.own.device)
    expect(next.operations).toBe(1)
    expect((await accepted(right, next)).done.counts).toMatchObject({ updated: 1 })
    expect(await left.call('exchange.devices', {})).toMatchObject(
      [
        { device: left.own.device, isOwn: true },
        { device: right.own.device, isOwn: false, knowsOfOurs: 2, ours: 3 },
      ].toSorted((a, b) => (a.device < b.device ? -1 : 1)),
    )
  })
})
