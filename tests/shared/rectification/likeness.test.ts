import { describe, expect, it } from 'vitest'
import { leastLikeness, likenessIndex, mostAlike } from '../../../shared/rectification/likeness'
import { programOrder } from '../../../shared/rectification/program-order'
import type { IsoDate } from '../../../shared/core/dates'
import { boilerplate, furtherPairs, otherFindings, plantedPairs, type Wording } from './recurrence-data'

const least = leastLikeness

/** Earlier findings first; `ofPair` is the place of each later one of a pair. */
function aCorpus(pairs: readonly (readonly [Wording, Wording])[], others: number) {
  const other = otherFindings(others)
  const half = Math.floor(others / 2)
  const earlier = [...pairs.map(([one]) => one), ...other.slice(0, half)]
  const texts = [...earlier, ...pairs.map(([, two]) => two), ...other.slice(half)]
  const index = likenessIndex(texts)
  const proposals = (place: number, limit = 3) =>
    mostAlike(index, place, (each) => each < earlier.length, { limit, least })
  return { texts, earlier, proposals }
}

describe('屡审屡犯, product 5.5', () => {
  it('20 planted pairs in 300 findings: at least 18 in the first three proposals, at most 5% of others proposed', () => {
    const { texts, earlier, proposals } = aCorpus(plantedPairs, 260)
    expect(texts).toHaveLength(300)
    const found = plantedPairs.filter((_, pair) => proposals(earlier.length + pair).some(({ place }) => place === pair))
    expect(found.length).toBeGreaterThanOrEqual(18)
    const later = Array.from({ length: 130 }, (_, index) => earlier.length + plantedPairs.length + index)
    const disturbed = later.filter((place) => proposals(place).length > 0)
    expect(disturbed.length).toBeLessThanOrEqual(130 * 0.05)
  })

  it('pairs about what no known concept names are found too', () => {
    const { earlier, proposals } = aCorpus(furtherPairs, 260)
    const found = furtherPairs.filter((_, pair) => proposals(earlier.length + pair).some(({ place }) => place === pair))
    expect(found.length).toBeGreaterThanOrEqual(9)
  })

  it('names the words that both have, the problem that both are about among them', () => {
    const { earlier, proposals } = aCorpus(plantedPairs, 260)
    expect(proposals(earlier.length)[0]).toMatchObject({ place: 0, sharedWords: ['往来款长期挂账', '未清理', '三年'] })
    expect(proposals(earlier.length + 3)[0]?.sharedWords).toContain('非税收入未缴')
  })

  it('rows of which only the number differs make nothing alike', () => {
    const texts = boilerplate(658)
    expect(mostAlike(likenessIndex(texts), 657, () => true, { limit: 5, least })).toEqual([])
  })

  it('a phrase that every finding has makes nothing alike, however short the rest', () => {
    const texts = Array.from({ length: 400 }, (_, index) => ({
      title: `内部控制制度执行情况${index}`,
      category: '',
      detail: '',
    }))
    expect(mostAlike(likenessIndex(texts), 399, () => true, { limit: 5, least })).toEqual([])
  })

  it('two findings alone are alike when they say the same', () => {
    const [pair] = plantedPairs
    const index = likenessIndex(pair ?? [])
    expect(mostAlike(index, 1, (place) => place === 0, { limit: 3, least })).toHaveLength(1)
  })

  it('the same text is wholly alike; empty ones are not', () => {
    const [text] = otherFindings(1)
    const empty = { title: '', category: '', detail: '' }
    const index = likenessIndex([...(text ? [text, text] : []), empty, empty])
    expect(mostAlike(index, 1, () => true, { limit: 3, least })[0]?.likeness).toBeGreaterThan(85)
    expect(mostAlike(index, 3, () => true, { limit: 3, least })).toEqual([])
    expect(likenessIndex([]).norms).toHaveLength(0)
  })
})

describe('the order of programmes', () => {
  const program = (
    id: string,
    feedbackOn: string | null,
    originYears = '',
    createdAt = '2022-06-30T09:00:00+08:00',
  ) => ({
    id,
    // Written as a day.
    feedbackOn: feedbackOn as IsoDate | null,
    originYears,
    createdAt,
  })
  it.each([
    ['by feedback', [program('b', '2022-01-10'), program('a', '2019-05-01')], ['a', 'b']],
    ['by year of origin without one', [program('b', null, '2021'), program('a', null, '2017—2020')], ['a', 'b']],
    ['feedback against year', [program('b', '2021-03-01'), program('a', null, '２０１９年')], ['a', 'b']],
    [
      'by year where feedback is the same',
      [program('b', '2021-03-01', '2020'), program('a', '2021-03-01', '2018')],
      ['a', 'b'],
    ],
    ['by entry else', [program('b', null, '', '2022-07-01T00:00:00+08:00'), program('a', null)], ['a', 'b']],
  ])('%s', (_name, programs, ids) => {
    const order = programOrder(programs)
    expect([...order.keys()].toSorted((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0))).toEqual(ids)
  })
})
