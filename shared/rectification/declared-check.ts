import { declaredLabels } from '../terms/rectification'
import { ledgerTexts } from '../terms/rectification-self-check'
import { declaredKeys, type Declared, type FindingRecord, type ProgramRecord } from './record'
import type { SelfCheckIssue } from './statistics-contract'
import { structureOf } from './structure'

/** What the ledger holds of one programme, under the names of what a notice declares. */
export function heldOf(
  findings: readonly Pick<FindingRecord, 'programId' | 'kind' | 'aspect' | 'keyIssue'>[],
  parts: { readonly manifestations: number; readonly measures: number },
): Required<Declared> {
  const { aspects, keyIssues } = structureOf(findings)
  const ofKind = (kind: FindingRecord['kind']): number => findings.filter((each) => each.kind === kind).length
  return {
    aspects,
    keyIssues,
    specific: ofKind('specific'),
    manifestations: parts.manifestations,
    byAnalogy: ofKind('byAnalogy'),
    reform: ofKind('reform'),
    recommendation: ofKind('recommendation'),
    immediateHandover: ofKind('immediateHandover'),
    audit: ofKind('audit'),
    measures: parts.measures,
  }
}

/**
 * Declared against held. A level of which the ledger holds nothing was not entered, which is no contradiction.
 * Source: domain §7 (59 declared, 58 listed).
 */
export function declaredIssues(
  { id, title, declared }: Pick<ProgramRecord, 'id' | 'title' | 'declared'>,
  held: Required<Declared>,
): readonly SelfCheckIssue[] {
  return declaredKeys.flatMap((key) => {
    const [said, found] = [declared[key], held[key] ?? 0]
    if (said === undefined || found === 0 || said === found) return []
    return [
      {
        code: 'declaredCount',
        severity: 'warning',
        text: ledgerTexts.declared(title, said, declaredLabels[key], found),
        quote: '',
        findingId: null,
        programId: id,
      } satisfies SelfCheckIssue,
    ]
  })
}
