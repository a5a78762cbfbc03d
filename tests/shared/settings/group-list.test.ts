import { expect, test } from 'vitest'
import { countGroups, groupRolesOf, groupTextsOf, parseGroupList } from '../../../shared/settings/group-list'

const full = {
  investment: { leader: '招商组组长', members: '招商组组员' },
  projects: { leader: '项目营商组组长', members: '项目组组员' },
  environment: { leader: '项目营商组组长', members: '营商组组员' },
  revenue: { leader: '收入组组长', members: '收入组组员甲、收入组组员乙' },
}

test('one person may lead two groups: nine posts, eight persons', () => {
  expect(countGroups(groupRolesOf(full))).toEqual({ posts: 9, persons: 8 })
})

test.each([
  [
    'words 组长 and 组员 joined to the names',
    '招商 组长招商组组长 组员招商组组员\n项目 组长项目营商组组长 组员项目组组员\n营商 组长项目营商组组长 组员营商组组员\n收入 组长收入组组长 组员收入组组员甲、收入组组员乙',
  ],
  [
    'colons, commas and semicolons as a plan writes them',
    '1.招商组：组长：招商组组长，组员：招商组组员；2.项目组：组长：项目营商组组长，组员：项目组组员；营商环境组：组长：项目营商组组长，组员：营商组组员；收入组：组长：收入组组长，组员：收入组组员甲、收入组组员乙。',
  ],
  [
    'a leader before a stroke',
    '抓招商 招商组组长/招商组组员\n抓项目 项目营商组组长/项目组组员\n抓营商环境 项目营商组组长/营商组组员\n抓收入 收入组组长/收入组组员甲、收入组组员乙',
  ],
  [
    'cells of a table',
    '招商组\t招商组组长\t招商组组员\r\n项目组\t项目营商组组长\t项目组组员\r\n营商组\t项目营商组组长\t营商组组员\r\n收入组\t收入组组长\t收入组组员甲、收入组组员乙',
  ],
  [
    'roles on lines of their own',
    '招商组\n组长：招商组组长\n组员：招商组组员\n项目组\n组长：项目营商组组长\n组员：项目组组员\n营商组\n组长：项目营商组组长\n组员：营商组组员\n收入组\n组长：收入组组长\n组员：收入组组员甲、收入组组员乙',
  ],
])('a pasted list is read: %s', (_name, text) => {
  const { roles, unread } = parseGroupList(text)
  expect(unread).toEqual([])
  expect(groupTextsOf(roles)).toEqual(full)
})

test('a line that names no group is given back, not guessed', () => {
  expect(parseGroupList('组别 组长 组员\n其他工作 某人').unread).toEqual(['组别 组长 组员', '其他工作 某人'])
})
