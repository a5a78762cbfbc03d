import { saveManualScore } from '../../db/repositories/scoring'
import { ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import type { scoringContract } from '../../shared/scoring/contract'
import { validateManual } from '../../shared/scoring/manual-figures'
import { openedStore, writeIntent, type Context } from '../context'
import { currentScore, keptScoreOf, type EvaluatedScore } from '../scoring/kept-score'
import { ruleHandlers } from '../scoring/rule-handlers'
import { schemeOf } from '../scoring/score'

/** Only 招商 has points so far. */
const noScore: EvaluatedScore = { result: null, notes: [], readings: [], gap: [], advice: [] }

export const scoringHandlers: Handlers<typeof scoringContract, Context> = {
  ...ruleHandlers,
  'scoring.evaluate': (context, { year, stream, asOf }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    if (stream !== 'investment') return ok(noScore)
    // A closed year stands as it was kept, unless an earlier day is asked for.
    const kept = asOf === null ? keptScoreOf(store.value, year) : null
    return ok(kept ?? currentScore(store.value, year, asOf ?? context.today()))
  },

  'scoring.recordManual': (context, { year, componentId, value, givenOn, documentReference }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const scheme = schemeOf(store.value, year, givenOn)
    if (!scheme.ok) return scheme
    const checked = value === null ? ok(null) : validateManual(scheme.value, componentId, value)
    if (!checked.ok) return checked
    const name = scheme.value.components.find((component) => component.id === componentId)?.name ?? componentId
    return writeIntent(context, 'scoring.recordManual', { name, value: checked.value ?? '' }, (db) => {
      saveManualScore(db, {
        id: context.newId(),
        year,
        componentId,
        value: checked.value,
        givenOn,
        documentReference,
        isSample: false,
      })
      return ok({})
    })
  },
}
