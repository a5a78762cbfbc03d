import { expect, it } from 'vitest'
import { monthOf } from '../../../shared/core/dates'
import { aBureau, day, importOf, type Service } from '../../builders'

const assignments = 'assignments/dongli-2022-audit-bureau.xlsx'
const dutiesOf = async (service: Service) => (await service.call('environment.duties', { year: 2022 })).duties
const dutyOf = async (service: Service, kind: string) => {
  const found = (await dutiesOf(service)).find((duty) => duty.kind === kind)
  if (!found) throw new Error(`no duty: ${kind}`)
  return found
}
const dates = async (service: Service, kind: string) =>
  (await dutyOf(service, kind)).tasks.map(({ dueOn, submitBy }) => [dueOn, submitBy])

const text = {
  id: null,
  stream: 'environment' as const,
  channel: 'OA',
  characterCount: null,
  isAccepted: true,
  backfilledOn: null,
  handler: '',
}

it('the seven duties of 2022 come from the assignment with their days (domain §6)', async () => {
  const service = await aBureau({ asOf: '2022-06-22' })
  await importOf(service, assignments)
  const duties = await dutiesOf(service)
  expect(duties.map(({ code, kind }) => [code, kind])).toEqual([
    ['YS-01', 'roster'],
    ['YS-02', 'lists'],
    ['YS-03', 'training'],
    ['YS-04', 'policy'],
    ['YS-05', 'brief'],
    ['YS-06', 'case'],
    ['YS-07', 'summary'],
    ['YS-08', 'visits'],
  ])
  expect(await dates(service, 'roster')).toEqual([['2022-03-11', '2022-03-11']])
  expect(await dates(service, 'lists')).toEqual([['2022-03-31', '2022-03-31']])
  expect(await dates(service, 'training')).toEqual([['2022-03-31', '2022-03-31']])
  expect(await dates(service, 'case')).toEqual([['2022-04-29', '2022-04-29']])
  expect(await dates(service, 'summary')).toEqual([
    ['2022-03-25', '2022-03-25'],
    ['2022-06-25', '2022-06-24'],
    ['2022-09-25', '2022-09-23'],
    ['2022-12-25', '2022-12-23'],
  ])
  const briefs = await dates(service, 'brief')
  expect(briefs).toHaveLength(12)
  expect([briefs[0], briefs[3], briefs[6], briefs[11]]).toEqual([
    ['2022-01-31', '2022-01-30'],
    ['2022-04-30', '2022-04-29'],
    ['2022-07-31', '2022-07-29'],
    ['2022-12-31', '2022-12-30'],
  ])
}, 20_000)

it('nothing registered by 22 June: what is due is overdue, the next summary is near, the evidence says what is missing', async () => {
  const service = await aBureau({ asOf: '2022-06-22' })
  await importOf(service, assignments)
  expect(await dutyOf(service, 'roster')).toMatchObject({
    expected: 1,
    submitted: 0,
    overdue: 1,
    light: 'overdue',
    evidence: '还没有登记',
  })
  expect(await dutyOf(service, 'brief')).toMatchObject({
    expected: 5,
    overdue: 5,
    evidence: '已报0个月，缺1月、2月、3月、4月、5月',
  })
  expect(await dutyOf(service, 'case')).toMatchObject({ overdue: 1, evidence: '还没有典型案例' })
  expect(await dutyOf(service, 'summary')).toMatchObject({ expected: 1, overdue: 1, evidence: '缺一季度' })
  expect(await dutyOf(service, 'policy')).toMatchObject({ expected: 0, tasks: [], evidence: '本年还没有登记惠企政策' })
  expect(await dutyOf(service, 'training')).toMatchObject({ evidence: '还没有培训计划' })
}, 20_000)

it('标记完成 of a duty nobody else can tell of: one step, late days kept, undone in one step', async () => {
  const service = await aBureau({ asOf: '2022-03-14' })
  await importOf(service, assignments)
  const { assignmentId, tasks } = await dutyOf(service, 'roster')
  const occurrence = tasks[0]?.occurrence ?? ''
  await service.call('assignments.stepTask', {
    assignmentId,
    occurrence,
    step: 'submit',
    on: day('2022-03-14'),
    via: 'OA',
  })
  expect(await dutyOf(service, 'roster')).toMatchObject({
    expected: 1,
    submitted: 1,
    late: 1,
    overdue: 0,
    nextTaskId: null,
    evidence: '3月14日报送',
  })
  await service.call('core.undoLast', {})
  expect(await dutyOf(service, 'roster')).toMatchObject({ submitted: 0, overdue: 1 })
}, 20_000)

