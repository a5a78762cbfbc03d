import { describe, expect, it } from 'vitest'
import { readAccountByName } from '../../../db/repositories/accounts'
import { account } from '../../../db/schema/access'
import { seatAccount } from '../../../electron/access/sign-in'
import { parseGroupList } from '../../../shared/settings/group-list'
import { aBureau, refusalOf, writing, type Service } from '../../builders'
import { aPerson, fill, noPerson } from './records'

describe('people', () => {
  it('9 posts pasted for 8 persons: who leads two groups is one person with two roles (G1)', async () => {
    const service = await aBureau()
    const pasted = `招商组：组长 招商组组长，组员 招商组组员
项目组：组长 项目营商组组长，组员 项目组组员
营商组：组长 项目营商组组长，组员 营商组组员
收入组：组长 收入组组长，组员 收入组组员甲、收入组组员乙`
    await service.call('settings.saveGroups', { groups: [...parseGroupList(pasted).roles] })
    const people = await service.call('registry.people', { withLeft: false })
    expect(people).toHaveLength(8)
    expect(people.flatMap(({ roles }) => roles)).toHaveLength(9)
    expect(people.find(({ name }) => name === '项目营商组组长')?.roles).toEqual([
      { stream: 'projects', role: 'leader' },
      { stream: 'environment', role: 'leader' },
    ])
  })

  it('puts one person into two groups and takes one place back, in one step each', async () => {
    const service = await aBureau()
    const id = await aPerson(service, '营商组组员', [
      { stream: 'environment', role: 'member' },
      { stream: 'projects', role: 'leader' },
    ])
    await service.call('registry.savePerson', {
      id,
      fields: { ...noPerson, name: '营商组组员' },
      roles: [{ stream: 'projects', role: 'leader' }],
    })
    const rolesNow = async () => (await service.call('registry.people', { withLeft: false }))[0]?.roles
    expect(await rolesNow()).toEqual([{ stream: 'projects', role: 'leader' }])
    await service.call('core.undoLast', {})
    expect(await rolesNow()).toHaveLength(2)
  })

  it('a name stands once, in half-width or full-width', async () => {
    const service = await aBureau()
    await aPerson(service, '包联干部01')
    const again = service.call('registry.savePerson', {
      id: null,
      fields: { ...noPerson, name: '包联干部０１' },
      roles: null,
    })
    expect(await refusalOf(again)).toEqual({ code: 'personNameTaken', params: { name: '包联干部01' } })
  })

  it.each([
    ['　 ', 'personNeedsName'],
    ['组员甲、组员乙', 'personNameSeveral'],
  ])('refuses %j as a name', async (name, code) => {
    const service = await aBureau()
    const failure = await refusalOf(
      service.call('registry.savePerson', { id: null, fields: { ...noPerson, name }, roles: null }),
    )
    expect(failure.code).toBe(code)
  })

  it('who left is offered to nobody from the day after, and stays in the list of all', async () => {
    const service = await aBureau({ asOf: '2022-06-30' })
    const save = (name: string, leftOn: string) =>
      service.call('registry.savePerson', {
        id: null,
        fields: { ...noPerson, name, leftOn: leftOn as never },
        roles: null,
      })
    await save('最后一天在岗', '2022-06-30')
    await save('昨天离岗', '2022-06-29')
    expect((await service.call('registry.names', {})).map(({ name }) => name)).toEqual(['最后一天在岗'])
    expect(await service.call('registry.people', { withLeft: true })).toHaveLength(2)
  })
})

describe('renaming', () => {
  it('follows in every record that names the person, alone or among others', async () => {
    const service = await aBureau()
    const id = await aPerson(service, '招商组组员')
    fill(service, '招商组组员')
    // An account is among the records, so that somebody has to be signed in.
    writing(service.store(), (db) => db.update(account).set({ isAdmin: true, roles: {} }).run())
    seatAccount(service.context, readAccountByName(service.store().read, '招商组组员')?.id ?? '')
    const before = namings(service, '招商组组员')
    await service.call('registry.savePerson', { id, fields: { ...noPerson, name: '招商专员' }, roles: null })
    expect(namings(service, '招商组组员')).toEqual([])
    expect(namings(service, '招商专员')).toEqual(before)
    expect(before.length).toBeGreaterThan(15)
  })
})

describe('removing', () => {
  it('is refused while records name the person, and says where', async () => {
    const service = await aBureau()
    const id = await aPerson(service, '招商组组员', [{ stream: 'investment', role: 'member' }])
    await service.call('investment.save', {
      id: null,
      fields: { investorName: '甲公司', handler: '招商组组员' },
      allowDuplicate: false,
      expectedUpdatedAt: null,
    })
    const failure = await refusalOf(service.call('registry.removePerson', { id }))
    expect(failure).toEqual({
      code: 'personStillNamed',
      params: { name: '招商组组员', count: 2, where: '招商线索1处、分组1处' },
    })
  })

  it('goes where nothing names the person, and comes back by undo', async () => {
    const service = await aBureau()
    const id = await aPerson(service, '多余的人')
    await service.call('registry.removePerson', { id })
    expect(await service.call('registry.people', { withLeft: true })).toEqual([])
    await service.call('core.undoLast', {})
    expect(await service.call('registry.people', { withLeft: true })).toHaveLength(1)
  })
})

describe('sections', () => {
  it('a name stands once, and a section with people is not deleted', async () => {
    const service = await aBureau()
    const { id } = await service.call('registry.saveSection', { id: null, name: '办公室' })
    expect((await refusalOf(service.call('registry.saveSection', { id: null, name: ' 办公室 ' }))).code).toBe(
      'sectionNameTaken',
    )
    await service.call('registry.savePerson', {
      id: null,
      fields: { ...noPerson, name: '办公室主任', sectionId: id },
      roles: null,
    })
    expect(await refusalOf(service.call('registry.removeSection', { id }))).toEqual({
      code: 'sectionInUse',
      params: { name: '办公室', count: 1 },
    })
    expect((await service.call('registry.people', { withLeft: false }))[0]?.sectionName).toBe('办公室')
  })
})

describe('who sits here', () => {
  it('a person named at the start is the actor and, when registered, the person', async () => {
    const service = await aBureau({ actor: '项目营商组组长' })
    await service.call('settings.saveGroups', {
      groups: [
        { stream: 'projects', role: 'leader', personName: '项目营商组组长' },
        { stream: 'environment', role: 'leader', personName: '项目营商组组长' },
      ],
    })
    const { actor, person } = await service.call('settings.get', {})
    expect(actor).toBe('项目营商组组长')
    expect(person).toMatchObject({ name: '项目营商组组长', leads: ['projects', 'environment'] })
  })
})

/** Where the store holds the name as a whole: `table.column`. */
function namings(service: Service, name: string): string[] {
  const { connection } = service.store()
  const tables = connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal_%' AND name NOT LIKE 'search_%'",
    )
    .pluck()
    .all()
  return tables.flatMap((table) =>
    connection
      .prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`)
      .all()
      .flatMap((row) =>
        Object.entries(row).flatMap(([column, value]) =>
          typeof value === 'string' && value.split(/[、，]/).includes(name) ? [`${table}.${column}`] : [],
        ),
      ),
  )
}
