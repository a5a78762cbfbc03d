import type { Store } from '../../db/access'
import {
  insertDemand,
  readDemand,
  readDemandGroups,
  readDemandPage,
  readDemandsOfVisits,
  toDemandRecord,
  updateDemand,
  type DemandTableRow,
} from '../../db/repositories/demands'
import { readEnterprise } from '../../db/repositories/enterprises'
import { readClocks } from '../../db/repositories/preferences'
import { readVisit } from '../../db/repositories/visits'
import { endOfMonth, isoDate, type IsoDate } from '../../shared/core/dates'
import { err, ok } from '../../shared/core/result'
import { demandClock, demandRates, overdueUntil, type ClockContext } from '../../shared/environment/demands'
import type { DemandRow, visitContract } from '../../shared/environment/visit-contract'
import { checkDemand } from '../../shared/environment/visit-rules'
import type { Handlers } from '../../shared/ipc/procedure'
import { demandTerms } from '../../shared/terms/visits'
import { openedStore, writeIntent, type Context } from '../context'
import { demandColumnsOf, quotedCharacters, removeDemand, repeatedDemand } from './visit-write'

type DemandCalls = Pick<
  typeof visitContract,
  'environment.demands' | 'environment.demand' | 'environment.saveDemand' | 'environment.removeDemand'
>

function clockContext(context: Context, { read }: Store): ClockContext {
  return { clocks: readClocks(read), calendars: context.calendars(), today: context.today() }
}

function present(store: Store, clock: ClockContext, rows: readonly DemandTableRow[]): DemandRow[] {
  const names = new Map<string, string>()
  const nameOf = (id: string): string => {
    const known = names.get(id) ?? readEnterprise(store.read, id)?.name ?? ''
    names.set(id, known)
    return known
  }
  return rows.map((row) => {
    const demand = toDemandRecord(row)
    return { demand, enterpriseName: nameOf(demand.enterpriseId), ...demandClock(demand, clock) }
  })
}

/** The first and last day that the rates are of. */
function spanOf(year: number | null): { readonly from: IsoDate; readonly to: IsoDate } | null {
  const from = isoDate(year ?? 2000, 1, 1)
  return from && { from, to: endOfMonth(year ?? 2199, 12) }
}

/** 企业诉求 with their clocks and rates. */
export const demandHandlers: Handlers<DemandCalls, Context> = {
  'environment.demands': (context, { year, state, text, offset, limit }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const clock = clockContext(context, store.value)
    const { clocks, calendars, today } = clock
    const query = {
      year,
      state,
      text,
      transferOverdueUntil: overdueUntil(clocks.demandTransferWorkdays, calendars, today),
      replyOverdueUntil: overdueUntil(clocks.demandReplyWorkdays, calendars, today),
    }
    const { rows, total, all } = readDemandPage(store.value.read, query, { offset, limit })
    const span = spanOf(year)
    const groups = span ? readDemandGroups(store.value.read, span.from, span.to) : []
    return ok({ rows: present(store.value, clock, rows), total, all, rates: demandRates(groups, clock) })
  },

  'environment.demand': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const row = readDemand(store.value.read, id)
    const [demand] = row ? present(store.value, clockContext(context, store.value), [row]) : []
    return demand ? ok(demand) : err('notFound')
  },

  'environment.saveDemand': (context, { id, ...fields }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const { read } = store.value
    const stored = id === null ? null : readDemand(read, id)
    if (id !== null && !stored) return err('notFound')
    const visit = fields.visitId === null ? null : readVisit(read, fields.visitId)
    // A demand raised on a visit is of the visit's enterprise.
    if (fields.visitId !== null && visit?.enterpriseId !== fields.enterpriseId) return err('notFound')
    if (!readEnterprise(read, fields.enterpriseId)) return err('notFound')
    const checked = checkDemand(fields, context.today(), demandTerms)
    if (!checked.ok) return checked
    const others = visit ? readDemandsOfVisits(read, [visit]).filter((other) => other.id !== id) : []
    const repeated = repeatedDemand([...others.map(({ text }) => text), fields.text])
    if (repeated !== null) return err('demandRepeated', { text: repeated })
    const title = [...fields.text.trim()].slice(0, quotedCharacters).join('')
    return writeIntent(context, 'environment.saveDemand', { title }, (db) => {
      const now = context.now()
      const { enterpriseId, visitId } = fields
      const columns = { enterpriseId, visitId, ...demandColumnsOf(fields), updatedAt: now }
      if (stored) {
        updateDemand(db, stored.id, columns)
        return ok({ id: stored.id })
      }
      const added = { id: context.newId(), ...columns, isSample: false, createdAt: now }
      insertDemand(db, added)
      return ok({ id: added.id })
    })
  },

  'environment.removeDemand': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const stored = readDemand(store.value.read, id)
    if (!stored) return err('notFound')
    const title = [...stored.text].slice(0, quotedCharacters).join('')
    return writeIntent(context, 'environment.removeDemand', { title }, (db) => {
      removeDemand(db, id)
      return ok({})
    })
  },
}
