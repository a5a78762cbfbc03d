import { parseIsoDate, type IsoDate } from '../../shared/core/dates'
import type { Failure } from '../../shared/core/result'
import {
  leadClasses,
  type LeadBureauFields,
  type LeadDistrictFacts,
  type LeadRecord,
} from '../../shared/investment/record'
import { joinWords, leadFieldLabel } from '../../shared/terms/investment'
import { lifeSteps, type LifeStep } from './life-line'

/** What the form asks for: the facts of the steps, and the document that they rest on. */
export type StepField =
  | 'investorName'
  | 'intention'
  | 'expectedBenefit'
  | 'filedOn'
  | 'oaReference'
  | 'certifiedOn'
  | 'platformNo'
  | 'contactedOn'
  | 'acceptedOn'
  | 'acceptedBy'
  | 'districtClass'
  | 'landedOn'
  | 'companyName'
  | 'creditCode'
  | 'registeredCapital'
  | 'isRegisteredInDistrict'
  | 'documentReference'

/** Exactly the facts that each step needs. Source: 实施方案 抓招商 指标定义①②. */
const fieldsOfStep: Readonly<Record<LifeStep, readonly StepField[]>> = {
  filed: ['investorName', 'intention', 'expectedBenefit', 'filedOn', 'oaReference'],
  certified: ['certifiedOn', 'platformNo'],
  contacted: ['contactedOn'],
  effective: ['acceptedOn', 'acceptedBy', 'districtClass'],
  landed: ['landedOn', 'companyName', 'creditCode', 'registeredCapital', 'isRegisteredInDistrict'],
}

/** Steps of the bureau itself; the others are facts of the district and need a document. */
const ownSteps: ReadonlySet<LifeStep> = new Set(['filed'])
const optionalFields: ReadonlySet<StepField> = new Set(['oaReference', 'platformNo', 'registeredCapital'])
export const dateFields: ReadonlySet<StepField> = new Set([
  'filedOn',
  'certifiedOn',
  'contactedOn',
  'acceptedOn',
  'landedOn',
])

/** Entries of the form as text: days as `YYYY-MM-DD`, choices by their code. */
export type StepEntries = Readonly<Partial<Record<StepField, string>>>

/** The steps from the next one up to the chosen one. */
export function stepsUpTo(next: LifeStep, chosen: LifeStep): readonly LifeStep[] {
  return lifeSteps.slice(lifeSteps.indexOf(next), lifeSteps.indexOf(chosen) + 1)
}

/** Steps that may be recorded in one go: the bureau's own filing stands alone. */
export function stepsToChoose(next: LifeStep): readonly LifeStep[] {
  return ownSteps.has(next) ? [next] : lifeSteps.slice(lifeSteps.indexOf(next))
}

export function stepFields(next: LifeStep, chosen: LifeStep): readonly StepField[] {
  const steps = stepsUpTo(next, chosen)
  const fields = steps.flatMap((step) => fieldsOfStep[step])
  return steps.every((step) => ownSteps.has(step)) ? fields : [...fields, 'documentReference']
}

export function isOptional(field: StepField): boolean {
  return optionalFields.has(field)
}

/** Asked anew as long as no landing is recorded: a ledger's 未落地 says nothing of the place. */
function registrationOf({ landedOn, isRegisteredInDistrict }: LeadRecord): string {
  if (landedOn === null || isRegisteredInDistrict === null) return ''
  return isRegisteredInDistrict ? 'yes' : 'no'
}

/** What the record already says, as the form writes it. The document is asked anew for each fact. */
export function entryOf(lead: LeadRecord, field: StepField): string {
  if (field === 'documentReference') return ''
  if (field === 'districtClass') return lead.districtClass === 'pending' ? '' : lead.districtClass
  if (field === 'isRegisteredInDistrict') return registrationOf(lead)
  return lead[field] ?? ''
}

/** The refusal for entries that are missing; null when all are there. */
export function missingEntries(fields: readonly StepField[], entries: StepEntries): Failure | null {
  const missing = fields.filter((field) => !isOptional(field) && (entries[field] ?? '').trim() === '')
  if (missing.length === 0) return null
  return missing.length === 1 && missing[0] === 'documentReference'
    ? { code: 'leadNeedsDocument', params: {} }
    : { code: 'leadNeedsFields', params: { fields: joinWords(missing.map(leadFieldLabel)) } }
}

function dayOf(text: string | undefined): IsoDate | null {
  return parseIsoDate(text ?? '')
}

/** The filing as the bureau's own fields. */
export function filingOf(entries: StepEntries): Partial<LeadBureauFields> {
  return {
    investorName: entries.investorName ?? '',
    intention: entries.intention ?? '',
    expectedBenefit: entries.expectedBenefit ?? '',
    oaReference: entries.oaReference ?? '',
    filedOn: dayOf(entries.filedOn),
  }
}

/** The facts of the district among the asked fields. */
export function factsOf(fields: readonly StepField[], entries: StepEntries): Partial<LeadDistrictFacts> {
  const has = (field: StepField): boolean => fields.includes(field)
  const leadClass = leadClasses.find((known) => known === entries.districtClass)
  return {
    ...(has('certifiedOn') ? { certifiedOn: dayOf(entries.certifiedOn), platformNo: entries.platformNo ?? '' } : {}),
    ...(has('contactedOn') ? { contactedOn: dayOf(entries.contactedOn) } : {}),
    ...(has('acceptedOn') ? { acceptedOn: dayOf(entries.acceptedOn), acceptedBy: entries.acceptedBy ?? '' } : {}),
    ...(has('districtClass') && leadClass ? { districtClass: leadClass } : {}),
    ...(has('landedOn')
      ? {
          landedOn: dayOf(entries.landedOn),
          companyName: entries.companyName ?? '',
          creditCode: entries.creditCode ?? '',
          registeredCapital: entries.registeredCapital ?? '',
          isRegisteredInDistrict: entries.isRegisteredInDistrict === 'yes',
        }
      : {}),
  }
}
