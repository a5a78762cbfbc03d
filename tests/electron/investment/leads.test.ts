import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/ipc/procedure'
import type { investmentContract } from '../../../shared/investment/contract'
import { aBureau, day, dumpOf, filesBelow, refusalOf, type Service } from '../../builders'

type Facts = Input<(typeof investmentContract)['investment.recordFacts']>
type Fields = Input<(typeof investmentContract)['investment.save']>['fields']

const filed: Fields = {
  title: '检测平台',
  investorName: '河北瑞检科技公司',
  intention: '建设检测平台',
  expectedBenefit: '年税收100万元',
  filedOn: day('2022-04-18'),
}

async function aSavedLead(service: Service, fields: Fields = filed): Promise<string> {
  return (await service.call('investment.save', { id: null, fields, allowDuplicate: false, expectedUpdatedAt: null }))
    .id
}

function record(service: Service, id: string, to: Facts['to'], facts: Facts['facts'], documentReference = '平台回执') {
  return service.call('investment.recordFacts', { id, to, facts, documentReference, expectedUpdatedAt: null })
}

const dump = (service: Service) => dumpOf(service.store().connection)

describe('the life of a lead', () => {
  it('from the first word to 有效 and 落地, the score following', async () => {
    const service = await aBureau()
    const points = async () =>
      (
        await service.call('scoring.evaluate', { year: 2022, stream: 'investment', asOf: null })
      ).result?.components.find(({ id }) => id === 'indicator')?.points
    const id = await aSavedLead(service)
    expect((await service.call('investment.get', { id })).state).toBe('filed')
    const effective = { certifiedOn: day('2022-04-22'), contactedOn: day('2022-04-26'), acceptedOn: day('2022-05-05') }
    const accepted = await record(service, id, 'effective', {
      ...effective,
      acceptedBy: ' 乙园区 ',
      districtClass: 'outOfCity',
    })
    expect(accepted.state).toBe('effective')
    const detail = await service.call('investment.get', { id })
    expect(detail).toMatchObject({ units: '1', missingForEffective: [], lead: { acceptedBy: '乙园区' } })
    const before = await points()
    const landed = {
      landedOn: day('2022-09-02'),
      companyName: '天津瑞检医疗检测有限公司',
      creditCode: '91120110MA0000001D',
    }
    expect((await record(service, id, 'landed', { ...landed, isRegisteredInDistrict: true })).state).toBe('landed')
    expect(Number(await points())).toBeGreaterThan(Number(before))
  })

  it('a district fact needs its document; a step cannot be skipped; nothing is written', async () => {
    const service = await aBureau()
    const id = await aSavedLead(service)
    const before = dump(service)
    const certified = { certifiedOn: day('2022-04-22') }
    expect((await refusalOf(record(service, id, 'certified', certified, '  '))).code).toBe('leadNeedsDocument')
    expect((await refusalOf(record(service, id, 'landed', { landedOn: day('2022-09-02') }))).code).not.toBe(
      'unexpected',
    )
    expect((await refusalOf(record(service, id, 'certified', { certifiedOn: day('2023-01-05') }))).code).toBe(
      'leadFactInFuture',
    )
    expect((await refusalOf(record(service, 'none', 'certified', certified))).code).toBe('notFound')
    expect(dump(service)).toEqual(before)
  })

  it('someone else’s change meanwhile is not overwritten', async () => {
    const service = await aBureau()
    const id = await aSavedLead(service)
    const old = { id, allowDuplicate: false, expectedUpdatedAt: '2020-01-01T00:00:00+08:00' }
    expect((await refusalOf(service.call('investment.save', { ...old, fields: { remark: 'x' } }))).code).toBe(
      'changedMeanwhile',
    )
  })

  it('the same enterprise is refused unless the person says that it is another', async () => {
    const service = await aBureau()
    await aSavedLead(service)
    const twin = { ...filed, title: '另一个项目', investorName: '河北瑞检科技有限公司' }
    const same = { ...twin, investorName: '河北瑞检科技公司' }
    expect((await refusalOf(aSavedLead(service, same))).code).toBe('leadIsDuplicate')
    const allowed = { id: null, fields: same, allowDuplicate: true, expectedUpdatedAt: null }
    expect((await service.call('investment.save', allowed)).id).not.toBe('')
  })

  it('a lead without a name is refused', async () => {
    const service = await aBureau()
    expect((await refusalOf(aSavedLead(service, { title: '  ' }))).code).toBe('leadNeedsFields')
  })

  it('ends with a reason, and the ending is taken back', async () => {
    const service = await aBureau()
    const id = await aSavedLead(service)
    const end = { id, on: day('2022-05-01'), documentReference: '' }
    expect((await refusalOf(service.call('investment.end', { ...end, ending: 'withdrawn', reason: ' ' }))).code).toBe(
      'leadNeedsFields',
    )
    await service.call('investment.end', { ...end, ending: 'withdrawn', reason: '投资方放弃' })
    expect((await service.call('investment.get', { id })).state).toBe('withdrawn')
    await service.call('investment.end', { ...end, ending: null, reason: '' })
    expect((await service.call('investment.get', { id })).state).toBe('filed')
  })
})

