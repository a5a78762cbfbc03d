import { invariant } from '../core/assert'
import { parseIsoDate } from '../core/dates'
import type { Result } from '../core/result'
import { err, ok } from '../core/result'
import type { RemarkCode, Remark } from './result'
import type { Scheme, SchemeParameter } from './scheme'
import { parameterValue, schemeSchema } from './scheme'

/** Parameter id → value, for a reading that differs from the scheme's own. */
export type Overrides = Readonly<Record<string, string>>

function parseMonths(value: string): readonly number[] | null {
  const run = /^(\d{1,2})-(\d{1,2})$/.exec(value)
  const months = run
    ? Array.from({ length: Number(run[2]) - Number(run[1]) + 1 }, (_, index) => Number(run[1]) + index)
    : /^\d{1,2}(,\d{1,2})*$/.test(value)
      ? value.split(',').map(Number)
      : []
  return months.length > 0 && months.every((month) => month >= 1 && month <= 12) ? months : null
}

/** The rule field for a parameter value; undefined when the parameter does not take it. */
function fieldValue(parameter: SchemeParameter, value: string): unknown {
  const isOption = parameter.options.some((option) => option.value === value)
  if (parameter.accepts === 'months') return parseMonths(value) ?? undefined
  if (value === 'none' && isOption) return null
  if (parameter.accepts === 'date') return parseIsoDate(value) ?? undefined
  return isOption ? value : undefined
}

/** The scheme read with other parameter values; the scheme itself is not changed. */
export function withParameters(scheme: Scheme, overrides: Overrides): Result<Scheme> {
  let components: readonly Record<string, unknown>[] = scheme.components
  for (const [id, value] of Object.entries(overrides)) {
    const parameter = scheme.parameters.find((entry) => entry.id === id)
    const known = scheme.parameters.map((entry) => entry.id).join(', ')
    if (!parameter) return err('parameterUnknown', { parameter: id, known })
    const next = fieldValue(parameter, value)
    if (next === undefined || parameter.field === null) {
      const options = parameter.options.map((option) => option.value).join(', ')
      return err('parameterValueUnknown', { parameter: id, value, known: options })
    }
    const field = parameter.field
    components = components.map((component) =>
      component['id'] === parameter.component ? { ...component, [field]: next } : component,
    )
  }
  // The defaults of the parameters still name the scheme's own reading, so they are left out of this check.
  const parsed = schemeSchema.safeParse({ ...scheme, components, parameters: [] })
  invariant(parsed.success, 'a scheme with chosen options stays valid')
  return ok({ ...parsed.data, parameters: scheme.parameters })
}

function noteOf(parameter: SchemeParameter, value: string): string {
  const option = parameter.options.find((entry) => entry.value === value)
  return option?.note ?? (parameter.otherNote ?? value).replaceAll('{value}', value)
}

/** 口径说明: the readings that made a difference to this score, and every one that is not the default. */
export function parameterNotes(scheme: Scheme, occurred: ReadonlySet<RemarkCode>): readonly Remark[] {
  return scheme.parameters.flatMap((parameter): readonly Remark[] => {
    const value = parameterValue(scheme, parameter) ?? parameter.default
    const isUsed = value !== parameter.default || parameter.shownWith.some((code) => occurred.has(code))
    if (!isUsed) return []
    const params = { no: parameter.no, id: parameter.id, value, text: noteOf(parameter, value) }
    return [{ code: 'parameter', params }]
  })
}

/**
 * The readings of a scheme whose rules were changed: each default is what the rule now says, a value that is not among
 * the options joins them with its sentence, and the reading of a component that is gone goes with it.
 */
export function followedParameters({
  components,
  parameters,
}: Pick<Scheme, 'components' | 'parameters'>): readonly SchemeParameter[] {
  return parameters.flatMap((parameter) => {
    if (parameter.component !== null && !components.some(({ id }) => id === parameter.component)) return []
    const value = parameterValue({ components }, parameter)
    if (value === null || value === '') return [parameter]
    const isOption = parameter.options.some((option) => option.value === value)
    const options = isOption ? parameter.options : [...parameter.options, { value, note: noteOf(parameter, value) }]
    return [{ ...parameter, default: value, options }]
  })
}
