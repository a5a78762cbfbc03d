import type { ErrorCode } from '../core/error-codes'
import type { Failure } from '../core/result'
import type { FindingRefusal } from '../rectification/lifecycle'
import { findingEventLabels, findingFieldLabels, findingStateLabels, rectRoleLabels } from './rectification'

/** What the values of a refusal are called, by the name of the value in its sentence; others are texts already. */
const labelsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  event: { ...findingEventLabels, verifyMeasure: '核实措施' },
  state: findingStateLabels,
  roles: rectRoleLabels,
  role: rectRoleLabels,
  fields: findingFieldLabels,
}

function wordOf(name: string, value: string | number): string | number {
  return labelsOf[name]?.[String(value)] ?? value
}

/** A refusal of the rules with its values in the office's words. */
export function refusalInWords({
  code,
  params,
}: {
  readonly code: ErrorCode
  readonly params: FindingRefusal['params']
}): Failure {
  const words = Object.entries(params).map(([name, value]): [string, string | number] =>
    typeof value === 'object'
      ? [name, value.map((each) => wordOf(name, each)).join('、')]
      : [name, wordOf(name, value)],
  )
  return { code, params: Object.fromEntries(words) }
}

/** An amount that says more done than was required, e.g. 「上缴财政：已整改5万元，应整改3万元」. */
export function amountAboveText(treatment: string, done: string, required: string, unit: string): string {
  return `${treatment}：已整改${done}${unit}，应整改${required}${unit}`
}
