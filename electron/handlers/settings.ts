import { readGroups, saveGroups } from '../../db/repositories/registry'
import { hasSample } from '../../db/repositories/sample'
import { readBureau, readCalendars, saveBureau, saveCalendar } from '../../db/repositories/settings'
import { parseCalendarFile } from '../../shared/core/calendar'
import { monthNumberOf, yearOf } from '../../shared/core/dates'
import { ok } from '../../shared/core/result'
import { shippedCalendars } from '../../shared/core/shipped-calendars'
import { workdaysOfYear } from '../../shared/core/workdays'
import type { Handlers } from '../../shared/ipc/procedure'
import type { settingsContract } from '../../shared/settings/contract'
import { openedStore, writeIntent, type Context } from '../context'
import { checkStore } from '../settings/check'
import { ownSettingsHandlers } from '../settings/own'
import { loadSample, removeSample } from '../settings/sample'
import { seatedPerson } from '../settings/seat'
import { createStore } from '../settings/store-lifecycle'
import { yearHandlers } from '../settings/year-handlers'

/** The next year's notice appears in November: from December on its absence is said. */
function missingYears(context: Context): number[] {
  const today = context.today()
  const needed = monthNumberOf(today) === 12 ? [yearOf(today), yearOf(today) + 1] : [yearOf(today)]
  return needed.filter((year) => !context.calendars().has(year))
}

export const settingsHandlers: Handlers<typeof settingsContract, Context> = {
  ...ownSettingsHandlers,
  ...yearHandlers,

  'settings.get': (context) => {
    const state = context.storeState()
    const store = state.kind === 'open' ? state.store : null
    const bureau = store && readBureau(store.read)
    const sqlite = store ? String(store.connection.prepare('SELECT sqlite_version()').pluck().get()) : '-'
    return ok({
      state: state.kind === 'refused' ? 'refused' : bureau ? 'ready' : 'firstStart',
      failure: state.kind === 'refused' ? { code: state.failure.code, params: { ...state.failure.params } } : null,
      readOnly: store?.readOnly ? { code: store.readOnly.code, params: { ...store.readOnly.params } } : null,
      bureau,
      today: context.today(),
      dataFolder: context.dataFolder,
      hasSample: store !== null && hasSample(store),
      actor: context.actor(),
      person: store && seatedPerson(context, store.read),
      versions: { ...context.versions, sqlite, schema: store?.schemaVersion ?? 0 },
      missingCalendarYears: missingYears(context),
    })
  },

  'settings.initialise': async (context, { bureau, groups, withSample }) => {
    const made = await createStore(context)
    if (!made.ok) return made
    const saved = writeIntent(context, 'settings.initialise', { title: bureau.name }, (db) => {
      saveBureau(db, bureau)
      saveGroups(db, groups, context.newId)
      return ok({})
    })
    if (!saved.ok || !withSample) return saved
    const sample = await loadSample(context)
    return sample.ok ? ok({}) : sample
  },

  'settings.saveBureau': (context, bureau) =>
    writeIntent(context, 'settings.saveBureau', { title: bureau.name }, (db) => {
      saveBureau(db, bureau)
      return ok({})
    }),

  'settings.getGroups': (context) => {
    const store = openedStore(context)
    return store.ok ? ok(readGroups(store.value.read)) : store
  },

  'settings.saveGroups': (context, { groups }) =>
    writeIntent(context, 'settings.saveGroups', { count: groups.length }, (db) => {
      saveGroups(db, groups, context.newId)
      return ok({})
    }),

  'settings.loadSample': (context) => loadSample(context),
  'settings.removeSample': (context) => removeSample(context),

  'settings.calendars': (context) => {
    const state = context.storeState()
    const imported = state.kind === 'open' ? readCalendars(state.store.read).map((calendar) => calendar.year) : []
    const calendars = context.calendars()
    const years = [...new Set([...shippedCalendars.map((calendar) => calendar.year), ...imported])].toSorted(
      (left, right) => left - right,
    )
    return ok(
      years.flatMap((year) => {
        const days = workdaysOfYear(year, calendars)
        const source = calendars.get(year)?.source ?? ''
        return days.ok ? [{ year, source, isImported: imported.includes(year), workdays: days.value.workdays }] : []
      }),
    )
  },

  'settings.importCalendar': (context, { text }) => {
    const parsed = parseCalendarFile(text)
    if (!parsed.ok) return parsed
    const [first] = parsed.value
    const saved = writeIntent(
      context,
      'settings.importCalendar',
      { count: parsed.value.length, year: first?.year ?? 0 },
      (db) => {
        for (const calendar of parsed.value) saveCalendar(db, calendar)
        return ok({})
      },
    )
    if (!saved.ok) return saved
    const year = first?.year ?? 0
    const days = workdaysOfYear(year, context.calendars())
    return days.ok ? ok({ year, workdays: days.value.workdays }) : days
  },

  'settings.check': async (context) => {
    const store = openedStore(context)
    return store.ok ? ok(await checkStore(store.value, context.dataFolder)) : store
  },
}
