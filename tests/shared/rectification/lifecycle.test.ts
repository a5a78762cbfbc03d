import { describe, expect, it } from 'vitest'
import { judgeEvent } from '../../../shared/rectification/judge-event'
import {
  eventsFrom,
  findingEvents,
  isSettled,
  type Actor,
  type EventInput,
  type FindingEvent,
  type FindingFacts,
} from '../../../shared/rectification/lifecycle'
import {
  findingStates,
  type FindingRecord,
  type FindingState,
  type RectRole,
} from '../../../shared/rectification/record'
import { refusalInWords } from '../../../shared/terms/rectification-refusals'
import { messageText } from '../../../shared/terms/messages'
import { day } from '../../builders'
import { aFinding, aProgram } from './statistics-builders'

/**
 * Domain §3 「Finding」 as it is written there, line by line and apart from the program: from → event → to, who.
 * Whatever is not in it is refused.
 */
const table: Readonly<Record<FindingState, Readonly<Partial<Record<FindingEvent, readonly [FindingState, string]>>>>> =
  {
    unclaimed: { assign: ['planning', 'sectionHead'], refer: ['referred', 'chief'] },
    planning: { approvePlan: ['rectifying', 'deputy chief'], refer: ['referred', 'chief'] },
    rectifying: {
      submit: ['awaitingDetermination', 'handler'],
      requestExtension: ['rectifying', 'handler'],
      decideExtension: ['rectifying', 'chief'],
      refer: ['referred', 'chief'],
    },
    awaitingDetermination: {
      return: ['rectifying', 'verifier'],
      propose: ['awaitingDetermination', 'verifier'],
      confirm: ['completed', 'deputy'],
      refer: ['referred', 'chief'],
    },
    completed: { close: ['closed', 'deputy chief'], refer: ['referred', 'chief'] },
    basicallyDone: { submit: ['awaitingDetermination', 'handler'], refer: ['referred', 'chief'] },
    phasedDone: { submit: ['awaitingDetermination', 'handler'], refer: ['referred', 'chief'] },
    longTerm: { submit: ['awaitingDetermination', 'handler'], refer: ['referred', 'chief'] },
    closed: { reopen: ['rectifying', 'verifier deputy'], refer: ['referred', 'chief'] },
    referred: {},
  }
/** Domain §3: verifier 「must differ from handler of the same finding」; 销号 by a second person. */
const notByTheDoer: ReadonlySet<FindingEvent> = new Set(['return', 'propose', 'confirm', 'close', 'decideExtension'])

const roles: readonly RectRole[] = ['handler', 'sectionHead', 'verifier', 'deputy', 'chief']
const today = day('2022-06-30')
const program = aProgram()

function finding(state: FindingState, fields: Partial<FindingRecord> = {}): FindingRecord {
  const responsible = { leader: '分管领导', leadUnit: '财务科', rectType: 'phased', result: '已收回资金' } as const
  return aFinding(program, { ...responsible, state, dueOn: day('2022-08-01'), ...fields })
}

const verified = { text: '收回资金', dueOn: day('2022-07-01'), status: 'verified', justification: '' } as const
const ready: FindingFacts = {
  measures: [verified],
  evidenceCount: 1,
  measuresWithoutEvidence: [],
  newEvidenceCount: 1,
  amountsAboveRequired: [],
  openQuantities: [],
  hasPendingExtension: false,
  doers: new Set(['承办人01']),
  lastStepOn: day('2022-05-01'),
}

function input(event: FindingEvent, fields: Partial<EventInput> = {}): EventInput {
  const words = { text: '理由', agreedBy: '科室负责人', docNo: '东审发〔2022〕3号', referredTo: '区纪委监委' }
  return {
    event,
    on: today,
    ...words,
    determination: 'completed',
    newDueOn: day('2022-12-01'),
    isApproved: true,
    ...fields,
  }
}

function actor(name: string, ...held: readonly RectRole[]): Actor {
  return { name, roles: new Set(held), appointed: new Map() }
}
const everyRole = (name: string): Actor => actor(name, ...roles)

