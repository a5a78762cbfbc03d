import { parseReportPeriod, type ReportPeriod } from '../../../shared/reports/period'
import type { CheckedReturn } from '../../../shared/district/check-model'
import type { ReportedLine } from '../../../shared/exchange/lines'
import { day } from '../../builders'

export function periodNamed(key: string): ReportPeriod {
  const period = parseReportPeriod(key)
  if (!period) throw new Error(`no period: ${key}`)
  return period
}

/** A line as a bureau reports it; a record that counts nothing unless told otherwise. */
export function aLine(line: Partial<ReportedLine> & Pick<ReportedLine, 'key' | 'kind'>): ReportedLine {
  return {
    stream: 'investment',
    label: line.key,
    unit: line.kind === 'figure' ? '个' : '',
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
    ...line,
  }
}

export function aFigure(code: string, line: Partial<ReportedLine> = {}): ReportedLine {
  return aLine({ key: `figure/${code}`, kind: 'figure', ...line })
}

/** A lead that is filed, with its file. */
export function aLead(id: string, line: Partial<ReportedLine> = {}): ReportedLine {
  const filedOn = line.happenedOn ?? day('2022-05-10')
  const detail = { filedOn, leadClass: 'outOfCity', ...line.detail }
  return aLine({ key: `lead/${id}`, kind: 'lead', happenedOn: filedOn, evidence: 1, ...line, detail })
}

/** A return of made-up 单位01 that nothing is held against. */
export function aReturn(lines: readonly ReportedLine[], about: Partial<CheckedReturn> = {}): CheckedReturn {
  return {
    unitId: 'u01',
    unit: '单位01',
    asOf: day('2022-06-30'),
    nil: [],
    stated: null,
    lines,
    verdicts: new Map(),
    approved: new Map(lines.map((line) => [line.key, line])),
    before: null,
    rule: null,
    evaluated: null,
    ...about,
  }
}

/** The approved lines of an earlier period. */
export function before(key: string, lines: readonly ReportedLine[]): CheckedReturn['before'] {
  return { period: periodNamed(key), lines: new Map(lines.map((line) => [line.key, line])) }
}
