import { describe, expect, it } from 'vitest'
import { demand, policy, policyTold, visit } from '../../../db/schema/environment'
import { project } from '../../../db/schema/projects'
import { fillAllInitials } from '../../../electron/search/initials'
import { aBureau, day, dumpOf, refusalOf, type Service } from '../../builders'
import { aboutEnterprise, anEnterprise, aPerson, put } from './records'

const name = '天津东丽精密机械有限公司'

function page(
  service: Service,
  filter: Partial<{ text: string; links: 'linked' | 'unlinked' | 'all'; personId: string }> = {},
) {
  return service.call('registry.enterprises', {
    filter: { text: '', links: 'all', personId: null, ...filter },
    sort: { by: 'name', descending: false },
    offset: 0,
    limit: 50,
  })
}

describe('one page for an enterprise', () => {
  it('shows one of each stream in date order, newest first, each with its record (G3)', async () => {
    const service = await aBureau()
    const id = await anEnterprise(service, { name })
    aboutEnterprise(service, id, '天津东丽精密机械有限责任公司')
    aboutEnterprise(service, await anEnterprise(service, { name: '别家企业' }), '别家企业')
    const { timeline } = await service.call('registry.enterprise', { id })
    expect(timeline.map(({ on, kind, title }) => [on, kind, title])).toEqual([
      ['2022-06-06', 'policy', '稳经济政策'],
      ['2022-05-10', 'visit', '了解用工'],
      ['2022-05-10', 'demand', '希望协调停车'],
      ['2022-04-15', 'revenue', '土地出让收入'],
      ['2022-03-01', 'lead', '投资线索'],
      ['2022-02-01', 'project', '新建厂房'],
    ])
    expect(timeline.find(({ kind }) => kind === 'revenue')?.detail).toBe('已入库 · 区留成1万元')
  })

  it('a new enterprise has no entries', async () => {
    const service = await aBureau()
    const { timeline } = await service.call('registry.enterprise', { id: await anEnterprise(service, { name }) })
    expect(timeline).toEqual([])
  })
})

describe('saving an enterprise', () => {
  it('a wrong check digit is marked and never refused; full-width digits are the same code', async () => {
    const service = await aBureau()
    await anEnterprise(service, { name: '错码企业', creditCode: '911201１６MA05ABCD1X' })
    await anEnterprise(service, { name: '无码企业' })
    const { rows } = await page(service)
    expect(rows.map(({ enterprise, creditCodeState }) => [enterprise.creditCode, creditCodeState])).toEqual([
      ['', 'none'],
      ['91120116MA05ABCD1X', 'wrong'],
    ])
  })

  it('a likely duplicate is a question; 不是，继续 keeps both', async () => {
    const service = await aBureau()
    await anEnterprise(service, { name })
    const again = { id: null, fields: { name: `${name} ` }, allowDuplicate: false, expectedUpdatedAt: null }
    expect(await refusalOf(service.call('registry.saveEnterprise', again))).toEqual({
      code: 'enterpriseIsDuplicate',
      params: { name, reason: '名称相同，只是写法不同' },
    })
    const [asked] = await service.call('registry.duplicates', { name, creditCode: '', exceptId: null })
    expect(asked?.text).toBe(`与“${name}”名称相同，只是写法不同，是同一家吗？`)
    await service.call('registry.saveEnterprise', { ...again, allowDuplicate: true })
    expect((await page(service)).all).toBe(2)
  })

  it('needs a name, and refuses what was changed meanwhile', async () => {
    const service = await aBureau()
    const save = (id: string | null, fields: { name?: string; remark?: string }, expectedUpdatedAt: string | null) =>
      refusalOf(service.call('registry.saveEnterprise', { id, fields, allowDuplicate: false, expectedUpdatedAt }))
    expect((await save(null, { name: '（）' }, null)).code).toBe('enterpriseNeedsName')
    const id = await anEnterprise(service, { name })
    expect((await save(id, { remark: '晚了' }, '2000-01-01')).code).toBe('changedMeanwhile')
  })

  it('is not deleted while visits stand under it', async () => {
    const service = await aBureau()
    const id = await anEnterprise(service, { name })
    put(service, visit, { enterpriseId: id, visitedOn: '2022-05-10', mode: 'onsite' })
    expect(await refusalOf(service.call('registry.removeEnterprises', { ids: [id] }))).toEqual({
      code: 'enterpriseInUse',
      params: { name, where: '走访1处' },
    })
  })
})

