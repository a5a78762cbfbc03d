import { assertNever } from '../../core/assert'
import type { SchemeComponent } from '../scheme'
import type { Outcome, RuleContext } from './base'
import { scoreEventBonus } from './events'
import { scoreManual, scoreManualAverage, scoreManualBonus } from './manual'
import { scorePeerNormalised, scoreRankTable } from './peers'
import { scorePeriodPresence } from './period-presence'
import { decidePromotion } from './promotion'
import { scoreRatio, showCompletion } from './ratio'
import { scoreShortage } from './shortage'
import { scorePiecewiseLinear, scoreStepThresholds } from './thresholds'
import { scoreTieredCount, scoreTraitPoints } from './tiers'
import { scoreUnitCount } from './unit-count'

/** Evaluates one component by its rule; whether the unit takes part is decided before. */
export function applyRule(component: SchemeComponent, context: RuleContext): Outcome {
  switch (component.rule) {
    case 'unitCount':
      return scoreUnitCount(component, context)
    case 'ratio':
      return scoreRatio(component, context)
    case 'completion':
      return showCompletion(component, context)
    case 'periodPresence':
      return scorePeriodPresence(component, context)
    case 'manual':
      return scoreManual(component, context)
    case 'manualAverage':
      return scoreManualAverage(component, context)
    case 'manualBonus':
      return scoreManualBonus(component, context)
    case 'shortageDeduction':
      return scoreShortage(component, context)
    case 'tieredCount':
      return scoreTieredCount(component, context)
    case 'traitPoints':
      return scoreTraitPoints(component, context)
    case 'stepThresholds':
      return scoreStepThresholds(component, context)
    case 'piecewiseLinear':
      return scorePiecewiseLinear(component, context)
    case 'eventBonus':
      return scoreEventBonus(component, context)
    case 'rankTable':
      return scoreRankTable(component, context)
    case 'peerNormalised':
      return scorePeerNormalised(component, context)
    case 'promotion':
      return decidePromotion(component, context)
    default:
      return assertNever(component)
  }
}
