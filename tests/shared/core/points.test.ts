import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addPoints,
  ceilPoints,
  comparePoints,
  divPoints,
  floorPoints,
  formatExact,
  maxPoints,
  minPoints,
  mulPoints,
  parsePoints,
  points,
  rateOf,
  roundPoints,
  subPoints,
} from '../../../shared/core/points'

const third = divPoints(points(1), points(3)) ?? points(0)

describe('points are exact', () => {
  test('0.1 + 0.2 is 0.3', () => {
    expect(formatExact(addPoints(points('0.1'), points('0.2')))).toBe('0.3')
  })

  test.each([
    ['', null],
    ['1e3', null],
    ['1/3', null],
    ['.5', null],
    ['5.', null],
    ['-0.50', '-0.5'],
    ['007', '7'],
    ['12345678901234567890.125', '12345678901234567890.125'],
  ])('text %s reads as %s', (text, expected) => {
    const parsed = parsePoints(text)
    expect(parsed && formatExact(parsed)).toBe(expected)
  })

  test.each([
    ['32.08333333', 2, 'halfUp', '32.08'],
    ['2.675', 2, 'halfUp', '2.68'],
    ['2.675', 2, 'truncate', '2.67'],
    ['-2.675', 2, 'halfUp', '-2.68'],
    ['-0.001', 2, 'halfUp', '0.00'],
    ['0.5', 0, 'halfUp', '1'],
    ['30', 2, 'halfUp', '30.00'],
    ['0.004', 2, 'halfUp', '0.00'],
  ] as const)('%s to %d decimals, %s: %s', (text, decimals, mode, expected) => {
    expect(roundPoints(points(text), decimals, mode)).toBe(expected)
  })

  test('trailing zeros go when asked', () => {
    expect(roundPoints(points('37.50'), 2, 'halfUp', false)).toBe('37.5')
    expect(roundPoints(points('100'), 2, 'halfUp', false)).toBe('100')
  })

  test.each([
    [points('26.25'), '26.25'],
    [third, '0.3333…'],
    [points('0'), '0'],
  ])('exact text %#', (value, expected) => {
    expect(formatExact(value)).toBe(expected)
  })

  test('the rest of the arithmetic', () => {
    expect(formatExact(subPoints(points('4'), points('3.5')))).toBe('0.5')
    expect(formatExact(mulPoints(points('30'), points('0.875')))).toBe('26.25')
    expect(divPoints(points(1), points(0))).toBeNull()
    expect(formatExact(floorPoints(points('-1.5')))).toBe('-2')
    expect(formatExact(ceilPoints(points('1.2')))).toBe('2')
    expect(formatExact(minPoints(points('1'), points('2')))).toBe('1')
    expect(formatExact(maxPoints(points('1'), points('2')))).toBe('2')
  })
})

describe('rates come with their fraction', () => {
  const plain = { decimals: 2, mode: 'halfUp', trailingZeros: false } as const
  test.each([
    ['G01', '30', '30', 1, '100%', '30/30'],
    ['G02', '56', '59', 1, '94.9%', '56/59'],
    ['G03', '30', '40', 1, '75%', '30/40'],
  ])('%s', (_name, num, den, decimals, percent, fraction) => {
    expect(rateOf(points(num), points(den), { ...plain, decimals })).toEqual({ percent, fraction })
  })

  test('a zero denominator has no rate', () => {
    expect(rateOf(points(1), points(0), plain)).toBeNull()
  })

  test('truncation is a setting', () => {
    expect(rateOf(points('2'), points('3'), { ...plain, mode: 'truncate' })?.percent).toBe('66.66%')
  })
})

describe('laws', () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, scale]) => divPoints(points(digits), points(10n ** BigInt(scale))) ?? points(0))

  test('exact text reads back to the same value', () => {
    fc.assert(fc.property(decimal, (value) => comparePoints(points(formatExact(value)), value) === 0))
  })

  test('rounding is never off by more than half a unit', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 4 }), (value, decimals) => {
        const rounded = points(roundPoints(value, decimals, 'halfUp'))
        const difference = subPoints(rounded, value)
        const half = divPoints(points(1), points(2n * 10n ** BigInt(decimals))) ?? points(0)
        const distance = maxPoints(difference, mulPoints(points(-1), difference))
        return comparePoints(distance, half) <= 0
      }),
    )
  })
})
