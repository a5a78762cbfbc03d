import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMoney, fen, formatMoney, formatMoneyRounded, parseMoney, type MoneyUnit } from '../../../shared/core/money'

describe('money in 分', () => {
  test.each([
    ['16.2', 'hundredMillion', 162_000_000_000],
    ['36870', 'tenThousand', 36_870_000_000],
    ['251023.54', 'tenThousand', 251_023_540_000],
    ['5', 'tenThousand', 5_000_000],
    ['0.0005', 'hundredMillion', 5_000_000],
    ['12000', 'yuan', 1_200_000],
    ['-0.10', 'tenThousand', -100_000],
    ['0.005', 'yuan', 1],
    ['-0.005', 'yuan', -1],
    ['0.0049', 'yuan', 0],
  ] as const)('%s in %s is %i', (text, unit, expected) => {
    expect(parseMoney(text, unit)).toBe(expected)
  })

  test('what is no number or too large is null', () => {
    expect([parseMoney('', 'yuan'), parseMoney('五', 'yuan'), parseMoney('1e30', 'yuan'), fen(0.5)]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test('formats exactly, or rounded half-up for print', () => {
    const amount = parseMoney('12345.6789', 'tenThousand')
    if (amount === null) throw new Error('amount')
    expect(formatMoney(amount, 'tenThousand')).toBe('12345.6789')
    expect(formatMoney(amount, 'hundredMillion')).toBe('1.23456789')
    expect(formatMoneyRounded(amount, 'tenThousand', 2)).toBe('12345.68')
    expect(formatMoneyRounded(amount, 'tenThousand', 0)).toBe('12346')
  })

  test('every amount survives every unit', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.constantFrom<MoneyUnit>('yuan', 'tenThousand', 'hundredMillion'),
        (value, unit) => {
          const amount = fen(value)
          if (amount === null) throw new Error('safe integers are money')
          expect(parseMoney(formatMoney(amount, unit), unit)).toBe(amount)
        },
      ),
    )
  })

  test('sums are exact or refused', () => {
    const most = fen(Number.MAX_SAFE_INTEGER)
    const one = fen(1)
    if (most === null || one === null) throw new Error('amounts')
    expect([addMoney(), addMoney(one, one), addMoney(most, one)]).toEqual([0, 2, null])
  })
})
