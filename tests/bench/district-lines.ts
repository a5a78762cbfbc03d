import { cpSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { insertRuleDocument } from '../../db/repositories/rule-documents'
import { saveBureau } from '../../db/repositories/settings'
import { insertSubmission } from '../../db/repositories/submissions'
import { insertUnit } from '../../db/repositories/units'
import { writeIntent, type Context } from '../../electron/context'
import { rankPeriod } from '../../electron/district/rank'
import { receiveSummaries } from '../../electron/district/receive-summaries'
import { ruleColumns } from '../../electron/scoring/accept-rules'
import { endOfMonth } from '../../shared/core/dates'
import { ok } from '../../shared/core/result'
import type { ReportedLine } from '../../shared/exchange/lines'
import { recordLine } from '../../shared/exchange/record-line'
import { readScheme } from '../../shared/scoring/read-rule'
import { earlierPeriod, makeOffice, makeReturns, office } from '../district/make-returns'
import { benchYear } from './data'
import { compare, timed, type Repeats } from './measure'
import type { Line } from './table'
import {
  bareCopy,
  bareDatabase,
  contextOf,
  makeFolder,
  makeWorkspace,
  openWorkspace,
  removeFolder,
  type Workspace,
} from './workspace'

const unitCount = 1000
const quarters = [1, 2, 3, 4].map((quarter) => `${benchYear}Q${quarter}`)

/** A lead of 市外优质 that is effective, worth one 指标. */
function leadOf(unit: number, index: number): ReportedLine {
  const on = `${benchYear}-01-${String((unit % 27) + 1).padStart(2, '0')}`
  const steps = { filedOn: on, certifiedOn: on, contactedOn: on, acceptedOn: on, acceptedBy: '示例园区' }
  return recordLine({
    stream: 'investment',
    kind: 'lead',
    id: `u${unit}-l${index}`,
    label: `示例项目${unit}-${index}`,
    evidence: 1,
    detail: { ...steps, leadClass: 'outOfCity', isOfYear: 'yes', investorName: `示例企业${unit}` },
  })
}

function textOf(unit: number, month: number): ReportedLine {
  const submittedOn = `${benchYear}-${String(month).padStart(2, '0')}-${String((unit % 27) + 1).padStart(2, '0')}`
  const detail = { isAccepted: 'yes', submittedOn, month: submittedOn.slice(0, 7) }
  return recordLine({
    stream: 'investment',
    kind: 'brief',
    id: `u${unit}-m${month}`,
    label: '工作信息',
    evidence: 1,
    detail,
  })
}

function linesOf(unit: number, quarter: number): ReportedLine[] {
  const figure = (code: string, value: number, target: string | null) => ({
    ...recordLine({ stream: 'projects', kind: 'figure', id: code, label: code, unit: '个', cumulative: String(value) }),
    target,
  })
  return [
    figure('projects.count', (unit % 40) + quarter, '40'),
    figure('revenue.districtRetained', (unit * 7) % 900, '900'),
    ...Array.from({ length: (unit % 6) + 1 }, (_, index) => leadOf(unit, index)),
    ...Array.from({ length: 3 * quarter - (unit % 3) }, (_, index) => textOf(unit, index + 1)),
  ]
}

function exampleScheme(category: number) {
  const file = path.resolve(`tests/fixtures/district/scheme-cat${category}.json`)
  const read = readScheme(JSON.parse(readFileSync(file, 'utf8')))
  if (!read.ok) throw new Error(file)
  return read.value
}

/** A district with 1,000 units and their returns of four quarters, each category with a scheme. */
async function filled(): Promise<Workspace> {
  const made = await makeWorkspace(0)
  const { context } = made
  const now = context.now()
  writeIntent(context, 'district.receive', { count: unitCount }, (db) => {
    saveBureau(db, { ...office, aliases: [...office.aliases] })
    for (const category of [1, 2, 4]) {
      const columns = ruleColumns({ kind: 'scheme', document: exampleScheme(category) })
      const saved = {
        status: 'issued',
        source: 'own',
        reason: 'bench',
        receivedId: null,
        savedBy: '',
        savedAt: now,
      } as const
      insertRuleDocument(db, { ...columns, ...saved, id: context.newId(), isSample: false })
    }
    for (let unit = 0; unit < unitCount; unit += 1) addUnit(context, db, unit)
    return ok(null)
  })
  made.close()
  return openWorkspace(made.folder)
}

function addUnit(context: Context, db: Parameters<typeof insertUnit>[0], unit: number): void {
  const id = `unit-${unit}`
  const [name, at] = [`示例单位${unit}`, context.now()]
  const category = ((unit % 4) + 1) as 1 | 2 | 3 | 4 // 1 to 4
  const about = { aliases: [], category, contact: '', phone: '', isOptional: false, remark: '', leftOn: null }
  insertUnit(db, { id, name, ...about, position: unit, isSample: false, createdAt: at, updatedAt: at })
  quarters.forEach((period, index) => {
    const asOf = endOfMonth(benchYear, 3 * (index + 1))
    const lines = linesOf(unit, index + 1)
    const file = {
      fileName: `${id}.zip`,
      sha256: '0'.repeat(64),
      checkCode: '',
      signature: 'trusted',
      receivedId: null,
    }
    const received = { source: 'package', receivedOn: asOf, receivedAt: at, receivedBy: '', ...file }
    const state = { returnedOn: null, returnReason: '', reviewedOn: null, reviewedBy: '', isSample: false }
    const head = { id: `${id}-${period}`, unitId: id, period, edition: 1, ...received, isNil: false, asOf, ...state }
    const payload = { unit: { name, aliases: [], category }, period, asOf, preparedOn: asOf, nil: [], score: null }
    insertSubmission(
      db,
      { ...head, lineCount: lines.length },
      { ...payload, lines, objections: [], edits: [], contact: null },
    )
  })
}

interface PlainLine {
  readonly kind: string
  readonly detail: Readonly<Record<string, string | null>>
}

/** What ranking comes down to when nobody wants to know why: the returns read and parsed, floats added up and sorted. */
function plainRanking(bare: Database): () => number {
  const read = bare.prepare<[string], { readonly category: number; readonly content: string }>(
    'SELECT unit.category, submission.content FROM submission JOIN unit ON unit.id = submission.unit_id WHERE period = ?',
  )
  const scoreOf = (lines: readonly PlainLine[]): number => {
    const units = lines.filter(({ kind, detail }) => kind === 'lead' && detail['acceptedOn']).length
    const months = new Set(lines.flatMap(({ kind, detail }) => (kind === 'brief' ? [detail['month']] : [])))
    return 30 * Math.min(1, units / 4) + (35 * months.size) / 12 + 14
  }
  return () => {
    let ranked = 0
    for (const period of quarters) {
      const scores = new Map<number, number[]>()
      for (const { category, content } of read.all(period)) {
        const { lines } = JSON.parse(content) as { readonly lines: readonly PlainLine[] }
        scores.set(category, [...(scores.get(category) ?? []), scoreOf(lines)])
      }
      for (const each of scores.values()) ranked += each.toSorted((left, right) => right - left).length
    }
    return ranked
  }
}

/** Issue 5, acceptance 8: 1,000 units × 4 quarters, every component explained, places and ties in each category. */
async function rankingLine(repeats: Repeats): Promise<Line> {
  const workspace = await filled()
  const bare = bareCopy(workspace)
  const plain = plainRanking(bare)
  const ours = (): number =>
    quarters.reduce((sum, period) => {
      const ranked = rankPeriod(workspace.context, workspace.store, period)
      if (!ranked.ok) throw new Error(ranked.error.code)
      return sum + ranked.value.categories.flatMap(({ units }) => units).filter(({ rank }) => rank !== null).length
    }, 0)
  if (ours() !== plain()) throw new Error(`ranked ${ours()}, the plain pass ${plain()}`)
  const figures = await compare(
    () => timed(ours),
    () => timed(plain),
    repeats,
  )
  bare.close()
  workspace.close()
  removeFolder(workspace.folder)
  return {
    what: '1,000 units × 4 quarters ranked, each score explained',
    baseline: 'the same returns read and parsed, one pass in plain JS adding and sorting',
    figures,
    ratioBudget: 10,
  }
}

/** `data.json` of a zip whose directory is believed: the last entry of that name, inflated. */
function bareData(bytes: Buffer): string {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  let at = bytes.readUInt32LE(end + 16)
  for (let entry = bytes.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
    if (name === 'data.json') {
      const local = bytes.readUInt32LE(at + 42)
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
      return (bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
    }
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  throw new Error('no data.json')
}

function bareConsolidation(folder: string, files: readonly string[]): number {
  const target = makeFolder()
  const database = bareDatabase(path.join(target, 'bare.db'))
  database.exec('CREATE TABLE submission (unit TEXT NOT NULL, period TEXT NOT NULL, content TEXT NOT NULL)')
  const insert = database.prepare('INSERT INTO submission VALUES (?, ?, ?)')
  const started = performance.now()
  database.transaction(() => {
    for (const file of files) {
      const content = bareData(readFileSync(path.join(folder, file)))
      const { unit, period } = JSON.parse(content) as {
        readonly unit: { readonly name: string }
        readonly period: string
      }
      insert.run(unit.name, period, content)
    }
  })()
  const taken = performance.now() - started
  database.close()
  removeFolder(target)
  return taken
}

/** Issue 5, acceptance 8: 70 packages of as many units taken over: checked, signatures verified, originals kept. */
async function consolidationLine(repeats: Repeats): Promise<Line> {
  const work = makeFolder()
  const source = path.join(work, 'office')
  const context = contextOf(source)
  await makeOffice(context)
  const { earlier } = await makeReturns(context, work)
  const state = context.storeState()
  if (state.kind === 'open') state.store.close()
  const files = readdirSync(earlier)
  const ours = async (): Promise<number> => {
    const folder = path.join(makeFolder(), 'data')
    cpSync(source, folder, { recursive: true })
    const copy = await openWorkspace(folder)
    const taken = await timed(async () => {
      const sent = files.map((fileName) => ({ fileName, bytes: readFileSync(path.join(earlier, fileName)) }))
      const received = await receiveSummaries(copy.context, sent, { period: earlierPeriod, trustNew: true })
      if (!received.ok || received.value.taken !== files.length) throw new Error('not all were taken over')
    })
    copy.close()
    removeFolder(path.dirname(folder))
    return taken
  }
  const figures = await compare(ours, () => bareConsolidation(earlier, files), repeats)
  removeFolder(work)
  return {
    what: `${files.length} packages of as many units consolidated`,
    baseline: 'the same files inflated, parsed and inserted in one transaction, nothing checked or kept',
    figures,
    ratioBudget: null,
    plain: { name: 'taken over in', value: figures.ours / 1000, budget: 60, unit: 's' },
  }
}

/** The district's desk. */
export async function districtLines(repeats: Repeats): Promise<readonly Line[]> {
  return [await rankingLine(repeats), await consolidationLine(repeats)]
}
