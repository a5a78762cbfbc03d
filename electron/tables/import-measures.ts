import type { ReadDb, WriteDb } from '../../db/access'
import { readFindings, type FindingRow } from '../../db/repositories/findings'
import {
  insertMeasure,
  linkMeasure,
  readAllMeasures,
  updateMeasure,
  type MeasureRow,
} from '../../db/repositories/measures'
import { readPrograms } from '../../db/repositories/rect-programs'
import { grouped } from '../../shared/core/grouped'
import { emptyMeasure } from '../../shared/rectification/empty-records'
import type { RowRemark } from '../../shared/tables/definition'
import { measureTableFields } from '../../shared/tables/field-names'
import type { PlannedRow, StoredItem } from '../../shared/tables/plan'
import type { TableRow } from '../../shared/tables/reading'
import { cleanText, keyText, lineText } from '../../shared/tables/text-forms'
import { choiceSeparator } from '../../shared/terms/table-words'
import { numberIn } from './finding-numbers'
import {
  originOf,
  textOf,
  textOrNull,
  type Importer,
  type ImportScope,
  type ImportWriting,
  type MetRow,
} from './importer'

const comparedFields = ['leader', 'unit', 'handler', 'dueOn'] as const

/** A number without the marks around it: 「（1）」 and 「1.」 are 1. */
function numberKey(no: string): string {
  return keyText(no).replace(/^[([]+|[)\].、]+$/g, '')
}

interface ProgramFindings {
  readonly title: string
  readonly byNo: ReadonlyMap<string, FindingRow>
  readonly inOrder: readonly FindingRow[]
}

function findingsByProgram(db: ReadDb): readonly ProgramFindings[] {
  const findings = grouped(readFindings(db), ({ programId }) => programId)
  return readPrograms(db).flatMap(({ id, title }) => {
    const inOrder = findings.get(id)
    if (!inOrder) return []
    const numbered = inOrder.filter(({ no }) => no !== '')
    return [{ title, inOrder, byNo: new Map(numbered.map((finding) => [numberKey(finding.no), finding])) }]
  })
}

/** 问题序号 as the place in the programme, where the numbers of the table go from 1 to its number of findings. */
function byPlace({ inOrder }: ProgramFindings): ReadonlyMap<string, FindingRow> {
  return new Map(inOrder.map((finding, index) => [String(index + 1), finding]))
}

interface Candidate {
  readonly program: ProgramFindings
  readonly findings: ReadonlyMap<string, FindingRow>
}

/** The findings that the numbers of the table mean; an aspect of one number is 6 or 6.1. */
function byNumber({ byNo }: ProgramFindings, numbers: ReadonlySet<string>): ReadonlyMap<string, FindingRow> {
  const held = new Set(byNo.keys())
  return new Map(
    [...numbers].flatMap((number) => {
      const finding = byNo.get(numberIn(held, number, numbers) ?? '')
      return finding ? [[number, finding] as const] : []
    }),
  )
}

/** The programmes that hold most numbers of the table: by their own numbers, else by their places. */
function candidates(programs: readonly ProgramFindings[], numbers: ReadonlySet<string>): readonly Candidate[] {
  const scored = programs.map((program) => {
    const findings = byNumber(program, numbers)
    return { program, findings, score: findings.size }
  })
  const best = Math.max(0, ...scored.map(({ score }) => score))
  if (best > 0) return scored.filter(({ score }) => score === best)
  return programs
    .filter(({ inOrder }) => numbers.size > 0 && [...numbers].every((number) => isPlace(number, inOrder.length)))
    .filter(({ inOrder }) => numbers.has(String(inOrder.length)))
    .map((program) => ({ program, findings: byPlace(program) }))
}

function isPlace(number: string, count: number): boolean {
  return /^[1-9]\d{0,5}$/.test(number) && Number(number) <= count
}

/** Programmes that the rows name, else those whose title the table bears, else all. */
function namedPrograms(programs: readonly ProgramFindings[], name: string, title: string): readonly ProgramFindings[] {
  if (name !== '') return programs.filter((program) => keyText(program.title) === keyText(name))
  const titled = programs.filter(
    (program) => keyText(program.title).length > 1 && keyText(title).includes(keyText(program.title)),
  )
  return titled.length === 1 ? titled : programs
}

function measureKey(findingId: string, text: string): string {
  return `${findingId}|${keyText(text)}`
}

