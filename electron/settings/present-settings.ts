import { hasSample } from '../../db/repositories/sample'
import { readBureau } from '../../db/repositories/settings'
import { monthNumberOf, yearOf } from '../../shared/core/dates'
import { ok, type Result } from '../../shared/core/result'
import type { Output } from '../../shared/ipc/procedure'
import type { settingsContract } from '../../shared/settings/contract'
import type { Context } from '../context'
import { seatedPerson } from './seat'

type Settings = Output<(typeof settingsContract)['settings.get']>

/** The next year's notice appears in November: from December on its absence is said. */
function missingYears(context: Context): number[] {
  const today = context.today()
  const needed = monthNumberOf(today) === 12 ? [yearOf(today), yearOf(today) + 1] : [yearOf(today)]
  return needed.filter((year) => !context.calendars().has(year))
}

/** What the window has to know before it shows anything: the state of the ledger, the bureau, who sits here. */
export function presentSettings(context: Context): Result<Settings> {
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
}