/** What an event needs to be there already: a proposal for its confirmation, a request for its decision. */
function prepared(state: FindingState, event: FindingEvent): readonly [FindingRecord, FindingFacts] {
  return [
    finding(state, { proposedState: event === 'confirm' ? 'completed' : null }),
    { ...ready, hasPendingExtension: event === 'decideExtension' },
  ]
}

const refused = (code: string, params: object) => ({ ok: false, refusals: [{ code, params }] })
const notAllowed = (state: FindingState, event: FindingEvent) => refused('findingStepNotAllowed', { event, state })

const cases = findingStates.flatMap((state) =>
  findingEvents.flatMap((event) => roles.map((role) => ({ state, event, role }))),
)

describe('domain §3 Finding: every state × event × role', () => {
  it('is a table of 10 × 11 × 5', () => {
    expect(cases).toHaveLength(550)
  })

  it.each(cases)('$state · $event · $role', ({ state, event, role }) => {
    const [about, facts] = prepared(state, event)
    const verdict = judgeEvent(about, facts, actor('另一人', role), input(event), today)
    const [to, who] = table[state][event] ?? [null, '']
    const mayDo = who.split(' ').includes(role)
    const isRefused =
      to === null ? notAllowed(state, event) : refused('findingRoleNeeded', { event, roles: who.split(' ') })
    expect(verdict).toEqual(to !== null && mayDo ? { ok: true, to } : isRefused)
    expect(eventsFrom(state, new Set([role])).includes(event)).toBe(mayDo)
  })

  it.each(findingStates.flatMap((state) => findingEvents.map((event) => ({ state, event }))))(
    '$state · $event by the doer',
    ({ state, event }) => {
      const [about, facts] = prepared(state, event)
      const verdict = judgeEvent(about, facts, everyRole('承办人01'), input(event), today)
      const [to] = table[state][event] ?? [null]
      const isRefused =
        to === null ? notAllowed(state, event) : refused('findingDoerCannotVerify', { event, name: '承办人01' })
      expect(verdict).toEqual(to !== null && !notByTheDoer.has(event) ? { ok: true, to } : isRefused)
    },
  )

  it('立行立改 goes without a plan (P5); each 认定 leads to its own state', () => {
    const assigned = judgeEvent(
      finding('unclaimed', { rectType: 'immediate' }),
      ready,
      everyRole('甲'),
      input('assign'),
      today,
    )
    expect(assigned).toEqual({ ok: true, to: 'rectifying' })
    for (const proposedState of ['completed', 'basicallyDone', 'phasedDone', 'longTerm'] as const)
      expect(
        judgeEvent(
          finding('awaitingDetermination', { proposedState }),
          ready,
          everyRole('甲'),
          input('confirm'),
          today,
        ),
      ).toEqual({ ok: true, to: proposedState })
  })
})

type Guard = readonly [
  about: string,
  event: FindingEvent,
  state: FindingState,
  given: {
    readonly finding?: Partial<FindingRecord>
    readonly facts?: Partial<FindingFacts>
    readonly input?: Partial<EventInput>
  },
  refusals: readonly [string, Readonly<Record<string, unknown>>][],
]
const measure = (fields: object) => ({ ...verified, ...fields })
const quantity = { unit: '户', required: '241', done: '210', rest: '31', rate: '87.1%' }
const awaiting = 'awaitingDetermination'

