import type { ReadDb } from '../../db/access'
import { readPublications, type PublicationRow } from '../../db/repositories/publications'
import { readUnits } from '../../db/repositories/units'
import type { IsoDate } from '../../shared/core/dates'
import { hiddenIn, namedUnits, nameHider, unitCodes } from '../../shared/district/anonymous'
import type { PublishedPaper } from '../../shared/district/paper-frame'
import { posterOf, type Poster } from '../../shared/district/poster'
import { resultChanges, type ResultChange } from '../../shared/district/publication'
import type { PublishedResult } from '../../shared/district/record'
import { unitPages, type UnitPage } from '../../shared/district/unit-page'
import { approvedLines } from './approved-lines'

/** What a publication froze; only ever written from that very shape. */
export function resultOf({ content }: Pick<PublicationRow, 'content'>): PublishedResult {
  return JSON.parse(content) as PublishedResult
}

/** Against the version before; empty for the first. */
export function changesOf(db: ReadDb, row: PublicationRow): readonly ResultChange[] {
  const before = readPublications(db, row.period).find(({ version }) => version === row.version - 1)
  return before ? resultChanges(resultOf(before), resultOf(row)) : []
}

/** A publication as its papers need it, made of what was kept of it alone. */
export function paperOf(db: ReadDb, row: PublicationRow, isAnonymous: boolean): PublishedPaper {
  const result = resultOf(row)
  const changes = changesOf(db, row)
  const about = {
    version: row.version,
    // Closed lists and days are only written from the contract's own.
    kind: row.kind as PublishedPaper['kind'],
    publishedOn: row.publishedOn as IsoDate,
    objectionsUntil: row.objectionsUntil as IsoDate | null,
    checkCode: row.checkCode,
    isAnonymous,
  }
  const paper = { ...about, result, changes, changeNote: row.changeNote }
  if (!isAnonymous) return paper
  const hide = nameHider(namedUnits(result, readUnits(db)), unitCodes(result))
  return {
    ...paper,
    // The district's own name stands on its paper, also where the office is one of the units.
    result: { ...hiddenIn(result, hide), district: result.district },
    changes: hiddenIn(changes, hide),
    changeNote: hide(row.changeNote),
  }
}

/** What is drawn for print. Without names a page still says whose it is, and hides all others in its texts. */
export function sheetsOf(
  db: ReadDb,
  row: PublicationRow,
  isAnonymous: boolean,
): { readonly poster: Poster; readonly pages: readonly UnitPage[] } {
  const result = resultOf(row)
  const pages = unitPages(paperOf(db, row, false), returnedLines(db, row.period))
  const poster = posterOf(paperOf(db, row, isAnonymous))
  if (!isAnonymous) return { poster, pages }
  const codes = unitCodes(result)
  const units = namedUnits(result, readUnits(db))
  const withoutOthers = (page: UnitPage): UnitPage => {
    const hide = nameHider(
      units.filter(({ id }) => id !== page.unitId),
      codes,
    )
    return { ...hiddenIn(page, hide), unit: page.unit, district: page.district }
  }
  return { poster, pages: pages.map(withoutOthers) }
}

/** Lines of a unit that were adjusted or returned, with the reason. */
function returnedLines(db: ReadDb, period: string): (unitId: string) => UnitPage['returned'] {
  const approved = approvedLines(db, period)
  return (unitId) => {
    const found = approved.get(unitId)
    const labels = new Map(found?.submission.payload.lines.map(({ key, label }) => [key, label]))
    return [...(found?.verdicts ?? [])].flatMap(([key, { verdict, reason }]) =>
      verdict === 'accepted' ? [] : [{ label: labels.get(key) ?? key, verdict, reason }],
    )
  }
}
