import { readGroups, saveGroups } from '../../db/repositories/registry'
import { readCalendars, saveBureau, saveCalendar } from '../../db/repositories/settings'
import { parseCalendarFile } from '../../shared/core/calendar'
import { ok } from '../../shared/core/result'
import { shippedCalendars } from '../../shared/core/shipped-calendars'
import { workdaysOfYear } from '../../shared/core/workdays'
import type { Handlers } from '../../shared/ipc/procedure'
import type { settingsContract } from '../../shared/settings/contract'
import { openedStore, writeIntent, type Context } from '../context'
import { checkStore } from '../settings/check'
import { ownSettingsHandlers } from '../settings/own'
import { presentSettings } from '../settings/present-settings'
import { loadSample, removeSample } from '../settings/sample'
import { createStore } from '../settings/store-lifecycle'
import { yearHandlers } from '../settings/year-handlers'

export const settingsHandlers: Handlers<typeof settingsContract, Context> = {
  ...ownSettingsHandlers,
  ...yearHandlers,

  'settings.get': presentSettings,

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
