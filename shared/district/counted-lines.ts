import type { LineKind, ReportedLine } from '../exchange/lines'

/** When a record of a kind counts, what proves it, and what makes two of them one claim. */
interface CountedKind {
  readonly kind: LineKind
  /** Details that must be filled for the record to count. */
  readonly needs: readonly string[]
  /** Values of details by which it does not count; `*` = any. */
  readonly unless: Readonly<Record<string, readonly string[]>>
  /** It has to come with files. */
  readonly needsEvidence: boolean
  /** Details that, with the enterprise, make two records the same claim; null where several units may well have the same enterprise. */
  readonly sameBy: readonly string[] | null
  /** Its day lies in the year of the report. */
  readonly isOfYear: boolean
}

/**
 * Source: 实施方案 抓招商 (备案、月度信息), 抓项目 (竣工), 抓收入 (入库); S2 「虚报、漏报」. Visits and demands may be of the
 * same enterprise; a project counts for a unit when it is completed; money is claimed twice when day and amount agree.
 */
const countedKinds: readonly CountedKind[] = [
  {
    kind: 'lead',
    needs: ['filedOn'],
    unless: { ending: ['withdrawn', 'revoked'], leadClass: ['invalid'], duplicateOf: ['*'], isOfYear: ['no'] },
    needsEvidence: true,
    sameBy: [],
    isOfYear: true,
  },
  {
    kind: 'brief',
    needs: ['submittedOn'],
    unless: { isAccepted: ['no'] },
    needsEvidence: true,
    sameBy: null,
    isOfYear: true,
  },
  {
    kind: 'project',
    needs: ['completedOn'],
    unless: {},
    needsEvidence: true,
    sameBy: null,
    isOfYear: false,
  },
  {
    kind: 'entry',
    needs: ['bookedOn'],
    unless: { status: ['reversed', 'dropped', 'clue'] },
    needsEvidence: true,
    sameBy: ['bookedOn', 'gross'],
    isOfYear: true,
  },
  { kind: 'training', needs: ['heldOn'], unless: {}, needsEvidence: false, sameBy: null, isOfYear: true },
  { kind: 'visit', needs: [], unless: {}, needsEvidence: false, sameBy: null, isOfYear: true },
]

const byKind: ReadonlyMap<LineKind, CountedKind> = new Map(countedKinds.map((each) => [each.kind, each]))

/** The rules of a record that counts for points; null for figures, and for records that do not count. */
export function countedKindOf(line: ReportedLine): CountedKind | null {
  const rules = byKind.get(line.kind)
  if (!rules) return null
  const valueOf = (field: string): string => line.detail[field] ?? ''
  const isExcluded = Object.entries(rules.unless).some(([field, values]) => {
    const value = valueOf(field)
    return value !== '' && (values.includes('*') || values.includes(value))
  })
  return isExcluded || rules.needs.some((field) => valueOf(field) === '') ? null : rules
}
