import type { Store } from '../../db/access'
import { countConflicts } from '../../db/repositories/operations'
import { readSent } from '../../db/repositories/packages'
import { readAssignments } from '../../db/repositories/assignments'
import { readBureau, saveBureau } from '../../db/repositories/settings'
import {
  countKept,
  deleteClosedYear,
  readCarriedOver,
  readClosedYear,
  readClosedYears,
  readRecordedYears,
  saveClosedYear,
  type ClosedYearRow,
} from '../../db/repositories/years'
import { isOpenState } from '../../shared/assignments/task-life'
import { isoDate, parseIsoDate, yearOf } from '../../shared/core/dates'
import { err, ok } from '../../shared/core/result'
import type { Handlers, Output } from '../../shared/ipc/procedure'
import type { OpenCount, yearContract } from '../../shared/settings/year-contract'
import { tasksOf } from '../assignments/tasks'
import { backupBefore } from '../backup/backup-before'
import { openedStore, writeIntent, type Context } from '../context'
import { returnedLines } from '../exchange/standing-lines'
import { schemeOf, scoreOf } from '../scoring/score'
import { currentScore, keptScore } from '../scoring/kept-score'

type Row = Output<(typeof yearContract)['settings.years']>[number]
type Closing = Output<(typeof yearContract)['settings.previewClosing']>

function scoreOfYear(store: Store, year: number, context: Context): Row['score'] {
  const score = scoreOf(store, year, context.today())
  if (!score.ok || score.value.result.total === null || score.value.result.max === null) return null
  return { total: score.value.result.total, max: score.value.result.max }
}

function rowOf(context: Context, store: Store, year: number, current: number, closed: ClosedYearRow | null): Row {
  const base = { year, isCurrent: year === current }
  const now = scoreOfYear(store, year, context)
  if (!closed) return { ...base, isClosed: false, closedOn: null, closedBy: '', score: now, isAsKept: null }
  const kept = keptScore(closed)
  const score = kept?.result?.total && kept.result.max ? { total: kept.result.total, max: kept.result.max } : null
  const again = scoreOf(store, year, parseIsoDate(closed.closedOn) ?? context.today())
  return {
    ...base,
    isClosed: true,
    closedOn: parseIsoDate(closed.closedOn),
    closedBy: closed.closedBy,
    score,
    isAsKept: (again.ok ? again.value.result.total : null) === (score?.total ?? null),
  }
}

/** What of the year itself is left undone. */
function leftOpen(context: Context, store: Store, year: number): OpenCount[] {
  const span = { from: isoDate(year, 1, 1), to: isoDate(year, 12, 31) }
  const { tasks } = tasksOf(context, store, { ...span, stream: null, assignmentId: null })
  const counts: readonly (readonly [OpenCount['kind'], number])[] = [
    ['tasks', tasks.filter(({ state, light }) => isOpenState(state) && light !== 'none').length],
    ['returnedLines', returnedLines(store, year).count],
    ['conflicts', countConflicts(store)],
  ]
  return counts.flatMap(([kind, count]) => (count > 0 ? [{ kind, count, parts: [] }] : []))
}

function filesOf(store: Store, year: number): Closing['files'] {
  return readSent(store.read)
    .filter((sent) => (sent.period ?? String(sent.year ?? '')).startsWith(String(year)))
    .map(({ fileName, period, checkCode, sentAt }) => ({ name: fileName, period: period ?? '', checkCode, at: sentAt }))
}

/** 年度: closing, reopening, and the turn to the next. */
export const yearHandlers: Handlers<typeof yearContract, Context> = {
  'settings.years': (context) => {
    const opened = openedStore(context)
    if (!opened.ok) return opened
    const store = opened.value
    const current = readBureau(store.read)?.year ?? yearOf(context.today())
    const closed = new Map(readClosedYears(store.read).map((row) => [Number(row.id), row]))
    const years = [...new Set([...readRecordedYears(store), ...closed.keys(), current])].toSorted((a, b) => b - a)
    return ok(years.map((year) => rowOf(context, store, year, current, closed.get(year) ?? null)))
  },

  'settings.previewClosing': (context, { year }) => {
    const opened = openedStore(context)
    if (!opened.ok) return opened
    const store = opened.value
    return ok({
      score: scoreOfYear(store, year, context),
      open: leftOpen(context, store, year),
      files: filesOf(store, year),
      isEarly: yearOf(context.today()) <= year,
      isClosed: readClosedYear(store.read, year) !== null,
    })
  },

  'settings.closeYear': async (context, { year }) => {
    const opened = openedStore(context)
    if (!opened.ok) return opened
    if (readClosedYear(opened.value.read, year)) return err('yearClosed', { year })
    const backup = await backupBefore(context, 'year')
    if (!backup.ok) return backup
    return writeIntent(context, 'settings.closeYear', { title: String(year) }, (db, store) => {
      saveClosedYear(db, {
        id: String(year),
        closedOn: context.today(),
        closedBy: context.actor(),
        closedAt: context.now(),
        results: { score: currentScore(store, year, context.today()), files: filesOf(store, year) },
      })
      return ok({})
    })
  },

  'settings.reopenYear': (context, { year, reason }) => {
    const opened = openedStore(context)
    if (!opened.ok) return opened
    if (!readClosedYear(opened.value.read, year)) return err('notFound')
    return writeIntent(context, 'settings.reopenYear', { title: String(year), value: reason }, (db) => {
      deleteClosedYear(db, year)
      return ok({})
    })
  },

  'settings.previewOpening': (context, { year }) => {
    const opened = openedStore(context)
    if (!opened.ok) return opened
    const store = opened.value
    return ok({
      carried: readCarriedOver(store, context.today()),
      kept: countKept(store),
      lacksCalendar: !context.calendars().has(year),
      lacksScheme: !schemeOf(store, year, isoDate(year, 12, 31) ?? context.today()).ok,
      lacksAssignments: readAssignments(store.read, year).length === 0,
      isEarlierOpen: readClosedYear(store.read, year - 1) === null,
    })
  },

  'settings.openYear': (context, { year }) => {
    const opened = openedStore(context)
    if (!opened.ok) return opened
    const bureau = readBureau(opened.value.read)
    if (!bureau) return err('notInitialised')
    return writeIntent(context, 'settings.openYear', { title: String(year) }, (db) => {
      saveBureau(db, { ...bureau, year })
      return ok({})
    })
  },
}
