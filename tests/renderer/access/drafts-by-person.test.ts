import { expect, test } from 'vitest'
import { draftsFor } from '../../../renderer/access/drafts-by-person'

const none = { drafts: {}, draftsOwner: null, draftsOfOthers: {} }

test('what was typed before accounts stays with the first person', () => {
  expect(draftsFor({ ...none, drafts: { a: 1 } }, '招商组组长')).toEqual({
    drafts: { a: 1 },
    draftsOwner: '招商组组长',
    draftsOfOthers: {},
  })
})

test('nobody sees what another typed, and everybody finds the own again', () => {
  const first = draftsFor({ ...none, drafts: { a: 1 } }, '招商组组长')
  const second = draftsFor(first, '项目组组员')
  expect(second).toEqual({ drafts: {}, draftsOwner: '项目组组员', draftsOfOthers: { 招商组组长: { a: 1 } } })
  const back = draftsFor({ ...second, drafts: { b: 2 } }, '招商组组长')
  expect(back).toEqual({ drafts: { a: 1 }, draftsOwner: '招商组组长', draftsOfOthers: { 项目组组员: { b: 2 } } })
  expect(draftsFor(back, '招商组组长')).toEqual(back)
})
