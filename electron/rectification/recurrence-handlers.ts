import type { ReadDb, WriteDb } from '../../db/access'
import { readFinding, toFindingRecord, updateFinding } from '../../db/repositories/findings'
import { readMeasuresOf } from '../../db/repositories/measures'
import { readPrograms, toProgramRecord } from '../../db/repositories/rect-programs'
import {
  deleteRecurrence,
  countChanges,
  readFindingNames,
  readRecurrences,
  readRecurrencesOf,
  readWordings,
  readWorkedMeasures,
  saveRecurrence,
  type FindingNameRow,
  type RecurrenceRow,
} from '../../db/repositories/rect-follow-up'
import type { IsoDate } from '../../shared/core/dates'
import { err, ok } from '../../shared/core/result'
import type { Handlers, Input, Output } from '../../shared/ipc/procedure'
import type { followUpContract, RecurrenceProposal } from '../../shared/rectification/follow-up-contract'
import { isSettled } from '../../shared/rectification/lifecycle'
import {
  leastLikeness,
  likenessIndex,
  mostAlike,
  type Likeness,
  type LikenessIndex,
} from '../../shared/rectification/likeness'
import { programOrder } from '../../shared/rectification/program-order'
import type { FindingRecord } from '../../shared/rectification/record'
import { keyText } from '../../shared/tables/text-forms'
import { openedStore, writeIntent, type Context } from '../context'
import { findingNameOf } from './finding-name'

type Calls = Pick<
  typeof followUpContract,
  | 'rectification.recurrences'
  | 'rectification.recurrencePairs'
  | 'rectification.decideRecurrence'
  | 'rectification.library'
>

/** Proposals that one finding shows, and that each gives to the list of all. */
const mostProposals = 5
const mostPairsEach = 3

/** Every finding's wording with what was decided, read once until something is written. */
interface Radar {
  readonly ids: readonly string[]
  readonly placeOf: ReadonlyMap<string, number>
  /** Order of the programme of each place. */
  readonly orders: readonly number[]
  readonly index: LikenessIndex
  readonly decided: ReadonlyMap<string, RecurrenceRow>
}

/** Two findings, whichever came first. */
function pairKey(left: string, right: string): string {
  return left < right ? `${left}/${right}` : `${right}/${left}`
}

/** The radar of a store as it is, with the number of changes that had been made to it. */
const radars = new WeakMap<ReadDb, { readonly changes: number; readonly radar: Radar }>()

function radarOf(db: ReadDb): Radar {
  const changes = countChanges(db)
  const known = radars.get(db)
  if (known?.changes === changes) return known.radar
  const radar = readRadar(db)
  radars.set(db, { changes, radar })
  return radar
}

function readRadar(db: ReadDb): Radar {
  const wordings = readWordings(db)
  const order = programOrder(readPrograms(db).map(toProgramRecord))
  const decided = readRecurrences(db)
  return {
    ids: wordings.map(({ id }) => id),
    placeOf: new Map(wordings.map(({ id }, place) => [id, place])),
    orders: wordings.map(({ programId }) => order.get(programId) ?? 0),
    index: likenessIndex(wordings),
    decided: new Map(decided.map((row) => [pairKey(row.findingId, row.earlierId), row])),
  }
}

/** Undecided findings of earlier programmes that read alike. */
function openAlike({ ids, orders, index, decided }: Radar, place: number, limit: number): readonly Likeness[] {
  const [id, order] = [ids[place] ?? '', orders[place] ?? 0]
  const isTaken = (other: number): boolean =>
    (orders[other] ?? 0) < order && !decided.has(pairKey(id, ids[other] ?? ''))
  return mostAlike(index, place, isTaken, { limit, least: leastLikeness })
}

/** How alike two certain findings are. */
function likenessOf({ index }: Radar, place: number, other: number): Likeness {
  const [found] = mostAlike(index, place, (each) => each === other, { limit: 1, least: 0 })
  return found ?? { place: other, likeness: 0, sharedWords: [] }
}

