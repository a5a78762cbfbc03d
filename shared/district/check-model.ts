import type { IsoDate } from '../core/dates'
import type { ReportedLine } from '../exchange/lines'
import type { StatedScore, SummaryPayload } from '../exchange/payloads'
import type { ReportPeriod } from '../reports/period'
import type { AppliedVerdict } from './apply-verdicts'
import type { CheckCode, CheckResult } from './record'

/** The return of a unit for the period, with everything that it is held against. */
export interface CheckedReturn {
  readonly unitId: string
  readonly unit: string
  readonly asOf: IsoDate
  /** 本期无新增, by chapter. */
  readonly nil: SummaryPayload['nil']
  /** What the unit computed itself; null when it sent no score. */
  readonly stated: StatedScore | null
  readonly lines: readonly ReportedLine[]
  /** Verdicts that hold, by line key. */
  readonly verdicts: ReadonlyMap<string, AppliedVerdict>
  /** The approved lines, by key. */
  readonly approved: ReadonlyMap<string, ReportedLine>
  /** The last period of the year before this one that the unit reported; null for none. */
  readonly before: EarlierReturn | null
  /** The rule in force for the unit's category; null where the district has none. */
  readonly rule: { readonly id: string; readonly version: string; readonly name: string } | null
  /** The district's evaluation of the lines as reported; null without a rule. */
  readonly evaluated: EvaluatedLines | null
}

export interface EarlierReturn {
  readonly period: ReportPeriod
  /** Approved lines, by key. */
  readonly lines: ReadonlyMap<string, ReportedLine>
}

/** Points of the components that follow from lines alone, as both sides print them. */
export interface EvaluatedLines {
  readonly components: readonly { readonly id: string; readonly name: string; readonly points: string | null }[]
}

/** A result before anybody decided about it. */
export type FoundCheck = Omit<CheckResult, 'decision'>

/** What a check says of one line, before it is named. */
export interface LineFault {
  readonly code: CheckCode
  /** Numbers and days that make it this very fact: others make it another one, which asks for a decision of its own. */
  readonly facts: readonly string[]
  readonly text: string
  readonly proposal: string
  readonly proposed: { readonly verdict: 'adjusted' | 'returned'; readonly approved: string | null } | null
}

const offset = 0xcbf29ce484222325n
const prime = 0x100000001b3n
const mask = 0xffffffffffffffffn

/** FNV-1a over UTF-16 units, 64 bits: keeps keys short whatever a package names its lines. */
function digestOf(text: string): string {
  let hash = offset
  for (let index = 0; index < text.length; index += 1) hash = ((hash ^ BigInt(text.charCodeAt(index))) * prime) & mask
  return hash.toString(16).padStart(16, '0')
}

/** The name of a fact: the same at every run, for every order of the returns. */
export function checkKey(code: CheckCode, facts: readonly (string | null)[]): string {
  return `${code}-${digestOf(JSON.stringify(facts))}`
}

/** A fault of a line as a result of the unit. */
export function lineCheck(
  unit: Pick<CheckedReturn, 'unitId' | 'unit'>,
  line: ReportedLine,
  fault: LineFault,
): FoundCheck {
  const { unitId } = unit
  const { code, facts, text, proposal, proposed } = fault
  return {
    key: checkKey(code, [unitId, line.key, ...facts]),
    code,
    unitId,
    unit: unit.unit,
    lineKey: line.key,
    label: line.label,
    other: null,
    text,
    proposal,
    proposed: proposed && { unitId, lineKey: line.key, ...proposed },
  }
}

/** A fault of the return as a whole. */
export function returnCheck(
  unit: Pick<CheckedReturn, 'unitId' | 'unit'>,
  fault: Omit<LineFault, 'proposed'> & { readonly label: string },
): FoundCheck {
  const { code, facts, text, proposal, label } = fault
  const key = checkKey(code, [unit.unitId, null, ...facts])
  return {
    key,
    code,
    unitId: unit.unitId,
    unit: unit.unit,
    lineKey: null,
    label,
    other: null,
    text,
    proposal,
    proposed: null,
  }
}
