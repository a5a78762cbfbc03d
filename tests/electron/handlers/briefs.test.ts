import { describe, expect, it } from 'vitest'
import { monthOf } from '../../../shared/core/dates'
import { aBureau, day, dumpOf, refusalOf, type Service } from '../../builders'

const brief = {
  stream: 'investment' as const,
  kind: 'brief' as const,
  title: '第1期',
  month: monthOf(day('2022-03-20')),
  submittedOn: day('2022-03-20'),
  channel: 'OA',
  characterCount: 2,
  isAccepted: true,
  backfilledOn: null,
  body: '全文',
  uses: ['environmentSummary' as const],
  handler: '招商组组长',
}
const training = {
  stream: 'investment' as const,
  title: '政策培训',
  heldOn: day('2022-05-10'),
  status: 'held' as const,
  isRequired: true,
  isAttended: true,
  attendeeCount: 2,
  hours: '1.5',
  place: '三楼会议室',
  handler: '招商组组长',
  attendees: [
    { personName: '招商干部01', hours: '1.5' },
    { personName: '招商干部02', hours: '' },
  ],
}
const lists = async (service: Service) => ({
  own: await service.call('briefs.listTrainings', { year: 2022, stream: 'investment' }),
  environment: await service.call('briefs.listTrainings', { year: 2022, stream: 'environment' }),
  all: await service.call('briefs.listTrainings', { year: 2022, stream: null }),
})

it('a brief and a training are saved, changed, removed, and each step is taken back', async () => {
  const service = await aBureau()
  const start = dumpOf(service.store().connection)
  const { id } = await service.call('briefs.save', { id: null, ...brief })
  await service.call('briefs.save', { id, ...brief, channel: '邮箱' })
  const held = await service.call('briefs.saveTraining', { id: null, ...training })
  await service.call('briefs.remove', { id })
  await service.call('briefs.removeTraining', { id: held.id })
  for (let step = 0; step < 5; step += 1) await service.call('core.undoLast', {})
  expect(dumpOf(service.store().connection)).toEqual(start)
})

it('a brief comes back as it was saved, in its stream and in all', async () => {
  const service = await aBureau()
  const { id } = await service.call('briefs.save', { id: null, ...brief })
  const saved = [{ id, ...brief, isSample: false }]
  expect(await service.call('briefs.list', { year: 2022, stream: 'investment' })).toEqual(saved)
  expect(await service.call('briefs.list', { year: 2022, stream: null })).toEqual(saved)
  expect(await service.call('briefs.list', { year: 2022, stream: 'revenue' })).toEqual([])
  expect(await service.call('briefs.list', { year: 2023, stream: null })).toEqual([])
})

it('字数 is counted from the text; where there is none, the number that was typed stays', async () => {
  const service = await aBureau()
  const countOf = async (body: string) => {
    const { id } = await service.call('briefs.save', { id: null, ...brief, body, characterCount: 600 })
    return (await service.call('briefs.list', { year: 2022, stream: null })).find((each) => each.id === id)
      ?.characterCount
  }
  expect(await countOf('报送OA，共18家。')).toBe(8)
  expect(await countOf(' \n')).toBe(600)
})

it('a text without a title, one sent tomorrow, and a training held tomorrow are refused; a planned one is not', async () => {
  const service = await aBureau({ asOf: '2022-05-09' })
  const saved = (changes: Partial<typeof brief>) => service.call('briefs.save', { id: null, ...brief, ...changes })
  expect((await refusalOf(saved({ title: ' \t' }))).code).toBe('briefNeedsTitle')
  expect((await refusalOf(saved({ submittedOn: day('2022-05-10') }))).code).toBe('briefInFuture')
  const held = (changes: { readonly title?: string; readonly status?: 'held' | 'planned' }) =>
    service.call('briefs.saveTraining', { id: null, ...training, ...changes })
  expect((await refusalOf(held({}))).code).toBe('trainingInFuture')
  expect((await refusalOf(held({ title: ' ' }))).code).toBe('trainingNeedsTitle')
  await held({ status: 'planned' })
  expect((await lists(service)).own).toHaveLength(1)
})

