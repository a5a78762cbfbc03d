import { deleteAttachmentsOf } from '../../db/repositories/attachments'
import { readLandedLeads } from '../../db/repositories/landed-leads'
import { readPermits } from '../../db/repositories/project-parts'
import {
  deleteProject,
  insertProject,
  readProjectOfLead,
  readProjectRow,
  readProjects,
  toProjectRecord,
  updateProject,
  type ProjectRow,
} from '../../db/repositories/projects'
import { formatMoney } from '../../shared/core/money'
import { parsePoints } from '../../shared/core/points'
import { err, ok, type Result } from '../../shared/core/result'
import type { Input, Output } from '../../shared/ipc/procedure'
import type { projectsContract } from '../../shared/projects/contract'
import { emptyProject } from '../../shared/projects/empty-project'
import type { ProjectFields, ProjectRecord } from '../../shared/projects/record'
import { investedSoFar, isOverInvested, moveStage, setStageDay, wrongAmount } from '../../shared/projects/rules'
import { normaliseCompanyName } from '../../shared/registry/company-name'
import { keyText } from '../../shared/tables/text-forms'
import { projectExitLabels, projectFieldLabels, projectReportTerms } from '../../shared/terms/projects'
import { openedStore, writeIntent, type Context } from '../context'
import { asksToLeavePool } from './present'
import { stageRefusal } from './refusals'

type Calls = typeof projectsContract
type Answer<K extends keyof Calls> = Result<Output<Calls[K]>>

/** Texts without outer white space, so that a blank is a blank everywhere; undefined entries are dropped. */
function trimmed(fields: Partial<ProjectFields>): Partial<ProjectFields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]))
}

/** The project of that id, or the refusal. */
export function storedProject(context: Context, id: string): Result<ProjectRow> {
  const store = openedStore(context)
  if (!store.ok) return store
  const row = readProjectRow(store.value.read, id)
  return row ? ok(row) : err('notFound')
}

/** The unit of land is 亩, written in decimal figures, also in full width. */
function plainNumber(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  const value = plain === '' ? null : parsePoints(plain)
  return plain === '' ? '' : value && value.s * value.n >= 0n && plain.length <= 16 ? plain : null
}

/** Amounts, land and the reason for investing more than planned. */
function refusedFields(before: ProjectRecord, project: ProjectRecord): Result<ProjectRecord> {
  const wrong = wrongAmount(project)
  if (wrong) {
    const field = projectFieldLabels[wrong.field]
    return err(wrong.kind === 'negative' ? 'projectAmountNegative' : 'projectAmountTooLarge', { field })
  }
  const landArea = plainNumber(project.landArea)
  if (landArea === null) return err('projectLandAreaWrong', { value: project.landArea })
  const { enterPoolOn, leavePoolOn } = project
  if (enterPoolOn !== null && leavePoolOn !== null && leavePoolOn < enterPoolOn)
    return err('projectLeaveBeforeEnter', { enteredOn: enterPoolOn, leftOn: leavePoolOn })
  const [invested, total] = [investedSoFar(project), project.totalInvestment]
  const amountsMoved =
    investedSoFar(before) !== invested ||
    before.totalInvestment !== total ||
    before.overrunReason !== project.overrunReason
  if (amountsMoved && isOverInvested(project) && project.overrunReason === '' && invested !== null && total !== null) {
    return err('projectNeedsOverrunReason', {
      invested: formatMoney(invested, 'tenThousand'),
      total: formatMoney(total, 'tenThousand'),
    })
  }
  return ok({ ...project, landArea })
}

/** Another project of the same name and owner, which an import could not tell apart. */
function sameProject(rows: readonly ProjectRow[], project: ProjectRecord): ProjectRow | undefined {
  const [name, owner] = [keyText(project.name), normaliseCompanyName(project.owner)]
  return rows.find((row) => row.id !== project.id && keyText(row.name) === name && row.ownerKey === owner)
}

