import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../db/access'
import { verifyChain } from '../../db/journal'
import { insertRow } from '../../db/prepared'
import { training } from '../../db/schema/briefs'
import { followUp, lead } from '../../db/schema/investment'
import { manualScore } from '../../db/schema/scoring'
import { readLastUndo, readLastUndoable } from '../../db/repositories/journal'
import { planUndo, undoEntry } from '../../db/undo'
import { aFolder, aStore, codeOf, dumpOf, leadValues, reopened, valueOf, writing } from '../builders'

const by = { actor: '招商组组长', at: '2022-07-01T10:00:00+08:00', keepEdited: true }
const forced = { ...by, keepEdited: false }

function entryOf(written: { readonly entryId: number | null }): number {
  if (written.entryId === null) throw new Error('nothing was written')
  return written.entryId
}

function addLeads(store: Store, ...ids: readonly string[]): number {
  return entryOf(writing(store, (db) => ids.forEach((id) => db.insert(lead).values(leadValues(id)).run())))
}

function rename(store: Store, id: string, title: string): number {
  return entryOf(
    writing(store, (db) => db.update(lead).set({ title }).where(eq(lead.id, id)).run(), { actor: '收入组组员甲' }),
  )
}

function followUpOf(leadId: string, id = `follow-${leadId}`) {
  return { id, leadId, happenedOn: '2022-05-01', way: '电话', text: '再谈', createdAt: '', isSample: false }
}

const titles = (store: Store): unknown => store.connection.prepare('SELECT title FROM lead ORDER BY id').pluck().all()

describe('taking back', () => {
  it('an insert, an update and a delete, each as an entry of its own', async () => {
    const store = await aStore()
    addLeads(store, 'a')
    const start = dumpOf(store.connection)
    const inserted = addLeads(store, 'b')
    expect(valueOf(undoEntry(store, inserted, by))).toEqual({ reverted: 1, kept: [], tables: ['lead'] })
    expect(dumpOf(store.connection)).toEqual(start)

    const renamed = rename(store, 'a', '新名')
    valueOf(undoEntry(store, renamed, by))
    expect(dumpOf(store.connection)).toEqual(start)

    const removed = entryOf(writing(store, (db) => db.delete(lead).where(eq(lead.id, 'a')).run()))
    expect(titles(store)).toEqual([])
    valueOf(undoEntry(store, removed, by))
    expect(dumpOf(store.connection)).toEqual(start)
    expect(verifyChain(store.connection)).toEqual({ entries: 7, isWhole: true, brokenAt: null })
  })

  it('reaches the last 100 intents, of one person or of all; who signs in is no intent of theirs', async () => {
    const store = await aStore()
    for (let count = 0; count < 103; count += 1) addLeads(store, `own${count}`)
    rename(store, 'own0', '收入组的')
    writing(store, (db) => db.update(lead).set({ remark: '' }).run(), { name: 'access.signIn', actor: '承办人' })
    expect(readLastUndoable(store, null)?.actor).toBe('收入组组员甲')
    let taken = 0
    for (let next = readLastUndoable(store, '承办人'); next; next = readLastUndoable(store, '承办人')) {
      expect(next.intent).toBe('investment.save')
      valueOf(undoEntry(store, next.id, by))
      taken += 1
    }
    expect(taken).toBe(100)
    expect(readLastUndo(store, '收入组组员甲')).toBeNull()
    expect(readLastUndo(store, by.actor)?.undoes).toBe(4)
  })

  it('a delete with its children, in the order that the references ask for', async () => {
    const store = await aStore()
    addLeads(store, 'a')
    writing(store, (db) => db.insert(followUp).values(followUpOf('a')).run())
    const start = dumpOf(store.connection)
    const removed = entryOf(
      writing(store, (db) => {
        db.delete(followUp).run()
        db.delete(lead).run()
      }),
    )
    valueOf(undoEntry(store, removed, by))
    expect(dumpOf(store.connection)).toEqual(start)
  })

  it('an undo is itself taken back: the redo', async () => {
    const store = await aStore()
    const added = addLeads(store, 'a', 'b')
    const full = dumpOf(store.connection)
    valueOf(undoEntry(store, added, by))
    expect(titles(store)).toEqual([])
    const undone = store.connection.prepare('SELECT max(id) FROM journal_entry').pluck().get()
    valueOf(undoEntry(store, Number(undone), by))
    expect(dumpOf(store.connection)).toEqual(full)
  })

  it('is refused a second time, allowed again after a redo, and for nothing', async () => {
    const store = await aStore()
    const added = addLeads(store, 'a')
    valueOf(undoEntry(store, added, by))
    expect(codeOf(undoEntry(store, added, by))).toBe('alreadyUndone')
    valueOf(undoEntry(store, added + 1, by))
    expect(planUndo(store, added).ok).toBe(true)
    expect(codeOf(planUndo(store, 999))).toBe('nothingToUndo')
  })

  it('holds across closing and opening', async () => {
    const folder = aFolder()
    const store = await aStore(folder)
    addLeads(store, 'a')
    const start = dumpOf(store.connection)
    const added = addLeads(store, 'b', 'c')
    store.close()
    const again = await reopened(folder)
    valueOf(undoEntry(again, added, by))
    expect(dumpOf(again.connection)).toEqual(start)
    expect(codeOf(undoEntry(again, added, by))).toBe('alreadyUndone')
  })
})

