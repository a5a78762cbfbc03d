import { lineChapters, type LineKind, type ReportedLine } from '../exchange/lines'
import { enterpriseOf, recordLine, yesNo } from '../exchange/record-line'
import { returnTemplateText as words, type recordKindWords } from '../terms/district'
import type { FieldValue } from '../tables/reading'
import type { ReturnField } from './return-field'

/** The cells of a row of the 填报表 as they were read. */
export type ReturnValues = Readonly<Partial<Record<ReturnField, FieldValue>>>

function textOf(values: ReturnValues, field: ReturnField): string {
  const value = values[field]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function textOrNull(values: ReturnValues, field: ReturnField): string | null {
  return textOf(values, field) || null
}

function evidenceOf({ evidence }: ReturnValues): number {
  return typeof evidence === 'number' ? evidence : 0
}

function streamOf(values: ReturnValues, usual: ReportedLine['stream']): ReportedLine['stream'] {
  return lineChapters.find((chapter) => chapter === values.stream) ?? usual
}

/** A row of 指标; `code` is its 行标识. Null for one that the unit left empty. */
export function figureLine(code: string, values: ReturnValues): ReportedLine | null {
  const [current, cumulative] = [textOrNull(values, 'current'), textOrNull(values, 'cumulative')]
  if (current === null && cumulative === null) return null
  const line = recordLine({
    stream: streamOf(values, 'investment'),
    kind: 'figure',
    id: code,
    label: textOf(values, 'label'),
    unit: textOf(values, 'unit').slice(0, 20),
    evidence: evidenceOf(values),
  })
  const formula = textOf(values, 'remark') || words.formula
  return { ...line, target: textOrNull(values, 'target'), current, cumulative, formula }
}

type RecordKind = keyof typeof recordKindWords
type Detail = ReportedLine['detail']

/** What each kind of record is, and which cells its facts stand in; names as in `line-facts.ts`. */
const kinds: Readonly<
  Record<
    RecordKind,
    {
      readonly stream: ReportedLine['stream']
      /** The day that the record happened on, where 发生日期 is empty. */
      readonly day?: ReturnField
      readonly detail: (values: ReturnValues, happenedOn: string | null) => Detail
    }
  >
> = {
  lead: {
    stream: 'investment',
    day: 'filedOn',
    detail: (values, filedOn) => ({
      leadClass: textOf(values, 'leadClass') || 'pending',
      filedOn,
      certifiedOn: textOrNull(values, 'certifiedOn'),
      contactedOn: textOrNull(values, 'contactedOn'),
      acceptedOn: textOrNull(values, 'acceptedOn'),
      acceptedBy: textOf(values, 'acceptedBy'),
      landedOn: textOrNull(values, 'landedOn'),
      investorName: textOf(values, 'enterprise'),
      companyName: textOf(values, 'landedOn') === '' ? '' : textOf(values, 'enterprise'),
      creditCode: textOf(values, 'creditCode'),
      // A table has no column for it: the district looks where a landed company is registered.
      isRegisteredInDistrict: '',
    }),
  },
  brief: {
    stream: 'investment',
    detail: (values, submittedOn) => ({
      submittedOn,
      month: submittedOn?.slice(0, 7) ?? null,
      isAccepted: doneOf(values),
    }),
  },
  training: {
    stream: 'investment',
    detail: (values, heldOn) => ({ heldOn, isRequired: 'yes', isAttended: doneOf(values) }),
  },
  project: {
    stream: 'projects',
    detail: (values) => ({
      totalInvestment: textOrNull(values, 'amount'),
      stage: textOf(values, 'status'),
      startedOn: textOrNull(values, 'startedOn'),
      completedOn: textOrNull(values, 'completedOn'),
    }),
  },
  policy: { stream: 'environment', detail: (_values, publishedOn) => ({ publishedOn }) },
  visit: { stream: 'environment', detail: (_values, visitedOn) => ({ visitedOn, official: null }) },
  demand: { stream: 'environment', detail: (values, raisedOn) => ({ raisedOn, isSolved: doneOf(values) }) },
  entry: {
    stream: 'revenue',
    detail: (values, bookedOn) => ({
      status: 'booked',
      bookedOn,
      gross: textOrNull(values, 'amount'),
      districtRetained: textOrNull(values, 'amount'),
    }),
  },
  finding: { stream: 'rectification', detail: (values) => ({ status: textOf(values, 'status') }) },
}

function doneOf({ isDone }: ReturnValues): string {
  return yesNo(typeof isDone === 'boolean' ? isDone : null)
}

/** A row of 明细; `id` is its 行标识. Null while it says no 类别. */
export function recordLineOf(id: string, values: ReturnValues): ReportedLine | null {
  const word = values.kind
  const kind = typeof word === 'string' && Object.hasOwn(kinds, word) ? (word as RecordKind & LineKind) : null
  if (kind === null) return null
  const about = kinds[kind]
  const happenedOn = textOrNull(values, 'happenedOn') ?? (about.day ? textOrNull(values, about.day) : null)
  const label = textOf(values, 'label') || textOf(values, 'enterprise')
  return recordLine({
    stream: streamOf(values, about.stream),
    kind,
    id,
    label,
    status: textOf(values, 'status'),
    // Days were read from cells, so they are real ones.
    happenedOn: happenedOn as ReportedLine['happenedOn'],
    evidence: evidenceOf(values),
    enterprise: enterpriseOf(textOf(values, 'enterprise'), textOf(values, 'creditCode')),
    detail: about.detail(values, happenedOn),
  })
}
