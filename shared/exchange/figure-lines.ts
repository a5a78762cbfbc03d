import type { Assignment } from '../assignments/contract'
import type { CellContent, RecordRef, ReportChapter } from '../reports/model'
import type { SummaryLine } from '../reports/section'
import { fillText } from '../reports/sentences'
import { exchangeLineTerms, namedUnit } from '../terms/exchange-lines'
import { lineKinds, type ReportedLine } from './lines'
import { recordKey } from './record-line'

/** Null for the words that a table has where there is no number (—, 待评), and for what is no finite decimal. */
function quantity(cell: CellContent): string | null {
  const text = cell === null || typeof cell === 'string' ? cell : cell.value
  return text !== null && /^-?\d{1,15}(\.\d{1,12})?$/.test(text) ? text : null
}

function percentText(cell: CellContent): string {
  const text = quantity(cell)
  return text === null ? '' : `${text}${exchangeLineTerms.percent}`
}

function partKeys(counts: readonly RecordRef[]): string[] {
  const keys = counts.flatMap(({ kind, recordId }) => {
    const own = lineKinds.find((each) => each === kind)
    return own === undefined ? [] : [recordKey(own, recordId)]
  })
  // A sum of which some records are no lines would not add up for the reader.
  return keys.length === counts.length ? [...new Set(keys)] : []
}

/** A number of the 汇总 sheet; null where there is none. */
export function figureLine(stream: ReportChapter, line: SummaryLine): ReportedLine | null {
  const { groups } = namedUnit.exec(line.name) ?? {}
  const [current, cumulative] = [quantity(line.inPeriod), quantity(line.inYear)]
  if (current === null && cumulative === null) return null
  return {
    key: recordKey('figure', line.code),
    stream,
    kind: 'figure',
    label: groups?.['name'] ?? line.name,
    unit: groups?.['unit'] ?? '',
    target: quantity(line.target),
    // What stands on a day does not grow by what a period says of itself.
    current: line.isRunning || cumulative === null ? current : null,
    cumulative,
    rate: percentText(line.rate),
    formula: line.formula,
    status: '',
    happenedOn: null,
    evidence: 0,
    enterprise: null,
    parts: partKeys(line.counts),
    detail: {},
  }
}

/** An assignment with a target, and what of it was done in the period; null where that is not known. */
export interface AssignedFigure {
  readonly assignment: Pick<
    Assignment,
    'id' | 'code' | 'stream' | 'task' | 'indicator' | 'unit' | 'target' | 'actual' | 'rate' | 'isActualComputed'
  >
  readonly current: string | null
}

/** The figure of an assignment under its item code; null without a stream, a target or a number. */
export function assignedLine({ assignment, current }: AssignedFigure): ReportedLine | null {
  const { id, code, stream, task, indicator, target, actual, rate, isActualComputed } = assignment
  const cumulative = quantity(actual)
  if (stream === null || target === null || cumulative === null) return null
  const { assignedFormula, assignedByHand } = exchangeLineTerms
  return {
    key: recordKey('figure', code === '' ? `assignment.${id}` : code),
    stream,
    kind: 'figure',
    label: [task, indicator].filter((part) => part !== '').join(' '),
    unit: assignment.unit.slice(0, 20),
    target: quantity(target),
    current,
    cumulative,
    rate: rate ?? '',
    formula: fillText(isActualComputed ? assignedFormula : assignedByHand, { code: code || task }),
    status: '',
    happenedOn: null,
    evidence: 0,
    enterprise: null,
    parts: [],
    detail: {},
  }
}
