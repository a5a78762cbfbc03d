import { expect, it } from 'vitest'
import { aBureau, importOf, refusalOf, type Service } from '../../builders'

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

it('the home page answers on a new store and on a full one', async () => {
  const service = await aBureau()
  expect((await service.call('home.overview', {})).cards).toHaveLength(4)
  await importOf(service, 'assignments/dongli-2022-audit-bureau.xlsx')
  await importOf(service, 'ledgers/leads-2022.xlsx')
  const { cards } = await service.call('home.overview', {})
  expect(cards.find(({ stream }) => stream === 'investment')?.score).toMatchObject({ points: expect.any(String) })
  const preview = await service.call('reports.preview', { period: '2022Q4' })
  expect(preview.checkCode).not.toBe('')
  expect((await refusalOf(service.call('reports.preview', { period: '2022Q5' }))).code).toBe('invalidInput')
}, 20_000)
