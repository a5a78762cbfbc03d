import { describe, expect, it } from 'vitest'
import { day, refusalOf } from '../../builders'
import { aFigure, aLead } from '../../shared/district/returns'
import { anOffice, approved, decide, enterprise, only, period, reviewLine, type Office } from './review-office'

describe('one enterprise in two units (M5)', () => {
  const company = enterprise('示例科技有限公司', '91120110MA05XYZ01A')

  async function withClaim(secondOn: string) {
    const office = await anOffice()
    const [one, two] = [office.unit('单位1'), office.unit('单位2')]
    office.receive(one, period, [
      aLead('a', { ...company, happenedOn: day('2022-04-10') }),
      aFigure('filed', { cumulative: '1', parts: ['lead/a'] }),
    ])
    office.receive(two, period, [
      aLead('b', { ...company, happenedOn: day(secondOn) }),
      aFigure('filed', { cumulative: '1', parts: ['lead/b'] }),
    ])
    return { office, one, two }
  }

  function counted(office: Office, ...unitIds: readonly string[]): readonly (string | null | undefined)[] {
    return unitIds.map((id) => approved(office, id).find(({ key }) => key === 'figure/filed')?.cumulative)
  }

  it('is shown on the lines of both units', async () => {
    const { office, one, two } = await withClaim('2022-05-10')
    const [left, right] = [await reviewLine(office, one, 'lead/a'), await reviewLine(office, two, 'lead/b')]
    expect(left.checks).toEqual(['“示例科技有限公司”由两家单位申报：单位1（2022-04-10）、单位2（2022-05-10）。'])
    expect(right.checks).toEqual(left.checks)
  })

  it('stays with the unit that filed first, and the reason names both', async () => {
    const { office, one, two } = await withClaim('2022-05-10')
    await decide(office, 'adopted')
    expect(counted(office, one, two)).toEqual(['1', '0'])
    const { verdict } = await reviewLine(office, two, 'lead/b')
    expect(verdict).toMatchObject({
      verdict: 'returned',
      reason: expect.stringContaining('核定归单位1，单位2的一条不计') as string,
    })
    expect((await only(office)).decision?.decision).toBe('first')
  })

  it('goes to the other one when a person decides so, instead of the first', async () => {
    const { office, one, two } = await withClaim('2022-05-10')
    await decide(office, 'first')
    await decide(office, 'second', '单位2先行洽谈，有会议纪要。')
    expect((await only(office)).decision?.reason).toBe(
      '“示例科技有限公司”由两家单位申报：单位1（2022-04-10）、单位2（2022-05-10）。核定归单位2，单位1的一条不计。单位2先行洽谈，有会议纪要。',
    )
    expect(counted(office, one, two)).toEqual(['0', '1'])
    expect((await reviewLine(office, two, 'lead/b')).verdict).toBeNull()
  })

  it.each([
    ['shared', ['1', '1']],
    ['split', ['0.5', '0.5']],
  ] as const)(
    'is %s: the lines of both units change alike, and taking it back restores them',
    async (decision, sums) => {
      const { office, one, two } = await withClaim('2022-05-10')
      await decide(office, 'first')
      await decide(office, decision)
      expect(counted(office, one, two)).toEqual(sums)
      for (const [id, key] of [
        [one, 'lead/a'],
        [two, 'lead/b'],
      ] as const) {
        expect(approved(office, id)[0]?.detail).toMatchObject({ claim: decision, claimants: '2' })
        expect((await reviewLine(office, id, key)).verdict).toMatchObject({
          verdict: 'accepted',
          reason: expect.stringContaining('共同引进') as string,
        })
      }
      await office.call('core.undoLast', {})
      expect(counted(office, one, two)).toEqual(['1', '0'])
    },
  )

  it('gives each of two units half of the points when it is split', async () => {
    const { office, one, two } = await withClaim('2022-05-10')
    const accepted = {
      certifiedOn: '2022-05-11',
      contactedOn: '2022-05-12',
      acceptedOn: '2022-05-13',
      acceptedBy: '区办',
    }
    const lead = (id: string, happenedOn: string) =>
      aLead(id, { ...company, happenedOn: day(happenedOn), detail: { ...accepted, leadClass: 'beijing' } })
    office.receive(one, period, [lead('a', '2022-04-10')], { edition: 2 })
    office.receive(two, period, [lead('b', '2022-05-10')], { edition: 2 })
    const totals = async () => {
      const reviews = [one, two].map((unitId) => office.call('district.review', { unitId, period }))
      return (await Promise.all(reviews)).map(({ total }) => total)
    }
    // 指标考核 15 (2 of 4) and 培训 14.
    expect(await totals()).toEqual(['29.00', '29.00'])
    await decide(office, 'split')
    expect(await totals()).toEqual(['21.50', '21.50'])
    await decide(office, 'first')
    expect(await totals()).toEqual(['29.00', '14.00'])
  })

  it('has no proposal on equal days: a person decides', async () => {
    const { office, one, two } = await withClaim('2022-04-10')
    expect((await refusalOf(decide(office, 'adopted'))).code).toBe('invalidInput')
    await decide(office, 'second')
    expect(counted(office, one, two)).toEqual(['0', '1'])
  })

  it('is decided anew when an edition corrects the day, and the old return is taken back', async () => {
    const { office, one, two } = await withClaim('2022-05-10')
    await decide(office, 'adopted')
    office.receive(
      one,
      period,
      [
        aLead('a', { ...company, happenedOn: day('2022-06-01') }),
        aFigure('filed', { cumulative: '1', parts: ['lead/a'] }),
      ],
      { edition: 2 },
    )
    expect(await only(office)).toMatchObject({ unitId: two, decision: null })
    await decide(office, 'adopted')
    expect(counted(office, one, two)).toEqual(['0', '1'])
  })
})
