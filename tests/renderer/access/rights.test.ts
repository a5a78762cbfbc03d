import { describe, expect, test } from 'vitest'
import { mayCall, mayInRoom, rightsOf } from '../../../renderer/access/rights'
import type { AreaRoles } from '../../../shared/access/roles'

const somebody = (roles: AreaRoles, isAdmin = false) =>
  rightsOf({ isOn: true, person: { name: '招商组组员', isAdmin, roles } })

describe('what the window offers', () => {
  test('everything before the first answer and where nobody signs in, nothing to nobody', () => {
    expect(mayCall(rightsOf(undefined), 'settings.saveGroups', 'admin')).toBe(true)
    expect(mayCall(rightsOf({ isOn: false, person: null }), 'settings.saveGroups', 'admin')).toBe(true)
    expect(mayCall(rightsOf({ isOn: true, person: null }), 'investment.save', 'work')).toBe(false)
  })

  test('in the room of a stream by the role in that stream', () => {
    const member = somebody({ investment: 'member' })
    expect(mayCall(member, 'investment.save', 'work')).toBe(true)
    expect(mayCall(member, 'investment.setPlatformOpening', 'lead')).toBe(false)
    expect(mayCall(member, 'projects.save', 'work')).toBe(false)
    expect(mayCall(member, 'tables.open', 'work')).toBe(true)
    expect(mayInRoom(member, 'investment', 'leads', 'work')).toBe(true)
    expect(mayInRoom(member, 'investment', 'leads', 'lead')).toBe(false)
    expect(mayInRoom(member, 'projects', undefined, 'work')).toBe(false)
    expect(mayInRoom(member, 'home', undefined, 'work')).toBe(true)
  })

  test('who only looks works nowhere', () => {
    const viewer = somebody({})
    for (const room of ['home', 'investment', 'rectification', 'registry', 'reports'])
      expect(mayInRoom(viewer, room, undefined, 'work')).toBe(false)
  })

  test('the settings of the unit belong to the 管理员, backups and display to all', () => {
    const leader = somebody({ investment: 'leader' })
    expect(mayInRoom(leader, 'settings', undefined, 'work')).toBe(false)
    expect(mayInRoom(leader, 'settings', 'clocks', 'work')).toBe(false)
    expect(mayInRoom(leader, 'settings', 'backup', 'work')).toBe(true)
    expect(mayInRoom(somebody({}, true), 'settings', 'clocks', 'work')).toBe(true)
  })
})
