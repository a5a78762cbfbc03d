import { describe, expect, it } from 'vitest'
import { readPartsOf } from '../../../db/repositories/finding-parts'
import { messageText } from '../../../shared/terms/messages'
import { day, dumpOf, refusalOf, type Service } from '../../builders'
import { amount } from '../../shared/projects/builders'
import { withEvidence } from './records'
import { aClosed, aRectifying, aSubmitted, closeOut, detail, measureOf, setMeasure, sits, step, written } from './way'

const state = async (service: Service, id: string) => (await detail(service, id)).state
const dump = (service: Service) => dumpOf(service.store().connection)
const cyclesOf = async (service: Service, id: string) => (await detail(service, id)).cycles
const undo = (service: Service) => service.call('core.undoLast', {})

async function refused(service: Service, call: Promise<unknown>): Promise<string> {
  const before = dump(service)
  const { code, params } = await refusalOf(call)
  expect(dump(service)).toEqual(before)
  expect(messageText(code, params)).not.toMatch(/[{}]/)
  return code
}

describe('from 认领 to 整改中, domain §3', () => {
  it('the plan starts cycle 1 with the default deadline of its clock, counted from the feedback', async () => {
    const { service, id } = await aRectifying()
    expect(await detail(service, id)).toMatchObject({
      state: 'rectifying',
      status: 'inProgress',
      // 分阶段: 12 months from 2022-01-10.
      dueOn: '2023-01-10',
      originalDueOn: '2023-01-10',
      cycle: 1,
      cycles: [{ seq: 1, startedOn: '2022-03-01', dueOn: '2023-01-10', closedOn: null, closureFormNo: '' }],
      steps: [
        { kind: 'approvePlan', from: 'planning', to: 'rectifying', on: '2022-03-01', by: '主要负责人' },
        { kind: 'assign', from: 'unclaimed', to: 'planning', on: '2022-02-01', by: '科室负责人' },
      ],
    })
  })

  it('立行立改 starts with 认领 and keeps the deadline that was written (P5)', async () => {
    const { service, id } = await aRectifying({ finding: { rectType: 'immediate', dueOn: day('2022-04-01') } })
    expect(await detail(service, id)).toMatchObject({
      state: 'rectifying',
      dueOn: '2022-04-01',
      originalDueOn: '2022-04-01',
      cycles: [{ seq: 1, startedOn: '2022-02-01', dueOn: '2022-04-01' }],
      light: 'overdue',
    })
  })

  it('without a feedback day and a deadline there is none', async () => {
    const { service, id } = await aRectifying({ program: { feedbackOn: null } })
    expect(await detail(service, id)).toMatchObject({ dueOn: null, originalDueOn: null })
    expect(await refusalOf(step(service, '承办人01', id, 'requestExtension', { newDueOn: day('2022-12-01') }))).toEqual(
      { code: 'findingNeedsFields', params: { fields: '整改时限' } },
    )
  })

  it('only those who were appointed may act once somebody was', async () => {
    const { service, id } = await aSubmitted()
    const noPerson = { name: '督查岗', sectionId: null, rank: '', phone: '', remark: '', leftOn: null } as const
    const { id: personId } = await service.call('registry.savePerson', { id: null, fields: noPerson, roles: null })
    await service.call('rectification.saveRoles', { roles: [{ role: 'verifier', personId }] })
    expect(await refusalOf(step(service, '复核人', id, 'return'))).toEqual({
      code: 'findingRoleNeeded',
      params: { event: '退回', roles: '整改督查岗' },
    })
    expect(await refused(service, closeOut(service, '复核人', id))).toBe('findingRoleNeeded')
    await step(service, '督查岗', id, 'return')
    expect(await state(service, id)).toBe('rectifying')
  })
})

