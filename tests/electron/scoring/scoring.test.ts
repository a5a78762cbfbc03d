import { describe, expect, it } from 'vitest'
import { aBureau, day, dumpOf, importOf, refusalOf, type Service } from '../../builders'

async function scoreOn(service: Service, asOf: string) {
  const { result } = await service.call('scoring.evaluate', { year: 2022, stream: 'investment', asOf: day(asOf) })
  if (!result) throw new Error('no scheme')
  return result
}

const pointsOf = async (service: Service, id: string, asOf: string) =>
  (await scoreOn(service, asOf)).components.find((component) => component.id === id)?.points

function give(service: Service, value: string | null, givenOn: string) {
  const figure = { year: 2022, componentId: 'cooperate', documentReference: '区里通知' }
  return service.call('scoring.recordManual', { ...figure, value, givenOn: day(givenOn) })
}

describe('the score of the year', () => {
  it('leads-2022 and briefs-and-trainings-2022 with 配合 = 18: 89.42, explained and without a gap', async () => {
    const service = await aBureau()
    await importOf(service, 'ledgers/leads-2022.xlsx')
    await importOf(service, 'ledgers/briefs-and-trainings-2022.xlsx')
    await give(service, '18', '2022-12-31')
    const result = await scoreOn(service, '2022-12-31')
    expect([result.total, result.max]).toEqual(['89.42', '100'])
    const { gap } = await service.call('scoring.evaluate', {
      year: 2022,
      stream: 'investment',
      asOf: day('2022-08-31'),
    })
    expect(gap.join()).toContain('0.5')
  }, 30_000)

  it('a year without a scheme has no score, and is not guessed', async () => {
    const service = await aBureau()
    const answer = await service.call('scoring.evaluate', { year: 2031, stream: 'investment', asOf: null })
    expect(answer).toEqual({ result: null, notes: [], readings: [], gap: [], advice: [] })
  })
})

describe('figures of the district', () => {
  it('hold from the day they were given; the newest counts; one of the same day takes its place', async () => {
    const service = await aBureau()
    await give(service, '15', '2022-06-30')
    await give(service, '18', '2022-09-30')
    await give(service, '19', '2022-09-30')
    expect(await pointsOf(service, 'cooperate', '2022-06-29')).not.toBe('15.00')
    expect(await pointsOf(service, 'cooperate', '2022-09-29')).toBe('15.00')
    expect(await pointsOf(service, 'cooperate', '2022-09-30')).toBe('19.00')
    expect(dumpOf(service.store().connection)['manual_score']).toHaveLength(2)
  })

  it('a figure taken back still held until the day it was taken back', async () => {
    const service = await aBureau()
    await give(service, '15', '2022-06-30')
    await give(service, null, '2022-09-30')
    expect(await pointsOf(service, 'cooperate', '2022-09-29')).toBe('15.00')
    expect(await pointsOf(service, 'cooperate', '2022-09-30')).not.toBe('15.00')
  })

  it.each([
    ['22', 'manualAboveMax'],
    ['-1', 'manualNegative'],
    ['很多', 'manualInvalid'],
  ])('D23: %s is refused as %s and nothing is written', async (value, code) => {
    const service = await aBureau()
    const before = dumpOf(service.store().connection)
    expect((await refusalOf(give(service, value, '2022-06-30'))).code).toBe(code)
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('an unknown component and one that is computed are refused', async () => {
    const service = await aBureau()
    const record = (componentId: string) =>
      service.call('scoring.recordManual', {
        year: 2022,
        componentId,
        value: '1',
        givenOn: day('2022-06-30'),
        documentReference: '',
      })
    expect((await refusalOf(record('nonsense'))).code).toBe('componentUnknown')
    expect((await refusalOf(record('indicator'))).code).toBe('manualNotAllowed')
  })
})
