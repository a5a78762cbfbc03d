import { expect, it, vi } from 'vitest'
import type { IsoDate, Month } from '../../../shared/core/dates'
import { parseMoney, type Fen } from '../../../shared/core/money'
import type { DemandInput } from '../../../shared/environment/visit-contract'
import { messageText } from '../../../shared/terms/messages'
import { aBureau, day, dumpOf, importOf, refusalOf, type Service } from '../../builders'

// One service and many calls in each test.
vi.setConfig({ testTimeout: 60_000 })

const asOf = '2022-06-30'
const today = day(asOf)
const tomorrow = day('2022-07-01')
/** As somebody types it who counts to thirty; no form sends it, the service must not take it either. */
const noDay = '2022-02-30' as IsoDate
const month13 = '2022-13-01' as IsoDate
const blanks = ' 　 '
const whole = '东'.repeat(10_000)
const wan = (text: string): Fen => parseMoney(text, 'tenThousand') ?? (0 as Fen)
const notWhole = 0.5 as Fen
const unsafe = 1e20 as Fen

type Bad = readonly [what: string, call: () => Promise<unknown>, code: string]

/** Every call is refused with its code, in a Chinese sentence, and leaves every table as it was. */
async function expectRefusals(service: Service, table: readonly Bad[]): Promise<void> {
  const before = dumpOf(service.store().connection)
  const found: string[][] = []
  const sentences: string[] = []
  for (const [what, call] of table) {
    const refusal = await refusalOf(call()).catch((cause: unknown) => String(cause))
    found.push([what, typeof refusal === 'string' ? refusal : refusal.code])
    if (typeof refusal === 'object') sentences.push(messageText(refusal.code, refusal.params))
  }
  expect(found).toEqual(table.map(([what, , code]) => [what, code]))
  // What happened to the record is said each time, without a value that was forgotten.
  for (const sentence of sentences) expect(sentence).toMatch(/^(?!.*\{\w+\}).*(没有保存|没有改动|没有交接)/su)
  expect(dumpOf(service.store().connection)).toEqual(before)
  expect(service.incidents).toEqual([])
}

it('招商: leads, facts of the district, endings and follow-ups', async () => {
  const service = await aBureau({ asOf })
  const { call } = service
  const save = (fields: Parameters<typeof call<'investment.save'>>[1]['fields'], id: string | null = null) =>
    call('investment.save', { id, fields, allowDuplicate: false, expectedUpdatedAt: null })
  const fields = { title: '数据标注基地', investorName: '甲公司', filedOn: day('2022-03-01') }
  const { id } = await save(fields)
  const facts = (given: object, documentReference = '回复') =>
    call('investment.recordFacts', { id, to: 'certified', facts: given, documentReference, expectedUpdatedAt: null })
  const follow = (happenedOn: IsoDate, text: string) =>
    call('investment.addFollowUp', { leadId: id, happenedOn, way: '', text })
  await expectRefusals(service, [
    ['names of blanks', () => save({ title: blanks, investorName: blanks }), 'leadNeedsFields'],
    ['a day that is none', () => save({ ...fields, filedOn: noDay }, id), 'invalidInput'],
    ['a name of 10,000 characters', () => save({ investorName: whole }, id), 'textTooLong'],
    ['a fact without a document', () => facts({ certifiedOn: today }, blanks), 'leadNeedsDocument'],
    ['a fact of tomorrow', () => facts({ certifiedOn: tomorrow }), 'leadFactInFuture'],
    ['a fact on a 13th month', () => facts({ certifiedOn: month13 }), 'invalidInput'],
    ['a follow-up of blanks', () => follow(today, blanks), 'leadNeedsFields'],
    ['a follow-up of tomorrow', () => follow(tomorrow, '电话'), 'leadFactInFuture'],
    ['a follow-up on no day', () => follow(noDay, '电话'), 'invalidInput'],
  ])
})

