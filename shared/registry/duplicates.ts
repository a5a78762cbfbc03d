import { isAlike, nameKeyOf, normaliseCompanyName } from './company-name'
import type { EnterpriseDuplicate } from './contract'
import { normaliseCreditCode } from './credit-code'

/** Why two enterprises may be one: certain by code, likely by name, worth a look when alike. */
export type EnterpriseDuplicateReason = EnterpriseDuplicate['reason']

export interface NamedEnterprise {
  readonly id: string
  readonly name: string
  readonly creditCode: string
}

function reasonOf(
  asked: Pick<NamedEnterprise, 'name' | 'creditCode'>,
): (other: NamedEnterprise) => EnterpriseDuplicateReason | null {
  const code = normaliseCreditCode(asked.creditCode)
  const key = normaliseCompanyName(asked.name)
  const name = nameKeyOf(asked.name)
  return (other) => {
    const otherCode = normaliseCreditCode(other.creditCode)
    if (code !== '' && code === otherCode) return 'creditCode'
    if (key !== '' && key === normaliseCompanyName(other.name)) return 'sameName'
    // Two full codes that differ are two enterprises, however alike their names are.
    if (code !== '' && otherCode !== '') return null
    return isAlike(name, nameKeyOf(other.name)) ? 'alikeName' : null
  }
}

const order: readonly EnterpriseDuplicateReason[] = ['creditCode', 'sameName', 'alikeName']

/** Others that may be the same enterprise, the surest first; a person decides. */
export function findEnterpriseDuplicates(
  asked: Pick<NamedEnterprise, 'name' | 'creditCode'>,
  others: readonly NamedEnterprise[],
  exceptId: string | null,
): readonly { readonly other: NamedEnterprise; readonly reason: EnterpriseDuplicateReason }[] {
  const judge = reasonOf(asked)
  const found = others.flatMap((other) => {
    const reason = other.id === exceptId ? null : judge(other)
    return reason === null ? [] : [{ other, reason }]
  })
  return found.toSorted((left, right) => order.indexOf(left.reason) - order.indexOf(right.reason))
}
