import { describe, expect, test } from 'vitest'
import {
  allRights,
  areaOfRoom,
  isPermitted,
  isReached,
  levelOf,
  rolesOfGroups,
  strongerNeed,
  workAreas,
  type Rights,
} from '../../../shared/access/roles'
import { needs } from '../../../shared/ipc/procedure'
import { needText } from '../../../shared/terms/access'

const viewer: Rights = { isAdmin: false, roles: {} }
const member: Rights = { isAdmin: false, roles: { investment: 'member', revenue: 'viewer' } }
const leader: Rights = { isAdmin: false, roles: { investment: 'leader' } }

describe('rights', () => {
  test('grow with the role, in its own area', () => {
    const reached = (rights: Rights, area: 'investment' | 'revenue' | null) =>
      needs.filter((need) => isPermitted(rights, need, area)).join(' ')
    expect(reached(viewer, 'investment')).toBe('open view')
    expect(reached(viewer, null)).toBe('open view')
    expect(reached(member, 'investment')).toBe('open view work')
    expect(reached(member, 'revenue')).toBe('open view')
    expect(reached(member, null)).toBe('open view work')
    expect(reached(leader, 'investment')).toBe('open view work lead')
    expect(reached(leader, 'revenue')).toBe('open view')
    expect(reached(leader, null)).toBe('open view work lead')
    expect(reached(allRights, 'revenue')).toBe('open view work lead admin')
  })

  test('the level is the most that is reached anywhere', () => {
    expect([viewer, member, leader, allRights].map(levelOf)).toEqual(['view', 'work', 'lead', 'admin'])
    for (const [index, need] of needs.entries())
      expect(needs.filter((level) => isReached(level, need))).toEqual(needs.slice(index))
    expect(strongerNeed('work', 'lead')).toBe('lead')
    expect(strongerNeed('lead', 'work')).toBe('lead')
    expect(strongerNeed('view', 'view')).toBe('view')
  })

  test('rooms of a stream, 整改 and the district are areas; all others serve several', () => {
    expect(workAreas.map(areaOfRoom)).toEqual([...workAreas])
    for (const room of ['settings', 'registry', 'tables', 'toString', '']) expect(areaOfRoom(room)).toBeNull()
  })

  test('a refusal names what is needed in the words of the office', () => {
    expect(needText('work', 'revenue')).toBe('收入组员')
    expect(needText('lead', 'rectification')).toBe('整改组长')
    expect(needText('lead', null)).toBe('组长')
    expect(needText('admin', 'revenue')).toBe('管理员')
  })

  test('the groups propose the roles, the greater one where somebody stands twice', () => {
    const groups = [
      { stream: 'investment', role: 'member', personName: '甲' },
      { stream: 'investment', role: 'leader', personName: '甲' },
      { stream: 'revenue', role: 'member', personName: '甲' },
      { stream: 'projects', role: 'leader', personName: '乙' },
    ] as const
    expect(rolesOfGroups(groups, '甲')).toEqual({ investment: 'leader', revenue: 'member' })
    expect(rolesOfGroups(groups, '丙')).toEqual({})
  })
})