it('信息 and 培训', async () => {
  const service = await aBureau({ asOf })
  const brief = {
    id: null,
    stream: 'environment',
    kind: 'brief',
    title: '优化营商环境',
    month: '2022-06' as Month,
    submittedOn: null,
    channel: 'OA',
    characterCount: null,
    isAccepted: false,
    backfilledOn: null,
    body: '',
    uses: [],
    handler: '',
  } as Parameters<typeof service.call<'briefs.save'>>[1]
  const training = {
    id: null,
    stream: 'environment',
    title: '政策培训',
    heldOn: today,
    status: 'held',
    isRequired: true,
    isAttended: true,
    attendeeCount: null,
    hours: '',
    place: '',
    handler: '',
    attendees: [],
  } as Parameters<typeof service.call<'briefs.saveTraining'>>[1]
  const save = (part: Partial<typeof brief>) => () => service.call('briefs.save', { ...brief, ...part })
  const train = (part: Partial<typeof training>) => () => service.call('briefs.saveTraining', { ...training, ...part })
  await expectRefusals(service, [
    ['a title of blanks', save({ title: blanks }), 'briefNeedsTitle'],
    ['sent tomorrow', save({ submittedOn: tomorrow }), 'briefInFuture'],
    ['sent on no day', save({ submittedOn: noDay }), 'invalidInput'],
    ['a month that is none', save({ month: '2022-13' as Month }), 'invalidInput'],
    ['a count below zero', save({ characterCount: -5 }), 'invalidInput'],
    ['a title of 10,000 characters', save({ title: whole }), 'textTooLong'],
    ['a training of blanks', train({ title: blanks }), 'trainingNeedsTitle'],
    ['held tomorrow', train({ heldOn: tomorrow }), 'trainingInFuture'],
    ['held on no day', train({ heldOn: noDay }), 'invalidInput'],
    ['hours below zero', train({ hours: '-5' }), 'invalidInput'],
    ['heads below zero', train({ attendeeCount: -5 }), 'invalidInput'],
  ])
  const { id } = await service.call('briefs.save', { ...brief, body: whole })
  const kept = await service.call('briefs.list', { year: 2022, stream: null })
  expect(kept.find((each) => each.id === id)).toMatchObject({ body: whole, characterCount: 10_000 })
})

it('营商环境: policies, who was told, visits and demands', async () => {
  const service = await aBureau({ asOf })
  const { call } = service
  const company = { id: null, fields: { name: '甲公司' }, allowDuplicate: false, expectedUpdatedAt: null }
  const { id: enterpriseId } = await call('registry.saveEnterprise', company)
  type PolicyFields = Parameters<typeof call<'environment.savePolicy'>>[1]['fields']
  const given = { title: '惠企政策', publishedOn: day('2022-06-20') }
  const save = (fields: PolicyFields) =>
    call('environment.savePolicy', { id: null, fields: { ...given, ...fields }, expectedUpdatedAt: null })
  const { id: policyId } = await save({})
  const tell = (toldOn: IsoDate) => call('environment.setTold', { policyId, enterpriseIds: [enterpriseId], toldOn })
  const demand: DemandInput = {
    id: null,
    text: '用工',
    raisedOn: today,
    transferredOn: null,
    transferredTo: '',
    repliedOn: null,
    handling: '',
    isSolved: null,
    solvedOn: null,
    satisfaction: null,
    handler: '',
  }
  const visited = { enterpriseId, personName: '', visitedOn: today, mode: null, visitors: '', topics: '' } as const
  const visit = (part: { readonly visitedOn?: IsoDate; readonly visitors?: string }, demands: DemandInput[] = []) =>
    call('environment.saveVisit', { id: null, fields: { ...visited, ...part }, demands, expectedUpdatedAt: null })
  const ask = (part: Partial<DemandInput>) =>
    call('environment.saveDemand', { ...demand, enterpriseId, visitId: null, ...part })
  await expectRefusals(service, [
    ['a policy of blanks', () => save({ title: blanks }), 'policyNeedsField'],
    ['published tomorrow', () => save({ publishedOn: tomorrow }), 'policyInFuture'],
    ['published on no day', () => save({ publishedOn: noDay }), 'invalidInput'],
    ['sent before it was published', () => save({ sentOn: day('2022-06-01') }), 'policyDateOrder'],
    ['a title of 10,000 characters', () => save({ title: whole }), 'textTooLong'],
    ['told tomorrow', () => tell(tomorrow), 'policyInFuture'],
    ['told before it was published', () => tell(day('2022-06-01')), 'policyDateOrder'],
    ['a visit tomorrow', () => visit({ visitedOn: tomorrow }), 'visitDayInFuture'],
    ['a visit in 1922', () => visit({ visitedOn: day('1922-06-01') }), 'visitDayTooEarly'],
    ['a visit on no day', () => visit({ visitedOn: noDay }), 'invalidInput'],
    ['visitors of 10,000 characters', () => visit({ visitors: whole }), 'textTooLong'],
    ['a visit with a demand of blanks', () => visit({}, [{ ...demand, text: blanks }]), 'demandNeedsText'],
    ['a demand of blanks', () => ask({ text: blanks }), 'demandNeedsText'],
    ['a demand of tomorrow', () => ask({ raisedOn: tomorrow }), 'visitDayInFuture'],
    ['answered before it was raised', () => ask({ repliedOn: day('2022-06-01') }), 'demandDayOrder'],
    ['a demand on a 13th month', () => ask({ raisedOn: month13 }), 'invalidInput'],
  ])
  const { id } = await ask({ text: whole })
  expect((await call('environment.demand', { id })).demand.text).toBe(whole)
})

