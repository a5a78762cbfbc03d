import { describe, expect, test } from 'vitest'
import type { TaskRecord, TaskState, TaskStep } from '../../../shared/assignments/task'
import {
  emptyTaskRecord,
  stepsOf,
  takeStep,
  taskRecordAsOf,
  taskStateOf,
  type StepFacts,
  type StepRequest,
} from '../../../shared/assignments/task-life'
import { codeOf, day, valueOf } from '../../builders'

const facts: StepFacts = {
  today: day('2022-06-30'),
  periodStart: day('2022-04-01'),
  isAfterEvent: false,
  evidenceOn: null,
}

function request(step: TaskStep, on: string, about: Partial<StepRequest> = {}): StepRequest {
  return { step, on: day(on), by: '', via: '', note: '', briefId: null, ...about }
}

function after(steps: readonly StepRequest[], from: TaskRecord = emptyTaskRecord): TaskRecord {
  return steps.reduce((record, each) => valueOf(takeStep(record, each, facts)), from)
}

function refused(record: TaskRecord, step: StepRequest, about: Partial<StepFacts> = {}): string {
  return codeOf(takeStep(record, step, { ...facts, ...about }))
}

const sent = request('sendForReview', '2022-06-20', { by: '营商组组员' })
const inReview = after([sent])
const checked = after([request('check', '2022-06-21', { by: '营商组组长' })], inReview)
const submitted = after([request('submit', '2022-06-24', { via: 'OA' })])

describe('domain §3 任务', () => {
  test.each<[TaskState, readonly StepRequest[]]>([
    ['notStarted', []],
    ['inProgress', [request('start', '2022-06-10')]],
    ['inReview', [sent]],
    ['submitted', [request('submit', '2022-06-24')]],
    ['received', [request('submit', '2022-06-24'), request('receive', '2022-06-26', { note: '收字12号' })]],
    ['returned', [request('submit', '2022-06-24'), request('return', '2022-06-26', { note: '缺数据' })]],
    ['cancelled', [request('cancel', '2022-06-24', { note: '区里通知不再报送' })]],
  ])('%s is told by the days of the record', (state, steps) => {
    expect(taskStateOf(after(steps), null)).toBe(state)
  })

  test('未开始→进行中→待审核→签发→已报送→已回执 keeps who and when', () => {
    const record = after([
      request('start', '2022-06-10', { by: '营商组组员' }),
      sent,
      request('check', '2022-06-21', { by: '营商组组长' }),
      request('approve', '2022-06-22', { by: '主要负责人' }),
      request('submit', '2022-06-23', { via: 'OA', briefId: 'b1' }),
      request('receive', '2022-06-24', { note: '收字12号' }),
    ])
    expect(record).toEqual({
      ...emptyTaskRecord,
      startedOn: '2022-06-10',
      handler: '营商组组员',
      sentForReviewOn: '2022-06-20',
      preparedBy: '营商组组员',
      checkedOn: '2022-06-21',
      checkedBy: '营商组组长',
      approvedOn: '2022-06-22',
      approvedBy: '主要负责人',
      submittedOn: '2022-06-23',
      submittedVia: 'OA',
      briefId: 'b1',
      receivedOn: '2022-06-24',
      receiptNo: '收字12号',
    })
  })

  test('退回→进行中: the reason stays, the submission is open again', () => {
    const returned = after([request('return', '2022-06-26', { note: '缺数据' })], submitted)
    expect(returned).toMatchObject({ submittedOn: null, submittedVia: '', returnedOn: '2022-06-26' })
    const resumed = after([request('resume', '2022-06-27')], returned)
    expect(taskStateOf(resumed, null)).toBe('inProgress')
    expect(resumed.returnReason).toBe('缺数据')
  })

  test('收回报送 and taking back 取消', () => {
    expect(taskStateOf(after([request('reopen', '2022-06-27')], submitted), null)).toBe('notStarted')
    const checkedAndSubmitted = after([request('submit', '2022-06-24')], checked)
    expect(taskStateOf(after([request('reopen', '2022-06-27')], checkedAndSubmitted), null)).toBe('inReview')
    const cancelled = after([request('cancel', '2022-06-24', { note: '区里通知' })], inReview)
    expect(taskStateOf(after([request('reopen', '2022-06-27')], cancelled), null)).toBe('inReview')
  })

  test.each<[string, TaskRecord, StepRequest]>([
    ['taskStepNotAllowed', emptyTaskRecord, request('receive', '2022-06-24')],
    ['taskStepNotAllowed', emptyTaskRecord, request('check', '2022-06-24')],
    ['taskStepNotAllowed', submitted, request('submit', '2022-06-24')],
    ['taskStepNotAllowed', submitted, request('cancel', '2022-06-24', { note: '依据' })],
    ['taskStepNotAllowed', checked, request('check', '2022-06-24')],
    ['taskNeedsCheck', inReview, request('submit', '2022-06-24')],
    ['taskNeedsCheck', inReview, request('approve', '2022-06-24')],
    ['taskCheckerIsPreparer', inReview, request('check', '2022-06-21', { by: ' 营商组组员 ' })],
    ['taskNeedsReason', emptyTaskRecord, request('cancel', '2022-06-24', { note: '  ' })],
    ['taskNeedsReason', submitted, request('return', '2022-06-26')],
    ['taskDayInFuture', emptyTaskRecord, request('submit', '2022-07-01')],
    ['taskDayTooEarly', emptyTaskRecord, request('submit', '2022-03-31')],
    ['taskDayTooEarly', inReview, request('check', '2022-06-19')],
    ['taskDayTooEarly', checked, request('submit', '2022-06-20')],
    ['taskDayTooEarly', submitted, request('receive', '2022-06-23')],
  ])('refuses with %s', (code, record, step) => {
    expect(refused(record, step)).toBe(code)
  })

  test('a count that starts from an event cannot be met before it', () => {
    const early = takeStep(emptyTaskRecord, request('submit', '2022-04-20'), {
      ...facts,
      periodStart: day('2022-04-22'),
      isAfterEvent: true,
    })
    expect(early).toMatchObject({
      error: { code: 'taskDayTooEarly', params: { before: '起算日期', beforeOn: '2022-04-22' } },
    })
  })

  test('every step offered can be taken, every other is refused', () => {
    const all: readonly TaskStep[] = [
      'start',
      'sendForReview',
      'check',
      'approve',
      'submit',
      'receive',
      'return',
      'resume',
      'cancel',
      'reopen',
    ]
    const returned = after([request('return', '2022-06-26', { note: '缺数据' })], submitted)
    const received = after([request('receive', '2022-06-26')], submitted)
    const cancelled = after([request('cancel', '2022-06-26', { note: '区里通知' })])
    for (const record of [emptyTaskRecord, inReview, checked, submitted, returned, received, cancelled]) {
      const taken = all.filter((step) => takeStep(record, request(step, '2022-06-30', { note: '原因' }), facts).ok)
      expect(new Set(stepsOf(record, null))).toEqual(new Set(taken))
    }
  })
})

