import { readPerson } from '../../db/repositories/people'
import { learnWord, readRectRoles, saveRectRoles } from '../../db/repositories/rect-programs'
import { err, ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { rectificationContract } from '../../shared/rectification/contract'
import { appointedRoles } from '../../shared/rectification/record'
import { lineText } from '../../shared/tables/text-forms'
import { openedStore, writeIntent, type Context } from '../context'
import { actorOf } from './seat'

type RoleCalls = Pick<
  typeof rectificationContract,
  'rectification.roles' | 'rectification.saveRoles' | 'rectification.learnStatusWord'
>

/** 整改分工, and what words of tables mean. */
export const roleHandlers: Handlers<RoleCalls, Context> = {
  'rectification.roles': (context) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const { read } = store.value
    const holders = readRectRoles(read)
    const roles = appointedRoles.flatMap((role) =>
      holders
        .filter((holder) => holder.role === role)
        .map(({ personId, personName }) => ({ role, personId, personName })),
    )
    return ok({ roles, own: [...actorOf(context, read).roles] })
  },

  'rectification.saveRoles': (context, { roles }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    if (roles.some(({ personId }) => !readPerson(store.value.read, personId))) return err('notFound')
    return writeIntent(context, 'rectification.saveRoles', { count: roles.length }, (db) => {
      saveRectRoles(db, roles, context.newId, false)
      return ok({})
    })
  },

  'rectification.learnStatusWord': (context, { word, status }) => {
    const label = lineText(word)
    if (label === '') return err('invalidInput', { detail: 'word' })
    return writeIntent(context, 'rectification.learnStatusWord', { title: label, value: status }, (db) => {
      learnWord(db, label, status)
      return ok({})
    })
  },
}
