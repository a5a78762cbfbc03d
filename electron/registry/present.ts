import type { Store } from '../../db/access'
import {
  countLinkedEnterprises,
  countOpenDemands,
  readLastVisits,
  readOfficialsOf,
} from '../../db/repositories/enterprise-page'
import {
  readAllLinks,
  readEnterprises,
  type EnterpriseRow as StoredEnterprise,
} from '../../db/repositories/enterprises'
import { readPeople } from '../../db/repositories/people'
import { readGroups } from '../../db/repositories/registry'
import { readSections } from '../../db/repositories/sections'
import { readBatch } from '../../db/repositories/tables'
import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import type { EnterpriseDetail, EnterpriseDuplicate, EnterpriseRow } from '../../shared/registry/contract'
import { checkCreditCode } from '../../shared/registry/credit-code'
import { findEnterpriseDuplicates } from '../../shared/registry/duplicates'
import type { EnterpriseRecord, Person } from '../../shared/registry/record'
import { enterpriseDuplicateText } from '../../shared/terms/registry'
import type { Context } from '../context'
import { openItemCounts } from './open-items'
import { timelineOf } from './timeline'

function dayOf(text: string | null | undefined): IsoDate | null {
  return text ? parseIsoDate(text) : null
}

/** People with their groups and what they have in hand today. */
export function presentPeople(context: Context, store: Store, withLeft: boolean): Person[] {
  const db = store.read
  const today = context.today()
  const sections = new Map(readSections(db).map(({ id, name }) => [id, name]))
  const groups = readGroups(db)
  const linked = countLinkedEnterprises(db, today)
  const open = openItemCounts(context, store)
  return readPeople(db, withLeft).map((row) => ({
    ...row,
    leftOn: dayOf(row.leftOn),
    sectionName: (row.sectionId && sections.get(row.sectionId)) ?? '',
    roles: groups.filter(({ personName }) => personName === row.name).map(({ stream, role }) => ({ stream, role })),
    linkedEnterprises: linked.get(row.id) ?? 0,
    openItems: open.get(row.name) ?? 0,
  }))
}

function toEnterprise({
  nameKey: _key,
  batchId: _batch,
  sourceRow: _row,
  ...rest
}: StoredEnterprise): EnterpriseRecord {
  return rest
}

/** Rows of the list with what is derived today. */
export function presentEnterprises(context: Context, store: Store, rows: readonly StoredEnterprise[]): EnterpriseRow[] {
  const ids = rows.map(({ id }) => id)
  const today = context.today()
  const officials = readOfficialsOf(store.read, ids, today)
  const visits = readLastVisits(store.read, ids, today)
  const demands = countOpenDemands(store.read, ids)
  return rows.map((row) => ({
    enterprise: toEnterprise(row),
    officials: officials.get(row.id) ?? [],
    lastVisitOn: dayOf(visits.get(row.id)),
    openDemands: demands.get(row.id) ?? 0,
    creditCodeState: row.creditCode === '' ? 'none' : checkCreditCode(row.creditCode) === 'valid' ? 'valid' : 'wrong',
    isImported: row.batchId !== null,
  }))
}

/** Others that look like the enterprise asked for, with the question in words. */
export function presentDuplicates(
  store: Store,
  asked: { readonly name: string; readonly creditCode: string },
  exceptId: string | null,
): EnterpriseDuplicate[] {
  return findEnterpriseDuplicates(asked, readEnterprises(store.read), exceptId).map(({ other, reason }) => ({
    id: other.id,
    name: other.name,
    creditCode: other.creditCode,
    reason,
    text: enterpriseDuplicateText(other.name, reason),
  }))
}

/** One enterprise with everything its page shows. */
export function presentEnterprise(context: Context, store: Store, stored: StoredEnterprise): EnterpriseDetail | null {
  const [row] = presentEnterprises(context, store, [stored])
  if (!row) return null
  const batch = stored.batchId === null ? null : readBatch(store.read, stored.batchId)
  return {
    ...row,
    links: readAllLinks(store.read, stored.id).map(({ linkId, startedOn, endedOn, ...link }) => ({
      ...link,
      id: linkId,
      startedOn: dayOf(startedOn),
      endedOn: dayOf(endedOn),
    })),
    timeline: timelineOf(store.read, stored, context.today()),
    duplicates: presentDuplicates(store, stored, stored.id),
    source:
      batch && stored.sourceRow !== null ? { batchId: batch.id, file: batch.fileName, row: stored.sourceRow } : null,
  }
}
