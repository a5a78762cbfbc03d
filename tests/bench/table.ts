import type { Comparison } from './measure'

/** One line of the table of budgets. */
export interface Line {
  readonly what: string
  readonly baseline: string
  /** Null: it could not be measured here. */
  readonly figures: Comparison | null
  /** Unit: times the baseline; null where the budget is a plain number. */
  readonly ratioBudget: number | null
  /** A number beside the ratio, or in its place. */
  readonly plain?: { readonly value: number; readonly budget: number; readonly unit: string; readonly name: string }
  readonly unit?: 'ms' | 'MB'
  readonly remark?: string
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

function ratioOf({ ours, baseline }: Comparison): number {
  return ours / baseline
}

function isOver(line: Line): boolean {
  const { figures, ratioBudget, plain } = line
  const isRatioOver = figures !== null && ratioBudget !== null && ratioOf(figures) > ratioBudget
  return isRatioOver || (plain !== undefined && plain.value > plain.budget)
}

function cellsOf(line: Line): readonly string[] {
  const { what, baseline, figures, ratioBudget, plain, unit = 'ms' } = line
  if (figures === null && plain === undefined) return [what, baseline, '-', '-', 'not measured']
  const ratio = figures && ratioBudget !== null ? [`${ratioOf(figures).toFixed(2)} ×`, `≤ ${ratioBudget} ×`] : null
  const number = plain
    ? [`${plain.name} ${figure(plain.value)} ${plain.unit}`, `≤ ${plain.budget} ${plain.unit}`]
    : null
  const measured = figures ? `${figure(figures.ours)} / ${figure(figures.baseline)} ${unit}` : '-'
  const join = (at: 0 | 1): string => [ratio?.[at], number?.[at]].filter((part) => part !== undefined).join(', ')
  return [what, baseline, measured, `${join(0)} (${join(1)})`, isOver(line) ? 'OVER' : 'ok']
}

/** The table of architecture §9 in Markdown, so that a run can be kept as it is. */
export function tableText(lines: readonly Line[]): string {
  const rows = [['what', 'baseline', 'ours / baseline', 'result (budget)', ''], ...lines.map(cellsOf)]
  const [head = [], ...body] = rows.map((cells) => `| ${cells.join(' | ')} |`)
  const remarks = lines.flatMap(({ what, remark }) => (remark === undefined ? [] : [`- ${what}: ${remark}`]))
  return [head, '|---|---|---|---|---|', ...body, ...(remarks.length > 0 ? ['', ...remarks] : [])].join('\n')
}

/** How many lines are over their budget. */
export function overCount(lines: readonly Line[]): number {
  return lines.filter(isOver).length
}
