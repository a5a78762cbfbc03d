import { expect, it } from 'vitest'
import { readClocks } from '../../../db/repositories/preferences'
import { createContext } from '../../../electron/create-context'
import { openExistingStore } from '../../../electron/settings/store-lifecycle'
import { clockKeys } from '../../../shared/settings/contract'
import { stateOfView } from '../../../renderer/components/view-state'
import { aBureau, day, refusalOf } from '../../builders'

const person = { sectionId: null, rank: '', phone: '', remark: '', leftOn: null }

it('clocks have their usual values until the bureau sets its own; the usual one again is no setting', async () => {
  const service = await aBureau()
  expect((await service.call('settings.clocks', {})).map(({ key, workdays, usual }) => [key, workdays, usual])).toEqual(
    [
      ['nearWorkdays', 3, 3],
      ['quietWorkdays', 10, 10],
      ['internalDueWorkdays', 3, 3],
      ['whistleReplyWorkdays', 3, 3],
      ['demandTransferWorkdays', 1, 1],
      ['demandReplyWorkdays', 3, 3],
      ['tipAnswerWorkdays', 10, 10],
    ],
  )
  await service.call('settings.saveClock', { key: 'nearWorkdays', workdays: 5 })
  expect(readClocks(service.store().read).nearWorkdays).toBe(5)
  await service.call('core.undoLast', {})
  expect(readClocks(service.store().read).nearWorkdays).toBe(3)
  expect(clockKeys).toHaveLength(7)
})

it.each([-1, 251, 1.5])('%d working days are no clock', async (workdays) => {
  const service = await aBureau()
  const failure = await refusalOf(service.call('settings.saveClock', { key: 'nearWorkdays', workdays }))
  expect(failure.code).toBe('invalidInput')
})

it('who sits here is kept for the account and recorded from then on; a rename follows; --actor wins', async () => {
  const service = await aBureau()
  const { id } = await service.call('registry.savePerson', {
    id: null,
    fields: { ...person, name: '招商组组员' },
    roles: null,
  })
  await service.call('settings.choosePerson', { personId: id })
  const { folder } = service
  const { versions, jobsFile } = service.context
  service.close()
  const start = async (actor: string | null) => {
    const context = createContext({
      dataFolder: folder,
      jobsFile,
      versions,
      actor,
      asOf: day('2022-12-31'),
      announce: () => {},
    })
    await openExistingStore(context)
    const state = context.storeState()
    const name = context.actor()
    if (state.kind === 'open') state.store.close()
    return name
  }
  expect(await start(null)).toBe('招商组组员')
  expect(await start('值班员')).toBe('值班员')
})

it('a view of the same name is replaced, and views belong to their list', async () => {
  const service = await aBureau()
  const save = (list: string, text: string) =>
    service.call('settings.saveView', { list, name: ' 本月 ', state: { text } })
  const first = await save('leads', '甲')
  expect(await save('leads', '乙')).toEqual(first)
  await save('projects', '丙')
  expect(await service.call('settings.views', { list: 'leads' })).toEqual([
    { id: first.id, list: 'leads', name: '本月', state: { text: '乙' } },
  ])
  await service.call('settings.removeView', first)
  expect(await service.call('settings.views', { list: 'leads' })).toEqual([])
  const blank = service.call('settings.saveView', { list: 'leads', name: '  ', state: {} })
  expect((await refusalOf(blank)).code).toBe('viewNeedsName')
})

it('a view shows nothing of the filters that it does not hold, and nothing in a wrong form', () => {
  const start = { text: '', states: ['filed'], year: 'own', only: null }
  expect(stateOfView(start, { text: '甲', states: 'landed', year: 2021, more: 1 })).toEqual({
    text: '甲',
    states: ['filed'],
    year: 2021,
    only: null,
  })
})
