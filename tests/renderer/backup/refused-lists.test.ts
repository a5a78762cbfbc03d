import { describe, expect, test } from 'vitest'
import { recordsOfDrafts, textOfDraft } from '../../../renderer/backup/draft-texts'
import { lacksOf } from '../../../renderer/backup/lacks'
import { linesOf, rescueSums } from '../../../renderer/backup/rescue-lines'
import type { Backup } from '../../../shared/backup/contract'
import { backupTableName, recordsIn } from '../../../shared/terms/backup'

function withEntries(entries: number): Backup {
  return {
    place: 'own',
    name: '000001-daily.db',
    state: 'verified',
    bytes: 1,
    side: {
      format: 1,
      number: 1,
      reason: 'daily',
      at: '2022-06-22T10:30:00+08:00',
      bytes: 1,
      sha256: '',
      schemaVersion: 6,
      appVersion: '1',
      bureau: '',
      journal: { entries, hash: '' },
      counts: {},
      attachments: { count: 0, missing: 0, sha256: '' },
    },
  }
}

describe('what a backup lacks', () => {
  const newest = withEntries(50)
  const older = withEntries(38)
  const known = { lost: { count: 3, newest: [] }, isOfOtherStore: false }
  test('counts what the damaged ledger still tells', () => {
    expect(lacksOf(newest, newest, known)).toBe('3处改动')
    expect(lacksOf(older, newest, known)).toBe('15处改动')
  })
  test('says that it cannot be told, and compares the others with the newest', () => {
    const unknown = { lost: null, isOfOtherStore: false }
    expect(lacksOf(newest, newest, unknown)).toBe('之后的改动，读不出有多少')
    expect(lacksOf(older, newest, unknown)).toBe('比最近的一份少12处改动')
    expect(lacksOf(older, newest, undefined)).toBe('比最近的一份少12处改动')
  })
  test('a journal of another ledger counts for nothing', () => {
    expect(lacksOf(newest, newest, { ...known, isOfOtherStore: true })).toBe('之后的改动，读不出有多少')
  })
})

describe('rescued rows', () => {
  test('stand under the words of the office; the program’s own only where something was lost', () => {
    expect(
      linesOf([
        { table: 'lead', read: 10, lost: 2 },
        { table: 'visit', read: 0, lost: 0 },
        { table: 'journal_change', read: 90, lost: 0 },
        { table: 'search_entry', read: 4, lost: 1 },
      ]),
    ).toEqual([
      { name: '招商线索', read: 10, lost: 2 },
      { name: '程序自用的数据', read: 4, lost: 1 },
    ])
  })
  test('are counted apart from the journal, whose loss takes nothing that was entered', () => {
    expect(
      rescueSums([
        { table: 'lead', read: 10, lost: 2 },
        { table: 'visit', read: 5, lost: 0 },
        { table: 'journal_entry', read: 0, lost: 8 },
        { table: 'journal_change', read: 0, lost: 90 },
      ]),
    ).toEqual({ read: 15, lost: 2, otherLost: 98 })
  })
})

describe('tables in words', () => {
  test('the program’s own have none, and do not count as records', () => {
    expect(backupTableName('finding')).toBe('整改问题')
    expect(backupTableName('journal_operation')).toBeNull()
    expect(backupTableName('constructor')).toBeNull()
    expect(recordsIn({ lead: 3, bureau: 1, journal_entry: 40, journal_change: 99, search_entry: 3 })).toBe(4)
  })
})

describe('typed texts left over after a restore', () => {
  const id = '0190b4a0-1111-7abc-8def-0123456789ab'
  test('belong to the records named in their keys', () => {
    expect([...recordsOfDrafts([`lead.${id}`, 'settings.bureau'])]).toEqual([[`lead.${id}`, [id]]])
  })
  test('are read whole, without ids and empty fields', () => {
    expect(textOfDraft({ a: ' 走访记录 ', b: { c: '', d: id, e: ['第二段'] }, n: 3 })).toBe('走访记录\n第二段')
  })
})
