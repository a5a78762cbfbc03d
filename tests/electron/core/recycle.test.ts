import { describe, expect, it } from 'vitest'
import { aBureau, aFolder, aService, dumpOf, refusalOf, type Service } from '../../builders'

async function aLead(service: Service, title: string): Promise<string> {
  const fields = { title, intention: '建设检测平台' }
  const saved = await service.call('investment.save', {
    id: null,
    fields,
    allowDuplicate: true,
    expectedUpdatedAt: null,
  })
  return saved.id
}

async function withFollowUp(service: Service, leadId: string): Promise<void> {
  await service.call('investment.addFollowUp', {
    leadId,
    happenedOn: service.context.today(),
    way: '电话',
    text: '已联系',
  })
}

const deleted = (service: Service) => service.call('core.deleted', { limit: 100 })
const dump = (service: Service) => dumpOf(service.store().connection)

describe('回收站', () => {
  it('a deleted record comes back with its children, each record by itself, also after a restart', async () => {
    const folder = aFolder()
    const first = await aBureau({ folder })
    const [one, two] = [await aLead(first, '检测平台'), await aLead(first, '数据中心')]
    await withFollowUp(first, one)
    await withFollowUp(first, one)
    const before = dump(first)
    await first.call('investment.remove', { ids: [one, two] })
    first.close()

    const again = await aService({ folder })
    const { records } = await deleted(again)
    expect(Object.fromEntries(records.map(({ title, parts, daysLeft }) => [title, [parts, daysLeft]]))).toEqual({
      '招商线索 数据中心': [0, 90],
      '招商线索 检测平台': [2, 90],
    })
    for (const { entryId, table, rowId } of records) await again.call('core.restoreDeleted', { entryId, table, rowId })
    expect(dump(again)).toEqual(before)
    expect((await deleted(again)).records).toEqual([])
    const [record] = records
    if (!record) throw new Error('no record')
    const { entryId, table, rowId } = record
    expect((await refusalOf(again.call('core.restoreDeleted', { entryId, table, rowId }))).code).toBe('alreadyRestored')
  })

  it('a part whose record is gone says that the record must come back first', async () => {
    const service = await aBureau()
    const id = await aLead(service, '检测平台')
    await withFollowUp(service, id)
    const [followUp] = (await service.call('investment.get', { id })).followUps
    if (!followUp) throw new Error('no follow-up')
    await service.call('investment.removeFollowUp', { id: followUp.id })
    await service.call('investment.remove', { ids: [id] })
    const before = dump(service)
    const part = (await deleted(service)).records.find(({ table }) => table === 'follow_up')
    if (!part) throw new Error('not listed')
    const { entryId, table, rowId } = part
    expect((await refusalOf(service.call('core.restoreDeleted', { entryId, table, rowId }))).code).toBe(
      'restoreNeedsOther',
    )
    expect(dump(service)).toEqual(before)
  })

  it('what was deleted more than 90 days ago is no longer listed, what was undone is not a deletion', async () => {
    const folder = aFolder()
    const service = await aBureau({ folder, asOf: '2022-12-31' })
    await aLead(service, '检测平台')
    // The journal’s clock is the machine’s, so the day that counts is moved instead.
    await service.call('core.undoLast', {})
    expect((await deleted(service)).records).toEqual([])
    await service.call('core.redoLast', {})
    await service.call('investment.remove', { ids: [await aLead(service, '数据中心')] })
    expect((await deleted(service)).records.map(({ daysLeft }) => daysLeft)).toEqual([90])
    service.close()
    const later = await aService({ folder, asOf: '2099-01-01' })
    expect((await deleted(later)).records).toEqual([])
  })

  it('old and new of each field are told in the office’s words', async () => {
    const service = await aBureau()
    const id = await aLead(service, '检测平台')
    await service.call('investment.save', {
      id,
      fields: { handler: '招商组组员', filedOn: service.context.today() },
      allowDuplicate: true,
      expectedUpdatedAt: null,
    })
    const entries = await service.call('core.journal', { limit: 10, before: null, recordId: id })
    const [changed] = await service.call('core.changes', {
      entryIds: entries.slice(0, 1).map((e) => e.id),
      recordId: id,
    })
    expect(changed?.changes.map(({ field, from, to }) => [field, from, to])).toEqual(
      expect.arrayContaining([
        ['承办人', '（空）', '招商组组员'],
        ['备案日期', '（空）', '2022年12月31日'],
      ]),
    )
  })
})
