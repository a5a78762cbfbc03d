import { describe, expect, it } from 'vitest'
import { journalText } from '../../../shared/terms/journal'
import { aBureau, anIntent, day, leadValues, refusalOf, type Service } from '../../builders'
import { lead } from '../../../db/schema/investment'

/** An entry of somebody at some time. */
function write(service: Service, id: string, actor: string, at: string): void {
  service.store().write(anIntent({ name: 'investment.save', params: { title: id }, actor, at }), (db) => {
    db.insert(lead).values(leadValues(id)).run()
  })
}

async function aJournal(): Promise<Service> {
  const service = await aBureau()
  write(service, 'a', '招商组组长', '2030-03-01T23:59:59+08:00')
  write(service, 'b', '招商组组员', '2030-03-02T00:00:00+08:00')
  write(service, 'c', '招商组组长', '2030-03-03T12:00:00+08:00')
  return service
}

const titles = async (service: Service, filter: Readonly<Record<string, unknown>>): Promise<readonly unknown[]> =>
  (await service.call('core.journal', { limit: 50, before: null, recordId: null, ...filter }))
    .filter(({ intent }) => intent === 'investment.save')
    .map(({ params }) => params['title'])

describe('操作记录', () => {
  it('is narrowed to one person and to days, both included, in the local time of the entry', async () => {
    const service = await aJournal()
    expect(await titles(service, {})).toEqual(['c', 'b', 'a'])
    expect(await titles(service, { actor: '招商组组长' })).toEqual(['c', 'a'])
    expect(await titles(service, { from: day('2030-03-02') })).toEqual(['c', 'b'])
    expect(await titles(service, { to: day('2030-03-02') })).toEqual(['b', 'a'])
    expect(await titles(service, { actor: '招商组组员', from: day('2030-03-02'), to: day('2030-03-02') })).toEqual([
      'b',
    ])
    expect(await titles(service, { actor: '项目组组员' })).toEqual([])
    expect((await refusalOf(titles(service, { from: '2030-02-30' }))).code).toBe('invalidInput')
  })

  it('names everybody who stands in it, who was there last first', async () => {
    const service = await aJournal()
    expect((await service.call('core.journalActors', {})).slice(0, 2)).toEqual(['招商组组长', '招商组组员'])
  })

  it('an undo says what it took back, also where that entry is filtered away', async () => {
    const service = await aJournal()
    await service.call('core.undoLast', {})
    const [undo] = await service.call('core.journal', { limit: 1, before: null, recordId: null })
    if (!undo) throw new Error('no entry')
    expect(undo.undone).toEqual({ intent: 'investment.save', params: { title: 'c' } })
    expect(journalText(undo.intent, undo.params, undo.undone)).toBe('撤销：保存线索 “c”')
  })
})
