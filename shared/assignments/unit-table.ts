import {
  firstHalfPattern,
  firstQuarterPattern,
  streamByTopic,
  threeQuartersPattern,
  titleHeadWords,
  titleTailWords,
  titleTaskWord,
  titleYearWords,
} from '../terms/assignments'
import { excludedPattern, moneyWordPattern, totalRowPattern } from '../terms/table-words'
import type { Stream } from '../core/schemas'
import { readNumber } from '../tables/cells/number'
import { originalText } from '../tables/cells/parsed-cell'
import type { DraftRow, FieldDefinition, RowContext, SpreadRecord, TableDefinition } from '../tables/definition'
import type { ColumnMatch, HeaderBand, HeaderColumn } from '../tables/header-band'
import { headerName, headerUnit } from '../tables/header-key'
import { cellAt, isBlank } from '../tables/merges'
import { matchText } from '../tables/text-forms'
import type { SheetGrid } from '../tables/workbook'

type PartField = 'target' | 'targetFirstQuarter' | 'targetFirstHalf' | 'targetThreeQuarters'

interface IndicatorColumn {
  readonly index: number
  readonly name: string
  readonly part: PartField
  /** Name of the column in the row as read. */
  readonly field: string
  readonly unit: ReturnType<typeof headerUnit>
}

interface Indicator {
  readonly name: string
  readonly main: IndicatorColumn
  readonly parts: readonly IndicatorColumn[]
}

const kept: ReadonlySet<string> = new Set([
  'responsibleUnit',
  'remark',
  'responsibleLeader',
  'leadUnit',
  'supportUnits',
  'due',
])
const sampledRows = 40
/** Share of a column's cells that must be numbers for it to be an indicator. */
const numericShare = 0.6

/**
 * The layout with one row per unit and one column per indicator; null when the header is not that layout.
 * Source: `domain.md` §8 A2.
 */
export function specialiseUnitTable(
  base: TableDefinition,
  sheet: SheetGrid,
  band: HeaderBand,
  matches: readonly ColumnMatch[],
  context: RowContext,
): TableDefinition | null {
  const numeric = new Set(
    band.columns.filter((column) => isNumericColumn(sheet, band, column)).map(({ index }) => index),
  )
  const fieldAt = new Map(matches.map((match) => [match.index, match]))
  const found = new Map(matches.map((match) => [match.field, match.index]))
  const task = found.get('taskName')
  if (!found.has('responsibleUnit') || found.has('itemCode')) return null
  if (task !== undefined && !numeric.has(task)) return null
  const columns = band.columns.filter(({ index }) => {
    const match = fieldAt.get(index)
    return numeric.has(index) && match?.isSerial === false && !kept.has(match.field ?? '')
  })
  const indicators = groupIndicators(columns)
  if (indicators.length === 0) return null
  return {
    ...omitSpecialise(base),
    fields: [...base.fields.filter(({ field }) => kept.has(field)), ...indicatorFields(indicators, context)].map(
      (field) => (field.field === 'responsibleUnit' ? { ...field, isRequired: true, isBare: false } : field),
    ),
    anchors: [['responsibleUnit']],
    keyFields: ['responsibleUnit'],
    spread: (row, rowContext) => indicators.map((indicator) => recordOf(row, indicator, rowContext)),
  }
}

function omitSpecialise(base: TableDefinition): Omit<TableDefinition, 'specialise'> {
  const { specialise: _layout, ...rest } = base
  return rest
}

function isNumericColumn(sheet: SheetGrid, band: HeaderBand, column: HeaderColumn): boolean {
  const first = (band.rows.at(-1) ?? 0) + 1
  let filled = 0
  let numbers = 0
  for (let row = first; row < Math.min(sheet.rows.length, first + sampledRows); row += 1) {
    const cell = cellAt(sheet, row, column.index)
    if (!cell || isBlank(cell) || isTotalRow(sheet, row)) continue
    filled += 1
    const text = matchText(originalText(cell))
    if (excludedPattern.test(text) || readNumber(cell).value !== null) numbers += 1
  }
  return filled > 0 && numbers / filled >= numericShare
}

function isTotalRow(sheet: SheetGrid, row: number): boolean {
  return sheet.rows[row]?.some((cell) => cell?.kind === 'text' && totalRowPattern.test(matchText(cell.text))) ?? false
}

/** A column 「其中一季度」 belongs to the indicator before it; every other column is an indicator of its own. */
function groupIndicators(columns: readonly HeaderColumn[]): readonly Indicator[] {
  const indicators: { name: string; main: IndicatorColumn; parts: IndicatorColumn[] }[] = []
  for (const column of columns) {
    const whole = column.parts.join('/')
    const name = column.parts.map(headerName).join('/')
    const part = partOf(headerName(column.parts.at(-1) ?? ''))
    const read = { index: column.index, name, part, field: `column:${column.index}`, unit: headerUnit(whole) }
    const last = indicators.at(-1)
    if (part !== 'target' && last) last.parts.push(read)
    else indicators.push({ name, main: { ...read, part: 'target' }, parts: [] })
  }
  return indicators
}

function partOf(leaf: string): PartField {
  if (firstQuarterPattern.test(leaf)) return 'targetFirstQuarter'
  if (firstHalfPattern.test(leaf)) return 'targetFirstHalf'
  return threeQuartersPattern.test(leaf) ? 'targetThreeQuarters' : 'target'
}

function indicatorFields(indicators: readonly Indicator[], context: RowContext): readonly FieldDefinition[] {
  return indicators.flatMap(({ main, parts }) =>
    [main, ...parts].map((column) => ({
      field: column.field,
      reading: { kind: 'quantity', isMain: true } as const,
      headers: [],
      column: column.index,
      recordField: column.part,
      unit: column.unit ?? main.unit,
      isMoney: moneyWordPattern.test(`${context.title}${main.name}`),
    })),
  )
}

function recordOf(row: DraftRow, indicator: Indicator, context: RowContext): SpreadRecord {
  const { main, parts } = indicator
  const task = taskName(context)
  const target = row.values[main.field] ?? null
  const words = row.values[`${main.field}:words`] ?? null
  const isExcluded = target === null && typeof words === 'string' && excludedPattern.test(matchText(words))
  const values = {
    ...row.values,
    itemCode: `${context.year}-${task}-${indicator.name}`,
    stream: streamOf(indicator.name, context.title),
    taskName: task,
    indicator: indicator.name,
    target,
    ...Object.fromEntries(parts.map((part) => [part.part, row.values[part.field] ?? null])),
    targetText: isExcluded ? null : words,
    unit: row.values[`${main.field}:unit`] ?? null,
    participation: isExcluded ? 'excluded' : 'included',
  }
  const from = [main, ...parts].map((part) => [part.field, part.part] as const)
  return { values, from: [...from, ...[...kept].map((field) => [field, field] as const)] }
}

/** 「2019年固定资产投资任务分解表」 → 固定资产投资任务. */
function taskName(context: RowContext): string {
  const title = matchText(context.title === '' ? context.sheet : context.title)
  const subject = title.replace(titleYearWords, '').replace(titleHeadWords, '').replace(titleTailWords, '')
  return subject === '' ? title : subject.endsWith(titleTaskWord) ? subject : `${subject}${titleTaskWord}`
}

function streamOf(indicator: string, title: string): Stream | null {
  for (const text of [indicator, title]) {
    const topic = streamByTopic.find(({ pattern }) => pattern.test(text))
    if (topic) return topic.stream
  }
  return null
}