const guards: readonly Guard[] = [
  [
    'leader+unit+rectType set',
    'assign',
    'unclaimed',
    { finding: { leader: ' '.trim(), rectType: null } },
    [['findingNeedsFields', { fields: ['leader', 'rectType'] }]],
  ],
  [
    '≥1 measure with dueOn',
    'approvePlan',
    'planning',
    { facts: { measures: [measure({ dueOn: null })] } },
    [['findingNeedsMeasure', {}]],
  ],
  ['a measure at all', 'submit', 'rectifying', { facts: { measures: [] } }, [['findingNeedsMeasure', {}]]],
  [
    'every measure done or justified',
    'submit',
    'rectifying',
    {
      facts: {
        measures: [
          verified,
          measure({ status: 'inProgress' }),
          measure({ status: 'notStarted', justification: '停业' }),
          measure({ status: 'longTerm' }),
          measure({ status: 'notStarted' }),
        ],
      },
    },
    [['findingMeasuresOpen', { measures: [2, 5] }]],
  ],
  [
    '≥1 evidence file',
    'submit',
    'rectifying',
    { facts: { evidenceCount: 0, newEvidenceCount: 0 } },
    [['findingNeedsEvidence', {}]],
  ],
  [
    'evidence for each of several measures (F4)',
    'submit',
    'rectifying',
    { facts: { measuresWithoutEvidence: [2, 5] } },
    [['findingMeasuresWithoutEvidence', { measures: [2, 5] }]],
  ],
  [
    'done ≤ required or reason',
    'submit',
    'rectifying',
    { facts: { amountsAboveRequired: ['上缴财政'] } },
    [['findingAmountAboveRequired', { amounts: ['上缴财政'] }]],
  ],
  [
    'result text',
    'submit',
    'rectifying',
    { finding: { result: ' ' }, input: { text: ' ' } },
    [['findingNeedsFields', { fields: ['result'] }]],
  ],
  [
    'unit head',
    'submit',
    'rectifying',
    { input: { agreedBy: ' ' } },
    [['findingNeedsFields', { fields: ['unitHead'] }]],
  ],
  [
    'everything in the way, the first reason first',
    'submit',
    'rectifying',
    { finding: { result: '' }, facts: { measures: [], evidenceCount: 0 }, input: { agreedBy: '', text: '' } },
    [
      ['findingNeedsMeasure', {}],
      ['findingNeedsEvidence', {}],
      ['findingNeedsFields', { fields: ['result', 'unitHead'] }],
    ],
  ],
  [
    'new evidence to submit again',
    'submit',
    'phasedDone',
    { facts: { newEvidenceCount: 0 } },
    [['findingNeedsNewEvidence', {}]],
  ],
  ['a reason for 退回', 'return', awaiting, { input: { text: ' ' } }, [['findingNeedsReason', { event: 'return' }]]],
  [
    'a determination record',
    'propose',
    awaiting,
    { input: { determination: null } },
    [['findingNeedsFields', { fields: ['determination'] }]],
  ],
  [
    'one proposal at a time',
    'propose',
    awaiting,
    { finding: { proposedState: 'longTerm' } },
    [['findingProposalPending', {}]],
  ],
  [
    'J8 #4: 已完成 not before all is done',
    'propose',
    awaiting,
    { facts: { openQuantities: [quantity] } },
    [['findingQuantityOpen', quantity]],
  ],
  ['已完成 not without evidence', 'propose', awaiting, { facts: { evidenceCount: 0 } }, [['findingNeedsEvidence', {}]]],
  [
    'a reason for less than 已完成',
    'propose',
    awaiting,
    { input: { determination: 'phasedDone', text: '' } },
    [['findingNeedsReason', { event: 'propose' }]],
  ],
  ['verifier proposes, then deputy confirms', 'confirm', awaiting, {}, [['findingNoProposal', {}]]],
  [
    'a reason for no',
    'confirm',
    awaiting,
    { finding: { proposedState: 'completed' }, input: { isApproved: false, text: '' } },
    [['findingNeedsReason', { event: 'confirm' }]],
  ],
  [
    '已完成 not before all is done',
    'confirm',
    awaiting,
    { finding: { proposedState: 'completed' }, facts: { openQuantities: [quantity] } },
    [['findingQuantityOpen', quantity]],
  ],
  [
    'all measures verified',
    'close',
    'completed',
    {
      facts: {
        measures: [
          measure({ status: 'done' }),
          verified,
          measure({ status: 'longTerm' }),
          measure({ status: 'inProgress', justification: '停业' }),
        ],
      },
    },
    [['findingMeasuresUnverified', { measures: [1] }]],
  ],
  [
    '销号 not without evidence (F4)',
    'close',
    'completed',
    { facts: { evidenceCount: 0 } },
    [['findingNeedsEvidence', {}]],
  ],
  [
    '销号 needs evidence of each measure (F4)',
    'close',
    'completed',
    { facts: { measuresWithoutEvidence: [3] } },
    [['findingMeasuresWithoutEvidence', { measures: [3] }]],
  ],
  [
    'J8 #4: 销号 not before all is done',
    'close',
    'completed',
    { facts: { openQuantities: [quantity, { ...quantity, unit: '项' }] } },
    [['findingQuantityOpen', quantity]],
  ],
  [
    'one request at a time',
    'requestExtension',
    'rectifying',
    { facts: { hasPendingExtension: true } },
    [['findingExtensionPending', {}]],
  ],
  [
    'old due kept, so there is one',
    'requestExtension',
    'rectifying',
    { finding: { dueOn: null } },
    [['findingNeedsFields', { fields: ['dueOn'] }]],
  ],
  [
    'new dueOn later',
    'requestExtension',
    'rectifying',
    { input: { newDueOn: day('2022-08-01') } },
    [['findingExtensionNotLater', { dueOn: '2022-08-01' }]],
  ],
  [
    'new dueOn and a reason',
    'requestExtension',
    'rectifying',
    { input: { newDueOn: null, text: '' } },
    [
      ['findingExtensionNotLater', { dueOn: '2022-08-01' }],
      ['findingNeedsReason', { event: 'requestExtension' }],
    ],
  ],
  ['a request to decide', 'decideExtension', 'rectifying', {}, [['findingNoExtension', {}]]],
  [
    'extension approved with a document',
    'decideExtension',
    'rectifying',
    { facts: { hasPendingExtension: true }, input: { docNo: '' } },
    [['findingNeedsFields', { fields: ['docNo'] }]],
  ],
  [
    'a reason to refuse it',
    'decideExtension',
    'rectifying',
    { facts: { hasPendingExtension: true }, input: { isApproved: false, text: '' } },
    [['findingNeedsReason', { event: 'decideExtension' }]],
  ],
  [
    'reason + basis, verifier + deputy',
    'reopen',
    'closed',
    { input: { text: '', docNo: '', agreedBy: '' } },
    [
      ['findingNeedsReason', { event: 'reopen' }],
      ['findingNeedsFields', { fields: ['docNo', 'agreedBy'] }],
    ],
  ],
  [
    'verifier and deputy are two persons',
    'reopen',
    'closed',
    { input: { agreedBy: '复核人' } },
    [['findingNeedsFields', { fields: ['agreedBy'] }]],
  ],
  [
    'a new deadline not in the past',
    'reopen',
    'closed',
    { input: { newDueOn: day('2022-06-29') } },
    [['findingDayTooEarly', { on: '2022-06-29', last: '2022-06-30' }]],
  ],
  [
    'referral record',
    'refer',
    'rectifying',
    { input: { referredTo: '', docNo: '' } },
    [['findingNeedsFields', { fields: ['referredTo', 'docNo'] }]],
  ],
  [
    'not in the future',
    'submit',
    'rectifying',
    { input: { on: day('2022-07-01') } },
    [['findingDayInFuture', { on: '2022-07-01', today: '2022-06-30' }]],
  ],
  [
    'not before the step before',
    'submit',
    'rectifying',
    { input: { on: day('2022-04-30') } },
    [['findingDayTooEarly', { on: '2022-04-30', last: '2022-05-01' }]],
  ],
]

