import type { IsoDate } from '../core/dates'
import { lineChapters } from '../exchange/lines'
import { parseReportPeriod } from '../reports/period'
import { readYesNo } from '../tables/cells/choice'
import { readDate } from '../tables/cells/date'
import type { CellContext, ParsedCell } from '../tables/cells/parsed-cell'
import { columnLetters } from '../tables/columns'
import { issueAt } from '../tables/drafts'
import { headerKey } from '../tables/header-key'
import { cellAt, isBlank } from '../tables/merges'
import { lineText } from '../tables/text-forms'
import type { Cell, SheetGrid } from '../tables/workbook'
import { returnTemplateText as words } from '../terms/district'
import { chapterLabels } from '../terms/exchange-lines'
import { issueText } from '../terms/tables'

/** What 填报说明 says of the return as a whole. */
export interface ReturnAbout {
  readonly unit: string
  readonly period: string
  readonly preparedOn: IsoDate | null
  readonly preparedBy: string
  readonly phone: string
  /** 本期无新增, by chapter. */
  readonly nil: readonly (typeof lineChapters)[number][]
}

interface Beside {
  /** Undefined where nothing was filled in. */
  readonly cell: Cell | undefined
  /** `B3`; '' where the sheet has no such label. */
  readonly address: string
}

/** The cell beside a label of 填报说明. */
export function besideLabel(sheet: SheetGrid, label: string): Beside {
  const key = headerKey(label)
  for (let row = 0; row < sheet.rows.length; row += 1) {
    const column = (sheet.rows[row] ?? []).findIndex((each) => each !== undefined && headerKey(each.text) === key)
    if (column < 0) continue
    const cell = cellAt(sheet, row, column + 1)
    return { cell: cell && !isBlank(cell) ? cell : undefined, address: `${columnLetters(column + 1)}${row + 1}` }
  }
  return { cell: undefined, address: '' }
}

/** Reads 填报说明; what cannot be read goes to `problems` with its cell. */
export function readAbout(sheet: SheetGrid, context: CellContext, problems: string[]): ReturnAbout {
  const { about } = words
  const textOf = (label: string): string => lineText(besideLabel(sheet, label).cell?.text ?? '')
  const valueOf = (label: string, read: (cell: Cell) => ParsedCell): ParsedCell['value'] => {
    const { cell, address } = besideLabel(sheet, label)
    if (!cell) return null
    const { value, problems: found } = read(cell)
    for (const each of found)
      if (each.severity === 'error')
        problems.push(words.cell(sheet.name, address, issueText(issueAt(0, null, cell.text, each))))
    return value
  }
  const period = textOf(about.period)
  if (!parseReportPeriod(period))
    problems.push(words.cell(sheet.name, besideLabel(sheet, about.period).address, words.wrongPeriod(period)))
  return {
    unit: textOf(about.unit),
    period,
    // `readDate` gives a real day or nothing.
    preparedOn: valueOf(about.preparedOn, (cell) => readDate(cell, context)) as IsoDate | null,
    preparedBy: textOf(about.preparedBy),
    phone: textOf(about.phone),
    nil: lineChapters.filter((chapter) => valueOf(words.nil(chapterLabels[chapter]), readYesNo) === true),
  }
}