describe('submission, 退回 and 认定', () => {
  it('J8: 退回 counts, with its reason; a second submission is determined by two steps', async () => {
    const { service, id, measure } = await aSubmitted()
    expect(await detail(service, id)).toMatchObject({
      submittedOn: '2022-06-02',
      fields: { submittedBy: '承办人01' },
    })
    await step(service, '复核人', id, 'return', { on: day('2022-06-10'), text: '缺“向群众汇报”记录' })
    expect(await detail(service, id)).toMatchObject({
      state: 'rectifying',
      returnCount: 1,
      submittedOn: null,
      steps: [{ kind: 'return', text: '缺“向群众汇报”记录' }, {}, {}, {}],
    })
    sits(service, '承办人01')
    await withEvidence(service, id, { fileName: '会议记录.pdf', measureIds: [measure] })
    await step(service, '承办人01', id, 'submit', { on: day('2022-06-12'), text: '已向群众汇报' })
    expect(await detail(service, id)).toMatchObject({
      submittedOn: '2022-06-12',
      fields: { result: '已向群众汇报' },
    })
    await step(service, '复核人', id, 'propose', { determination: 'completed', text: '' })
    expect(await detail(service, id)).toMatchObject({
      state: 'awaitingDetermination',
      fields: { proposedState: 'completed', proposedBy: '复核人' },
      steps: [{ kind: 'propose', text: '已完成' }, {}, {}, {}, {}, {}],
    })
    expect(await refused(service, step(service, '复核人', id, 'propose', { determination: 'longTerm' }))).toBe(
      'findingProposalPending',
    )
    await step(service, '分管领导', id, 'confirm', { isApproved: false, text: '再核实' })
    expect(await detail(service, id)).toMatchObject({
      state: 'awaitingDetermination',
      fields: { proposedState: null, proposedBy: '' },
    })
    expect(await refused(service, step(service, '分管领导', id, 'confirm'))).toBe('findingNoProposal')
    await step(service, '复核人', id, 'propose', { determination: 'completed' })
    await step(service, '分管领导', id, 'confirm')
    expect(await detail(service, id)).toMatchObject({
      state: 'completed',
      status: 'done',
      statusLabel: '已整改',
      fields: { determinedBy: '分管领导', determinedOn: '2022-06-30', proposedState: null },
    })
  })

  it('阶段性完成 stays open, is not done, and asks for new evidence to be submitted again', async () => {
    const { service, id } = await aSubmitted()
    await step(service, '复核人', id, 'propose', { determination: 'phasedDone', text: '尾项明年完成' })
    await step(service, '分管领导', id, 'confirm')
    expect(await detail(service, id)).toMatchObject({ state: 'phasedDone', status: 'phasedDone', light: 'normal' })
    expect(await refused(service, step(service, '承办人01', id, 'submit'))).toBe('findingNeedsNewEvidence')
    await withEvidence(service, id, { fileName: '尾项.pdf' })
    await step(service, '承办人01', id, 'submit')
    expect(await state(service, id)).toBe('awaitingDetermination')
  })

  it('J8 #5: the doer of the cycle checks nothing, whoever of them it is', async () => {
    const { service, id, measure } = await aSubmitted()
    sits(service, '承办人02')
    await withEvidence(service, id, { fileName: '照片.jpg' })
    const tries = (by: string) => [
      () => step(service, by, id, 'return'),
      () => step(service, by, id, 'propose', { determination: 'completed' }),
      () => closeOut(service, by, id),
    ]
    for (const by of ['承办人01', '承办人02'])
      for (const attempt of tries(by)) expect(await refused(service, attempt())).toBe('findingDoerCannotVerify')
    expect(messageText('findingDoerCannotVerify', { event: '提出认定' })).toContain('不能复核自己的事项')
    expect(await refused(service, setMeasure(service, '承办人01', measure, 'verified'))).toBe('measureDoerCannotVerify')
    expect(await refused(service, setMeasure(service, '承办人02', measure, 'verified'))).toBe('measureDoerCannotVerify')
    await step(service, '复核人', id, 'propose', { determination: 'completed' })
    expect(await refused(service, step(service, '承办人01', id, 'confirm'))).toBe('findingDoerCannotVerify')
    await step(service, '分管领导', id, 'confirm')
    expect(await refused(service, step(service, '分管领导', id, 'close'))).toBe('findingMeasuresUnverified')
    await setMeasure(service, '复核人', measure, 'verified')
    expect(await refused(service, step(service, '承办人02', id, 'close'))).toBe('findingDoerCannotVerify')
    await step(service, '分管领导', id, 'close')
    expect(await state(service, id)).toBe('closed')
  })

  it('each of several handlers is a doer; a finding without one is fine', async () => {
    const { service, id } = await aSubmitted({ finding: { handler: '承办人03、承办人04' } })
    for (const by of ['承办人03', '承办人04', '承办人01'])
      expect(await refused(service, step(service, by, id, 'return'))).toBe('findingDoerCannotVerify')
    const other = await aSubmitted({ finding: { handler: '' } })
    await step(other.service, '复核人', other.id, 'return')
    expect(await state(other.service, other.id)).toBe('rectifying')
  })

  it('J8 step 1: six measures, each with evidence of its own, named until then', async () => {
    const { service, id, measure } = await aRectifying()
    const measures = [measure]
    for (const number of [2, 3, 4, 5, 6]) measures.push(await measureOf(service, [id], `措施${number}`))
    for (const each of measures) await setMeasure(service, '承办人01', each, 'done')
    await withEvidence(service, id, { measureIds: [0, 2, 3, 5].map((at) => measures[at] ?? '') })
    expect(await refusalOf(step(service, '承办人01', id, 'submit'))).toEqual({
      code: 'findingMeasuresWithoutEvidence',
      params: { measures: '2、5' },
    })
    await withEvidence(service, id, { fileName: '现场.jpg', measureIds: [1, 4].map((at) => measures[at] ?? '') })
    await step(service, '承办人01', id, 'submit')
    expect(await state(service, id)).toBe('awaitingDetermination')
  })

  it('J8 #4: 241 户, 210 done: refused with the figures; money in 万元', async () => {
    const { service, id } = await aSubmitted()
    const text = { findingId: id, voucherNo: '', reason: '' }
    const none = { requiredFen: null, doneFen: null, required: null, done: null }
    const households = { ...text, ...none, treatment: 'other', unit: '户', required: '241', done: '210' } as const
    const saved = await service.call('rectification.saveAmount', { id: null, ...households })
    const sentence = async (call: Promise<unknown>) => {
      const { code, params } = await refusalOf(call)
      return messageText(code, params)
    }
    const open = '还不能销号：应整改241户，已完成210户（87.1%），尚余31户。没有改动；可以认定为“阶段性完成”。'
    expect(await sentence(step(service, '复核人', id, 'propose', { determination: 'completed' }))).toBe(open)
    expect(await sentence(closeOut(service, '复核人', id))).toBe(open)
    await service.call('rectification.saveAmount', { id: saved.id, ...households, done: '241' })
    const money = { requiredFen: amount('1000'), doneFen: amount('900') }
    await service.call('rectification.saveAmount', {
      id: null,
      ...text,
      ...none,
      treatment: 'recovered',
      unit: '',
      ...money,
    })
    expect(await sentence(closeOut(service, '复核人', id))).toContain(
      '应整改1000万元，已完成900万元（90%），尚余100万元',
    )
    written(service, id, { state: 'completed' })
    expect(await refused(service, step(service, '复核人', id, 'close'))).toBe('findingQuantityOpen')
  })

  it('domain §3: 「done ≤ required or reason」', async () => {
    const { service, id } = await aRectifying()
    await setMeasure(service, '承办人01', (await detail(service, id)).measures[0]?.id ?? '', 'done')
    await withEvidence(service, id)
    const about = {
      findingId: id,
      treatment: 'toTreasury',
      unit: '',
      required: null,
      done: null,
      voucherNo: '',
    } as const
    const figures = { requiredFen: amount('3'), doneFen: amount('5') }
    const saved = await service.call('rectification.saveAmount', { id: null, ...about, ...figures, reason: '' })
    const { code, params } = await refusalOf(step(service, '承办人01', id, 'submit'))
    expect(messageText(code, params)).toContain('已整改金额大于应整改金额（上缴财政：已整改5万元，应整改3万元）')
    await service.call('rectification.saveAmount', { id: saved.id, ...about, ...figures, reason: '含利息' })
    await step(service, '承办人01', id, 'submit')
  })
})

