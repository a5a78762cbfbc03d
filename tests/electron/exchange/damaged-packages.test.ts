import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { keepBytes } from '../../../electron/core/attachment-store'
import { aBureau, codeOf, dumpOf, refusalOf, valueOf } from '../../builders'
import { reading, written } from './packages'

/** Numbers that are the same in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function everyOffset(bytes: Buffer, mark: string): number[] {
  const found: number[] = []
  const sought = Buffer.from(mark, 'latin1')
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) found.push(at)
  return found
}

interface Region {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** The parts of a zip: each file's header, name and contents, each line of the directory, the end record and the comment. */
function regionsOf(bytes: Buffer): Region[] {
  const headers = everyOffset(bytes, 'PK\u0003\u0004')
  const lines = everyOffset(bytes, 'PK\u0001\u0002')
  const [end = 0] = everyOffset(bytes, 'PK\u0005\u0006')
  const regions: Region[] = []
  headers.forEach((at, index) => {
    const contents = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    regions.push({ name: `header ${index}`, from: at, to: at + 30 })
    regions.push({ name: `name ${index}`, from: at + 30, to: contents })
    regions.push({ name: `contents ${index}`, from: contents, to: headers[index + 1] ?? lines[0] ?? end })
  })
  lines.forEach((at, index) => regions.push({ name: `directory ${index}`, from: at, to: lines[index + 1] ?? end }))
  regions.push({ name: 'end record', from: end, to: end + 22 }, { name: 'comment', from: end + 22, to: bytes.length })
  return regions
}

function flipped(bytes: Buffer, at: number, by: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ by
  return copy
}

type Cut = (bytes: Buffer, from: number, to: number) => Buffer
const cuts: readonly Cut[] = [
  (bytes, from) => bytes.subarray(0, from),
  (bytes, _from, to) => bytes.subarray(Math.max(1, to)),
  (bytes, from, to) => Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]),
  (bytes, from, to) => Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]),
  (bytes, from, to) => Buffer.concat([bytes.subarray(0, from), Buffer.alloc(to - from), bytes.subarray(to)]),
  (bytes, from) => Buffer.concat([bytes.subarray(0, from), Buffer.from('x'), bytes.subarray(from)]),
]

const refusals = ['packageBroken', 'packageNotOurs', 'packageUnsafeName', 'packageTooLarge']

// Acceptance 3: every region flipped or cut, 2,000 variants; none accepted, none crashes, the store's dump unchanged.
test('2,000 damaged variants of a package are refused and change nothing', { timeout: 120_000 }, async () => {
  const bureau = await aBureau()
  const sha256 = valueOf(await keepBytes(bureau.folder, Buffer.from('a photo of a site '.repeat(20))))
  const sent = await written(bureau, { attachments: [sha256] })
  const bytes = Buffer.from(sent.bytes)
  const district = await aBureau({ bureau: { name: '东丽区考核办', mode: 'district' } })
  const open = (file: Uint8Array) =>
    district.call('exchange.open', { fileName: '上报包.zip', bytes: new Uint8Array(file), passphrase: null })
  expect((await open(bytes)).remarks.map(({ code }) => code)).toEqual(['signerUnknown'])
  const before = dumpOf(district.store().connection)

  const random = randomFrom(20_220_630)
  const regions = regionsOf(bytes)
  expect(regions.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(bytes.length)
  const variants: { name: string; bytes: Buffer }[] = []
  while (variants.length < 2_000) {
    for (const { name, from, to } of regions) {
      const at = from + random(to - from)
      const bit = 1 << random(8)
      variants.push({ name: `${name}: ${at} ^ ${bit}`, bytes: flipped(bytes, at, bit) })
      const [one, other] = [from + random(to - from), from + random(to - from)]
      const cut = random(cuts.length)
      const [start, stop] = [Math.min(one, other), Math.max(one, other) + 1]
      const changed = cuts[cut]?.(bytes, start, stop) ?? bytes
      // A stretch of zeros that was zero before is no change.
      if (!changed.equals(bytes)) variants.push({ name: `${name}: cut ${cut} ${start}–${stop}`, bytes: changed })
    }
  }
  const wrong: string[] = []
  for (const variant of variants) {
    const { code } = await refusalOf(open(variant.bytes)).catch(() => ({ code: 'taken' }))
    if (!refusals.includes(code)) wrong.push(`${variant.name}: ${code}`)
  }
  expect(wrong).toEqual([])
  expect(variants.length).toBeGreaterThanOrEqual(2_000)
  expect(dumpOf(district.store().connection)).toEqual(before)
  expect(district.incidents).toEqual([])
})

test('every single bit of header, directory, end record and comment counts', { timeout: 120_000 }, async () => {
  const bytes = Buffer.from((await written(await aBureau())).bytes)
  const wrong: number[] = []
  const small = regionsOf(bytes).filter(({ name }) => !name.startsWith('contents'))
  for (const { from, to } of small)
    for (let at = from; at < to; at += 1) if ((await reading(flipped(bytes, at, 1 << (at % 8)))).ok) wrong.push(at)
  expect(wrong).toEqual([])
})

test(
  'an encrypted package that was damaged is called damaged, whatever the passphrase',
  { timeout: 60_000 },
  async () => {
    const bytes = Buffer.from((await written(await aBureau(), {}, 'Abcd1234')).bytes)
    const random = randomFrom(7)
    for (let count = 0; count < 200; count += 1) {
      const read = await reading(flipped(bytes, random(bytes.length), 1 << random(8)), 'Abcd1234')
      expect(refusals).toContain(codeOf(read))
    }
    for (const length of [0, 1, 100, bytes.length - 72, bytes.length - 1])
      expect(refusals).toContain(codeOf(await reading(bytes.subarray(0, length), 'Abcd1234')))
  },
)
