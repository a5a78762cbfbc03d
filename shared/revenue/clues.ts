import { compareDecimals, decimalText, type Decimal } from '../core/decimal'
import type { Fen, MoneyUnit } from '../core/money'
import { divPoints, formatExact, mulPoints, points, roundPoints } from '../core/points'
import { err, ok, type Result } from '../core/result'
import { onlyUnitOf, type Unit } from '../tables/cells/unit'
import { readClipboardText } from '../tables/grid-clipboard'
import { bareHeaderKey, headerKey, headerUnit } from '../tables/header-key'
import { keyText, lineText, matchText } from '../tables/text-forms'
import { budgetHeaders, clueText } from '../terms/revenue'
import { noteRowPattern, partRowPattern, totalRowPattern, unitLinePattern } from '../terms/table-words'
import type { ClueProposal } from './contract'
import { readAmount } from './typed-amount'

type Column = keyof typeof budgetHeaders

interface Header {
  /** Zero-based. */
  readonly row: number
  readonly columns: Readonly<Partial<Record<Column, number>>>
  readonly units: Readonly<Partial<Record<Column, MoneyUnit>>>
  readonly sheetUnit: MoneyUnit | null
}

export interface ClueReading {
  readonly read: number
  readonly unit: MoneyUnit
  readonly unitFrom: 'header' | 'chosen' | 'assumed'
  readonly proposals: readonly ClueProposal[]
  readonly problems: readonly { readonly line: number; readonly text: string }[]
}

const headerSearchRows = 12
const columnNames: readonly Column[] = ['item', 'unit', 'budget', 'spent']
/** Source: 实施方案 三（三）2, 预算项目支出执行率不足30%. Unit: percent. */
const limitPercent = 30n

