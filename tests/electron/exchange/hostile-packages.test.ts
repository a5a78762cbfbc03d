import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parseGuardedJson } from '../../../electron/exchange/guarded-json'
import { isSafeName } from '../../../shared/exchange/package-names'
import { codeOf, valueOf } from '../../builders'
import { reading, zipOf, type LooseFile } from './packages'

// Everything here is what a stranger could put on a stick. Each case is refused in words, without a crash and without
// inflating more than the caps.

function manifestOf(files: readonly LooseFile[], changes: object = {}): LooseFile {
  const manifest = {
    format: 'sizhua-package',
    version: { major: 1, minor: 0 },
    id: '0190aaaa-0000-7000-8000-000000000001',
    kind: 'summary',
    from: { unit: '东丽区审计局', mode: 'bureau', device: 'd', keyId: '0'.repeat(32) },
    to: null,
    period: '2022Q2',
    year: 2022,
    edition: 1,
    sequence: 1,
    previous: null,
    createdAt: '2022-07-01T09:00:00+08:00',
    program: 'somebody',
    suite: 'ed25519-sha256',
    publicKey: '',
    checkCode: '',
    counts: {},
    ruleSet: null,
    entries: files.map(({ path, bytes }) => ({
      path,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    ...changes,
  }
  return { path: 'manifest.json', bytes: Buffer.from(JSON.stringify(manifest)) }
}

const data = (text: string): LooseFile => ({ path: 'data.json', bytes: Buffer.from(text) })

async function readingOf(files: readonly LooseFile[], changes: object = {}) {
  return reading(await zipOf([manifestOf(files, changes), ...files]))
}

/** Writes a zip by hand, for what no tool would write. */
function rawZip(
  entries: readonly { name: string; contents: Buffer; size: number; method: number; at?: number }[],
): Buffer {
  const local: Buffer[] = []
  const lines: Buffer[] = []
  let offset = 0
  for (const { name, contents, size, method, at } of entries) {
    const nameBytes = Buffer.from(name)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(0x800, 6)
    header.writeUInt16LE(method, 8)
    header.writeUInt32LE(contents.length, 18)
    header.writeUInt32LE(size, 22)
    header.writeUInt16LE(nameBytes.length, 26)
    const line = Buffer.alloc(46)
    line.writeUInt32LE(0x02014b50, 0)
    header.copy(line, 6, 4, 30)
    line.writeUInt32LE(at ?? offset, 42)
    lines.push(line, nameBytes)
    if (at !== undefined) continue
    local.push(header, nameBytes, contents)
    offset += 30 + nameBytes.length + contents.length
  }
  const directory = Buffer.concat(lines)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length % 0x10000, 8)
  end.writeUInt16LE(entries.length % 0x10000, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

test('an honest file of a stranger is read, so that the refusals below mean something', async () => {
  expect(valueOf(await readingOf([data('{"a":1}')])).payload).toEqual({ a: 1 })
  const { path, bytes } = manifestOf([])
  expect(
    valueOf(await reading(rawZip([{ name: path, contents: Buffer.from(bytes), size: bytes.length, method: 0 }]))),
  ).toBeTruthy()
})

test('a bomb is refused before it is inflated', async () => {
  const packed = deflateRawSync(Buffer.alloc(64 * 1024 * 1024))
  const bomb = { name: 'data.json', contents: packed, size: 64 * 1024 * 1024, method: 8 }
  const started = process.memoryUsage().rss
  expect(codeOf(await reading(rawZip([bomb])))).toBe('packageTooLarge')
  // Smaller than it says, larger than it says.
  const manifest = manifestOf([])
  const first = { name: manifest.path, contents: Buffer.from(manifest.bytes), size: manifest.bytes.length, method: 0 }
  expect(codeOf(await reading(rawZip([first, { ...bomb, size: 1000 }])))).toBe('packageUnexpectedFile')
  const listed = manifestOf([data('x'.repeat(1000))])
  const second = { name: listed.path, contents: Buffer.from(listed.bytes), size: listed.bytes.length, method: 0 }
  expect(codeOf(await reading(rawZip([second, { ...bomb, size: 1000 }])))).toBe('packageBroken')
  expect(process.memoryUsage().rss - started).toBeLessThan(48 * 1024 * 1024)
})

test('entries that share bytes, lie outside or say other sizes than their headers are refused', async () => {
  const manifest = manifestOf([])
  const first = { name: manifest.path, contents: Buffer.from(manifest.bytes), size: manifest.bytes.length, method: 0 }
  expect(codeOf(await reading(rawZip([first, { ...first, at: 0 }])))).toBe('packageBroken')
  expect(codeOf(await reading(rawZip([first, { ...first, name: 'x', at: 4_000_000 }])))).toBe('packageBroken')
  const lying = rawZip([first])
  lying.writeUInt32LE(5, 22)
  expect(codeOf(await reading(lying))).toBe('packageBroken')
  const otherName = rawZip([first])
  otherName.write('manifesT.json', 30)
  expect(codeOf(await reading(otherName))).toBe('packageBroken')
  expect(codeOf(await reading(rawZip([{ ...first, method: 12 }])))).toBe('packageBroken')
})

test('100,000 entries are refused by their number', async () => {
  const bytes = rawZip([])
  // A ZIP64 end record names a number that the short one cannot.
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(100_000n, 24)
  record.writeBigUInt64LE(100_000n, 32)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  const head = Buffer.from('PK\u0003\u0004', 'latin1')
  locator.writeBigUInt64LE(BigInt(head.length), 8)
  expect(codeOf(await reading(Buffer.concat([head, record, locator, bytes])))).toBe('packageTooLarge')
  const many = Array.from({ length: 30_000 }, (_, index) => ({
    name: `${index}`,
    contents: Buffer.alloc(0),
    size: 0,
    method: 0,
  }))
  expect(codeOf(await reading(rawZip(many)))).toBe('packageTooLarge')
})

test.each([
  '../../../etc/passwd',
  'att/../../x',
  '/etc/passwd',
  'C:/Windows/x',
  'att\\..\\x',
  'con',
  'NUL.txt',
  'att/com1.xlsx',
  'x.',
  'x ',
  'a\u0000b',
  'a\u202efdp.exe',
  'a/b/c/d',
  '',
])('no file of a package is called %j', async (name) => {
  expect(isSafeName(name)).toBe(false)
  const contents = Buffer.from('x')
  const manifest = manifestOf([{ path: name, bytes: contents }])
  const first = { name: manifest.path, contents: Buffer.from(manifest.bytes), size: manifest.bytes.length, method: 0 }
  expect(codeOf(await reading(rawZip([first, { name, contents, size: 1, method: 0 }])))).toBe('packageUnsafeName')
})

test('names that one system or another takes for the same, symlinks and files beside the manifest are refused', async () => {
  const file = (path: string, mode?: number): LooseFile => ({
    path,
    bytes: Buffer.from('x'),
    ...(mode ? { mode } : {}),
  })
  expect(codeOf(await readingOf([file('表.xlsx'), file('表.XLSX')]))).toBe('packageUnsafeName')
  expect(codeOf(await readingOf([file('a.txt'), file('ａ.txt')]))).toBe('packageUnsafeName')
  expect(codeOf(await readingOf([file('表.xlsx', 0o120777)]))).toBe('packageUnsafeName')
  const twice = [file('manifest.json'), manifestOf([])]
  expect(codeOf(await reading(await zipOf(twice)))).toBe('packageUnsafeName')
  expect(codeOf(await reading(await zipOf([manifestOf([]), file('setup.exe')])))).toBe('packageUnexpectedFile')
  const named = [{ path: `att/${'0'.repeat(64)}`, bytes: Buffer.from('x') }]
  expect(codeOf(await readingOf(named))).toBe('packageBroken')
  expect(codeOf(await reading(await zipOf([manifestOf([file('manifest.json')])])))).toBe('packageBroken')
})

test('names in GBK, as older Windows writes them, are understood', async () => {
  // 「小结」 in GBK.
  const gbk = Buffer.from([0xd0, 0xa1, 0xbd, 0xe1])
  const files = [{ path: '小结', bytes: Buffer.from('x') }]
  const manifest = manifestOf(files)
  const marked = 'QQQQ'
  const bytes = rawZip([
    { name: manifest.path, contents: Buffer.from(manifest.bytes), size: manifest.bytes.length, method: 0 },
    { name: marked, contents: Buffer.from('x'), size: 1, method: 0 },
  ])
  for (let at = bytes.indexOf(marked); at >= 0; at = bytes.indexOf(marked)) gbk.copy(bytes, at)
  // The flag says UTF-8 in header and directory: cleared in both.
  for (let at = bytes.indexOf('PK'); at >= 0; at = bytes.indexOf('PK', at + 1)) {
    if (bytes.readUInt16LE(at + 2) === 0x0403) bytes.writeUInt16LE(0, at + 6)
    if (bytes.readUInt16LE(at + 2) === 0x0201) bytes.writeUInt16LE(0, at + 8)
  }
  expect(valueOf(valueOf(await reading(bytes)).fileOf('小结'))).toHaveLength(1)
})

test('deep JSON, broken JSON and other encodings are no data', async () => {
  expect(codeOf(await readingOf([data('['.repeat(100_000))]))).toBe('packageBroken')
  expect(codeOf(await readingOf([data(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)]))).toBe('packageBroken')
  expect(codeOf(await readingOf([data('{"a":')]))).toBe('packageBroken')
  expect(codeOf(await readingOf([{ path: 'data.json', bytes: Buffer.from([0x22, 0xff, 0x22]) }]))).toBe('packageBroken')
  expect(parseGuardedJson(Buffer.from(`[${'0,'.repeat(10_000_001)}0]`))).toBeUndefined()
  const deepManifest = { path: 'manifest.json', bytes: Buffer.from(`{"a":${'['.repeat(50_000)}`) }
  expect(codeOf(await reading(await zipOf([deepManifest])))).toBe('packageBroken')
  expect(parseGuardedJson(Buffer.from(`"${'[\\"'.repeat(200)}"`))).toBe('["'.repeat(200))
})

test('a key __proto__ reaches no prototype, however it is written', async () => {
  for (const key of ['__proto__', '\\u005f_proto__', '__pr\\u006fto__']) {
    const read = valueOf(await readingOf([data(`{"${key}":{"polluted":1},"rows":[{"${key}":[1]}],"kept":"\\u4e00"}`)]))
    expect(Object.keys(read.payload as object)).toEqual(['rows', 'kept'])
    expect(Object.assign({}, read.payload)).not.toHaveProperty('polluted')
    const manifest = valueOf(await readingOf([], { counts: JSON.parse(`{"${key}":3,"constructor":1}`) as object }))
    expect(Object.getPrototypeOf(manifest.manifest.counts)).toBe(Object.prototype)
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('what is no package of ours says so', async () => {
  expect(codeOf(await reading(Buffer.alloc(0)))).toBe('packageNotOurs')
  expect(codeOf(await reading(Buffer.from('%PDF-1.7 ...')))).toBe('packageNotOurs')
  expect(codeOf(await reading(await zipOf([{ path: '[Content_Types].xml', bytes: Buffer.from('<x/>') }])))).toBe(
    'packageNotOurs',
  )
  expect(codeOf(await readingOf([], { format: 'other' }))).toBe('packageBroken')
  expect(codeOf(await readingOf([], { kind: 'gift' }))).toBe('packageBroken')
})