function doneMeasures(db: ReadDb, findingId: string): string[] {
  return readMeasuresOf(db, findingId)
    .filter(({ measure }) => measure.status === 'done' || measure.status === 'verified')
    .map(({ measure }) => measure.text)
}

interface Names {
  readonly names: ReadonlyMap<string, FindingNameRow>
  readonly db: ReadDb
}

function proposalOf(
  { names, db }: Names,
  earlierId: string,
  { likeness, sharedWords }: Likeness,
  decision: RecurrenceRow | null,
): readonly RecurrenceProposal[] {
  const name = names.get(earlierId)
  if (!name) return []
  return [
    {
      earlier: findingNameOf(name),
      likeness,
      sharedWords: [...sharedWords],
      isSame: decision?.isSame ?? null,
      decidedBy: decision?.decidedBy ?? '',
      // Only written from an IsoDate.
      decidedOn: (decision?.decidedOn ?? null) as IsoDate | null,
      note: decision?.note ?? '',
      measures: doneMeasures(db, earlierId),
      reopenCount: readFinding(db, earlierId)?.reopenCount ?? 0,
    },
  ]
}

interface Pair {
  readonly id: string
  readonly earlierId: string
  readonly likeness: Likeness
  readonly decision: RecurrenceRow | null
}

function byLikeness(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.toSorted((left, right) => right.likeness.likeness - left.likeness.likeness)
}

function openPairsAt(radar: Radar, place: number, limit: number): readonly Pair[] {
  const id = radar.ids[place] ?? ''
  return openAlike(radar, place, limit).map((likeness) => ({
    id,
    earlierId: radar.ids[likeness.place] ?? '',
    likeness,
    decision: null,
  }))
}

const openOf = new WeakMap<Radar, readonly Pair[]>()

/** All undecided pairs, the likest first, worked out once for each radar. */
function openPairs(radar: Radar): readonly Pair[] {
  const known = openOf.get(radar)
  if (known) return known
  const pairs = byLikeness(radar.ids.flatMap((_, place) => openPairsAt(radar, place, mostPairsEach)))
  openOf.set(radar, pairs)
  return pairs
}

function decidedPairs(radar: Radar, rows: Iterable<RecurrenceRow>): readonly Pair[] {
  return [...rows].flatMap((decision) => {
    const { findingId: id, earlierId } = decision
    const [place, other] = [radar.placeOf.get(id), radar.placeOf.get(earlierId)]
    if (place === undefined || other === undefined) return []
    return [{ id, earlierId, likeness: likenessOf(radar, place, other), decision }]
  })
}

function proposalsOf(db: ReadDb, findingId: string): RecurrenceProposal[] | null {
  const radar = radarOf(db)
  const place = radar.placeOf.get(findingId)
  if (place === undefined) return null
  const own = [...radar.decided.values()].filter((row) => row.findingId === findingId)
  const pairs = byLikeness([...openPairsAt(radar, place, mostProposals), ...decidedPairs(radar, own)])
  const names = readFindingNames(
    db,
    pairs.map(({ earlierId }) => earlierId),
  )
  return pairs.flatMap(({ earlierId, likeness, decision }) => proposalOf({ names, db }, earlierId, likeness, decision))
}

type PairsInput = Input<Calls['rectification.recurrencePairs']>

function pairsOf(db: ReadDb, { state, limit }: PairsInput): Output<Calls['rectification.recurrencePairs']> {
  const radar = radarOf(db)
  const all =
    state === 'open'
      ? openPairs(radar)
      : byLikeness(
          decidedPairs(
            radar,
            [...radar.decided.values()].filter(({ isSame }) => isSame === (state === 'same')),
          ),
        )
  const shown = all.slice(0, limit)
  const names = readFindingNames(
    db,
    shown.flatMap(({ id, earlierId }) => [id, earlierId]),
  )
  const pairs = shown.flatMap(({ id, earlierId, likeness, decision }) => {
    const name = names.get(id)
    if (!name) return []
    return proposalOf({ names, db }, earlierId, likeness, decision).map((proposal) => ({
      finding: findingNameOf(name),
      proposal,
    }))
  })
  return { pairs, total: all.length }
}

