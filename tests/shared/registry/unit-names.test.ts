import { describe, expect, test } from 'vitest'
import { matchesUnit, unitNameVariants } from '../../../shared/registry/unit-names'

describe('unit names', () => {
  test('variants, the fullest first', () => {
    expect(unitNameVariants('东丽区审计局')).toEqual(['东丽区审计局', '区审计局', '审计局'])
    expect(unitNameVariants('天津市东丽区审计局')).toEqual(['天津市东丽区审计局', '东丽区审计局', '区审计局', '审计局'])
    expect(unitNameVariants(' 区审计局机关　')).toEqual(['区审计局', '审计局'])
    expect(unitNameVariants('市场监管局')).toEqual(['市场监管局'])
    expect(unitNameVariants('东丽区市场监管局')).toEqual(['东丽区市场监管局', '区市场监管局', '市场监管局'])
  })

  test.each([
    '东丽区审计局',
    '审计局',
    '区审计局',
    ' 东丽区审计局　',
    '东丽区审计局机关',
    '天津市东丽区审计局',
    '审计局（机关）',
  ])('%s is 东丽区审计局', (text) => {
    expect(matchesUnit(text, ['东丽区审计局', '审计局'])).toBe(true)
    expect(matchesUnit(text, ['东丽区审计局'])).toBe(true)
  })

  test.each(['河西区审计局', '市审计局', '天津市审计局', '区财政局', '审计', '', '审计局党组'])(
    '%s is another unit',
    (text) => {
      expect(matchesUnit(text, ['东丽区审计局', '审计局'])).toBe(false)
    },
  )

  test('an alias without a place is enough where we have no place', () => {
    expect(matchesUnit('海州区审计局', ['区审计局'])).toBe(true)
  })
})
