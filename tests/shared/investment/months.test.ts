import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDatedElsewhere, monthGrid, monthsWithoutPoints, trainingTally } from '../../../shared/investment/months'
import type { Month } from '../../../shared/core/dates'
import { aBrief, aTraining, day } from './builders'

const scheme = { ...monthsWithoutPoints, max: '35' }
const yearEnd = day('2022-12-31')
const onDays = (...days: readonly string[]) => days.map((on) => aBrief(on))
const elevenMonths = onDays(
  '2022-01-10',
  '2022-02-11',
  '2022-03-12',
  '2022-04-13',
  '2022-05-14',
  '2022-06-15',
  '2022-07-16',
  '2022-08-17',
  '2022-09-18',
  '2022-11-19',
  '2022-11-20',
  '2022-12-21',
)

describe('month grid (平时考核: 每月至少1篇, 占平时考核分的50%)', () => {
  test('D20: 11 of 12 months, two in November do not repair October', () => {
    const grid = monthGrid(elevenMonths, 2022, yearEnd, scheme)
    expect(grid).toMatchObject({ done: 11, assessed: 12, missing: ['2022-10'] })
    expect(grid.cost).toEqual({ exact: '2.9167…', rounded: '2.92' })
    expect(grid.pointsPerMonth?.rounded).toBe('2.92')
    expect(grid.cells[10]).toMatchObject({ month: '2022-11', state: 'done', count: 2 })
    expect(grid.cells[9]).toMatchObject({ month: '2022-10', state: 'missing', count: 0, titles: [] })
  })

  test('a text of another stream counts where it also serves 抓招商', () => {
    const uses = ['investmentBrief'] as const
    const briefs = [
      aBrief('2022-01-10', { stream: 'environment', uses }),
      aBrief('2022-02-10', { stream: 'environment' }),
      aBrief('2022-03-10', { stream: 'revenue', uses: ['environmentBrief'] }),
    ]
    const { cells } = monthGrid(briefs, 2022, yearEnd, scheme)
    expect(cells.slice(0, 3).map(({ count }) => count)).toEqual([1, 0, 0])
    expect(cells.slice(0, 3).map(({ briefs: shown }) => shown.length)).toEqual([1, 0, 0])
  })

  test('D21: assessed months 4–12, 8 of 9', () => {
    const assessed = [4, 5, 6, 7, 8, 9, 10, 11, 12]
    const grid = monthGrid(elevenMonths, 2022, yearEnd, { ...scheme, assessed })
    expect(grid).toMatchObject({ done: 8, assessed: 9, missing: ['2022-10'] })
    expect(grid.cost?.rounded).toBe('3.89')
    expect(grid.cells[0]?.state).toBe('notAssessed')
  })

  test('months that run or lie ahead are no gaps yet', () => {
    const grid = monthGrid(onDays('2022-01-10', '2022-02-11'), 2022, day('2022-04-15'), scheme)
    expect(grid.cells.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'missing',
      'open',
      ...Array.from({ length: 8 }, () => 'ahead'),
    ])
    expect(grid.missing).toEqual(['2022-03'])
  })

  test('an item counts in the month it is dated in, not in the one it was meant for', () => {
    const late = aBrief('2022-11-02', { month: '2022-10' as Month })
    expect(isDatedElsewhere(late)).toBe(true)
    const grid = monthGrid([late], 2022, yearEnd, scheme)
    expect([grid.cells[9]?.count, grid.cells[10]?.count]).toEqual([0, 1])
  })

  test('a backfilled item keeps its OA date', () => {
    const grid = monthGrid([aBrief('2022-03-20', { backfilledOn: day('2022-06-20') })], 2022, yearEnd, scheme)
    expect(grid.cells[2]).toMatchObject({ state: 'done', count: 1 })
  })

  test.each([
    ['not accepted', { isAccepted: false }, 1],
    ['of another stream', { stream: 'environment' }, 0],
    ['not submitted yet', { submittedOn: null }, 1],
  ] as const)('an item %s does not count', (_name, facts, shown) => {
    const grid = monthGrid([aBrief('2022-03-20', facts)], 2022, yearEnd, scheme)
    expect(grid.cells[2]).toMatchObject({ state: 'missing', count: 0 })
    expect(grid.cells[2]?.briefs).toHaveLength(shown)
  })

  test('without a scheme there are months but no points', () => {
    expect(monthGrid(elevenMonths, 2022, yearEnd, null)).toMatchObject({ done: 11, pointsPerMonth: null, cost: null })
  })

  test('the order of the items does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(elevenMonths, { minLength: elevenMonths.length }), (shuffled) => {
        expect(monthGrid(shuffled, 2022, yearEnd, scheme).missing).toEqual(['2022-10'])
      }),
    )
  })
})

describe('trainings (平时考核: 参加培训占20%)', () => {
  const trainings = [
    aTraining('2022-05-12', true),
    aTraining('2022-07-06', true),
    aTraining('2022-10-19', false),
    aTraining('2022-11-01', true, { isRequired: false }),
    aTraining('2021-11-01', true),
  ]
  test('D22: 2 of 3, the missed one named', () => {
    const tally = trainingTally(trainings, 2022, yearEnd)
    expect(tally).toMatchObject({ attended: 2, required: 3 })
    expect(tally.missed.map(({ heldOn }) => heldOn)).toEqual(['2022-10-19'])
  })
  test('as of June: 1 of 1', () => {
    expect(trainingTally(trainings, 2022, day('2022-06-30'))).toMatchObject({ attended: 1, required: 1 })
  })
  test('a planned one and one of another stream do not count', () => {
    const others = [
      aTraining('2022-03-10', true),
      aTraining('2022-04-10', false, { status: 'planned' }),
      aTraining('2022-05-10', false, { stream: 'environment' }),
    ]
    expect(trainingTally(others, 2022, yearEnd)).toMatchObject({ attended: 1, required: 1, missed: [] })
  })

  test('none required', () => {
    expect(trainingTally([], 2022, yearEnd)).toEqual({ attended: 0, required: 0, missed: [] })
  })
})
