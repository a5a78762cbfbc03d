import { describe, expect, test } from 'vitest'
import {
  closeOutOf,
  noStepDraft,
  orderedEvents,
  stepInputOf,
  unverifiedOf,
  type StandingFinding,
} from '../../../renderer/rectification/step-draft'
import type { FindingEvent } from '../../../shared/rectification/lifecycle'
import { day } from '../../builders'

const today = day('2022-10-20')
const finding = { id: 'f1', updatedAt: 'then', leader: '分管领导', fields: { result: '已整改到位' } }

describe('stepInputOf', () => {
  test('a submission takes the result and the leader of the finding and today, untouched', () => {
    expect(stepInputOf(noStepDraft, 'submit', finding, today, true)).toEqual({
      id: 'f1',
      event: 'submit',
      on: today,
      text: '已整改到位',
      agreedBy: '分管领导',
      docNo: '',
      determination: null,
      newDueOn: null,
      isApproved: true,
      referral: null,
      expectedUpdatedAt: 'then',
    })
  })

  test('what was emptied stays empty', () => {
    const draft = { ...noStepDraft, text: '', agreedBy: '' }
    expect(stepInputOf(draft, 'submit', finding, today, true)).toMatchObject({ text: '', agreedBy: '' })
  })

  test('only what the step asks for is sent', () => {
    const draft = { ...noStepDraft, text: '缺记录', docNo: '文号', newDueOn: '2022-12-31', agreedBy: '某人' }
    expect(stepInputOf(draft, 'return', finding, today, true)).toMatchObject({
      text: '缺记录',
      docNo: '',
      newDueOn: null,
      agreedBy: '',
      determination: null,
    })
  })

  test.each([
    ['a day that is none', { on: '' }, 'return'],
    ['an extension without its new day', {}, 'requestExtension'],
    ['a referral to nobody', { docNo: '号' }, 'refer'],
    ['a referral of a number that is none', { to: '区纪委', cases: '一件' }, 'refer'],
    ['a referral of an amount that is none', { to: '区纪委', amount: '很多' }, 'refer'],
  ] as const)('%s is not sent', (_name, part, event) => {
    expect(stepInputOf({ ...noStepDraft, ...part }, event, finding, today, true)).toBeNull()
  })

  test('a reopening may leave the new deadline open', () => {
    expect(stepInputOf({ ...noStepDraft, text: '反弹' }, 'reopen', finding, today, true)).toMatchObject({
      newDueOn: null,
    })
  })

  test('a referral in 万元, full width digits too', () => {
    const draft = { ...noStepDraft, to: '区纪委', cases: '２', persons: '', amount: '0.35' }
    expect(stepInputOf(draft, 'refer', finding, today, true)).toMatchObject({
      referral: { to: '区纪委', cases: 2, persons: 0, amount: 350_000 },
    })
  })
})

function standing(state: StandingFinding['state'], events: readonly string[], part: Partial<StandingFinding> = {}) {
  const next = events.map((each) => {
    const [event, blockedBy = ''] = each.split(' ')
    return { event: event as FindingEvent, blockedBy } // names of the closed list, in this file
  })
  return { state, next, extensions: [], fields: { proposedState: null }, ...part }
}

const names = (finding_: StandingFinding): readonly string[] => orderedEvents(finding_).map(({ event }) => event)

describe('orderedEvents', () => {
  test('what moves the finding on comes first', () => {
    expect(names(standing('rectifying', ['refer', 'requestExtension', 'submit']))).toEqual([
      'submit',
      'requestExtension',
      'refer',
    ])
  })

  test('nothing is offered that there is nothing to decide about', () => {
    expect(names(standing('awaitingDetermination', ['return', 'propose', 'confirm']))).toEqual(['propose', 'return'])
    expect(names(standing('rectifying', ['submit', 'decideExtension']))).toEqual(['submit'])
  })

  test('a proposal waits for its confirmation, an application for its decision', () => {
    const proposed = standing('awaitingDetermination', ['return', 'propose', 'confirm'], {
      fields: { proposedState: 'completed' },
    })
    expect(names(proposed)).toEqual(['confirm', 'return'])
    const asked = standing('rectifying', ['submit', 'decideExtension'], { extensions: [{ decision: 'pending' }] })
    expect(names(asked)).toEqual(['decideExtension', 'submit'])
  })
})

describe('closeOutOf: 同意销号 in one act', () => {
  test.each([
    ['completed', ['close'], null, { event: 'close', blockedBy: '' }],
    ['completed', ['return'], null, null],
    ['awaitingDetermination', ['propose', 'return'], null, null],
    ['awaitingDetermination', ['propose 自己', 'confirm 无认定'], null, { event: 'propose', blockedBy: '自己' }],
    ['awaitingDetermination', ['propose 等待', 'confirm'], 'completed', { event: 'confirm', blockedBy: '' }],
    ['awaitingDetermination', ['propose 等待', 'confirm'], 'phasedDone', null],
    ['rectifying', ['submit'], null, null],
  ] as const)('%s with %j and %s proposed', (state, events, proposedState, made) => {
    expect(closeOutOf(standing(state, events, { fields: { proposedState } }))).toEqual(made)
  })
})

test('only a proposal of 已完成 verifies measures, and only those that were reported done', () => {
  const measure = {
    id: 'm1',
    programId: 'p1',
    text: '',
    leader: '',
    unit: '',
    handler: '',
    dueOn: null,
    justification: '',
    doneOn: null,
    doneBy: '',
    result: '',
    verifiedBy: '',
    verifiedOn: null,
    number: 1,
    evidenceCount: 0,
    otherFindings: [],
  }
  const detail = {
    measures: [
      { ...measure, status: 'done' as const },
      { ...measure, id: 'm2', status: 'longTerm' as const },
    ],
  }
  const ids = (determination: string, event: FindingEvent): readonly string[] =>
    unverifiedOf({ determination }, event, detail).map(({ id }) => id)
  expect(ids('completed', 'propose')).toEqual(['m1'])
  expect(ids('phasedDone', 'propose')).toEqual([])
  expect(ids('completed', 'confirm')).toEqual([])
})
