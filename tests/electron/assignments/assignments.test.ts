import { expect, it } from 'vitest'
import { aBureau, day, importOf, refusalOf, type Service } from '../../builders'

const first = 'assignments/dongli-2022-audit-bureau.xlsx'
const list = (service: Service) => service.call('assignments.list', { year: 2022, stream: null })

it('what the records say is computed: 3.5 of 4 指标 as of 2022-08-31', async () => {
  const service = await aBureau({ asOf: '2022-08-31' })
  await importOf(service, first)
  await importOf(service, 'ledgers/leads-2022.xlsx')
  const units = (await list(service)).find((item) => item.code === 'ZS-01')
  expect(units).toMatchObject({ target: '4', actual: '3.5', isActualComputed: true, rate: '87.5%' })
}, 30_000)

it('saveProgress writes the bureau’s fields alone, and Ctrl+Z takes it back', async () => {
  const service = await aBureau()
  await importOf(service, first)
  const before = await list(service)
  const [item] = before
  const progress = { handler: '收入组组员甲', internalDueOn: day('2022-03-01'), progressText: '推进中', actual: '1.5' }
  await service.call('assignments.saveProgress', { id: String(item?.id), ...progress })
  const changed = (await list(service)).find(({ id }) => id === item?.id)
  expect(changed).toMatchObject({
    handler: '收入组组员甲',
    internalDueOn: '2022-03-01',
    progressText: '推进中',
    target: item?.target,
  })
  await service.call('core.undoLast', {})
  expect(await list(service)).toEqual(before)
  const unknown = service.call('assignments.saveProgress', { id: 'none', ...progress })
  expect((await refusalOf(unknown)).code).toBe('notFound')
}, 20_000)

it('one stream, and no other year', async () => {
  const service = await aBureau()
  await importOf(service, first)
  const investment = await service.call('assignments.list', { year: 2022, stream: 'investment' })
  expect(investment.length).toBeGreaterThan(0)
  expect(new Set(investment.map(({ stream }) => stream))).toEqual(new Set(['investment']))
  expect(await service.call('assignments.list', { year: 2021, stream: null })).toEqual([])
}, 20_000)