it('a file is kept with a text in the room of its stream, found in no other, and goes with it', async () => {
  const service = await aBureau()
  const { id } = await service.call('briefs.save', { id: null, ...brief, stream: 'environment', uses: [] })
  const file = { recordId: id, fileName: 'OA截图.png', bytes: new Uint8Array([1]) }
  expect((await refusalOf(service.call('attachments.add', { ...file, room: 'investment' }))).code).toBe('notFound')
  await service.call('attachments.add', { ...file, room: 'environment' })
  expect(await service.call('attachments.list', { room: 'environment', recordId: id })).toHaveLength(1)
  await service.call('briefs.remove', { id })
  expect(dumpOf(service.store().connection)).toMatchObject({ brief: [], attachment: [] })
})

it('a text of 营商环境 that also serves 抓招商 fulfils its month', async () => {
  const service = await aBureau()
  const isMarchFulfilled = async () =>
    (await service.call('investment.months', { year: 2022 })).months.find(({ month }) => month === '2022-03')
      ?.isFulfilled
  const { id } = await service.call('briefs.save', { id: null, ...brief, stream: 'environment', uses: [] })
  expect(await isMarchFulfilled()).toBe(false)
  await service.call('briefs.save', { id, ...brief, stream: 'environment', uses: ['investmentBrief'] })
  expect(await isMarchFulfilled()).toBe(true)
})

describe('trainings', () => {
  it('come back with their attendees in order; saving replaces them; each stream has its own', async () => {
    const service = await aBureau()
    const { id } = await service.call('briefs.saveTraining', { id: null, ...training })
    await service.call('briefs.saveTraining', { id: null, ...training, stream: 'environment', attendees: [] })
    const first = await lists(service)
    expect(first.own).toEqual([{ id, ...training, isSample: false }])
    expect(first.environment).toMatchObject([{ stream: 'environment', attendees: [] }])
    expect(first.all).toHaveLength(2)
    expect((await service.call('investment.months', { year: 2022 })).trainings).toHaveLength(1)
    const attendees = [{ personName: '招商干部03', hours: '2' }]
    await service.call('briefs.saveTraining', { id, ...training, attendees })
    expect((await lists(service)).own).toMatchObject([{ id, attendees }])
    await service.call('core.undoLast', {})
    expect((await lists(service)).own).toMatchObject([{ id, attendees: training.attendees }])
  })

  it('removed, their attendees go too; Ctrl+Z brings both back', async () => {
    const service = await aBureau()
    const { id } = await service.call('briefs.saveTraining', { id: null, ...training })
    const full = dumpOf(service.store().connection)
    await service.call('briefs.removeTraining', { id })
    expect(dumpOf(service.store().connection)).toMatchObject({ training: [], training_attendance: [] })
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(full)
  })

  it.each(['一学时', '-1', '1.555', '１'])('hours %j are refused', async (hours) => {
    const service = await aBureau()
    const saved = service.call('briefs.saveTraining', { id: null, ...training, hours })
    expect((await refusalOf(saved)).code).toBe('invalidInput')
  })
})

it('records that are not there are not found', async () => {
  const service = await aBureau()
  const codes = [
    service.call('briefs.save', { id: 'none', ...brief }),
    service.call('briefs.remove', { id: 'none' }),
    service.call('briefs.saveTraining', { id: 'none', ...training }),
    service.call('briefs.removeTraining', { id: 'none' }),
    service.call('investment.removeFollowUp', { id: 'none' }),
  ].map(async (asked) => (await refusalOf(asked)).code)
  expect(await Promise.all(codes)).toEqual(Array(5).fill('notFound'))
})
