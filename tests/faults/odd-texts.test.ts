import fc from 'fast-check'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writableText } from '../../shared/core/writable-text'
import { cleanText } from '../../shared/tables/text-forms'
import { aBureau, aFolder, bytesOf, openChoice, refusalOf, type Service } from '../builders'
import { scaled, tried } from './scale'

const COUNT = scaled(1_000, 150)

/** CJK Extension B to H, where many rare personal and place names are. */
const rareCharacters = fc.integer({ min: 0x20000, max: 0x323af }).map((code) => String.fromCodePoint(code))
const controls = fc.integer({ min: 0, max: 0x1f }).map((code) => String.fromCharCode(code))
const halves = fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code))
const bidi = fc.constantFrom('\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069', '\u061c')
const tricky = fc.constantFrom(
  '_x0041_',
  '=1+1',
  '+1',
  '-1',
  '@x',
  "'",
  '<b>&amp;',
  ']]>',
  '👨‍👩‍👧‍👦',
  'e\u0301',
  '﨑',
  '＝',
  '\r\n',
  '\t',
)
const piece = fc.oneof(rareCharacters, controls, halves, bidi, tricky, fc.string({ maxLength: 5, unit: 'binary' }))
const oddText = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''))

function samples(): readonly string[] {
  const rare = Array.from({ length: 64 }, (_, index) => String.fromCodePoint(0x20000 + index * 997)).join('')
  return [
    rare,
    '\u0000中\u0000',
    '\ud842',
    '\u202e倒过来\u202c',
    ...fc.sample(oddText, { numRuns: COUNT, seed: 20_220_630 }),
  ]
}

const titleOf = (index: number): string => `线索𠮷${index}`

/** As UTF-8 holds it: its own sign stands for half a character. Blanks around a text are never kept. */
const storedOf = (text: string): string => Buffer.from(text.trim()).toString()

async function save(service: Service, index: number, remark: string): Promise<void> {
  const fields = { title: titleOf(index), remark }
  await service.call('investment.save', { id: null, fields, allowDuplicate: true, expectedUpdatedAt: null })
}

function remarks(service: Service): ReadonlyMap<string, string> {
  const { connection } = service.store()
  const rows = connection.prepare<[], { title: string; remark: string }>('SELECT title, remark FROM lead').all()
  return new Map(rows.map(({ title, remark }) => [title, remark]))
}

// Reliability 3 row 49. UTF-8 has no half characters: the store puts its own sign for them. Everything else stays.
test('49: rare characters, emoji, bidi marks, control characters and markup are stored as they came', async () => {
  const service = await aBureau()
  const texts = samples()
  for (const [index, text] of texts.entries()) await save(service, index, text)
  const kept = remarks(service)
  texts.forEach((text, index) => expect(kept.get(titleOf(index))).toBe(storedOf(text)))
  expect(kept.get(titleOf(0))).toBe(texts[0])
  expect(service.incidents).toEqual([])
  tried(texts.length)
}, 300_000)

// A workbook holds no control characters: how many texts lose some is said. Reading a table takes away what has no width.
test('49: through a workbook and back: the same but for what it cannot hold, which is said, and signs without width', async () => {
  const service = await aBureau()
  const texts = samples()
  for (const [index, text] of texts.entries()) await save(service, index, text)
  const folder = aFolder()
  service.context.grants.set('folder', folder)
  const filter = { text: '', states: [], classes: [], year: null }
  const sort = { by: 'filedOn', descending: false } as const
  const { file } = await service.call('reports.exportLeads', { filter, sort, folder: 'folder' })
  expect(file.cleanedTexts).toBe(texts.map(storedOf).filter((text) => writableText(text) !== text).length)
  expect(file.cleanedTexts).toBeGreaterThan(1)
  const other = await aBureau()
  const bytes = bytesOf(path.join(folder, file.fileName))
  const { session, tables } = await other.call('tables.open', { fileName: file.fileName, bytes, choice: openChoice })
  expect(tables[0]?.counts).toMatchObject({ read: texts.length, rejected: 0 })
  await other.call('tables.confirm', { session, tables: [0], rows: 'all', withdraw: false })
  const back = remarks(other)
  const different = texts.flatMap((text, index) => {
    const [wanted, found] = [cleanText(writableText(storedOf(text))), back.get(titleOf(index))]
    return wanted === found ? [] : [{ text, wanted, found }]
  })
  expect(different).toEqual([])
  expect([service.incidents, other.incidents]).toEqual([[], []])
  tried(texts.length)
}, 300_000)

test('49: a text of 1 MB is refused by its length in words, at the cap it is kept whole, and nothing is cut', async () => {
  const service = await aBureau()
  const long = refusalOf(save(service, 1, '𠮷'.repeat(512 * 1024)))
  expect(await long).toEqual({ code: 'textTooLong', params: { limit: 20_000 } })
  expect(remarks(service).size).toBe(0)
  await save(service, 2, '𠮷'.repeat(10_000))
  expect(remarks(service).get(titleOf(2))).toHaveLength(20_000)
  tried(2)
}, 60_000)
