import {
  deletePermit,
  deleteProblem,
  deleteProjectVisit,
  readAllProblems,
  readPermit,
  readProblem,
  readProjectVisit,
  savePermit,
  saveProblem,
  saveProjectVisit,
} from '../../db/repositories/project-parts'
import { readProjectRow, updateProject, type ProjectRow } from '../../db/repositories/projects'
import type { WriteDb } from '../../db/access'
import { err, ok, type Result } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { projectsContract } from '../../shared/projects/contract'
import { checkProblem } from '../../shared/projects/problems'
import { permitKindLabels, projectFieldLabels, visitWords } from '../../shared/terms/projects'
import { openedStore, writeIntent, type Context } from '../context'
import { judgingOf, presentProblem } from './present'
import { problemRefusal } from './refusals'
import { storedProject } from './write'

type PartCalls = Pick<
  typeof projectsContract,
  | 'projects.savePermit'
  | 'projects.removePermit'
  | 'projects.saveProblem'
  | 'projects.removeProblem'
  | 'projects.problems'
  | 'projects.saveVisit'
  | 'projects.removeVisit'
>

/** Writes a part of a project; the project counts as edited, so that undoing its import asks first. */
function writePart<T>(
  context: Context,
  name: string,
  project: ProjectRow,
  value: string,
  work: (db: WriteDb) => T,
): Result<T> {
  return writeIntent(context, name, { title: project.name, value }, (db) => {
    const done = work(db)
    updateProject(db, project.id, { updatedAt: context.now() })
    return ok(done)
  })
}

/** The part that is saved over, or a new id; a part never changes its project. */
function partOf(
  context: Context,
  input: { readonly id: string | null; readonly projectId: string },
  read: (id: string) => { readonly projectId: string } | null,
): Result<{ readonly id: string; readonly project: ProjectRow }> {
  const project = storedProject(context, input.projectId)
  if (!project.ok) return project
  if (input.id === null) return ok({ id: context.newId(), project: project.value })
  return read(input.id)?.projectId === input.projectId ? ok({ id: input.id, project: project.value }) : err('notFound')
}

/** Deletes a part of a project. */
function removePart<T extends { readonly projectId: string }>(
  context: Context,
  name: string,
  read: (store: Parameters<typeof readPermit>[0]) => T | null,
  valueOf: (part: T) => string,
  remove: (db: WriteDb) => void,
): Result<Record<string, never>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const part = read(store.value.read)
  const project = part && readProjectRow(store.value.read, part.projectId)
  if (!part || !project) return err('notFound')
  return writePart(context, name, project, valueOf(part), (db) => {
    remove(db)
    return {}
  })
}

/** Unit: characters. */
const quoteLength = 40

/** 手续, 问题与吹哨报到, 走访. */
export const partHandlers: Handlers<PartCalls, Context> = {
  'projects.savePermit': (context, input) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const part = partOf(context, input, (id) => readPermit(store.value.read, id))
    if (!part.ok) return part
    const { id, project } = part.value
    const { acceptedOn, issuedOn } = input
    const [asOf, label] = [context.today(), permitKindLabels[input.kind]]
    const future = [issuedOn, acceptedOn].find((on) => on !== null && on > asOf)
    if (future) return err('projectDayInFuture', { name: label, on: future, asOf })
    if (acceptedOn !== null && issuedOn !== null && issuedOn < acceptedOn)
      return err('permitDayOrder', { acceptedOn, issuedOn })
    return writePart(context, 'projects.savePermit', project, label, (db) => {
      savePermit(db, { ...input, id, isSample: project.isSample })
      return { id }
    })
  },

  'projects.removePermit': (context, { id }) =>
    removePart(
      context,
      'projects.removePermit',
      (db) => readPermit(db, id),
      // Only written from the closed list.
      (part) => permitKindLabels[part.kind as keyof typeof permitKindLabels],
      (db) => deletePermit(db, id),
    ),

  'projects.saveProblem': (context, input) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const part = partOf(context, input, (id) => readProblem(store.value.read, id))
    if (!part.ok) return part
    const { id, project } = part.value
    const problem = {
      ...input,
      id,
      text: input.text.trim(),
      askUnit: input.askUnit.trim(),
      result: input.result.trim(),
    }
    if (problem.text === '') return err('projectNeedsReason', { name: projectFieldLabels.problemText })
    const refusal = checkProblem(problem, context.today())
    if (refusal) return problemRefusal(refusal, context.today())
    return writePart(context, 'projects.saveProblem', project, problem.text.slice(0, quoteLength), (db) => {
      saveProblem(db, { ...problem, isSample: project.isSample })
      return { id }
    })
  },

  'projects.removeProblem': (context, { id }) =>
    removePart(
      context,
      'projects.removeProblem',
      (db) => readProblem(db, id),
      (part) => part.text.slice(0, quoteLength),
      (db) => deleteProblem(db, id),
    ),

  'projects.problems': (context, { state }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const judging = judgingOf(context, store.value)
    return ok(
      readAllProblems(store.value.read, state).map(({ projectName, problem }) => ({
        projectName,
        problem: presentProblem(problem, judging),
      })),
    )
  },

  'projects.saveVisit': (context, input) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const part = partOf(context, input, (id) => readProjectVisit(store.value.read, id))
    if (!part.ok) return part
    const { id, project } = part.value
    const asOf = context.today()
    if (input.visitedOn > asOf)
      return err('projectDayInFuture', { name: visitWords.visitedOn, on: input.visitedOn, asOf })
    return writePart(context, 'projects.saveVisit', project, input.visitedOn, (db) => {
      saveProjectVisit(db, { ...input, id, isSample: project.isSample })
      return { id }
    })
  },

  'projects.removeVisit': (context, { id }) =>
    removePart(
      context,
      'projects.removeVisit',
      (db) => readProjectVisit(db, id),
      (part) => part.visitedOn,
      (db) => deleteProjectVisit(db, id),
    ),
}
