import type { ReadDb, WriteDb } from '../../db/access'
import { nextPosition } from '../../db/repositories/findings'
import {
  insertProgram,
  readLearnedWords,
  readPrograms,
  updateProgram,
  type ProgramRow,
} from '../../db/repositories/rect-programs'
import { grouped } from '../../shared/core/grouped'
import { originYearsOf } from '../../shared/rectification/origin-years'
import { rectSources, type FindingStatus, type RectSource, type StatusWord } from '../../shared/rectification/record'
import { readStatus, type StatusReading } from '../../shared/rectification/status-words'
import type { TableRow } from '../../shared/tables/reading'
import { keyText } from '../../shared/tables/text-forms'
import { newProgram } from '../rectification/new-program'
import { textOf, type ImportWriting } from './importer'

/** The programme that a row names. */
export interface RowProgram {
  readonly source: RectSource
  readonly title: string
  readonly docNo: string
  /** '' where the row does not say. */
  readonly originYears: string
  readonly level: string
}

export function programOfRow(row: TableRow): RowProgram {
  const source = textOf(row, 'source')
  return {
    source: rectSources.find((known) => known === source) ?? 'special',
    title: textOf(row, 'programTitle'),
    docNo: textOf(row, 'docNo'),
    originYears: textOf(row, 'originYears'),
    level: textOf(row, 'level'),
  }
}

/** Programmes are known by source, document number and title. */
export function programKey({ source, title, docNo, originYears }: RowProgram): string {
  return [source, keyText(title), keyText(docNo), keyText(originYears)].join('|')
}

function groupKey(source: string, title: string): string {
  return `${source}|${keyText(title)}`
}

/** The only one of several, or nothing. */
function single<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}

/** Among programmes of one source and title, the one that a row means. */
function chosen(programs: readonly ProgramRow[], { docNo, originYears }: RowProgram): ProgramRow | undefined {
  const years = keyText(originYears)
  const ofYears = years === '' ? programs : programs.filter((program) => keyText(program.originYears) === years)
  const number = keyText(docNo)
  const exact = ofYears.filter((program) => keyText(program.docNo) === number)
  // A number that one side does not know says nothing against the other.
  const others = number === '' ? ofYears : ofYears.filter((program) => program.docNo === '')
  return exact[0] ?? single(others)
}

/** Finds the programmes of rows; those made meanwhile are told to it. */
export interface ProgramFinder {
  readonly find: (of: RowProgram) => ProgramRow | undefined
  readonly add: (program: ProgramRow) => void
}

export function programFinder(programs: readonly ProgramRow[]): ProgramFinder {
  const groups = grouped(programs, ({ source, title }) => groupKey(source, title))
  return {
    find: (of) => chosen(groups.get(groupKey(of.source, of.title)) ?? [], of),
    add: (program) => {
      const key = groupKey(program.source, program.title)
      const known = groups.get(key)
      if (known) known.push(program)
      else groups.set(key, [program])
    },
  }
}

/** What a word of 整改状态 means in a programme, or in another one where this one does not know it. */
export type WordReader = (label: string, vocabulary: readonly StatusWord[]) => StatusReading | null

export function wordReader(programs: readonly ProgramRow[], learned: ReadonlyMap<string, FindingStatus>): WordReader {
  const everywhere = programs.flatMap(({ vocabulary }) => vocabulary)
  return (label, vocabulary) => {
    const own = readStatus(label, vocabulary, learned)
    if (own) return own
    const word = everywhere.find((each) => each.label === label)
    return word ? readStatus(label, [], new Map([[label, word.status]])) : null
  }
}

/** What one import knows of the programmes while it writes. */
export interface ProgramsInWork {
  /** The programme of a row, made where there is none. */
  readonly ensure: (row: TableRow, originYear: number) => ProgramRow
  readonly byId: (id: string) => ProgramRow | undefined
  readonly readWord: WordReader
  /** Adds a word to a programme's vocabulary. */
  readonly keepWord: (programId: string, word: StatusWord) => void
  /** The next place in a programme's order. */
  readonly nextPlace: (programId: string) => number
}

function programsInWork(db: WriteDb, writing: ImportWriting): ProgramsInWork {
  const programs = new Map(readPrograms(db).map((program) => [program.id, program]))
  const places = new Map<string, number>()
  const finder = programFinder([...programs.values()])
  const { batchId, isSample, now } = writing
  return {
    ensure: (row, year) => {
      const named = programOfRow(row)
      const known = programs.get(finder.find(named)?.id ?? '')
      if (known) return known
      const years = named.originYears || originYearsOf(named.title) || String(year)
      const program = newProgram({ ...named, originYears: years }, { id: writing.newId(), batchId, isSample, now })
      insertProgram(db, program)
      programs.set(program.id, program)
      finder.add(program)
      return program
    },
    byId: (id) => programs.get(id),
    readWord: wordReader([...programs.values()], readLearnedWords(db)),
    keepWord: (programId, word) => {
      const program = programs.get(programId)
      if (!program || program.vocabulary.some(({ label }) => label === word.label)) return
      const vocabulary = [...program.vocabulary, word]
      programs.set(programId, { ...program, vocabulary })
      updateProgram(db, programId, { vocabulary, updatedAt: now })
    },
    nextPlace: (programId) => {
      const place = places.get(programId) ?? nextPosition(db, programId)
      places.set(programId, place + 1)
      return place
    },
  }
}

const inWork = new WeakMap<ImportWriting, ProgramsInWork>()

/** The programmes of an import, looked up once for all its rows. */
export function programsOf(db: WriteDb, writing: ImportWriting): ProgramsInWork {
  const known = inWork.get(writing) ?? programsInWork(db, writing)
  inWork.set(writing, known)
  return known
}

/** The programmes and words of the store, for judging rows. */
export function readProgramsAndWords(db: ReadDb): {
  readonly programs: readonly ProgramRow[]
  readonly readWord: WordReader
} {
  const programs = readPrograms(db)
  return { programs, readWord: wordReader(programs, readLearnedWords(db)) }
}