/** Marks 屡审屡犯 where a pair is the same problem; takes the mark back when the last such pair is withdrawn. */
function markRecurrence(context: Context, db: WriteDb, finding: FindingRecord, before: readonly RecurrenceRow[]): void {
  if (isSettled(finding)) return
  const isSameIn = (rows: readonly RecurrenceRow[]): boolean =>
    rows.some(({ findingId, isSame }) => findingId === finding.id && isSame)
  const [was, is] = [isSameIn(before), isSameIn(readRecurrencesOf(db, finding.id))]
  const isRecurrence = is ? true : was ? null : finding.isRecurrence
  if (isRecurrence !== finding.isRecurrence) updateFinding(db, finding.id, { isRecurrence, updatedAt: context.now() })
}

/** All words of a text, wherever they stand. */
function matchesAll(words: readonly string[], texts: readonly string[]): boolean {
  if (words.length === 0) return true
  const whole = keyText(texts.join('\n'))
  return words.every((word) => whole.includes(word))
}

type LibraryInput = Input<Calls['rectification.library']>

function libraryOf(db: ReadDb, { text, limit }: LibraryInput): Output<Calls['rectification.library']> {
  const words = text
    .trim()
    .split(/\s+/u)
    .map(keyText)
    .filter((word) => word !== '')
  const seen = new Set<string>()
  const found = readWorkedMeasures(db).filter(({ measureId, text: measure, result, title, category }) => {
    if (seen.has(measureId) || !matchesAll(words, [measure, result, title, category])) return false
    seen.add(measureId)
    return true
  })
  return {
    rows: found.slice(0, limit).map((row) => {
      const { measureId, text: measure, result, doneOn, reopenCount } = row
      return { measureId, text: measure, result, doneOn, finding: findingNameOf(row), reopenCount }
    }),
    total: found.length,
  }
}

/** 屡审屡犯雷达 and 改法库. */
export const recurrenceHandlers: Handlers<Calls, Context> = {
  'rectification.recurrences': (context, { findingId }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const proposals = proposalsOf(store.value.read, findingId)
    return proposals ? ok({ proposals }) : err('notFound')
  },

  'rectification.recurrencePairs': (context, input) => {
    const store = openedStore(context)
    return store.ok ? ok(pairsOf(store.value.read, input)) : store
  },

  'rectification.decideRecurrence': (context, { findingId, earlierId, isSame, note }) => {
    const store = openedStore(context)
    if (!store.ok) return store
    const { read } = store.value
    const [row, earlier] = [readFinding(read, findingId), readFinding(read, earlierId)]
    if (!row || !earlier) return err('notFound')
    const order = programOrder(readPrograms(read).map(toProgramRecord))
    if ((order.get(earlier.programId) ?? 0) >= (order.get(row.programId) ?? 0)) return err('recurrenceOrder')
    const params = { title: row.title, value: earlier.title }
    return writeIntent(context, 'rectification.decideRecurrence', params, (db) => {
      const before = readRecurrencesOf(db, findingId)
      if (isSame === null) deleteRecurrence(db, { findingId, earlierId })
      else {
        const decided = { decidedBy: context.actor(), decidedOn: context.today(), note: note.trim() }
        const isSample = row.isSample || earlier.isSample
        saveRecurrence(db, { id: context.newId(), findingId, earlierId, isSame, ...decided, isSample })
      }
      markRecurrence(context, db, toFindingRecord(row), before)
      return ok({})
    })
  },

  'rectification.library': (context, input) => {
    const store = openedStore(context)
    return store.ok ? ok(libraryOf(store.value.read, input)) : store
  },
}
