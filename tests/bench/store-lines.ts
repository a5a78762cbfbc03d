import type { Database } from 'better-sqlite3'
import { scoreOf } from '../../electron/scoring/score'
import type { LeadFilter, LeadSort } from '../../shared/investment/contract'
import { shippedSchemes } from '../../shared/scoring/schemes'
import { benchDay, benchYear } from './data'
import { compare, timed, type Repeats } from './measure'
import type { Line } from './table'
import { bareCopy, type Workspace } from './workspace'

const pageLength = 50

const filter: LeadFilter = { text: '', states: [], classes: ['outOfCity', 'inCity'], year: benchYear }
const sort: LeadSort = { by: 'title', descending: false }
const ofFilter = `district_class IN ('outOfCity', 'inCity') AND (filed_on IS NULL OR filed_on BETWEEN '${benchYear}-01-01' AND '${benchYear}-12-31')`
const likeColumns = [
  'title',
  'investor_name',
  'investor_region',
  'platform_no',
  'company_name',
  'source_person',
  'remark',
]
const word = '数据服务第77'

/** The statements of one page: the rows, how many the filter leaves, how many there are. */
function barePage(database: Database, where: string): () => void {
  const rows = database.prepare(`SELECT * FROM lead WHERE ${where} ORDER BY title, id LIMIT ${pageLength} OFFSET 0`)
  const total = database.prepare(`SELECT count(*) FROM lead WHERE ${where}`).pluck()
  const all = database.prepare('SELECT count(*) FROM lead').pluck()
  return () => {
    rows.all()
    total.get()
    all.get()
  }
}

/** A page of the list over the handlers that the window calls, against the same statements prepared and bare. */
export async function pageLines(workspace: Workspace, repeats: Repeats): Promise<readonly Line[]> {
  const bare = bareCopy(workspace)
  const pages = async (asked: LeadFilter, where: string) => {
    const run = barePage(bare, where)
    const page = { filter: asked, sort, offset: 0, limit: pageLength }
    const figures = await compare(
      () => timed(() => workspace.call('investment.list', page)),
      () => timed(run),
      repeats,
    )
    return { figures, plain: { name: 'answer', value: figures.ours, budget: 50, unit: 'ms' } }
  }
  const searched = `${ofFilter} AND (${likeColumns.map((column) => `${column} LIKE '%${word}%'`).join(' OR ')})`
  const lines = [
    {
      what: 'page of 50 leads, filtered and sorted, 100,000 rows',
      baseline: 'the same SQL prepared on bare better-sqlite3',
      ratioBudget: 1.5,
      ...(await pages(filter, ofFilter)),
    },
    {
      what: 'the same with a word searched in seven columns',
      baseline: 'the same SQL prepared on bare better-sqlite3',
      ratioBudget: 1.5,
      ...(await pages({ ...filter, text: word }, searched)),
    },
  ]
  bare.close()
  return lines
}

interface PlainLead {
  readonly filed_on: string | null
  readonly certified_on: string | null
  readonly contacted_on: string | null
  readonly accepted_on: string | null
  readonly accepted_by: string
  readonly district_class: string
  readonly landed_on: string | null
  readonly is_registered_in_district: number | null
  readonly duplicate_of: string | null
  readonly ending: string | null
}

function unitValues(): Readonly<Record<string, { readonly filed: string; readonly landed: string }>> {
  const scheme = shippedSchemes().find(({ year }) => year === benchYear)
  const component = scheme?.components.find(({ rule }) => rule === 'unitCount')
  if (component?.rule !== 'unitCount') throw new Error('a scheme that counts units')
  return component.units
}

/** The columns that the score itself reads, so that neither side reads more than the other. */
const countedColumns = `id, title, investor_name, district_class, proposed_class, filed_on, backfilled_on, certified_on,
  contacted_on, accepted_on, accepted_by, landed_on, company_name, credit_code, is_registered_in_district, duplicate_of,
  ending, ended_on`

/** What the score comes down to when nobody wants to know why: the same records read, their values added up as floats. */
function plainPass(database: Database): () => number {
  const values = unitValues()
  const read = database.prepare<[], PlainLead>(
    `SELECT ${countedColumns} FROM lead WHERE filed_on BETWEEN '${benchYear}-01-01' AND '${benchYear}-12-31' ORDER BY filed_on, id`,
  )
  return () => {
    let sum = 0
    for (const lead of read.all()) {
      const isMet = [lead.filed_on, lead.certified_on, lead.contacted_on, lead.accepted_on].every(
        (day) => day !== null && day <= benchDay,
      )
      const value = values[lead.district_class]
      if (!isMet || !value || lead.accepted_by === '' || lead.duplicate_of !== null || lead.ending === 'revoked')
        continue
      const hasLanded = lead.landed_on !== null && lead.landed_on <= benchDay && lead.is_registered_in_district === 1
      sum += Number(hasLanded ? value.landed : value.filed)
    }
    return sum
  }
}

/** The full score of a year with 10,000 leads among 100,000, explained record by record. */
export async function scoreLine(workspace: Workspace, repeats: Repeats): Promise<Line> {
  const bare = bareCopy(workspace)
  const pass = plainPass(bare)
  const score = (): string => {
    const scored = scoreOf(workspace.store, benchYear, benchDay)
    const counted = scored.ok && scored.value.result.components.find(({ rule }) => rule === 'unitCount')
    return (counted && counted.raw) || '-'
  }
  if (Number(score()) !== pass()) throw new Error(`the score counts ${score()} units, the plain pass ${pass()}`)
  const figures = await compare(
    () => timed(score),
    () => timed(pass),
    repeats,
  )
  bare.close()
  return {
    what: 'full score of a year with 10,000 leads (100,000 in the store)',
    baseline: 'the same records read, one pass in plain JS adding their values',
    figures,
    ratioBudget: 3,
  }
}

function leadId(workspace: Workspace, index: number): string {
  const id = workspace.store.connection.prepare<[number], string>('SELECT id FROM lead LIMIT 1 OFFSET ?').pluck()
  return id.get(index) ?? ''
}

/** Saves one changed field of a lead, as the drawer does. */
export async function saveOnce(workspace: Workspace, id: string, remark: string): Promise<void> {
  const fields = { remark }
  await workspace.call('investment.save', { id, expectedUpdatedAt: null, fields, allowDuplicate: false })
}

/** One saved edit with its journal, against the commit of one row. */
export async function saveLine(workspace: Workspace, repeats: Repeats, syncs: number | null): Promise<Line> {
  const bare = bareCopy(workspace)
  const update = bare.prepare('UPDATE lead SET remark = ?, updated_at = ? WHERE id = ?')
  const id = leadId(workspace, 500)
  let count = 0
  const figures = await compare(
    () => timed(() => saveOnce(workspace, id, `第${count++}次`)),
    () => timed(() => update.run(`第${count++}次`, `${benchDay}T10:00:00+08:00`, id)),
    repeats,
  )
  bare.close()
  return {
    what: 'one saved edit (row + journal), p50',
    baseline: 'one-row commit on bare better-sqlite3, FULL',
    figures,
    ratioBudget: 5,
    ...(syncs === null ? {} : { plain: { name: 'syncs', value: syncs, budget: 1, unit: '' } }),
  }
}
