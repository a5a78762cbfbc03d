import type { Store, WriteDb } from '../../db/access'
import { insertAssignment, type AssignmentRow } from '../../db/repositories/assignments'
import { insertFollowUp, insertLead } from '../../db/repositories/investment'
import { readLastParams } from '../../db/repositories/journal'
import { readGroups, saveGroups } from '../../db/repositories/registry'
import { saveBrief, saveTraining } from '../../db/repositories/briefs'
import { countRows, deleteSample, hasSample } from '../../db/repositories/sample'
import { readBureau, saveBureau } from '../../db/repositories/settings'
import { err, ok, type Result } from '../../shared/core/result'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { sampleData, type Sample } from '../../shared/settings/sample'
import { openedStore, writeIntent, type Context } from '../context'
import { keepSampleFiles, writeSampleRectification } from './sample-rectification'
import { sampleHandler, writeSampleStreams } from './sample-streams'
import { createStore } from './store-lifecycle'

/** Tables whose rows make a bureau's own ledger. */
const recordTables = [
  'assignment',
  'lead',
  'brief',
  'training',
  'project',
  'enterprise',
  'policy',
  'visit',
  'demand',
  'revenue_entry',
  'revenue_tip',
  'rect_program',
  'finding',
] as const

interface Counted {
  readonly counts: Record<string, number>
}

/** Loads the sample records, each marked 示例, as one intent; refused where the bureau has records of its own. */
export async function loadSample(context: Context): Promise<Result<Counted>> {
  const store = openedStore(context)
  if (!store.ok) return store
  if (hasSample(store.value)) return err('sampleAlreadyLoaded')
  const counts = countRows(store.value, false)
  if (recordTables.some((table) => counts[table] !== 0)) return err('sampleNotEmpty')
  const files = await keepSampleFiles(context.dataFolder)
  if (!files.ok) return files
  // Removing it shows this year again.
  const params = { year: readBureau(store.value.read)?.year ?? sampleData().bureau.year }
  return writeIntent(context, 'settings.loadSample', params, (db) => {
    writeSample(context, store.value, db)
    writeSampleRectification(context, db, files.value)
    showYear(store.value, db, sampleData().bureau.year)
    return ok({ counts: countRows(store.value, true) })
  })
}

/** Deletes every row marked 示例 as one intent; undo brings them back. */
export function removeSample(context: Context): Result<Counted> {
  const store = openedStore(context)
  if (!store.ok) return store
  return writeIntent(context, 'settings.removeSample', {}, (db) => {
    const counts = deleteSample(db, store.value)
    showYear(store.value, db, yearBefore(store.value))
    return ok({ counts })
  })
}

function yearBefore(store: Store): number {
  const year = readLastParams(store, 'settings.loadSample')?.['year']
  return typeof year === 'number' ? year : sampleData().bureau.year
}

/** The screens open on the year of the sample while it is there, and on the bureau's own after. */
function showYear(store: Store, db: WriteDb, year: number): void {
  const bureau = readBureau(store.read)
  if (bureau && bureau.year !== year && isWithoutRecords(store)) saveBureau(db, { ...bureau, year })
}

function isWithoutRecords(store: Store): boolean {
  const [all, sampled] = [countRows(store, false), countRows(store, true)]
  return recordTables.every((table) => all[table] === sampled[table])
}

/** Opens the program on the sample: makes a store of it when the folder holds none. */
export async function startSample(context: Context): Promise<void> {
  if (context.storeState().kind !== 'none') return
  const made = await createStore(context)
  if (!made.ok) return
  writeIntent(context, 'settings.initialise', { title: sampleData().bureau.name }, (db) => {
    saveBureau(db, { ...sampleData().bureau, aliases: [...sampleData().bureau.aliases] })
    return ok({})
  })
  await loadSample(context)
}

function writeSample(context: Context, store: Store, db: WriteDb): void {
  const now = context.now()
  if (readGroups(store.read).length === 0) saveGroups(db, sampleData().groups, context.newId, true)
  const assignmentIds = new Map<string, string>()
  for (const [index, item] of sampleData().assignments.entries()) {
    const row = assignmentRow(context, item, index)
    assignmentIds.set(item.itemCode, row.id)
    insertAssignment(db, row)
  }
  for (const { followUps, ...fields } of sampleData().leads) {
    const id = context.newId()
    insertLead(db, {
      ...fields,
      id,
      investorKey: normaliseCompanyName(fields.investorName),
      batchId: null,
      sourceRow: null,
      isSample: true,
      createdAt: now,
      updatedAt: now,
    })
    for (const followUp of followUps) {
      insertFollowUp(db, { ...followUp, id: context.newId(), leadId: id, createdAt: now, isSample: true })
    }
  }
  for (const item of sampleData().briefs)
    saveBrief(db, {
      ...item,
      id: context.newId(),
      kind: 'brief',
      backfilledOn: null,
      body: '',
      uses: [],
      handler: '',
      batchId: null,
      isSample: true,
      updatedAt: now,
    })
  for (const item of sampleData().trainings)
    saveTraining(db, {
      ...item,
      id: context.newId(),
      stream: 'investment',
      status: 'held',
      hours: '',
      place: '',
      handler: '',
      batchId: null,
      isSample: true,
    })
  writeSampleStreams(db, { now, newId: context.newId }, assignmentIds)
}

function assignmentRow(context: Context, item: Sample['assignments'][number], index: number): AssignmentRow {
  return {
    ...item,
    id: context.newId(),
    batchId: '',
    sourceSheet: '',
    sourceRow: index + 1,
    year: sampleData().bureau.year,
    unitKey: '',
    itemKey: item.itemCode.toLowerCase(),
    dueRule: JSON.stringify(item.dueRule),
    withdrawnOn: null,
    handler: sampleHandler(item.stream),
    internalDueOn: null,
    progressText: '',
    isSample: true,
  }
}
