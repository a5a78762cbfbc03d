import { read, utils, write, type WorkBook } from '@e965/xlsx'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { saveBureau } from '../../db/repositories/settings'
import { openedStore, writeIntent, type Context } from '../../electron/context'
import { createContext } from '../../electron/create-context'
import { writePackage } from '../../electron/exchange/package-file'
import { settingsHandlers } from '../../electron/handlers/settings'
import { tablesHandlers } from '../../electron/handlers/tables'
import { inboxHandlers } from '../../electron/district/inbox-handlers'
import { reviewHandlers } from '../../electron/district/review-handlers'
import { readUnits } from '../../db/repositories/units'
import { ruleHandlers } from '../../electron/scoring/rule-handlers'
import { openExistingStore } from '../../electron/settings/store-lifecycle'
import { sha256Hex } from '../../electron/reports/digest'
import type { AssesseeCategory } from '../../shared/core/schemas'
import { streams } from '../../shared/core/schemas'
import { ok, type Result } from '../../shared/core/result'
import type { SummaryPayload } from '../../shared/exchange/payloads'
import { packageFileName } from '../../shared/exchange/package-file-name'
import { checkCodeOf } from '../../shared/reports/check-code'
import { returnTemplateText } from '../../shared/terms/district'
import { day, linesOf, type Oddity, type UnitPlan } from './fixture-lines'

/** The fixture's period, and the one before, which its jump is told by. */
export const fixturePeriod = '2022Q4'
export const earlierPeriod = '2022Q3'
/** The day on which the office drops the folder: two days after 12-25. */
export const receivingDay = '2022-12-28'
export const office = {
  name: '示例区考核办',
  aliases: ['区考核办'],
  category: 3,
  mode: 'district',
  year: 2022,
} as const

/** What of the 72 units is special; by their number in `units.csv`. */
const oddities: Readonly<Record<number, Oddity>> = {
  3: 'arithmetic',
  5: 'firstClaim',
  15: 'jump',
  18: 'nil',
  58: 'evidence',
  60: 'secondClaim',
}
export const missingUnits = [20, 40, 70] as const
const templateUnits = [22, 62] as const
const latePackage = 10
const lateTemplate = 62
/** Its last text has no file, is returned, and v2 comes with the file and an 异议. */
const objecting = 58
/** Sends v1 and v2; both lie in the folder. */
const twoEditions = 14
/** 97.08 of 100 points in 第三类: 11 of 12 months of texts. The first has all 12. The two have the same indicators, too. */
const bestOfThird = 27
const equalTotals = [29, 31]

interface ListedUnit {
  readonly number: number
  readonly name: string
  readonly category: AssesseeCategory
}

const unitsFile = path.resolve('tests/fixtures/district/units.csv')

function listedUnits(): readonly ListedUnit[] {
  const [, ...rows] = readFileSync(unitsFile, 'utf8').trim().split('\n')
  return rows.map((row, index) => {
    const [name = '', , category = '3'] = row.split(',')
    // The list of this repository holds 1 to 4.
    return { number: index + 1, name, category: Number(category) as AssesseeCategory }
  })
}

function monthsOf({ number, category }: ListedUnit): number {
  if (category === 3) return number === bestOfThird ? 12 : equalTotals.includes(number) ? 11 : 6 + (number % 5)
  return 9 + (number % 4)
}

export function planOf(unit: ListedUnit): UnitPlan {
  return { ...unit, months: monthsOf(unit), oddity: oddities[unit.number] ?? null }
}

