import { describe, expect, test } from 'vitest'
import type { FindingState } from '../../../shared/rectification/record'
import type { Extension, FindingStep, FindingStepKind } from '../../../shared/rectification/part-records'
import { findingAsOf } from '../../../shared/rectification/report-as-of'
import { day } from '../../builders'
import { aFinding, aProgram } from './statistics-builders'

const program = aProgram({ source: 'districtAudit' })
const none = { steps: [], extensions: [] }
const cutOff = day('2022-06-30')

function aStep(kind: FindingStepKind, on: string, from: FindingState, to: FindingState): FindingStep {
  const words = { by: '', agreedBy: '', text: '', docNo: '', recordedAt: '' }
  return { id: on, findingId: 'f', cycle: 1, kind, from, to, on: day(on), ...words }
}

function anExtension(decidedOn: string, oldDueOn: string, newDueOn: string): Extension {
  const asked = { id: decidedOn, findingId: 'f', cycle: 1, appliedOn: day(decidedOn), appliedBy: '', reason: '' }
  const decided = { decision: 'approved', decidedBy: '', decidedOn: day(decidedOn), docNo: '' } as const
  return { ...asked, ...decided, oldDueOn: day(oldDueOn), newDueOn: day(newDueOn) }
}

describe('without steps, by its own days', () => {
  test.each([
    ['closed before', 'closed', { determinedOn: '2022-06-20', closedOn: '2022-06-30' }, 'closed', 'done'],
    [
      'determined before, closed after',
      'closed',
      { determinedOn: '2022-06-20', closedOn: '2022-07-01' },
      'completed',
      'done',
    ],
    ['determined after', 'closed', { determinedOn: '2022-07-01', closedOn: '2022-07-02' }, 'rectifying', 'inProgress'],
    ['closed after, never determined', 'closed', { closedOn: '2022-07-02' }, 'rectifying', 'inProgress'],
    ['submitted after, nothing else known', 'completed', { submittedOn: '2022-07-01' }, 'rectifying', 'inProgress'],
    ['without any day', 'closed', {}, 'closed', 'done'],
    ['分阶段 determined after', 'phasedDone', { determinedOn: '2022-07-01' }, 'rectifying', 'inProgress'],
    ['submitted after', 'awaitingDetermination', { submittedOn: '2022-07-01' }, 'rectifying', 'inProgress'],
  ] as const)('%s', (_name, state, days, then, status) => {
    const done =
      state === 'closed' || state === 'completed' ? 'done' : state === 'phasedDone' ? 'phasedDone' : 'inProgress'
    const fields = Object.fromEntries(Object.entries(days).map(([key, on]) => [key, day(on)]))
    const finding = aFinding(program, { status: done, state, ...fields })
    expect(findingAsOf(finding, none, program.vocabulary, cutOff)).toMatchObject({ state: then, status })
  })

  test('已推动整改 after the cut-off was in hand before it', () => {
    const finding = aFinding(program, { status: 'promoted', state: 'completed', determinedOn: day('2022-07-01') })
    expect(findingAsOf(finding, none, program.vocabulary, cutOff)).toMatchObject({
      state: 'rectifying',
      status: 'inProgress',
      statusLabel: '整改中',
      determinedOn: null,
    })
  })
})

describe('by its steps', () => {
  const steps = [
    aStep('submit', '2022-05-20', 'rectifying', 'awaitingDetermination'),
    aStep('confirm', '2022-05-25', 'awaitingDetermination', 'completed'),
    aStep('close', '2022-06-10', 'completed', 'closed'),
    aStep('reopen', '2022-07-05', 'closed', 'rectifying'),
  ]

  test('one that was reopened later was still closed', () => {
    const finding = aFinding(program, { status: 'inProgress', state: 'rectifying', cycle: 2 })
    expect(findingAsOf(finding, { steps, extensions: [] }, program.vocabulary, cutOff)).toMatchObject({
      state: 'closed',
      status: 'done',
      submittedOn: '2022-05-20',
      determinedOn: '2022-05-25',
      closedOn: '2022-06-10',
    })
  })

  test.each([
    ['2022-05-22', 'awaitingDetermination', null],
    ['2022-06-01', 'completed', null],
    ['2022-06-10', 'closed', '2022-06-10'],
    ['2022-07-05', 'rectifying', null],
  ])('on %s: %s', (on, state, closedOn) => {
    const finding = aFinding(program, { status: 'inProgress', state: 'rectifying', cycle: 2 })
    const then = findingAsOf(finding, { steps, extensions: [] }, program.vocabulary, day(on))
    expect([then.state, then.closedOn]).toEqual([state, closedOn])
  })
})

test('an extension that was approved later had not moved the deadline', () => {
  const fields = { dueOn: day('2022-12-31'), originalDueOn: day('2022-03-31'), extensionCount: 2 }
  const finding = aFinding(program, { status: 'inProgress', ...fields })
  const extensions = [
    anExtension('2022-03-20', '2022-03-31', '2022-06-30'),
    anExtension('2022-07-01', '2022-06-30', '2022-12-31'),
  ]
  expect(findingAsOf(finding, { steps: [], extensions }, program.vocabulary, cutOff)).toMatchObject({
    dueOn: '2022-06-30',
    originalDueOn: '2022-03-31',
    extensionCount: 1,
  })
})