describe('a lead that is deleted', () => {
  it('goes with its follow-ups and attachments; Ctrl+Z brings all of it back', async () => {
    const service = await aBureau()
    const id = await aSavedLead(service)
    await service.call('investment.addFollowUp', {
      leadId: id,
      happenedOn: day('2022-05-01'),
      way: '电话',
      text: '再谈',
    })
    await service.call('attachments.add', {
      room: 'investment',
      recordId: id,
      fileName: '营业执照.pdf',
      bytes: new Uint8Array([1, 2, 3]),
    })
    const full = dump(service)
    expect(await service.call('investment.remove', { ids: [id, 'none'] })).toEqual({ removed: 1 })
    expect(dump(service)).toMatchObject({ lead: [], follow_up: [], attachment: [] })
    await service.call('core.undoLast', {})
    expect(dump(service)).toEqual(full)
    expect((await refusalOf(service.call('investment.remove', { ids: ['none'] }))).code).toBe('notFound')
  })
})

describe('attachments', () => {
  const bytes = new TextEncoder().encode('营业执照的内容')

  async function anAttachment(service: Service) {
    const leadId = await aSavedLead(service)
    const { id } = await service.call('attachments.add', {
      room: 'investment',
      recordId: leadId,
      fileName: '营业执照.pdf',
      bytes,
    })
    const file = filesBelow(service.folder).find((name) => name.startsWith('attachments')) ?? ''
    return { leadId, id, file: path.join(service.folder, file) }
  }

  it('come back byte for byte; the same bytes are kept once', async () => {
    const service = await aBureau()
    const { leadId, id } = await anAttachment(service)
    const again = await service.call('attachments.add', {
      room: 'investment',
      recordId: leadId,
      fileName: '../../副本.pdf',
      bytes,
    })
    expect(await service.call('attachments.read', { id })).toEqual({ fileName: '营业执照.pdf', bytes })
    expect(await service.call('attachments.read', { id: again.id })).toEqual({
      fileName: '../../副本.pdf',
      bytes,
    })
    const folder = path.join(service.folder, 'attachments')
    expect(
      readdirSync(folder, { recursive: true }).filter((name) => statSync(path.join(folder, String(name))).isFile()),
    ).toHaveLength(1)
    expect((await service.call('investment.get', { id: leadId })).attachments).toHaveLength(2)
    const names = async (room: 'investment' | 'projects') =>
      (await service.call('attachments.list', { room, recordId: leadId })).map(({ fileName }) => fileName)
    expect(await names('investment')).toEqual(['营业执照.pdf', '../../副本.pdf'])
    expect(await names('projects')).toEqual([])
  })

  it('row 25: an altered one is refused; row 24: a missing one is said, and the rest works', async () => {
    const service = await aBureau()
    const { leadId, id, file } = await anAttachment(service)
    writeFileSync(file, 'x')
    expect((await refusalOf(service.call('attachments.read', { id }))).code).toBe('attachmentAltered')
    rmSync(file)
    expect(await refusalOf(service.call('attachments.read', { id }))).toMatchObject({
      code: 'attachmentMissing',
      params: { name: '营业执照.pdf' },
    })
    expect((await service.call('investment.get', { id: leadId })).attachments).toHaveLength(1)
    expect((await service.call('settings.check', {})).attachments).toMatchObject({ present: 0, missing: 1, altered: 0 })
  })

  it('removed, the row goes and the bytes stay for the undo', async () => {
    const service = await aBureau()
    const { id } = await anAttachment(service)
    await service.call('attachments.remove', { id })
    expect((await refusalOf(service.call('attachments.read', { id }))).code).toBe('notFound')
    await service.call('core.undoLast', {})
    expect((await service.call('attachments.read', { id })).bytes).toEqual(bytes)
  })

  it('a lead that is not there takes none', async () => {
    const service = await aBureau()
    const refused = service.call('attachments.add', { room: 'investment', recordId: 'none', fileName: 'a.pdf', bytes })
    expect((await refusalOf(refused)).code).toBe('notFound')
    expect(filesBelow(service.folder).some((file) => file.startsWith('attachments'))).toBe(false)
  })
})

describe('row 49: odd text is kept as it is', () => {
  it.each(['=1+1', '<img src=x onerror=alert(1)>', '😀 𠮷野家 \u202e反', 'a\u0000b', "'; DROP TABLE lead; --"])(
    '%j',
    async (title) => {
      const service = await aBureau()
      const id = await aSavedLead(service, { title })
      expect((await service.call('investment.get', { id })).lead.title).toBe(title)
      const found = await service.call('investment.list', {
        filter: { text: '', states: [], classes: [], year: null },
        sort: { by: 'title', descending: false },
        offset: 0,
        limit: 10,
      })
      expect(found.total).toBe(1)
    },
  )
})