/** The columns that a row's texts name; of two that mean the same the better word wins. */
function columnsOf(row: readonly string[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {}
  for (const name of columnNames) {
    const ranked = row.flatMap((text, index) => {
      const keys = [headerKey(text), bareHeaderKey(text)]
      const rank = budgetHeaders[name].findIndex((word) => keys.includes(headerKey(word)))
      return rank < 0 ? [] : [{ index, rank }]
    })
    const [best] = ranked.toSorted((left, right) => left.rank - right.rank || left.index - right.index)
    if (best) found[name] = best.index
  }
  return found
}

function moneyUnitOf(unit: Unit | null): MoneyUnit | null {
  return unit?.kind === 'money' ? unit.money : null
}

function lineUnit(row: readonly string[]): MoneyUnit | null {
  for (const text of row) {
    const match = unitLinePattern.exec(matchText(text))
    const unit = match?.[1] === undefined ? null : moneyUnitOf(onlyUnitOf(match[1]))
    if (unit) return unit
  }
  return null
}

function findHeader(rows: readonly (readonly string[])[]): Header | null {
  for (const [row, texts] of rows.slice(0, headerSearchRows).entries()) {
    const columns = columnsOf(texts)
    if (columns.budget === undefined || columns.spent === undefined) continue
    if (columns.item === undefined && columns.unit === undefined) continue
    const units: Partial<Record<Column, MoneyUnit>> = {}
    for (const name of ['budget', 'spent'] as const) {
      const unit = moneyUnitOf(headerUnit(texts[columns[name] ?? -1] ?? ''))
      if (unit) units[name] = unit
    }
    const sheetUnit = rows.slice(0, row).reduce<MoneyUnit | null>((found, each) => lineUnit(each) ?? found, null)
    return { row, columns, units, sheetUnit }
  }
  return null
}

/** Whether less than 30% of a budget is spent, compared as exact fractions; exactly 30% is not less. */
export function isUnderLimit(spent: Decimal, budget: Decimal): boolean {
  const part = { digits: spent.digits * 100n, scale: spent.scale }
  return compareDecimals(part, { digits: budget.digits * limitPercent, scale: budget.scale }) < 0
}

/** `28.5%`; with more places where one would print a rate under the limit as 30%. */
export function executionRate(spent: Decimal, budget: Decimal): string {
  const share = divPoints(points(decimalText(spent)), points(decimalText(budget)))
  if (!share) return ''
  const percent = mulPoints(share, points(100))
  const short = roundPoints(percent, 1, 'halfUp')
  return `${short === '30.0' && isUnderLimit(spent, budget) ? formatExact(percent) : short}%`
}

interface BudgetRow {
  readonly line: number
  readonly item: string
  readonly unit: string
  readonly texts: Readonly<Record<'budget' | 'spent', string>>
}

type Verdict =
  | { readonly kind: 'proposal'; readonly proposal: ClueProposal }
  | { readonly kind: 'problem'; readonly text: string }
  | null

function judge({ line, item, unit, texts }: BudgetRow, unitOf: (name: 'budget' | 'spent') => MoneyUnit): Verdict {
  const problem = (text: string): Verdict => ({ kind: 'problem', text })
  const name = item || unit
  if (name === '') return problem(clueText.noName)
  if (name.length > 500 || unit.length > 500) return problem(clueText.tooLong(name.slice(0, 20)))
  const budget = readAmount(texts.budget, unitOf('budget'))
  const spent = readAmount(texts.spent, unitOf('spent'))
  if (budget === 'bad') return problem(clueText.notNumber(name, lineText(texts.budget)))
  if (budget === 'none') return problem(clueText.noBudget(name))
  if (spent === 'bad') return problem(clueText.notNumber(name, lineText(texts.spent)))
  if (budget.yuan.digits === 0n) return problem(clueText.zeroBudget(name))
  if (spent === 'none') return problem(clueText.noSpent(name))
  if (budget.yuan.digits < 0n || spent.yuan.digits < 0n) return problem(clueText.negative(name))
  if (!isUnderLimit(spent.yuan, budget.yuan)) return null
  const rate = executionRate(spent.yuan, budget.yuan)
  return { kind: 'proposal', proposal: { line, item: name, unit, budget: budget.fen, spent: spent.fen, rate } }
}

function isOther(row: readonly string[], columns: Header['columns']): boolean {
  const leading = [columns.item, columns.unit].flatMap((index) => matchText(row[index ?? -1] ?? '') || [])
  const [first = ''] = row.map(matchText).filter((text) => text !== '')
  if (first === '') return true
  return (
    [...leading, first].some((text) => totalRowPattern.test(text) || partRowPattern.test(text)) ||
    noteRowPattern.test(first)
  )
}

/** Reads a budget table pasted from WPS or Excel and proposes the rows under 30%. Source: 实施方案 三（三）2. */
export function readBudgetTable(text: string, chosen: MoneyUnit | null): Result<ClueReading> {
  const rows = readClipboardText(text)
  const header = findHeader(rows)
  if (!header) return err('clueTableUnreadable', { columns: clueText.neededColumns })
  const { columns, units, sheetUnit } = header
  const fallback = chosen ?? sheetUnit ?? 'tenThousand'
  // A unit chosen by hand holds for every cell that does not write its own.
  const unitOf = (name: 'budget' | 'spent'): MoneyUnit => chosen ?? units[name] ?? fallback
  const proposals: ClueProposal[] = []
  const problems: { line: number; text: string }[] = []
  let read = 0
  let unit = ''
  for (const [index, row] of rows.entries()) {
    if (index <= header.row || isOther(row, columns)) continue
    if (columnsOf(row).budget !== undefined) continue
    read += 1
    const textOf = (name: Column): string => row[columns[name] ?? -1] ?? ''
    // A merged cell of the unit is pasted into its first row only.
    unit = lineText(textOf('unit')) || unit
    const texts = { budget: textOf('budget'), spent: textOf('spent') }
    const verdict = judge({ line: index + 1, item: lineText(textOf('item')), unit, texts }, unitOf)
    if (verdict?.kind === 'proposal') proposals.push(verdict.proposal)
    if (verdict?.kind === 'problem') problems.push({ line: index + 1, text: verdict.text })
  }
  const isDeclared = units.budget !== undefined || sheetUnit !== null
  const unitFrom = chosen ? 'chosen' : isDeclared ? 'header' : 'assumed'
  return ok({ read, unit: unitOf('budget'), unitFrom, proposals, problems })
}

/** What a proposal is known by: the same item of the same unit with the same budget is the same matter. */
export function clueKey(clue: { readonly item: string; readonly unit: string; readonly budget: Fen | null }): string {
  return [keyText(clue.item), keyText(clue.unit), String(clue.budget ?? '')].join('|')
}
