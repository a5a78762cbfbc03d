import { Buffer } from 'node:buffer'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { savePackageFile } from '../../../electron/exchange/save-package-file'
import { aBureau, aFolder, codeOf, filesBelow, valueOf } from '../../builders'

test('a package is written under a free name, with its digest, and can be shown by its token', async () => {
  const { context } = await aBureau()
  const folder = aFolder()
  const bytes = Buffer.from('a package')
  writeFileSync(path.join(folder, '上报包.zip'), 'an older one')
  const saved = valueOf(await savePackageFile(context, folder, '上报包.zip', bytes))
  expect(saved).toMatchObject({ fileName: '上报包_2.zip', bytes: 9 })
  expect(readFileSync(saved.path)).toEqual(bytes)
  expect(context.grants.get(saved.fileToken)).toBe(saved.path)
  expect(readFileSync(path.join(folder, '上报包.zip'), 'utf8')).toBe('an older one')
})

// A stick that was pulled out: the folder is gone when the bytes come.
test('where nothing can be written, no part of a file stays', async () => {
  const { context } = await aBureau()
  const folder = aFolder()
  expect(codeOf(await savePackageFile(context, path.join(folder, 'stick'), '上报包.zip', Buffer.from('x')))).toBe(
    'folderNotWritable',
  )
  expect(filesBelow(folder)).toEqual([])
})