describe('延期: both dates stay, product F7', () => {
  const ask = (service: Service, id: string, by = '承办人01') =>
    step(service, by, id, 'requestExtension', { newDueOn: day('2023-06-30'), text: '资金未到位' })

  it('approved, it moves the deadline of finding and cycle and counts', async () => {
    const { service, id } = await aRectifying()
    const asked = async () => (await detail(service, id)).next.find(({ event }) => event === 'requestExtension')
    expect(await asked()).toEqual({ event: 'requestExtension', blockedBy: '' })
    await ask(service, id)
    expect((await asked())?.blockedBy).toBe('已有一份延期申请等待审批。没有重复申请。')
    expect(await detail(service, id)).toMatchObject({ dueOn: '2023-01-10', extensionCount: 0 })
    expect(await refused(service, ask(service, id))).toBe('findingExtensionPending')
    await step(service, '主要负责人', id, 'decideExtension', { docNo: '东审发〔2022〕9号' })
    expect(await detail(service, id)).toMatchObject({
      state: 'rectifying',
      dueOn: '2023-06-30',
      originalDueOn: '2023-01-10',
      extensionCount: 1,
      timelinessText: '已延期1次',
      cycles: [{ seq: 1, dueOn: '2023-06-30' }],
      extensions: [
        {
          appliedBy: '承办人01',
          reason: '资金未到位',
          oldDueOn: '2023-01-10',
          newDueOn: '2023-06-30',
          decision: 'approved',
          decidedBy: '主要负责人',
          decidedOn: '2022-06-30',
          docNo: '东审发〔2022〕9号',
        },
      ],
    })
  })

  it('refused, nothing moves and another may be asked for; nobody decides his own', async () => {
    const { service, id } = await aRectifying()
    await ask(service, id, '承办人05')
    expect(await refused(service, step(service, '承办人05', id, 'decideExtension'))).toBe('findingDoerCannotVerify')
    await step(service, '主要负责人', id, 'decideExtension', { isApproved: false, text: '理由不足' })
    expect(await detail(service, id)).toMatchObject({
      dueOn: '2023-01-10',
      extensionCount: 0,
      extensions: [{ decision: 'refused' }],
    })
    await ask(service, id)
    expect((await detail(service, id)).extensions).toHaveLength(2)
  })
})

