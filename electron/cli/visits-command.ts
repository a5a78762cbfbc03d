import { parseQuarter } from '../../shared/core/dates'
import { err, ok } from '../../shared/core/result'
import { cliText } from '../../shared/terms/cli'
import { coverageText } from '../../shared/terms/visits'
import { openedStore } from '../context'
import { coverageOfPeriod } from '../environment/visit-matrix'
import { valueOf } from './arguments'
import type { Command } from './command'

/** `visits coverage`: how many of the linked enterprises were visited in a quarter, and which were not. */
export const visitsCommand: Command = {
  needsStore: true,
  run: (context, args) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const quarter = valueOf(args, 'quarter')
    if (args.words[1] !== 'coverage' || quarter === null) return { ok: false, error: { message: cliText.usage } }
    if (!parseQuarter(quarter)) return err('periodInvalid', { period: quarter })
    const { enterprises, visited, missing } = coverageOfPeriod(context, store.value, quarter)
    const json = { enterprises, visited, missing: missing.map(({ name }) => name) }
    return ok({ json, text: coverageText(visited, enterprises, missing) })
  },
}
