import { comparePoints, parsePoints, points } from '../core/points'
import type { Result } from '../core/result'
import { err, ok } from '../core/result'
import type { Scheme } from './scheme'

/** Ids of the components whose figure somebody gives. */
export function manualComponentIds(scheme: Scheme): readonly string[] {
  return scheme.components
    .filter((component) => component.rule === 'manual' || component.rule === 'manualBonus')
    .map((component) => component.id)
}

/**
 * Checks a figure before it is recorded; gives back the text to store.
 * Source: 「材料反馈、宣传、配合」 is given by the district within 0–21 (D23: 22 is refused).
 */
export function validateManual(scheme: Scheme, componentId: string, value: string): Result<string> {
  const component = scheme.components.find((entry) => entry.id === componentId)
  if (!component)
    return err('componentUnknown', { component: componentId, known: manualComponentIds(scheme).join(', ') })
  const { name, max } = component
  if (component.rule !== 'manual' && component.rule !== 'manualBonus') return err('manualNotAllowed', { name })
  const text = value.trim().normalize('NFKC')
  const figure = parsePoints(text)
  if (!figure) return err('manualInvalid', { name, value })
  if (figure.s < 0n && figure.n !== 0n) return err('manualNegative', { name, value })
  if (max !== null && comparePoints(figure, points(max)) > 0) return err('manualAboveMax', { name, value, max })
  return ok(text)
}