describe('domain §3 Finding: guards one by one', () => {
  it.each(guards)('%s (%s)', (_about, event, state, given, refusals) => {
    const about = finding(state, given.finding)
    const facts = { ...ready, ...given.facts }
    const verdict = judgeEvent(about, facts, everyRole('复核人'), input(event, given.input), today)
    expect(verdict).toEqual({ ok: false, refusals: refusals.map(([code, params]) => ({ code, params })) })
  })

  it.each<readonly [FindingEvent, FindingState, Partial<EventInput>]>([
    ['propose', awaiting, { determination: 'phasedDone' }],
    ['decideExtension', 'rectifying', { isApproved: false, docNo: '' }],
    ['reopen', 'closed', { newDueOn: null }],
  ])('%s is allowed from %s with %o', (event, state, fields) => {
    const facts = { ...ready, hasPendingExtension: true, openQuantities: [quantity], evidenceCount: 0 }
    expect(judgeEvent(finding(state), facts, everyRole('复核人'), input(event, fields), today).ok).toBe(true)
  })

  it('已完成 may be proposed before its measures are verified', () => {
    const facts = { ...ready, measures: [measure({ status: 'done' })] }
    expect(judgeEvent(finding(awaiting), facts, everyRole('复核人'), input('propose'), today).ok).toBe(true)
  })

  it('a refused proposal leaves the finding where it is', () => {
    const proposed = finding(awaiting, { proposedState: 'completed' })
    const no = input('confirm', { isApproved: false })
    expect(judgeEvent(proposed, ready, everyRole('复核人'), no, today)).toEqual({ ok: true, to: awaiting })
  })
})