it('项目: fields, stages, permits, problems and visits', async () => {
  const service = await aBureau({ asOf })
  const { call } = service
  type Fields = Parameters<typeof call<'projects.save'>>[1]['fields']
  const save = (fields: Fields, id: string | null = null) =>
    call('projects.save', { id, fields, expectedUpdatedAt: null })
  const { id } = await save({ name: '检测楼', enterPoolOn: day('2022-01-01') })
  const part = { id: null, projectId: id }
  const permit = (acceptedOn: IsoDate | null, issuedOn: IsoDate | null) =>
    call('projects.savePermit', {
      ...part,
      kind: 'construction',
      applicant: '',
      acceptedOn,
      issuedOn,
      docNo: '',
      blocked: '',
    })
  const problem = (text: string, raisedOn: IsoDate) => {
    const steps = { whistledOn: null, reportedOn: null, coordinatedOn: null, solvedOn: null }
    return call('projects.saveProblem', { ...part, text, raisedOn, ...steps, askUnit: '', result: '', handler: '' })
  }
  const visit = (visitedOn: IsoDate) =>
    call('projects.saveVisit', { ...part, visitedOn, visitors: '', topics: '', result: '' })
  await expectRefusals(service, [
    ['a name of blanks', () => save({ name: blanks }), 'projectNeedsName'],
    ['a name of 10,000 characters', () => save({ name: whole }, id), 'textTooLong'],
    ['-5 万元', () => save({ totalInvestment: wan('-5') }, id), 'projectAmountNegative'],
    ['999999999 万元', () => save({ totalInvestment: wan('999999999') }, id), 'projectAmountTooLarge'],
    ['1e20 分', () => save({ totalInvestment: unsafe }, id), 'invalidInput'],
    ['half a 分', () => save({ totalInvestment: notWhole }, id), 'invalidInput'],
    ['land below zero', () => save({ landArea: '-5' }, id), 'projectLandAreaWrong'],
    ['a planned day that is none', () => save({ plannedStart: noDay }, id), 'invalidInput'],
    ['signed tomorrow', () => call('projects.moveStage', { id, to: 'signed', on: tomorrow }), 'projectDayInFuture'],
    [
      'started without a permit or a reason',
      () => call('projects.moveStage', { id, to: 'started', on: today, reason: blanks }),
      'projectNeedsPermit',
    ],
    [
      '暂缓 without a reason',
      () => call('projects.exit', { id, exit: 'suspended', on: today, reason: blanks }),
      'projectNeedsReason',
    ],
    [
      '出库 without a reason',
      () => call('projects.leavePool', { id, on: today, reason: blanks }),
      'projectNeedsReason',
    ],
    ['出库 tomorrow', () => call('projects.leavePool', { id, on: tomorrow, reason: '竣工' }), 'projectDayInFuture'],
    [
      '出库 before 入库',
      () => call('projects.leavePool', { id, on: day('2021-12-31'), reason: '竣工' }),
      'projectLeaveBeforeEnter',
    ],
    ['a permit of tomorrow', () => permit(null, tomorrow), 'projectDayInFuture'],
    ['a permit before its request', () => permit(today, day('2022-06-01')), 'permitDayOrder'],
    ['a problem of blanks', () => problem(blanks, today), 'projectNeedsReason'],
    ['a problem of tomorrow', () => problem('缺电', tomorrow), 'projectDayInFuture'],
    ['a problem on no day', () => problem('缺电', noDay), 'invalidInput'],
    ['a visit tomorrow', () => visit(tomorrow), 'projectDayInFuture'],
  ])
  await save({ content: whole, landArea: '１２．５' }, id)
  expect((await call('projects.get', { id })).project).toMatchObject({ content: whole, landArea: '12.5' })
})

