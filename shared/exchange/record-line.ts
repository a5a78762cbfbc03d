import { formatMoney, type Fen } from '../core/money'
import type { LineKind, ReportedLine } from './lines'

/** `lead/<id>`: the same in every edition. */
export function recordKey(kind: LineKind, id: string): string {
  return `${kind}/${id}`
}

/** How many files are kept with a record. */
export type EvidenceOf = (recordId: string) => number

/** What a record line has beside its kind, id and label; the rest is empty. */
export type RecordParts = Pick<ReportedLine, 'stream' | 'kind' | 'label'> &
  Partial<
    Pick<ReportedLine, 'unit' | 'cumulative' | 'status' | 'happenedOn' | 'evidence' | 'enterprise' | 'detail'>
  > & {
    readonly id: string
  }

/** One record behind the figures. */
export function recordLine({ id, ...parts }: RecordParts): ReportedLine {
  return {
    key: recordKey(parts.kind, id),
    unit: '',
    target: null,
    current: null,
    cumulative: null,
    rate: '',
    formula: '',
    status: '',
    happenedOn: null,
    evidence: 0,
    enterprise: null,
    parts: [],
    detail: {},
    ...parts,
  }
}

/** Null without a name. */
export function enterpriseOf(name: string, creditCode = ''): ReportedLine['enterprise'] {
  return name === '' ? null : { name, creditCode }
}

/** `yes` or `no`; '' where it is not known. */
export function yesNo(value: boolean | null): string {
  return value === null ? '' : value ? 'yes' : 'no'
}

/** Unit: 万元. */
export function tenThousandText(amount: Fen | null): string | null {
  return amount === null ? null : formatMoney(amount, 'tenThousand')
}