describe('对账销号', () => {
  it('同意销号 in one act: measures verified, 认定, confirmed, closed, one entry, a look-back planned', async () => {
    const { service, id } = await aSubmitted()
    const { closureFormNo } = await closeOut(service, '复核人', id)
    expect(closureFormNo).toBe('东审整销〔2022〕1号')
    const closed = await detail(service, id)
    expect(closed).toMatchObject({
      state: 'closed',
      status: 'done',
      closedOn: '2022-06-30',
      closureFormNo,
      statusText: '已销号',
      fields: {
        closedBy: '复核人',
        determinedBy: '复核人',
        determinedOn: '2022-06-30',
      },
      measures: [
        {
          status: 'verified',
          verifiedBy: '复核人',
          verifiedOn: '2022-06-30',
        },
      ],
      cycles: [
        {
          seq: 1,
          closedOn: '2022-06-30',
          closureFormNo,
        },
      ],
      lookBacks: [
        {
          plannedOn: '2022-12-30',
          doneOn: null,
          sampleId: null,
        },
      ],
    })
    expect(closed.steps.slice(0, 3).map(({ kind }) => kind)).toEqual(['close', 'confirm', 'propose'])
    const [entry] = await service.call('core.journal', { limit: 1, before: null, recordId: null })
    expect(entry).toMatchObject({ intent: 'rectification.close', params: { title: '未及时上缴收入' } })
  })

  it('a refusal on the way leaves nothing, and says why it cannot be closed', async () => {
    const { service, id, measure } = await aSubmitted()
    const second = await measureOf(service, [id], '完善制度')
    await withEvidence(service, id, { fileName: '制度.docx', measureIds: [measure, second] })
    const before = dump(service)
    expect(await refusalOf(closeOut(service, '复核人', id))).toEqual({
      code: 'findingMeasuresUnverified',
      params: { measures: '2' },
    })
    expect(dump(service)).toEqual(before)
    const early = await aRectifying()
    expect(await refusalOf(closeOut(early.service, '复核人', early.id))).toEqual({
      code: 'findingStepNotAllowed',
      params: { event: '同意销号', state: '整改中' },
    })
  })

  it('goes on from a proposal, and from 已完成', async () => {
    const { service, id } = await aSubmitted()
    await step(service, '复核人', id, 'propose', { determination: 'completed' })
    await closeOut(service, '分管领导', id)
    expect((await detail(service, id)).fields).toMatchObject({ state: 'closed', determinedBy: '分管领导' })
    const other = await aSubmitted()
    await step(other.service, '复核人', other.id, 'propose', { determination: 'completed' })
    await step(other.service, '分管领导', other.id, 'confirm')
    expect(await refused(other.service, closeOut(other.service, '承办人01', other.id))).toBe('findingDoerCannotVerify')
    await closeOut(other.service, '主要负责人', other.id)
    expect((await detail(other.service, other.id)).fields).toMatchObject({ closedBy: '主要负责人' })
    const phased = await aSubmitted()
    await step(phased.service, '复核人', phased.id, 'propose', { determination: 'phasedDone' })
    expect(await refused(phased.service, closeOut(phased.service, '复核人', phased.id))).toBe('findingProposalPending')
  })

  it('a measure that goes on for good is looked at within a year; without a clock too', async () => {
    const program = { clocks: { plan: null, firstReport: null, immediate: null, phased: null, continuous: null } }
    const dated = (lookBack: { value: number; unit: 'months' } | null) => ({ clocks: { ...program.clocks, lookBack } })
    for (const [clock, status, planned] of [
      [null, 'done', []],
      [null, 'longTerm', ['2023-06-30']],
      [{ value: 24, unit: 'months' }, 'longTerm', ['2023-06-30']],
      [{ value: 6, unit: 'months' }, 'longTerm', ['2022-12-30']],
    ] as const) {
      const { service, id, measure } = await aRectifying({ program: dated(clock) })
      await setMeasure(service, '承办人01', measure, status)
      await withEvidence(service, id)
      await step(service, '承办人01', id, 'submit')
      await closeOut(service, '复核人', id)
      const closed = await detail(service, id)
      expect(closed.lookBacks.map(({ plannedOn }) => plannedOn)).toEqual(planned)
      expect(closed.measures[0]?.status).toBe(status === 'done' ? 'verified' : 'longTerm')
    }
  })

  it('a closed finding takes no step, note or change but 重启 and 移送; undo is refused, nothing changes', async () => {
    const { service, id, measure } = await aClosed()
    const progress = { findingId: id, on: day('2022-06-30'), text: '后续', nextStep: '' }
    expect(await refused(service, service.call('rectification.addProgress', progress))).toBe('findingNotEditable')
    expect(await refused(service, step(service, '复核人', id, 'return'))).toBe('findingStepNotAllowed')
    expect(await refused(service, setMeasure(service, '承办人01', measure, 'done'))).toBe('measureOfClosed')
    expect(await refused(service, undo(service))).toBe('closedFindingStays')
    expect(await refused(service, service.call('rectification.removeFindings', { ids: [id] }))).toBe(
      'closedFindingStays',
    )
  })
})

