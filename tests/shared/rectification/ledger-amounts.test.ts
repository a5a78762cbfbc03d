import { describe, expect, it, test } from 'vitest'
import { fen, type Fen } from '../../../shared/core/money'
import { amountsAfter, type LedgerAmount } from '../../../shared/rectification/ledger-amounts'
import type { Treatment } from '../../../shared/rectification/record'

function yuan(value: number): Fen {
  const amount = fen(value * 100)
  if (amount === null) throw new Error('no amount')
  return amount
}

function row(id: string | null, treatment: Treatment, required: number | null, done: number | null): LedgerAmount {
  return {
    id,
    treatment,
    requiredFen: required === null ? null : yuan(required),
    doneFen: done === null ? null : yuan(done),
  }
}

function after(rows: readonly LedgerAmount[], required: number | null, done: Partial<Record<Treatment, number>>) {
  const target = {
    required: required === null ? null : yuan(required),
    // The keys are treatments.
    done: new Map(Object.entries(done).map(([key, value]) => [key as Treatment, yuan(value)])),
  }
  return amountsAfter(rows, target)
}

describe('one 应整改金额 beside the treatments (domain §8 C)', () => {
  test.each<
    readonly [
      string,
      readonly LedgerAmount[],
      number | null,
      Partial<Record<Treatment, number>>,
      readonly LedgerAmount[],
    ]
  >([
    ['nothing known', [], 10, {}, [row(null, 'other', 10, null)]],
    ['one treatment', [], 10, { toTreasury: 4 }, [row(null, 'toTreasury', 10, 4)]],
    [
      'two treatments: what is left is of none in particular',
      [],
      10,
      { toTreasury: 4, adjustAccounts: 5 },
      [row(null, 'toTreasury', 4, 4), row(null, 'adjustAccounts', 5, 5), row(null, 'other', 1, null)],
    ],
    [
      'more done than should be: taken from the last',
      [],
      6,
      { toTreasury: 4, adjustAccounts: 5 },
      [row(null, 'toTreasury', 4, 4), row(null, 'adjustAccounts', 2, 5)],
    ],
    ['done alone says nothing of what should be', [], null, { recovered: 3 }, [row(null, 'recovered', null, 3)]],
    ['zeros make no rows', [], 0, { recovered: 0, other: 0 }, []],
    [
      'parts made by hand stay',
      [row('a', 'toTreasury', 6, 2), row('b', 'recovered', 4, 1)],
      null,
      { toTreasury: 5 },
      [row('a', 'toTreasury', 6, 5), row('b', 'recovered', 4, 1)],
    ],
    [
      'two rows of one treatment: the first takes the difference',
      [row('a', 'toTreasury', 6, 2), row('b', 'toTreasury', 4, 1)],
      null,
      { toTreasury: 5 },
      [row('a', 'toTreasury', 6, 4), row('b', 'toTreasury', 4, 1)],
    ],
    [
      'less than the rest alone',
      [row('a', 'toTreasury', 6, 2), row('b', 'toTreasury', 4, 3)],
      null,
      { toTreasury: 1 },
      [row('a', 'toTreasury', 6, 1), row('b', 'toTreasury', 4, 0)],
    ],
    [
      'a raised sum goes to 其他 where there is one',
      [row('a', 'toTreasury', 6, 2), row('b', 'other', 1, null)],
      10,
      {},
      [row('a', 'toTreasury', 6, 2), row('b', 'other', 4, null)],
    ],
  ])('%s', (_name, rows, required, done, expected) => {
    expect(after(rows, required, done)).toEqual(expected)
  })

  it('the sums are those of the table, however the rows were', () => {
    let state = 1
    const next = (below: number): number => (state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647) % below
    const kinds: readonly Treatment[] = ['toTreasury', 'recovered', 'other']
    for (let round = 0; round < 500; round += 1) {
      const rows = Array.from({ length: next(4) }, (_, index) =>
        row(String(index), kinds[next(3)] ?? 'other', next(2) === 0 ? null : next(50), next(2) === 0 ? null : next(50)),
      )
      const wanted = { toTreasury: next(60), recovered: next(60) }
      const required = next(200)
      const result = after(rows, required, wanted)
      const total = (of: (each: LedgerAmount) => number | null) =>
        result.reduce((sum, each) => sum + (of(each) ?? 0), 0)
      expect(total(({ requiredFen }) => requiredFen)).toBe(required * 100)
      for (const [treatment, sum] of Object.entries(wanted))
        expect(total((each) => (each.treatment === treatment ? each.doneFen : 0))).toBe(sum * 100)
    }
  })
})
