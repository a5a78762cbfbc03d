import { expect, test } from 'vitest'
import { fen, type Fen } from '../../../shared/core/money'
import { recoveredOnce } from '../../../shared/reports/recovered-once'

function money(amount: number): Fen {
  const value = fen(amount)
  if (value === null) throw new Error(`${amount}`)
  return value
}
const amount = (findingId: string, done: number) => ({ findingId, doneFen: money(done) })
const entry = (id: string, findingId: string | null, gross: number) => ({ id, findingId, grossFen: money(gross) })

test.each([
  [
    'one amount in both streams counts once (product E4)',
    [amount('f', 3_200_000)],
    [entry('e', 'f', 3_200_000)],
    3_200_000,
    3_200_000,
    0,
  ],
  [
    'the larger holds where part is booked',
    [amount('f', 5_000_000)],
    [entry('e', 'f', 3_200_000)],
    5_000_000,
    3_200_000,
    0,
  ],
  ['booked before the ledger says so', [amount('f', 0)], [entry('e', 'f', 3_200_000)], 3_200_000, 0, 0],
  [
    'several rows and entries of one finding are added on either side first',
    [amount('f', 100), amount('f', 200)],
    [entry('a', 'f', 150), entry('b', 'f', 150)],
    300,
    300,
    0,
  ],
  ['findings do not cancel one another', [amount('f', 100), amount('g', 0)], [entry('a', 'g', 100)], 200, 0, 0],
  [
    'an amount taken back lessens what was booked',
    [amount('f', 100)],
    [entry('a', 'f', 120), entry('b', 'f', -20)],
    100,
    100,
    0,
  ],
  ['entries without a finding stay apart', [amount('f', 100)], [entry('a', null, 70)], 100, 0, 70],
  ['nothing gives nothing', [], [], 0, 0, 0],
])('%s', (_name, amounts, entries, total, doubled, other) => {
  const { totalFen, doubledFen, otherRevenueFen } = recoveredOnce(amounts, entries)
  expect([totalFen, doubledFen, otherRevenueFen]).toEqual([total, doubled, other])
})

test('says of each finding what was counted and from which entries', () => {
  const { findings } = recoveredOnce(
    [amount('f', 300)],
    [entry('a', 'f', 150), entry('b', 'f', 100), entry('c', 'g', 5)],
  )
  expect(findings).toEqual([
    { findingId: 'f', fromFindingFen: 300, fromRevenueFen: 250, countedFen: 300, entryIds: ['a', 'b'] },
    { findingId: 'g', fromFindingFen: 0, fromRevenueFen: 5, countedFen: 5, entryIds: ['c'] },
  ])
})
