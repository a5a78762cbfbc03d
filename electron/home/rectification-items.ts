import type { Store } from '../../db/access'
import {
  readAwaitingFindings,
  readDueFindings,
  readDueMeasures,
  readNextDueFinding,
  readPendingExtensions,
  readReturnedFindings,
  readToClose,
  type FindingDue,
} from '../../db/repositories/finding-dues'
import { namesIn } from '../../db/repositories/person-names'
import type { IsoDate } from '../../shared/core/dates'
import type { TodayItem, TodayView } from '../../shared/home/contract'
import type { Onlooker } from '../../shared/home/sections'
import { rectificationWords as words } from '../../shared/terms/home'
import type { Context } from '../context'
import { dayPlacer, lastDayOf } from './rectification-days'
import { programItems, type ProgramBasis } from './rectification-programs'
import { seatOf } from './rectification-seat'

/** Items of a kind that one page could speak of; the rest is in 整改台账. */
const limit = 100

interface Basis extends ProgramBasis {
  readonly today: IsoDate
  /** Keys of what the person at this seat is asked for now. */
  readonly asked: Set<string>
}

export interface RectificationItems {
  readonly items: readonly TodayItem[]
  readonly asked: ReadonlySet<string>
}

/**
 * What 整改台账 has on 今天. It has no group of its own: to a person belong the findings of which he is 责任人 or 整改责任领导,
 * to a 组长 those of the people of his groups as well, and to whoever holds a role of 整改分工 what waits for that role.
 */
export function rectificationItems(
  context: Context,
  store: Store,
  view: TodayView,
  who: Onlooker | null,
): RectificationItems {
  const today = context.today()
  const asked = new Set<string>()
  const seat = seatOf(store, view, who)
  const place = dayPlacer(context, store)
  const basis: Basis = { store, today, until: lastDayOf(context, store), seat, place, asked }
  const returned = returnedItems(basis)
  const isReturned = new Set(returned.map(({ key }) => key))
  const due = dueItems(basis).filter(({ key }) => !isReturned.has(key))
  const items = [
    ...returned,
    ...due,
    ...measureItems(basis),
    ...awaitingItems(basis),
    ...closingItems(basis),
    ...extensionItems(basis),
    ...programItems(context, basis),
  ]
  return { items, asked }
}

function findingItem(
  basis: Basis,
  finding: FindingDue,
  about: Pick<TodayItem, 'key' | 'title' | 'waitsFor'>,
): TodayItem {
  const { extensionCount, originalDueOn, handler, leader } = finding
  const extended = extensionCount > 0 ? words.extended(extensionCount, originalDueOn) : ''
  return {
    ...basis.place(finding.dueOn ?? finding.submittedOn ?? basis.today, finding.dueOn !== null),
    ...about,
    title: `${about.title}${extended}`,
    person: handler || leader,
    target: { kind: 'finding', recordId: finding.id, stream: null },
  }
}

function dueItems(basis: Basis): TodayItem[] {
  const { store, until, seat } = basis
  const due = readDueFindings(store.read, { until, holders: seat.holders, limit })
  const next = readNextDueFinding(store.read, until, seat.holders)
  return [...due, ...(next ? [next] : [])].map((finding) =>
    findingItem(basis, finding, { key: `finding/${finding.id}`, title: words.finding(finding.title), waitsFor: '' }),
  )
}

/** What came back asks for work now, whatever its deadline. */
function returnedItems(basis: Basis): TodayItem[] {
  return readReturnedFindings(basis.store.read, basis.seat.holders, limit).map((finding) => {
    const key = `finding/${finding.id}`
    basis.asked.add(key)
    return findingItem(basis, finding, { key, title: words.returned(finding.title, finding.reason), waitsFor: '' })
  })
}

/** Measures with a day of their own; one that is due with its finding is the finding's line already. */
function measureItems({ store, until, seat, place }: Basis): TodayItem[] {
  return readDueMeasures(store.read, { until, holders: seat.holders, limit })
    .filter(({ dueOn, findingDueOn }) => dueOn !== findingDueOn)
    .map(({ id, text, dueOn, handler, findingId, findingTitle }) => ({
      ...place(dueOn, true),
      key: `measure/${id}`,
      title: words.measure(text, findingTitle),
      person: handler,
      waitsFor: '',
      target: { kind: 'finding', recordId: findingId, stream: null },
    }))
}

/** Whoever holds the role is asked; nobody judges his own work. */
function isAsked({ seat }: Basis, roles: readonly string[], doers: readonly string[]): boolean {
  const { name } = seat
  if (name === null || doers.some((doer) => namesIn(doer).includes(name))) return false
  return roles.some((role) => seat.roles.has(role))
}

function awaitingItems(basis: Basis): TodayItem[] {
  const { seat, store, asked } = basis
  const sees = seat.seesRole('verifier') || seat.seesRole('deputy') ? null : seat.holders
  return readAwaitingFindings(store.read, sees, limit).map((finding) => {
    const key = `finding/${finding.id}`
    const isProposed = finding.proposedState !== null
    const isMine = isAsked(basis, [isProposed ? 'deputy' : 'verifier'], [finding.handler, finding.submittedBy])
    if (isMine) asked.add(key)
    return findingItem(basis, finding, {
      key,
      title: isProposed ? words.confirm(finding.title) : words.determine(finding.title),
      waitsFor: isMine ? '' : isProposed ? words.waits.deputy : words.waits.verifier,
    })
  })
}

/** One line for each programme: an imported ledger may bring hundreds that are done and not 销号. */
function closingItems(basis: Basis): TodayItem[] {
  const { seat, store, today, place, asked } = basis
  const sees = seat.seesRole('deputy') || seat.seesRole('chief') ? null : seat.holders
  return readToClose(store.read, sees).map(({ programId, programTitle, count, id, title, handler, determinedOn }) => {
    const key = `closing/${programId}`
    const isMine = isAsked(basis, ['deputy', 'chief'], count === 1 ? [handler] : [])
    if (isMine) asked.add(key)
    return {
      ...place(determinedOn ?? today, false),
      key,
      title: count === 1 ? words.close(title) : words.closeSeveral(programTitle, count),
      person: count === 1 ? handler : '',
      waitsFor: isMine ? '' : words.waits.close,
      target:
        count === 1
          ? { kind: 'finding', recordId: id, stream: null }
          : { kind: 'rectProgram', recordId: programId, stream: null },
    }
  })
}

function extensionItems(basis: Basis): TodayItem[] {
  const { seat, store, asked } = basis
  const sees = seat.seesRole('chief') ? null : seat.holders
  return readPendingExtensions(store.read, sees, limit).map((finding) => {
    const key = `extension/${finding.extensionId}`
    const isMine = isAsked(basis, ['chief'], [finding.handler, finding.appliedBy])
    if (isMine) asked.add(key)
    return findingItem(basis, finding, {
      key,
      title: words.extension(finding.title, finding.newDueOn),
      waitsFor: isMine ? '' : words.waits.chief,
    })
  })
}
