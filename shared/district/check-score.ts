import { addPoints, comparePoints, formatExact, parsePoints, points } from '../core/points'
import { scoreTexts as texts } from '../terms/district-review'
import { returnCheck, type CheckedReturn, type FoundCheck } from './check-model'

/** 「本包用…规则，区里要求…」: the unit computed by another rule than the one in force. */
export function ruleDiffers(unit: CheckedReturn): readonly FoundCheck[] {
  const { stated, rule } = unit
  if (!stated || !rule || (stated.schemeId === rule.id && stated.schemeVersion === rule.version)) return []
  const [own, wanted] = [`${stated.schemeId} ${stated.schemeVersion}`, `${rule.id} ${rule.version}`]
  const text = texts.rule(own, rule.name, wanted)
  return [
    returnCheck(unit, {
      code: 'ruleDiffers',
      facts: [own, wanted],
      label: texts.ruleLabel,
      text,
      proposal: texts.proposal,
    }),
  ]
}

/**
 * The unit's own points against the district's of the same lines by the same rule, component by component: figures that
 * somebody gives, or that need the other units, are not compared.
 */
export function scoreDiffers(unit: CheckedReturn): readonly FoundCheck[] {
  const { stated, rule, evaluated } = unit
  if (!stated || !rule || !evaluated || stated.schemeId !== rule.id || stated.schemeVersion !== rule.version) return []
  const pairs = evaluated.components.flatMap(({ id, name, points: text }) => {
    const own = parsePoints(stated.components.find((each) => each.id === id)?.points ?? '')
    const right = parsePoints(text ?? '')
    return own && right ? [{ name, own, right }] : []
  })
  const differing = pairs.filter(({ own, right }) => comparePoints(own, right) !== 0)
  if (differing.length === 0) return []
  const sum = (side: 'own' | 'right'): string => formatExact(addPoints(points(0), ...pairs.map((pair) => pair[side])))
  const parts = differing.map(({ name, own, right }) => texts.part(name, formatExact(own), formatExact(right)))
  const facts = [sum('own'), sum('right'), ...parts]
  const text = texts.score(sum('own'), sum('right'), parts)
  return [returnCheck(unit, { code: 'scoreDiffers', facts, label: texts.scoreLabel, text, proposal: texts.proposal })]
}
