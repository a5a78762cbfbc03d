import { addPoints, comparePoints, formatExact, parsePoints, points, zeroPoints, type Points } from '../core/points'
import { figureCodeOf } from '../exchange/line-facts'
import type { ReportedLine } from '../exchange/lines'
import { totalTerms as texts } from '../terms/district-ranking'
import { quantityOf } from './quantities'
import type { DistrictTotal, UnitRecord } from './record'

/** What of a unit counts: its approved lines. */
export interface UnitLines {
  readonly unit: Pick<UnitRecord, 'id' | 'name'>
  readonly lines: readonly ReportedLine[]
}

/** A total of the notices: by the figure that units report, else by counting their records. */
interface Named {
  readonly key: string
  readonly label: string
  readonly unit: string
  readonly formula: string
  /** Code of the figure that already is this number. */
  readonly figure: string | null
  readonly counts: (line: ReportedLine) => boolean
}

function has(line: ReportedLine, field: string): boolean {
  return (line.detail[field] ?? '') !== ''
}

/** A lead of the year that is nobody else's and was not taken back. */
function isLead(line: ReportedLine): boolean {
  return (
    line.kind === 'lead' &&
    has(line, 'filedOn') &&
    line.detail['isOfYear'] !== 'no' &&
    !has(line, 'duplicateOf') &&
    line.detail['ending'] !== 'withdrawn'
  )
}

function isLanded(line: ReportedLine): boolean {
  return isLead(line) && has(line, 'landedOn') && line.detail['isRegisteredInDistrict'] === 'yes'
}

function isLandedOf(classes: readonly string[]): (line: ReportedLine) => boolean {
  return (line) => isLanded(line) && classes.includes(line.detail['leadClass'] ?? '')
}

const hundredMillion = points(10_000)

function isLarge({ kind, detail }: ReportedLine): boolean {
  const amount = kind === 'project' ? parsePoints(detail['totalInvestment'] ?? '') : null
  return amount !== null && comparePoints(amount, hundredMillion) >= 0
}

/** In the order in which the notices give them. Source: S001 「线索257条，推荐206条，落地57个；市外优质1007个，亿元以上53个，北京186个」. */
const named: readonly Named[] = [
  {
    key: 'leads',
    label: texts.leads,
    unit: texts.count,
    formula: texts.leadsFormula,
    figure: 'investment.filed',
    counts: isLead,
  },
  {
    key: 'recommended',
    label: texts.recommended,
    unit: texts.count,
    formula: texts.recommendedFormula,
    figure: null,
    counts: (line) => isLead(line) && (has(line, 'contactedOn') || has(line, 'acceptedOn')),
  },
  {
    key: 'landed',
    label: texts.landed,
    unit: texts.projects,
    formula: texts.landedFormula,
    figure: 'investment.landed',
    counts: isLanded,
  },
  {
    key: 'outOfCity',
    label: texts.outOfCity,
    unit: texts.projects,
    formula: texts.outOfCityFormula,
    figure: null,
    counts: isLandedOf(['outOfCity', 'beijing']),
  },
  {
    key: 'hundredMillion',
    label: texts.hundredMillion,
    unit: texts.projects,
    formula: texts.hundredMillionFormula,
    figure: null,
    counts: isLarge,
  },
  {
    key: 'beijing',
    label: texts.beijing,
    unit: texts.projects,
    formula: texts.beijingFormula,
    figure: null,
    counts: isLandedOf(['beijing']),
  },
]

interface Part {
  readonly unitId: string
  readonly unit: string
  readonly value: Points
}

function totalOf(about: Omit<DistrictTotal, 'value' | 'units'>, parts: readonly Part[]): DistrictTotal {
  return {
    ...about,
    value: formatExact(addPoints(...parts.map(({ value }) => value))),
    units: parts
      .filter(({ value }) => value.n !== 0n)
      .map(({ unitId, unit, value }) => ({ unitId, unit, value: formatExact(value) })),
  }
}

function figureValue(lines: readonly ReportedLine[], code: string | null): Points | null {
  const line = code === null ? undefined : lines.find((each) => figureCodeOf(each) === code)
  return line ? quantityOf(line.cumulative) : null
}

function namedTotal({ key, label, unit, formula, figure, counts }: Named, units: readonly UnitLines[]): DistrictTotal {
  const parts = units.map(({ unit: { id, name }, lines }): Part => {
    const value = figureValue(lines, figure) ?? points(lines.filter(counts).length)
    return { unitId: id, unit: name, value }
  })
  return totalOf({ key, label, unit, formula }, parts)
}

const namedFigures: ReadonlySet<string | null> = new Set(named.map(({ figure }) => figure))

/** Every other figure, added up where units report it in one measure; shares cannot be added. */
function figureTotals(units: readonly UnitLines[]): readonly DistrictTotal[] {
  const found = new Map<string, { readonly line: ReportedLine; readonly parts: Part[] }>()
  for (const { unit, lines } of units) {
    for (const line of lines) {
      const code = figureCodeOf(line)
      const value = quantityOf(line.cumulative)
      if (code === null || value === null || line.unit.includes('%') || namedFigures.has(code)) continue
      const key = line.unit === '' ? code : `${code} ${line.unit}`
      const entry = found.get(key) ?? { line, parts: [] }
      entry.parts.push({ unitId: unit.id, unit: unit.name, value })
      found.set(key, entry)
    }
  }
  return [...found].map(([key, { line, parts }]) => {
    const formula = texts.sumFormula(line.label)
    return totalOf({ key: `figure/${key}`, label: line.label, unit: line.unit, formula }, parts)
  })
}

/** District totals in the order of the notices, then every figure that units report; each opens to its units. */
export function districtTotals(units: readonly UnitLines[]): readonly DistrictTotal[] {
  return [...named.map((total) => namedTotal(total, units)), ...figureTotals(units)]
}

const funnelKeys = ['leads', 'recommended', 'landed'] as const

/** 线索 → 推荐 → 落地; how each is counted stands with the total of the same key. */
export function funnelOf(
  totals: readonly DistrictTotal[],
): readonly { readonly label: string; readonly value: string }[] {
  return funnelKeys.map((key) => {
    const total = totals.find((each) => each.key === key)
    return { label: texts.funnel[key], value: total?.value ?? formatExact(zeroPoints) }
  })
}
