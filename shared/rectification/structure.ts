import type { FindingRecord } from './record'

/** How many different 方面 and 重点问题 there are, programme by programme, and how many findings. */
export interface Structure {
  readonly aspects: number
  readonly keyIssues: number
  readonly findings: number
}

type Placed = Pick<FindingRecord, 'programId' | 'aspect' | 'keyIssue'>

/** A level is told by its text within its programme; findings without the level do not count for it. Source: domain §7 G05, G17. */
export function structureOf(findings: readonly Placed[]): Structure {
  const distinct = (level: 'aspect' | 'keyIssue'): number =>
    new Set(
      findings.flatMap((finding) =>
        finding[level] === '' ? [] : [JSON.stringify([finding.programId, finding[level]])],
      ),
    ).size
  return { aspects: distinct('aspect'), keyIssues: distinct('keyIssue'), findings: findings.length }
}
