import { saveManualScore } from '../../db/repositories/scoring'
import { ok } from '../../shared/core/result'
import type { Handlers } from '../../shared/ipc/procedure'
import { advise } from '../../shared/scoring/advice'
import type { scoringContract } from '../../shared/scoring/contract'
import { validateManual } from '../../shared/scoring/manual-figures'
import { gapText, suggestionText } from '../../shared/terms/scoring'
import { openedStore, writeIntent, type Context } from '../context'
import { noteSentences } from '../scoring/notes'
import { ruleHandlers } from '../scoring/rule-handlers'
import { schemeOf, scoreOf } from '../scoring/score'

export const scoringHandlers: Handlers<typeof scoringContract, Context> = {
  ...ruleHandlers,
  'scoring.evaluate': (context, { year, stream, asOf }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const day = asOf ?? context.today()
    const score = stream === 'investment' ? scoreOf(store.value, year, day) : null
    if (!score?.ok) return ok({ result: null, notes: [], readings: [], gap: [], advice: [] })
    const { scheme, facts, result } = score.value
    const { gaps, suggestions } = advise(scheme, facts, day)
    return ok({
      result,
      ...noteSentences(result),
      gap: gaps.map(gapText),
      advice: suggestions.map((suggestion) => ({ text: suggestionText(suggestion), total: suggestion.predictedTotal })),
    })
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
