import { describe, expect, it } from 'vitest'
import { summaryPackage } from '../../../electron/exchange/summary-package'
import { scoreOf } from '../../../electron/scoring/score'
import { factsOfLines } from '../../../shared/exchange/line-facts'
import { evaluateExactly } from '../../../shared/scoring/evaluate'
import { aBureau, day, importOf, valueOf } from '../../builders'

/** The same score from the lines that leave the house as from the records that stay in it. */
async function bothScores(asOf: string, period: string) {
  const service = await aBureau({ asOf })
  await importOf(service, 'ledgers/leads-2022.xlsx')
  await importOf(service, 'ledgers/briefs-and-trainings-2022.xlsx')
  await importOf(service, 'ledgers/projects-2022.xlsx')
  await importOf(service, 'ledgers/revenue-2022.xlsx')
  const given = { year: 2022, componentId: 'cooperate', documentReference: '区里通知', givenOn: day(asOf) }
  await service.call('scoring.recordManual', { ...given, value: '18' })
  const store = service.store()
  const own = valueOf(scoreOf(store, 2022, day(asOf)))
  const { payload } = valueOf(summaryPackage(service.context, store, period, { withContacts: false }))
  const facts = factsOfLines(payload.lines, { unitNames: own.facts.unitNames, manual: own.facts.manual })
  return { own: own.result, theirs: evaluateExactly(own.scheme, facts, day(asOf)).result, stated: payload.score }
}

describe('the score that the district computes from the reported lines', () => {
  it.each([
    ['2022-06-30', '2022Q2', '22.50'],
    ['2022-08-31', '2022Q3', '26.25'],
    ['2022-12-31', '2022Q4', '30.00'],
  ])(
    'is the bureau’s own on %s: every component and its arithmetic (README of the ledgers)',
    async (asOf, period, indicator) => {
      const { own, theirs, stated } = await bothScores(asOf, period)
      expect(theirs.exactTotal).toBe(own.exactTotal)
      expect(theirs.total).toBe(stated?.total)
      const shown = ({ components }: typeof own) =>
        components.map(({ id, points, exact, state, arithmetic, forecast }) => [
          id,
          points,
          exact,
          state,
          arithmetic,
          forecast,
        ])
      expect(shown(theirs)).toEqual(shown(own))
      expect(theirs.components.find(({ id }) => id === 'indicator')?.points).toBe(indicator)
    },
    30_000,
  )

  it('is 89.42 for the whole year', async () => {
    const { own, theirs } = await bothScores('2022-12-31', '2022Q4')
    expect([own.total, theirs.total]).toEqual(['89.42', '89.42'])
  }, 30_000)
})