describe('officials', () => {
  it('who is left out ends the day before; the past stays', async () => {
    const service = await aBureau({ asOf: '2022-07-01' })
    const first = await aPerson(service, '包联干部01')
    const second = await aPerson(service, '包联干部02')
    const id = await anEnterprise(service, { name })
    await service.call('registry.saveLinks', { enterpriseId: id, personIds: [first], on: day('2022-01-01') })
    await service.call('registry.saveLinks', { enterpriseId: id, personIds: [second], on: day('2022-07-01') })
    const { links, officials } = await service.call('registry.enterprise', { id })
    expect(officials).toEqual(['包联干部02'])
    expect(links.map(({ personName, startedOn, endedOn }) => [personName, startedOn, endedOn])).toEqual([
      ['包联干部02', '2022-07-01', null],
      ['包联干部01', '2022-01-01', '2022-06-30'],
    ])
    expect((await page(service, { links: 'unlinked' })).total).toBe(0)
    expect((await page(service, { personId: second })).total).toBe(1)
    expect((await page(service, { personId: first })).total).toBe(0)
  })

  it('the same day again changes the link instead of leaving one that never held', async () => {
    const service = await aBureau({ asOf: '2022-07-01' })
    const first = await aPerson(service, '包联干部01')
    const second = await aPerson(service, '包联干部02')
    const id = await anEnterprise(service, { name })
    for (const personId of [first, second])
      await service.call('registry.saveLinks', { enterpriseId: id, personIds: [personId], on: day('2022-07-01') })
    const { links } = await service.call('registry.enterprise', { id })
    expect(links.map(({ personName }) => personName)).toEqual(['包联干部02'])
  })
})

describe('merging', () => {
  async function twoOfOne(service: Service) {
    const keepId = await anEnterprise(service, { name })
    const mergedId = await anEnterprise(service, {
      name: '东丽精密机械厂',
      creditCode: '91120110MA05ABCD1X',
      street: '华新街',
    })
    const official = await aPerson(service, '包联干部01')
    await service.call('registry.saveLinks', { enterpriseId: keepId, personIds: [official], on: day('2022-03-01') })
    await service.call('registry.saveLinks', { enterpriseId: mergedId, personIds: [official], on: day('2022-01-01') })
    put(service, visit, { enterpriseId: mergedId, visitedOn: '2022-05-10', mode: 'onsite' })
    put(service, demand, { enterpriseId: mergedId, text: '停车', raisedOn: '2022-05-10' })
    put(service, project, { name: '老厂改造', owner: '东丽精密机械厂', ownerKey: '东丽精密机械厂', stage: 'starting' })
    const both = put(service, policy, { title: '都告知过', publishedOn: '2022-06-01' })
    const one = put(service, policy, { title: '只告知过一家', publishedOn: '2022-06-01' })
    put(service, policyTold, { policyId: both, enterpriseId: keepId, toldOn: '2022-06-08' })
    put(service, policyTold, { policyId: both, enterpriseId: mergedId, toldOn: '2022-06-06' })
    put(service, policyTold, { policyId: one, enterpriseId: mergedId, toldOn: '2022-06-07' })
    return { keepId, mergedId }
  }

  it('moves everything, tells no policy twice, fills what was empty; undo takes it apart again', async () => {
    const service = await aBureau()
    const { keepId, mergedId } = await twoOfOne(service)
    const before = dumpOf(service.store().connection)
    const { moved } = await service.call('registry.mergeEnterprises', { keepId, mergeIds: [mergedId] })
    expect(moved).toBe(5)
    expect(await refusalOf(service.call('registry.enterprise', { id: mergedId }))).toMatchObject({ code: 'notFound' })
    const detail = await service.call('registry.enterprise', { id: keepId })
    expect(detail.enterprise).toMatchObject({ name, creditCode: '91120110MA05ABCD1X', street: '华新街' })
    expect(detail.links).toMatchObject([{ personName: '包联干部01', startedOn: '2022-01-01', endedOn: null }])
    expect(detail.timeline.map(({ kind, on }) => `${kind} ${on ?? ''}`)).toEqual(
      expect.arrayContaining(['visit 2022-05-10', 'demand 2022-05-10', 'policy 2022-06-06', 'policy 2022-06-07']),
    )
    expect(detail.timeline.map(({ title }) => title)).toContain('老厂改造')
    await service.call('core.undoLast', {})
    expect(dumpOf(service.store().connection)).toEqual(before)
  })

  it('needs another one', async () => {
    const service = await aBureau()
    const { keepId } = await twoOfOne(service)
    const failure = await refusalOf(service.call('registry.mergeEnterprises', { keepId, mergeIds: [keepId] }))
    expect(failure.code).toBe('mergeNeedsOthers')
  })
})

describe('finding', () => {
  it('by a piece of the name, the credit code or pinyin initials', async () => {
    const service = await aBureau()
    await anEnterprise(service, { name, creditCode: '91120110MA05ABCD1X' })
    await anEnterprise(service, { name: '华新物流有限公司' })
    await fillAllInitials(service.store())
    const find = async (text: string) =>
      (await service.call('registry.findEnterprises', { text, limit: 10 })).map((found) => found.name)
    expect(await find('精密')).toEqual([name])
    expect(await find('ma05')).toEqual([name])
    expect(await find('hxwl')).toEqual(['华新物流有限公司'])
    expect(await find('没有')).toEqual([])
    expect((await page(service, { text: 'ＭＡ０５' })).total).toBe(1)
  })
})
