import { expect, test } from 'vitest'
import { fen, type Fen } from '../../../shared/core/money'
import { aBureau, refusalOf, type Service } from '../../builders'
import { aFinding, aProgram } from '../rectification/records'

function money(amount: number): Fen {
  const value = fen(amount)
  if (value === null) throw new Error(`${amount}`)
  return value
}

type Fields = Parameters<typeof saveEntry>[1]
async function saveEntry(
  service: Service,
  fields: { item: string; findingId?: string; findingText?: string; gross?: Fen },
) {
  return service.call('revenue.save', { id: null, fields, bookedOn: null, expectedUpdatedAt: null })
}

async function rulesOf(service: Service, id: string): Promise<readonly string[]> {
  return (await service.call('revenue.get', { id })).checks.map(({ rule }) => rule)
}

test('an entry names the finding that it came from, in words as well, and shows where that stands (product E4)', async () => {
  const service = await aBureau({ asOf: '2022-06-30' })
  const programId = await aProgram(service, { title: '2021年度审计' })
  const findingId = await aFinding(service, programId, { no: '2', title: '结余资金未及时上缴' })
  const { id } = await saveEntry(service, { item: '结余资金上缴', findingId })
  const detail = await service.call('revenue.get', { id })
  expect(detail.finding).toMatchObject({ id: findingId, no: '2', programTitle: '2021年度审计', statusText: '待认领' })
  expect(detail.entry.findingText).toBe('结余资金未及时上缴')
  const { revenue } = await service.call('rectification.get', { id: findingId })
  expect(revenue.map((entry) => entry.id)).toEqual([id])
  await service.call('revenue.save', { id, fields: { findingId: null }, bookedOn: null, expectedUpdatedAt: null })
  expect((await service.call('revenue.get', { id })).finding).toBeNull()
})

test('words that were written stay; a finding that is not there is refused', async () => {
  const service = await aBureau({ asOf: '2022-06-30' })
  const findingId = await aFinding(service, await aProgram(service))
  const { id } = await saveEntry(service, { item: '上缴', findingId, findingText: '审计报告第2项' })
  expect((await service.call('revenue.get', { id })).entry.findingText).toBe('审计报告第2项')
  expect((await refusalOf(saveEntry(service, { item: '上缴', findingId: 'nowhere' }))).code).toBe('notFound')
})

test.each<[string, (ids: readonly string[]) => readonly [Fields, Fields], boolean]>([
  [
    'the same finding and amount',
    ([a]) => [
      { item: '甲', findingId: a ?? '' },
      { item: '乙', findingId: a ?? '' },
    ],
    true,
  ],
  [
    'the same words, different findings',
    ([a, b]) => [
      { item: '甲', findingId: a ?? '', findingText: '同一说法' },
      { item: '乙', findingId: b ?? '', findingText: '同一说法' },
    ],
    false,
  ],
  [
    'the same words, one of them linked',
    ([a]) => [
      { item: '甲', findingId: a ?? '', findingText: '第2项' },
      { item: '乙', findingText: '第2项' },
    ],
    true,
  ],
  [
    'the same words only',
    () => [
      { item: '甲', findingText: '第2项' },
      { item: '乙', findingText: ' 第2项 ' },
    ],
    true,
  ],
  ['no finding at all', () => [{ item: '甲' }, { item: '乙' }], false],
])('an amount twice is doubted: %s', async (_name, entriesOf, isDoubted) => {
  const service = await aBureau({ asOf: '2022-06-30' })
  const programId = await aProgram(service)
  const ids = [await aFinding(service, programId, { title: '一' }), await aFinding(service, programId, { title: '二' })]
  const saved: string[] = []
  for (const fields of entriesOf(ids)) saved.push((await saveEntry(service, { ...fields, gross: money(3_200_000) })).id)
  expect((await rulesOf(service, saved[1] ?? '')).includes('sameFinding')).toBe(isDoubted)
})