describe('done by records of the stream', () => {
  const byRecords = { ...facts, evidenceOn: day('2022-06-20') }

  test('counts as submitted, takes a receipt, and cannot be taken back here', () => {
    expect(taskStateOf(emptyTaskRecord, byRecords.evidenceOn)).toBe('submitted')
    expect(stepsOf(emptyTaskRecord, byRecords.evidenceOn)).toEqual(['receive', 'return'])
    const received = valueOf(takeStep(emptyTaskRecord, request('receive', '2022-06-21'), byRecords))
    expect(received).toMatchObject({ submittedOn: '2022-06-20', receivedOn: '2022-06-21' })
    expect(refused(emptyTaskRecord, request('reopen', '2022-06-21'), byRecords)).toBe('taskDoneByRecords')
  })

  test('what was sent before it was returned does not fulfil it again', () => {
    const returned = valueOf(takeStep(emptyTaskRecord, request('return', '2022-06-22', { note: '缺数据' }), byRecords))
    const resumed = valueOf(takeStep(returned, request('resume', '2022-06-23'), byRecords))
    expect(taskStateOf(resumed, day('2022-06-20'))).toBe('inProgress')
    expect(taskStateOf(resumed, day('2022-06-24'))).toBe('submitted')
  })
})

test('what was recorded for a later day is not known yet: an earlier as-of day shows the state of that day', () => {
  const record = { ...emptyTaskRecord, startedOn: day('2022-06-01'), submittedOn: day('2022-06-24') }
  expect(taskStateOf(taskRecordAsOf(record, day('2022-06-23')), null)).toBe('inProgress')
  expect(taskStateOf(taskRecordAsOf(record, day('2022-06-24')), null)).toBe('submitted')
})