describe('重启 and 移送', () => {
  it('F4: close → reopen → close gives 反弹1, two cycles, two numbers; the first form stays', async () => {
    const { service, id } = await aClosed()
    const first = await service.call('rectification.closureForm', { findingId: id, cycle: 1 })
    const [kept] = readPartsOf(service.store().read, 'cycle', id)
    await step(service, '复核人', id, 'reopen', {
      agreedBy: '分管领导',
      text: '回头看发现反弹',
      newDueOn: day('2022-09-30'),
    })
    expect(await detail(service, id)).toMatchObject({
      state: 'rectifying',
      status: 'inProgress',
      cycle: 2,
      reopenCount: 1,
      closureFormNo: '',
      closedOn: null,
      submittedOn: null,
      dueOn: '2022-09-30',
      originalDueOn: '2022-09-30',
      extensionCount: 0,
      fields: {
        determinedBy: '',
        determinedOn: null,
        closedBy: '',
        submittedBy: '',
      },
      cycles: [
        {
          seq: 1,
          closedOn: '2022-06-30',
          closureFormNo: '东审整销〔2022〕1号',
        },
        {
          seq: 2,
          startedOn: '2022-06-30',
          dueOn: '2022-09-30',
          closedOn: null,
          reopenReason: '回头看发现反弹',
        },
      ],
      measures: [{ status: 'verified' }],
      evidence: [{ cycle: 1 }],
      lookBacks: [],
      steps: [
        {
          kind: 'reopen',
          cycle: 2,
          agreedBy: '分管领导',
          docNo: '东审发〔2022〕3号',
        },
        {},
        {},
        {},
        {},
        {},
        {},
      ],
    })
    expect(await refused(service, step(service, '承办人01', id, 'submit'))).toBe('findingNeedsEvidence')
    await withEvidence(service, id, { fileName: '第二轮.pdf' })
    await step(service, '承办人01', id, 'submit')
    expect((await closeOut(service, '复核人', id)).closureFormNo).toBe('东审整销〔2022〕2号')
    expect(await detail(service, id)).toMatchObject({ state: 'closed', reopenCount: 1, cycle: 2 })
    expect(readPartsOf(service.store().read, 'cycle', id)[0]).toEqual(kept)
    expect(await service.call('rectification.closureForm', { findingId: id, cycle: 1 })).toEqual(first)
    expect(await cyclesOf(service, id)).toHaveLength(2)
  })

  it('an imported 销号 without a row of its own keeps its number and day in a cycle when it is reopened', async () => {
    const { service, id } = await aRectifying()
    written(service, id, { state: 'closed', closedOn: '2021-12-01', closureFormNo: '台账第9号', cycle: 2 })
    await step(service, '复核人', id, 'reopen', { agreedBy: '分管领导' })
    expect(await cyclesOf(service, id)).toMatchObject([
      { seq: 1, closedOn: null },
      { seq: 2, closedOn: '2021-12-01', closureFormNo: '台账第9号' },
      // 分阶段: 12 months from the reopening.
      { seq: 3, startedOn: '2022-06-30', dueOn: '2023-06-30', closedOn: null },
    ])
  })

  it('移送 is a record of its own; after 销号 the signed content still stays', async () => {
    const { service, id, measure } = await aClosed()
    const referral = { to: '区纪委监委', cases: 1, persons: 2, amount: null }
    expect(await refusalOf(step(service, '主要负责人', id, 'refer', { docNo: '' }))).toEqual({
      code: 'findingNeedsFields',
      params: { fields: '移送单位、依据文号' },
    })
    await step(service, '主要负责人', id, 'refer', { referral })
    expect(await detail(service, id)).toMatchObject({
      state: 'referred',
      status: 'done',
      closedOn: '2022-06-30',
      referrals: [
        {
          ...referral,
          docNo: '东审发〔2022〕3号',
          referredOn: '2022-06-30',
        },
      ],
    })
    expect(await refused(service, setMeasure(service, '承办人01', measure, 'inProgress'))).toBe('measureOfClosed')
    expect(await refused(service, service.call('rectification.removeMeasure', { id: measure, findingId: id }))).toBe(
      'findingNotEditable',
    )
  })
})