it('one case text, three duties (product 5.4): 4月信息, 典型案例 and 季度小结 are each done once with one entry', async () => {
  const service = await aBureau({ asOf: '2022-06-22' })
  await importOf(service, assignments)
  const about = { kind: 'case' as const, title: '一企一策', month: monthOf(day('2022-04-01')), body: '案'.repeat(812) }
  const uses = ['environmentBrief' as const, 'environmentSummary' as const, 'investmentBrief' as const]
  await service.call('briefs.save', { ...text, ...about, uses, submittedOn: day('2022-04-28') })
  expect(await service.call('briefs.list', { year: 2022, stream: null })).toHaveLength(1)
  expect(await dutyOf(service, 'case')).toMatchObject({
    submitted: 1,
    overdue: 0,
    evidence: '《一企一策》字数 812，已达800字，已报送',
  })
  expect(await dutyOf(service, 'brief')).toMatchObject({ submitted: 1, evidence: '已报1个月，缺1月、2月、3月、5月' })
  expect(await dutyOf(service, 'summary')).toMatchObject({ submitted: 1, evidence: '已报二季度，缺一季度' })
  const { months } = await service.call('investment.months', { year: 2022 })
  expect(months.filter(({ isFulfilled }) => isFulfilled).map(({ month }) => month)).toEqual(['2022-04'])
}, 20_000)

it('典型案例 of 799 characters does not fulfil the duty, one more does', async () => {
  const service = await aBureau({ asOf: '2022-06-22' })
  await importOf(service, assignments)
  const about = { kind: 'case' as const, title: '案例', month: monthOf(day('2022-04-01')), uses: [] }
  const sent = { ...text, ...about, submittedOn: day('2022-04-28') }
  const { id } = await service.call('briefs.save', { ...sent, body: '案'.repeat(799) })
  expect(await dutyOf(service, 'case')).toMatchObject({
    submitted: 0,
    overdue: 1,
    evidence: '《案例》字数 799，还差1字，未完成',
  })
  await service.call('briefs.save', { ...sent, id, body: '案'.repeat(800) })
  expect(await dutyOf(service, 'case')).toMatchObject({ submitted: 1, overdue: 0 })
}, 20_000)

it('a policy starts its own five days; sent late it says so in the duty', async () => {
  const service = await aBureau({ asOf: '2022-05-10' })
  await importOf(service, assignments)
  const fields = { title: '纾困措施', publishedOn: day('2022-04-27') }
  const { id } = await service.call('environment.savePolicy', { id: null, fields, expectedUpdatedAt: null })
  expect(await dutyOf(service, 'policy')).toMatchObject({
    expected: 1,
    overdue: 1,
    tasks: [{ dueOn: '2022-05-07' }],
    evidence: '政策1件，按时0件，逾期1件：纾困措施',
  })
  const sent = { sentOn: day('2022-05-09') }
  await service.call('environment.savePolicy', { id, fields: sent, expectedUpdatedAt: null })
  expect(await dutyOf(service, 'policy')).toMatchObject({
    submitted: 1,
    late: 1,
    overdue: 0,
    evidence: '政策1件，按时0件，迟报1件',
  })
}, 20_000)

it('培训 planned, held and attended stand in the duty', async () => {
  const service = await aBureau({ asOf: '2022-06-22' })
  await importOf(service, assignments)
  const training = {
    id: null,
    stream: 'environment' as const,
    title: '惠企政策培训',
    isRequired: true,
    isAttended: true,
    attendeeCount: null,
    hours: '2',
    place: '',
    handler: '',
  }
  const attendees = [
    { personName: '营商干部01', hours: '' },
    { personName: '营商干部02', hours: '1' },
  ]
  await service.call('briefs.saveTraining', { ...training, status: 'held', heldOn: day('2022-05-12'), attendees })
  await service.call('briefs.saveTraining', {
    ...training,
    status: 'planned',
    heldOn: day('2022-09-12'),
    attendees: [],
  })
  expect(await dutyOf(service, 'training')).toMatchObject({ evidence: '计划2次，已办1次，参训2人次' })
}, 20_000)
