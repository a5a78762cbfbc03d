import { readLandedLeads } from '../../db/repositories/landed-leads'
import { readClocks } from '../../db/repositories/preferences'
import { readProjectPage, readProjectRow, readProjects, toProjectRecord } from '../../db/repositories/projects'
import { readBureau } from '../../db/repositories/settings'
import type { Store } from '../../db/access'
import { yearOf, type IsoDate } from '../../shared/core/dates'
import { err, ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { ProjectFilter, projectsContract } from '../../shared/projects/contract'
import { lightDays, type LightDays } from '../../shared/projects/lights'
import { projectLedger } from '../../shared/reports/project-reports'
import {
  hundredMillionLabel,
  projectBandLabels,
  projectFilterWords,
  projectStageLabels,
} from '../../shared/terms/projects'
import { openedStore, type Context } from '../context'
import { grantedFolder } from '../core/grants'
import { dispatchHandlers } from '../projects/dispatch'
import { exportLedger } from '../reports/export-ledger'
import { partHandlers } from '../projects/parts'
import { presentProjectDetail, presentProjects } from '../projects/present'
import { bandsOf } from '../projects/totals'
import {
  exitProject,
  leavePool,
  projectFromLead,
  recordStage,
  recordStageDay,
  removeProjects,
  saveProject,
} from '../projects/write'

/** Enough for any bureau's ledger; a district's goes out per unit. */
const exportLimit = 100_000

function daysOf(context: Context, store: Store): LightDays {
  return lightDays(context.today(), readClocks(store.read).nearWorkdays, context.calendars())
}

function describeFilter(filter: ProjectFilter): string[] {
  const words = projectFilterWords
  const bands = [
    ...filter.bands.map((band) => projectBandLabels[band]),
    ...(filter.isAboveHundredMillion ? [hundredMillionLabel] : []),
  ]
  return [
    ...(filter.text === '' ? [] : [words.text(filter.text)]),
    ...(filter.stages.length === 0 ? [] : [words.stages(filter.stages.map((stage) => projectStageLabels[stage]))]),
    ...(bands.length === 0 ? [] : [words.bands(bands)]),
    ...(filter.pool === 'all' ? [] : [words.pool[filter.pool]]),
    ...(filter.lights.length === 0 ? [] : [words.lights(filter.lights.map((light) => words.lightWords[light]))]),
  ]
}

/** 抓项目. */
export const projectsHandlers: Handlers<typeof projectsContract, Context> = {
  ...partHandlers,
  ...dispatchHandlers,

  'projects.list': (context, { filter, sort, offset, limit }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const page = readProjectPage(store.value.read, filter, sort, daysOf(context, store.value), { offset, limit })
    return ok({ ...page, rows: presentProjects(context, store.value, page.rows) })
  },

  'projects.get': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readProjectRow(store.value.read, id)
    return row ? ok(presentProjectDetail(context, store.value, row)) : err('notFound')
  },

  'projects.bands': (context, { year }) => {
    const store = openedStore(context)
    return store.ok ? ok(bandsOf(context, store.value, year)) : store
  },

  'projects.milestones': (context) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const inPool = readProjects(store.value.read).filter(({ leavePoolOn }) => leavePoolOn === null)
    return ok(
      presentProjects(context, store.value, inPool).map(({ project, light, milestones }) => {
        const { id, name, stage, exit } = project
        return { id, name, stage, exit, light, milestones: [...milestones] }
      }),
    )
  },

  'projects.save': (context, input) => saveProject(context, input),
  'projects.fromLead': (context, input) => projectFromLead(context, input),
  'projects.moveStage': (context, input) => recordStage(context, input),
  'projects.setStageDay': (context, input) => recordStageDay(context, input),
  'projects.exit': (context, input) => exitProject(context, input),
  'projects.leavePool': (context, input) => leavePool(context, input),
  'projects.remove': (context, input) => removeProjects(context, input),

  'projects.landedLeads': (context) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const linked = new Set(readProjects(store.value.read).map(({ linkedLeadId }) => linkedLeadId))
    return ok(
      readLandedLeads(store.value.read, context.today())
        .filter(({ id }) => !linked.has(id))
        .map(({ id, title, investorName, companyName, landedOn }) => ({
          id,
          title: title || investorName,
          companyName,
          // Only written from an IsoDate.
          landedOn: landedOn as IsoDate,
        })),
    )
  },

  'projects.export': async (context, { filter, sort, folder }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const target = grantedFolder(context, folder)
    if (!target.ok) return target
    const bureau = readBureau(store.value.read)
    if (!bureau) return err('notInitialised')
    const page = { offset: 0, limit: exportLimit }
    const { rows, all } = readProjectPage(store.value.read, filter, sort, daysOf(context, store.value), page)
    const today = context.today()
    const report = projectLedger({
      bureau: bureau.name,
      year: bureau.year || yearOf(today),
      asOf: today,
      preparedOn: today,
      exportedAt: context.now().slice(0, 16).replace('T', ' '),
      projects: rows.map(toProjectRecord),
      totalCount: all,
      filters: describeFilter(filter),
    })
    const file = await exportLedger(context, report, target.value)
    return file.ok ? ok({ file: file.value, exported: rows.length, all }) : file
  },
}