describe('进展', () => {
  const note = (service: Service, id: string, on: string, text: string) =>
    service.call('rectification.addProgress', { findingId: id, on: day(on), text, nextStep: `${text}之后` })

  it('keeps each note with its day; the newest is the finding’s own', async () => {
    const { service, id } = await aRectifying()
    sits(service, '承办人01')
    await note(service, id, '2022-05-01', '已立案')
    await note(service, id, '2022-04-01', '补记')
    expect(await detail(service, id)).toMatchObject({
      fields: { progress: '已立案', nextStep: '已立案之后' },
      steps: [
        { kind: 'progress', on: '2022-04-01', text: '补记', from: 'rectifying', to: 'rectifying', by: '承办人01' },
        { kind: 'progress', on: '2022-05-01', text: '已立案' },
        { kind: 'approvePlan' },
        { kind: 'assign' },
      ],
    })
    expect(await refused(service, note(service, id, '2022-07-01', '明天'))).toBe('findingDayInFuture')
    // Notes bind no step to their day.
    await step(service, '承办人01', id, 'requestExtension', { on: day('2022-03-02'), newDueOn: day('2023-03-01') })
  })
})

it('every other step undoes cleanly, one after another', async () => {
  const { service, id, measure } = await aRectifying()
  const dumps = [dump(service)]
  const act = async (work: () => Promise<unknown>) => {
    await work()
    dumps.push(dump(service))
  }
  await act(() => step(service, '承办人01', id, 'requestExtension', { newDueOn: day('2023-06-30') }))
  await act(() => step(service, '主要负责人', id, 'decideExtension'))
  await act(() => setMeasure(service, '承办人01', measure, 'done'))
  await act(() => withEvidence(service, id))
  await act(() => step(service, '承办人01', id, 'submit'))
  await act(() => step(service, '复核人', id, 'return'))
  await act(() => step(service, '承办人01', id, 'submit'))
  await act(() => step(service, '复核人', id, 'propose', { determination: 'basicallyDone' }))
  await act(() => step(service, '分管领导', id, 'confirm'))
  const referral = { to: '区纪委监委', cases: 1, persons: 0, amount: null }
  await act(() => step(service, '主要负责人', id, 'refer', { referral }))
  for (const expected of dumps.toReversed().slice(1)) {
    await undo(service)
    expect(dump(service)).toEqual(expected)
  }
})

it('a reopening undoes to the closed finding, which then stays', async () => {
  const { service, id } = await aClosed()
  const closed = dump(service)
  await step(service, '复核人', id, 'reopen', { agreedBy: '分管领导' })
  await undo(service)
  expect(dump(service)).toEqual(closed)
  expect((await refusalOf(undo(service))).code).toBe('closedFindingStays')
  expect(dump(service)).toEqual(closed)
})

it('who looked at an older state of it is told', async () => {
  const { service, id } = await aSubmitted()
  const stale = { expectedUpdatedAt: '2022-01-01T00:00:00+08:00' }
  expect(await refused(service, step(service, '复核人', id, 'return', stale))).toBe('changedMeanwhile')
  expect(await refused(service, step(service, '复核人', 'nobody', 'return'))).toBe('notFound')
})
