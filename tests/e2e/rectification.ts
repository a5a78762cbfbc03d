import { utils, write } from '@e965/xlsx'
import { expect, type Locator, type Page } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { drawer, goTo } from './forms'
import type { Launched } from './launch'

/** The clicks of a journey, held to what it states for each step. */
export interface Clicks {
  readonly click: (target: Locator) => Promise<void>
  /** Runs a step; fails when it took more clicks than stated. */
  readonly within: (most: number, work: () => Promise<void>) => Promise<void>
}

export function countedClicks(): Clicks {
  let clicks = 0
  return {
    click: async (target) => {
      clicks += 1
      await target.click()
    },
    within: async (most, work) => {
      clicks = 0
      await work()
      expect(clicks).toBeLessThanOrEqual(most)
    },
  }
}

type Cell = string | number | null

/** Writes a workbook of one sheet as an office keeps it. */
export function writeWorkbook(file: string, rows: readonly (readonly Cell[])[]): void {
  const grid = utils.aoa_to_sheet(rows.map((row) => [...row]))
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, grid, '台账')
  // The types of the library leave open what `buffer` gives; it is a Buffer in Node.
  writeFileSync(file, write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
}

/** Somebody else sits down at this computer; what lay open is closed. */
export async function sitDown(page: Page, name: string): Promise<void> {
  await goTo(page, 'Alt+7')
  await page.getByLabel('我是').click()
  await page.locator('.ant-select-dropdown:visible').getByTitle(name, { exact: true }).click()
  // Shown from what the service has stored.
  await expect(page.locator('.frame-seat')).toContainText(name)
}

/** A finding of the list by its title. */
export const findingRow = (page: Page, title: string): Locator =>
  page.locator('main tbody tr[data-row-key]').filter({ hasText: title })

/** What lies open beside the list. */
export const finding = (page: Page): Locator => drawer(page)

/** Keeps a picture of the window for people to look at; nothing is asserted on it. */
export async function picture({ app, page }: Launched, name: string): Promise<void> {
  // What was drawn last is what the picture shows.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows()
    return first ? (await first.webContents.capturePage()).toPNG().toString('base64') : ''
  })
  const folder = path.resolve('test-results/rectification')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.png`), Buffer.from(png, 'base64'))
}

/** Leaves out the printer's own dialog; the sheet stays until `printed` has read it. */
export async function withoutPrinter(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.print = () => {}
  })
}

/** What the printer would get, as PDF; afterwards the sheet is taken away as after printing. */
export async function printed({ app, page }: Launched): Promise<Buffer> {
  await expect(page.locator('.print-sheet')).toHaveCount(1)
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows()
    const bytes = await shown?.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
    return bytes?.toString('base64') ?? ''
  })
  await page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')))
  await expect(page.locator('.print-sheet')).toHaveCount(0)
  return Buffer.from(pdf, 'base64')
}

/** A page of a PDF: its size and its words in the order of drawing. Unit: points. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly text: string
}

/** The pages of a PDF of Chromium, read without any program beside. */
export function pagesOf(pdf: Buffer): readonly PdfPage[] {
  const objects = objectsOf(pdf)
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  const fontOf = (number: string): ReadonlyMap<string, string> => {
    const known = fonts.get(number)
    if (known) return known
    const unicode = /\/ToUnicode (\d+) 0 R/u.exec(objects.get(number)?.head ?? '')?.[1]
    const font = lettersOf(objects.get(unicode ?? '')?.stream ?? '')
    fonts.set(number, font)
    return font
  }
  return [...objects.values()].flatMap(({ head }) => {
    if (!/\/Type\s*\/Page\b/u.test(head)) return []
    const [, , width, height] = (/\/MediaBox \[([^\]]+)\]/u.exec(head)?.[1] ?? '').split(' ').map(Number)
    const named = /\/Font <<([^>]*)>>/u.exec(head)?.[1] ?? ''
    const own = new Map(
      [...named.matchAll(/\/(\S+) (\d+) 0 R/gu)].map(([, name, number]) => [name, fontOf(number ?? '')]),
    )
    const content = /\/Contents (\d+) 0 R/u.exec(head)?.[1] ?? ''
    return [{ width: width ?? 0, height: height ?? 0, text: textOf(objects.get(content)?.stream ?? '', own) }]
  })
}

interface PdfObject {
  readonly head: string
  /** Inflated; '' where the object has none. */
  readonly stream: string
}

function objectsOf(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const source = pdf.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const match of source.matchAll(/(\d+) 0 obj\s/gu)) {
    const start = match.index + match[0].length
    const [head = ''] = source.slice(start, source.indexOf('endobj', start)).split(/stream\r?\n/u, 1)
    const length = /\/Length (\d+)/u.exec(head)?.[1]
    const from = source.indexOf('stream', start) + 'stream\n'.length
    const isPacked = length !== undefined && head.includes('/FlateDecode')
    const bytes = isPacked ? inflateSync(pdf.subarray(from, from + Number(length))) : Buffer.alloc(0)
    objects.set(match[1] ?? '', { head, stream: bytes.toString('latin1') })
  }
  return objects
}

const hexText = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** Letters by glyph of a ToUnicode map. */
function lettersOf(map: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  for (const [, block = ''] of map.matchAll(/beginbfchar([^]*?)endbfchar/gu))
    for (const [, glyph = '', letter = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/gu)) letters.set(glyph, hexText(letter))
  for (const [, block = ''] of map.matchAll(/beginbfrange([^]*?)endbfrange/gu))
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/gu))
      for (let glyph = parseInt(from, 16); glyph <= parseInt(to, 16); glyph += 1) {
        const letter = (parseInt(first, 16) + glyph - parseInt(from, 16)).toString(16).padStart(first.length, '0')
        letters.set(glyph.toString(16).toUpperCase().padStart(from.length, '0'), hexText(letter))
      }
  return letters
}

/** The words that a page draws. */
function textOf(content: string, fonts: ReadonlyMap<string | undefined, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map()
  let text = ''
  for (const [, name, hex = ''] of content.matchAll(/\/(\S+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/gu)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map()
    const [known = ''] = font.keys()
    for (let at = 0; at < hex.length; at += known.length || hex.length)
      text += font.get(hex.slice(at, at + known.length).toUpperCase()) ?? ''
  }
  return text.normalize('NFKC')
}