/** Saves the bureau's own fields of a new or known project. */
export function saveProject(context: Context, input: Input<Calls['projects.save']>): Answer<'projects.save'> {
  const store = openedStore(context)
  if (!store.ok) return store
  const stored = input.id === null ? null : readProjectRow(store.value.read, input.id)
  if (input.id !== null && !stored) return err('notFound')
  if (stored && input.expectedUpdatedAt !== null && stored.updatedAt !== input.expectedUpdatedAt)
    return err('changedMeanwhile')
  const now = context.now()
  const before: ProjectRecord = stored
    ? toProjectRecord(stored)
    : { ...emptyProject, id: context.newId(), isSample: false, createdAt: now, updatedAt: now }
  const changes = trimmed(input.fields as Partial<ProjectFields>)
  const checked = refusedFields(before, { ...before, ...changes })
  if (!checked.ok) return checked
  const project = checked.value
  if (project.name === '') return err('projectNeedsName')
  if (!stored || changes.name !== undefined || changes.owner !== undefined) {
    const same = sameProject(readProjects(store.value.read), project)
    if (same) return err('projectExists', { name: same.name, owner: same.owner || projectReportTerms.none })
  }
  const ownerKey = normaliseCompanyName(project.owner)
  return writeIntent(context, 'projects.save', { title: project.name }, (db) => {
    const columns = { ...changes, landArea: project.landArea, ownerKey, updatedAt: now }
    if (stored) updateProject(db, project.id, columns)
    else insertProject(db, { ...project, ownerKey, batchId: null, sourceRow: null })
    return ok({ id: project.id })
  })
}

/** Makes a project of a landed lead without retyping; the same lead twice gives the same project. */
export function projectFromLead(
  context: Context,
  { leadId }: Input<Calls['projects.fromLead']>,
): Answer<'projects.fromLead'> {
  const store = openedStore(context)
  if (!store.ok) return store
  const known = readProjectOfLead(store.value.read, leadId)
  if (known) return ok({ id: known.id, isNew: false })
  const lead = readLandedLeads(store.value.read, context.today()).find(({ id }) => id === leadId)
  if (!lead) return err('leadNotLanded')
  const now = context.now()
  const owner = lead.companyName || lead.investorName
  const project: ProjectRecord = {
    ...emptyProject,
    id: context.newId(),
    name: lead.title || owner,
    owner,
    content: lead.constructionPlan,
    contact: lead.contact,
    handler: lead.handler,
    remark: lead.remark,
    enterPoolOn: context.today(),
    linkedLeadId: lead.id,
    isSample: lead.isSample,
    createdAt: now,
    updatedAt: now,
  }
  // A project that was entered by hand meanwhile is the same one and only gets its link.
  const same = sameProject(readProjects(store.value.read), project)
  return writeIntent(context, 'projects.fromLead', { title: project.name }, (db) => {
    if (same) updateProject(db, same.id, { linkedLeadId: lead.id, updatedAt: now })
    else insertProject(db, { ...project, ownerKey: normaliseCompanyName(owner), batchId: null, sourceRow: null })
    return ok({ id: same?.id ?? project.id, isNew: !same })
  })
}

/** Moves a project to a stage as far as the guards allow. */
export function recordStage(context: Context, input: Input<Calls['projects.moveStage']>): Answer<'projects.moveStage'> {
  const store = openedStore(context)
  if (!store.ok) return store
  const stored = storedProject(context, input.id)
  if (!stored.ok) return stored
  const project = toProjectRecord(stored.value)
  const move = { to: input.to, on: input.on, reason: (input.reason ?? '').trim() }
  const verdict = moveStage(project, readPermits(store.value.read, project.id), move, context.today())
  if (!verdict.ok) return stageRefusal(project, input.to, verdict.refusal, context.today())
  const asks = asksToLeavePool({ ...project, ...verdict.changes })
  return writeIntent(context, 'projects.moveStage', { title: project.name, to: input.to, value: move.reason }, (db) => {
    updateProject(db, project.id, { ...verdict.changes, updatedAt: context.now() })
    return ok({ stage: input.to, asksToLeavePool: asks })
  })
}

