import type { Database } from 'better-sqlite3'
import { insertFinding } from '../../db/repositories/findings'
import { insertMeasure, linkMeasure } from '../../db/repositories/measures'
import { insertProgram } from '../../db/repositories/rect-programs'
import { finding } from '../../db/schema/rectification'
import { writeIntent } from '../../electron/context'
import { ok } from '../../shared/core/result'
import { statisticsFields } from '../../shared/rectification/counted'
import { noFindingFilter, type FindingFilter } from '../../shared/rectification/finding-rows'
import { ledgerLine } from './export-line'
import { compare, timed, type Repeats } from './measure'
import {
  benchFinding,
  benchMeasure,
  benchProgram,
  findingCount,
  leadUnits,
  measuresPerFinding,
} from './rectification-data'
import type { Line } from './table'
import { bareCopy, makeWorkspace, openWorkspace, removeFolder, type Workspace } from './workspace'

const programId = 'bench-program'
const filter: FindingFilter = { ...noFindingFilter, leadUnits: leadUnits.slice(0, 2), statuses: ['inProgress', 'done'] }
const ofFilter = `lead_unit IN ('${leadUnits.slice(0, 2).join("', '")}') AND status IN ('inProgress', 'done')`
const sort = { by: 'dueOn', descending: false } as const
const size = `${findingCount} findings, ${findingCount * measuresPerFinding} measures`

async function filled(): Promise<Workspace> {
  const made = await makeWorkspace(0)
  const { context } = made
  writeIntent(context, 'tables.import', { kind: 'findings', fileName: 'bench', count: findingCount }, (db) => {
    insertProgram(db, benchProgram(programId))
    for (let index = 0; index < findingCount; index += 1) {
      const findingId = context.newId()
      insertFinding(db, benchFinding(index, findingId, programId))
      for (let number = 1; number <= measuresPerFinding; number += 1) {
        const measureId = context.newId()
        insertMeasure(db, benchMeasure(measureId, programId, `措施${number}：收回结余资金，完善管理办法。`))
        linkMeasure(db, { id: context.newId(), findingId, measureId, isSample: false })
      }
    }
    return ok(null)
  })
  made.close()
  return openWorkspace(made.folder)
}

/** How many measures, done ones and files each of some findings has. */
const partsOf = (ids: string): readonly string[] => [
  `SELECT l.finding_id, count(*), sum(m.status IN ('done', 'verified', 'longTerm')) FROM finding_measure l
    JOIN measure m ON m.id = l.measure_id WHERE l.finding_id IN (${ids}) GROUP BY l.finding_id`,
  `SELECT finding_id, count(DISTINCT attachment_id) FROM evidence WHERE finding_id IN (${ids}) GROUP BY finding_id`,
]

function runAll(bare: Database, statements: readonly string[]): () => void {
  const prepared = statements.map((text) => bare.prepare(text))
  return () => {
    for (const statement of prepared) statement.all()
  }
}

interface Counted {
  readonly kind: string
  readonly status: string
}

/** What statistics come down to when nobody wants to know more: rows and links read, done ones and measures counted. */
function plainPass(bare: Database): () => number {
  const columns = statisticsFields.map((field) => finding[field].name).join(', ')
  const rows = bare.prepare<[], Counted>(`SELECT ${columns} FROM finding ORDER BY program_id, position, id`)
  const links = bare.prepare<[], string>('SELECT measure_id FROM finding_measure').pluck()
  return () => {
    const done = new Map<string, number>()
    for (const row of rows.all())
      if (row.status === 'done' || row.status === 'promoted') done.set(row.kind, (done.get(row.kind) ?? 0) + 1)
    return new Set(links.all()).size + [...done.values()].reduce((sum, each) => sum + each, 0)
  }
}

/** The ledger of findings over the handlers that the window calls, against the same reading prepared and bare. */
export async function rectificationLines(repeats: Repeats): Promise<readonly Line[]> {
  const workspace = await filled()
  const bare = bareCopy(workspace)
  const lineOf = async (
    what: string,
    baseline: string,
    budget: { readonly ratio: number; readonly answer: number },
    runs: { readonly ours: () => Promise<unknown>; readonly bare: () => unknown },
  ): Promise<Line> => {
    const figures = await compare(
      () => timed(runs.ours),
      () => timed(runs.bare),
      repeats,
    )
    const plain = { name: 'answer', value: figures.ours, budget: budget.answer, unit: 'ms' }
    return { what: `${what}, ${size}`, baseline, figures, ratioBudget: budget.ratio, plain }
  }
  const everything = `SELECT * FROM finding WHERE program_id = '${programId}' ORDER BY position, id`
  const page = `FROM finding WHERE ${ofFilter} ORDER BY due_on, id LIMIT 50`
  const sameSql = 'the same SQL prepared on bare better-sqlite3'
  const lines = [
    await lineOf(
      'tree of a programme',
      sameSql,
      { ratio: 5, answer: 200 },
      {
        ours: () => workspace.call('rectification.tree', { programId, filter: noFindingFilter }),
        bare: runAll(bare, [everything, ...partsOf('SELECT id FROM finding')]),
      },
    ),
    await lineOf(
      'page of 50, filtered and sorted',
      sameSql,
      { ratio: 5, answer: 50 },
      {
        ours: () => workspace.call('rectification.list', { filter, sort, offset: 0, limit: 50 }),
        bare: runAll(bare, [
          `SELECT * ${page}`,
          `SELECT count(*) FROM finding WHERE ${ofFilter}`,
          'SELECT count(*) FROM finding',
          ...partsOf(`SELECT id ${page}`),
        ]),
      },
    ),
    await lineOf(
      'all statistics',
      'the same rows read, one pass in plain JS counting',
      { ratio: 3, answer: 200 },
      {
        ours: () => workspace.call('rectification.statistics', { filter: noFindingFilter, by: 'kind', rate: null }),
        bare: plainPass(bare),
      },
    ),
  ]
  bare.close()
  lines.push(await exportLedgerLine(workspace, repeats))
  workspace.close()
  removeFolder(workspace.folder)
  return lines
}

/** The inspection ledger from the button to the file. */
function exportLedgerLine(workspace: Workspace, repeats: Repeats): Promise<Line> {
  return ledgerLine(workspace, repeats, {
    what: `export of the inspection ledger to xlsx, ${size}`,
    ratioBudget: 1.3,
    write: async (folder) => {
      const asked = {
        form: 'inspection',
        filter: noFindingFilter,
        sort: { by: 'position', descending: false },
      } as const
      const { exported } = await workspace.call('rectification.export', { ...asked, folder })
      if (exported !== findingCount) throw new Error(`exported ${exported} findings`)
    },
  })
}
