import { projectsText } from '../terms/report-projects'
import { environmentText } from '../terms/report-environment'
import { rectificationText } from '../terms/report-rectification'
import { peopleTerms } from '../terms/report-people'
import { reportTerms } from '../terms/reports'
import type { CellContent, DocumentBlock, DocumentTable, Report, ReportDocument, ReportSheet, Sentence } from './model'

/** Who is named in a ledger, and words that contain such a name without meaning the person. */
export interface KnownPeople {
  readonly names: readonly string[]
  /** Names of enterprises, projects and leads. */
  readonly others: readonly string[]
}

/** Columns whose cells are names. */
const nameColumns: ReadonlySet<string> = new Set([
  environmentText.visitSheet.columns.person,
  projectsText.columns.leaderSponsor,
  projectsText.columns.steward,
  projectsText.annexColumns.people,
  rectificationText.openSheet.columns.leader,
])

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

const phone = /(?<![\dA-Za-z])(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8})(?![\dA-Za-z])/g

/** Finds any of some words, the longest first, so that a company is met before a name within it; null for none. */
function anyOf(texts: readonly string[]): RegExp | null {
  const longestFirst = texts.toSorted((left, right) => right.length - left.length).map(escaped)
  return texts.length === 0 ? null : new RegExp(longestFirst.join('|'), 'g')
}

/** Words without telephone numbers and without the people that the ledger names; company and project names stay whole. */
export function wordsWithoutPeople({ names, others }: KnownPeople): (text: string) => string {
  const people = new Set(names.filter((name) => name.trim().length > 1))
  const named = anyOf([...people])
  const around = named === null ? [] : others.filter((other) => !people.has(other) && other.search(named) >= 0)
  const pattern = anyOf([...new Set([...people, ...around])])
  return (text) => {
    const unnamed = pattern
      ? text.replaceAll(pattern, (found) => (people.has(found) ? peopleTerms.somebody : found))
      : text
    return unnamed.replaceAll(phone, peopleTerms.phone)
  }
}

type Clean = (text: string) => string

function sheetWithout(sheet: ReportSheet, clean: Clean): ReportSheet {
  const cell = (content: CellContent, index: number): CellContent => {
    const column = sheet.columns[index]
    if (column && nameColumns.has(column.label)) return null
    // Codes and numbers may look like a telephone number and are none.
    return typeof content === 'string' && column?.type === 'text' ? clean(content) : content
  }
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })),
    notes: sheet.notes.map(clean),
    footer: sheet.footer.map((entry) => (peopleTerms.signers.has(entry.label) ? { ...entry, value: '' } : entry)),
  }
}

function tableWithout(table: DocumentTable, clean: Clean): DocumentTable {
  const cell = (text: string, index: number): string =>
    nameColumns.has(table.columns[index]?.label ?? '') ? reportTerms.none : clean(text)
  return { ...table, rows: table.rows.map((row) => row.map(cell)) }
}

function sentenceWithout(sentence: Sentence, clean: Clean): Sentence {
  const runs = sentence.runs.map((run) => ({
    ...run,
    text: clean(run.text),
    edit: run.edit && { ...run.edit, editedBy: peopleTerms.somebody },
  }))
  return { ...sentence, runs }
}

function blockWithout(block: DocumentBlock, clean: Clean): DocumentBlock {
  switch (block.kind) {
    case 'heading':
      return block
    case 'paragraph':
      return { ...block, sentences: block.sentences.map((each) => sentenceWithout(each, clean)) }
    case 'table':
      return { ...block, table: tableWithout(block.table, clean) }
  }
}

function documentWithout(document: ReportDocument, clean: Clean): ReportDocument {
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => blockWithout(block, clean)),
    })),
    annexes: document.annexes.map((annex) => ({
      ...annex,
      table: tableWithout(annex.table, clean),
      notes: annex.notes.map(clean),
    })),
    editNotes: document.editNotes.map(clean),
  }
}

/** A report of which nothing names a person or a telephone number: columns of names empty, signatures left to the pen. */
export function withoutPeople(report: Report, people: KnownPeople): Report {
  const clean = wordsWithoutPeople(people)
  return {
    ...report,
    sheets: report.sheets.map((sheet) => sheetWithout(sheet, clean)),
    document: report.document && documentWithout(report.document, clean),
  }
}