describe('rows edited since', () => {
  it('are named with who edited them, kept, and the rest is taken back', async () => {
    const store = await aStore()
    const added = addLeads(store, 'a', 'b', 'c')
    rename(store, 'b', '改过')
    expect(valueOf(planUndo(store, added))).toEqual({
      entryId: added,
      changes: 3,
      edited: [{ table: 'lead', rowId: 'b', by: '收入组组员甲', at: '2022-06-30T09:30:00+08:00' }],
      signed: [],
    })
    expect(valueOf(undoEntry(store, added, by))).toMatchObject({ reverted: 2, kept: [{ rowId: 'b' }] })
    expect(titles(store)).toEqual(['改过'])
  })

  it('are taken back too when the person says so, and the redo brings the edit back', async () => {
    const store = await aStore()
    const added = addLeads(store, 'a', 'b')
    rename(store, 'b', '改过')
    const edited = dumpOf(store.connection)
    expect(valueOf(undoEntry(store, added, forced))).toMatchObject({ reverted: 2, kept: [] })
    expect(titles(store)).toEqual([])
    valueOf(undoEntry(store, 3, by))
    expect(dumpOf(store.connection)).toEqual(edited)
  })

  it('an edit that was itself taken back is none', async () => {
    const store = await aStore()
    const added = addLeads(store, 'a')
    const renamed = rename(store, 'a', '改过')
    valueOf(undoEntry(store, renamed, by))
    expect(valueOf(planUndo(store, added)).edited).toEqual([])
  })

  it('a row deleted since is edited; forcing leaves it deleted', async () => {
    const store = await aStore()
    const added = addLeads(store, 'a', 'b')
    writing(store, (db) => db.delete(lead).where(eq(lead.id, 'a')).run())
    expect(valueOf(planUndo(store, added)).edited).toMatchObject([{ rowId: 'a' }])
    valueOf(undoEntry(store, added, forced))
    expect(titles(store)).toEqual([])
  })

  it('what hangs on a row that goes is taken along and comes back with the redo', async () => {
    const store = await aStore()
    const added = addLeads(store, 'a')
    writing(store, (db) => db.insert(followUp).values(followUpOf('a')).run())
    const full = dumpOf(store.connection)
    valueOf(undoEntry(store, added, forced))
    expect(dumpOf(store.connection)).toMatchObject({ lead: [], follow_up: [] })
    valueOf(undoEntry(store, 3, by))
    expect(dumpOf(store.connection)).toEqual(full)
  })

  it('a key that was used again stops the undo whole', async () => {
    const store = await aStore()
    const figure = { year: 2022, componentId: 'cooperate', value: '18', givenOn: '2022-06-30' }
    const record = (id: string): number =>
      entryOf(
        writing(store, (db) =>
          insertRow(db, manualScore, { id, ...figure, documentReference: '通知', isSample: false }),
        ),
      )
    const first = record('m1')
    valueOf(undoEntry(store, first, by))
    record('m2')
    const before = dumpOf(store.connection)
    // The redo of the first would put the same figure of the same day there twice.
    expect(codeOf(undoEntry(store, first + 1, by))).toBe('undoConflict')
    expect(dumpOf(store.connection)).toEqual(before)
  })
})

