import { readPerson } from '../../db/repositories/people'
import { readClocks, savePreference } from '../../db/repositories/preferences'
import { deleteView, readView, readViewByName, readViews, saveView } from '../../db/repositories/saved-views'
import { err, ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import { usualClocks } from '../../shared/settings/clocks'
import { clockKeys, type settingsContract } from '../../shared/settings/contract'
import { clockLabels } from '../../shared/terms/settings'
import { isAccessOn } from '../access/signed-in'
import { openedStore, writeIntent, type Context } from '../context'
import { saveSeat } from './seat'

type Own =
  | 'settings.choosePerson'
  | 'settings.clocks'
  | 'settings.saveClock'
  | 'settings.views'
  | 'settings.saveView'
  | 'settings.removeView'

/** What the bureau and its people set for themselves: who sits here, the clocks, the views of the lists. */
export const ownSettingsHandlers: Handlers<Pick<typeof settingsContract, Own>, Context> = {
  'settings.choosePerson': (context, { personId }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    if (isAccessOn(context.storeState())) return err('seatBySignIn')
    const person = personId === null ? null : readPerson(store.value.read, personId)
    if (personId !== null && !person) return err('notFound')
    return writeIntent(context, 'settings.choosePerson', { title: person?.name ?? context.account }, (db) => {
      saveSeat(db, context.account, personId)
      return ok({})
    })
  },

  'settings.clocks': (context) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const clocks = readClocks(store.value.read)
    return ok(clockKeys.map((key) => ({ key, workdays: clocks[key], usual: usualClocks[key] })))
  },

  'settings.saveClock': (context, { key, workdays }) =>
    writeIntent(context, 'settings.saveClock', { title: clockLabels[key].name, value: String(workdays) }, (db) => {
      savePreference(db, `clock.${key}`, workdays === usualClocks[key] ? null : String(workdays))
      return ok({})
    }),

  'settings.views': (context, { list }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    return ok(
      readViews(store.value.read, list).map(({ createdAt: _at, state, ...view }) => ({ ...view, state: { ...state } })),
    )
  },

  'settings.saveView': (context, { list, name, state }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const title = name.trim()
    if (title === '') return err('viewNeedsName')
    const known = readViewByName(store.value.read, list, title)
    const id = known?.id ?? context.newId()
    return writeIntent(context, 'settings.saveView', { title }, (db) => {
      saveView(db, { id, list, name: title, state, createdAt: known?.createdAt ?? context.now() })
      return ok({ id })
    })
  },

  'settings.removeView': (context, { id }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const known = readView(store.value.read, id)
    if (!known) return err('notFound')
    return writeIntent(context, 'settings.removeView', { title: known.name }, (db) => {
      deleteView(db, id)
      return ok({})
    })
  },
}
