import { insertPart } from '../../db/repositories/finding-parts'
import { insertFinding, nextPosition, readFindingsOf, type FindingRow } from '../../db/repositories/findings'
import { insertMeasure, linkMeasure } from '../../db/repositories/measures'
import { readProgram, toProgramRecord, updateProgram, type ProgramRow } from '../../db/repositories/rect-programs'
import type { WriteDb } from '../../db/access'
import { err, ok } from '../../shared/core/result'
import type { Handlers, Input, Output } from '../../shared/ipc/procedure'
import { usualDueOn } from '../../shared/rectification/clocks'
import { emptyFinding, emptyMeasure, unclaimedWay } from '../../shared/rectification/empty-records'
import { readNotice } from '../../shared/rectification/notice'
import type { NoticeItem, noticeContract } from '../../shared/rectification/notice-contract'
import { checkText } from '../../shared/rectification/text-check'
import { openedStore, writeIntent, type Context } from '../context'

type Calls = typeof noticeContract
type Kept = Input<Calls['rectification.keepNotice']>

interface Known {
  readonly no: string
  readonly kind: string
  readonly title: string
}

/** By what an item is known again: its number and title, or its kind and title where it has no number. */
function keyOf({ no, kind, title }: Known): string {
  const number = no.trim()
  return JSON.stringify(number === '' ? ['kind', kind, title.trim()] : ['no', number, title.trim()])
}

/** The items that are not there yet. Items that read alike are as many as there are. */
function newItems(known: readonly FindingRow[], items: readonly NoticeItem[]): readonly NoticeItem[] {
  const left = new Map<string, number>()
  for (const row of known) {
    const key = keyOf(row)
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  return items.filter((item) => {
    const key = keyOf(item)
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
}

/** A finding at the beginning of its way, whatever the notice tells of what was done: nobody has claimed it here yet. */
function findingOf(context: Context, program: ProgramRow, item: NoticeItem, position: number): FindingRow {
  const { aspect, keyIssue, no, kind, title, detail } = item
  const empty = emptyFinding(kind)
  const dueOn = usualDueOn(toProgramRecord(program), empty.rectType, context.calendars())
  const texts = { aspect: aspect.trim(), keyIssue: keyIssue.trim(), no: no.trim(), title: title.trim(), detail }
  return {
    ...empty,
    ...unclaimedWay,
    ...texts,
    dueOn,
    originalDueOn: dueOn,
    id: context.newId(),
    programId: program.id,
    position,
    batchId: null,
    sourceRow: null,
    isSample: program.isSample,
    createdAt: context.now(),
    updatedAt: context.now(),
  }
}

function insertMeasures(context: Context, db: WriteDb, finding: FindingRow, texts: readonly string[]): void {
  for (const text of texts) {
    const measureId = context.newId()
    const { programId, isSample, createdAt } = finding
    const about = {
      id: measureId,
      programId,
      batchId: null,
      sourceRow: null,
      isSample,
      createdAt,
      updatedAt: createdAt,
    }
    insertMeasure(db, { ...emptyMeasure, ...about, text })
    linkMeasure(db, { id: context.newId(), findingId: finding.id, measureId, isSample: finding.isSample })
  }
}

function insertItem(context: Context, db: WriteDb, finding: FindingRow, item: NoticeItem, withMeasures: boolean): void {
  insertFinding(db, finding)
  item.points.forEach((text, index) => {
    const place = { position: index + 1, no: String(index + 1), parentId: null }
    insertPart(db, 'point', {
      id: context.newId(),
      findingId: finding.id,
      ...place,
      text: text.trim(),
      isSample: finding.isSample,
    })
  })
  const measures = item.measures.map((text) => text.trim()).filter((text) => text !== '')
  if (withMeasures) insertMeasures(context, db, finding, measures)
}

/** Keeps what the notice says of itself, where that is new. */
function keepDeclared(context: Context, db: WriteDb, program: ProgramRow, { text, declared, levelNames }: Kept): void {
  const fields = { noticeText: text, declared, levelNames }
  const { noticeText, declared: before, levelNames: namesBefore } = program
  const known = { noticeText, declared: before, levelNames: namesBefore }
  if (JSON.stringify(fields) !== JSON.stringify(known))
    updateProgram(db, program.id, { ...fields, updatedAt: context.now() })
}

function keepNotice(
  context: Context,
  db: WriteDb,
  program: ProgramRow,
  input: Kept,
): Output<Calls['rectification.keepNotice']> {
  const items = newItems(readFindingsOf(db, program.id), input.items)
  const from = nextPosition(db, program.id)
  items.forEach((item, index) => {
    insertItem(context, db, findingOf(context, program, item, from + index), item, input.withMeasures)
  })
  keepDeclared(context, db, program, input)
  return { added: items.length, unchanged: input.items.length - items.length }
}

/** 通报: reading a pasted text, and keeping what was reviewed. */
export const noticeHandlers: Handlers<Calls, Context> = {
  'rectification.readNotice': (_context, { text }) => {
    const tree = readNotice(text)
    if (!tree) return err('noticeUnreadable')
    const { figures: _figures, ...reading } = tree
    return ok({ ...reading, issues: [...checkText(text, tree)] })
  },

  'rectification.keepNotice': (context, input) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const program = readProgram(store.value.read, input.programId)
    if (!program) return err('notFound')
    if (input.items.some(({ title }) => title.trim() === '')) return err('findingNeedsTitle')
    const params = { title: program.title, count: input.items.length }
    return writeIntent(context, 'rectification.keepNotice', params, (db) => ok(keepNotice(context, db, program, input)))
  },
}
