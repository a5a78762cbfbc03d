import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { keepBytes } from '../../../electron/core/attachment-store'
import { parseGuardedJson } from '../../../electron/exchange/guarded-json'
import { readWorkbookBytes } from '../../../electron/tables/read-workbook'
import { CallError } from '../../../shared/ipc/client'
import { messageText } from '../../../shared/terms/messages'
import {
  aBureau,
  aCliFolder,
  aFolder,
  cliFile,
  codeOf,
  dumpOf,
  dumpOfFolder,
  fixture,
  refusalOf,
  valueOf,
} from '../../builders'
import { reading, written } from '../../electron/exchange/packages'
import { buildXlsx, buildZip, xlsxParts, type ZipPart } from '../../electron/tables/zip-builder'
import { endOf } from '../has-ended'
import { randomFrom } from '../random'
import { tried } from '../scale'

const refusals = ['packageBroken', 'packageNotOurs', 'packageUnsafeName', 'packageTooLarge']
const TRIALS = 2_000
const STEP = 997

/** A package with a large file in it. */
async function aLargePackage() {
  const bureau = await aBureau()
  const random = randomFrom(30)
  const photo = Buffer.from(Array.from({ length: 600_000 }, () => Math.floor(random() * 256)))
  const sha256 = valueOf(await keepBytes(bureau.folder, photo))
  const { bytes } = await written(bureau, { attachments: [sha256] })
  expect((await reading(bytes)).ok).toBe(true)
  return Buffer.from(bytes)
}

test('30: a package cut at every 997th length is refused before anything changes', async () => {
  const bytes = await aLargePackage()
  const district = await aBureau({ bureau: { name: '东丽区考核办', mode: 'district' } })
  const before = dumpOf(district.store().connection)
  let cuts = 0
  for (let length = 0; length < bytes.length; length += STEP, cuts += 1) {
    const cut = new Uint8Array(bytes.subarray(0, length))
    const failure = await refusalOf(
      district.call('exchange.open', { fileName: '包.zip', bytes: cut, passphrase: null }),
    )
    expect(refusals).toContain(failure.code)
    expect(messageText(failure.code, failure.params)).toMatch(/\p{Script=Han}/u)
  }
  expect(cuts).toBeGreaterThan(600)
  expect(dumpOf(district.store().connection)).toEqual(before)
  expect(district.incidents).toEqual([])
  tried(cuts)
}, 600_000)

function flipped(bytes: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(bytes)
  const at = Math.floor(random() * copy.length)
  copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  return copy
}

test('31: 2,000 flipped bits of a package, and of an encrypted one, are all refused', async () => {
  const random = randomFrom(31)
  const bureau = await aBureau()
  const plain = Buffer.from((await written(bureau)).bytes)
  const sealed = Buffer.from((await written(bureau, {}, 'Abcd1234')).bytes)
  for (let trial = 0; trial < TRIALS; trial += 1) {
    expect(refusals).toContain(codeOf(await reading(flipped(plain, random))))
  }
  for (let trial = 0; trial < TRIALS / 10; trial += 1)
    expect(refusals).toContain(codeOf(await reading(flipped(sealed, random), 'Abcd1234')))
  tried(TRIALS * 1.1)
}, 900_000)

test('44: 2,000 flipped bits of a workbook end in a code or a grid, never in a throw', async () => {
  const random = randomFrom(44)
  const file = readFileSync(fixture('assignments/dongli-2022-audit-bureau.xlsx'))
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const read = await readWorkbookBytes(flipped(file, random))
    expect(read.ok ? 'read' : read.error.code).toMatch(/^file|^read$/)
  }
  tried(TRIALS)
}, 900_000)

// The reader of these takes any memory that a damaged length asks for; only the thread that it runs in ends.
test('44: 80 flipped bits of a workbook of the old kind, read as the program reads them, leave the program as it was', async () => {
  const random = randomFrom(45)
  const service = await aBureau()
  const before = dumpOf(service.store().connection)
  const file = readFileSync(fixture('assignments/dongli-2022-audit-bureau.xls'))
  const choice = { kind: null, sheet: null, headerRows: null, mapping: null }
  for (let trial = 0; trial < 80; trial += 1) {
    const bytes = new Uint8Array(flipped(file, random))
    const code = await service.call('tables.open', { fileName: '任务.xls', bytes, choice }).then(
      () => 'read',
      (cause: unknown) => (cause instanceof CallError ? cause.failure.code : String(cause)),
    )
    expect(code).toMatch(/^file|^read$|^header|^kind/)
  }
  expect(dumpOf(service.store().connection)).toEqual(before)
  expect(service.incidents).toEqual([])
  tried(80)
}, 900_000)