describe('what SQLite holds comes back exactly', () => {
  it.each([
    ['', null],
    ['"引号" \' \\ / \n\t\u0001 \u0000 尾', 0],
    ['😀 𠮷 \u202e反', 9007199254740991],
    ['{"json":"[1,2]"}', 1],
  ])('text %j and number %j', async (title, attendeeCount) => {
    const store = await aStore()
    const row = {
      id: 't',
      title,
      heldOn: '2022-01-01',
      isRequired: true,
      isAttended: false,
      attendeeCount,
      isSample: false,
    }
    writing(store, (db) => db.insert(training).values(row).run())
    const start = dumpOf(store.connection)
    const removed = entryOf(writing(store, (db) => db.delete(training).run()))
    valueOf(undoEntry(store, removed, by))
    expect(dumpOf(store.connection)).toEqual(start)
  })
})

type Step =
  | { readonly kind: 'insert'; readonly ids: readonly number[] }
  | { readonly kind: 'delete'; readonly ids: readonly number[] }
  | { readonly kind: 'update'; readonly ids: readonly number[]; readonly title: string }

const ids = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), ids }),
  fc.record({ kind: fc.constant('delete' as const), ids }),
  fc.record({ kind: fc.constant('update' as const), ids, title: fc.string({ unit: 'grapheme', maxLength: 12 }) }),
)

function apply(store: Store, steps: readonly Step[]): number | null {
  return writing(store, (db) => {
    for (const one of steps)
      for (const id of one.ids.map((number) => `lead-${number}`)) {
        if (one.kind === 'insert') {
          const isNew = db.insert(lead).values(leadValues(id)).onConflictDoNothing().run().changes > 0
          if (isNew) db.insert(followUp).values(followUpOf(id)).run()
        } else if (one.kind === 'delete') {
          db.delete(followUp).where(eq(followUp.leadId, id)).run()
          db.delete(lead).where(eq(lead.id, id)).run()
        } else db.update(lead).set({ title: one.title, filedOn: null }).where(eq(lead.id, id)).run()
      }
  }).entryId
}

describe('property', () => {
  it('any writes, all taken back in reverse, leave the store as it was; redone in reverse, as it had become', async () => {
    const store = await aStore()
    apply(store, [{ kind: 'insert', ids: [0, 1, 2] }])
    const start = dumpOf(store.connection)
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (intents) => {
        const entries = intents.flatMap((steps) => apply(store, steps) ?? [])
        const end = dumpOf(store.connection)
        const undone = entries.toReversed().filter((entry) => undoEntry(store, entry, by).ok)
        expect(undone).toHaveLength(entries.length)
        expect(dumpOf(store.connection)).toEqual(start)
        const last = Number(store.connection.prepare('SELECT max(id) FROM journal_entry').pluck().get())
        for (let back = 0; back < entries.length; back += 1) undoEntry(store, last - back, by)
        expect(dumpOf(store.connection)).toEqual(end)
        for (let back = 0; back < entries.length; back += 1) undoEntry(store, last + entries.length - back, by)
        expect(dumpOf(store.connection)).toEqual(start)
      }),
      { numRuns: 60 },
    )
    expect(verifyChain(store.connection).isWhole).toBe(true)
  }, 60_000)
})