/** Finds the finding of every row: rows that name the same programme, or none, are looked at together. */
function meet(db: ReadDb, rows: readonly TableRow[], scope: ImportScope): readonly MetRow[] {
  const programs = findingsByProgram(db)
  const groups = grouped(rows, (row) => textOf(row, 'programTitle'))
  const found = new Map(
    [...groups].map(([name, own]) => {
      const numbers = new Set(own.map((row) => numberKey(textOf(row, 'no'))).filter((number) => number !== ''))
      return [name, candidates(namedPrograms(programs, name, scope.title), numbers)] as const
    }),
  )
  return rows.map((row) => {
    const options = found.get(textOf(row, 'programTitle')) ?? []
    const [only, ...others] = options
    const number = numberKey(textOf(row, 'no'))
    const finding = others.length === 0 ? only?.findings.get(number) : undefined
    const values = { ...row.values, findingId: finding?.id ?? '', programId: finding?.programId ?? '' }
    return { values, remarks: finding || number === '' ? closedRemarks(finding) : [missing(options)] }
  })
}

function missing(options: readonly Candidate[]): RowRemark {
  if (options.length < 2) return { field: 'no', code: 'findingUnknown', severity: 'error', params: {} }
  const programs = options.map(({ program }) => program.title).join(choiceSeparator)
  return { field: 'no', code: 'findingAmbiguous', severity: 'error', params: { programs } }
}

/** A closed finding takes no measure any more. */
function closedRemarks(finding: FindingRow | undefined): readonly RowRemark[] {
  if (finding?.state !== 'closed') return []
  return [{ field: 'no', code: 'findingClosed', severity: 'error', params: { stored: finding.title } }]
}

function existing(db: ReadDb): ReadonlyMap<string, StoredItem> {
  const { ofFinding } = readAllMeasures(db)
  const items = new Map<string, StoredItem>()
  for (const [findingId, measures] of ofFinding) {
    for (const { id, text, leader, unit, handler, dueOn } of measures) {
      const values = {
        leader: lineText(leader) || null,
        unit: lineText(unit) || null,
        handler: lineText(handler) || null,
        dueOn,
      }
      items.set(measureKey(findingId, cleanText(text)), { id, code: '', title: text, values, isInScope: false })
    }
  }
  return items
}

/** Measures by programme, words, deadline and who does them: one that says the same serves several findings. */
const known = new WeakMap<ImportWriting, Map<string, string>>()

type Told = Pick<MeasureRow, 'programId' | 'text' | 'dueOn' | 'leader' | 'unit' | 'handler'>

function tellingKey({ programId, text, dueOn, leader, unit, handler }: Told): string {
  return [programId, text, dueOn ?? '', leader, unit, handler].map(keyText).join('|')
}

function knownMeasures(db: ReadDb, writing: ImportWriting): Map<string, string> {
  const before = known.get(writing)
  if (before) return before
  const stored = [...readAllMeasures(db).measures.values()]
  const made = new Map(stored.map((measure) => [tellingKey(measure), measure.id]))
  known.set(writing, made)
  return made
}

function newMeasure(row: TableRow, writing: ImportWriting): MeasureRow {
  return {
    ...emptyMeasure,
    ...originOf(writing, row.row),
    id: writing.newId(),
    programId: textOf(row, 'programId'),
    text: textOf(row, 'text'),
    leader: textOf(row, 'leader'),
    unit: textOf(row, 'unit'),
    handler: textOf(row, 'handler'),
    dueOn: textOrNull(row, 'dueOn'),
    // 长期坚持 is a deadline in words.
    status: row.values['isLongTerm'] === true ? 'longTerm' : 'notStarted',
  }
}

function add(db: WriteDb, { row }: PlannedRow, writing: ImportWriting): void {
  const measures = knownMeasures(db, writing)
  const measure = newMeasure(row, writing)
  const key = tellingKey(measure)
  const measureId = measures.get(key) ?? measure.id
  if (measureId === measure.id) {
    insertMeasure(db, measure)
    measures.set(key, measure.id)
  }
  linkMeasure(db, { id: writing.newId(), findingId: textOf(row, 'findingId'), measureId, isSample: writing.isSample })
}

/** 整改措施清单 for findings that are in the ledger already. Source: product J7. */
export const measureImporter: Importer = {
  kind: 'measures',
  fields: comparedFields,
  editable: [],
  mappable: measureTableFields,
  doesBlankKeep: true,
  keyOf: (row) => measureKey(textOf(row, 'findingId'), textOf(row, 'text')),
  titleOf: (row) => textOf(row, 'text'),
  codeOf: (row) => textOf(row, 'no'),
  scopeTitle: (reading) => reading.title,
  existing,
  meet,
  add,
  update: (db, id, { row, changes }, writing) => {
    const columns = Object.fromEntries(
      changes.map(({ field }) => [field, field === 'dueOn' ? textOrNull(row, field) : textOf(row, field)]),
    )
    updateMeasure(db, id, { ...columns, updatedAt: writing.now })
  },
}
