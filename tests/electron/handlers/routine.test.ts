import { expect, it } from 'vitest'
import { monthOf } from '../../../shared/core/dates'
import { aBureau, day, dumpOf, importOf, refusalOf, type Service } from '../../builders'

const brief = {
  stream: 'investment' as const,
  title: '第1期',
  month: monthOf(day('2022-03-20')),
  submittedOn: day('2022-03-20'),
  channel: 'OA',
  characterCount: 600,
  isAccepted: true,
  backfilledOn: null,
}
const months = (service: Service) => service.call('investment.months', { year: 2022 })

it('briefs-and-trainings-2022: the month grid is 11 of 12, October is empty, November has two', async () => {
  const service = await aBureau()
  await importOf(service, 'ledgers/briefs-and-trainings-2022.xlsx')
  const grid = await months(service)
  expect(grid.months.filter(({ isFulfilled }) => isFulfilled)).toHaveLength(11)
  expect(grid.months.find(({ month }) => month === '2022-10')?.briefs).toEqual([])
  expect(grid.months.find(({ month }) => month === '2022-11')?.briefs).toHaveLength(2)
  expect(grid.trainings).toHaveLength(3)
}, 20_000)

it('a brief and a training are saved, changed, removed, and each step is taken back', async () => {
  const service = await aBureau()
  const start = dumpOf(service.store().connection)
  const { id } = await service.call('investment.saveBrief', { id: null, ...brief })
  await service.call('investment.saveBrief', { id, ...brief, channel: '邮箱' })
  const training = {
    title: '政策培训',
    heldOn: day('2022-05-10'),
    isRequired: true,
    isAttended: true,
    attendeeCount: 3,
  }
  const held = await service.call('investment.saveTraining', { id: null, ...training })
  await service.call('investment.removeBrief', { id })
  await service.call('investment.removeTraining', { id: held.id })
  for (let step = 0; step < 5; step += 1) await service.call('core.undoLast', {})
  expect(dumpOf(service.store().connection)).toEqual(start)
})

it('records that are not there are not found', async () => {
  const service = await aBureau()
  expect((await refusalOf(service.call('investment.saveBrief', { id: 'none', ...brief }))).code).toBe('notFound')
  expect((await refusalOf(service.call('investment.removeBrief', { id: 'none' }))).code).toBe('notFound')
  expect((await refusalOf(service.call('investment.removeTraining', { id: 'none' }))).code).toBe('notFound')
  expect((await refusalOf(service.call('investment.removeFollowUp', { id: 'none' }))).code).toBe('notFound')
})

it('the home page answers on a new store and on a full one', async () => {
  const service = await aBureau()
  expect((await service.call('reports.overview', { year: 2022 })).cards).toHaveLength(4)
  await importOf(service, 'assignments/dongli-2022-audit-bureau.xlsx')
  await importOf(service, 'ledgers/leads-2022.xlsx')
  const { cards } = await service.call('reports.overview', { year: 2022 })
  expect(cards.find(({ stream }) => stream === 'investment')?.score).toMatchObject({ points: expect.any(String) })
  const preview = await service.call('reports.previewQuarter', { period: '2022Q4' })
  expect(preview.checkCode).not.toBe('')
  expect((await refusalOf(service.call('reports.previewQuarter', { period: '2022Q5' }))).code).toBe('invalidInput')
}, 20_000)