describe('domain §3: verifier + deputy agree to a reopening, as far as they are appointed', () => {
  const appointed = (map: Partial<Record<RectRole, readonly string[]>>) =>
    new Map(Object.entries(map)) as Actor['appointed']
  const both = appointed({ verifier: ['复核人'], deputy: ['分管领导01', '分管领导02'] })
  it.each<readonly [string, readonly RectRole[], Actor['appointed'], string, string | null]>([
    ['复核人', ['verifier'], both, '分管领导02', null],
    ['复核人', ['verifier'], both, ' 分管领导01 ', null],
    ['复核人', ['verifier'], both, '承办人01', 'deputy'],
    ['分管领导01', ['deputy'], both, '复核人', null],
    ['分管领导01', ['deputy'], both, '分管领导02', 'verifier'],
    ['复核人', ['verifier', 'deputy'], appointed({ verifier: ['复核人'] }), '任何人', null],
    ['任何人', ['deputy'], appointed({ verifier: ['复核人'] }), '另一人', 'verifier'],
    ['任何人', ['verifier', 'deputy'], appointed({}), '另一人', null],
  ])('%s as %j with %o and %s', (name, held, holders, agreedBy, missing) => {
    const verdict = judgeEvent(
      finding('closed'),
      ready,
      { name, roles: new Set(held), appointed: holders },
      input('reopen', { agreedBy }),
      today,
    )
    const codes = verdict.ok ? [] : verdict.refusals.map(({ code, params }) => [code, params['role']])
    expect(codes).toEqual(missing === null ? [] : [['findingAgreedByOther', missing]])
    const texts = (verdict.ok ? [] : verdict.refusals)
      .map(refusalInWords)
      .map(({ code, params }) => messageText(code, params))
    for (const text of texts) expect(text).not.toMatch(/[a-zA-Z{}]/)
  })
})

describe('what people read', () => {
  it.each(guards)('every value of “%s” is in words', (_about, event, state, given) => {
    const facts = { ...ready, ...given.facts }
    const verdict = judgeEvent(
      finding(state, given.finding),
      facts,
      everyRole('复核人'),
      input(event, given.input),
      today,
    )
    const texts = (verdict.ok ? [] : verdict.refusals)
      .map(refusalInWords)
      .map(({ code, params }) => messageText(code, params))
    for (const text of texts) expect(text).not.toMatch(/[a-zA-Z{}]/)
  })

  it('names several fields, roles and measures in one list', () => {
    const words = (code: 'findingRoleNeeded' | 'findingMeasuresOpen' | 'findingNeedsFields', params: object) => {
      const said = refusalInWords({ code, params: { ...params } })
      return messageText(said.code, said.params)
    }
    expect(words('findingRoleNeeded', { event: 'close', roles: ['deputy', 'chief'] })).toContain(
      '“同意销号”要由分管领导、主要负责人办理',
    )
    expect(words('findingMeasuresOpen', { measures: [2, 5] })).toContain('第2、5条措施')
    expect(words('findingNeedsFields', { fields: ['result', 'unitHead'] })).toContain('还缺：整改成效、科室负责人。')
  })

  it('product J8 #4: 「241户中210户完成(87.1%)，尚余31户」', () => {
    const verdict = judgeEvent(
      finding('completed'),
      { ...ready, openQuantities: [quantity] },
      everyRole('乙'),
      input('close'),
      today,
    )
    const [said] = verdict.ok ? [] : verdict.refusals.map(refusalInWords)
    expect(said && messageText(said.code, said.params)).toBe(
      '还不能销号：应整改241户，已完成210户（87.1%），尚余31户。没有改动；可以认定为“阶段性完成”。',
    )
  })
})

it('what was closed stays as it was signed, also when it is referred later', () => {
  expect(findingStates.filter((state) => isSettled({ state, closedOn: null }))).toEqual(['closed'])
  expect(isSettled({ state: 'referred', closedOn: today })).toBe(true)
})
