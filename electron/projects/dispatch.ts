import type { Store } from '../../db/access'
import { keepDispatchSheet, readAllProblems, readDispatchSheets } from '../../db/repositories/project-parts'
import { readProjects, toProjectRecord } from '../../db/repositories/projects'
import { readBureau } from '../../db/repositories/settings'
import { yearOf, type IsoDate } from '../../shared/core/dates'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers, Output } from '../../shared/ipc/procedure'
import type { projectsContract } from '../../shared/projects/contract'
import { dispatchChanges, isListed } from '../../shared/projects/dispatch'
import type { DispatchRow } from '../../shared/projects/record'
import { dispatchReport } from '../../shared/reports/project-reports'
import { dispatchChangeText } from '../../shared/terms/projects'
import { openedStore, writeIntent, type Context } from '../context'
import { grantedFolder } from '../core/grants'
import { exportLedger } from '../reports/export-ledger'

type DispatchCalls = Pick<
  typeof projectsContract,
  'projects.dispatch' | 'projects.keepDispatch' | 'projects.exportDispatch'
>
type Sheet = Output<DispatchCalls['projects.dispatch']>

/** How every project stands today; 存在问题 of the ledger counts as one more open problem. */
function rowsToday(store: Store): DispatchRow[] {
  const open = new Map<string, string[]>()
  for (const { problem } of readAllProblems(store.read, 'open')) {
    open.set(problem.projectId, [...(open.get(problem.projectId) ?? []), problem.text])
  }
  return readProjects(store.read)
    .map(toProjectRecord)
    .map((project) => ({
      projectId: project.id,
      name: project.name,
      stage: project.stage,
      exit: project.exit,
      isInPool: project.leavePoolOn === null,
      investedYtd: project.investedYtd,
      physicalProgress: project.physicalProgress,
      openProblems: [...(project.problemText === '' ? [] : [project.problemText]), ...(open.get(project.id) ?? [])],
    }))
}

/** A sheet beside the one before it. */
function sheetOf(context: Context, store: Store, sheetId: string | null): Result<Sheet> {
  const kept = readDispatchSheets(store.read)
  const shown = sheetId === null ? null : kept.find(({ id }) => id === sheetId)
  if (shown === undefined) return err('notFound')
  // Days are only written from the service's own.
  const on = (shown?.dispatchedOn as IsoDate | undefined) ?? context.today()
  const before = kept.find(({ dispatchedOn }) => (shown ? dispatchedOn < on : dispatchedOn <= on))
  const known = new Map(before?.rows.map((row) => [row.projectId, row]))
  const rows = (shown?.rows ?? rowsToday(store)).filter((row) => isListed(known.get(row.projectId) ?? null, row))
  return ok({
    on,
    lastOn: (before?.dispatchedOn as IsoDate | undefined) ?? null,
    remark: shown?.remark ?? '',
    rows: rows.map((row) => {
      const last = known.get(row.projectId) ?? null
      const changes = before ? dispatchChanges(last, row).map(dispatchChangeText) : []
      return { ...row, openProblems: [...row.openProblems], changes, isNew: before !== undefined && last === null }
    }),
    sheets: kept.map(({ id, dispatchedOn, rows: held }) => ({
      id,
      on: dispatchedOn as IsoDate,
      projects: held.length,
    })),
  })
}

/** 半月调度. Source: 每半月调度一次, product C4. */
export const dispatchHandlers: Handlers<DispatchCalls, Context> = {
  'projects.dispatch': (context, { sheetId }) => {
    const store = openedStore(context)
    return store.ok ? sheetOf(context, store.value, sheetId) : store
  },

  'projects.keepDispatch': (context, { remark }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const rows = rowsToday(store.value)
    if (rows.length === 0) return err('dispatchEmpty')
    const [id, dispatchedOn] = [context.newId(), context.today()]
    return writeIntent(context, 'projects.keepDispatch', { title: dispatchedOn, count: rows.length }, (db) => {
      keepDispatchSheet(db, { id, dispatchedOn, rows, remark: remark.trim(), isSample: false })
      return ok({ id })
    })
  },

  'projects.exportDispatch': async (context, { sheetId, folder }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const target = grantedFolder(context, folder)
    if (!target.ok) return target
    const sheet = sheetOf(context, store.value, sheetId)
    if (!sheet.ok) return sheet
    if (sheet.value.rows.length === 0) return err('dispatchEmpty')
    const bureau = readBureau(store.value.read)
    if (!bureau) return err('notInitialised')
    const { on, lastOn, rows } = sheet.value
    const about = { bureau: bureau.name, year: yearOf(on), asOf: on, preparedOn: context.today() }
    const file = await exportLedger(context, dispatchReport({ ...about, lastOn, rows }), target.value)
    return file.ok ? ok({ file: file.value }) : file
  },
}
