import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../db/access'
import { verifyChain } from '../../db/journal'
import { storeFile } from '../../db/open'
import { followUp, lead } from '../../db/schema/investment'
import { err, ok } from '../../shared/core/result'
import { aFolder, aStore, dumpOf, leadValues, reopened, writing } from '../builders'

function count(store: Store, table: string): number {
  return Number(store.connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
}

function addLead(store: Store, id: string) {
  return writing(store, (db) => db.insert(lead).values(leadValues(id)).run(), { params: { title: id } })
}

async function aStoreOfThree(): Promise<Store> {
  const store = await aStore()
  for (const id of ['a', 'b', 'c']) addLead(store, id)
  return store
}

const triggers = ['journal_entry_keep', 'journal_entry_stay', 'journal_change_keep', 'journal_change_stay']

/** What a colleague with a SQLite tool would have to do first. */
function withoutGuards(store: Store): void {
  for (const name of triggers) store.connection.exec(`DROP TRIGGER ${name}`)
}

describe('the write funnel', () => {
  it('one write is one transaction and one entry with who, when and what', async () => {
    const store = await aStore()
    const written = writing(
      store,
      (db) => {
        db.insert(lead).values(leadValues('a')).run()
        db.update(lead).set({ title: '改名' }).where(eq(lead.id, 'a')).run()
        return 'done'
      },
      { name: 'investment.save', params: { title: '线索' }, actor: '承办人' },
    )
    expect(written).toEqual({ value: 'done', entryId: 1, tables: ['lead'] })
    expect(store.connection.prepare('SELECT id, at, actor, intent, params, undoes FROM journal_entry').all()).toEqual([
      {
        id: 1,
        at: '2022-06-30T09:30:00+08:00',
        actor: '承办人',
        intent: 'investment.save',
        params: '{"title":"线索"}',
        undoes: null,
      },
    ])
    expect(count(store, 'journal_change')).toBe(2)
  })

  it('an intent that changes nothing leaves no entry', async () => {
    const store = await aStore()
    expect(writing(store, () => ok({}))).toEqual({ value: ok({}), entryId: null, tables: [] })
    expect(count(store, 'journal_entry')).toBe(0)
  })

  it('a refusal rolls all of it back and comes out as the value', async () => {
    const store = await aStore()
    const written = writing(store, (db) => {
      db.insert(lead).values(leadValues('a')).run()
      return err('notFound')
    })
    expect(written).toEqual({ value: err('notFound'), entryId: null, tables: [] })
    expect([count(store, 'lead'), count(store, 'journal_entry'), count(store, 'journal_change')]).toEqual([0, 0, 0])
  })

  it('a thrown bug rolls all of it back, and the next write works', async () => {
    const store = await aStore()
    expect(() =>
      writing(store, (db) => {
        db.insert(lead).values(leadValues('a')).run()
        throw new Error('bug')
      }),
    ).toThrow('bug')
    expect([count(store, 'lead'), count(store, 'journal_change')]).toEqual([0, 0])
    expect(addLead(store, 'a').entryId).toBe(1)
  })

  it('a write outside the funnel is refused, whichever way it comes', async () => {
    const store = await aStore()
    addLead(store, 'a')
    const before = dumpOf(store.connection)
    for (const statement of [
      "UPDATE lead SET title = 'x'",
      'DELETE FROM lead',
      "INSERT INTO person (id, name, is_sample) VALUES ('p', '承办人', 0)",
    ])
      expect(() => store.connection.exec(statement)).toThrow(/NOT NULL/)
    expect(dumpOf(store.connection)).toEqual(before)
    expect(verifyChain(store.connection)).toEqual({ entries: 1, isWhole: true, brokenAt: null })
  })

  it('one intent cannot start inside another', async () => {
    const store = await aStore()
    expect(() => writing(store, () => addLead(store, 'a'))).toThrow('one intent at a time')
    expect(count(store, 'lead')).toBe(0)
  })

  it('a broken reference stops the whole intent', async () => {
    const store = await aStore()
    const orphan = {
      id: 'f',
      leadId: 'nobody',
      happenedOn: '2022-01-01',
      way: '',
      text: '',
      createdAt: '',
      isSample: false,
    }
    expect(() =>
      writing(store, (db) => {
        db.insert(lead).values(leadValues('a')).run()
        db.insert(followUp).values(orphan).run()
      }),
    ).toThrow(/FOREIGN KEY/)
    expect(count(store, 'lead')).toBe(0)
  })

  it('an acknowledged write is there after the store is opened again', async () => {
    const folder = aFolder()
    const store = await aStore(folder)
    addLead(store, 'a')
    store.close()
    const again = await reopened(folder)
    expect(count(again, 'lead')).toBe(1)
    expect(addLead(again, 'b').entryId).toBe(2)
    expect(verifyChain(again.connection)).toEqual({ entries: 2, isWhole: true, brokenAt: null })
  })
})

describe('the journal only grows', () => {
  it.each([
    ["UPDATE journal_entry SET actor = 'x'", 'journal entries are never changed'],
    ['DELETE FROM journal_entry', 'journal entries are never deleted'],
    ["UPDATE journal_change SET after = 'x'", 'journal changes are never changed'],
    ['DELETE FROM journal_change', 'journal changes are never deleted'],
  ])('%s is refused', async (statement, message) => {
    const store = await aStoreOfThree()
    expect(() => store.connection.exec(statement)).toThrow(message)
  })

  it('is refused to another tool on the file as well', async () => {
    const folder = aFolder()
    const store = await aStore(folder)
    addLead(store, 'a')
    store.close()
    const tool = new Database(storeFile(folder))
    expect(() => tool.exec("UPDATE journal_entry SET actor = 'x'")).toThrow('never changed')
    tool.close()
  })
})

describe('row 51: the hash chain', () => {
  it.each([
    ["UPDATE journal_entry SET actor = '别人' WHERE id = 2", 2],
    ["UPDATE journal_entry SET params = '{}' WHERE id = 2", 2],
    ["UPDATE journal_entry SET at = '2021-01-01T00:00:00+08:00' WHERE id = 3", 3],
    ['UPDATE journal_entry SET undoes = 1 WHERE id = 2', 2],
    ["UPDATE journal_change SET after = replace(after, '线索b', '线索x') WHERE entry_id = 2", 2],
    ['DELETE FROM journal_change WHERE entry_id = 1', 1],
    ["UPDATE journal_change SET row_id = 'x' WHERE entry_id = 3", 3],
    ["INSERT INTO journal_change (entry_id, table_name, row_id) VALUES (2, 'lead', 'z')", 2],
    ['DELETE FROM journal_entry WHERE id = 1', 2],
    ['DELETE FROM journal_entry WHERE id = 2', 3],
    ["UPDATE journal_entry SET hash = 'x' WHERE id = 1", 1],
  ])('%s breaks it at entry %i', async (statement, brokenAt) => {
    const store = await aStoreOfThree()
    expect(verifyChain(store.connection).isWhole).toBe(true)
    withoutGuards(store)
    store.connection.exec(statement)
    expect(verifyChain(store.connection)).toMatchObject({ isWhole: false, brokenAt })
  })

  it('the data stays usable after a break', async () => {
    const store = await aStoreOfThree()
    withoutGuards(store)
    store.connection.exec("UPDATE journal_entry SET actor = '别人' WHERE id = 2")
    expect(addLead(store, 'd').entryId).toBe(4)
    expect(count(store, 'lead')).toBe(4)
  })
})