/** Fills in or corrects the day of a stage that has been reached. */
export function recordStageDay(
  context: Context,
  { id, stage, on }: Input<Calls['projects.setStageDay']>,
): Answer<'projects.setStageDay'> {
  const stored = storedProject(context, id)
  if (!stored.ok) return stored
  const project = toProjectRecord(stored.value)
  const verdict = setStageDay(project, stage, on, context.today())
  if (!verdict.ok) return stageRefusal(project, stage, verdict.refusal, context.today())
  const params = { title: project.name, to: stage, value: on ?? projectReportTerms.none }
  return writeIntent(context, 'projects.setStageDay', params, (db) => {
    updateProject(db, id, { ...verdict.changes, updatedAt: context.now() })
    return ok({})
  })
}

/** 暂缓 or 终止 with a reason, or going on again. */
export function exitProject(context: Context, input: Input<Calls['projects.exit']>): Answer<'projects.exit'> {
  const stored = storedProject(context, input.id)
  if (!stored.ok) return stored
  const { name } = stored.value
  const [exit, reason, asOf] = [input.exit, input.reason.trim(), context.today()]
  const updatedAt = context.now()
  if (exit === null) {
    return writeIntent(context, 'projects.resume', { title: name, value: reason }, (db) => {
      updateProject(db, input.id, { exit: null, exitedOn: null, exitReason: '', updatedAt })
      return ok({})
    })
  }
  if (input.on > asOf) return err('projectDayInFuture', { name: projectExitLabels[exit], on: input.on, asOf })
  if (reason === '') return err('projectNeedsReason', { name: projectExitLabels[exit] })
  return writeIntent(context, 'projects.exit', { title: name, to: exit, value: reason }, (db) => {
    updateProject(db, input.id, { exit, exitedOn: input.on, exitReason: reason, updatedAt })
    return ok({})
  })
}

/** 出库 with a reason, or back into the pool. A project that has left stays in the history and the yearly totals. */
export function leavePool(context: Context, input: Input<Calls['projects.leavePool']>): Answer<'projects.leavePool'> {
  const stored = storedProject(context, input.id)
  if (!stored.ok) return stored
  const { name, enterPoolOn } = stored.value
  const [on, reason, asOf] = [input.on, input.reason.trim(), context.today()]
  const updatedAt = context.now()
  if (on === null) {
    return writeIntent(context, 'projects.enterPool', { title: name, value: reason }, (db) => {
      updateProject(db, input.id, { leavePoolOn: null, leaveReason: '', updatedAt })
      return ok({})
    })
  }
  if (on > asOf) return err('projectDayInFuture', { name: projectReportTerms.leftShort, on, asOf })
  if (enterPoolOn !== null && on < enterPoolOn)
    return err('projectLeaveBeforeEnter', { enteredOn: enterPoolOn, leftOn: on })
  if (reason === '') return err('projectNeedsReason', { name: projectReportTerms.leftShort })
  return writeIntent(context, 'projects.leavePool', { title: name, value: reason }, (db) => {
    updateProject(db, input.id, { leavePoolOn: on, leaveReason: reason, updatedAt })
    return ok({})
  })
}

/** Deletes projects with all that belongs to them, as one step. */
export function removeProjects(context: Context, { ids }: Input<Calls['projects.remove']>): Answer<'projects.remove'> {
  const store = openedStore(context)
  if (!store.ok) return store
  const known = ids.flatMap((id) => readProjectRow(store.value.read, id) ?? [])
  if (known.length === 0) return err('notFound')
  return writeIntent(context, 'projects.remove', { title: known[0]?.name ?? '', count: known.length }, (db) => {
    for (const { id } of known) {
      deleteAttachmentsOf(db, id)
      deleteProject(db, id)
    }
    return ok({ removed: known.length })
  })
}
