import { deleteAttachmentsOf } from '../../db/repositories/attachments'
import type { WriteDb } from '../../db/access'
import {
  deleteDemand,
  insertDemand,
  readDemandsOfVisits,
  updateDemand,
  type DemandTableRow,
} from '../../db/repositories/demands'
import { readEnterprise } from '../../db/repositories/enterprises'
import { ensurePerson, readPersonByName } from '../../db/repositories/people'
import {
  deleteVisit,
  findVisit,
  insertVisit,
  readVisit,
  updateVisit,
  type VisitRow,
} from '../../db/repositories/visits'
import { err, ok, type Result } from '../../shared/core/result'
import type { DemandFields } from '../../shared/environment/record'
import type { DemandInput, visitContract } from '../../shared/environment/visit-contract'
import { checkDemand, checkHappenedOn } from '../../shared/environment/visit-rules'
import type { Input, Output } from '../../shared/ipc/procedure'
import { keyText } from '../../shared/tables/text-forms'
import { formatChineseDate } from '../../shared/terms/dates'
import { demandTerms, visitTerms } from '../../shared/terms/visits'
import { openedStore, writeIntent, type Context } from '../context'

type Calls = typeof visitContract

/** Characters of a demand that a sentence quotes. */
export const quotedCharacters = 20

/** Columns of a demand, texts trimmed. */
export function demandColumnsOf(fields: Omit<DemandFields, 'enterpriseId' | 'visitId'>) {
  return {
    text: fields.text.trim(),
    raisedOn: fields.raisedOn,
    transferredOn: fields.transferredOn,
    transferredTo: fields.transferredTo.trim(),
    repliedOn: fields.repliedOn,
    handling: fields.handling.trim(),
    isSolved: fields.isSolved,
    solvedOn: fields.solvedOn,
    satisfaction: fields.satisfaction,
    handler: fields.handler.trim(),
  }
}

/** Writes the demands of a visit as they are to be: known ones changed, new ones added, the others gone. */
function writeDemands(context: Context, db: WriteDb, visit: VisitRow, demands: readonly DemandInput[]): void {
  const known = new Map(readDemandsOfVisits(db, [visit]).map((demand) => [demand.id, demand]))
  const now = context.now()
  const kept = new Set<string>()
  for (const { id, ...fields } of demands) {
    const columns = demandColumnsOf(fields)
    const before = id === null ? undefined : known.get(id)
    if (before) {
      kept.add(before.id)
      if (isChanged(before, columns)) updateDemand(db, before.id, { ...columns, updatedAt: now })
      continue
    }
    insertDemand(db, {
      id: context.newId(),
      enterpriseId: visit.enterpriseId,
      visitId: visit.id,
      ...columns,
      isSample: visit.isSample,
      createdAt: now,
      updatedAt: now,
    })
  }
  for (const id of known.keys()) if (!kept.has(id)) removeDemand(db, id)
}

function isChanged(before: DemandTableRow, columns: ReturnType<typeof demandColumnsOf>): boolean {
  const now: Readonly<Record<string, unknown>> = columns
  const was: Readonly<Record<string, unknown>> = { ...before }
  return Object.keys(now).some((name) => now[name] !== was[name])
}

/** Deletes a demand with the files kept with it. */
export function removeDemand(db: WriteDb, id: string): void {
  deleteAttachmentsOf(db, id)
  deleteDemand(db, id)
}

/** A text that stands twice among the demands of one visit; null when none does. */
export function repeatedDemand(texts: readonly string[]): string | null {
  const seen = new Set<string>()
  for (const text of texts) {
    const key = keyText(text)
    if (seen.has(key)) return [...text.trim()].slice(0, quotedCharacters).join('')
    seen.add(key)
  }
  return null
}

/** Adds or changes a visit together with its demands, as one step. */
export function saveVisit(
  context: Context,
  { id, fields, demands, expectedUpdatedAt }: Input<Calls['environment.saveVisit']>,
): Result<Output<Calls['environment.saveVisit']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const { read } = store.value
  const stored = id === null ? null : readVisit(read, id)
  if (id !== null && !stored) return err('notFound')
  if (stored && expectedUpdatedAt !== null && stored.updatedAt !== expectedUpdatedAt) return err('changedMeanwhile')
  const enterprise = readEnterprise(read, fields.enterpriseId)
  if (!enterprise) return err('notFound')
  const today = context.today()
  const happened = checkHappenedOn(visitTerms.visitedOn, fields.visitedOn, today)
  if (!happened.ok) return happened
  for (const demand of demands) {
    const checked = checkDemand(demand, today, demandTerms)
    if (!checked.ok) return checked
  }
  const repeated = repeatedDemand(demands.map(({ text }) => text))
  if (repeated !== null) return err('demandRepeated', { text: repeated })
  const name = fields.personName.trim()
  const official = name === '' ? null : readPersonByName(read, name)
  if (name === '' || official) {
    // The same visit a second time would count twice and could not be told apart in a table.
    const same = findVisit(read, enterprise.id, fields.visitedOn, official?.id ?? null)
    if (same && same.id !== id) {
      return err('visitIsRecorded', { name: enterprise.name, day: formatChineseDate(fields.visitedOn) })
    }
  }
  return writeIntent(context, 'environment.saveVisit', { title: enterprise.name }, (db) => {
    const now = context.now()
    const isSample = stored?.isSample ?? false
    const personId = name === '' ? null : ensurePerson(db, name, { rank: '', isSample, newId: context.newId })
    const columns = {
      enterpriseId: enterprise.id,
      personId,
      visitedOn: fields.visitedOn,
      mode: fields.mode ?? '',
      visitors: fields.visitors.trim(),
      topics: fields.topics.trim(),
      updatedAt: now,
    }
    const visit: VisitRow = stored
      ? { ...stored, ...columns }
      : { id: context.newId(), ...columns, batchId: null, sourceRow: null, isSample, createdAt: now }
    if (stored) {
      // The demands are found by their enterprise, so they move with the visit first.
      if (stored.enterpriseId !== enterprise.id) {
        for (const demand of readDemandsOfVisits(db, [stored])) {
          updateDemand(db, demand.id, { enterpriseId: enterprise.id, updatedAt: now })
        }
      }
      updateVisit(db, stored.id, columns)
    } else {
      insertVisit(db, visit)
    }
    writeDemands(context, db, visit, demands)
    return ok({ id: visit.id })
  })
}

/** Deletes visits with their demands and files, as one step. */
export function removeVisits(
  context: Context,
  { ids }: Input<Calls['environment.removeVisits']>,
): Result<Output<Calls['environment.removeVisits']>> {
  const store = openedStore(context)
  if (!store.ok) return store
  const known = [...new Set(ids)].flatMap((id) => readVisit(store.value.read, id) ?? [])
  if (known.length === 0) return err('notFound')
  return writeIntent(context, 'environment.removeVisits', { count: known.length }, (db) => {
    for (const { id } of readDemandsOfVisits(db, known)) removeDemand(db, id)
    for (const { id } of known) {
      deleteAttachmentsOf(db, id)
      deleteVisit(db, id)
    }
    return ok({ removed: known.length })
  })
}
