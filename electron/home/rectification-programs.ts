import type { Store } from '../../db/access'
import { countOpenByProgram, readDueLookBacks } from '../../db/repositories/finding-dues'
import type { IsoDate } from '../../shared/core/dates'
import type { TodayItem } from '../../shared/home/contract'
import { rectificationWords as words } from '../../shared/terms/home'
import { programDates, type ProgramDate } from '../assignments/rectification-dates'
import type { Context } from '../context'
import type { DayPlacer } from './rectification-days'
import type { RectificationSeat } from './rectification-seat'

const limit = 100
/** Reports that were not sent and are named one by one, the latest of each programme. */
const namedReports = 4

function titleOf({ kind, number, programTitle }: ProgramDate, planning: number): string {
  if (kind === 'plan') return words.plan(programTitle, planning)
  return kind === 'firstReport' ? words.firstReport(programTitle) : words.periodicReport(programTitle, number)
}

/** What items of programmes are made with. */
export interface ProgramBasis {
  readonly store: Store
  readonly seat: RectificationSeat
  readonly place: DayPlacer
  /** The last day that 今天 looks at. */
  readonly until: IsoDate
}

/** 整改方案, reports of programmes that still have open findings, and look-backs. */
export function programItems(context: Context, basis: ProgramBasis): TodayItem[] {
  return [...dateItems(context, basis), ...lookBackItems(basis)]
}

function dateItems(context: Context, { store, seat, place, until }: ProgramBasis): TodayItem[] {
  const counts = countOpenByProgram(store.read)
  const due = programDates(context, store, { from: null, to: until }).filter(({ isDone, programId }) => {
    return !isDone && counts.has(programId)
  })
  return due.flatMap((date) => {
    const { kind, dueOn, programId } = date
    const planning = counts.get(programId)?.planning ?? 0
    const role = kind === 'plan' ? 'sectionHead' : 'verifier'
    if (!seat.seesRole(role) || (kind === 'plan' && planning === 0)) return []
    const later = due.filter((each) => each.programId === programId && each.kind === kind && each.dueOn > dueOn)
    if (later.length >= namedReports) return []
    return [
      {
        ...place(dueOn, true),
        key: `${kind}/${programId}/${dueOn}`,
        title: titleOf(date, planning),
        person: seat.holdersOf(role),
        waitsFor: '',
        target: { kind: 'rectProgram' as const, recordId: programId, stream: null },
      },
    ]
  })
}

function lookBackItems({ store, seat, place, until }: ProgramBasis): TodayItem[] {
  if (!seat.seesRole('verifier')) return []
  return readDueLookBacks(store.read, until, limit).map(({ id, plannedOn, findingId, title }) => ({
    ...place(plannedOn, true),
    key: `lookBack/${id}`,
    title: words.lookBack(title),
    person: seat.holdersOf('verifier'),
    waitsFor: '',
    target: { kind: 'finding', recordId: findingId, stream: null },
  }))
}
