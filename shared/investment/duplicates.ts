import type { IsoDate } from '../core/dates'
import { isAlike, nameKeyOf, normaliseCompanyName, type NameKey } from '../registry/company-name'
import { normaliseCreditCode } from '../registry/credit-code'
import { isClosedState, leadState } from './facts'
import type { LeadRecord } from './record'

/** Why two leads may be of one company: certain by code, likely by name, worth a look when alike. */
export type DuplicateKind = 'creditCode' | 'sameName' | 'alikeName'

/** Another lead that may be of the same company; a person decides. */
export interface DuplicateCandidate {
  readonly leadId: string
  readonly kind: DuplicateKind
  readonly title: string
  /** The name as the other lead writes it. */
  readonly name: string
  readonly filedOn: IsoDate | null
  readonly createdAt: string
}

interface NamedLead {
  readonly lead: LeadRecord
  readonly name: string
  readonly key: NameKey
}

/** Leads prepared for finding duplicates; made once for many look-ups. */
export interface DuplicateIndex {
  readonly byCreditCode: ReadonlyMap<string, readonly LeadRecord[]>
  readonly byName: ReadonlyMap<string, readonly NamedLead[]>
  readonly names: readonly NamedLead[]
}

function namesOf(lead: LeadRecord): readonly string[] {
  const names = [lead.investorName, lead.companyName]
  return names.filter((name, index) => normaliseCompanyName(name) !== '' && names.indexOf(name) === index)
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Prepares the live leads of a bureau; invalid, revoked and withdrawn ones stand in nobody's way. */
export function duplicateIndexOf(leads: readonly LeadRecord[], asOf: IsoDate): DuplicateIndex {
  const byCreditCode = new Map<string, LeadRecord[]>()
  const byName = new Map<string, NamedLead[]>()
  const names: NamedLead[] = []
  for (const lead of leads) {
    if (lead.duplicateOf !== null || isClosedState(leadState(lead, asOf))) continue
    const code = normaliseCreditCode(lead.creditCode)
    if (code !== '') add(byCreditCode, code, lead)
    for (const name of namesOf(lead)) {
      const named = { lead, name, key: nameKeyOf(name) }
      names.push(named)
      add(byName, named.key.key, named)
    }
  }
  return { byCreditCode, byName, names }
}

function candidate(lead: LeadRecord, kind: DuplicateKind, name: string): DuplicateCandidate {
  const { id, title, filedOn, createdAt } = lead
  return { leadId: id, kind, title: title || name, name, filedOn, createdAt }
}

/**
 * Live leads that may be of the same company, the surest first, each once.
 * `withAlike: false` leaves out the comparison of spellings, for checking many rows.
 */
export function findDuplicates(
  lead: LeadRecord,
  others: DuplicateIndex,
  { withAlike }: { readonly withAlike: boolean },
): readonly DuplicateCandidate[] {
  const found = new Map<string, DuplicateCandidate>()
  const note = (other: LeadRecord, kind: DuplicateKind, name: string): void => {
    if (other.id === lead.id || other.id === lead.duplicateOf || found.has(other.id)) return
    found.set(other.id, candidate(other, kind, name))
  }
  const code = normaliseCreditCode(lead.creditCode)
  for (const other of code === '' ? [] : (others.byCreditCode.get(code) ?? [])) {
    note(other, 'creditCode', other.companyName || other.investorName)
  }
  const names = namesOf(lead)
  for (const name of names) {
    for (const same of others.byName.get(normaliseCompanyName(name)) ?? []) note(same.lead, 'sameName', same.name)
  }
  if (withAlike) {
    for (const key of names.map(nameKeyOf)) {
      for (const other of others.names) if (isAlike(key, other.key)) note(other.lead, 'alikeName', other.name)
    }
  }
  return [...found.values()]
}
