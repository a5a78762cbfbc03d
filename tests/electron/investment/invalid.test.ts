import { describe, expect, it } from 'vitest'
import type { LeadDetail } from '../../../shared/investment/contract'
import type { LeadClass } from '../../../shared/investment/record'
import type { LeadState } from '../../../shared/investment/states'
import { aBureau, day, dumpOf, importOf, refusalOf, type Service } from '../../builders'

const asOf = '2022-08-31'

async function leadNamed(service: Service, title: string): Promise<LeadDetail> {
  const filter = { text: title, states: [], classes: [], year: null }
  const sort = { by: 'title', descending: false } as const
  const { rows } = await service.call('investment.list', { filter, sort, offset: 0, limit: 10 })
  return service.call('investment.get', { id: rows[0]?.lead.id ?? '' })
}

/** The ledger of 2022 with 智能制造产业园 waiting for its acceptance. */
async function aLedger(): Promise<Service> {
  const service = await aBureau({ asOf })
  await importOf(service, 'ledgers/leads-2022.xlsx')
  return service
}

function decide(service: Service, { lead }: LeadDetail, to: LeadState, districtClass: LeadClass, reason?: string) {
  return service.call('investment.recordFacts', {
    id: lead.id,
    to,
    facts: { districtClass },
    documentReference: '区办回复',
    expectedUpdatedAt: null,
    ...(reason === undefined ? {} : { reason }),
  })
}

describe('无效: recorded with its reason, from the day of the decision', () => {
  it('holds from today with reason and document', async () => {
    const service = await aLedger()
    const before = await leadNamed(service, '智能制造产业园')
    expect(before.nextStates).toContain('invalid')
    expect((await decide(service, before, 'invalid', 'invalid', ' 与规划不符 ')).state).toBe('invalid')
    const after = await service.call('investment.get', { id: before.lead.id })
    expect(after.lead).toMatchObject({
      districtClass: 'invalid',
      endedOn: asOf,
      endingReason: '与规划不符',
      documentReference: '区办回复',
      ending: null,
    })
    expect([after.state, after.units]).toEqual(['invalid', '0'])
  })

  it.each([
    ['aimed at 无效', 'invalid'],
    ['aimed at the state it has', 'contacted'],
  ] as const)('without a reason it is refused and nothing is written: %s', async (_, to) => {
    const service = await aLedger()
    const lead = await leadNamed(service, '智能制造产业园')
    const dump = dumpOf(service.store().connection)
    for (const reason of [undefined, '  ']) {
      const refused = await refusalOf(decide(service, lead, to, 'invalid', reason))
      expect(refused).toMatchObject({ code: 'leadNeedsFields', params: { fields: '原因' } })
    }
    expect(dumpOf(service.store().connection)).toEqual(dump)
  })

  it('an effective lead is revoked, not made invalid', async () => {
    const service = await aLedger()
    const lead = await leadNamed(service, '仓储物流信息')
    expect([lead.state, lead.nextStates.includes('invalid')]).toEqual(['effective', false])
    const refused = await refusalOf(decide(service, lead, 'effective', 'invalid', '改判'))
    expect(refused.code).toBe('transitionNotAllowed')
  })

  it('taken back by the district, the day and the reason go with it', async () => {
    const service = await aLedger()
    const lead = await leadNamed(service, '智能制造产业园')
    await decide(service, lead, 'invalid', 'invalid', '与规划不符')
    await decide(service, lead, 'invalid', 'outOfCity')
    const after = await service.call('investment.get', { id: lead.lead.id })
    expect(after.lead).toMatchObject({ districtClass: 'outOfCity', endedOn: null, endingReason: '' })
    expect(after.state).toBe(lead.state)
  })

  it('a new reason keeps the day of the decision', async () => {
    const service = await aLedger()
    const imported = await leadNamed(service, '重复线索')
    expect([imported.state, imported.lead.endedOn]).toEqual(['invalid', null])
    await decide(service, imported, 'invalid', 'invalid', '与第2条重复')
    const after = await service.call('investment.get', { id: imported.lead.id })
    expect(after.lead).toMatchObject({ endedOn: null, endingReason: '与第2条重复' })
  })
})

describe('leads that came with a table', () => {
  it('是否落地=否 says nothing of the place of registration; 是 says it is in the district', async () => {
    const service = await aLedger()
    const places = dumpOf(service.store().connection)['lead']?.map((row) => [
      row['title'],
      row['is_registered_in_district'],
    ])
    expect(Object.fromEntries(places ?? [])).toEqual({
      高端轴承项目: 1,
      航空零部件研发中心: null,
      医疗器械检测平台: 1,
      智能制造产业园: null,
      仓储物流信息: null,
      重复线索: null,
    })
    expect((await leadNamed(service, '智能制造产业园')).lead.isRegisteredInDistrict).toBeNull()
    expect((await leadNamed(service, '医疗器械检测平台')).lead.isRegisteredInDistrict).toBe(true)
  })

  it('are marked in the list; those entered by hand are not', async () => {
    const service = await aLedger()
    const fields = { title: '手工线索', investorName: '某某公司', filedOn: day('2022-08-01') }
    await service.call('investment.save', { id: null, fields, allowDuplicate: false, expectedUpdatedAt: null })
    expect(await leadNamed(service, '智能制造产业园')).toMatchObject({
      isImported: true,
      source: { file: 'leads-2022.xlsx', row: 5 },
    })
    expect(await leadNamed(service, '手工线索')).toMatchObject({ isImported: false, source: null })
  })
})