export function fixturePlans(): readonly UnitPlan[] {
  return listedUnits().map(planOf)
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`)
  return result.value
}

const scope = {
  signal: { aborted: false, addEventListener: () => {}, removeEventListener: () => {} },
  report: () => {},
}

function contextOf(dataFolder: string, jobsFile: string, asOf: string, actor: string): Context {
  const versions = { app: '0', electron: '-', electronSource: '-', chromium: '-', node: process.versions.node }
  return createContext({ dataFolder, jobsFile, versions, actor, asOf: day(asOf), announce: () => {} })
}

function closed(context: Context): void {
  const state = context.storeState()
  if (state.kind === 'open') state.store.close()
}

/** The district office with the list of its 72 units, imported as the office imports it. */
export async function makeOffice(context: Context): Promise<void> {
  const bureau = { ...office, aliases: [...office.aliases] }
  done(await settingsHandlers['settings.initialise'](context, { bureau, groups: [], withSample: false }, scope))
  const bytes = new Uint8Array(readFileSync(unitsFile))
  const choice = { kind: null, sheet: null, headerRows: null, mapping: null }
  const preview = done(await tablesHandlers['tables.open'](context, { fileName: 'units.csv', bytes, choice }, scope))
  const confirmed = { session: preview.session, tables: [0], rows: 'all' as const, withdraw: false }
  done(await tablesHandlers['tables.confirm'](context, confirmed, scope))
}

const rulesFolder = path.resolve('tests/fixtures/district')
const ruleFiles = { scheme: ['scheme-cat1', 'scheme-cat2', 'scheme-cat4'], awards: ['awards-2022'] } as const

/** The example schemes of the categories that no 办法 is shipped for, and the example of an 奖励办法, put in force. */
export async function giveRules(context: Context): Promise<void> {
  for (const kind of ['scheme', 'awards'] as const) {
    for (const name of ruleFiles[kind]) {
      const rule: unknown = JSON.parse(readFileSync(path.join(rulesFolder, `${name}.json`), 'utf8'))
      const input = { rule, kind, status: 'issued', reason: '示例' } as const
      done(await ruleHandlers['scoring.saveRule'](context, input, scope))
    }
  }
}

/** 材料反馈宣传配合 as the office gives it: 21 of 21 in 第三类 (the shipped 办法), 20 of 20 in the others (examples). */
export async function giveFigures(context: Context): Promise<void> {
  for (const { id: unitId, category } of readUnits(done(openedStore(context)).read)) {
    const about = {
      unitId,
      year: office.year,
      componentId: 'cooperate',
      docRef: '区考核办评定',
      givenOn: day(receivingDay),
    }
    const value = category === 3 ? '21' : '20'
    done(await reviewHandlers['district.saveFigure'](context, { ...about, value }, scope))
  }
}

interface Sending {
  readonly plan: UnitPlan
  readonly period: typeof fixturePeriod | typeof earlierPeriod
  readonly edition: number
  readonly preparedOn: string
  readonly objections?: SummaryPayload['objections']
}

function payloadOf({ plan, period, edition, preparedOn, objections = [] }: Sending): SummaryPayload {
  const { name, category } = plan
  const lines = linesOf(plan, period)
  // What v1 left out: the last text.
  const sent = plan.number === twoEditions && period === fixturePeriod && edition === 1 ? withoutLastText(lines) : lines
  return {
    unit: { name, aliases: [], category },
    period,
    asOf: day(preparedOn),
    preparedOn: day(preparedOn),
    nil: plan.oddity === 'nil' && period === fixturePeriod ? [...streams] : [],
    score: null,
    lines: [...sent],
    objections,
    edits: [],
    contact: null,
  }
}

function withoutLastText(lines: ReturnType<typeof linesOf>): ReturnType<typeof linesOf> {
  const last = lines.findLast(({ kind }) => kind === 'brief')?.key
  return lines
    .filter(({ key }) => key !== last)
    .map((line) => {
      if (!line.parts.includes(last ?? '')) return line
      const parts = line.parts.filter((key) => key !== last)
      return { ...line, parts, cumulative: String(parts.length), current: '2' }
    })
}

async function send(context: Context, folder: string, sending: Sending): Promise<void> {
  const { period, edition } = sending
  const payload = payloadOf(sending)
  const draft = {
    kind: 'summary' as const,
    to: office.name,
    period,
    year: office.year,
    edition,
    checkCode: checkCodeOf(sha256Hex(JSON.stringify(payload))),
    counts: { lines: payload.lines.length },
    ruleSet: null,
    payload,
    files: [],
    attachments: [],
  }
  const written = done(await writePackage(context, done(openedStore(context)), draft, { passphrase: null }))
  writeFileSync(path.join(folder, packageFileName(written.manifest, { isEncrypted: false })), written.bytes)
}

/** A data folder that every unit's own is copied from, so that none of them is set up anew. */
async function bareBureau(work: string, jobsFile: string): Promise<string> {
  const folder = path.join(work, 'bureau')
  const context = contextOf(folder, jobsFile, receivingDay, '填报人')
  const bureau = { ...office, name: '示例区单位', aliases: [], mode: 'bureau' as const }
  done(await settingsHandlers['settings.initialise'](context, { bureau, groups: [], withSample: false }, scope))
  closed(context)
  return folder
}

/** What one unit sends over the year, signed with a key of its own. */
async function sendAll(bare: string, plan: UnitPlan, folders: Folders, jobsFile: string): Promise<void> {
  const { number, name, category } = plan
  const dataFolder = path.join(path.dirname(bare), `unit-${number}`)
  cpSync(bare, dataFolder, { recursive: true })
  const context = contextOf(dataFolder, jobsFile, receivingDay, '填报人')
  await openExistingStore(context)
  const bureau = { name, aliases: [], category, mode: 'bureau' as const, year: office.year }
  done(
    writeIntent(context, 'settings.saveBureau', { title: name }, (db) => {
      saveBureau(db, bureau)
      return ok({})
    }),
  )
  await send(context, folders.earlier, { plan, period: earlierPeriod, edition: 1, preparedOn: '2022-09-22' })
  const preparedOn = number === latePackage ? '2022-12-27' : `2022-12-${18 + (number % 5)}`
  const isSending = !missingUnits.some((each) => each === number)
  const editions = isSending ? (number === twoEditions ? [1, 2] : [1]) : []
  for (const edition of editions)
    await send(context, folders.current, { plan, period: fixturePeriod, edition, preparedOn })
  if (number === objecting) await sendObjection(context, plan, folders)
  closed(context)
  rmSync(dataFolder, { recursive: true, force: true })
}

async function sendObjection(context: Context, plan: UnitPlan, folders: Folders): Promise<void> {
  const lineKey =
    linesOf(plan, fixturePeriod).find(({ kind, evidence }) => kind === 'brief' && evidence === 0)?.key ?? null
  const objections = [{ id: '0193f5a0-0000-7000-8000-000000000058', lineKey, text: '佐证材料已补，请予恢复。' }]
  const about = { period: fixturePeriod, edition: 2, preparedOn: receivingDay } as const
  await send(context, folders.objection, { ...about, plan: { ...plan, oddity: null }, objections })
}

/** Puts values under the headers of a sheet, a row after the other from the first empty one or the one with the key. */
function fill(book: WorkBook, name: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const sheet = book.Sheets[name]
  if (!sheet) throw new Error(`no sheet ${name}`)
  const grid = utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
  const header = grid.findIndex((row) => row[0] === returnTemplateText.columns.key)
  const columns = (grid[header] ?? []).map(String)
  rows.forEach((values, index) => {
    const key = values[returnTemplateText.columns.key]
    const row = key === undefined ? header + 1 + index : grid.findIndex((each) => each[0] === key)
    for (const [label, value] of Object.entries(values))
      utils.sheet_add_aoa(sheet, [[value]], { origin: { r: row, c: columns.indexOf(label) } })
  })
}

function fillBeside(book: WorkBook, values: Readonly<Record<string, string>>): void {
  const sheet = book.Sheets[returnTemplateText.sheets.about]
  if (!sheet) throw new Error('no sheet about')
  utils.sheet_to_json<unknown[]>(sheet, { header: 1 }).forEach(([label], row) => {
    const value = typeof label === 'string' ? values[label] : undefined
    if (value !== undefined) utils.sheet_add_aoa(sheet, [[value]], { origin: { r: row, c: 1 } })
  })
}

/** Fills in a 填报表 as another program saves it: figures, two texts and a lead. */
export function filledTemplate(
  bytes: Uint8Array,
  { number }: Pick<UnitPlan, 'number'>,
  preparedOn: string,
): Uint8Array {
  const book = read(bytes, { type: 'array' })
  const { columns, sheets, about } = returnTemplateText
  fillBeside(book, { [about.preparedOn]: preparedOn, [about.preparedBy]: '填报人', [about.phone]: '0000-0000' })
  fill(book, sheets.figures, [
    { [columns.key]: 'investment.filed', [columns.current]: 0, [columns.cumulative]: 1 },
    { [columns.key]: 'investment.briefs', [columns.current]: 1, [columns.cumulative]: 2 },
    { [columns.key]: 'projects.count', [columns.current]: 0, [columns.cumulative]: 2 },
  ])
  const text = (label: string, on: string) => ({
    [columns.kind]: '工作信息',
    [columns.label]: label,
    [columns.happenedOn]: on,
    [columns.isDone]: '是',
    [columns.evidence]: 1,
  })
  fill(book, sheets.records, [
    {
      [columns.kind]: '招商线索',
      [columns.label]: `示例表格企业${number}投资项目`,
      [columns.enterprise]: `示例表格企业${number}`,
      [columns.leadClass]: '市外优质项目',
      [columns.filedOn]: '2022年4月8日',
      [columns.evidence]: 1,
    },
    text('10月招商工作信息', '2022-10-14'),
    text('11月招商工作信息', '2022.11.16'),
  ])
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

async function fillTemplates(context: Context, folders: Folders, work: string): Promise<void> {
  const folder = path.join(work, 'templates')
  mkdirSync(folder)
  const token = context.newId()
  context.grants.set(token, folder)
  const units = readUnits(done(openedStore(context)).read)
  const plans = fixturePlans()
  for (const number of templateUnits) {
    const plan = plans.find((each) => each.number === number)
    const unit = units.find(({ name }) => name === plan?.name)
    if (!plan || !unit) throw new Error(`no unit ${number}`)
    const input = { unitId: unit.id, period: fixturePeriod, folder: token }
    const saved = done(await inboxHandlers['district.saveTemplate'](context, input, scope))
    const file = saved.files[0]?.fileName ?? ''
    const preparedOn = number === lateTemplate ? '2022年12月26日' : '2022年12月22日'
    const bytes = filledTemplate(new Uint8Array(readFileSync(path.join(folder, file))), plan, preparedOn)
    writeFileSync(path.join(folders.current, file), bytes)
  }
}

export interface Folders {
  /** What the units sent for the quarter before: one package each. */
  readonly earlier: string
  /** The 70 files: 67 packages, 2 filled 填报表, and the older edition of one of the packages. */
  readonly current: string
  /** v2 of one unit with an 异议, for the time after 试公布. */
  readonly objection: string
}

/** Writes what 72 units send to `context`'s office into two folders below `work`. */
export async function makeReturns(context: Context, work: string): Promise<Folders> {
  const folders = {
    earlier: path.join(work, earlierPeriod),
    current: path.join(work, fixturePeriod),
    objection: path.join(work, 'objection'),
  }
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true })
  const bare = await bareBureau(work, context.jobsFile)
  for (const plan of fixturePlans())
    if (!templateUnits.some((each) => each === plan.number)) await sendAll(bare, plan, folders, context.jobsFile)
  await fillTemplates(context, folders, work)
  return folders
}
