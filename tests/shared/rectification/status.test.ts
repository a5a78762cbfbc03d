import { describe, expect, test } from 'vitest'
import { findingStates, findingStatuses, type StatusWord } from '../../../shared/rectification/record'
import {
  stateOfStatus,
  statusAfter,
  statusOfState,
  usualVocabulary,
  wordOf,
} from '../../../shared/rectification/status'

const audit = usualVocabulary('districtAudit')
const inspection = usualVocabulary('districtInspection')

describe('words of the documents, domain §7 status vocabularies', () => {
  test.each([
    ['完成', 'done', true],
    ['基本完成', 'basicallyDone', false],
    ['阶段性完成', 'phasedDone', false],
    ['未完成', 'notDone', false],
    ['已整改', 'done', true],
    ['持续整改', 'longTerm', false],
    ['未整改', 'notDone', false],
    ['整改中', 'inProgress', false],
    ['部分整改', 'phasedDone', false],
    ['正在整改', 'inProgress', false],
    ['长期整改', 'longTerm', false],
    ['尚未整改', 'notDone', false],
    ['已推动整改', 'promoted', true],
  ] as const)('%s is %s in both vocabularies', (label, status, countsAsDone) => {
    for (const vocabulary of [audit, inspection])
      expect(wordOf(vocabulary, label)).toEqual({ label, status, countsAsDone, countsInDenominator: true })
  })

  test('no word stands twice', () => {
    for (const vocabulary of [audit, inspection])
      expect(new Set(vocabulary.map(({ label }) => label)).size).toBe(vocabulary.length)
  })

  test('a word that no vocabulary has is nothing', () => {
    expect(wordOf(audit, '快了')).toBeNull()
  })
})

describe('states and statuses say the same', () => {
  test('every status leads to a state of that status, 已推动整改 counts as done', () => {
    for (const status of findingStatuses) {
      const given = statusOfState(stateOfStatus(status))
      const expected = status === 'promoted' ? 'done' : status === 'inProgress' || status === 'notDone' ? null : status
      expect(given).toBe(expected)
    }
  })

  test.each(findingStates.map((state) => [state]))('%s after 未整改', (state) => {
    const { status } = statusAfter(state, { status: 'notDone', statusLabel: '未整改' }, audit)
    expect(status).toBe(statusOfState(state) ?? 'notDone')
  })

  test('a step that changes the status takes the programme’s first word for it', () => {
    expect(statusAfter('completed', { status: 'inProgress', statusLabel: '正在整改' }, audit)).toEqual({
      status: 'done',
      statusLabel: '已整改',
    })
    expect(statusAfter('completed', { status: 'inProgress', statusLabel: '' }, inspection).statusLabel).toBe('完成')
  })

  test('a step that does not change the status keeps the word', () => {
    const before = { status: 'done', statusLabel: '整改完成' } as const
    expect(statusAfter('closed', before, audit)).toEqual(before)
    const running = { status: 'inProgress', statusLabel: '正在整改' } as const
    expect(statusAfter('awaitingDetermination', running, audit)).toEqual(running)
  })

  test('已推动整改 stays a verb of its own when it is closed, and goes when it is reopened', () => {
    const before = { status: 'promoted', statusLabel: '已推动整改' } as const
    expect(statusAfter('closed', before, audit)).toEqual(before)
    expect(statusAfter('rectifying', before, audit)).toEqual({ status: 'inProgress', statusLabel: '整改中' })
  })

  test('已移送 changes no status', () => {
    const before = { status: 'phasedDone', statusLabel: '部分整改' } as const
    expect(statusAfter('referred', before, audit)).toEqual(before)
  })

  test('a vocabulary without a word for the status leaves the word empty', () => {
    const words: readonly StatusWord[] = []
    expect(statusAfter('closed', { status: 'inProgress', statusLabel: '整改中' }, words)).toEqual({
      status: 'done',
      statusLabel: '',
    })
  })
})
