import { describe, expect, it } from 'vitest'
import { drawn, drawSize } from '../../../shared/rectification/sampling'

const pool = (count: number) => Array.from({ length: count }, (_, index) => `id-${String(index + 1).padStart(3, '0')}`)

describe('抽查, product F10: a draw that anyone can repeat', () => {
  it.each([
    [0, 10, 0],
    [1, 1, 1],
    [10, 10, 1],
    [11, 10, 2],
    [30, 10, 3],
    [129, 10, 13],
    [3, 34, 2],
    [7, 100, 7],
    [100_000, 33, 33_000],
  ])('%i findings, %i%%: %i are drawn, a part of one counting as one', (count, percent, size) => {
    expect(drawSize(count, percent)).toBe(size)
  })

  it.each([
    ['2022Q2', ['id-007', 'id-019', 'id-025']],
    ['2022Q3', ['id-011', 'id-013', 'id-015']],
    ['抽查1', ['id-020', 'id-023', 'id-028']],
  ])('seed %s draws these of 30', (seed, expected) => {
    expect(drawn(pool(30), 10, seed)).toEqual(expected)
  })

  it('the same seed and findings give the same draw, in whatever order they come', () => {
    const ids = pool(57)
    expect(drawn(ids.toReversed(), 20, ' 2022Q2 ')).toEqual(drawn(ids, 20, '2022Q2'))
    expect(drawn(ids, 100, '2022Q2')).toEqual(ids)
  })

  it('draws each finding about as often as any other', () => {
    const ids = pool(20)
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 2000; seed += 1)
      for (const id of drawn(ids, 25, `seed ${seed}`)) counts.set(id, (counts.get(id) ?? 0) + 1)
    const all = ids.map((id) => counts.get(id) ?? 0)
    expect(all.reduce((sum, count) => sum + count, 0)).toBe(2000 * 5)
    expect(Math.min(...all)).toBeGreaterThan(400)
    expect(Math.max(...all)).toBeLessThan(600)
  })
})