it('收入: entries, steps, tips and answers', async () => {
  const service = await aBureau({ asOf })
  const { call } = service
  type Fields = Parameters<typeof call<'revenue.save'>>[1]['fields']
  const save = (fields: Fields, bookedOn: IsoDate | null = null, id: string | null = null) =>
    call('revenue.save', { id, fields: { item: '结余资金', ...fields }, bookedOn, expectedUpdatedAt: null })
  const { id } = await save({})
  const move = (to: 'confirmed' | 'booked' | 'dropped', on: IsoDate) =>
    call('revenue.move', { id, to, on, reason: blanks })
  const tip = {
    id: null,
    direction: 'out',
    counterpart: '区财政局',
    content: '结余未缴',
    sentOn: today,
    answerDueOn: null,
    handledOn: null,
    result: '',
    receiptNo: '',
    entryId: id,
    handler: '',
  } as const
  const send = (part: Partial<Parameters<typeof call<'revenue.saveTip'>>[1]>) =>
    call('revenue.saveTip', { ...tip, ...part })
  const { id: tipId } = await send({})
  const answer = (handledOn: IsoDate, result: string) =>
    call('revenue.answerTip', { id: tipId, handledOn, result, receiptNo: '', booking: null })
  const amounts = { gross: wan('6'), districtRetained: wan('3') }
  await expectRefusals(service, [
    ['an item of blanks', () => save({ item: blanks }), 'revenueNeedsFields'],
    ['an item of 10,000 characters', () => save({ item: whole }), 'textTooLong'],
    ['1e20 分', () => save({ gross: unsafe }), 'invalidInput'],
    ['99999999 万元', () => save({ gross: wan('99999999') }), 'revenueAmountTooLarge'],
    ['-99999999 万元', () => save({ districtRetained: wan('-99999999') }), 'revenueAmountTooLarge'],
    ['only 区留成 below zero', () => save({ gross: wan('5'), districtRetained: wan('-5') }), 'revenueSigns'],
    [
      'more 区留成 than revenue',
      () => save({ gross: wan('5'), districtRetained: wan('6') }),
      'revenueRetainedAboveGross',
    ],
    ['a rate of 101', () => save({ gross: wan('5'), retainedRate: '101' }), 'revenueRateInvalid'],
    ['a rate of -5', () => save({ gross: wan('5'), retainedRate: '-5' }), 'revenueRateInvalid'],
    ['a rate in full width', () => save({ gross: wan('5'), retainedRate: '５０' }), 'invalidInput'],
    ['occurred tomorrow', () => save({ occurredOn: tomorrow }), 'revenueInFuture'],
    ['occurred on no day', () => save({ occurredOn: noDay }), 'invalidInput'],
    ['booked tomorrow', () => save(amounts, tomorrow), 'revenueInFuture'],
    ['booked without amounts', () => save({}, today), 'revenueNeedsFields'],
    ['confirmed tomorrow', () => move('confirmed', tomorrow), 'revenueInFuture'],
    ['given up without a reason', () => move('dropped', today), 'revenueNeedsReason'],
    ['a tip to nobody', () => send({ counterpart: blanks }), 'revenueNeedsFields'],
    ['a tip to an empty field', () => send({ counterpart: '' }), 'revenueNeedsFields'],
    ['a tip of nothing', () => send({ content: '' }), 'revenueNeedsFields'],
    ['a tip of tomorrow', () => send({ sentOn: tomorrow }), 'revenueInFuture'],
    ['a tip due before it was sent', () => send({ answerDueOn: day('2022-06-01') }), 'revenueDateOrder'],
    ['an answer of blanks', () => answer(today, blanks), 'revenueNeedsFields'],
    ['an answer of tomorrow', () => answer(tomorrow, '已收回'), 'revenueInFuture'],
    ['an answer before the tip', () => answer(day('2022-06-01'), '已收回'), 'revenueDateOrder'],
  ])
  const booked = await save(amounts, today)
  expect((await call('revenue.get', { id: booked.id })).entry).toMatchObject({ status: 'booked', ...amounts })
})

