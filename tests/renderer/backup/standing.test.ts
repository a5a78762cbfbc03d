import { describe, expect, test } from 'vitest'
import { daysWithoutSecond, markOf, reminderOf, type Overview } from '../../../renderer/backup/standing'
import { backupMoment } from '../../../renderer/text/backup'
import type { Backup } from '../../../shared/backup/contract'
import type { IsoDate } from '../../../shared/core/dates'

const today = '2022-06-22' as IsoDate

function aBackup(at: string, state: Backup['state'] = 'verified'): Backup {
  const side = {
    format: 1 as const,
    number: 12,
    reason: 'daily' as const,
    at,
    bytes: 1000,
    sha256: 'ab',
    schemaVersion: 6,
    appVersion: '1.0.0',
    bureau: '东丽区审计局',
    journal: { entries: 3, hash: 'cd' },
    counts: { lead: 2 },
    attachments: { count: 0, missing: 0, sha256: '' },
  }
  return { place: 'own', name: '000012-daily.db', state, side, bytes: 1000 }
}

function anOverview(change: Partial<Overview>): Overview {
  const last = aBackup('2022-06-22T10:30:05+08:00')
  return {
    list: [last],
    last,
    changesSince: 0,
    selfTest: null,
    isSelfTestDue: false,
    freeBytes: 1e9,
    ledgerBytes: 1e6,
    second: null,
    revert: null,
    ...change,
  }
}

const second = {
  label: 'E:\\备份',
  isReachable: true,
  isSameDisk: false,
  lastAt: '2022-06-14T09:00:00+08:00',
  isDue: true,
}
const old = aBackup('2022-06-20T17:30:00+08:00')
const damaged = aBackup('2022-06-22T11:00:00+08:00', 'damaged')
const failedTest = { at: '2022-06-01T08:00:00+08:00', name: '000010-daily.db', isGood: false }

describe('the word in the line above', () => {
  test.each([
    ['taken today', {}, '备份 10:30 ✓'],
    ['older, with changes since', { last: old, list: [old], changesSince: 4 }, '▲ 今天还没有备份'],
    ['older, nothing changed since', { last: old, list: [old] }, '备份 6月20日 ✓'],
    ['none', { last: null, list: [] }, '▲ 还没有备份'],
    ['second folder due', { second }, '▲ 第二处已8天未备份'],
    ['second folder never written', { second: { ...second, lastAt: null } }, '▲ 第二处还没有备份'],
    ['second folder written lately', { second: { ...second, isDue: false } }, '备份 10:30 ✓'],
    ['self-test failed', { second, selfTest: failedTest }, '■ 备份自检没有通过'],
    ['newest damaged', { list: [damaged, old], second, selfTest: failedTest }, '■ 最近的备份已损坏'],
    [
      'an older one damaged',
      { list: [aBackup('2022-06-22T10:30:05+08:00'), { ...old, state: 'damaged' }] },
      '备份 10:30 ✓',
    ],
  ] as const)('%s', (_name, change, word) => {
    expect(markOf(anOverview(change as Partial<Overview>), today).word).toBe(word)
  })

  test('every word that warns carries a shape', () => {
    for (const change of [{ last: null, list: [] }, { second }, { selfTest: failedTest }, { list: [damaged] }]) {
      const { word, light } = markOf(anOverview(change), today)
      expect(light).not.toBe('normal')
      expect(word).toMatch(/^[▲■]/)
    }
  })
})

describe('the line above the pages', () => {
  test('nothing when all is well, also without a second folder', () => {
    expect(reminderOf(anOverview({}), today)).toBeNull()
    expect(reminderOf(anOverview({ last: old, list: [old], changesSince: 9 }), today)).toBeNull()
  })
  test('names the folder and the days', () => {
    expect(reminderOf(anOverview({ second }), today)).toEqual({
      sentence: '▲ 第二处（E:\\备份）已8天没有备份。请插好U盘，再备份一次。',
      isBad: false,
    })
  })
  test('a damaged backup comes before a failed trial, and that before the second folder', () => {
    expect(reminderOf(anOverview({ list: [damaged], selfTest: failedTest, second }), today)?.sentence).toContain(
      '已损坏',
    )
    expect(reminderOf(anOverview({ selfTest: failedTest, second }), today)?.sentence).toContain('自检')
  })
})

test('a copy from a clock that ran ahead counts as today, never as negative days', () => {
  expect(daysWithoutSecond({ ...second, lastAt: '2022-07-01T09:00:00+08:00' }, today)).toBe(0)
})

test.each([
  ['2022-06-22T10:30:05+08:00', '今天 10:30'],
  ['2022-06-21T17:30:00+08:00', '昨天 17:30'],
  ['2022-06-01T08:05:00+08:00', '6月1日 08:05'],
  ['2021-12-31T23:59:00+08:00', '2021年12月31日 23:59'],
])('%s is said as %s', (at, said) => {
  expect(backupMoment(at, today)).toBe(said)
})