/** A directory of so many entries that share one empty file. */
function manyEntries(count: number): Buffer {
  const name = Buffer.from('xl/a.xml')
  const local = Buffer.alloc(30 + name.length)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  name.copy(local, 30)
  const line = Buffer.alloc(46 + name.length)
  line.writeUInt32LE(0x02014b50, 0)
  line.writeUInt16LE(name.length, 28)
  name.copy(line, 46)
  const directory = Buffer.alloc(line.length * count)
  for (let index = 0; index < count; index += 1) line.copy(directory, index * line.length)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count % 0x10000, 8)
  end.writeUInt16LE(count % 0x10000, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, directory, end])
}

test('41: a million entries, a million rows, a field of 50 MB and JSON of 100,000 levels meet their caps', async () => {
  const entries = manyEntries(1_000_000)
  expect(refusals).toContain(codeOf(await reading(entries)))
  const asWorkbook = await readWorkbookBytes(entries)
  expect(asWorkbook.ok ? 'read' : asWorkbook.error.code).toMatch(/^file/)
  const rows = Array.from(
    { length: 1_000_000 },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index % 7}</v></c></row>`,
  )
  const tall = await readWorkbookBytes(buildXlsx(rows.join('')))
  expect(tall.ok ? 'read' : tall.error.code).toBe('fileTooManyCells')
  const field = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'长'.repeat(17 * 1024 * 1024)}</t></is></c></row>`
  const long = await readWorkbookBytes(buildXlsx(field))
  expect(long.ok ? 'read' : long.error.code).toMatch(/^file|^read$/)
  expect(parseGuardedJson(Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toBeUndefined()
  tried(5)
}, 600_000)

/** Small files that grow to hundreds of megabytes. Source: reliability 0.5. */
const bombs: Readonly<Record<string, () => Buffer>> = {
  'rows of equal cells': () => {
    const row = (index: number) => `<row r="${index}">${'<c><v>1</v></c>'.repeat(20)}</row>`
    return buildXlsx(Array.from({ length: 900_000 }, (_, index) => row(index + 1)).join(''))
  },
  'blanks between cells': () => buildXlsx(Buffer.alloc(300 * 1024 * 1024, ' ')),
  'shared strings of blanks': () =>
    buildZip([
      ...xlsxParts('<row r="1"><c r="A1"><v>1</v></c></row>'),
      { name: 'xl/sharedStrings.xml', content: Buffer.alloc(250 * 1024 * 1024, ' ') },
    ]),
  'many parts just below the limit of one': () => {
    const part = (index: number): ZipPart => ({
      name: `xl/media/p${index}.bin`,
      content: Buffer.alloc(4 * 1024 * 1024),
    })
    return buildZip([...xlsxParts('<row r="1"/>'), ...Array.from({ length: 150 }, (_, index) => part(index))])
  },
  'a zip in a zip': () => {
    const inner = buildZip([{ name: 'a', content: Buffer.alloc(200 * 1024 * 1024) }])
    return buildZip([...xlsxParts('<row r="1"/>'), { name: 'xl/embeddings/inner.zip', content: inner }])
  },
}

/** Highest resident memory of a process while it lives. Unit: MiB. */
async function importedWith(file: string, folder: string) {
  const child = spawn(process.execPath, [cliFile, 'import', file, '--data', folder, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let [peak, text] = [0, '']
  child.stdout.on('data', (part: Buffer) => (text += String(part)))
  const ended = once(child, 'close')
  const hasEnded = endOf(ended)
  while (!hasEnded()) {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    } catch {
      // It has just ended.
    }
    await wait(10)
  }
  const answer = JSON.parse(text) as { readonly error?: { readonly code: string } }
  return { code: answer.error?.code ?? 'read', peak }
}

test('39, 44: small files that grow to hundreds of MB are refused with at most 200 MB more memory than a good one', async () => {
  const folder = aCliFolder()
  const before = dumpOfFolder(folder)
  const good = await importedWith(fixture('bad/empty.xlsx'), folder)
  const found: [string, string, boolean][] = []
  for (const [name, make] of Object.entries(bombs)) {
    const file = path.join(aFolder(), 'bomb.xlsx')
    writeFileSync(file, make())
    const { code, peak } = await importedWith(file, folder)
    found.push([name, code.startsWith('file') ? 'file…' : code, peak - good.peak <= 200])
  }
  expect(found).toEqual(Object.keys(bombs).map((name) => [name, 'file…', true]))
  expect(dumpOfFolder(folder)).toEqual(before)
  tried(found.length)
}, 600_000)

test('39, 44: while such a file is refused the service answers other calls within a second', async () => {
  const service = await aBureau()
  const bytes = new Uint8Array((bombs['rows of equal cells'] ?? (() => Buffer.alloc(0)))())
  const choice = { kind: null, sheet: null, headerRows: null, mapping: null }
  const refused = refusalOf(service.call('tables.open', { fileName: '炸弹.xlsx', bytes, choice }))
  const hasEnded = endOf(refused)
  let longest = 0
  while (!hasEnded()) {
    const started = performance.now()
    await service.call('settings.get', {})
    longest = Math.max(longest, performance.now() - started)
  }
  expect((await refused).code).toMatch(/^file/)
  expect(longest).toBeLessThan(1_000)
  tried(1)
}, 300_000)