it('人员与企业: people, sections, enterprises and handing over; a wrong check digit is kept and marked', async () => {
  const service = await aBureau({ asOf })
  const { call } = service
  const unknown = { sectionId: null, rank: '', phone: '', remark: '', leftOn: null }
  const person = (name: string, leftOn: IsoDate | null = null) =>
    call('registry.savePerson', { id: null, fields: { ...unknown, name, leftOn }, roles: null })
  const enterprise = (name: string, creditCode = '') =>
    call('registry.saveEnterprise', {
      id: null,
      fields: { name, creditCode },
      allowDuplicate: false,
      expectedUpdatedAt: null,
    })
  const first = await person('营商组组员')
  const left = await person('项目组组员', day('2022-06-01'))
  const hand = (toPersonId: string, on: IsoDate) =>
    call('registry.handOver', { fromPersonId: first.id, toPersonId, on, items: [], remark: '', withRoles: true })
  await expectRefusals(service, [
    ['a person of blanks', () => person(blanks), 'personNeedsName'],
    ['a person of an empty field', () => person(''), 'personNeedsName'],
    ['two people in one', () => person('甲、乙'), 'personNameSeveral'],
    ['the same name in full width', () => person('营商组 组员'), 'personNameTaken'],
    ['a name of 10,000 characters', () => person(whole), 'textTooLong'],
    ['left on no day', () => person('收入组组员', noDay), 'invalidInput'],
    ['a section of blanks', () => call('registry.saveSection', { id: null, name: blanks }), 'sectionNeedsName'],
    ['an enterprise of blanks', () => enterprise(blanks), 'enterpriseNeedsName'],
    ['handed to oneself', () => hand(first.id, today), 'handoverSamePerson'],
    ['handed to somebody who has left', () => hand(left.id, today), 'handoverToLeft'],
    ['handed over on no day', () => hand(left.id, noDay), 'invalidInput'],
  ])
  const wrong = await enterprise('甲公司', '91120110MA05ABCD1X')
  const kept = await call('registry.enterprise', { id: wrong.id })
  expect([kept.enterprise.creditCode, kept.creditCodeState]).toEqual(['91120110MA05ABCD1X', 'wrong'])
})

it('任务 and 设置', async () => {
  const service = await aBureau({ asOf })
  await importOf(service, 'assignments/dongli-2022-audit-bureau.xlsx')
  const { call } = service
  const span = { from: null, to: null, stream: null, assignmentId: null }
  const { tasks } = await call('assignments.tasks', span)
  const task = tasks.find(({ state, doneBy }) => state === 'notStarted' && !doneBy)
  if (!task) throw new Error('no open task')
  const { assignmentId, occurrence } = task
  const step = (on: IsoDate, name: 'submit' | 'cancel' = 'submit') =>
    call('assignments.stepTask', { assignmentId, occurrence, step: name, on, note: blanks })
  const progress = { handler: '', internalDueOn: null, progressText: '', actual: null }
  const report = (part: Partial<Parameters<typeof call<'assignments.saveProgress'>>[1]>) =>
    call('assignments.saveProgress', { id: assignmentId, ...progress, ...part })
  const own = { assignmentId, occurrence, handler: '', dataCutoff: null, remark: '' }
  await expectRefusals(service, [
    ['sent tomorrow', () => step(tomorrow), 'taskDayInFuture'],
    ['sent on no day', () => step(noDay), 'invalidInput'],
    ['withdrawn without a reason', () => step(today, 'cancel'), 'taskNeedsReason'],
    ['figures in full width', () => report({ actual: '１２' }), 'invalidInput'],
    ['an amount of words', () => report({ actual: '1e20' }), 'invalidInput'],
    ['a person of 10,000 characters', () => report({ handler: whole }), 'textTooLong'],
    ['a cut-off on no day', () => call('assignments.saveTask', { ...own, dataCutoff: noDay }), 'invalidInput'],
    ['a clock below zero', () => call('settings.saveClock', { key: 'nearWorkdays', workdays: -5 }), 'invalidInput'],
    [
      'a view without a name',
      () => call('settings.saveView', { list: 'leads', name: blanks, state: {} }),
      'viewNeedsName',
    ],
  ])
  await report({ progressText: whole })
  const all = await call('assignments.list', { year: 2022, stream: null })
  expect(all.find(({ id }) => id === assignmentId)?.progressText).toBe(whole)
})
