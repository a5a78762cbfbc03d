import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeFolderAtomically } from '../../../electron/core/atomic-folder'
import { pdfFileName, writePdf } from '../../../electron/core/pdf-file'
import { aFolder, codeOf, filesBelow, valueOf } from '../../builders'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a folder of files that is there whole or not at all', () => {
  test('its name shows every file; a name that is taken gets a number', async () => {
    const parent = aFolder()
    const files = [
      { fileName: 'a.zip', bytes: bytes('a') },
      { fileName: 'b.zip', bytes: bytes('b') },
    ]
    const first = valueOf(await writeFolderAtomically(parent, '回执_2022Q2', files))
    expect(first).toBe(path.join(parent, '回执_2022Q2'))
    const second = valueOf(await writeFolderAtomically(parent, '回执_2022Q2', files))
    expect(path.basename(second)).toBe('回执_2022Q2_2')
    expect(readdirSync(parent).toSorted()).toEqual(['回执_2022Q2', '回执_2022Q2_2'])
    expect(filesBelow(first)).toEqual(['a.zip', 'b.zip'])
  })

  test('one file that cannot be written leaves nothing, no hidden folder either', async () => {
    const parent = aFolder()
    const files = [
      { fileName: 'a.zip', bytes: bytes('a') },
      { fileName: 'no such folder/b.zip', bytes: bytes('b') },
    ]
    expect(codeOf(await writeFolderAtomically(parent, '回执', files))).toBe('folderNotWritable')
    expect(readdirSync(parent)).toEqual([])
  })

  test('a parent that is gone, or no folder, is told', async () => {
    const parent = path.join(aFolder(), 'gone')
    expect(codeOf(await writeFolderAtomically(parent, '回执', []))).toBe('folderNotWritable')
    writeFileSync(parent, 'a file')
    expect(codeOf(await writeFolderAtomically(parent, '回执', []))).toBe('folderNotWritable')
  })
})

describe('the PDF of what a page prints', () => {
  test('is written whole under a free name; what is there stays', async () => {
    const folder = aFolder()
    writeFileSync(path.join(folder, '海报.pdf'), 'old')
    const written = valueOf(await writePdf(folder, '海报', () => Promise.resolve(bytes('%PDF-1.4'))))
    expect(path.basename(written)).toBe('海报_2.pdf')
    expect(readFileSync(path.join(folder, '海报.pdf'), 'utf8')).toBe('old')
    expect(readFileSync(written, 'utf8')).toBe('%PDF-1.4')
  })

  test.each([
    ['单位页.PDF', '单位页.pdf'],
    ['../../etc/passwd', 'etcpasswd.pdf'],
    ['a:b*c?.pdf', 'abc.pdf'],
    [' . ', 'sizhua.pdf'],
    ['字'.repeat(200), `${'字'.repeat(120)}.pdf`],
  ])('the name %s stays in the folder', (wanted, name) => {
    expect(pdfFileName(wanted)).toBe(name)
  })

  test('a printer that fails or gives nothing leaves no file', async () => {
    const folder = aFolder()
    expect(codeOf(await writePdf(folder, 'a', () => Promise.reject(new Error('no printer'))))).toBe('folderNotWritable')
    expect(codeOf(await writePdf(folder, 'a', () => Promise.resolve(new Uint8Array())))).toBe('folderNotWritable')
    expect(existsSync(path.join(folder, 'a.pdf'))).toBe(false)
  })
})
