import { attachmentLinePattern, metadataLinePattern, titleYearPattern, unitLinePattern } from '../terms/table-words'
import { dateText } from './cells/date-token'
import { originalText } from './cells/parsed-cell'
import { onlyUnitOf, type Unit } from './cells/unit'
import { isBlank } from './merges'
import { lineText, matchText } from './text-forms'
import type { SheetGrid } from './workbook'

/** What stands above the header. */
export interface SheetMetadata {
  readonly title: string
  /** The one unit that the unit line names for the whole sheet; null when it names none or several. */
  readonly unit: Unit | null
  /** The year that the title names, else the sheet's name, else null. */
  readonly year: number | null
}

/** Reads title, unit line and year from the rows above the header and from the sheet's name. */
export function readMetadata(sheet: SheetGrid, headerTop: number): SheetMetadata {
  const lines: string[] = []
  let unit: Unit | null = null
  for (const row of sheet.rows.slice(0, headerTop)) {
    for (const cell of row) {
      if (!cell || isBlank(cell)) continue
      const line = lineText(originalText(cell))
      const key = matchText(line)
      const unitLine = unitLinePattern.exec(key)
      if (unitLine) unit = onlyUnitOf(unitLine[1] ?? '') ?? unit
      else if (!attachmentLinePattern.test(key) && !metadataLinePattern.test(key)) lines.push(line)
    }
  }
  const title = lines[0] ?? ''
  return { title, unit, year: yearIn(lines.join('\n')) ?? yearIn(sheet.name) }
}

function yearIn(text: string): number | null {
  const match = titleYearPattern.exec(dateText(text))
  return match ? Number(match[1]) : null
}
