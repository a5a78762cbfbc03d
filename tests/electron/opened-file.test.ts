import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createOpenedFiles, packageAmong } from '../../electron/opened-file'
import { aFolder, codeOf, valueOf } from '../builders'

const among = (...args: readonly string[]): string | null => packageAmong(['sizhua', ...args], '/home/u')

describe('the file among a program’s arguments', () => {
  test.each<readonly [readonly string[], string | null]>([
    [['/U/a.zip'], '/U/a.zip'],
    [['回执.zip'], '/home/u/回执.zip'],
    [['../x/a.SZPKG'], '/home/x/a.SZPKG'],
    [['--sample', '/U/a.szpkg'], '/U/a.szpkg'],
    [['file:///U/%E5%9B%9E%E6%89%A7.zip'], '/U/回执.zip'],
    [['/U/one.txt', '/U/two.zip', '/U/three.zip'], '/U/two.zip'],
    // What follows a switch belongs to it, however it looks.
    [['--data', '/data/a.zip'], null],
    [['--actor', 'a.zip', '--as-of', 'b.zip'], null],
    [['--a.zip'], null],
    [['-a.zip'], null],
    // Other kinds are not looked at, let alone run.
    [['/U/a.zip.exe'], null],
    [['/U/a.xlsx', '/etc/passwd', '/U/a.zip/'], '/U/a.zip'],
    [['/U/.zip'], null],
    // Addresses of other machines and other programs.
    [['file://server/share/a.zip'], null],
    [['file:///U/a%00.zip'], null],
    [['file:///U/a%2F..%2Fb.zip'], null],
    [['https://example.com/a.zip'], null],
    [['javascript:a.zip'], null],
    [['smb://server/a.zip'], null],
    [['/U/a\0.zip'], null],
    [[], null],
  ])('%j', (args, expected) => expect(among(...args)).toBe(expected))

  test('the program’s own path is none', () => expect(packageAmong(['/opt/a.zip'], '/')).toBeNull())
})

describe('what waits for the window', () => {
  const files = createOpenedFiles()
  const take = (file: string) => {
    files.offer(['sizhua', file], '/')
    return files.take(files.waiting()?.id ?? 0)
  }

  test('is read once, and the newest takes the place of the one before', async () => {
    const folder = aFolder()
    for (const name of ['a.zip', 'b.zip']) writeFileSync(path.join(folder, name), name)
    expect(files.offer(['sizhua', path.join(folder, 'a.zip')], '/')).toBe(true)
    const first = files.waiting()
    expect(files.offer(['sizhua', '--sample'], '/')).toBe(false)
    expect(files.offer(['sizhua', 'b.zip'], folder)).toBe(true)
    const second = files.waiting()
    expect([first?.fileName, second?.fileName]).toEqual(['a.zip', 'b.zip'])
    expect(valueOf(await files.take(first?.id ?? 0))).toBeNull()
    const taken = valueOf(await files.take(second?.id ?? 0))
    expect(taken?.fileName).toBe('b.zip')
    expect(Buffer.from(taken?.bytes ?? []).toString()).toBe('b.zip')
    expect(files.waiting()).toBeNull()
    expect(valueOf(await files.take(second?.id ?? 0))).toBeNull()
  })

  test('a missing file, a folder and a pipe are refused at once', async () => {
    const folder = aFolder()
    mkdirSync(path.join(folder, 'folder.zip'))
    execFileSync('mkfifo', [path.join(folder, 'pipe.zip')])
    symlinkSync('/dev/zero', path.join(folder, 'device.zip'))
    const codes: string[] = []
    for (const name of ['none.zip', 'folder.zip', 'pipe.zip', 'device.zip'])
      codes.push(codeOf(await take(path.join(folder, name))))
    expect(codes).toEqual(Array(4).fill('fileNotReadable'))
  })

  test('one that is too large is refused with the limit, unread', async () => {
    const file = path.join(aFolder(), 'large.zip')
    writeFileSync(file, '')
    truncateSync(file, 300 * 1024 * 1024)
    const refused = await take(file)
    expect(refused).toMatchObject({ ok: false, error: { code: 'packageTooLarge', params: { limit: '256 MB' } } })
  })

  test('an address of this computer is taken as well', async () => {
    const file = path.join(aFolder(), '回执 甲.zip')
    writeFileSync(file, 'x')
    expect(valueOf(await take(pathToFileURL(file).href))?.fileName).toBe('回执 甲.zip')
  })
})
