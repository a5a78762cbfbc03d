import { beforeEach, describe, expect, test } from 'vitest'
import { excerptOf, searchWords } from '../../../shared/search/words'
import { aBureau, type Service } from '../../builders'

const fields = { sourcePerson: '招商组组员', remark: '盘活闲置厂房' }

async function aLead(service: Service, title: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const saved = await service.call('investment.save', {
    id: null,
    fields: { title, ...fields, ...more },
    allowDuplicate: true,
    expectedUpdatedAt: null,
  })
  return saved.id
}

describe('search over all records', () => {
  let service: Service
  const find = async (text: string): Promise<string[]> => {
    const { groups } = await service.call('search.find', { text, limit: 20 })
    return groups.flatMap(({ hits }) => hits.map(({ title }) => title))
  }

  beforeEach(async () => {
    service = await aBureau()
  })

  test('finds a substring from one character on, in any field', async () => {
    await aLead(service, '幸福千万家网约车平台')
    expect(await find('约')).toEqual(['幸福千万家网约车平台'])
    expect(await find('闲置')).toEqual(['幸福千万家网约车平台'])
    expect(await find('闲着')).toEqual([])
  })

  test('two words must both be there, in whatever order; full width and case do not matter', async () => {
    await aLead(service, '航材研发ＡＢＣ')
    await aLead(service, '航材仓库')
    expect(await find('abc 航材')).toEqual(['航材研发ＡＢＣ'])
    expect((await find('航材')).toSorted()).toEqual(['航材仓库', '航材研发ＡＢＣ'].toSorted())
  })

  test('pinyin initials find a title, a person and a place read by the word it stands in', async () => {
    await aLead(service, '重庆检测实验室')
    expect(await find('cqjc')).toEqual(['重庆检测实验室'])
    await service.call('settings.saveGroups', {
      groups: [{ stream: 'investment', role: 'leader', personName: '招商组组长' }],
    })
    expect(await find('zszzz')).toEqual(['招商组组长'])
  })

  test('follows edits, undo and redo', async () => {
    const id = await aLead(service, '老名字')
    await service.call('investment.save', {
      id,
      fields: { title: '新名字' },
      allowDuplicate: true,
      expectedUpdatedAt: null,
    })
    expect(await find('老名字')).toEqual([])
    expect(await find('xmz')).toEqual(['新名字'])
    await service.call('core.undoLast', {})
    expect(await find('新名字')).toEqual([])
    await service.call('core.undoLast', {})
    expect(await find('老名字')).toEqual([])
    await service.call('core.redoLast', {})
    expect(await find('老名字')).toEqual(['老名字'])
  })

  test('an attachment is found by its name and opens the record it belongs to', async () => {
    const id = await aLead(service, '冷链仓库')
    await service.call('attachments.add', {
      room: 'investment',
      recordId: id,
      fileName: '接收截图（华新街）.png',
      bytes: new Uint8Array([1, 2, 3]),
    })
    const { groups } = await service.call('search.find', { text: '截图', limit: 20 })
    expect(groups).toMatchObject([
      {
        room: 'attachments',
        total: 1,
        hits: [{ target: { kind: 'lead', recordId: id }, title: '接收截图（华新街）.png（冷链仓库）' }],
      },
    ])
  })

  test('a follow-up opens its lead and shows the words around the hit', async () => {
    const leadId = await aLead(service, '冷链仓库')
    await service.call('investment.addFollowUp', {
      leadId,
      happenedOn: '2022-05-06' as never,
      way: '电话',
      text: '企业说供电增容还没有批下来，请街道协调',
    })
    const { groups } = await service.call('search.find', { text: '增容', limit: 20 })
    expect(groups[0]?.hits[0]).toMatchObject({
      kind: 'followUp',
      target: { kind: 'lead', recordId: leadId },
      title: '冷链仓库 2022-05-06',
    })
    expect(groups[0]?.hits[0]?.excerpt).toContain('供电增容')
  })

  test('an index that an older version left behind is made anew before the first answer', async () => {
    await aLead(service, '冷链仓库')
    service.store().connection.prepare('DELETE FROM search_entry').run()
    expect(await find('冷链')).toEqual(['冷链仓库'])
  })

  test('signs of the query language are plain text', async () => {
    await aLead(service, '100%控股')
    expect(await find('100%')).toEqual(['100%控股'])
    expect(await find('%')).toEqual(['100%控股'])
    expect(await find(`' OR 1=1 --`)).toEqual([])
  })
})

describe('words', () => {
  test('are split at white space of any width and never repeat', () => {
    expect(searchWords('　审计　ＡＢ  审计 ')).toEqual(['审计', 'ab'])
  })

  test('an excerpt stands around the first hit', () => {
    expect(excerptOf('一二三四五六七八九十一二三四五六闲置资产', ['闲置'])).toBe('…五六七八九十一二三四五六闲置资产')
    expect(excerptOf('没有', ['闲置'])).toBe('')
  })
})
