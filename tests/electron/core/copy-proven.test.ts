import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { copyProven, NotProven } from '../../../electron/core/copy-proven'
import { digestOf } from '../../../electron/core/attachment-store'
import { aFolder, filesBelow } from '../../builders'

function source(): { readonly file: string; readonly bytes: Uint8Array; readonly sha256: string } {
  const bytes = new Uint8Array(3 * 1024 * 1024 + 7).map((_, index) => index % 251)
  const file = path.join(aFolder(), 'source')
  writeFileSync(file, bytes)
  return { file, bytes, sha256: digestOf(bytes) }
}

it('gives the name to a copy that was read back as it should be', async () => {
  const { file, bytes, sha256 } = source()
  const folder = aFolder()
  await copyProven(file, path.join(folder, 'copy'), sha256)
  expect(filesBelow(folder)).toEqual(['copy'])
  expect(Buffer.compare(readFileSync(path.join(folder, 'copy')), Buffer.from(bytes))).toBe(0)
})

it('a source that is not what it should be is not copied, and an older copy stays', async () => {
  const { file, sha256 } = source()
  const folder = aFolder()
  writeFileSync(path.join(folder, 'copy'), 'older')
  writeFileSync(file, 'altered')
  const refused = await copyProven(file, path.join(folder, 'copy'), sha256).catch((thrown: unknown) => thrown)
  expect(refused).toBeInstanceOf(NotProven)
  expect(refused).toMatchObject({ isSource: true })
  expect(filesBelow(folder)).toEqual(['copy'])
  expect(readFileSync(path.join(folder, 'copy'), 'utf8')).toBe('older')
})

it('a target that cannot be written is told by the system’s own code', async () => {
  const { file, sha256 } = source()
  await expect(copyProven(file, path.join(aFolder(), 'nowhere/copy'), sha256)).rejects.toMatchObject({ code: 'ENOENT' })
})
