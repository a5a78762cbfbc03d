import { expect, test } from 'vitest'
import { unitFinder } from '../../../shared/district/unit-finder'

const audit = { name: '示例区审计局', aliases: ['区审计局', '审计局'] }
const commerce = { name: '示例区商务局', aliases: ['区商务局'] }
const find = unitFinder([audit, commerce])

test.each([
  ['示例区审计局', audit],
  [' 示例区 审计局', audit],
  ['审计局', audit],
  ['区商务局', commerce],
  ['商务局', commerce],
  ['另一区审计局', null],
  ['示例区教育局', null],
  ['', null],
])('%s', (name, unit) => {
  expect(find(name)).toBe(unit)
})

test('a name that could mean two units means none of them', () => {
  const twice = unitFinder([
    { name: '示例区一中心', aliases: ['中心'] },
    { name: '示例区二中心', aliases: ['中心'] },
  ])
  expect(twice('中心')).toBeNull()
})

test('a name comes before another unit’s alias', () => {
  const center = { name: '示例区中心', aliases: [] }
  expect(unitFinder([{ name: '示例区二中心', aliases: ['示例区中心'] }, center])('示例区中心')).toBe(center)
})
